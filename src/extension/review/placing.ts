import * as vscode from 'vscode';
import { reviewType } from './names.js';

/**
 * Opens a dataset's review beside a document, or shows the one that is open. Without `focus`, somebody may be at work
 * anywhere: the cursor, what is in view beside it and the group that commands go to stay as they are.
 */
export async function openBeside(
  dataset: vscode.Uri,
  source?: vscode.Uri,
  { focus = false }: { readonly focus?: boolean } = {},
): Promise<void> {
  const documents = editorsOf(source);
  // A review behind the document is shown in its place only where the review was asked for.
  const kept = focus ? [] : [...documents.map((editor) => editor.viewColumn), columnAtWork()];
  const viewColumn = columnOf(dataset, kept) ?? columnBeside(documents[0], kept);
  const before = vscode.window.activeTextEditor;
  const { activeTabGroup } = vscode.window.tabGroups;
  const next: vscode.ViewColumn = activeTabGroup.viewColumn + 1;
  // VS Code makes a group active that something is opened in, also where the focus is to be kept, but for this one.
  const isNext = !focus && viewColumn === next;
  await vscode.commands.executeCommand('vscode.openWith', dataset, reviewType, {
    viewColumn: isNext ? vscode.ViewColumn.Beside : viewColumn,
    preserveFocus: !focus,
    preview: false,
  });
  if (!focus && before) await giveBack(before);
}

/** Makes the group of an editor the active one, where it is not: else Ctrl+S would not save what is typed there. */
async function giveBack({ document, viewColumn }: vscode.TextEditor): Promise<void> {
  const { activeTabGroup, all } = vscode.window.tabGroups;
  const input = all.find((group) => group.viewColumn === viewColumn)?.activeTab?.input;
  if (viewColumn === undefined || activeTabGroup.viewColumn === viewColumn) return;
  if (!(input instanceof vscode.TabInputText) || !isSame(input.uri, document.uri)) return; // gone meanwhile
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true });
}

/** The column of the editor that somebody is in, or was last; undefined where nothing is open. */
function columnAtWork(): vscode.ViewColumn | undefined {
  const { activeTabGroup } = vscode.window.tabGroups;
  const column = activeTabGroup.activeTab && activeTabGroup.viewColumn;
  return vscode.window.activeTextEditor?.viewColumn ?? column;
}

export const isSame = (a: vscode.Uri | undefined, b: vscode.Uri): boolean => a?.toString() === b.toString();

/** The column that a dataset's review is in view in; else one that it is hidden in, if that need not be kept as it is. */
function columnOf(
  dataset: vscode.Uri,
  kept: readonly (vscode.ViewColumn | undefined)[],
): vscode.ViewColumn | undefined {
  const isReview = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputCustom && input.viewType === reviewType && isSame(input.uri, dataset);
  const groups = vscode.window.tabGroups.all.filter(({ tabs }) => tabs.some(isReview));
  const group =
    groups.find(({ activeTab }) => activeTab && isReview(activeTab)) ??
    groups.find(({ viewColumn }) => !kept.includes(viewColumn));
  return group?.viewColumn;
}

/** The editors in view on a document; the active one where there is none. */
function editorsOf(source: vscode.Uri | undefined): readonly vscode.TextEditor[] {
  const { visibleTextEditors, activeTextEditor } = vscode.window;
  const own = visibleTextEditors.filter(({ document }) => isSame(source, document.uri));
  return own.length > 0 || !activeTextEditor ? own : [activeTextEditor];
}

/** The first column to the right of an editor's that need not be kept; without an editor, from the active one on. */
function columnBeside(
  editor: vscode.TextEditor | undefined,
  kept: readonly (vscode.ViewColumn | undefined)[],
): vscode.ViewColumn {
  const { viewColumn: active } = vscode.window.tabGroups.activeTabGroup;
  let column: number = editor?.viewColumn === undefined ? active : editor.viewColumn + 1;
  while (kept.includes(column)) column++;
  return Math.min(column, vscode.ViewColumn.Nine);
}
