import { chunkerVersion, rechunk } from '../chunks/index.js';
import type { ChunkOptions } from '../chunks/index.js';
import type { Dataset } from '../dataset/dataset.js';
import { ChunkList } from '../dataset/chunk-list.js';
import type { ListedChunk } from '../dataset/chunk-list.js';
import type { FoldedDocument } from '../dataset/fold.js';
import type { DocumentLine } from '../dataset/lines.js';
import type { ChunkId, DocumentId } from '../dataset/model.js';
import type { DocumentText } from '../documents/index.js';
import type { Outcome, Problem } from '../outcome.js';
import { ok } from '../outcome.js';
import type { Hash } from '../ports.js';
import type { DocumentInfo } from '../dataset/view.js';

/** A document that a run is to work on. Its text is read when the run is planned, and again when its turn comes. */
export interface InputDocument {
  /** With `/`, relative to the dataset file's folder; or a URI. */
  readonly path: string;
  /** Size of the file in bytes, where there is one. */
  readonly bytes?: number | undefined;
  read(): Promise<Outcome<DocumentText, Problem>>;
}

export type PlannedChunk = ListedChunk;

/** A document as it is now, held against what the dataset knows of it. Its text is not kept. */
export interface PlannedDocument {
  readonly input: InputDocument;
  readonly id: DocumentId;
  readonly hash: string;
  readonly mediaType: string;
  readonly chunking: string;
  readonly chunks: ChunkList;
  /** new: not in the dataset. moved: known under another path that is gone. changed: its text or chunking is new. */
  readonly state: 'new' | 'same' | 'changed' | 'moved';
  /** Chunks of the last revision that this one does not have. */
  readonly dropped: readonly ChunkId[];
}

export interface DocumentContext {
  readonly dataset: Dataset;
  readonly known: KnownDocuments;
  readonly chunking: ChunkOptions;
  /** While a document's text is the same, its chunks are as they were cut, whatever `chunking` says. */
  readonly keepsChunks?: boolean | undefined;
  readonly hash: Hash;
  /** Whether a document that the dataset knows is no longer there. */
  isGone(path: string): Promise<boolean>;
}

/** The dataset's documents, to be found by path or by the hash of their text. */
export interface KnownDocuments {
  readonly byPath: ReadonlyMap<string, DocumentInfo>;
  readonly byHash: ReadonlyMap<string, readonly DocumentInfo[]>;
}

export function knownDocuments(dataset: Dataset): KnownDocuments {
  const all = dataset.documents();
  const byHash = new Map<string, DocumentInfo[]>();
  for (const document of all) byHash.set(document.hash, [...(byHash.get(document.hash) ?? []), document]);
  return { byPath: new Map(all.map((document) => [document.path, document])), byHash };
}

/** Reads a document, finds out what is new about it, and chunks what is. */
export async function planDocument(
  input: InputDocument,
  context: DocumentContext,
): Promise<Outcome<{ document: PlannedDocument; text: string }, Problem>> {
  const read = await input.read();
  if (!read.ok) return read;
  const { text, format, mediaType } = read.value;
  const { dataset, chunking, hash } = context;
  const textHash = hash(text);
  const { size, overlap, unit } = chunking;
  const chunkingHash = hash(JSON.stringify([chunkerVersion, format, size, overlap, unit]));
  const byPath = context.known.byPath.get(input.path);
  const known = byPath ?? (await findMoved(textHash, context));
  const line = known && dataset.fold.documents.get(known.id);
  const isKept = context.keepsChunks === true && line?.hash === textHash && fits(line, text);
  const alike = isKept || line?.chunking === chunkingHash ? line : undefined;
  const id = known?.id ?? dataset.nextId();
  const same = alike?.hash === textHash && fits(alike, text);
  // As they were cut then: cutting again might keep others, as some have been asked since.
  const chunks = same ? alike.chunks : await chunkAnew(id, read.value, context, alike);
  const state = !known ? 'new' : !byPath ? 'moved' : same ? 'same' : 'changed';
  const dropped = line === undefined || line.chunks === chunks ? [] : droppedFrom(line.chunks, chunks);
  const document = {
    input,
    id,
    hash: textHash,
    mediaType,
    chunking: isKept ? line.chunking : chunkingHash,
    chunks,
    state,
    dropped,
  } as const;
  return ok({ document, text });
}

/** The document line that records this revision. */
export function documentLine(document: PlannedDocument): Omit<DocumentLine, 'id' | 'by'> {
  const { id, input, mediaType, hash, chunking } = document;
  const { path, bytes } = input;
  return {
    type: 'document',
    document: id,
    path,
    mediaType,
    hash,
    bytes,
    chunking,
    ...document.chunks.forLine(),
  };
}

async function findMoved(
  textHash: string,
  { known, isGone }: DocumentContext,
): Promise<DocumentInfo | undefined> {
  for (const document of known.byHash.get(textHash) ?? []) {
    if (await isGone(document.path)) return document;
  }
  return undefined;
}

/** Whether the recorded chunks can be those of this text: a damaged or forged line's need not be. */
function fits({ chunks }: FoldedDocument, text: string): boolean {
  for (const { start, end } of chunks) if (start >= end || end > text.length) return false;
  return true;
}

function droppedFrom(before: ChunkList, now: ChunkList): ChunkId[] {
  const kept = new Set(now.ids);
  return before.ids.filter((chunk) => !kept.has(chunk));
}

async function chunkAnew(
  id: DocumentId,
  { text, format }: DocumentText,
  { dataset, chunking, hash }: DocumentContext,
  line: FoldedDocument | undefined,
): Promise<ChunkList> {
  const earlier = [];
  for (const { id: chunk, start } of line?.chunks ?? []) {
    if (dataset.fold.chunks.has(chunk))
      earlier.push({ id: chunk, start, text: await dataset.chunkText(chunk) });
  }
  const chunks = rechunk(text, format, chunking, earlier, { document: id, hash });
  return ChunkList.of(chunks, dataset.fold.headings);
}
