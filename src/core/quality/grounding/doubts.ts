import type { Reason } from '../../dataset/model.js';

/** What was weighed: by how much it lies above its threshold (below 0: by how much it misses it), and the reason if above. */
export interface Weighed {
  readonly excess: number;
  readonly reason: Reason | undefined;
}

/**
 * What a reason of each check leaves of the score: the less, the fewer true answers it is said of for each changed one, as
 * seen in the documents of test/fixtures/grounding.
 */
const leaves = {
  facts: 0.3,
  names: 0.33,
  labels: 0.4,
  consistency: 0.4,
  crossings: 0.42,
  polarity: 0.45,
  yesNo: 0.45,
  content: 0.45,
  kinds: 0.48,
  roles: 0.48,
  exchanges: 0.5,
  denied: 0.5,
  concessions: 0.5,
  pairings: 0.52,
  swaps: 0.54,
  antonyms: 0.54,
} as const;

export type Check = keyof typeof leaves;

/** What a weighed reason leaves at its threshold, and from `certain` above it on. */
const [leavesAtThreshold, leavesIfCertain, certain] = [0.55, 0.35, 3];
/** What a supported answer loses at most, where something comes close to its threshold. */
const mostLost = 0.3;
/** A quote that is missing says little of the answer itself. */
const leavesQuote = 0.8;
const otherwise = 0.5;

/** How much each reason against an answer weighs, and how near it comes to one where there is none. */
export class Doubts {
  readonly #left = new Map<Reason, number>();
  #nearest = -Infinity;

  /** Takes down what a check has found, and gives it back. */
  by(check: Check, reasons: readonly Reason[]): readonly Reason[] {
    for (const reason of reasons) this.#left.set(reason, leaves[check]);
    return reasons;
  }

  /** Takes down what was weighed, and gives its reason back if there is one. */
  weighed({ excess, reason }: Weighed): readonly Reason[] {
    if (excess > this.#nearest) this.#nearest = excess;
    if (reason === undefined) return [];
    const share = Math.min(1, Math.max(0, excess) / certain);
    this.#left.set(reason, leavesAtThreshold + (leavesIfCertain - leavesAtThreshold) * share);
    return [reason];
  }

  /** What a reason leaves of the score: 0 to 1. */
  leftBy(reason: Reason): number {
    return reason.code === 'quote' ? leavesQuote : (this.#left.get(reason) ?? otherwise);
  }

  /** What is left of the score of an answer that nothing is said against: 1 where nothing came near to it. */
  get leftAnyway(): number {
    return 1 - 2 * mostLost * (1 / (1 + Math.exp(-Math.min(0, this.#nearest))));
  }
}
