import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Disposable, Uri } from 'vscode';
import type { Datasets } from '../datasets.js';
import type { ActiveRun } from '../generation/activeRun.js';
import type { Runs } from '../generation/runs.js';
import { MoreRunsNode, PastRunNode, RunDetailNode, RunNode } from './nodes.js';
import { moreRunsItem, pastRunItem } from './pastRunItem.js';
import { pastRuns } from './pastRuns.js';
import type { PastRun } from './pastRuns.js';
import { contextOf, detailsOf, shownRuns } from './runDetails.js';
import type { RunDetail } from './runDetails.js';
import { detailText, runTooltip, standingText } from './runWords.js';
import { Soon } from './soon.js';
import type { Tree, TreeShell } from './treeShell.js';

export type RunsRow = RunNode | RunDetailNode | PastRunNode | MoreRunsNode;

/** Counts change with each result: they are shown anew at most so often, in milliseconds. */
const showEvery = 500;
/** So many runs of other windows are listed. */
const mostPast = 40;

/**
 * The runs of this window: what goes on and waits, and the last ones that have ended; then those that the dataset in use
 * has of other windows and of the command line.
 */
export class RunsTree implements Tree<RunsRow>, Disposable {
  readonly #refresh: Soon;
  readonly #subscriptions: readonly Disposable[];
  #dataset: Uri | undefined;
  #past: Promise<readonly PastRun[]> | undefined;
  #going = 0;

  constructor(
    private readonly runs: Runs,
    private readonly datasets: Datasets,
    private readonly shell: TreeShell<RunsRow>,
  ) {
    this.#refresh = new Soon(() => shell.refresh(), showEvery);
    this.#subscriptions = [
      runs.onDidChange(() => {
        const going = runs.active.length;
        if (going !== this.#going) this.#past = undefined;
        this.#going = going;
        this.#refresh.ask();
      }),
      shell.view.onDidChangeVisibility(({ visible }) => {
        if (visible) this.#readAgain();
      }),
    ];
  }

  /** Lists the runs of a dataset from now on, after those of this window. */
  follow(dataset: Uri): void {
    if (dataset.toString() === this.#dataset?.toString()) return;
    this.#dataset = dataset;
    this.#readAgain();
  }

  async children(parent?: RunsRow): Promise<RunsRow[]> {
    if (parent instanceof RunNode)
      return detailsOf(parent.run).map((detail) => new RunDetailNode(parent.run, detail));
    if (parent) return [];
    return [...shownRuns(this.runs.all).map((run) => new RunNode(run)), ...(await this.#pastRows())];
  }

  item(row: RunsRow): TreeItem {
    if (row instanceof RunNode) return runItem(row.run);
    if (row instanceof PastRunNode) return pastRunItem(row);
    return row instanceof MoreRunsNode ? moreRunsItem(row) : detailItem(row);
  }

  dispose(): void {
    this.#refresh.dispose();
    for (const one of this.#subscriptions) one.dispose();
  }

  #readAgain(): void {
    this.#past = undefined;
    this.#refresh.ask();
  }

  async #pastRows(): Promise<RunsRow[]> {
    const dataset = this.#dataset;
    if (!dataset || !this.shell.view.visible) return [];
    const own = new Set(this.runs.all.flatMap(({ ids }) => [...ids]));
    const past = (await (this.#past ??= this.#read(dataset))).filter(({ id }) => !own.has(id));
    const more = past.length - mostPast;
    return [
      ...past.slice(0, mostPast).map((one) => new PastRunNode(dataset, one)),
      ...(more > 0 ? [new MoreRunsNode(dataset, more)] : []),
    ];
  }

  /** A dataset that can't be read has none: whoever reviews it is told why. */
  async #read(dataset: Uri): Promise<readonly PastRun[]> {
    const opened = await this.datasets.open(dataset);
    if (!opened.ok) return [];
    const past = pastRuns(opened.value.dataset);
    opened.value.dispose();
    return past;
  }
}

function runItem(run: ActiveRun): TreeItem {
  const { work, state } = run;
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(work.name ?? work.title, state === 'ended' ? Collapsed : Expanded);
  const standing = standingText(run);
  item.id = `${run.id}${state === 'ended' ? ' ended' : ''}`; // so that it closes as it ends
  item.description = standing;
  item.tooltip = runTooltip(run, detailsOf(run));
  item.iconPath = runIcon(run);
  item.contextValue = contextOf(run);
  item.accessibilityInformation = { label: `${work.title}: ${standing}` };
  return item;
}

function runIcon({ state, end }: ActiveRun): ThemeIcon {
  switch (state) {
    case 'waiting':
      return new ThemeIcon('clock');
    case 'preparing':
    case 'running':
      return new ThemeIcon('sync~spin');
    case 'paused':
      return new ThemeIcon('debug-pause', new ThemeColor('list.warningForeground'));
    case 'ended':
      if (end?.how !== 'all') return new ThemeIcon('circle-slash');
      return end.summary.failed > 0
        ? new ThemeIcon('warning', new ThemeColor('list.warningForeground'))
        : new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
  }
}

const detailIcons: Readonly<Record<RunDetail, string>> = {
  reason: 'warning',
  chunks: 'list-tree',
  model: 'sparkle',
  pairs: 'comment-discussion',
  failed: 'error',
  notReached: 'circle-large-outline',
  rate: 'dashboard',
  timeLeft: 'watch',
  cost: 'credit-card',
  concurrency: 'settings',
};

function detailItem({ run, detail }: RunDetailNode): TreeItem {
  const { label, description } = detailText(run, detail);
  const item = new TreeItem(label);
  item.id = `${run.id} ${detail}`;
  item.description = description;
  item.tooltip = description === '' ? label : `${label}: ${description}`;
  item.iconPath = new ThemeIcon(detailIcons[detail]);
  item.contextValue = `detail.${detail}`;
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}
