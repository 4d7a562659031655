import { EventEmitter, l10n, ProgressLocation, Uri, window } from 'vscode';
import type { Disposable, Progress } from 'vscode';
import type { RunSummary } from '../../core/generate.js';
import type { OpenDataset } from '../datasets.js';
import type { Services } from '../services.js';
import { tell, tellProblem } from '../messages.js';
import { ActiveRun } from './activeRun.js';
import { doWork } from './doWork.js';
import type { Told } from './doWork.js';
import { isInView } from './showReview.js';
import { ShownRun } from './shownRun.js';
import type { Work } from './work.js';

/** How a run ended. */
export interface RunEnd {
  readonly how: 'all' | 'cancelled' | 'stopped';
  readonly summary: RunSummary;
  /** What was said of it, where it went well or was stopped by the user. */
  readonly told?: string | undefined;
}

export type Notification = Progress<{ message?: string; increment?: number }>;

interface Running {
  readonly runs: Set<ActiveRun>;
  /** Settles when the last of them has ended. */
  last: Promise<unknown>;
}

/** So many runs that have ended are kept for those who look. */
const mostEnded = 20;

/** The runs of this window: one at a time for each dataset, the others wait for their turn. */
export class Runs implements Disposable {
  readonly #running = new Map<string, Running>();
  readonly #ended: ActiveRun[] = [];
  #started = 0;
  readonly #changed = new EventEmitter<void>();
  /** Fires when a run was started or has ended, or its state or counts have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly services: Services) {}

  /** Does some work with its progress shown. Resolves with how it ended; undefined where there was nothing to run. */
  start(work: Work): Promise<RunEnd | undefined> {
    this.#stopBroken(work.dataset);
    const name = work.dataset.toString();
    const running = this.#running.get(name) ?? { runs: new Set(), last: Promise.resolve() };
    this.#running.set(name, running);
    const before = running.runs.size > 0 ? running.last : undefined;
    const run = new ActiveRun(work, ++this.#started);
    running.runs.add(run);
    run.onDidChange(() => this.#changed.fire());
    this.#changed.fire();
    const ended = this.#show(run, before)
      .then(
        (end) => (run.finish(end), end),
        (error: unknown) => {
          run.finish(undefined);
          throw error;
        },
      )
      .finally(() => {
        running.runs.delete(run);
        if (running.runs.size === 0) this.#running.delete(name);
        this.#ended.push(run);
        this.#ended.splice(0, this.#ended.length - mostEnded).forEach((old) => old.dispose());
        this.#changed.fire();
      });
    // One that is stopped while it waits ends before those that it waited for.
    running.last = Promise.allSettled([running.last, ended]); // failures are told to whoever started it
    return ended;
  }

  /** The runs that go on or wait, and the last ones that have ended, the oldest first. */
  get all(): readonly ActiveRun[] {
    return [...this.#ended, ...this.#active()];
  }

  /** The runs that go on or wait. */
  get active(): readonly ActiveRun[] {
    return this.#active();
  }

  /** What the last run of a dataset in this window left, where it was stopped and did not come to its end. */
  left(dataset: Uri): Work | undefined {
    const last = this.#ended.findLast(({ work }) => work.dataset.toString() === dataset.toString());
    return last?.end && last.end.how !== 'all' ? last.work : undefined;
  }

  /** Stops a run, those of a dataset, or all. Those that have begun tell so as they end; the others are told here. */
  stop(which?: Uri | ActiveRun): void {
    const runs = which instanceof ActiveRun ? [which] : this.#active(which);
    const stopped = runs.filter(({ signal }) => !signal.aborted);
    const dropped = stopped.filter(({ state }) => state === 'waiting').map(({ work }) => work);
    for (const run of stopped) run.stop();
    if (dropped.length > 0) this.#tellDropped(dropped);
  }

  /** Goes on with what is paused on a dataset. Whether there was anything. */
  resume(dataset: Uri): boolean {
    const paused = this.#active(dataset).filter(({ state }) => state === 'paused');
    for (const run of paused) run.resume();
    return paused.length > 0;
  }

  /** Whether something is run, on a dataset or at all. */
  isRunning(dataset?: Uri): boolean {
    return dataset === undefined ? this.#running.size > 0 : this.#running.has(dataset.toString());
  }

  dispose(): void {
    for (const run of this.#active()) run.stop();
    this.#changed.dispose();
  }

  #active(dataset?: Uri): ActiveRun[] {
    return [...this.#running]
      .filter(([name]) => dataset === undefined || name === dataset.toString())
      .flatMap(([, { runs }]) => [...runs]);
  }

  /** Who starts something else on a dataset does not wait for a run there that a problem has paused. */
  #stopBroken(dataset: Uri): void {
    for (const run of this.#active(dataset)) if (run.problem) run.stop();
  }

  #tellDropped(dropped: readonly Work[]): void {
    const titles = dropped.map(({ title }) => title).join('; ');
    tell(l10n.t('Stopped before it began: {0}.', titles), {
      title: l10n.t('Generate'),
      run: () => Promise.all(dropped.map((work) => this.start(work))),
    });
  }

  async #show(run: ActiveRun, before: Promise<unknown> | undefined): Promise<RunEnd | undefined> {
    const { work } = run;
    const options = { location: ProgressLocation.Notification, title: work.title, cancellable: true };
    let shown: ShownRun | undefined;
    let whole: Promise<Told | undefined> | undefined;
    await window.withProgress(options, (notification, token) => {
      token.onCancellationRequested(() => run.stop());
      shown = new ShownRun(notification, work);
      whole = this.#takeTurn(run, before, shown);
      return Promise.race([whole, shown.moved]);
    });
    try {
      const told = await whole;
      return told?.();
    } finally {
      shown?.dispose();
    }
  }

  async #takeTurn(
    run: ActiveRun,
    before: Promise<unknown> | undefined,
    shown: ShownRun,
  ): Promise<Told | undefined> {
    const { work, signal } = run;
    if (isInView(work.dataset)) shown.toStatusBar();
    if (before) {
      shown.report({ message: l10n.t('waits until the run before it has ended') });
      await Promise.race([before, aborted(signal)]);
    }
    if (signal.aborted) return undefined;
    run.begin();
    return this.#run(run, shown);
  }

  /** Resolves once it has ended, with what remains to be told: that is told when the progress has gone. */
  async #run(run: ActiveRun, shown: ShownRun): Promise<Told | undefined> {
    const datasets = await this.services.datasets();
    const opened = await datasets.open(run.work.dataset);
    if (!opened.ok) return () => tellProblem(opened.error);
    try {
      await catchUp(opened.value);
      return await doWork(this.services, run, opened.value, shown);
    } finally {
      opened.value.dispose();
    }
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** Takes in what others have written. A file that was deleted is begun anew, not gone on with from memory. */
async function catchUp({ dataset, reload }: OpenDataset): Promise<void> {
  const read = await dataset.catchUp();
  if (read.ok) return;
  if (read.error.code === 'replaced') await reload();
  if (read.error.code === 'missing' && dataset.fold.largestId !== '') await dataset.reload();
}
