import { fail, type Outcome } from '../outcome.js';
import type { DocumentProblem, DocumentReader, DocumentText } from './document.js';
import { markdown } from './markdown.js';
import { normalizeText } from './normalize.js';
import { plain } from './plain.js';

export type { DocumentProblem, DocumentReader, DocumentText } from './document.js';
export type { Position, TextMap } from './map.js';

/** One line a format. */
export const readers: readonly DocumentReader[] = [markdown, plain];

/** The end of the name from its last full stop, in small letters; empty where there is none (`README`, `.env`). */
function extensionOf(name: string): string {
  const file = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const stop = file.lastIndexOf('.');
  return stop > 0 ? file.slice(stop).toLowerCase() : '';
}

/** The reader for a file of this name. */
export function readerFor(name: string): DocumentReader | undefined {
  const extension = extensionOf(name);
  return readers.find((reader) => reader.extensions.includes(extension));
}

/** Reads a file's bytes as its name says. */
export async function readDocument(
  bytes: Uint8Array,
  name: string,
): Promise<Outcome<DocumentText, DocumentProblem>> {
  const reader = readerFor(name);
  return reader === undefined ? fail(noReader(name)) : reader.read(bytes, name);
}

/** Says which files can be read instead. */
export function noReader(name: string): DocumentProblem {
  const extension = extensionOf(name);
  const kind = extension === '' ? 'files without an extension' : `${extension} files`;
  const known = readers.flatMap((reader) => reader.extensions).join(', ');
  return { code: 'no-reader', message: `${name}: Pairsmith can't read ${kind}. It reads ${known}.` };
}

/** Text that is decoded already, such as an open editor's. A name without a reader is taken as plain text. */
export function documentFromText(decoded: string, name: string): DocumentText {
  const { format, mediaType } = readerFor(name) ?? plain;
  return { ...normalizeText(decoded), format, mediaType, encoding: undefined };
}
