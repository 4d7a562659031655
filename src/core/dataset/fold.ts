import { ChunkList } from './chunk-list.js';
import { ChunkTable } from './chunk-table.js';
import type { FoldedChunk } from './chunk-table.js';
import { Headings } from './headings.js';
import type { DatasetLine, DocumentLine, EditLine, Line, ResultLine, RunLine, SplitLine } from './lines.js';
import type { ChunkId, DocumentId, PairFields, PairId, ResultId, ResultOutcome, RunId } from './model.js';
import { ResultTable } from './result-table.js';
import type { FoldedResult } from './result-table.js';
import type { Place, Table } from './table.js';

/** The newest revision of a document that the lines know. */
export interface FoldedDocument extends Omit<DocumentLine, 'chunks' | 'headings'> {
  readonly chunks: ChunkList;
}

type EditedFields = Map<
  keyof PairFields,
  { readonly id: string; readonly by: string; readonly value: unknown }
>;

const outcomeRank: Record<ResultOutcome, number> = { done: 0, partial: 1, empty: 2, failed: 3 };

/**
 * What the lines of a dataset add up to. The sum does not depend on their order and ignores doubles, so that
 * `merge=union` in git is safe. Of texts it keeps where they stand, not what they say.
 */
export class Fold {
  #header: DatasetLine | undefined;
  readonly #documents = new Map<DocumentId, FoldedDocument>();
  /** Heading paths, also for those who cut chunks that are to be recorded: they are held once. */
  readonly headings = new Headings();
  readonly #chunks = new ChunkTable(this.headings);
  readonly #runs = new Map<RunId, RunLine>();
  readonly #results = new ResultTable(this.#chunks.ids);
  readonly #superseders = new Map<ResultId, ResultId[]>();
  readonly #edits = new Map<PairId, EditedFields>();
  readonly #touched = new Map<ResultId, Set<PairId>>();
  readonly #splits = new Map<string, SplitLine>();
  #version = 0;
  #largest = '';
  #changes = 0;

  /** Adds a line. `at` is where its texts can be read again. */
  add(line: Line, at: Place): void {
    this.#changes++;
    if (line.id > this.#largest) this.#largest = line.id;
    switch (line.type) {
      case 'dataset':
        if (!this.#header || isNewer(line, this.#header)) this.#header = line;
        this.#version = Math.max(this.#version, line.version);
        return;
      case 'document':
        return this.#addDocument(line);
      case 'chunk':
        return this.#chunks.add(line, at);
      case 'run':
        this.#runs.set(line.id, line);
        return;
      case 'result':
        return this.#addResult(line, at);
      case 'edit':
        return this.#addEdit(line);
      case 'split': {
        const known = this.#splits.get(line.group);
        if (!known || line.id > known.id) this.#splits.set(line.group, line);
      }
    }
  }

  get header(): DatasetLine | undefined {
    return this.#header;
  }
  /** The largest format version of any header; 0 where there is none. */
  get version(): number {
    return this.#version;
  }
  /** Each document's newest revision. */
  get documents(): ReadonlyMap<DocumentId, FoldedDocument> {
    return this.#documents;
  }
  get chunks(): Table<ChunkId, FoldedChunk> {
    return this.#chunks;
  }
  get runs(): ReadonlyMap<RunId, RunLine> {
    return this.#runs;
  }
  /** All results, also those that do not count. */
  get results(): Table<ResultId, FoldedResult> {
    return this.#results;
  }
  get splits(): ReadonlyMap<string, SplitLine> {
    return this.#splits;
  }
  /** The largest id of any line. */
  get largestId(): string {
    return this.#largest;
  }
  /** Rises with every line that was added. */
  get changes(): number {
    return this.#changes;
  }

  /** The result that counts for a key, or undefined where there is none. */
  resultFor(key: string): FoldedResult | undefined {
    const id = this.#best(this.#results.ofKey(key));
    return id === undefined ? undefined : this.#results.get(id);
  }

  /** The key of a result that is there. */
  keyOf(id: ResultId): string {
    return this.#results.keyOf(id);
  }

  /** The ids of all results of a key, also of those that do not count. */
  resultsFor(key: string): readonly ResultId[] {
    return this.#results.ofKey(key);
  }

  /** Whether a result is neither superseded nor hidden behind a better one of the same key. */
  counts({ id }: Pick<FoldedResult, 'id'>): boolean {
    return this.#best(this.#results.alike(id)) === id;
  }

  /** Whether a person has changed a pair of the result: its words, status, rating, tags or note. */
  isTouched(id: ResultId): boolean {
    return (this.#touched.get(id)?.size ?? 0) > 0;
  }

  /** A pair's edited fields. A field whose newest edit takes it back to what was generated is not among them. */
  editsOf(pair: PairId): PairFields {
    const fields = this.#edits.get(pair);
    if (!fields) return {};
    const entries = [...fields].filter(([, edit]) => edit.value !== null);
    return Object.fromEntries(entries.map(([field, edit]) => [field, edit.value]));
  }

  /** The edits that still count, as few lines as say the same: one for each edit that has not been overtaken. */
  *editLines(): Generator<EditLine> {
    for (const [pair, fields] of this.#edits) {
      const lines = new Map<string, EditLine>();
      for (const [field, { id, by, value }] of fields) {
        const set: PairFields = { ...lines.get(id)?.set, [field]: value };
        lines.set(id, { type: 'edit', id, by, pair, set });
      }
      yield* lines.values();
    }
  }

  /** Pairs that were edited though no result has them. */
  orphans(): PairId[] {
    return [...this.#edits.keys()].filter((pair) => {
      return !(pairIndex(pair) < this.#results.pairsOf(resultOf(pair)));
    });
  }

  #addDocument(line: DocumentLine): void {
    const known = this.#documents.get(line.document);
    if (known && line.id <= known.id) return;
    const chunks = ChunkList.ofLine(line, this.#chunks.ids, this.headings);
    const { headings: _, ...rest } = line;
    this.#documents.set(line.document, { ...rest, chunks });
  }

  #addResult(line: ResultLine, at: Place): void {
    if (this.#results.has(line.id)) return;
    this.#results.add(line, at);
    for (const target of line.supersedes ?? []) {
      const superseders = this.#superseders.get(target);
      if (superseders) superseders.push(line.id);
      else this.#superseders.set(target, [line.id]);
    }
  }

  #addEdit(line: EditLine): void {
    let fields = this.#edits.get(line.pair);
    if (!fields) this.#edits.set(line.pair, (fields = new Map()));
    for (const [name, value] of Object.entries(line.set)) {
      if (value === undefined) continue;
      const field = name as keyof PairFields;
      const known = fields.get(field);
      if (!known || line.id > known.id) fields.set(field, { id: line.id, by: line.by, value });
    }
    const id = resultOf(line.pair);
    let touched = this.#touched.get(id);
    if (!touched) this.#touched.set(id, (touched = new Set()));
    if (hasPersonsEdit(fields)) touched.add(line.pair);
    else touched.delete(line.pair);
  }

  /** A later result that names it replaces it, but never one with a pair that a person has changed. */
  #isSuperseded(id: ResultId): boolean {
    const superseders = this.#superseders.get(id);
    return superseders !== undefined && !this.isTouched(id) && superseders.some((other) => other > id);
  }

  /** The one that counts, of results of one key. */
  #best(ids: readonly ResultId[]): ResultId | undefined {
    let best: ResultId | undefined;
    for (const id of ids) {
      if (!this.#isSuperseded(id) && (best === undefined || this.#isBetter(id, best))) best = id;
    }
    return best;
  }

  #isBetter(a: ResultId, b: ResultId): boolean {
    const touched = Number(this.isTouched(b)) - Number(this.isTouched(a));
    if (touched !== 0) return touched < 0;
    const rank = this.#rankOf(a) - this.#rankOf(b);
    return rank !== 0 ? rank < 0 : a < b;
  }

  #rankOf(id: ResultId): number {
    return outcomeRank[this.#results.outcomeOf(id) ?? 'failed'];
  }
}

/** The result that a pair stands in. */
export const resultOf = (pair: PairId): ResultId => pair.slice(0, pair.lastIndexOf('.'));

/** The pair's place in its result; NaN where the id has none. */
export const pairIndex = (pair: PairId): number => {
  const digits = pair.slice(pair.lastIndexOf('.') + 1);
  return /^\d{1,6}$/.test(digits) ? Number(digits) : NaN;
};

export const pairId = (result: ResultId, index: number): PairId => `${result}.${index}`;

const isNewer = (a: DatasetLine, b: DatasetLine): boolean =>
  a.generation !== b.generation ? a.generation > b.generation : a.id > b.id;

/** A status of `new` is as if nobody had looked; what a check wrote is no work of a person. */
function hasPersonsEdit(fields: EditedFields): boolean {
  for (const [field, edit] of fields) {
    if (field === 'grounding' || edit.value === null) continue;
    if (field === 'status' && edit.value === 'new') continue;
    return true;
  }
  return false;
}
