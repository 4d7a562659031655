import { l10n, RelativePattern, TabInputText, Uri, window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import { readerFor, readers } from '../../core/documents/index.js';
import { datasetSuffix } from '../../node/dataset.js';
import { tell } from '../messages.js';
import { promptScheme } from '../promptText.js';
import { DatasetNode } from '../views/nodes.js';

/** The URIs among what a command was called with: menus pass the one that was clicked, then all that are selected. */
export function urisOf(args: readonly unknown[]): Uri[] {
  const [first, all] = args;
  const listed = Array.isArray(all) ? all : Array.isArray(first) ? first : args;
  const uris = (listed as unknown[]).map(toUri).filter((uri) => uri !== undefined);
  const clicked = toUri(first);
  return uris.length === 0 && clicked ? [clicked] : uris;
}

function toUri(value: unknown): Uri | undefined {
  if (value instanceof Uri) return value;
  if (value instanceof DatasetNode) return value.dataset;
  // As keybindings have it, and the page.
  return typeof value === 'string' && /^[a-z][\w+.-]+:/i.test(value) ? Uri.parse(value) : undefined;
}

/** What VS Code and we show in text editors of our own is nobody's document. */
const notDocuments: ReadonlySet<string> = new Set(['output', 'debug', 'comment', promptScheme]);

/** The document that the user has in front of them: beside a review, the one that is seen. */
export const frontEditor = (): TextEditor | undefined =>
  [window.activeTextEditor, ...window.visibleTextEditors].find(
    (editor) => editor && !notDocuments.has(editor.document.uri.scheme),
  );

/** As `frontEditor`; where there is none, says so. */
export function needEditor(): TextEditor | undefined {
  const editor = frontEditor();
  if (!editor) tell(l10n.t('Open a document first: a text or Markdown file.'));
  return editor;
}

/** The document of the tab in front: VS Code tells of a tab before it tells of its editor, and of no editor above 50 MB. */
const frontTab = (): Uri | undefined =>
  [window.tabGroups.activeTabGroup, ...window.tabGroups.all]
    .map(({ activeTab }) => (activeTab?.input instanceof TabInputText ? activeTab.input.uri : undefined))
    .find((uri) => uri && !notDocuments.has(uri.scheme));

/** So many documents of the workspace are offered. */
const mostOffered = 200;

/** The document in front; where none is, one of those that are open or in the workspace, as the user picks. */
export async function frontDocument(): Promise<Uri | undefined> {
  const front = frontEditor()?.document.uri ?? frontTab();
  if (front) return front;
  const tabs = window.tabGroups.all.flatMap((group) => group.tabs);
  const open = tabs.flatMap(({ input }) => (input instanceof TabInputText ? [input.uri] : []));
  const names = readers.flatMap((reader) => reader.extensions.map((name) => name.slice(1)));
  const found = await Promise.all(
    diskFolders().map((folder) =>
      workspace.findFiles(
        new RelativePattern(folder, `**/*.{${names.join(',')}}`),
        '**/{node_modules,.git}/**',
        mostOffered,
      ),
    ),
  );
  const all = [...open.filter(({ path }) => readerFor(path)), ...byPath(found.flat())];
  const byName = new Map(all.map((uri) => [uri.toString(), uri]));
  if (byName.size === 0) return tell(l10n.t('Open a document first: a text or Markdown file.'));
  const items = [...byName.values()].map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t('Which document?') }))?.uri;
}

/** Files in the order of their paths: a search gives them in that of its finds. */
export const byPath = (uris: readonly Uri[]): Uri[] => uris.toSorted((a, b) => a.path.localeCompare(b.path));

/** Whether a file is a dataset by its name. */
export const isDataset = (uri: Uri): boolean => uri.path.endsWith(datasetSuffix);

/** The folders of the workspace that are on disk. */
export const diskFolders = (): Uri[] =>
  (workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
