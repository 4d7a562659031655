import type {
  Answerer,
  Checks,
  ChunkId,
  DocumentId,
  Grounding,
  Message,
  Pair,
  PairId,
  ResultId,
  ResultOutcome,
  RunId,
  SplitName,
  Status,
  Usage,
  Verdict,
} from './model.js';
import type { RunLine } from './lines.js';

/**
 * What the rest of Pairsmith may read of a dataset. Summaries are in memory and synchronous; texts are fetched
 * on demand, so that a dataset of 500,000 chunks fits.
 */
export interface DatasetReader {
  readonly name: string;
  /** By path. Only documents whose path is still theirs. */
  documents(): readonly DocumentInfo[];
  document(id: DocumentId): DocumentInfo | undefined;
  chunk(id: ChunkId): ChunkInfo | undefined;
  chunkText(id: ChunkId): Promise<string>;
  runs(): readonly RunLine[];
  run(id: RunId): RunLine | undefined;
  /** The results that count: neither superseded nor hidden behind another of the same key. By id. */
  results(): readonly ResultInfo[];
  /** The pairs of those results: by document path, start of the chunk, id. */
  pairs(): readonly PairInfo[];
  /** A pair with its texts and every edit applied. Throws if there is no such pair. */
  pair(id: PairId): Promise<PairView>;
  /** Groups that have a split. */
  splits(): ReadonlyMap<string, SplitName>;
}

export interface DocumentInfo {
  readonly id: DocumentId;
  /** With `/`, relative to the dataset file's folder; or a URI. */
  readonly path: string;
  readonly mediaType: string;
  /** Of the document's text. */
  readonly hash: string;
  /** Of the file it was read from, in bytes. */
  readonly bytes?: number | undefined;
  /** This revision's chunks by start. */
  readonly chunks: readonly { readonly id: ChunkId; readonly start: number }[];
}

export interface ChunkInfo {
  readonly id: ChunkId;
  readonly document: DocumentId;
  /** The headings above the chunk, outermost first. */
  readonly heading: readonly string[];
  readonly page?: number | undefined;
  /** Length of its text in UTF-16 code units. */
  readonly length: number;
}

export interface ResultInfo {
  readonly id: ResultId;
  readonly key: string;
  readonly run: RunId;
  readonly recipe: string;
  readonly outcome: ResultOutcome;
  /** Chunk ids for `qa`. */
  readonly inputs: readonly ChunkId[];
  readonly pairs: readonly PairId[];
  readonly reason?: string | undefined;
  readonly failureCode?: string | undefined;
  readonly model?: string | undefined;
  /** Who has answered where the run's own provider has not. */
  readonly fallback?: Answerer | undefined;
  readonly usage?: Usage | undefined;
  /** US dollars, where that is known. */
  readonly cost?: number | undefined;
  readonly ms?: number | undefined;
}

export interface PairInfo {
  readonly id: PairId;
  readonly result: ResultId;
  readonly status: Status;
  readonly rating?: number | undefined;
  readonly tags: readonly string[];
  readonly verdict: Verdict;
  /** Of its grounding, 0 to 1, where the source does not bear all of it out; of others it may be 1. */
  readonly score: number;
  /** Chunks that it draws on. */
  readonly chunks: readonly ChunkId[];
  readonly parent?: PairId | undefined;
  /** A person changed its words, as opposed to its status, rating, tags or note. */
  readonly edited: boolean;
}

/** A pair whole: texts as they are now, the review, and what it was made by. */
export interface PairView extends Omit<Pair, 'checks'>, PairInfo {
  readonly prompt: readonly Message[];
  readonly note?: string | undefined;
  readonly checks: Checks;
  readonly grounding?: Grounding | undefined;
  /** The texts as they were generated or imported, before any edit. */
  readonly original: Pair;
  readonly run: RunId;
  readonly recipe: string;
  readonly provider?: string | undefined;
  readonly model?: string | undefined;
}
