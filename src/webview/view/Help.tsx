import type { Action } from '../../protocol.js';
import { keyLabel } from '../keys/keys.js';
import { t } from '../t.js';
import { Button, onMac } from './Button.js';
import { Dialog, DialogHead } from './Dialog.js';
import { actionName, commandName } from './names.js';
import { usePage } from './page.js';

interface Line {
  readonly name: string;
  /** Actions that belong together, as next and previous, share a line. */
  readonly actions: readonly Action[];
}

const one = (action: Action): Line => ({ name: actionName(action), actions: [action] });

/** All actions, each once, by what they are for. */
const groups = (): readonly { readonly name: string; readonly lines: readonly Line[] }[] => [
  {
    name: t('Decide'),
    lines: [
      one('accept'),
      one('reject'),
      one('reset'),
      { name: t('Rate 1 to 5'), actions: ['rate1', 'rate2', 'rate3', 'rate4', 'rate5'] },
      one('unrate'),
      one('undo'),
      one('redo'),
      one('acceptShown'),
      one('rejectShown'),
    ],
  },
  {
    name: t('Move'),
    lines: [
      { name: t('Next, previous'), actions: ['next', 'previous'] },
      { name: t('A page down, up'), actions: ['nextPage', 'previousPage'] },
      { name: t('First, last'), actions: ['first', 'last'] },
    ],
  },
  {
    name: t('Edit'),
    lines: [
      { name: t('Answer, question'), actions: ['edit', 'editQuestion'] },
      one('original'),
      one('tag'),
      one('note'),
      one('copy'),
    ],
  },
  { name: t('Evidence'), lines: [one('evidence'), one('goToEvidence'), one('chunk')] },
  {
    name: t('Mend'),
    lines: [one('keepStale'), one('refreshStale'), one('retry'), one('retryAll')],
  },
  {
    name: t('Find'),
    lines: [one('search'), one('filter'), one('doubtful'), one('focus'), one('buttons'), one('help')],
  },
];

/** The keys, in groups, so that one finds what one looks for at a glance. */
export function Help() {
  const { state, play } = usePage();
  const mac = onMac();
  return (
    <Dialog name={t('Keys')} kind="keys">
      <DialogHead name={t('Keys')}>
        <Button
          kind="link"
          label={commandName('keySettings')}
          onClick={() => play((turn) => turn.send({ type: 'command', command: 'keySettings' }))}
        />
      </DialogHead>
      <div class="key-groups">
        {groups().map((group) => (
          <section key={group.name}>
            <h3>{group.name}</h3>
            <dl>
              {group.lines.map(({ name, actions }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>
                    {actions.map((action) => (
                      <span class="key-set" key={action}>
                        {state.keys.keys[action].map((key) => (
                          <kbd key={key}>{keyLabel(key, mac)}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
