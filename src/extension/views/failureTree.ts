import { basename } from 'node:path/posix';
import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, workspace } from 'vscode';
import type { Disposable, Uri } from 'vscode';
import type { Failure, ResultId } from '../../core/dataset/model.js';
import type { Datasets, OpenDataset } from '../datasets.js';
import { chunksText } from '../words.js';
import { failureGroups } from './failureGroups.js';
import type { FailureGroup } from './failureGroups.js';
import { reasonText } from './failureWords.js';
import { FailureGroupNode, FailureNode, MoreFailuresNode } from './nodes.js';
import { Soon } from './soon.js';
import type { Tree, TreeShell } from './treeShell.js';

export type FailureRow = FailureGroupNode | FailureNode | MoreFailuresNode;

/** Results that come are shown at most so often, in milliseconds. */
const showEvery = 300;
/** So many chunks of a reason are listed. */
const mostListed = 500;
/** Beyond so many failures the reasons are closed at first: all of them are in view. */
const mostOpen = 10;
/** A message is shown up to so many characters beside its chunk; the tooltip has it to `longest`. */
const shortest = 120;
const longest = 1_000;

/** What failed in the dataset in use, by reason. It holds the dataset open only while somebody looks, or it is written to. */
export class FailureTree implements Tree<FailureRow>, Disposable {
  #dataset: Uri | undefined;
  #held: OpenDataset | undefined;
  #revealing = false;
  #subscription: Disposable | undefined;
  #groups: readonly FailureGroup[] = [];
  readonly #failures = new Map<ResultId, Failure | undefined>();
  readonly #refresh: Soon;
  readonly #visibility: Disposable;
  #turn: Promise<unknown> = Promise.resolve();
  #disposed = false;

  /**
   * @param isBusy whether a dataset is written to by a run
   */
  constructor(
    private readonly datasets: Datasets,
    private readonly shell: TreeShell<FailureRow>,
    private readonly isBusy: (dataset: Uri) => boolean,
  ) {
    this.#refresh = new Soon(() => this.#count(), showEvery);
    this.#visibility = shell.view.onDidChangeVisibility(() => void this.look());
  }

  /** The dataset whose failures are shown. */
  get dataset(): Uri | undefined {
    return this.#dataset;
  }

  get visible(): boolean {
    return this.shell.view.visible;
  }

  /** Shows the failures of a dataset from now on. */
  follow(dataset: Uri): Promise<void> {
    if (dataset.toString() !== this.#dataset?.toString()) {
      this.#dataset = dataset;
      this.#groups = [];
      this.shell.view.description = workspace.asRelativePath(dataset);
    }
    return this.look();
  }

  /** Shows the failures of a dataset, and takes the keyboard there. */
  async reveal(dataset: Uri): Promise<void> {
    this.#revealing = true;
    try {
      await this.follow(dataset);
      const [first] = this.#groups;
      if (first) await this.shell.view.reveal(new FailureGroupNode(dataset, first), { focus: true });
    } finally {
      this.#revealing = false;
    }
  }

  /** Opens what is to be shown, and lets go of what is not. Calls in a rush take their turn. */
  async look(): Promise<void> {
    await this.#open();
    this.#count();
  }

  async children(parent?: FailureRow): Promise<FailureRow[]> {
    if (!parent) {
      await this.#open();
      const dataset = this.#dataset;
      return dataset ? this.#groups.map((group) => new FailureGroupNode(dataset, group)) : [];
    }
    if (!(parent instanceof FailureGroupNode)) return [];
    const { dataset, group } = parent;
    const listed = group.chunks.slice(0, mostListed);
    await Promise.all(listed.map(({ result }) => this.#read(result)));
    const more = group.chunks.length - listed.length;
    return [
      ...listed.map((failed) => new FailureNode(dataset, failed)),
      ...(more > 0 ? [new MoreFailuresNode(dataset, group, more)] : []),
    ];
  }

  item(row: FailureRow): TreeItem {
    if (row instanceof FailureGroupNode) return groupItem(row.group, this.#total <= mostOpen);
    if (row instanceof MoreFailuresNode) return moreItem(row);
    return failureItem(row, this.#failures.get(row.failed.result));
  }

  dispose(): void {
    this.#disposed = true;
    this.#refresh.dispose();
    this.#visibility.dispose();
    this.#release();
  }

  get #total(): number {
    return this.#groups.reduce((sum, { chunks }) => sum + chunks.length, 0);
  }

  #open(): Promise<void> {
    const opened = this.#turn.then(() => this.#openNow());
    this.#turn = opened.catch(() => undefined); // told to who asked
    return opened;
  }

  async #openNow(): Promise<void> {
    const dataset = this.#dataset;
    const needed = dataset && !this.#disposed && (this.visible || this.#revealing || this.isBusy(dataset));
    if (this.#held?.uri.toString() !== dataset?.toString() || !needed) this.#release();
    if (!needed || this.#held) return;
    const opened = await this.datasets.open(dataset);
    if (!opened.ok) return; // whoever reviews it is told why
    if (this.#disposed) return opened.value.dispose();
    this.#held = opened.value;
    this.#subscription = opened.value.onDidChange((news) => {
      if (!news || news.results.size > 0 || news.documents.size > 0) this.#refresh.ask();
    });
    this.#groups = failureGroups(opened.value.dataset);
  }

  #release(): void {
    this.#subscription?.dispose();
    this.#held?.dispose();
    this.#subscription = this.#held = undefined;
    this.#failures.clear();
  }

  #count(): void {
    if (this.#held) this.#groups = failureGroups(this.#held.dataset);
    const count = this.#total;
    const tooltip = l10n.t('{0} failed', chunksText(count));
    this.shell.view.badge = count > 0 ? { value: count, tooltip } : undefined;
    this.shell.refresh();
  }

  async #read(result: ResultId): Promise<void> {
    if (this.#failures.has(result) || !this.#held) return;
    const read = await this.#held.dataset.result(result).catch(() => undefined); // it was tidied away meanwhile
    if (read) this.#failures.set(result, read.failure);
  }
}

function groupItem({ code, chunks }: FailureGroup, open: boolean): TreeItem {
  const reason = reasonText(code);
  const { Collapsed, Expanded } = TreeItemCollapsibleState;
  const item = new TreeItem(reason, open ? Expanded : Collapsed);
  item.id = `group ${code}`;
  item.description = `${chunks.length.toLocaleString()} · ${code}`;
  item.tooltip = l10n.t('{0} ({1}): {2}', reason, code, chunksText(chunks.length));
  item.iconPath = new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  item.contextValue = 'failures';
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

function failureItem(row: FailureNode, failure: Failure | undefined): TreeItem {
  const { result, chunk, document = '', place, heading } = row.failed;
  const path = plain(document, longest);
  const where = placeText(basename(path) || result, place);
  const title = plain(heading.at(-1) ?? '', shortest);
  const message = plain(failure?.message ?? '', longest);
  const item = new TreeItem(title === '' ? where : title);
  item.id = result;
  item.description = [title === '' ? '' : where, plain(message, shortest)]
    .filter((part) => part !== '')
    .join(': ');
  item.tooltip = [placeText(path || result, place), heading.join(' › '), message]
    .filter((line) => line !== '')
    .join('\n');
  item.iconPath = new ThemeIcon('file');
  item.contextValue = chunk === undefined ? 'failure' : 'failure.chunk';
  item.accessibilityInformation = { label: [title, where, message].filter((part) => part !== '').join(', ') };
  item.command = { command: 'pairsmith.showReply', title: l10n.t('Show the Reply'), arguments: [row] };
  return item;
}

function moreItem({ group, count }: MoreFailuresNode): TreeItem {
  const item = new TreeItem(l10n.t('and {0} more', count.toLocaleString()));
  item.id = `more ${group.code}`;
  item.accessibilityInformation = { label: l10n.t('and {0} more', count.toLocaleString()) };
  return item;
}

const placeText = (name: string, place: number | undefined): string =>
  place === undefined ? name : l10n.t('{0}, chunk {1}', name, place);

/** Words of a server or a model on one line, cut to what fits. */
const plain = (words: string, most: number): string => {
  const line = words
    .slice(0, most + 1)
    .replace(/\s+/g, ' ')
    .trim();
  return words.length > most ? `${line.slice(0, most).replace(/\p{Surrogate}$/u, '')}…` : line;
};
