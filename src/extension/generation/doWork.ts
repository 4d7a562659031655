import { l10n } from 'vscode';
import { pairId } from '../../core/dataset/fold.js';
import type { PairId } from '../../core/dataset/model.js';
import { generate, together } from '../../core/generate.js';
import type { Problem } from '../../core/outcome.js';
import { steadyClock } from '../../node/ports.js';
import type { OpenDataset } from '../datasets.js';
import { tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { prepareRun } from '../settings/prepareRun.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import type { ActiveRun } from './activeRun.js';
import { askAboutExisting, doneOtherwise, mayAsk } from './consent.js';
import { foresee } from './foresee.js';
import { folderOf } from './location.js';
import { logEvent, logPlan } from './log.js';
import { tellPaused } from './paused.js';
import { planWork } from './plans.js';
import type { Planned } from './plans.js';
import { ShownProgress } from './progress.js';
import { Reasons } from './reasons.js';
import { comesIntoView, isInView, showReview } from './showReview.js';
import type { ShownRun } from './shownRun.js';
import { tellNothing } from './nothingToDo.js';
import { summarize } from './summary.js';
import type { RunEnd } from './runs.js';
import { scopeOf } from './work.js';
import type { Work } from './work.js';
import { noteUnfinished } from './unfinished.js';

/** Tells how it ended, once the progress has gone. */
export type Told = () => RunEnd | undefined;

/** Plans some work, asks where that is due, and does it; anew with the settings of then where it is resumed after a problem. */
export async function doWork(
  services: Services,
  run: ActiveRun,
  dataset: OpenDataset,
  shown: ShownRun,
): Promise<Told | undefined> {
  const { signal } = run;
  let { work } = run;
  let before: Ended | undefined;
  let spent: PreparedRun['budget']['spent'] | undefined;
  for (;;) {
    const scope = scopeOf(work);
    const folder = (await folderOf(scope)) ?? '';
    const prepared = await prepareRun(services, scope, folder, 'may send', spent, work.once);
    if (!prepared.ok) return () => tellProblem(prepared.error);
    shown.report({ message: l10n.t('reads and chunks') });
    const planned = await consented(work, dataset, prepared.value, signal);
    if (!planned || signal.aborted) return undefined;
    logPlan(services.log, work, prepared.value, planned);
    if (planned.plan.documents.length === 0 || planned.plan.jobs.length === 0) {
      await recordDocuments(services, planned, prepared.value);
      return () => tellNothing(services, work, prepared.value, planned, dataset.dataset);
    }
    const ended = await doPart(services, run, dataset, prepared.value, planned, shown);
    const all = before ? joined(before, ended) : ended;
    if (!run.beginsAnew()) return () => summarize(services, work, prepared.value, planned, all, dataset);
    before = all;
    spent = prepared.value.budget.spent;
    work = { ...work, existing: work.existing ?? 'keep' };
  }
}

/** The plan as the user will have it; undefined where they will have none. */
async function consented(
  work: Work,
  { dataset }: OpenDataset,
  prepared: PreparedRun,
  signal: AbortSignal,
): Promise<Planned | undefined> {
  let planned = await planWork(work, dataset, prepared, signal);
  if (signal.aborted) return undefined;
  if (work.existing === undefined && doneOtherwise(planned.plan) > 0) {
    const existing = await askAboutExisting(planned.plan, prepared.request.model);
    if (existing === undefined) return undefined;
    if (existing !== 'keep') planned = await planWork({ ...work, existing }, dataset, prepared, signal);
  }
  const foreseen = await foresee(planned.plan);
  return (await mayAsk(planned.plan, prepared, foreseen)) ? { ...planned, foreseen } : undefined;
}

/** What became of the run, and what stopped it. */
export interface Ended extends RunEnd {
  readonly problems: readonly Problem[];
  readonly reasons: Reasons;
  /** The first pair that came. */
  readonly first: PairId | undefined;
}

const joined = (before: Ended, { how, summary, problems, reasons, first }: Ended): Ended => ({
  how,
  summary: together(before.summary, summary),
  problems,
  reasons,
  first: before.first ?? first,
});

async function doPart(
  services: Services,
  run: ActiveRun,
  dataset: OpenDataset,
  prepared: PreparedRun,
  { plan }: Planned,
  shown: ShownRun,
): Promise<Ended> {
  const { context, log, app } = services;
  const { work } = run;
  const progress = new ShownProgress(shown, dataset, run);
  const problems: Problem[] = [];
  const reasons = new Reasons();
  let first: PairId | undefined;
  let inView: Promise<void> | undefined;
  let end: RunEnd | undefined;
  const isFresh = dataset.dataset.fold.results.size === 0;
  await noteUnfinished(context, work);
  const options = { ...prepared, ...run.beginPart(prepared), clock: steadyClock, app, waits: true };
  try {
    for await (const event of generate(plan, options)) {
      run.add(event);
      progress.show(event);
      logEvent(log, event);
      if (event.type === 'problem') problems.push(event.problem);
      if (event.type === 'paused' && event.problem) tellPaused(run, event.problem, event.notReached);
      if (event.type === 'result') reasons.add(event.result);
      if (event.type === 'end') end = event;
      if (first === undefined && event.type === 'result' && event.result.pairs.length > 0) {
        first = pairId(event.result.id, 0);
        // Where there were none before, the review begins with the new ones by itself.
        const opened = showReview(services, work, isFresh ? undefined : first);
        inView = comesIntoView(work.dataset, opened).then(() => {
          if (isInView(work.dataset)) shown.toStatusBar();
        });
      }
    }
  } finally {
    dataset.setRun(undefined);
  }
  await inView; // it tells how the run ended
  if (!end) throw new Error('a run has ended without saying so');
  if (end.how === 'all') await noteUnfinished(context, work, 'done');
  return { how: end.how, summary: end.summary, problems, reasons, first };
}

/** With nothing to ask, what is new about the documents is written down all the same. */
async function recordDocuments(
  { app, log }: Services,
  { plan }: Planned,
  prepared: PreparedRun,
): Promise<void> {
  if (plan.documents.length === 0) return;
  for await (const event of generate(plan, { ...prepared, clock: steadyClock, app })) {
    logEvent(log, event);
  }
}
