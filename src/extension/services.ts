import * as vscode from 'vscode';
import type { Datasets } from './datasets.js';
import type { Runs } from './generation/runs.js';
import type { Review } from './review/index.js';
import type { FailureRow, FailureTree } from './views/failureTree.js';
import { failuresViewId, runsViewId } from './views/names.js';
import type { RunsRow } from './views/runsTree.js';
import { TreeShell } from './views/treeShell.js';

/** What commands work with. All but the log is loaded and made when it is first asked for. */
export interface Services {
  readonly context: vscode.ExtensionContext;
  readonly log: vscode.LogOutputChannel;
  /** Name and version, as runs and manifests record it. */
  readonly app: string;
  datasets(): Promise<Datasets>;
  review(): Promise<Review>;
  runs(): Promise<Runs>;
  failures(): Promise<FailureTree>;
}

export function createServices(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Services {
  const { version } = context.extension.packageJSON as { version: string };
  /** Made once, and let go of with the extension. */
  const once = <T extends vscode.Disposable>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined;
    return () =>
      (made ??= make().then((one) => {
        context.subscriptions.push(one);
        return one;
      }));
  };
  const services: Services = {
    context,
    log,
    app: `pairsmith ${version}`,
    datasets: once(async () => new (await import('./datasets.js')).Datasets()),
    runs: once(async () => {
      const runs = new (await import('./generation/runs.js')).Runs(services);
      // Who is at another view sees from its badge that something has failed.
      services.failures().catch((error: unknown) => log.error(String(error)));
      return runs;
    }),
    failures: async () => (await failureTree()).tree,
    review: once(async () => {
      const [{ createReview }, { Texts }, { datasetFor }, datasets] = await Promise.all([
        import('./review/index.js'),
        import('./texts.js'),
        import('./generation/location.js'),
        services.datasets(),
      ]);
      const texts = new Texts();
      context.subscriptions.push(texts);
      const { extensionUri, workspaceState: memory } = context;
      return createReview({ extensionUri, datasets, texts, log, memory, datasetFor });
    }),
  };
  const runsShell: TreeShell<RunsRow> = new TreeShell(runsViewId, async () => (await runsTree()).tree);
  const runsTree = once(async () =>
    (await import('./views/createRunsTree.js')).createRunsTree(services, runsShell),
  );
  const failuresShell = new TreeShell<FailureRow>(failuresViewId, () => services.failures(), true);
  const failureTree = once(async () =>
    (await import('./views/createFailureTree.js')).createFailureTree(services, failuresShell),
  );
  context.subscriptions.push(runsShell, failuresShell);
  return services;
}
