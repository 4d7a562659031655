import { goTo } from '../store/select.js';
import type { Action } from '../../protocol.js';
import { selectedRow } from '../store/rows.js';
import type { Recent, State } from '../store/state.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { Icon } from './icons.js';
import { keyOf } from './Button.js';
import { actionName, deedIcon, deedName } from './names.js';
import { usePage } from './page.js';

/** The foot of the page: what was decided last, and whether it is on disk. */
export function Strip() {
  const { state, play } = usePage();
  const { recent, said, pending } = state;
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
        {said.text || (recent.length === 0 ? beginnerText(state) : '')}
      </span>
      <span class="saved">{pending.length > 0 ? t('saving…') : recent.length > 0 ? t('saved') : ''}</span>
    </footer>
  );
}

/** What helps most where nothing was decided yet, and can be done with the row that is selected. */
function beginnerText(state: State): string {
  const row = selectedRow(state);
  if (row === undefined) return '';
  const hints: readonly (readonly [Action, string])[] =
    row.kind === 'failure'
      ? [
          ['next', actionName('next')],
          ['retry', t('Retry')],
          ['evidence', t('Source')],
          ['help', actionName('help')],
        ]
      : [
          ['next', actionName('next')],
          ['accept', actionName('accept')],
          ['reject', actionName('reject')],
          ['edit', t('Edit')],
          ['help', actionName('help')],
        ];
  return hints
    .filter(([action]) => keyOf(state.keys, action))
    .map(([action, name]) => `${keyOf(state.keys, action)} ${name}`)
    .join(' · ');
}

const deedText = ({ deed, title, rating }: Recent): string =>
  plain([rating === undefined ? deedName(deed) : t('Rated {0} of 5', rating), title].join(': ')).slice(
    0,
    300,
  );
