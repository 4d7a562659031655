import type { ResultLine } from '../../core/dataset/lines.js';
import type { Failure } from '../../core/dataset/model.js';

/** Why chunks of a run gave no pairs: what a message quotes of them. */
export class Reasons {
  #failure: Failure | undefined;
  readonly #empty = new Map<string, number>();

  add({ outcome, failure, reason }: ResultLine): void {
    this.#failure ??= failure;
    if (outcome === 'empty' && reason !== undefined)
      this.#empty.set(reason, (this.#empty.get(reason) ?? 0) + 1);
  }

  /** The first failure. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Why there was nothing to ask: the commonest reason, of equals the first. */
  get empty(): string | undefined {
    let most = 0;
    let commonest: string | undefined;
    for (const [reason, count] of this.#empty) {
      if (count > most) [most, commonest] = [count, reason];
    }
    return commonest;
  }
}
