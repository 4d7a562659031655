import { l10n, ProgressLocation, Uri, window } from 'vscode';
import type { CancellationToken, Disposable, Progress } from 'vscode';
import type { RunSummary } from '../../core/generate.js';
import type { OpenDataset } from '../datasets.js';
import type { Services } from '../services.js';
import { tellProblem } from '../messages.js';
import { doWork } from './doWork.js';
import type { Work } from './work.js';

/** How a run ended. */
export interface RunEnd {
  readonly how: 'all' | 'cancelled' | 'stopped';
  readonly summary: RunSummary;
}

export type Notification = Progress<{ message?: string; increment?: number }>;

interface Running {
  readonly controllers: Set<AbortController>;
  /** Settles when the last of them has ended. */
  last: Promise<unknown>;
}

/** The runs of this window: one at a time for each dataset, the others wait for their turn. */
export class Runs implements Disposable {
  readonly #running = new Map<string, Running>();

  constructor(private readonly services: Services) {}

  /** Does some work with its progress shown. Resolves with how it ended; undefined where there was nothing to run. */
  start(work: Work): Promise<RunEnd | undefined> {
    const name = work.dataset.toString();
    const running = this.#running.get(name) ?? { controllers: new Set(), last: Promise.resolve() };
    this.#running.set(name, running);
    const controller = new AbortController();
    const before = running.controllers.size > 0 ? running.last : undefined;
    running.controllers.add(controller);
    const run = this.#show(work, controller, before).finally(() => {
      running.controllers.delete(controller);
      if (running.controllers.size === 0) this.#running.delete(name);
    });
    running.last = run.catch(() => undefined); // told to whoever started it
    return run;
  }

  /** Stops the runs of a dataset, or all of them. */
  stop(dataset?: Uri): void {
    for (const [name, { controllers }] of this.#running) {
      if (dataset === undefined || name === dataset.toString()) for (const one of controllers) one.abort();
    }
  }

  /** Whether something is run, on a dataset or at all. */
  isRunning(dataset?: Uri): boolean {
    return dataset === undefined ? this.#running.size > 0 : this.#running.has(dataset.toString());
  }

  dispose(): void {
    this.stop();
  }

  async #show(
    work: Work,
    controller: AbortController,
    before: Promise<unknown> | undefined,
  ): Promise<RunEnd | undefined> {
    const options = { location: ProgressLocation.Notification, title: work.title, cancellable: true };
    const task = async (notification: Notification, token: CancellationToken) => {
      token.onCancellationRequested(() => controller.abort());
      if (before) {
        notification.report({ message: l10n.t('waits until the run before it has ended') });
        await Promise.race([before, aborted(controller.signal)]);
      }
      return controller.signal.aborted ? undefined : this.#run(work, notification, controller.signal);
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
