/** What was started, and how much of the cap it takes. */
export interface Taken {
  /** -Infinity once that is more than a minute ago. */
  at: number;
  amount: number;
}

const minuteMs = 60_000;
/** As much as comes free in this time may start at once; then starts are as far apart as the cap asks. */
const burstMs = 5_000;

/**
 * A cap on what is started in any 60 s: exact by a log of the last minute, and smooth by GCRA (ITU-T I.371), as
 * servers count limits by the second too. Times are milliseconds that the caller gives.
 */
export class MinuteCap {
  #log: Taken[] = [];
  #head = 0;
  #sum = 0;
  /** When all that was started would be paid off at an even pace. */
  #paidAt = -Infinity;

  constructor(private cap: number) {}

  setCap(cap: number): void {
    this.cap = cap;
  }

  /** From when on this amount may be started; `now` or earlier: at once. What is over the cap waits for a free minute. */
  readyAt(now: number, amount: number): number {
    this.#forget(now);
    const even = this.#paidAt - burstMs;
    let over = this.#sum + Math.min(amount, this.cap) - this.cap;
    let free = now;
    for (let i = this.#head; over > 0 && i < this.#log.length; i++) {
      const taken = this.#log[i] as Taken;
      over -= taken.amount;
      free = taken.at + minuteMs;
    }
    return Math.max(even, free);
  }

  take(now: number, amount: number): Taken {
    const taken = { at: now, amount: Math.min(amount, this.cap) };
    this.#log.push(taken);
    this.#sum += taken.amount;
    this.#paidAt = Math.max(this.#paidAt, now) + this.#worth(taken.amount);
    return taken;
  }

  /** Puts what it really came to in the place of what was taken. */
  correct(taken: Taken, amount: number, now: number): void {
    this.#forget(now);
    const change = Math.min(amount, this.cap) - taken.amount;
    taken.amount += change;
    this.#paidAt += this.#worth(change);
    if (taken.at > -Infinity) this.#sum += change;
  }

  #worth(amount: number): number {
    return (amount * minuteMs) / this.cap;
  }

  #forget(now: number): void {
    // A clock that was set back must not hold starts until it has caught up.
    if ((this.#log.at(-1)?.at ?? now) > now) {
      for (let i = this.#head; i < this.#log.length; i++) {
        const taken = this.#log[i] as Taken;
        taken.at = Math.min(taken.at, now);
      }
      this.#paidAt = Math.min(this.#paidAt, now + minuteMs);
    }
    for (let first = this.#log[this.#head]; first && first.at + minuteMs <= now;) {
      this.#sum -= first.amount;
      first.at = -Infinity;
      first = this.#log[++this.#head];
    }
    if (this.#head > 1024 && this.#head * 2 > this.#log.length) {
      this.#log = this.#log.slice(this.#head);
      this.#head = 0;
    }
  }
}
