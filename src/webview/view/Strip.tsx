import { goTo } from '../store/select.js';
import type { KeyMap } from '../keys/keys.js';
import type { Recent } from '../store/state.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { Icon } from './icons.js';
import { keyOf } from './Button.js';
import { actionName, deedIcon, deedName } from './names.js';
import { usePage } from './page.js';

/** The foot of the page: what was decided last, whether it is on disk, what is being generated. */
export function Strip() {
  const { state, play } = usePage();
  const { recent, said, pending, run, view, keys } = state;
  return (
    <footer class="strip">
      <div class="recent" role="group" aria-label={t('Last decisions')}>
        {recent.map((entry, i) => (
          <button
            key={i}
            type="button"
            class="deed"
            aria-label={deedText(entry)}
            title={deedText(entry)}
            onClick={() => play((turn) => goTo(turn, entry.pair))}
          >
            <Icon name={deedIcon[entry.deed]} kind={`status ${entry.deed}`} />
            {entry.rating !== undefined && <span class="n">{entry.rating}</span>}
          </button>
        ))}
      </div>
      <span class="said" aria-hidden="true">
        {said.text || (recent.length === 0 && view && view.total > 0 ? beginnerText(keys) : '')}
      </span>
      {run && (
        <button
          type="button"
          class="run"
          title={t('Stop generating')}
          onClick={() => play((turn) => turn.send({ type: 'command', command: 'stop' }))}
        >
          <Icon name="loading" />
          <span>{runText(run.ended, run.planned, run.pairs)}</span>
          {run.failed > 0 && <span class="failed">{t('{0} failed', run.failed)}</span>}
          {run.secondsLeft !== undefined && <span class="left">{leftText(run.secondsLeft)}</span>}
          <Icon name="stop-circle" />
          <span class="spoken">{t('Stop generating')}</span>
        </button>
      )}
      <span class="saved">{pending.length > 0 ? t('saving…') : recent.length > 0 ? t('saved') : ''}</span>
    </footer>
  );
}

/** What helps most where nothing was decided yet. */
const beginnerText = (keys: KeyMap): string =>
  (['next', 'accept', 'reject', 'edit', 'help'] as const)
    .filter((action) => keyOf(keys, action))
    .map((action) => `${keyOf(keys, action)} ${actionName(action)}`)
    .join(' · ');

const deedText = ({ deed, title, rating }: Recent): string =>
  plain([rating === undefined ? deedName(deed) : t('Rated {0} of 5', rating), title].join(': ')).slice(
    0,
    300,
  );

const runText = (ended: number, planned: number, pairs: number): string =>
  pairs === 1
    ? t('{0} of {1} chunks, 1 pair', ended, planned)
    : t('{0} of {1} chunks, {2} pairs', ended, planned, pairs);

const leftText = (seconds: number): string =>
  seconds < 90 ? t('{0} s left', Math.ceil(seconds)) : t('{0} min left', Math.round(seconds / 60));
