import { countsNow, reviewed } from '../store/counts.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Chips } from './Chips.js';
import { Documents } from './Documents.js';
import { usePage } from './page.js';
import { Search } from './Search.js';

/** How far the review is, what is shown of it, and the search. */
export function Header() {
  const { state, act } = usePage();
  const counts = countsNow(state);
  const whole = state.view?.whole;
  const done = reviewed(counts);
  const of = counts?.pairs ?? 0;
  return (
    <header class="header">
      <div class="progress">
        <span class="count">
          {counts === undefined ? ' ' : t('{0} of {1} reviewed', done, of)}
          {whole && <span class="whole"> · {t('{0} of {1} in all', reviewed(whole), whole.pairs)}</span>}
        </span>
        <progress class="bar" max={Math.max(1, of)} value={done} aria-label={t('Reviewed')} />
      </div>
      {(state.view?.documents.length ?? 0) > 1 && <Documents />}
      <Search />
      <Button
        kind="icon"
        class="help"
        icon="question"
        label={t('Keys')}
        keyName={keyOf(state.keys, 'help')}
        onClick={() => act('help')}
      />
      <Chips />
    </header>
  );
}
