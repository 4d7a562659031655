import { EventEmitter, window } from 'vscode';
import type { Disposable, ProviderResult, TreeDataProvider, TreeItem, TreeView } from 'vscode';

/** What fills a tree view. */
export interface Tree<T> {
  /** The rows under one, or the first ones. */
  children(parent?: T): ProviderResult<T[]>;
  item(row: T): TreeItem;
}

/** A tree view that is there from the start; what fills it is loaded when it is first looked at. */
export class TreeShell<T> implements TreeDataProvider<T>, Disposable {
  readonly view: TreeView<T>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(
    id: string,
    private readonly load: () => Promise<Tree<T>>,
    canSelectMany = false,
  ) {
    this.view = window.createTreeView(id, { treeDataProvider: this, canSelectMany });
  }

  async getChildren(parent?: T): Promise<T[]> {
    return (await (await this.load()).children(parent)) ?? [];
  }

  async getTreeItem(row: T): Promise<TreeItem> {
    return (await this.load()).item(row);
  }

  /** None but the first rows are ever revealed, and they have none. */
  getParent(): undefined {
    return undefined;
  }

  /** Its rows are to be asked for anew. */
  refresh(): void {
    this.#changed.fire(undefined);
  }

  dispose(): void {
    this.view.dispose();
    this.#changed.dispose();
  }
}
