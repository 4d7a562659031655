import { onAbort } from '../abort.js';

/** What the attempts of a run pass. Closed, none is started until it is opened; shut, none ever again. */
export class Gate {
  #state: 'open' | 'closed' | 'shut' = 'open';
  readonly #waiting = new Set<() => void>();
  #shut = new AbortController();

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Aborted once it is shut. */
  get shutSignal(): AbortSignal {
    return this.#shut.signal;
  }

  close(): void {
    if (this.#state === 'open') this.#state = 'closed';
  }

  open(): void {
    if (this.#state !== 'closed') return;
    this.#state = 'open';
    this.#wake();
  }

  /** For another run. */
  reset(): void {
    if (this.#state === 'shut') this.#shut = new AbortController();
    this.#state = 'open';
  }

  shut(): void {
    this.#state = 'shut';
    this.#shut.abort();
    this.#wake();
  }

  /** Resolves with true while it is open, or with false once it is shut or `signal` is aborted. */
  async pass(signal: AbortSignal): Promise<boolean> {
    while (this.#state === 'closed' && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = (): void => {
          forget();
          this.#waiting.delete(wake);
          resolve();
        };
        const forget = onAbort(signal, wake);
        this.#waiting.add(wake);
      });
    }
    return this.#state === 'open' && !signal.aborted;
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}
