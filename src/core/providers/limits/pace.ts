/** The first time between two starts, in milliseconds, and the longest. */
const first = 200;
const longest = 30_000;
/** One start too many lengthens the time, each one served shortens it: so one in 14 is too many, at the right pace. */
const longer = 1.5;
const shorter = 0.97;
/** One refusal that no other follows within so many requests served is stray. */
const fewBetween = 10;

/**
 * How far starts are apart. Where a single request at a time is refused as one too many, it is not their number that its
 * server counts, but how soon they come one after the other; where it does not say so, that is found out.
 */
export class Pace {
  #gapMs = 0;
  #startedAt = -Infinity;
  /** Requests yet to be served until the last refusal counts as stray. */
  #suspicion = 0;

  /** From when on a request may start; `now` or earlier: at once. */
  readyAt(now: number): number {
    // A clock that was set back must not hold starts until it has caught up.
    return Math.min(this.#startedAt, now) + this.#gapMs;
  }

  start(now: number): void {
    this.#startedAt = now;
  }

  served(): void {
    this.#suspicion = Math.max(0, this.#suspicion - 1);
    this.#gapMs = this.#gapMs < 1 ? 0 : this.#gapMs * shorter;
  }

  refused(): void {
    const isStray = this.#suspicion === 0 && this.#gapMs === 0;
    this.#suspicion = fewBetween;
    if (!isStray) this.#gapMs = Math.min(longest, Math.max(first, this.#gapMs * longer));
  }
}
