import type { Dataset } from '../dataset/dataset.js';
import type { FoldedResult } from '../dataset/result-table.js';
import type { DocumentId, Price, ResultId, RunId, Usage } from '../dataset/model.js';
import { addUsage } from '../usage.js';
import { costOf } from './cost.js';
import { priceOf, type Prices } from './prices.js';

/** What some results took together. */
export interface Spent {
  readonly results: number;
  readonly pairs: number;
  /** Sums of what is known. A kind of token that no server counted is undefined. */
  readonly usage: Usage;
  /** US dollars of the results whose cost is known; undefined where none is. */
  readonly cost: number | undefined;
  /** Results whose cost is not known: nothing was counted, or the model has no price. */
  readonly unpriced: number;
}

/** What a dataset took: all of its results, also those that others have replaced since. */
export interface Ledger {
  readonly total: Spent;
  readonly runs: ReadonlyMap<RunId, Spent>;
  /** By provider and model, such as `openai gpt-5-mini`. */
  readonly models: ReadonlyMap<string, Spent>;
  readonly documents: ReadonlyMap<DocumentId, Spent>;
  /** US dollars that a pair of a result took: its result's cost in equal parts. Undefined where that is not known. */
  pairCost(result: ResultId): number | undefined;
}

/** Adds up a dataset's spending, as each result has it written down, or at prices of one's own. */
export function ledgerOf(dataset: Dataset, own: Prices): Ledger {
  const { fold } = dataset;
  const cost = (result: FoldedResult): number | undefined => {
    const run = fold.runs.get(result.run);
    if (!run) return result.cost;
    const { provider, model } = result.fallback ?? run;
    const mine = priceOf(provider, result.model ?? model, false, own) ?? priceOf(provider, model, false, own);
    if (mine) return costOf(result.usage, mine);
    return recordedCost(result, run.price);
  };
  const total = new Sum();
  const runs = new Sums<RunId>();
  const models = new Sums<string>();
  const documents = new Sums<DocumentId>();
  for (const result of fold.results.values()) {
    const run = fold.runs.get(result.run);
    if (!run || run.provider === 'builtin') continue; // rules cost nothing, and have no tokens
    const amount = cost(result);
    const document = fold.chunks.get(result.inputs[0] ?? '')?.document;
    total.add(result, amount);
    runs.of(result.run).add(result, amount);
    const { provider, model } = result.fallback ?? run;
    models.of(`${provider} ${model}`).add(result, amount);
    if (document !== undefined) documents.of(document).add(result, amount);
  }
  return {
    total,
    runs: runs.all,
    models: models.all,
    documents: documents.all,
    pairCost(id) {
      const result = fold.results.get(id);
      const amount = result && cost(result);
      return amount === undefined ? undefined : amount / Math.max(1, result?.verdicts.length ?? 0);
    },
  };
}

/** What a result cost by what is written down; the run's price is not that of whoever answered in its place. */
export const recordedCost = (
  { cost, usage, fallback }: Pick<FoldedResult, 'cost' | 'usage' | 'fallback'>,
  price: Price | undefined,
): number | undefined => cost ?? (fallback ? undefined : costOf(usage, price));

class Sum implements Spent {
  results = 0;
  pairs = 0;
  usage: Usage = {};
  cost: number | undefined;
  unpriced = 0;

  add(result: FoldedResult, cost: number | undefined): void {
    this.results++;
    this.pairs += result.verdicts.length;
    this.usage = addUsage(this.usage, result.usage);
    if (cost === undefined) this.unpriced++;
    else this.cost = (this.cost ?? 0) + cost;
  }
}

class Sums<K> {
  readonly all = new Map<K, Sum>();

  of(key: K): Sum {
    const known = this.all.get(key) ?? new Sum();
    this.all.set(key, known);
    return known;
  }
}
