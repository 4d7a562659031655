import type { Dataset } from '../../core/dataset/dataset.js';
import type { RunId, Usage } from '../../core/dataset/model.js';
import { ulidTime } from '../../core/dataset/ulid.js';
import { recordedCost } from '../../core/spend/ledger.js';
import { addUsage } from '../../core/usage.js';

/** What a run of a dataset has left in it. */
export interface PastRun {
  readonly id: RunId;
  readonly provider: string;
  readonly model: string;
  /** When it began, in milliseconds since the epoch. */
  readonly at: number;
  /** Chunks with a result of it. */
  readonly chunks: number;
  readonly pairs: number;
  /** Chunks that failed and were not made good since. */
  readonly failed: number;
  readonly usage: Usage;
  /** US dollars of the results whose cost is known; undefined where none is. */
  readonly cost: number | undefined;
  /** Results whose cost is not known. */
  readonly unpriced: number;
}

/** The runs of a dataset that gave a result, the newest first. */
export function pastRuns({ fold }: Pick<Dataset, 'fold'>): PastRun[] {
  const runs = new Map<RunId, { -readonly [K in keyof PastRun]: PastRun[K] }>();
  for (const result of fold.results.values()) {
    const line = fold.runs.get(result.run);
    if (!line) continue;
    let run = runs.get(line.id);
    if (!run) {
      const { id, provider, model } = line;
      const nothing = { chunks: 0, pairs: 0, failed: 0, usage: {}, cost: undefined, unpriced: 0 };
      runs.set(id, (run = { id, provider, model, at: ulidTime(id), ...nothing }));
    }
    run.chunks++;
    run.pairs += result.verdicts.length;
    if (result.outcome === 'failed' && fold.counts(result)) run.failed++;
    run.usage = addUsage(run.usage, result.usage);
    const cost = recordedCost(result, line.price);
    if (cost !== undefined) run.cost = (run.cost ?? 0) + cost;
    else if (result.model !== undefined) run.unpriced++;
  }
  return [...runs.values()].sort((a, b) => (a.id < b.id ? 1 : -1));
}
