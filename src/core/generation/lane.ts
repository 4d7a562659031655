import type { ProviderError } from '../providers/provider.js';
import type { Steering } from '../providers/limits/steering.js';
import { longestRetryAfterMs } from '../providers/retry.js';

/**
 * What came of a job. settled: it is recorded, or not to be; the provider works. kept: it is recorded, from replies that
 * were kept, so that nobody was asked. dropped: it was cancelled. failed: the provider gave this error; `record` writes
 * that down, unless the job is asked again.
 */
export type Fate =
  | { readonly is: 'settled' }
  | { readonly is: 'kept' }
  | { readonly is: 'dropped' }
  | { readonly is: 'failed'; readonly error: ProviderError; record(): Promise<unknown> };

export interface LaneOptions<Job> {
  readonly jobs: { readonly length: number; at(number: number): Job };
  /** Requests at once. The provider holds to it; twice as many jobs are under way, so that no slot waits. */
  readonly concurrency: number;
  readonly steering: Steering;
  readonly signal: AbortSignal;
  /** Does a job. It must not throw. */
  work(job: Job): Promise<Fate>;
  /** Told when every other job would fail as well. The lane is closed then; `open` goes on with all that is left. */
  onBroken(error: ProviderError): void;
}

/** After these every other chunk would fail alike. */
const hopeless = new Set(['auth', 'quota', 'not-found', 'budget']);
/** So many failures in a row, with nothing served in between, and the server counts as down. */
const mostInRow = 10;
/** Failures that no chunk brings about. */
const ofServer = new Set(['network', 'rate']);

/**
 * The jobs that go to one provider, as a sliding window without a barrier, and what breaks the circuit: jobs that failed
 * wait unrecorded until another one shows that the provider works. If none does, all of them are asked again later.
 */
export class Lane<Job> {
  readonly #options: LaneOptions<Job>;
  #concurrency: number;
  #first = 0;
  #last: number;
  readonly #again: Job[] = [];
  readonly #failed: { readonly job: Job; readonly error: ProviderError; record(): Promise<unknown> }[] = [];
  #working = 0;
  #broken = false;
  #end: () => void = () => {};
  /** Jobs are taken from the end of the list. */
  fromEnd = false;

  constructor(options: LaneOptions<Job>) {
    this.#options = options;
    this.#concurrency = options.concurrency;
    this.#last = options.jobs.length;
  }

  /** Whether there are jobs that are not asked yet. */
  get hasLeft(): boolean {
    return this.#first < this.#last || this.#again.length > 0;
  }

  /** Resolves when nothing is left to do, or when it was stopped and all that was in flight has come in. */
  run(): Promise<void> {
    const { signal, steering } = this.#options;
    const ended = new Promise<void>((resolve) => (this.#end = resolve));
    const look = (): void => this.#goOn();
    signal.addEventListener('abort', look, { once: true });
    steering.gate.shutSignal.addEventListener('abort', look, { once: true });
    this.#goOn();
    return ended.finally(() => signal.removeEventListener('abort', look));
  }

  close(): void {
    this.#options.steering.gate.close();
  }

  open(): void {
    this.#broken = false;
    this.#options.steering.gate.open();
    this.#goOn();
  }

  /** Starts no further request, ever. */
  stop(): void {
    this.#options.steering.gate.shut();
  }

  setConcurrency(concurrency: number): void {
    this.#concurrency = concurrency;
    this.#options.steering.limiter?.setCeiling(concurrency);
    this.#goOn();
  }

  get #mayStart(): boolean {
    const { signal, steering } = this.#options;
    return steering.gate.isOpen && !signal.aborted;
  }

  #goOn(): void {
    while (this.#mayStart && this.hasLeft && this.#working < 2 * this.#concurrency) void this.#worker();
    if (this.#working > 0) return;
    const { signal, steering } = this.#options;
    if (signal.aborted || steering.gate.shutSignal.aborted) return this.#end();
    if (this.hasLeft) return; // it is closed
    if (this.#failed.length === 0) return this.#end();
    if (!steering.gate.isOpen) return;
    const [first] = this.#failed;
    // With many at once, a server that is down has been asked all there is before that could be told.
    if (
      first &&
      this.#failed.length >= mostInRow &&
      this.#failed.every(({ error }) => ofServer.has(error.code))
    )
      this.#break(first.error);
    else void this.#recordFailed().then(this.#end);
  }

  async #worker(): Promise<void> {
    this.#working++;
    while (this.#mayStart && this.#working <= 2 * this.#concurrency) {
      const job = this.#next();
      if (job === undefined) break;
      await this.#do(job);
    }
    this.#working--;
    this.#goOn();
  }

  #next(): Job | undefined {
    const again = this.#again.shift();
    if (again !== undefined || this.#first >= this.#last) return again;
    return this.#options.jobs.at(this.fromEnd ? --this.#last : this.#first++);
  }

  async #do(job: Job): Promise<void> {
    const fate = await this.#options.work(job);
    if (fate.is === 'settled') return this.#recordFailed();
    if (fate.is === 'kept' || fate.is === 'dropped') return;
    const { error } = fate;
    this.#failed.push({ job, error, record: () => fate.record() });
    const inRow = this.#failed.length;
    if (this.#broken || isHopeless(error) || inRow >= Math.max(mostInRow, 2 * this.#concurrency))
      this.#break(error);
  }

  /** What has failed is asked again once it is opened. */
  #break(error: ProviderError): void {
    this.#again.push(...this.#failed.splice(0).map((one) => one.job));
    if (this.#broken) return; // by one that was in flight with it
    this.#broken = true;
    this.close();
    this.#options.onBroken(error);
  }

  /** The provider works, so these failed by themselves. */
  async #recordFailed(): Promise<void> {
    if (this.#failed.length > 0) await Promise.all(this.#failed.splice(0).map((one) => one.record()));
  }
}

const isHopeless = ({ code, retryAfterMs = 0 }: ProviderError): boolean =>
  hopeless.has(code) || (code === 'rate' && retryAfterMs > longestRetryAfterMs);
