import { Disposable, window } from 'vscode';
import type { Uri } from 'vscode';
import { likelyDataset, reviewInFront } from '../commands/chooseDataset.js';
import type { Services } from '../services.js';
import { RunsTree } from './runsTree.js';
import type { RunsRow } from './runsTree.js';
import type { TreeShell } from './treeShell.js';

/** The view of runs: it follows the run that goes on, and the review that comes to the front. */
export async function createRunsTree(
  services: Services,
  shell: TreeShell<RunsRow>,
): Promise<Disposable & { readonly tree: RunsTree }> {
  const [runs, datasets] = await Promise.all([services.runs(), services.datasets()]);
  const tree = new RunsTree(runs, datasets, shell);
  const goesOn = () => runs.active.findLast(({ state }) => state !== 'waiting')?.work.dataset;
  const follow = (dataset: Uri | undefined) => {
    if (dataset) tree.follow(dataset);
  };
  const subscriptions = [
    runs.onDidChange(() => follow(goesOn())),
    window.tabGroups.onDidChangeTabs(() => follow(reviewInFront())),
    window.tabGroups.onDidChangeTabGroups(() => follow(reviewInFront())),
  ];
  follow(goesOn() ?? reviewInFront() ?? (await likelyDataset()));
  return { tree, dispose: () => Disposable.from(...subscriptions, tree).dispose() };
}
