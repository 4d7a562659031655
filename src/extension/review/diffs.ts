import * as vscode from 'vscode';

/**
 * Shows diffs of two datasets as text. VS Code 1.104 fills both sides of such a diff with the editor that is the
 * default for the file, and has no setting for diffs; newer ones take text by themselves.
 */
export class Diffs implements vscode.Disposable {
  readonly #subscription: vscode.Disposable;
  /** Diffs that are being opened as text. */
  readonly #leaving = new Set<vscode.Tab>();

  /** @param panels the review editors of this window, in the order in which VS Code asked for them */
  constructor(
    private readonly panels: ReadonlyMap<vscode.WebviewPanel, vscode.Uri>,
    private readonly failed: (error: unknown) => void,
  ) {
    this.#subscription = vscode.window.tabGroups.onDidChangeTabs(() => this.look());
  }

  /** Looks whether a tab in view is a diff of datasets. */
  look(): void {
    for (const { activeTab, viewColumn } of vscode.window.tabGroups.all) {
      // Of a diff of custom editors VS Code tells extensions no more than its label.
      if (!activeTab || activeTab.input !== undefined || this.#leaving.has(activeTab)) continue;
      const shown = [...this.panels].filter(([panel]) => panel.visible && panel.viewColumn === viewColumn);
      const [left, right] = shown.slice(-2).map(([, uri]) => uri);
      // An editor that is split in its group has the same dataset on both sides.
      if (!left || !right || left.toString() === right.toString()) continue;
      this.#leaving.add(activeTab);
      openAsText(activeTab, left, right)
        .catch(this.failed)
        .finally(() => this.#leaving.delete(activeTab));
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}

/** VS Code asks for the left side of a diff first. */
async function openAsText(tab: vscode.Tab, left: vscode.Uri, right: vscode.Uri): Promise<void> {
  const { label, isPreview, isPinned, group } = tab;
  const { viewColumn, isActive } = group;
  await vscode.window.tabGroups.close(tab, true);
  // `override` is known to VS Code, though not to its types: any value means the text editor.
  const options = { viewColumn, preserveFocus: !isActive, preview: isPreview, override: false };
  await vscode.commands.executeCommand('vscode.diff', left, right, label, options);
  if (isPinned) await vscode.commands.executeCommand('workbench.action.pinEditor');
}
