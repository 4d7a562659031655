/** A cut leaves this part of the limit. */
const cut = 0.7;
/** Beyond what was too much before, the limit grows so many times slower. */
const caution = 10;

/**
 * When refusals are more than stray: a cumulative sum (Page, Continuous Inspection Schemes, Biometrika 1954) of the
 * log-likelihood of half refused against a tenth. Simulated, it comes to `enough` after 5 requests that are all
 * refused, 15 of which half are and 52 of which 30 % are; with 10 % refused at random once in 19,000 requests, with
 * 5 % once in more than a million.
 */
const refusedSays = Math.log(0.5 / 0.1);
const servedSays = Math.log(0.5 / 0.9);
const enough = 8;

/**
 * How many requests may be in flight: additive increase, multiplicative decrease (Chiu and Jain, 1989), at most one
 * cut a window. A window is a latency: what was started before a cut says nothing of the limit after it.
 */
export class AdaptiveConcurrency {
  #ceiling: number;
  #limit: number;
  /** Where refusals were met last; above it the limit feels its way. */
  #tooMuch = Infinity;
  #evidence = 0;
  #window = 0;
  #cutsInRow = 0;

  constructor(ceiling: number) {
    if (!(ceiling >= 1)) throw new RangeError(`a limit of ${ceiling} would wait for ever`);
    this.#ceiling = ceiling;
    this.#limit = ceiling;
  }

  /** Requests that may be in flight now. */
  get limit(): number {
    return Math.max(1, Math.floor(this.#limit + 1e-9));
  }

  get ceiling(): number {
    return this.#ceiling;
  }

  /** To be noted with each request that is started. */
  get window(): number {
    return this.#window;
  }

  /** Cuts since a request was last served. */
  get cutsInRow(): number {
    return this.#cutsInRow;
  }

  /** A higher ceiling is tried at once, as a person asked for it. */
  setCeiling(ceiling: number): void {
    if (!(ceiling >= 1) || ceiling === this.#ceiling) return;
    if (ceiling > this.#ceiling) this.#tooMuch = Infinity;
    this.#limit = ceiling > this.#ceiling ? ceiling : Math.min(this.#limit, ceiling);
    this.#ceiling = ceiling;
  }

  /** A request of this window was served. */
  served(window: number): void {
    this.#cutsInRow = 0;
    if (window !== this.#window) return;
    this.#evidence = Math.max(0, this.#evidence + servedSays);
    const pace = this.#limit + 1 > this.#tooMuch ? caution : 1;
    this.#limit = Math.min(this.#ceiling, this.#limit + 1 / (pace * this.#limit));
    if (this.#limit >= this.#tooMuch + 1) this.#tooMuch = Infinity;
  }

  /** A request of this window was refused as one too many. Whether the limit was cut for it. */
  refused(window: number): boolean {
    if (window !== this.#window) return false;
    this.#evidence += refusedSays;
    if (this.#evidence < enough) return false;
    this.#evidence = 0;
    this.#window++;
    this.#cutsInRow++;
    this.#tooMuch = this.#limit;
    this.#limit = Math.max(1, this.#limit * cut);
    return true;
  }
}
