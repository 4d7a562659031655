import type { Outcome, Problem } from '../outcome.js';
import type { TextMap } from './map.js';

/** What the structure of a document's text is written in. */
export type TextFormat = 'markdown' | 'plain';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A document as the rest of Pairsmith sees it. */
export interface DocumentText {
  /** Decoded, without BOM, line ends as `\n`, without NUL and lone surrogates (U+FFFD stands in their place). */
  readonly text: string;
  readonly format: TextFormat;
  readonly mediaType: string;
  /** What the file was decoded from; undefined for text that came decoded. */
  readonly encoding: Encoding | undefined;
  /** From offsets in `text` back to the file and to an editor's positions. */
  readonly map: TextMap;
}

/**
 * Why a document has no text: `no-reader` (nobody reads this kind of file), `binary` (no text at all), `encoding`
 * (text that can't be decoded), `too-large` (longer than a string can be).
 */
export type DocumentProblem = Problem<'no-reader' | 'binary' | 'encoding' | 'too-large'>;

/** Reads one kind of document. To add one: a file like markdown.ts, and a line in index.ts. */
export interface DocumentReader {
  readonly id: string;
  readonly mediaType: string;
  /** Small letters, with the full stop: `.md`. */
  readonly extensions: readonly string[];
  readonly format: TextFormat;
  /** `name` is what messages call the document: its file name or path. */
  read(bytes: Uint8Array, name: string): Promise<Outcome<DocumentText, DocumentProblem>>;
}
