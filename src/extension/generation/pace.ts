import type { RunEvent } from '../../core/generate.js';

/** How a run stands, and how fast it is. */
export interface Standing {
  readonly ended: number;
  readonly planned: number;
  readonly pairs: number;
  readonly failed: number;
  /** Chunks a second; undefined until it can be told. */
  readonly rate: number | undefined;
  readonly secondsLeft: number | undefined;
}

/** Rates of the first moments say nothing. */
const earliest = 1_000;

/** Adds up what a run tells. */
export class Pace {
  #startedAt: number;
  #pausedAt: number | undefined;
  #ended = 0;
  #planned = 0;
  #pairs = 0;
  #failed = 0;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.#startedAt = now();
  }

  add(event: RunEvent): void {
    if (event.type === 'start') {
      this.#planned = event.planned;
      this.#startedAt = this.now();
    }
    if (event.type === 'paused') this.#pausedAt = this.now();
    if (event.type === 'resumed' && this.#pausedAt !== undefined) {
      this.#startedAt += this.now() - this.#pausedAt;
      this.#pausedAt = undefined;
    }
    if (event.type !== 'result') return;
    this.#ended = event.ended;
    this.#pairs += event.result.pairs.length;
    if (event.outcome === 'failed') this.#failed++;
  }

  get standing(): Standing {
    const passed = (this.#pausedAt ?? this.now()) - this.#startedAt;
    const rate = this.#ended > 0 && passed >= earliest ? (this.#ended * 1000) / passed : undefined;
    const left = this.#planned - this.#ended;
    return {
      ended: this.#ended,
      planned: this.#planned,
      pairs: this.#pairs,
      failed: this.#failed,
      rate,
      secondsLeft: rate === undefined ? undefined : left / rate,
    };
  }
}
