import { l10n, workspace } from 'vscode';
import type { Memento } from 'vscode';
import {
  action,
  chooseModelAction,
  reviewAction,
  showLogAction,
  tell,
  tellProblem,
  warn,
} from '../messages.js';
import type { Action } from '../messages.js';
import type { Services } from '../services.js';
import type { RunSummary } from '../review/model/live.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { section } from '../settings/values.js';
import { chunksText, filesText, joined, pairsText, timeText } from '../words.js';
import type { Ended } from './doWork.js';
import { spentText } from './foresee.js';
import { mendActions, ofAddress, tellNothingCame } from './nothingCame.js';
import { placesText, twinsText } from './places.js';
import type { Planned } from './plans.js';
import type { RunEnd } from './runs.js';
import type { Work } from './work.js';

/** Failures that no other chunk would fare better with, and what is to be done about which the messages know. */
const telling = new Set(['auth', 'quota', 'newer', 'disk-full', 'read-only', 'locked']);

/** Tells how a run ended, with what may be done next. */
export function summarize(
  services: Services,
  work: Work,
  prepared: PreparedRun,
  planned: Planned,
  ended: Ended,
): RunEnd {
  const { how, summary, problems } = ended;
  const { dataset } = work;
  const review = reviewAction(dataset, ended.first);
  const resume = action(l10n.t('Resume'), 'pairsmith.resume', dataset);
  const failures = action(l10n.t('Show Failures'), 'pairsmith.showFailures', dataset);
  const problem = problems.at(-1);
  if (how === 'stopped' && problem) {
    const mends = ofAddress.has(problem.code) ? mendActions(prepared, problem) : [showLogAction()];
    tellProblem(problem, ...(telling.has(problem.code) ? [] : [resume, ...mends]));
  } else if (how === 'cancelled') {
    tell(stoppedText(summary), resume, review);
  } else if (summary.pairs === 0) {
    tellNothingCame(work, prepared, ended);
  } else if (work.quiet !== true) {
    const hint = prepared.row.id === 'builtin' && isFirst(services.context.globalState);
    const more = [...(summary.failed > 0 ? [failures] : []), ...(hint ? [chooseModelAction()] : [])];
    const spent = spentText(summary, prepared.request.price, planned.foreseen);
    const twins = twinsText(planned.plan.wanted);
    const parts = [doneText(work, planned, ended), spent, twins, hint ? hintText() : ''];
    tell(joined(parts), review, ...doneActions(work, more));
  }
  tellUnread(planned);
  if (isHeldBack()) tellHeldBack();
  return { how, summary };
}

/** The same for the review pages: it stays there until it is dismissed, and covers nothing. */
export function pageSummary(work: Work, planned: Planned, ended: Ended): RunSummary {
  const { how, summary, problems } = ended;
  const problem = problems.at(-1);
  const failures = summary.failed > 0 ? ['failures' as const] : [];
  if (how === 'stopped' && problem) {
    return { well: false, text: problem.message, actions: ['resume', 'showLog'] };
  }
  if (how === 'cancelled') {
    return { well: true, text: stoppedText(summary), actions: ['review', 'resume', ...failures] };
  }
  const actions = summary.pairs > 0 ? (['review', 'export', ...failures] as const) : failures;
  return { well: summary.pairs > 0 && summary.failed === 0, text: doneText(work, planned, ended), actions };
}

const stoppedText = ({ planned, notReached }: Ended['summary']): string =>
  l10n.t(
    'Stopped after {0}; what is done is kept.',
    l10n.t('{0} of {1} chunks', planned - notReached, planned),
  );

const doneActions = ({ dataset }: Work, more: readonly Action[]): Action[] => [
  action(l10n.t('Export'), 'pairsmith.export', dataset),
  ...more,
];

function doneText(work: Work, { plan }: Planned, { summary }: Ended): string {
  const { pairs, planned, failed, grounding, ms } = summary;
  const from = work.selection ? placesText(plan.wanted) : chunksText(planned);
  const parts = [
    l10n.t('{0} from {1} in {2}', pairsText(pairs), from, timeText(ms / 1000)),
    grounding.unsupported > 0 ? l10n.t('{0} not supported by the text', grounding.unsupported) : '',
    failed > 0 ? l10n.t('{0} failed', chunksText(failed)) : '',
  ];
  return `${parts.filter((part) => part !== '').join(', ')}.`;
}

function tellUnread({ plan, skipped }: Planned): void {
  const messages = [
    ...plan.unreadable.map(({ problem }) => problem.message),
    ...skipped.map((one) => one.message),
  ];
  const [first] = messages;
  if (first === undefined) return;
  const several = l10n.t('{0} could not be read; the log names them.', filesText(messages.length));
  warn(messages.length === 1 ? first : several, showLogAction()); // the one message names its file
}

const hinted = 'hint.builtin';

/** That a model makes better pairs than rules is said once. */
function isFirst(memory: Memento): boolean {
  if (memory.get(hinted) === true) return false;
  void memory.update(hinted, true);
  return true;
}

const hintText = (): string =>
  l10n.t('Built-in rules made them, in English and without a model; a model makes better ones.');

/** The user has chosen a model, which is not asked as the folder is not trusted. */
function isHeldBack(): boolean {
  const own = workspace.getConfiguration(section).inspect<string>('provider')?.globalValue;
  return !workspace.isTrusted && own !== undefined && own !== 'builtin';
}

const tellHeldBack = (): undefined =>
  tell(
    l10n.t('This folder is not trusted, so the built-in rules made these pairs, and not the model.'),
    action(l10n.t('Manage Trust'), 'workbench.trust.manage'),
  );
