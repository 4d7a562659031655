import * as vscode from 'vscode';
import { reviewType } from './names.js';

/**
 * Opens the review editors anew that are left from an extension host that crashed: their pages look alive, but nobody
 * answers them. `answered` has the documents (as strings) that an editor of this host stands for.
 */
export async function recoverTabs(answered: (uri: vscode.Uri) => boolean): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs) {
      const { input } = tab;
      if (!(input instanceof vscode.TabInputCustom) || input.viewType !== reviewType) continue;
      if (answered(input.uri)) continue;
      const { isActive, isPreview, isPinned } = tab;
      const options = { viewColumn: group.viewColumn, preserveFocus: !(isActive && group.isActive) };
      await vscode.window.tabGroups.close(tab, true);
      await vscode.commands.executeCommand('vscode.openWith', input.uri, reviewType, {
        ...options,
        preview: isPreview && !isPinned,
      });
    }
  }
}
