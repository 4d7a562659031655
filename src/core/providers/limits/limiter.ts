import type { Outcome } from '../../outcome.js';
import type { Clock, Random } from '../../ports.js';
import { onAbort } from '../abort.js';
import type { Completion, CompletionRequest, ProviderError } from '../provider.js';
import { longestRetryAfterMs } from '../retry.js';
import { Announced, type StartPoint } from './announced.js';
import { AdaptiveConcurrency } from './concurrency.js';
import { TokenEstimate } from './estimate.js';
import { MinuteCap, type Taken } from './minute.js';
import { Pace } from './pace.js';

export interface LimiterOptions {
  /** Most requests in flight. */
  readonly ceiling: number;
  readonly requestsPerMinute?: number | undefined;
  readonly tokensPerMinute?: number | undefined;
}

/** Leave to be in flight, given back with what came of it. */
export interface Ticket {
  readonly window: number;
  readonly request: CompletionRequest;
  readonly point: StartPoint;
  readonly inRequests: Taken | undefined;
  readonly inTokens: Taken | undefined;
  /** How long it was held back by caps and by what the server said, first in the line, in milliseconds. */
  readonly heldMs: number;
}

interface Waiter {
  readonly request: CompletionRequest;
  readonly start: (ticket: Ticket) => void;
  /** Counted once it matters. */
  tokens: number | undefined;
  /** Since when it could start but for the caps. */
  heldSince: number | undefined;
  /** Its wait was given up. */
  gone: boolean;
}

/** Refused again and again without a hint when to come back, all wait so long, and twice as long each time. */
const firstHoldMs = 1_000;
const longestHoldMs = 30_000;
const soonMs = 2_000;
const overloaded = new Set([503, 529]);

/**
 * When requests to one model of one server are started, first come, first served: so many at once as the server bears,
 * so many a minute as the caps and its own headers allow. All runs of a process share it.
 */
export class Limiter {
  readonly #concurrency: AdaptiveConcurrency;
  readonly #announced = new Announced();
  readonly #pace = new Pace();
  readonly #estimate = new TokenEstimate();
  #requests: MinuteCap | undefined;
  #tokens: MinuteCap | undefined;
  #used = 0;
  #queue: Waiter[] = [];
  #head = 0;
  #holdUntil = -Infinity;
  #stopTimer: (() => void) | undefined;
  #looksAt: number | undefined;

  constructor(
    options: LimiterOptions,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.#concurrency = new AdaptiveConcurrency(options.ceiling);
    this.configure(options);
  }

  /** Requests in flight. */
  get used(): number {
    return this.#used;
  }

  /** How many may be in flight now: at most the ceiling. */
  get limit(): number {
    return this.#concurrency.limit;
  }

  /** Takes on other bounds while it works. */
  configure({ ceiling, requestsPerMinute, tokensPerMinute }: LimiterOptions): void {
    this.#concurrency.setCeiling(ceiling);
    this.#requests = capped(this.#requests, requestsPerMinute);
    this.#tokens = capped(this.#tokens, tokensPerMinute);
    this.#startNext();
  }

  setCeiling(ceiling: number): void {
    this.#concurrency.setCeiling(ceiling);
    this.#startNext();
  }

  /** Resolves with a ticket once the request may start, or with undefined when `signal` is aborted before. */
  take(request: CompletionRequest, signal: AbortSignal): Promise<Ticket | undefined> {
    if (signal.aborted) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        request,
        tokens: undefined,
        heldSince: undefined,
        gone: false,
        start: (ticket) => {
          forget();
          resolve(ticket);
        },
      };
      const forget = onAbort(signal, () => {
        waiter.gone = true;
        resolve(undefined);
        this.#startNext(); // it may have stood first in the line
      });
      this.#queue.push(waiter);
      this.#startNext();
    });
  }

  /**
   * Gives a ticket back with what came of the request (undefined: an exception). The one that waits longest is
   * started. Whether fewer are sent at once from now on.
   * @param saidAt when the headers of the reply came
   */
  give(
    ticket: Ticket,
    result: Outcome<Completion, ProviderError> | undefined,
    saidAt: number | undefined,
  ): boolean {
    this.#used--;
    const now = this.clock.now();
    const { rate } = result === undefined ? {} : result.ok ? result.value : result.error;
    if (rate) this.#announced.note(rate, ticket.point, saidAt ?? now);
    if (result?.ok) this.#learn(ticket, result.value, now);
    const cut = result !== undefined && !result.ok && this.#refused(ticket, result.error, now);
    this.#startNext();
    return cut;
  }

  /** Gives a ticket back that was not used. */
  putBack({ inRequests, inTokens }: Ticket): void {
    this.#used--;
    const now = this.clock.now();
    if (inRequests) this.#requests?.correct(inRequests, 0, now);
    if (inTokens) this.#tokens?.correct(inTokens, 0, now);
    this.#startNext();
  }

  #learn({ window, request, inTokens }: Ticket, { usage }: Completion, now: number): void {
    this.#concurrency.served(window);
    this.#pace.served();
    if (!usage || (!inTokens && !this.#announced.countsTokens)) return;
    this.#estimate.learn(request, usage);
    const { input, output } = usage;
    if (inTokens && input !== undefined && output !== undefined)
      this.#tokens?.correct(inTokens, input + output, now);
  }

  #refused({ window }: Ticket, { code, status, retryAfterMs }: ProviderError, now: number): boolean {
    const tooMany =
      code === 'rate' || code === 'timeout' || (code === 'server' && overloaded.has(status ?? 0));
    if (code === 'rate' && this.#used === 0) this.#pace.refused();
    if (!tooMany || !this.#concurrency.refused(window)) return false;
    const hold = this.#holdFor(retryAfterMs);
    this.#holdUntil = Math.max(this.#holdUntil, now + hold);
    return true;
  }

  /**
   * How long all starts wait once refusals are more than stray (a stray one holds its own request alone): as long as the
   * server asks where that looks like a limit by the minute, not one of requests at once, which the cut itself answers.
   */
  #holdFor(asked: number | undefined): number {
    const again = this.#concurrency.cutsInRow - 1;
    if (asked !== undefined && asked <= longestRetryAfterMs && (asked > soonMs || again > 0)) return asked;
    const unasked = again === 0 ? 0 : Math.min(longestHoldMs, firstHoldMs * 2 ** (again - 1));
    return unasked * (0.5 + this.random() / 2);
  }

  /** Starts whoever may start now; where only time is in the way, looks again then. */
  #startNext(): void {
    for (;;) {
      const first = this.#first();
      if (!first) return this.#stopTimer?.(); // no timer holds a program up that has nothing left to do
      if (this.#used >= this.limit) return;
      const now = this.clock.now();
      if (this.#tokens || this.#announced.countsTokens) first.tokens ??= this.#estimate.of(first.request);
      const { tokens = 0 } = first;
      const ready = Math.max(
        this.#holdUntil,
        this.#pace.readyAt(now),
        this.#announced.readyAt(now, tokens),
        this.#requests?.readyAt(now, 1) ?? -Infinity,
        this.#tokens?.readyAt(now, tokens) ?? -Infinity,
      );
      if (ready > now) {
        first.heldSince ??= now;
        this.#lookAgain(ready, now);
        return;
      }
      this.#head++;
      this.#used++;
      this.#pace.start(now);
      first.start({
        window: this.#concurrency.window,
        request: first.request,
        point: this.#announced.start(tokens),
        inRequests: this.#requests?.take(now, 1),
        inTokens: this.#tokens?.take(now, tokens),
        heldMs: first.heldSince === undefined ? 0 : now - first.heldSince,
      });
    }
  }

  #lookAgain(at: number, now: number): void {
    if (at === this.#looksAt) return;
    this.#stopTimer?.();
    this.#looksAt = at;
    const stop = this.clock.after(Math.ceil(at - now), () => {
      this.#looksAt = undefined;
      this.#startNext();
    });
    this.#stopTimer = () => {
      this.#looksAt = undefined;
      stop();
    };
  }

  /** Who waits longest. */
  #first(): Waiter | undefined {
    while (this.#queue[this.#head]?.gone === true) this.#head++;
    // Those that were started go soon: they hold their requests.
    if (this.#head === this.#queue.length || (this.#head > 64 && this.#head * 2 > this.#queue.length)) {
      this.#queue = this.#queue.slice(this.#head);
      this.#head = 0;
    }
    return this.#queue[this.#head];
  }
}

function capped(cap: MinuteCap | undefined, most: number | undefined): MinuteCap | undefined {
  if (most === undefined) return undefined;
  cap?.setCap(most);
  return cap ?? new MinuteCap(most);
}
