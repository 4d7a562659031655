import * as vscode from 'vscode';
import { reviewType } from './names.js';

/** VS Code has asked for an editor that it shows within so many milliseconds, or does not ask at all. */
const patience = 3_000;
const lookEvery = 500;

type IsAnswered = (uri: vscode.Uri, column: vscode.ViewColumn) => boolean;

/** A review editor in view that nobody in this extension host has filled. */
interface Orphan {
  readonly uri: vscode.Uri;
  readonly tab: vscode.Tab;
}

/**
 * Opens the review editors anew that are left from an extension host that crashed: their pages look alive, but VS Code
 * asks nobody to fill them, and nobody answers them. Only editors in view are looked at, when they have been in view
 * for 3 s: the others are asked for when they come into view.
 * @param isAnswered whether this extension host was asked for an editor of that document in that column
 */
export function recoverTabs(isAnswered: IsAnswered, failed: (error: unknown) => void): vscode.Disposable {
  /** Since when each orphan is in view. */
  const since = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    timer = undefined;
    const now = Date.now();
    const orphans = orphansNow(isAnswered);
    for (const name of since.keys()) if (!orphans.has(name)) since.delete(name);
    for (const [name, orphan] of orphans) {
      const from = since.get(name);
      if (from === undefined) since.set(name, now);
      else if (now - from >= patience) {
        since.delete(name);
        reopen(orphan).catch(failed);
      }
    }
    if (since.size > 0) timer = setTimeout(look, lookEvery);
  };
  const subscription = vscode.window.tabGroups.onDidChangeTabs(() => (timer ??= setTimeout(look, lookEvery)));
  look();
  return {
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}

function orphansNow(isAnswered: IsAnswered): Map<string, Orphan> {
  const orphans = new Map<string, Orphan>();
  for (const { activeTab: tab, viewColumn } of vscode.window.tabGroups.all) {
    if (!tab || !(tab.input instanceof vscode.TabInputCustom) || tab.input.viewType !== reviewType) continue;
    const { uri } = tab.input;
    if (!isAnswered(uri, viewColumn)) orphans.set(`${viewColumn} ${uri.toString()}`, { uri, tab });
  }
  return orphans;
}

async function reopen({ uri, tab }: Orphan): Promise<void> {
  const { isPreview, isPinned, group } = tab;
  const { viewColumn, isActive } = group;
  await vscode.window.tabGroups.close(tab, true);
  const options = { viewColumn, preserveFocus: !isActive, preview: isPreview };
  await vscode.commands.executeCommand('vscode.openWith', uri, reviewType, options);
  if (isPinned) await vscode.commands.executeCommand('workbench.action.pinEditor');
}
