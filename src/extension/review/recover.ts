import * as vscode from 'vscode';
import { reviewType } from './names.js';

/**
 * VS Code has asked for an editor that it shows within so many milliseconds, or does not ask at all. Long, as on a busy
 * machine a window takes its time to load, and an editor that is opened anew forgets its page's state.
 */
const patience = 10_000;

/**
 * Opens the review editors anew that are left from an extension host that crashed: their pages look alive, but VS Code
 * asks nobody to fill them, and nobody answers them. Only editors in view are looked at, when they have been in view
 * for 10 s: the others are asked for when they come into view.
 * @param isAnswered whether this extension host has filled an editor of that document in that column
 */
export function recoverTabs(
  isAnswered: (uri: vscode.Uri, column: vscode.ViewColumn) => boolean,
): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void reopen(isAnswered), patience);
  };
  const subscription = vscode.window.tabGroups.onDidChangeTabs(look);
  look();
  return {
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}

async function reopen(isAnswered: (uri: vscode.Uri, column: vscode.ViewColumn) => boolean): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    const tab = group.activeTab;
    const input = tab?.input;
    if (!(input instanceof vscode.TabInputCustom) || input.viewType !== reviewType) continue;
    if (isAnswered(input.uri, group.viewColumn)) continue;
    const { isPreview, isPinned } = tab as vscode.Tab;
    const preserveFocus = !group.isActive;
    await vscode.window.tabGroups.close(tab as vscode.Tab, true);
    await vscode.commands.executeCommand('vscode.openWith', input.uri, reviewType, {
      viewColumn: group.viewColumn,
      preserveFocus,
      preview: isPreview,
    });
    if (isPinned) await vscode.commands.executeCommand('workbench.action.pinEditor');
  }
}
