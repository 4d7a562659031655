import { EventEmitter } from 'vscode';
import type { Disposable } from 'vscode';
import { RunControl } from '../../core/generate.js';
import type { RunEvent } from '../../core/generate.js';
import type { RunId } from '../../core/dataset/model.js';
import type { Problem } from '../../core/outcome.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { Pace } from './pace.js';
import type { Standing } from './pace.js';
import type { RunEnd } from './runs.js';
import type { Work } from './work.js';

/** waiting: another run of its dataset has its turn. preparing: it reads and chunks, or asks the user. */
export type ActiveRunState = 'waiting' | 'preparing' | 'running' | 'paused' | 'ended';

/** What the results of a run took so far, in US dollars. */
export interface RunCost {
  /** Of those whose cost is known; undefined where none is. */
  readonly known: number | undefined;
  /** So many results of a model took nobody knows what. */
  readonly unknown: number;
}

/** What a part of a run is begun with. */
export type RunPart = Pick<PreparedRun, 'concurrency' | 'steering' | 'request'>;

/** A run from its start to its end, also over pauses after which it begins with other settings. */
export class ActiveRun implements Disposable {
  #state: ActiveRunState = 'waiting';
  #end: RunEnd | undefined;
  #pace = new Pace();
  #cost: RunCost = { known: undefined, unknown: 0 };
  #concurrency: number | undefined;
  #endedAt: Date | undefined;
  #begunWith: RunPart | undefined;
  #part: { readonly control: RunControl; readonly abort: AbortController } | undefined;
  #again = false;
  readonly #ids = new Set<RunId>();
  readonly #stop = new AbortController();
  readonly #changed = new EventEmitter<void>();
  /** Fires when its state or its counts have changed. */
  readonly onDidChange = this.#changed.event;

  /** @param id differs from that of each other run of the window */
  constructor(
    readonly work: Work,
    readonly id: number,
  ) {}

  get state(): ActiveRunState {
    return this.#state;
  }

  /** Why it is paused; undefined where somebody paused it. */
  get problem(): Problem | undefined {
    return this.#part?.control.problem;
  }

  /** Its counts, rate and time left, since it was last begun or resumed with other settings. */
  get standing(): Standing {
    return this.#pace.standing;
  }

  /** The most requests at once; undefined before it is running. */
  get concurrency(): number | undefined {
    return this.#concurrency;
  }

  /** How many requests at once its server bears now, as far as that has been found out. */
  get borne(): number | undefined {
    return this.#begunWith?.steering.limiter?.limit;
  }

  /** Who makes the pairs; nobody before it is running. */
  get models(): readonly { readonly provider: string; readonly model: string }[] {
    const request = this.#begunWith?.request;
    return request ? [request, ...(request.others ?? [])] : [];
  }

  /** What it took so far. */
  get cost(): RunCost {
    return this.#cost;
  }

  /** Its ids in the dataset, those of its parts and of each that it asks, as far as they have given a result. */
  get ids(): ReadonlySet<RunId> {
    return this.#ids;
  }

  /** How it ended, where it did and anything was run. */
  get end(): RunEnd | undefined {
    return this.#end;
  }

  get endedAt(): Date | undefined {
    return this.#endedAt;
  }

  /** Aborted when it is stopped. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  pause(): void {
    this.#part?.control.pause();
  }

  /** Goes on. After a problem it begins anew with key, model and address as they are set now: one of them was to be mended. */
  resume(): void {
    if (this.#state !== 'paused') return;
    if (this.problem === undefined) return this.#part?.control.resume();
    this.#again = true;
    this.#part?.abort.abort();
  }

  setConcurrency(concurrency: number): void {
    this.#part?.control.setConcurrency(concurrency);
  }

  stop(): void {
    this.#stop.abort();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** It has its turn. */
  begin(): void {
    this.#become('preparing');
  }

  /** A part of it is to be run, with these: up to its end, or to a problem after which it begins anew. */
  beginPart(part: RunPart): { readonly control: RunControl; readonly signal: AbortSignal } {
    const control = new RunControl();
    const abort = new AbortController();
    this.#part = { control, abort };
    this.#again = false;
    this.#pace = new Pace();
    this.#begunWith = part;
    this.#concurrency = part.concurrency;
    control.onChange(() => {
      this.#concurrency = control.concurrency ?? part.concurrency;
      if (control.state !== 'ended') this.#become(control.state);
    });
    this.#become('running');
    return { control, signal: AbortSignal.any([this.signal, abort.signal]) };
  }

  /** Counts what the part that goes on tells. */
  add(event: RunEvent): void {
    this.#pace.add(event);
    if (event.type !== 'result') return;
    this.#ids.add(event.result.run);
    const { known, unknown } = this.#cost;
    const { cost } = event.result;
    this.#cost =
      cost === undefined ? { known, unknown: unknown + 1 } : { known: (known ?? 0) + cost, unknown };
    this.#changed.fire();
  }

  /** Whether the part that has ended is to be followed by another one. */
  beginsAnew(): boolean {
    if (!this.#again || this.signal.aborted) return false;
    this.#become('preparing');
    return true;
  }

  finish(end: RunEnd | undefined): void {
    this.#end = end;
    this.#endedAt = new Date();
    this.#become('ended');
  }

  #become(state: ActiveRunState): void {
    this.#state = state;
    this.#changed.fire();
  }
}
