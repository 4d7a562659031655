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
import type { OpenDataset } from '../datasets.js';
import type { SummaryAction } from '../../protocol.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { section } from '../settings/values.js';
import { chunksText, filesText, joined, pairsText, timeText } from '../words.js';
import type { Ended } from './doWork.js';
import { spentText } from './foresee.js';
import { mendActions, ofAddress, tellNothingCame } from './nothingCame.js';
import { notRetriedText } from './notRetried.js';
import { placesText, twinsText } from './places.js';
import type { Planned } from './plans.js';
import type { RunEnd } from './runs.js';
import { sameText } from './sameProfiles.js';
import { isInView } from './showReview.js';
import type { Work } from './work.js';

/** Failures that no other chunk would fare better with, and what is to be done about which the messages know. */
const telling = new Set(['auth', 'quota', 'newer', 'disk-full', 'read-only', 'locked']);

/**
 * Tells how a run ended, with what may be done next: the pages of the review, and a message. Where the review is in
 * view, there is a message for what went wrong alone.
 */
export function summarize(
  services: Services,
  work: Work,
  prepared: PreparedRun,
  planned: Planned,
  ended: Ended,
  pages: OpenDataset,
): RunEnd {
  const { how, summary, problems } = ended;
  const { dataset } = work;
  const problem = problems.at(-1);
  const went = how === 'all' && summary.pairs > 0;
  const hint =
    went && workspace.isTrusted && prepared.row.id === 'builtin' && isFirst(services.context.globalState);
  const told = went
    ? joined([
        doneText(work, planned, ended),
        spentText(summary, planned.foreseen),
        twinsText(planned.plan.wanted),
        sameText(prepared),
        notRetriedText(work, prepared, planned),
        hint ? hintText() : '',
      ])
    : how === 'cancelled'
      ? stoppedText(summary)
      : undefined;
  pages.setSummary({
    well: (went && summary.failed === 0) || how === 'cancelled',
    text: told ?? (how === 'stopped' && problem ? problem.message : doneText(work, planned, ended)),
    actions: pageActions(ended, hint),
  });
  if (how === 'stopped' && problem) {
    const mends = ofAddress.has(problem.code) ? mendActions(prepared, problem) : [showLogAction()];
    const resume = action(l10n.t('Resume'), 'pairsmith.resume', dataset);
    tellProblem(problem, ...(telling.has(problem.code) ? [] : [resume, ...mends]));
  } else if (told === undefined) {
    tellNothingCame(work, prepared, ended);
  } else if (work.quiet !== true && !isInView(dataset)) {
    tell(told, ...messageActions(work, ended, hint));
  }
  tellUnread(planned);
  if (isHeldBack()) tellHeldBack();
  return { how, summary, told };
}

/** What the pages offer. */
function pageActions({ how, summary }: Ended, hint: boolean): SummaryAction[] {
  if (how === 'stopped') return ['resume', 'showLog'];
  const more = how === 'cancelled' ? (['resume'] as const) : (['export'] as const);
  return [
    ...(summary.pairs > 0 || how === 'cancelled' ? (['review', ...more] as const) : []),
    ...(summary.failed > 0 ? (['failures'] as const) : []),
    ...(hint ? (['chooseModel'] as const) : []),
  ];
}

/** What a message offers: the same. */
function messageActions({ dataset }: Work, { how, summary, first }: Ended, hint: boolean): Action[] {
  const review = reviewAction(dataset, first);
  if (how === 'cancelled') return [action(l10n.t('Resume'), 'pairsmith.resume', dataset), review];
  return [
    review,
    action(l10n.t('Export'), 'pairsmith.export', dataset),
    ...(summary.failed > 0 ? [action(l10n.t('Show Failures'), 'pairsmith.showFailures', dataset)] : []),
    ...(hint ? [chooseModelAction()] : []),
  ];
}

const stoppedText = ({ planned, notReached }: Ended['summary']): string =>
  l10n.t(
    'Stopped after {0}; what is done is kept.',
    l10n.t('{0} of {1} chunks', planned - notReached, planned),
  );

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
