import { l10n, Uri, window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import { datasetSuffix } from '../../node/dataset.js';
import { tell } from '../messages.js';

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
  // As keybindings have it, and the page.
  return typeof value === 'string' && /^[a-z][\w+.-]+:/i.test(value) ? Uri.parse(value) : undefined;
}

/** The document that the user has in front of them: beside a review, the one that was last seen. */
export function frontEditor(): TextEditor | undefined {
  const isDocument = ({ document }: TextEditor) => ['file', 'untitled'].includes(document.uri.scheme);
  return window.activeTextEditor ?? window.visibleTextEditors.find((editor) => isDocument(editor));
}

/** As `frontEditor`; where there is none, says so. */
export function needEditor(): TextEditor | undefined {
  const editor = frontEditor();
  if (!editor) tell(l10n.t('Open a document first: a text or Markdown file.'));
  return editor;
}

/** Whether a file is a dataset by its name. */
export const isDataset = (uri: Uri): boolean => uri.path.endsWith(datasetSuffix);

/** The folders of the workspace that are on disk. */
export const diskFolders = (): Uri[] =>
  (workspace.workspaceFolders ?? []).map(({ uri }) => uri).filter(({ scheme }) => scheme === 'file');
