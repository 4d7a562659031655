import { Disposable, window } from 'vscode';
import type { Uri } from 'vscode';
import { likelyDataset, reviewInFront } from '../commands/chooseDataset.js';
import type { Services } from '../services.js';
import { FailureTree } from './failureTree.js';
import type { FailureRow } from './failureTree.js';
import type { TreeShell } from './treeShell.js';

/** The failure tray: it follows the run that goes on, and the review that comes to the front. */
export async function createFailureTree(
  services: Services,
  shell: TreeShell<FailureRow>,
): Promise<Disposable & { readonly tree: FailureTree }> {
  const [datasets, runs] = await Promise.all([services.datasets(), services.runs()]);
  const goesOn = () => runs.active.findLast(({ state }) => state !== 'waiting')?.work.dataset;
  const tree = new FailureTree(datasets, shell, (dataset) => runs.isRunning(dataset));
  const told = (error: unknown) => services.log.error(String(error));
  const follow = (dataset: Uri | undefined) => {
    if (dataset) tree.follow(dataset).catch(told);
  };
  let last: string | undefined;
  const subscriptions = [
    runs.onDidChange(() => {
      // It tells of each result too: those are the dataset's own news.
      const dataset = goesOn();
      const now = `${runs.active.length} ${dataset?.toString() ?? ''}`;
      if (now === last) return;
      last = now;
      if (dataset) follow(dataset);
      else tree.look().catch(told);
    }),
    window.tabGroups.onDidChangeTabs(() => follow(reviewInFront())),
    window.tabGroups.onDidChangeTabGroups(() => follow(reviewInFront())),
  ];
  follow(goesOn() ?? reviewInFront() ?? (await likelyDataset()));
  return { tree, dispose: () => Disposable.from(...subscriptions, tree).dispose() };
}
