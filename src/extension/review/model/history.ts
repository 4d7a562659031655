import type { PairFields, PairId } from '../../../core/dataset/model.js';

/** Fields of a pair that are to be set. */
export interface PairChange {
  readonly pair: PairId;
  readonly set: PairFields;
}

/** Something a person did, and how to take it back. */
export interface Step {
  /** For people: "accept", "reject 12 pairs". */
  readonly what: string;
  readonly changes: readonly PairChange[];
  readonly inverse: readonly PairChange[];
}

/** Beyond so many changes of pairs, the oldest steps are forgotten. */
const mostChanges = 100_000;

/** What can be undone and redone, newest last. */
export class History {
  #done: Step[] = [];
  #undone: Step[] = [];

  push(step: Step): void {
    this.#undone = [];
    this.#done.push(step);
    let changes = 0;
    const from = this.#done.findLastIndex((each) => (changes += each.changes.length) > mostChanges);
    // The newest step stays however large it is.
    if (from >= 0) this.#done = this.#done.slice(Math.min(from + 1, this.#done.length - 1));
  }

  get toUndo(): Step | undefined {
    return this.#done.at(-1);
  }
  get toRedo(): Step | undefined {
    return this.#undone.at(-1);
  }

  /** Once the inverse of `toUndo` is on the disk. */
  undone(): void {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
  }

  /** Once the changes of `toRedo` are on the disk. */
  redone(): void {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
  }

  /** For a step that can be taken back no more, as others have changed all of it since. */
  dropUndo(): void {
    this.#done.pop();
  }
  dropRedo(): void {
    this.#undone.pop();
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
  }
}
