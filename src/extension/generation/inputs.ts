import { dirname, resolve } from 'node:path';
import { l10n, Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { documentFromText, noReader, readerFor } from '../../core/documents/index.js';
import type { DocumentText } from '../../core/documents/index.js';
import type { InputDocument } from '../../core/generate.js';
import { fail, ok } from '../../core/outcome.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { documentsIn } from '../../node/inputs.js';
import type { InputOptions } from '../../node/inputs.js';
import { recordedPath } from '../../node/paths.js';

/**
 * The documents among files, folders and open editors, as a plan takes them. Where one is open its text is the
 * editor's, saved or not: as it is when it is first read, so that typing on disturbs no run.
 */
export async function* inputDocuments(
  sources: readonly Uri[],
  options: InputOptions,
): AsyncGenerator<InputDocument> {
  const folder = dirname(options.dataset);
  for (const source of sources) {
    const open = openDocument(source);
    if (open) yield fromEditor(open, folder);
  }
  const closed = sources.filter((source) => source.scheme === 'file' && !openDocument(source));
  for await (const input of documentsIn(
    closed.map((uri) => uri.fsPath),
    options,
  )) {
    const open = openDocument(Uri.file(resolve(folder, input.path)));
    yield open ? { ...fromEditor(open, folder), bytes: input.bytes } : input;
  }
}

/** An open document as a plan takes it. */
function fromEditor(document: TextDocument, folder: string): InputDocument {
  let text: Outcome<DocumentText, Problem> | undefined;
  return {
    path: recordedAs(document.uri, folder),
    read: () => Promise.resolve((text ??= readEditor(document))),
  };
}

/** How a dataset in a folder records a document: by its path from there, or as a URI where it was never saved. */
export const recordedAs = (uri: Uri, folder: string): string =>
  uri.scheme === 'file' ? recordedPath(folder, uri.fsPath) : uri.toString();

/** The text of an open document, as the rest of Pairsmith sees it. */
export function readEditor(document: TextDocument): Outcome<DocumentText, Problem> {
  const { uri, languageId } = document;
  if (uri.scheme !== 'file' && uri.scheme !== 'untitled') {
    const message = l10n.t(
      '{0} is neither a file on this machine nor a new document; save a copy of it in a folder.',
      uri.toString(true),
    );
    return fail({ code: 'scheme', message });
  }
  const named = readerFor(uri.path) !== undefined;
  if (!named && languageId !== 'markdown' && languageId !== 'plaintext') {
    return fail(
      noReader(uri.scheme === 'file' ? workspace.asRelativePath(uri) : `${uri.path} (${languageId})`),
    );
  }
  return ok(documentFromText(document.getText(), named || languageId !== 'markdown' ? uri.path : 'text.md'));
}

export const openDocument = (uri: Uri): TextDocument | undefined =>
  workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
