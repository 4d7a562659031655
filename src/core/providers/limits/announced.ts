import type { RateState } from '../provider.js';
import { longestRetryAfterMs } from '../retry.js';

/** One count that a server keeps. */
interface Count {
  left: number;
  /** When it is full again. */
  readonly until: number;
}

/** What had been started when a request was. */
export interface StartPoint {
  readonly requests: number;
  readonly tokens: number;
}

/**
 * What the server says is left of its limits, less what was started since it said so: starts wait for the reset
 * before they are refused.
 */
export class Announced {
  #started = { requests: 0, tokens: 0 };
  #newest = -1;
  #requests: Count | undefined;
  #tokens: Count | undefined;

  /** Whether it matters how many tokens a request has. */
  get countsTokens(): boolean {
    return this.#tokens !== undefined;
  }

  /** From when on a request may start; `now` or earlier: at once. */
  readyAt(now: number, tokens: number): number {
    return Math.max(waitFor(this.#requests, 1, now), waitFor(this.#tokens, tokens, now));
  }

  /** Counts a start. */
  start(tokens: number): StartPoint {
    if (this.#requests) this.#requests.left--;
    if (this.#tokens) this.#tokens.left -= tokens;
    this.#started = {
      requests: this.#started.requests + 1,
      tokens: this.#started.tokens + tokens,
    };
    return this.#started;
  }

  /** Takes in what came with a reply. Replies come out of order: the latest request's word counts. */
  note(rate: RateState, point: StartPoint, saidAt: number): void {
    if (point.requests < this.#newest) return;
    this.#newest = point.requests;
    const { requestsLeft, requestsResetMs, tokensLeft, tokensResetMs } = rate;
    const since = this.#started;
    this.#requests = count(requestsLeft, requestsResetMs, since.requests - point.requests, saidAt);
    this.#tokens = count(tokensLeft, tokensResetMs, since.tokens - point.tokens, saidAt);
  }
}

/** A limit by the day is not waited for: the server's refusal says more than a silent wait. */
function count(
  left: number | undefined,
  resetMs: number | undefined,
  since: number,
  saidAt: number,
): Count | undefined {
  if (left === undefined || resetMs === undefined || resetMs > longestRetryAfterMs) return undefined;
  return { left: left - since, until: saidAt + resetMs };
}

const waitFor = (known: Count | undefined, need: number, now: number): number =>
  known === undefined || known.left >= need || known.until - now > longestRetryAfterMs
    ? -Infinity
    : known.until;
