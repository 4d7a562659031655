import type { DocumentId, Pair, PairId, SplitName } from '../dataset/model.js';
import type { DatasetReader, PairView } from '../dataset/view.js';
import type { OpenSink } from '../ports.js';
import type { ExportedFile } from './manifest.js';

/** What a format needs to know to turn a pair into rows. */
export interface RowSettings {
  /** The system message to train with; a pair that has one of its own keeps it. Not the one used to generate. */
  readonly system?: string | undefined;
  /** For alpaca: earlier turns go out as `history`, a key of every row (LLaMA-Factory). */
  readonly history?: boolean | undefined;
  /** Plain strings in place of message lists, for formats that know both. */
  readonly strings?: boolean | undefined;
  /** Chain of thought: left out, in `<think>` before the answer, or as `reasoning_content`. */
  readonly reasoning?: 'none' | 'think' | 'field' | undefined;
  /** For csv and tsv: the columns, in order. */
  readonly columns?: readonly string[] | undefined;
}

/** Why a pair is not in the files. The codes are for programs; `reasons.ts` has the sentences. */
export type LeaveOut =
  | 'rejected'
  | 'status'
  | 'rating'
  | 'unsupported'
  | 'grounding'
  | 'document'
  | 'stale'
  | 'empty-completion'
  | 'empty-prompt'
  | 'no-question'
  | 'turns'
  | 'several-turns'
  | 'tools'
  | 'not-qa'
  | 'no-document'
  | 'special-token'
  | 'replacement-character'
  | 'too-long'
  | 'double'
  | 'other-keys'
  | 'straddles';

/** What a row could not take along, though it went out. */
export type Loss = 'system' | 'weights' | 'reasoning' | 'names' | 'extra-keys' | 'characters';

/** A JSON object (or, for csv and tsv, cells by column). */
export type Row = Readonly<Record<string, unknown>>;

export type Rows =
  { readonly rows: readonly Row[]; readonly lost?: readonly Loss[] | undefined } | { readonly out: LeaveOut };

/** How rows become a file: a line each, one array, or delimited cells. */
export type Container = 'lines' | 'array' | 'csv' | 'tsv';

/** A format whose files hold rows made of one pair each. */
export interface RowFormat {
  readonly kind: 'rows';
  readonly id: string;
  readonly title: string;
  readonly container: Container;
  /**
   * The file of a split, or of everything where there is no split.
   * @param name the dataset's name, fit for a file
   */
  fileName(name: string, split: SplitName | undefined): string;
  /** Makes the rows of a pair. Texts are well-formed already (`repair.ts`). */
  rows(pair: RowPair, settings: RowSettings): Rows;
  /** The keys of a training row; an imported record with these alone goes out as it came in. */
  readonly keys: readonly string[];
  /** Formats of the same record shape, whose imported records may go out as they came in. */
  readonly origins?: readonly string[] | undefined;
  /** A file for each document beside the one for all, where no split is asked for. `stem` is the document's. */
  documentFile?(stem: string): string;
}

/** A format made of one file a document, with headers. It has no splits. */
export interface DocumentFormat {
  readonly kind: 'documents';
  readonly id: string;
  readonly title: string;
  /** Which pairs it can hold. */
  readonly pairs: RowFormat;
  write(job: DocumentJob): Promise<ExportedFile[]>;
}

/** What a document format writes, and where to. */
export interface DocumentJob {
  readonly reader: DatasetReader;
  /** By document; pairs that were imported without one are under `undefined`. */
  readonly chosen: ReadonlyMap<DocumentId | undefined, readonly PairId[]>;
  readonly folder: string;
  /** The dataset's name, fit for a file. */
  readonly name: string;
  readonly open: OpenSink;
  readonly app: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly signal?: AbortSignal | undefined;
}

export type ExportFormat = RowFormat | DocumentFormat;

/** The parts of a pair that rows are made of. */
export type RowPair = Pick<Pair, 'prompt' | 'completion' | 'rejected' | 'reasoning'> & {
  /** The record it was imported as, where no one has changed its words since. */
  readonly untouched?: { readonly format: string; readonly record: Row } | undefined;
  readonly view?: PairView | undefined;
};

/** `train.jsonl` and so on, or `NAME.jsonl` without splits. */
export const splitFile =
  (extension: string) =>
  (name: string, split: SplitName | undefined): string =>
    `${split ?? name}.${extension}`;
