import { fail, type Outcome } from '../outcome.js';
import type { Clock } from '../ports.js';
import { childOf } from './abort.js';
import { oneMore } from './again.js';
import type { Provider, ProviderError, ReplyWatch } from './provider.js';

/** How long an attempt may take, in milliseconds. */
export interface Timeouts {
  /** Until the server has taken the request, its connection standing: that has a time of its own, whoever sends it. */
  readonly connectMs: number;
  /** Until the first piece of the reply, from the start of the attempt. */
  readonly firstTokenMs: number;
  /** Between two pieces. */
  readonly idleMs: number;
  /** In all. */
  readonly wholeMs: number;
}

export const usualTimeouts: Timeouts = {
  connectMs: 30_000,
  /** A server of one's own loads its model first, and hosted ones think before their first word. */
  firstTokenMs: 4 * 60_000,
  idleMs: 60_000,
  /** As long as Node's `fetch` waits for a reply to begin. */
  wholeMs: 5 * 60_000,
};

type Stage = 'connect' | 'firstToken' | 'idle' | 'whole';

/** What earlier attempts have shown of a server: it is not held to what it never does. */
interface Habits {
  /** It sends its replies in pieces. */
  streams: boolean;
  /** It sends headers before its first word is ready. Ollama, for one, sends both when the model is loaded. */
  headersFirst: boolean;
  slowestHeadersMs: number;
}

/**
 * The provider with each attempt that hangs ended, as a `timeout` that says where. One that never tells of the pieces
 * of its replies is held to the whole alone.
 */
export function withTimeouts(provider: Provider, timeouts: Timeouts, clock: Clock): Provider {
  const habits: Habits = { streams: false, headersFirst: false, slowestHeadersMs: 0 };
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      const { controller, release } = childOf(signal);
      const attempt = new Attempt(timeouts, habits, clock, watch, () => controller.abort());
      try {
        const result = await provider.complete(request, controller.signal, attempt);
        const { cutAt } = attempt;
        if (result.ok || result.error.code !== 'cancelled' || cutAt === undefined || signal.aborted)
          return result;
        return fail({ code: 'timeout', message: messages[cutAt](timeouts) });
      } finally {
        attempt.end();
        release();
      }
    },
  };
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;

const messages: Record<Stage, (timeouts: Timeouts) => string> = {
  connect: ({ connectMs }) =>
    `The server did not take the request within ${seconds(connectMs)}. Check that it still answers, or try fewer requests at once.`,
  firstToken: ({ firstTokenMs }) =>
    `No word of a reply within ${seconds(firstTokenMs)}. Try fewer requests at once, a smaller model, or a longer firstTokenTimeout.`,
  idle: ({ idleMs }) =>
    `The reply stopped in the middle: nothing more came for ${seconds(idleMs)}. Try again, or set a longer idleTimeout.`,
  whole: ({ wholeMs }) =>
    `No whole reply within ${seconds(wholeMs)}. Try fewer requests at once, fewer tokens a reply, or a longer timeout.`,
};

/** Watches one attempt. A piece only notes the time: the one timer looks, when it rings, whether it is due yet. */
class Attempt implements ReplyWatch {
  /** Where it was cut off, if it was. */
  cutAt: Stage | undefined;
  #began: number;
  #ended = false;
  #startedAt: number | undefined;
  #pieceAt: number | undefined;
  #stopTimer: () => void;

  constructor(
    private readonly timeouts: Timeouts,
    private readonly habits: Habits,
    private readonly clock: Clock,
    private readonly watch: ReplyWatch | undefined,
    private readonly cut: () => void,
  ) {
    this.#began = clock.now();
    this.#stopTimer = this.#arm(this.#began);
  }

  started(): void {
    if (this.#startedAt === undefined) {
      this.#startedAt = this.clock.now();
      this.habits.slowestHeadersMs = Math.max(this.habits.slowestHeadersMs, this.#startedAt - this.#began);
    }
    this.watch?.started();
  }

  piece(): void {
    const now = this.clock.now();
    if (this.#pieceAt === undefined) this.#learn(now);
    this.#pieceAt = now;
    this.watch?.piece();
  }

  /** The wait for leave is nobody's fault: the next request has the whole time again. */
  async again(): Promise<Outcome<undefined, ProviderError>> {
    this.#stopTimer();
    const leave = await oneMore(this.watch);
    if (this.#ended) return leave;
    this.#began = this.clock.now();
    this.#startedAt = undefined;
    this.#pieceAt = undefined;
    this.#stopTimer = this.#arm(this.#began);
    return leave;
  }

  end(): void {
    this.#ended = true;
    this.#stopTimer();
  }

  #learn(now: number): void {
    this.habits.streams = true;
    if (this.#startedAt === undefined) return;
    const gap = now - this.#startedAt;
    if (gap > 500 && gap > this.#startedAt - this.#began) this.habits.headersFirst = true;
  }

  #check(): void {
    const now = this.clock.now();
    const [stage, due] = this.#due();
    if (now < due) this.#stopTimer = this.#arm(now);
    else {
      this.cutAt = stage;
      this.cut();
    }
  }

  /** A piece can only make the idle time due, so it is enough to look again after that. */
  #arm(now: number): () => void {
    const [, due] = this.#due();
    const wait = Math.max(1, Math.min(due - now, this.timeouts.idleMs));
    return this.clock.after(wait, () => this.#check());
  }

  /** What ends this attempt next, and when. */
  #due(): readonly [Stage, number] {
    const { connectMs, firstTokenMs, idleMs, wholeMs } = this.timeouts;
    const { streams, headersFirst, slowestHeadersMs } = this.habits;
    const began = this.#began;
    let next: readonly [Stage, number] = ['whole', began + wholeMs];
    const consider = (stage: Stage, at: number): void => {
      if (at < next[1]) next = [stage, at];
    };
    if (this.#pieceAt !== undefined) consider('idle', this.#pieceAt + idleMs);
    else if (streams || this.#startedAt !== undefined) consider('firstToken', began + firstTokenMs);
    // Before a busy server's headers there may be a queue, which is no fault.
    if (this.#startedAt === undefined && headersFirst)
      consider('connect', began + Math.max(connectMs, 4 * slowestHeadersMs));
    return next;
  }
}
