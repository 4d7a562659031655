import type { PairId } from '../dataset/model.js';
import type { LeaveOut, Loss } from './format.js';
import { leaveOutReasons, lossReasons } from './reasons.js';

/** Pairs that something happened to, for one reason. */
export interface Listed<Code extends string> {
  readonly reason: Code;
  /** What follows "left out because" or "went out": for people. */
  readonly message: string;
  readonly count: number;
  readonly pairs: readonly PairId[];
}

/** Counts and lists pairs by reason, so that nothing is left out without a word. */
export class Ledger<Code extends string> {
  readonly #pairs = new Map<Code, PairId[]>();

  constructor(private readonly messages: Readonly<Record<Code, string>>) {}

  add(reason: Code, pair: PairId): void {
    const list = this.#pairs.get(reason);
    if (list === undefined) this.#pairs.set(reason, [pair]);
    else list.push(pair);
  }

  /** The most frequent reason first. */
  list(): Listed<Code>[] {
    return [...this.#pairs]
      .map(([reason, pairs]) => ({ reason, message: this.messages[reason], count: pairs.length, pairs }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
  }
}

export const newLeftOut = (): Ledger<LeaveOut> => new Ledger(leaveOutReasons);
export const newLosses = (): Ledger<Loss> => new Ledger(lossReasons);
