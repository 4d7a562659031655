import { stat, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import * as vscode from 'vscode';
import { documentFromText, readDocument, readers } from '../core/documents/index.js';
import type { DocumentText } from '../core/documents/index.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import type { Range } from '../core/dataset/model.js';
import { isUri, recordedPath } from '../node/paths.js';

const { l10n } = vscode;

/** A document's text as it is now. */
export interface CurrentText {
  readonly uri: vscode.Uri;
  /** Normalised as everywhere in Pairsmith; its `map` leads to the editor's positions. */
  readonly document: DocumentText;
  /** The same for the same text; of the editor's version, or the file's time and size. */
  readonly version: string;
  /** It is the text of an open editor, saved or not. */
  readonly open: boolean;
}

/** So many UTF-16 code units of texts are kept. */
const mostKept = 32_000_000;

/** The texts of the documents that datasets name: an open editor's where there is one, else the file's. */
export class Texts implements vscode.Disposable {
  readonly #kept = new Map<string, CurrentText>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #disposables: vscode.Disposable[] = [this.#changed];
  #size = 0;

  /** A document's text may be different: it was typed in, opened, closed, or its file was written or deleted. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const { workspace } = vscode;
    const extensions = readers.flatMap((reader) => reader.extensions.map((name) => name.slice(1)));
    const watcher = workspace.createFileSystemWatcher(`**/*.{${extensions.join(',')}}`);
    const tell = (uri: vscode.Uri) => this.#changed.fire(uri);
    const tellDocument = ({ uri }: vscode.TextDocument) => {
      if (isDocument(uri)) tell(uri);
    };
    this.#disposables.push(
      watcher,
      watcher.onDidChange(tell),
      watcher.onDidCreate(tell),
      watcher.onDidDelete(tell),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) tellDocument(document);
      }),
      workspace.onDidOpenTextDocument(tellDocument),
      workspace.onDidCloseTextDocument(tellDocument),
    );
  }

  /** Where a document of a dataset is. */
  uriOf(dataset: vscode.Uri, path: string): vscode.Uri {
    return isUri(path) ? vscode.Uri.parse(path) : vscode.Uri.file(resolve(dirname(dataset.fsPath), path));
  }

  /** A document's path as a dataset records it: relative to the dataset's folder with `/`, or a URI. */
  pathOf(dataset: vscode.Uri, document: vscode.Uri): string {
    if (document.scheme !== 'file') return document.toString();
    return recordedPath(dirname(dataset.fsPath), document.fsPath);
  }

  /** A document's text as it is now. Fails where it can't be read. */
  async read(uri: vscode.Uri): Promise<Outcome<CurrentText, Problem>> {
    const editor = openDocument(uri);
    if (editor) return ok(this.#fromEditor(editor));
    if (uri.scheme !== 'file') {
      const message = l10n.t('{0} is not open any more, and was never saved.', uri.path);
      return fail({ code: 'closed', message });
    }
    const file = uri.fsPath;
    const name = vscode.workspace.asRelativePath(uri);
    try {
      const { mtimeMs, size } = await stat(file);
      const version = `file ${mtimeMs} ${size}`;
      const kept = this.#find(uri, version);
      if (kept) return ok(kept);
      const document = await readDocument(await readFile(file), name);
      return document.ok ? ok(this.#keep({ uri, document: document.value, version, open: false })) : document;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      if (code === 'ENOENT')
        return fail({ code: 'gone', message: l10n.t('There is no file {0} any more.', name) });
      return fail({ code: 'unreadable', message: l10n.t('Could not read {0}: {1}.', name, reasonOf(code)) });
    }
  }

  /** A range of the text, in UTF-16 code units, as an editor counts. */
  rangeIn({ document }: CurrentText, [start, end]: Range): vscode.Range {
    const from = document.map.position(start);
    const to = document.map.position(end);
    return new vscode.Range(from.line, from.column, to.line, to.column);
  }

  dispose(): void {
    for (const disposable of this.#disposables) disposable.dispose();
    this.#kept.clear();
  }

  #fromEditor(editor: vscode.TextDocument): CurrentText {
    const version = `editor ${editor.version}`;
    const kept = this.#find(editor.uri, version);
    if (kept) return kept;
    const document = documentFromText(editor.getText(), editor.uri.path);
    return this.#keep({ uri: editor.uri, document, version, open: true });
  }

  #find(uri: vscode.Uri, version: string): CurrentText | undefined {
    const kept = this.#kept.get(uri.toString());
    return kept?.version === version ? kept : undefined;
  }

  #keep(text: CurrentText): CurrentText {
    const name = text.uri.toString();
    this.#size += lengthOf(text) - lengthOf(this.#kept.get(name));
    this.#kept.delete(name);
    this.#kept.set(name, text);
    for (const [oldest, other] of this.#kept) {
      if (this.#size <= mostKept || oldest === name) break;
      this.#kept.delete(oldest);
      this.#size -= lengthOf(other);
    }
    return text;
  }
}

/** Why the system lets a file not be read, without its path: the message names it as the workspace does. */
function reasonOf(code: string): string {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return l10n.t('this user may not read it');
    case 'EBUSY':
      return l10n.t('another program has it open');
    case 'EISDIR':
      return l10n.t('it is a folder');
    default:
      return code;
  }
}

const lengthOf = (text: CurrentText | undefined): number => text?.document.text.length ?? 0;

/** What people write documents in, as opposed to output channels, settings and git's old versions. */
const isDocument = (uri: vscode.Uri): boolean => uri.scheme === 'file' || uri.scheme === 'untitled';

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const name = uri.toString();
  return vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === name && !document.isClosed,
  );
}
