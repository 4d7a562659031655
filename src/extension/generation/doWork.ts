import { l10n } from 'vscode';
import { pairId } from '../../core/dataset/fold.js';
import type { PairId } from '../../core/dataset/model.js';
import { generate } from '../../core/generate.js';
import type { Problem } from '../../core/outcome.js';
import { nodeClock } from '../../node/ports.js';
import type { OpenDataset } from '../datasets.js';
import { tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { prepareRun } from '../settings/prepareRun.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { askAboutExisting, doneOtherwise, mayAsk } from './consent.js';
import { foresee } from './foresee.js';
import { folderOf } from './location.js';
import { logEvent, logPlan } from './log.js';
import { planWork } from './plans.js';
import type { Planned } from './plans.js';
import { ShownProgress } from './progress.js';
import { Reasons } from './reasons.js';
import { showReview } from './showReview.js';
import { tellNothing } from './nothingToDo.js';
import { pageSummary, summarize } from './summary.js';
import type { Notification, RunEnd } from './runs.js';
import { scopeOf } from './work.js';
import type { Work } from './work.js';
import { noteUnfinished } from './unfinished.js';

/** Tells how it ended, once the progress has gone. */
type Told = () => RunEnd | undefined;

/** Plans some work, asks where that is due, and does it. */
export async function doWork(
  services: Services,
  work: Work,
  dataset: OpenDataset,
  notification: Notification,
  signal: AbortSignal,
): Promise<Told | undefined> {
  const scope = scopeOf(work);
  const prepared = await prepareRun(services, scope, (await folderOf(scope)) ?? '');
  if (!prepared.ok) return () => tellProblem(prepared.error);
  notification.report({ message: l10n.t('reads and chunks') });
  const planned = await consented(work, dataset, prepared.value, signal);
  if (!planned || signal.aborted) return undefined;
  logPlan(services.log, work, prepared.value, planned);
  if (planned.plan.documents.length === 0 || planned.plan.jobs.length === 0) {
    await recordDocuments(services, planned, prepared.value);
    return () => tellNothing(services, work, planned, dataset.dataset);
  }
  const ended = await run(services, work, dataset, prepared.value, planned, notification, signal);
  dataset.setSummary(pageSummary(work, planned, ended));
  return () => summarize(services, work, prepared.value, planned, ended);
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

async function run(
  services: Services,
  work: Work,
  dataset: OpenDataset,
  prepared: PreparedRun,
  { plan }: Planned,
  notification: Notification,
  signal: AbortSignal,
): Promise<Ended> {
  const { context, log, app } = services;
  const { provider, concurrency } = prepared;
  const progress = new ShownProgress(notification, dataset);
  const problems: Problem[] = [];
  const reasons = new Reasons();
  let first: PairId | undefined;
  let end: RunEnd | undefined;
  const isFresh = dataset.dataset.fold.results.size === 0;
  await noteUnfinished(context, work);
  try {
    for await (const event of generate(plan, { provider, concurrency, clock: nodeClock, app, signal })) {
      progress.show(event);
      logEvent(log, event);
      if (event.type === 'problem') problems.push(event.problem);
      if (event.type === 'result') reasons.add(event.result);
      if (event.type === 'end') end = event;
      if (first === undefined && event.type === 'result' && event.result.pairs.length > 0) {
        first = pairId(event.result.id, 0);
        // Where there were none before, the review begins with the new ones by itself.
        void showReview(services, work, isFresh ? undefined : first);
      }
    }
  } finally {
    dataset.setRun(undefined);
  }
  if (!end) throw new Error('a run has ended without saying so');
  if (end.how === 'all') await noteUnfinished(context, work, 'done');
  return { how: end.how, summary: end.summary, problems, reasons, first };
}

/** With nothing to ask, what is new about the documents is written down all the same. */
async function recordDocuments(
  { app, log }: Services,
  { plan }: Planned,
  { provider, concurrency }: PreparedRun,
): Promise<void> {
  if (plan.documents.length === 0) return;
  for await (const event of generate(plan, { provider, concurrency, clock: nodeClock, app })) {
    logEvent(log, event);
  }
}
