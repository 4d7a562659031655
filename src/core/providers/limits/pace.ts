/** The first time between two starts, in milliseconds, and the longest: beyond it, all starts are held for a while. */
const first = 200;
const longest = 10_000;
/**
 * One start too many lengthens the time by half; each one served shortens it by 6 % for each second that it has, as
 * what is far too slow must not last (a limit by the minute comes back all at once), by 3 % at least, by half at most.
 * Simulated, a server that lets in one each 1.5 s is asked at its pace, with a third more requests; of one that lets in
 * 60 each minute of the clock, what could be had in 4 minutes takes 4.5 to 5.8.
 */
const longer = 1.5;
const shorter = (gapMs: number): number => 1 - Math.min(0.5, Math.max(0.03, (gapMs / 1000) * 0.06));
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
    this.#startedAt = Math.min(this.#startedAt, now);
    return this.#startedAt + this.#gapMs;
  }

  start(now: number): void {
    this.#startedAt = now;
  }

  served(): void {
    this.#suspicion = Math.max(0, this.#suspicion - 1);
    this.#gapMs = this.#gapMs < 1 ? 0 : this.#gapMs * shorter(this.#gapMs);
  }

  refused(): void {
    const isStray = this.#suspicion === 0 && this.#gapMs === 0;
    this.#suspicion = fewBetween;
    if (!isStray) this.#gapMs = Math.min(longest, Math.max(first, this.#gapMs * longer));
  }
}
