import { resolve } from 'node:path';
import type { Dataset } from '../../core/dataset/dataset.js';
import { plan } from '../../core/generate.js';
import type { InputDocument, Plan } from '../../core/generate.js';
import type { QaSettings } from '../../core/recipes/index.js';
import type { Forecast } from '../../core/spend/forecast.js';
import type { Skipped } from '../../node/walk.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { isGoneIn } from './gone.js';
import { inputDocuments } from './inputs.js';
import type { Work } from './work.js';

export interface Planned {
  readonly plan: Plan<QaSettings>;
  readonly skipped: readonly Skipped[];
  /** What the run will probably take, where that is worth a thought. */
  readonly foreseen?: Forecast | undefined;
}

/** Finds out what work there is to do. Nothing is sent or written. */
export async function planWork(
  work: Work,
  dataset: Dataset,
  prepared: PreparedRun,
  signal: AbortSignal,
): Promise<Planned> {
  if (!work.again) return planSample(work, dataset, prepared, signal, 0);
  // The first sample that is not there yet: there are no more of them than there are results.
  const more: Work = { ...work, existing: 'add' };
  for (let sample = 1; ; sample++) {
    const planned = await planSample(more, dataset, prepared, signal, sample);
    const { jobs, wanted } = planned.plan;
    if (jobs.length > 0 || wanted.length === 0 || signal.aborted) return planned;
  }
}

async function planSample(
  work: Work,
  dataset: Dataset,
  { request, settings }: PreparedRun,
  signal: AbortSignal,
  sample: number,
): Promise<Planned> {
  const skipped: Skipped[] = [];
  const named = new Set(work.sources.map(({ fsPath }) => resolve(fsPath)));
  const documents = inputDocuments(work.sources, {
    dataset: dataset.path,
    exclude: settings.exclude,
    // What a folder holds besides is no news; what was asked for by name and is not taken, is.
    onSkip: (one) => {
      if (named.has(one.path) || one.reason === 'unreadable') skipped.push(one);
    },
  });
  const { existing, limits, failed } = work;
  const planned = await plan({
    ...request,
    dataset,
    documents: until(signal, documents),
    limits,
    existing,
    makeGood: failed,
    sample,
    isGone: isGoneIn(dataset),
  });
  return { plan: planned, skipped };
}

/** What comes before the signal is aborted. */
async function* until(
  signal: AbortSignal,
  items: AsyncIterable<InputDocument>,
): AsyncGenerator<InputDocument> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}
