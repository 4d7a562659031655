import type { DatasetLine, DocumentLine, EditLine, Line, ResultLine, RunLine, SplitLine } from './lines.js';
import type {
  ChunkId,
  DocumentId,
  PairFields,
  PairId,
  ResultId,
  ResultOutcome,
  RunId,
  Verdict,
} from './model.js';
import type { ResultInfo } from './view.js';

/** Where a line's texts can be read again: the byte offset of the line in its file. */
export type Place = number;

/** A chunk without its text. */
export interface FoldedChunk {
  readonly document: DocumentId;
  readonly heading: readonly string[];
  readonly page: number | undefined;
  readonly length: number;
  readonly line: string;
  readonly at: Place;
}

/** A result without the texts of its pairs. */
export interface FoldedResult extends Omit<ResultInfo, 'pairs'> {
  /** Of each pair, as it was generated. */
  readonly verdicts: readonly Verdict[];
  /** Of each pair the chunks that it draws on, where these are not just the inputs. */
  readonly chunks: readonly (readonly ChunkId[])[] | undefined;
  readonly parents: readonly (PairId | undefined)[] | undefined;
  readonly cut: boolean;
  readonly at: Place;
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
  readonly #documents = new Map<DocumentId, DocumentLine>();
  readonly #chunks = new Map<ChunkId, FoldedChunk>();
  readonly #runs = new Map<RunId, RunLine>();
  readonly #results = new Map<ResultId, FoldedResult>();
  readonly #byKey = new Map<string, ResultId | ResultId[]>();
  readonly #superseders = new Map<ResultId, ResultId[]>();
  readonly #edits = new Map<PairId, EditedFields>();
  readonly #touched = new Map<ResultId, Set<PairId>>();
  readonly #splits = new Map<string, SplitLine>();
  readonly #headings = new Map<string, readonly string[]>();
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
      case 'chunk': {
        const known = this.#chunks.get(line.chunk);
        if (known && known.line >= line.id) return;
        const { document, page, id } = line;
        const heading = this.#internHeading(line.heading);
        this.#chunks.set(line.chunk, { document, heading, page, length: line.text.length, line: id, at });
        return;
      }
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
  get documents(): ReadonlyMap<DocumentId, DocumentLine> {
    return this.#documents;
  }
  get chunks(): ReadonlyMap<ChunkId, FoldedChunk> {
    return this.#chunks;
  }
  get runs(): ReadonlyMap<RunId, RunLine> {
    return this.#runs;
  }
  /** All results, also those that do not count. */
  get results(): ReadonlyMap<ResultId, FoldedResult> {
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
    const ids = this.#byKey.get(key);
    if (ids === undefined) return undefined;
    if (typeof ids === 'string') return this.#isSuperseded(ids) ? undefined : this.#results.get(ids);
    let best: FoldedResult | undefined;
    for (const id of ids) {
      const result = this.#results.get(id);
      if (result && !this.#isSuperseded(id) && (!best || this.#isBetter(result, best))) best = result;
    }
    return best;
  }

  /** Whether a result is neither superseded nor hidden behind a better one of the same key. */
  counts(result: FoldedResult): boolean {
    return this.resultFor(result.key)?.id === result.id;
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
      const result = this.#results.get(resultOf(pair));
      return !result || pairIndex(pair) >= result.verdicts.length;
    });
  }

  #addDocument(line: DocumentLine): void {
    const known = this.#documents.get(line.document);
    if (!known || line.id > known.id) this.#documents.set(line.document, line);
  }

  #addResult(line: ResultLine, at: Place): void {
    if (this.#results.has(line.id)) return;
    const own = line.pairs.map((pair) => pair.sources.map((source) => source.chunk));
    const asInputs = own.every((chunks) => sameItems(chunks, line.inputs));
    const hasParents = line.pairs.some((pair) => pair.parent !== undefined);
    this.#results.set(line.id, {
      id: line.id,
      key: line.key,
      run: line.run,
      recipe: line.recipe,
      outcome: line.outcome,
      inputs: line.inputs,
      verdicts: line.pairs.map((pair) => pair.checks?.grounding?.verdict ?? 'unchecked'),
      chunks: asInputs ? undefined : own,
      parents: hasParents ? line.pairs.map((pair) => pair.parent) : undefined,
      reason: line.reason,
      cut: line.cut ?? false,
      failureCode: line.failure?.code,
      model: line.model,
      usage: line.usage,
      cost: line.cost,
      ms: line.ms,
      at,
    });
    const ids = this.#byKey.get(line.key);
    if (ids === undefined) this.#byKey.set(line.key, line.id);
    else if (typeof ids === 'string') this.#byKey.set(line.key, [ids, line.id]);
    else ids.push(line.id);
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

  #isBetter(a: FoldedResult, b: FoldedResult): boolean {
    const touched = Number(this.isTouched(b.id)) - Number(this.isTouched(a.id));
    if (touched !== 0) return touched < 0;
    const rank = outcomeRank[a.outcome] - outcomeRank[b.outcome];
    return rank !== 0 ? rank < 0 : a.id < b.id;
  }

  /** Thousands of chunks stand under the same headings: they share one array. */
  #internHeading(heading: readonly string[]): readonly string[] {
    const name = heading.join('\n');
    const known = this.#headings.get(name);
    if (known && known.length === heading.length) return known;
    this.#headings.set(name, heading);
    return heading;
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

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** A status of `new` is as if nobody had looked; what a check wrote is no work of a person. */
function hasPersonsEdit(fields: EditedFields): boolean {
  for (const [field, edit] of fields) {
    if (field === 'grounding' || edit.value === null) continue;
    if (field === 'status' && edit.value === 'new') continue;
    return true;
  }
  return false;
}
