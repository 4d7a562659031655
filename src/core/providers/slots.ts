import { cancelled, onAbort } from './abort.js';
import type { Provider } from './provider.js';

interface Waiter {
  readonly start: () => void;
  /** Its wait was given up. */
  gone: boolean;
}

/** A limit on how much happens at once, first come, first served. */
export class Slots {
  #used = 0;
  #queue: Waiter[] = [];
  #head = 0;

  constructor(readonly limit: number) {
    if (!(limit >= 1)) throw new RangeError(`a limit of ${limit} would wait for ever`);
  }

  /** How many slots are taken. */
  get used(): number {
    return this.#used;
  }

  /** Resolves with true once a slot is taken, or with false when `signal` is aborted before. */
  take(signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    if (this.#used < this.limit) {
      this.#used++;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const waiter: Waiter = {
        gone: false,
        start: () => {
          forget();
          resolve(true);
        },
      };
      const forget = onAbort(signal, () => {
        waiter.gone = true;
        resolve(false);
      });
      this.#queue.push(waiter);
    });
  }

  /** Gives a slot back; the one that waits longest gets it. */
  give(): void {
    while (this.#head < this.#queue.length) {
      const next = this.#queue[this.#head++];
      if (this.#head > 1024 && this.#head * 2 > this.#queue.length) {
        this.#queue = this.#queue.slice(this.#head);
        this.#head = 0;
      }
      if (next !== undefined && !next.gone) {
        next.start();
        return;
      }
    }
    this.#queue = [];
    this.#head = 0;
    this.#used--;
  }
}

/** The provider with each attempt in a slot, so that what waits between attempts holds none. */
export function withSlots(provider: Provider, slots: Slots): Provider {
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      if (!(await slots.take(signal))) return cancelled();
      try {
        return await provider.complete(request, signal, watch);
      } finally {
        slots.give();
      }
    },
  };
}
