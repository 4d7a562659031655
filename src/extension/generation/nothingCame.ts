import { l10n } from 'vscode';
import type { Problem } from '../../core/outcome.js';
import { action, chooseModelAction, showLogAction, tell, tellProblem } from '../messages.js';
import type { Action } from '../messages.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { chunksText } from '../words.js';
import type { Ended } from './doWork.js';
import type { Work } from './work.js';

/** Tells of a run that made no pair why that is. */
export function tellNothingCame(
  work: Work,
  prepared: PreparedRun,
  { summary, reasons, problems }: Ended,
): undefined {
  const { title } = work;
  const { planned, failed } = summary;
  const failures = action(l10n.t('Show Failures'), 'pairsmith.showFailures', work.dataset);
  const { failure, empty } = reasons;
  const problem = problems.at(-1);
  if (failure) {
    const message =
      failed === planned
        ? l10n.t('{0}: {1} failed. {2}', title, chunksText(failed), quoted(failure.message))
        : l10n.t(
            '{0}: nothing came of {1}, and {2} of them failed. {3}',
            title,
            chunksText(planned),
            failed,
            quoted(failure.message),
          );
    return tellProblem({ code: failure.code, message }, failures, ...mendActions(prepared, failure));
  }
  if (problem) {
    const message = l10n.t('{0}: nothing came of {1}. {2}', title, chunksText(planned), problem.message);
    return tellProblem({ code: problem.code, message }, showLogAction());
  }
  if (empty !== undefined) {
    const message = l10n.t('{0}: nothing to ask in {1}: {2}', title, chunksText(planned), quoted(empty));
    return tell(message, chooseModelAction());
  }
  return tell(l10n.t('{0}: nothing came of {1}.', title, chunksText(planned)), chooseModelAction());
}

/** Failures that a wrong address may be behind. */
export const ofAddress: ReadonlySet<string> = new Set([
  'network',
  'not-found',
  'timeout',
  'server',
  'bad-request',
  'bad-reply',
]);

/** What may mend a failure: another address where it is the server's, and another model. */
export const mendActions = ({ row }: PreparedRun, { code }: Problem): Action[] => [
  ...(ofAddress.has(code) && row.place !== 'rules'
    ? [action(l10n.t('Open Settings'), 'workbench.action.openSettings', 'pairsmith.baseUrl')]
    : []),
  chooseModelAction(),
];

/** Words of a server or a model, cut to what fits into a message. */
function quoted(words: string): string {
  const plain = words.replace(/\s+/g, ' ');
  return plain.length > 300 ? `${plain.slice(0, 300).replace(/\p{Surrogate}$/u, '')}…` : plain;
}
