import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Disposable } from 'vscode';
import type { ActiveRun } from '../generation/activeRun.js';
import type { Runs } from '../generation/runs.js';
import { RunDetailNode, RunNode } from './nodes.js';
import { contextOf, detailsOf, shownRuns } from './runDetails.js';
import type { RunDetail } from './runDetails.js';
import { detailText, runTooltip, standingText } from './runWords.js';
import { Soon } from './soon.js';
import type { Tree, TreeShell } from './treeShell.js';

export type RunsRow = RunNode | RunDetailNode;

/** Counts change with each result: they are shown anew at most so often, in milliseconds. */
const showEvery = 500;

/** The runs of this window: what goes on and waits, and the last ones that have ended. */
export class RunsTree implements Tree<RunsRow>, Disposable {
  readonly #refresh: Soon;
  readonly #subscription: Disposable;

  constructor(
    private readonly runs: Runs,
    shell: TreeShell<RunsRow>,
  ) {
    this.#refresh = new Soon(() => shell.refresh(), showEvery);
    this.#subscription = runs.onDidChange(() => this.#refresh.ask());
  }

  children(parent?: RunsRow): RunsRow[] {
    if (!parent) return shownRuns(this.runs.all).map((run) => new RunNode(run));
    if (parent instanceof RunDetailNode) return [];
    return detailsOf(parent.run).map((detail) => new RunDetailNode(parent.run, detail));
  }

  item(row: RunsRow): TreeItem {
    return row instanceof RunNode ? runItem(row.run) : detailItem(row);
  }

  dispose(): void {
    this.#refresh.dispose();
    this.#subscription.dispose();
  }
}

function runItem(run: ActiveRun): TreeItem {
  const { work, state } = run;
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(work.title, state === 'ended' ? Collapsed : Expanded);
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
