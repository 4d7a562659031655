import type { PageCommand } from '../../protocol.js';
import { goTo } from '../store/select.js';
import { t } from '../t.js';
import { Button } from './Button.js';
import { Icon } from './icons.js';
import type { IconName } from './icons.js';
import { commandName } from './names.js';
import { usePage } from './page.js';
import { Text } from './Text.js';

/** What is wrong, above the foot of the page: there it moves nothing that one is looking at. */
export function Notices() {
  const { state, play } = usePage();
  const { health, file, init, notices } = state;
  const run = (command: PageCommand): void => play((turn) => turn.send({ type: 'command', command }));
  return (
    <div class="notices">
      {init?.trusted === false && (
        <Notice
          icon="shield"
          kind="info"
          text={t('This folder is not trusted: only the built-in generator is used here.')}
        >
          <Button kind="link" label={commandName('manageTrust')} onClick={() => run('manageTrust')} />
        </Notice>
      )}
      {notices.map((notice) => (
        <Notice key={notice.id} icon={notice.kind} kind={notice.kind} text={notice.text}>
          {notice.pair !== undefined && (
            <Button
              kind="link"
              label={t('Go to it')}
              onClick={() => play((turn) => goTo(turn, notice.pair as string))}
            />
          )}
          <Button
            kind="icon"
            icon="close"
            label={t('Dismiss')}
            onClick={() =>
              play((turn) => turn.set({ notices: turn.state.notices.filter(({ id }) => id !== notice.id) }))
            }
          />
        </Notice>
      ))}
      {file && (file.blocks || file.message !== state.dismissed) && (
        <Notice
          icon={file.blocks ? 'error' : 'warning'}
          kind={file.blocks ? 'error' : 'warning'}
          text={file.message}
        >
          {file.actions.map((action) => (
            <Button key={action} kind="link" label={commandName(action)} onClick={() => run(action)} />
          ))}
          {!file.blocks && (
            <Button
              kind="icon"
              icon="close"
              label={t('Dismiss')}
              onClick={() => play((turn) => turn.set({ dismissed: file.message }))}
            />
          )}
        </Notice>
      )}
      {health.silent && (
        <Notice
          icon="debug-disconnect"
          kind="error"
          text={t('Pairsmith has stopped answering. It comes back by itself.')}
        />
      )}
    </div>
  );
}

function Notice(props: {
  icon: IconName;
  kind: 'error' | 'warning' | 'info';
  text: string;
  children?: preact.ComponentChildren;
}) {
  return (
    <div class={`notice ${props.kind}`} role={props.kind === 'info' ? 'status' : 'alert'}>
      <Icon name={props.icon} kind={props.kind} />
      <span class="message">
        <Text value={props.text.slice(0, 2000)} />
      </span>
      {props.children}
    </div>
  );
}
