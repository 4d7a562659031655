import type { SummaryAction } from '../../protocol.js';
import { dismissSummary, followUp } from '../store/summary.js';
import type { Run, Summary } from '../store/state.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Icon } from './icons.js';
import { actionName, commandName } from './names.js';
import { usePage } from './page.js';
import { Text } from './Text.js';

/** The run that writes to this dataset, and how the last one ended: a line of its own, in which it moves nothing else. */
export function RunLine() {
  const { run, summary } = usePage().state;
  if (run) return run.paused ? <Paused run={run} reason={run.paused.reason} /> : <Running run={run} />;
  return summary ? <Ended summary={summary} /> : null;
}

function Running({ run }: { run: Run }) {
  const { ended, planned, pairs, failed, rate, secondsLeft } = run;
  return (
    <section class="run" aria-label={t('Generating')}>
      <progress max={Math.max(1, planned)} value={ended} aria-label={t('Chunks done')} />
      <Icon name="loading" />
      <span class="run-text">
        <span class="run-name">{t('Generating')}</span>
        <span>{t('{0} of {1} chunks', ended, planned)}</span>
        <span>{pairs === 1 ? t('1 pair') : t('{0} pairs', pairs)}</span>
        {failed > 0 && <span class="failed">{t('{0} failed', failed)}</span>}
        {secondsLeft !== undefined && <span>{leftText(secondsLeft)}</span>}
        {rate !== undefined && <span class="run-rate">{rateText(rate)}</span>}
      </span>
      <Hint />
      <Stop />
    </section>
  );
}

/** Nothing goes on, so nothing turns and no time is told. */
function Paused({ run, reason }: { run: Run; reason: string | undefined }) {
  const { ended, planned, pairs, failed } = run;
  return (
    <section class="run paused" aria-label={t('Paused')}>
      <progress max={Math.max(1, planned)} value={ended} aria-label={t('Chunks done')} />
      <Icon name="debug-pause" kind="warning" />
      <span class="run-text" tabIndex={0} role="group" aria-label={t('Paused')}>
        <span class="run-name" role="status">
          {reason === undefined ? t('Paused') : <Text value={`${t('Paused')}: ${shortened(reason)}`} />}
        </span>
        <span>{t('{0} of {1} chunks', ended, planned)}</span>
        <span>{pairs === 1 ? t('1 pair') : t('{0} pairs', pairs)}</span>
        {failed > 0 && <span class="failed">{t('{0} failed', failed)}</span>}
      </span>
      <div class="buttons">
        <Hint />
        <Resume />
        <Stop />
      </div>
    </section>
  );
}

/** A server may have a lot to say; the message that was shown has all of it. */
const longestReason = 300;

const shortened = (reason: string): string =>
  reason.length <= longestReason
    ? reason
    : `${reason.slice(0, longestReason).replace(/\p{Surrogate}$/u, '')}…`;

function Resume() {
  const { play } = usePage();
  return (
    <Button
      kind="primary"
      label={commandName('resume')}
      onClick={() => play((turn) => turn.send({ type: 'command', command: 'resume' }))}
    />
  );
}

function Stop() {
  const { play } = usePage();
  return (
    <Button
      icon="stop-circle"
      label={commandName('stop')}
      hint={t('what is done is kept')}
      onClick={() => play((turn) => turn.send({ type: 'command', command: 'stop' }))}
    />
  );
}

function Ended({ summary: { well, text, actions } }: { summary: Summary }) {
  const { play } = usePage();
  return (
    <section class="run ended" aria-label={t('The last run')}>
      <Icon name={well ? 'pass' : 'warning'} kind={well ? 'supported' : 'warning'} />
      <span class="run-text" role="status" tabIndex={0}>
        <Text value={text.slice(0, 1000)} />
      </span>
      <div class="buttons">
        {actions.length > 0 && <Hint />}
        {actions.map((action, i) => (
          <Button
            key={action}
            kind={i === 0 ? 'primary' : 'secondary'}
            label={followUpName(action)}
            onClick={() => play((turn) => followUp(turn, action))}
          />
        ))}
      </div>
      <Button
        kind="icon"
        icon="close"
        class="dismiss"
        label={t('Dismiss')}
        onClick={() => play(dismissSummary)}
      />
    </section>
  );
}

/** The key that goes to the buttons, before them. */
function Hint() {
  const key = keyOf(usePage().state.keys, 'buttons');
  return key === '' ? null : (
    <kbd aria-hidden="true" title={`${actionName('buttons')} (${key})`}>
      {key}
    </kbd>
  );
}

const followUpName = (action: SummaryAction): string =>
  action === 'review' ? t('Review') : action === 'failures' ? t('Failures') : commandName(action);

const rateText = (perSecond: number): string =>
  perSecond >= 1
    ? t('{0} chunks a second', perSecond.toFixed(1))
    : t('{0} chunks a minute', (perSecond * 60).toFixed(1));

const leftText = (seconds: number): string =>
  seconds < 90 ? t('{0} s left', Math.ceil(seconds)) : t('{0} min left', Math.round(seconds / 60));
