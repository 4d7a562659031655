import type { ResultLine } from '../dataset/lines.js';
import type { ResultOutcome, Usage } from '../dataset/model.js';
import type { Traffic } from '../providers/limits/traffic.js';
import type { RunSummary } from './events.js';
import { addUsage } from '../usage.js';

/** Counts what becomes of a run's jobs. */
export class Tally {
  #ended = { done: 0, partial: 0, empty: 0, failed: 0 };
  #elsewhere = 0;
  #pairs = 0;
  #grounding = { supported: 0, partly: 0, unsupported: 0, unchecked: 0 };
  #failures: Record<string, number> = {};
  #usage: Usage = {};
  #cost: number | undefined;
  #uncounted = 0;
  #kept = 0;
  #unpriced = 0;

  add(result: ResultLine): void {
    this.#ended[result.outcome]++;
    this.#pairs += result.pairs.length;
    for (const pair of result.pairs) this.#grounding[pair.checks?.grounding?.verdict ?? 'unchecked']++;
    if (result.failure) this.#failures[result.failure.code] = (this.#failures[result.failure.code] ?? 0) + 1;
    this.#usage = addUsage(this.#usage, result.usage);
    if (result.model !== undefined) {
      const { input, output } = result.usage ?? {};
      if (input === undefined || output === undefined) this.#uncounted++;
      if (input === 0 && output === 0) this.#kept++;
      if (result.cost === undefined) this.#unpriced++;
    }
    if (result.cost !== undefined) this.#cost = (this.#cost ?? 0) + result.cost;
  }

  /** A job that another run has done meanwhile: what came of it counts, its pairs are not this run's. */
  addOther(outcome: ResultOutcome): void {
    this.#ended[outcome]++;
    this.#elsewhere++;
  }

  get ended(): number {
    const { done, partial, empty, failed } = this.#ended;
    return done + partial + empty + failed;
  }

  summary(run: string, planned: number, ms: number, traffic?: Traffic): RunSummary {
    return {
      run,
      planned,
      ...this.#ended,
      notReached: planned - this.ended,
      elsewhere: this.#elsewhere,
      pairs: this.#pairs,
      grounding: this.#grounding,
      failures: this.#failures,
      usage: this.#usage,
      cost: this.#cost,
      uncounted: this.#uncounted,
      kept: this.#kept,
      unpriced: this.#unpriced,
      traffic,
      ms,
    };
  }
}
