import type { Dataset } from '../../../core/dataset/dataset.js';
import { pairId } from '../../../core/dataset/fold.js';
import type { FoldedResult } from '../../../core/dataset/result-table.js';
import type { ChunkId, DocumentId, PairId, ResultId } from '../../../core/dataset/model.js';
import type { PairInfo } from '../../../core/dataset/view.js';
import type { DatasetNews } from './live.js';

/** What a row of the list stands for, without its texts. */
export type Entry = PairEntry | FailureEntry;

export interface PairEntry {
  readonly kind: 'pair';
  readonly id: PairId;
  readonly info: PairInfo;
  /** Path of the document of its first chunk; empty where it has none. */
  readonly document: string;
  /** Of other documents that it draws on. */
  readonly also?: readonly string[] | undefined;
}

/** A chunk that gave no pair because something failed. Its id is its result's. */
export interface FailureEntry {
  readonly kind: 'failure';
  readonly id: ResultId;
  readonly chunk: ChunkId | undefined;
  readonly code: string;
  readonly document: string;
}

/** The pairs and the failures of a dataset that count, kept up to date by its news. */
export class Entries {
  readonly #dataset: Dataset;
  readonly #entries = new Map<string, Entry>();
  /** Results whose entries are here. */
  readonly #results = new Set<ResultId>();
  readonly #byDocument = new Map<string, Set<PairId>>();
  /** Of each document, as its entries have it. */
  readonly #paths = new Map<DocumentId, string>();
  #order: readonly string[] | undefined;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
    this.#rebuild();
  }

  get(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  all(): Iterable<Entry> {
    return this.#entries.values();
  }

  /** Results that failed: of some documents, by their paths, or of all where none is named. */
  failures(within: readonly string[] = []): ResultId[] {
    return [...this.#entries.values()].flatMap((entry) =>
      entry.kind === 'failure' && (within.length === 0 || within.includes(entry.document)) ? [entry.id] : [],
    );
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Paths of documents that pairs draw on. */
  documents(): Iterable<string> {
    return this.#byDocument.keys();
  }

  /** The pairs that draw on a document, by its path. */
  pairsOf(path: string): ReadonlySet<PairId> {
    return this.#byDocument.get(path) ?? none;
  }

  /** All ids, by document, place of the chunk, result and number. Worked out anew when results have come. */
  order(): readonly string[] {
    this.#order ??= this.#sorted();
    return this.#order;
  }

  /** Takes in what is different. Gives the ids that are new, in order; undefined: all may be other ones. */
  take(news: DatasetNews | undefined): readonly string[] | undefined {
    const { fold } = this.#dataset;
    const renamed = (id: string) => {
      const known = this.#paths.get(id);
      return known !== undefined && known !== fold.documents.get(id)?.path;
    };
    if (!news || [...news.documents].some(renamed)) {
      this.#rebuild();
      return undefined;
    }
    if (news.documents.size > 0) this.#order = undefined;
    const added = [...news.results].filter((id) => !this.#results.has(id)).length;
    // Results that do not count: an edit can change which of two does.
    const hidden = fold.results.size > this.#results.size + added;
    const dropped = news.results.size > 0 || (hidden && news.pairs.size > 0) ? this.#dropHidden() : [];
    const come: string[] = [];
    for (const id of this.#candidates(news, hidden, dropped)) {
      const result = fold.results.get(id);
      if (result && !this.#results.has(id) && fold.counts(result)) come.push(...this.#add(result));
    }
    for (const id of news.pairs) {
      const known = this.#entries.get(id);
      if (known?.kind === 'pair') this.#refresh(known);
    }
    return come;
  }

  /** The results that may count now. One that no longer counts, and an edit, can bring back another one of its key. */
  #candidates(news: DatasetNews, hidden: boolean, dropped: readonly ResultId[]): Iterable<ResultId> {
    const { fold } = this.#dataset;
    if (hidden && news.pairs.size > 0) return [...fold.results.keys()].sort();
    const others = dropped.flatMap((id) => (fold.results.has(id) ? fold.resultsFor(fold.keyOf(id)) : []));
    return [...new Set([...news.results, ...others])].sort();
  }

  /** Takes out what no longer counts, and says which results that is. */
  #dropHidden(): ResultId[] {
    const { fold } = this.#dataset;
    const dropped: ResultId[] = [];
    for (const id of this.#results) {
      const result = fold.results.get(id);
      if (result && fold.counts(result)) continue;
      dropped.push(id);
      this.#results.delete(id);
      this.#order = undefined;
      this.#remove(id);
      for (const i of result?.verdicts.keys() ?? []) this.#remove(pairId(id, i));
    }
    return dropped;
  }

  #remove(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (entry?.kind === 'pair')
      for (const path of this.#pathsOf(entry.info)) this.#byDocument.get(path)?.delete(id);
  }

  #refresh(known: PairEntry): void {
    const info = this.#dataset.pairInfo(known.id);
    if (!info) return;
    if (info.chunks.join() !== known.info.chunks.join()) {
      for (const path of this.#pathsOf(known.info)) this.#byDocument.get(path)?.delete(known.id);
    }
    this.#addPair(info);
  }

  #rebuild(): void {
    this.#entries.clear();
    this.#results.clear();
    this.#byDocument.clear();
    this.#paths.clear();
    this.#order = undefined;
    const { fold } = this.#dataset;
    for (const result of fold.results.values()) if (fold.counts(result)) this.#add(result);
  }

  #add(result: FoldedResult): string[] {
    this.#results.add(result.id);
    this.#order = undefined;
    if (result.outcome === 'failed' && result.verdicts.length === 0) {
      const [chunk] = result.inputs;
      const document = chunk === undefined ? '' : this.#pathOf(chunk);
      const code = result.failureCode ?? 'failed';
      this.#entries.set(result.id, { kind: 'failure', id: result.id, chunk, code, document });
      return [result.id];
    }
    return [...result.verdicts.keys()].map((i) => {
      const info = this.#dataset.pairInfo(pairId(result.id, i)) as PairInfo;
      this.#addPair(info);
      return info.id;
    });
  }

  #addPair(info: PairInfo): void {
    const paths = this.#pathsOf(info);
    const [document = '', ...others] = paths;
    const also = others.length > 0 ? others : undefined;
    this.#entries.set(info.id, { kind: 'pair', id: info.id, info, document, also });
    for (const path of paths) {
      const pairs = this.#byDocument.get(path);
      if (pairs) pairs.add(info.id);
      else this.#byDocument.set(path, new Set([info.id]));
    }
  }

  #pathsOf(info: PairInfo): string[] {
    const paths: string[] = [];
    for (const chunk of info.chunks) {
      const path = this.#pathOf(chunk);
      if (path !== '' && !paths.includes(path)) paths.push(path);
    }
    return paths;
  }

  /** A document's newest path, also where a chunk is of an older revision. */
  #pathOf(chunk: ChunkId): string {
    const { fold } = this.#dataset;
    const document = fold.chunks.get(chunk)?.document ?? chunk.slice(0, chunk.indexOf(':'));
    const path = fold.documents.get(document)?.path ?? '';
    this.#paths.set(document, path);
    return path;
  }

  #sorted(): string[] {
    const { fold } = this.#dataset;
    const place = new Map<ChunkId, number>();
    for (const document of this.#dataset.documents()) {
      for (const chunk of document.chunks) place.set(chunk.id, place.size);
    }
    const results = [...this.#results].map((id) => {
      const input = fold.results.get(id)?.inputs[0] ?? '';
      return { id, at: place.get(input) ?? Infinity };
    });
    results.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at - b.at));
    return results.flatMap(({ id }) => {
      if (this.#entries.has(id)) return [id];
      return Array.from({ length: fold.results.get(id)?.verdicts.length ?? 0 }, (_, i) => pairId(id, i));
    });
  }
}

const none: ReadonlySet<PairId> = new Set();

/** The paths of all documents that a row is about. */
export function documentsOf(entry: Entry): string[] {
  const paths = entry.kind === 'pair' && entry.also ? [entry.document, ...entry.also] : [entry.document];
  return paths.filter((path) => path !== '');
}
