import { countsNow, reviewed } from '../store/counts.js';
import { t } from '../t.js';
import { cut } from '../text/context.js';
import { plain } from '../text/visible.js';
import { Button, keyOf } from './Button.js';
import { Chips } from './Chips.js';
import { Documents } from './Documents.js';
import { usePage } from './page.js';
import { fileName } from './names.js';
import { Search } from './Search.js';
import { Text } from './Text.js';

/** How far the review is, what is shown of it, and the search. */
export function Header() {
  const { state, act } = usePage();
  const { view, filter } = state;
  const [path] = filter.documents;
  const counts = countsNow(state);
  const whole = view?.whole;
  const done = reviewed(counts);
  const of = counts?.pairs ?? 0;
  return (
    <header class="header">
      <div class={`progress${whole ? ' of-some' : ''}`}>
        <div class="count">
          <span>{counts === undefined ? ' ' : t('{0} of {1} reviewed', done, of)}</span>
          {whole && path !== undefined && (
            <span class="of quiet" title={plain(path).slice(0, 500)}>
              <Text value={cut(fileName(path), 120)} />
            </span>
          )}
          {whole && <span class="whole quiet">{t('{0} of {1} in all', reviewed(whole), whole.pairs)}</span>}
        </div>
        <progress class="bar" max={Math.max(1, of)} value={done} aria-label={t('Reviewed')} />
      </div>
      {(view?.documents.length ?? 0) > 1 && <Documents />}
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
