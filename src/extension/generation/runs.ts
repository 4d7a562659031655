import { l10n, ProgressLocation, Uri, window } from 'vscode';
import type { CancellationToken, Disposable, Progress } from 'vscode';
import type { RunSummary } from '../../core/generate.js';
import type { OpenDataset } from '../datasets.js';
import type { Services } from '../services.js';
import { tell, tellProblem } from '../messages.js';
import { doWork } from './doWork.js';
import type { Work } from './work.js';

/** How a run ended. */
export interface RunEnd {
  readonly how: 'all' | 'cancelled' | 'stopped';
  readonly summary: RunSummary;
}

export type Notification = Progress<{ message?: string; increment?: number }>;

interface Running {
  readonly runs: Set<Run>;
  /** Settles when the last of them has ended. */
  last: Promise<unknown>;
}

/** A run that was started and has not ended. */
interface Run {
  readonly work: Work;
  readonly controller: AbortController;
  /** It has not begun: another one has its turn. */
  waits: boolean;
}

/** The runs of this window: one at a time for each dataset, the others wait for their turn. */
export class Runs implements Disposable {
  readonly #running = new Map<string, Running>();

  constructor(private readonly services: Services) {}

  /** Does some work with its progress shown. Resolves with how it ended; undefined where there was nothing to run. */
  start(work: Work): Promise<RunEnd | undefined> {
    const name = work.dataset.toString();
    const running = this.#running.get(name) ?? { runs: new Set(), last: Promise.resolve() };
    this.#running.set(name, running);
    const before = running.runs.size > 0 ? running.last : undefined;
    const run = { work, controller: new AbortController(), waits: before !== undefined };
    running.runs.add(run);
    const ended = this.#show(run, before).finally(() => {
      running.runs.delete(run);
      if (running.runs.size === 0) this.#running.delete(name);
    });
    // One that is stopped while it waits ends before those that it waited for.
    running.last = Promise.allSettled([running.last, ended]); // failures are told to whoever started it
    return ended;
  }

  /** Stops the runs of a dataset, or all of them. Those that have begun tell so as they end; the others are told here. */
  stop(dataset?: Uri): void {
    const stopped = [...this.#running]
      .filter(([name]) => dataset === undefined || name === dataset.toString())
      .flatMap(([, { runs }]) => [...runs])
      .filter(({ controller }) => !controller.signal.aborted);
    for (const { controller } of stopped) controller.abort();
    const dropped = stopped.filter(({ waits }) => waits).map(({ work }) => work);
    if (dropped.length > 0) this.#tellDropped(dropped);
  }

  /** Whether something is run, on a dataset or at all. */
  isRunning(dataset?: Uri): boolean {
    return dataset === undefined ? this.#running.size > 0 : this.#running.has(dataset.toString());
  }

  dispose(): void {
    for (const { runs } of this.#running.values()) for (const { controller } of runs) controller.abort();
  }

  #tellDropped(dropped: readonly Work[]): void {
    const titles = dropped.map(({ title }) => title).join('; ');
    tell(l10n.t('Stopped before it began: {0}.', titles), {
      title: l10n.t('Generate'),
      run: () => Promise.all(dropped.map((work) => this.start(work))),
    });
  }

  async #show(run: Run, before: Promise<unknown> | undefined): Promise<RunEnd | undefined> {
    const { work, controller } = run;
    const options = { location: ProgressLocation.Notification, title: work.title, cancellable: true };
    const task = async (notification: Notification, token: CancellationToken) => {
      token.onCancellationRequested(() => controller.abort());
      if (before) {
        notification.report({ message: l10n.t('waits until the run before it has ended') });
        await Promise.race([before, aborted(controller.signal)]);
      }
      if (controller.signal.aborted) return undefined;
      run.waits = false;
      return this.#run(work, notification, controller.signal);
    };
    const ended = await window.withProgress(options, task);
    return ended?.();
  }

  /** Resolves once it has ended, with what remains to be told: that is told when the progress has gone. */
  async #run(
    work: Work,
    notification: Notification,
    signal: AbortSignal,
  ): Promise<(() => RunEnd | undefined) | undefined> {
    const datasets = await this.services.datasets();
    const opened = await datasets.open(work.dataset);
    if (!opened.ok) return () => tellProblem(opened.error);
    try {
      await catchUp(opened.value);
      return await doWork(this.services, work, opened.value, notification, signal);
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
