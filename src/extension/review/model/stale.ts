import { setImmediate as breathe } from 'node:timers/promises';
import type { Dataset } from '../../../core/dataset/dataset.js';
import type { FoldedDocument } from '../../../core/dataset/fold.js';
import type { ChunkId, PairId, Span } from '../../../core/dataset/model.js';
import type { Outcome, Problem } from '../../../core/outcome.js';
import type { Hash } from '../../../core/ports.js';
import type { Entries } from './entries.js';
import { Emitter } from './emitter.js';
import { isGone } from './evidence.js';
import { placeOf, wholeOf } from './places.js';
import type { NowText, OldChunk } from './places.js';

/** Reads a document, by its path in the dataset, as it is now. */
export type ReadNow = (path: string) => Promise<Outcome<NowText, Problem>>;

/** Others get a turn after so many milliseconds. */
const slice = 8;
/** Pairs whose quotes are kept. */
const mostKept = 20_000;

/** What a pair needs of one document. */
interface Needed {
  readonly path: string;
  readonly id: ChunkId;
  readonly chunk: OldChunk;
  readonly spans: readonly Span[];
}

/**
 * Which pairs are stale: their evidence (or, without one, their chunk's text) is not in their document as it is now.
 * A document that is gone makes all its pairs stale; one that can't be read for another reason makes nothing stale.
 */
export class StalePairs {
  /** By path of the document. */
  readonly #stale = new Map<string, ReadonlySet<PairId>>();
  /** In how many of its documents a pair is stale. */
  readonly #count = new Map<PairId, number>();
  #documents: ReadonlyMap<string, readonly FoldedDocument[]> | undefined;
  readonly #needed = new Map<PairId, readonly Needed[]>();
  readonly #changed = new Emitter<readonly PairId[]>();
  readonly #waiting = new Set<string>();
  #working: Promise<void> | undefined;
  #disposed = false;

  /** Told of pairs that are stale now and were not, or the other way round. */
  readonly onDidChange = this.#changed.event;

  constructor(
    private readonly dataset: Dataset,
    private readonly entries: Entries,
    private readonly read: ReadNow,
    private readonly hash: Hash,
  ) {}

  has(pair: PairId): boolean {
    return this.#count.has(pair);
  }

  /** Looks at documents again; at all of them where none is named. Resolves when all that waited are done. */
  check(paths?: Iterable<string>): Promise<void> {
    // No pair is stale any more for a path that its document had before.
    for (const path of paths ?? [...this.entries.documents(), ...this.#stale.keys()]) this.#waiting.add(path);
    this.#working ??= this.#work().finally(() => (this.#working = undefined));
    return this.#working;
  }

  /** For pairs whose evidence was changed. */
  forget(pairs: Iterable<PairId>): void {
    for (const pair of pairs) this.#needed.delete(pair);
  }

  /** For documents that have a new revision, by path; undefined: for all. */
  forgetDocuments(paths: Iterable<string> | undefined): void {
    this.#documents = undefined;
    if (!paths) this.#needed.clear();
    else for (const path of paths) this.forget(this.entries.pairsOf(path));
  }

  dispose(): void {
    this.#disposed = true;
    this.#changed.dispose();
  }

  async #work(): Promise<void> {
    for (const path of this.#waiting) {
      this.#waiting.delete(path);
      const now = await this.#staleIn(path);
      if (!now) return;
      const changed = this.#set(path, now);
      if (changed.length > 0) this.#changed.fire(changed);
    }
  }

  /** Gives the pairs that were stale in this document and are not, or the other way round. */
  #set(path: string, now: ReadonlySet<PairId>): PairId[] {
    const before = this.#stale.get(path) ?? none;
    if (now.size > 0) this.#stale.set(path, now);
    else this.#stale.delete(path);
    const come = [...now].filter((pair) => !before.has(pair));
    const gone = [...before].filter((pair) => !now.has(pair));
    for (const pair of come) this.#count.set(pair, (this.#count.get(pair) ?? 0) + 1);
    for (const pair of gone) {
      const left = (this.#count.get(pair) ?? 1) - 1;
      if (left > 0) this.#count.set(pair, left);
      else this.#count.delete(pair);
    }
    return [...come, ...gone];
  }

  /** Undefined once nobody wants to know. */
  async #staleIn(path: string): Promise<Set<PairId> | undefined> {
    const read = await this.read(path);
    if (this.#disposed) return undefined;
    if (!read.ok) return new Set(isGone(read.error) ? this.entries.pairsOf(path) : none);
    const stale = new Set<PairId>();
    const now = read.value;
    const standing = this.#standingChunks(path, now.text);
    let until = performance.now() + slice;
    for (const pair of this.entries.pairsOf(path)) {
      const entry = this.entries.get(pair);
      if (entry?.kind !== 'pair' || entry.info.chunks.every((chunk) => standing.has(chunk))) continue;
      const needed = this.#needed.get(pair) ?? (await this.#load(pair));
      if (needed?.some((each) => each.path === path && !standing.has(each.id) && isLost(now, each))) {
        stale.add(pair);
      }
      if (performance.now() > until) {
        await breathe();
        if (this.#disposed) return undefined;
        until = performance.now() + slice;
      }
    }
    return this.#disposed ? undefined : stale;
  }

  /** The chunks of a document whose text is as the dataset knows it: what they hold stands. */
  #standingChunks(path: string, text: string): ReadonlySet<ChunkId> {
    const hash = this.hash(text);
    const standing = new Set<ChunkId>();
    this.#documents ??= byPath(this.dataset.fold.documents.values());
    for (const line of this.#documents.get(path) ?? []) {
      if (line.hash !== hash) continue;
      for (const chunk of line.chunks.ids) standing.add(chunk);
    }
    return standing;
  }

  async #load(pair: PairId): Promise<readonly Needed[] | undefined> {
    // A line that was damaged since can't be read: its pair is not judged.
    const view = await this.dataset.pair(pair).catch(() => undefined);
    if (!view) return undefined;
    const needed: Needed[] = [];
    for (const { chunk: id, spans } of view.sources) {
      const known = this.dataset.chunk(id);
      const document = known && this.dataset.fold.documents.get(known.document);
      if (!document) continue;
      const text = await this.dataset.chunkText(id).catch(() => '');
      const start = document.chunks.startOf(id);
      needed.push({ path: document.path, id, chunk: { text, start }, spans });
    }
    if (this.#needed.size >= mostKept) this.#needed.clear();
    this.#needed.set(pair, needed);
    return needed;
  }
}

/** Two branches can have made a document of the same path. */
function byPath(lines: Iterable<FoldedDocument>): Map<string, FoldedDocument[]> {
  const paths = new Map<string, FoldedDocument[]>();
  for (const line of lines) {
    const known = paths.get(line.path);
    if (known) known.push(line);
    else paths.set(line.path, [line]);
  }
  return paths;
}

const none: ReadonlySet<PairId> = new Set();

/** Evidence that is not there any more, each by its place in the chunk; the whole chunk where there is no evidence. */
function isLost(now: NowText, { chunk, spans }: Needed): boolean {
  if (spans.length === 0) return placeOf(now, chunk, wholeOf(chunk)) === undefined;
  return spans.some((span) => placeOf(now, chunk, span) === undefined);
}
