import type { Problem } from '../outcome.js';

/** What a run's control reaches. */
interface Controlled {
  pause(): void;
  resume(): void;
  setConcurrency(concurrency: number): void;
}

export type RunState = 'running' | 'paused' | 'ended';

/** A handle on a run while it goes on: for whoever started it, and for views of it. */
export class RunControl {
  #state: RunState = 'running';
  #problem: Problem | undefined;
  #concurrency: number | undefined;
  readonly #controlled = new Set<Controlled>();
  readonly #listeners = new Set<() => void>();

  get state(): RunState {
    return this.#state;
  }

  /** What a paused run met; undefined where somebody paused it. */
  get problem(): Problem | undefined {
    return this.#problem;
  }

  /** Requests at once that somebody asked for since it was started. */
  get concurrency(): number | undefined {
    return this.#concurrency;
  }

  /** Starts no further request until `resume`. What is in flight comes to its end and is recorded. */
  pause(problem?: Problem): void {
    if (this.#state !== 'running') return;
    this.#problem = problem;
    for (const one of this.#controlled) one.pause();
    this.#change('paused');
  }

  resume(): void {
    if (this.#state !== 'paused') return;
    this.#problem = undefined;
    this.#change('running');
    for (const one of this.#controlled) one.resume();
  }

  /** The most requests at once from now on, a whole number from 1. A server that refuses so many gets fewer. */
  setConcurrency(concurrency: number): void {
    if (this.#state === 'ended' || !Number.isInteger(concurrency) || concurrency < 1) return;
    this.#concurrency = concurrency;
    for (const one of this.#controlled) one.setConcurrency(concurrency);
    this.#change(this.#state);
  }

  /** Calls `listener` after each change of state or concurrency. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Makes a part of the run heed what is asked, also what was asked before it began. */
  attach(controlled: Controlled): void {
    this.#controlled.add(controlled);
    if (this.#concurrency !== undefined) controlled.setConcurrency(this.#concurrency);
    if (this.#state === 'paused') controlled.pause();
  }

  /** The run is over: nothing has an effect any more. */
  end(): void {
    if (this.#state === 'ended') return;
    this.#controlled.clear();
    this.#problem = undefined;
    this.#change('ended');
  }

  #change(state: RunState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
