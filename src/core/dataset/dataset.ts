import type { Outcome } from '../outcome.js';
import { fail, ok } from '../outcome.js';
import type { Clock, Random } from '../ports.js';
import { Fold, pairId, pairIndex, resultOf } from './fold.js';
import type { FoldedDocument } from './fold.js';
import type { Journal, JournalProblem, ReadReport } from './journal.js';
import { formatVersion } from './lines.js';
import type { ChunkLine, DatasetLine, Draft, Line, ResultLine, RunLine } from './lines.js';
import type { ChunkId, DocumentId, Grounding, Pair, PairFields, PairId, RunId, SplitName } from './model.js';
import type { FoldedResult } from './result-table.js';
import type { Place } from './table.js';
import { tidyLines } from './tidy.js';
import { createIds } from './ulid.js';
import type { Ids } from './ulid.js';
import type { ChunkInfo, DatasetReader, DocumentInfo, PairInfo, PairView, ResultInfo } from './view.js';

export interface DatasetOptions {
  readonly journal: Journal;
  readonly clock: Pick<Clock, 'now'>;
  readonly random: Random;
  /** Who writes: goes into each line's `by`. */
  readonly by: string;
  /** For a file that is new. */
  readonly name: string;
}

/** What came to a dataset: lines that were appended, by this program or others; undefined: anything may be different. */
export type DatasetChange = readonly Line[] | undefined;

/** Beyond so many lines at once, a change is told without them. */
const mostLinesTold = 10_000;

const nothingRead: ReadReport = { lines: 0, badCount: 0, bad: [], pendingBytes: 0 };

/** A dataset that is open: what its lines add up to, its texts on demand, and the one way to add lines to it. */
export class Dataset implements DatasetReader {
  readonly #journal: Journal;
  readonly #by: string;
  readonly #newName: string;
  readonly #ids: Ids;
  #fold = new Fold();
  #report = nothingRead;
  readonly #listeners = new Set<(change: DatasetChange) => void>();
  #order: { changes: number; documents: DocumentInfo[]; pairs?: PairInfo[] } | undefined;

  private constructor(options: DatasetOptions) {
    this.#journal = options.journal;
    this.#by = options.by;
    this.#newName = options.name;
    this.#ids = createIds(options.clock, options.random);
  }

  /** Reads a dataset. A file that does not exist yet is an empty one; it is made by the first append. */
  static async open(options: DatasetOptions): Promise<Outcome<Dataset, JournalProblem>> {
    const dataset = new Dataset(options);
    const read = await dataset.catchUp();
    return read.ok || read.error.code === 'missing' ? ok(dataset) : read;
  }

  /** Reads what others have appended since. */
  async catchUp(): Promise<Outcome<ReadReport, JournalProblem>> {
    const fold = this.#fold;
    const lines: Line[] = [];
    let count = 0;
    const read = await this.#journal.read((line, at) => {
      fold.add(line, at);
      if (this.#listeners.size > 0 && count++ < mostLinesTold) lines.push(line);
    });
    if (read.ok) this.#report = read.value;
    this.#ids.seen(fold.largestId);
    if (count > 0) this.#tell(count > mostLinesTold ? undefined : lines);
    return read;
  }

  /** Calls `listener` after each change that was taken in, in the same turn. Returns how to stop it. */
  onChange(listener: (change: DatasetChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(change: DatasetChange): void {
    for (const listener of this.#listeners) listener(change);
  }

  /** Starts over from whatever file is there now: for one that was replaced. */
  async reload(): Promise<Outcome<ReadReport, JournalProblem>> {
    this.#journal.rewind();
    this.#fold = new Fold();
    this.#order = undefined;
    const read = await this.catchUp();
    this.#tell(undefined);
    return read;
  }

  /**
   * Appends lines and takes them in, once they are on the disk. A new file gets its header first. The lines come back
   * with their ids.
   */
  async append<L extends Line>(drafts: readonly Draft<L>[]): Promise<Outcome<readonly L[], JournalProblem>> {
    const barred = this.#newer();
    if (barred) return barred;
    const header = this.#fold.header ? [] : [this.#headerLine()];
    const lines = drafts.map((draft) => ({ id: this.#ids.next(), by: this.#by, ...draft }) as unknown as L);
    const written: Line[] = [...header, ...lines];
    const appended = await this.#journal.append(written);
    if (!appended.ok) return appended;
    const places = appended.value;
    if (places) {
      written.forEach((line, i) => this.#fold.add(line, places[i] as number));
      this.#tell(written);
      return ok(lines);
    }
    const read = await this.catchUp();
    return read.ok ? ok(lines) : read;
  }

  /** An id for a line that other lines of the same append name. */
  nextId(): string {
    return this.#ids.next();
  }

  /** Reads a line again. Rejects if it is no longer there. */
  lineAt(at: Place): Promise<Line> {
    return this.#journal.lineAt(at);
  }

  /**
   * Writes what the dataset folds to as a new generation of the file, in one step. Resolves with where the lines that
   * could not be read are kept, if there were any.
   */
  async tidy(): Promise<Outcome<{ readonly badLinesIn: string | undefined }, JournalProblem>> {
    const whole = (line: Line | Draft<DatasetLine>): Line =>
      'by' in line ? line : { id: this.#ids.next(), by: this.#by, ...line };
    for (;;) {
      const read = await this.catchUp();
      if (!read.ok) return read;
      const barred = this.#newer();
      if (barred) return barred;
      const rewritten = await this.#journal.rewrite(() => mapEach(tidyLines(this), whole));
      if (!rewritten.ok) return rewritten;
      if (rewritten.value === 'behind') continue;
      const reloaded = await this.reload();
      return reloaded.ok ? ok(rewritten.value) : reloaded;
    }
  }

  /** Lets go of the file. */
  close(): Promise<void> {
    return this.#journal.close();
  }

  get path(): string {
    return this.#journal.path;
  }
  get name(): string {
    return this.#fold.header?.name ?? this.#newName;
  }
  /** Larger than `formatVersion`: a newer Pairsmith wrote it, and this one must not write. */
  get version(): number {
    return Math.max(formatVersion, this.#fold.version);
  }
  /** What reading the file has shown, bad lines among it. */
  get report(): ReadReport {
    return this.#report;
  }
  get fold(): Fold {
    return this.#fold;
  }

  documents(): readonly DocumentInfo[] {
    return this.#ordered().documents;
  }

  document(id: DocumentId): DocumentInfo | undefined {
    const line = this.#fold.documents.get(id);
    return line && documentInfo(line);
  }

  chunk(id: ChunkId): ChunkInfo | undefined {
    const chunk = this.#fold.chunks.get(id);
    if (!chunk) return undefined;
    const { document, heading, page, length } = chunk;
    return { id, document, heading, page, length };
  }

  async chunkText(id: ChunkId): Promise<string> {
    const chunk = this.#fold.chunks.get(id);
    if (!chunk) throw new Error(`No chunk ${id} in ${this.path}`);
    return ((await this.#journal.lineAt(chunk.at)) as ChunkLine).text;
  }

  runs(): readonly RunLine[] {
    return [...this.#fold.runs.values()].sort(byId);
  }

  run(id: RunId): RunLine | undefined {
    return this.#fold.runs.get(id);
  }

  results(): readonly ResultInfo[] {
    return [...this.#fold.results.values()]
      .filter((result) => this.#fold.counts(result))
      .sort(byId)
      .map((result) => resultInfo(result, this.#fold.keyOf(result.id)));
  }

  /** The result of that id as it was written, with its failure's reply. Throws if there is none. */
  async result(id: string): Promise<ResultLine> {
    const result = this.#fold.results.get(id);
    if (!result) throw new Error(`No result ${id} in ${this.path}`);
    return (await this.#journal.lineAt(result.at)) as ResultLine;
  }

  pairs(): readonly PairInfo[] {
    const order = this.#ordered();
    order.pairs ??= this.#orderedPairs(order.documents);
    return order.pairs;
  }

  /** A pair without its texts, also one of a result that does not count; undefined where there is none. */
  pairInfo(id: PairId): PairInfo | undefined {
    const result = this.#fold.results.get(resultOf(id));
    return result && this.#pairInfo(result, pairIndex(id));
  }

  async pair(id: PairId): Promise<PairView> {
    const result = this.#fold.results.get(resultOf(id));
    const index = pairIndex(id);
    const info = result && this.#pairInfo(result, index);
    if (!info) throw new Error(`No pair ${id} in ${this.path}`);
    const line = (await this.#journal.lineAt(result.at)) as ResultLine;
    const run = this.#fold.runs.get(result.run);
    return {
      ...viewOf(line.pairs[index] as Pair, this.#fold.editsOf(id), info),
      run: result.run,
      recipe: result.recipe,
      provider: (result.fallback ?? run)?.provider,
      model: (result.fallback ?? run)?.model ?? result.model,
    };
  }

  splits(): ReadonlyMap<string, SplitName> {
    return new Map([...this.#fold.splits].map(([group, line]) => [group, line.split]));
  }

  /** What a newer Pairsmith wrote may hold what this one does not know, and would lose. */
  #newer(): Outcome<never, JournalProblem> | undefined {
    if (this.version <= formatVersion) return undefined;
    const message = `${this.path} was written by a newer Pairsmith (format ${this.version}). Update this one first.`;
    return fail({ code: 'newer', message });
  }

  #headerLine(): Line {
    const version = formatVersion;
    return {
      type: 'dataset',
      id: this.#ids.next(),
      by: this.#by,
      version,
      generation: 1,
      name: this.#newName,
    };
  }

  #ordered() {
    if (this.#order?.changes !== this.#fold.changes) {
      this.#order = { changes: this.#fold.changes, documents: currentDocuments(this.#fold) };
    }
    return this.#order;
  }

  #orderedPairs(documents: readonly DocumentInfo[]): PairInfo[] {
    const place = new Map<ChunkId, number>();
    for (const document of documents) for (const chunk of document.chunks) place.set(chunk.id, place.size);
    const results = [...this.#fold.results.values()].filter((result) => this.#fold.counts(result));
    const placeOf = (result: FoldedResult) => place.get(result.inputs[0] ?? '') ?? Infinity;
    results.sort((a, b) => placeOf(a) - placeOf(b) || byId(a, b));
    return results.flatMap((result) => result.verdicts.map((_, i) => this.#pairInfo(result, i) as PairInfo));
  }

  #pairInfo(result: FoldedResult, index: number): PairInfo | undefined {
    const generated = result.verdicts[index];
    if (generated === undefined) return undefined;
    const id = pairId(result.id, index);
    const edits = this.#fold.editsOf(id);
    return {
      id,
      result: result.id,
      status: edits.status ?? 'new',
      rating: edits.rating ?? undefined,
      tags: edits.tags ?? [],
      verdict: edits.grounding?.verdict ?? generated,
      score: edits.grounding?.score ?? result.scores?.[index] ?? 1,
      chunks: edits.sources?.map((source) => source.chunk) ?? result.chunks?.[index] ?? result.inputs,
      parent: result.parents?.[index],
      edited: (['prompt', 'completion', 'rejected', 'reasoning'] as const).some(
        (field) => edits[field] != null,
      ),
    };
  }
}

/** Where two branches made a document of the same path, the one with the smaller id stands for both. */
function currentDocuments(fold: Fold): DocumentInfo[] {
  const byPath = new Map<string, FoldedDocument>();
  for (const line of fold.documents.values()) {
    const known = byPath.get(line.path);
    if (!known || line.document < known.document) byPath.set(line.path, line);
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1)).map(documentInfo);
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function documentInfo(document: FoldedDocument): DocumentInfo {
  const { document: id, path, mediaType, hash, bytes } = document;
  let chunks: DocumentInfo['chunks'] | undefined;
  return {
    id,
    path,
    mediaType,
    hash,
    bytes,
    // Half a million of them are made when somebody asks.
    get chunks() {
      return (chunks ??= Array.from(document.chunks, (chunk) => ({ id: chunk.id, start: chunk.start })));
    },
  };
}

function resultInfo(result: FoldedResult, key: string): ResultInfo {
  const { id, run, recipe, outcome, inputs, reason, failureCode, model, fallback, usage, cost, ms } = result;
  const pairs = result.verdicts.map((_, i) => pairId(id, i));
  return {
    id,
    key,
    run,
    recipe,
    outcome,
    inputs,
    pairs,
    reason,
    failureCode,
    model,
    fallback,
    usage,
    cost,
    ms,
  };
}

async function* mapEach<A, B>(items: AsyncIterable<A>, change: (item: A) => B): AsyncGenerator<B> {
  for await (const item of items) yield change(item);
}

/** A pair with its edits applied. */
function viewOf(original: Pair, edits: PairFields, info: PairInfo) {
  const grounding: Grounding | undefined = edits.grounding ?? original.checks?.grounding;
  return {
    ...info,
    prompt: edits.prompt ?? original.prompt,
    completion: edits.completion ?? original.completion,
    rejected: edits.rejected ?? original.rejected,
    reasoning: edits.reasoning ?? original.reasoning,
    sources: edits.sources ?? original.sources,
    questionType: original.questionType,
    derives: original.derives,
    origin: original.origin,
    note: edits.note ?? undefined,
    checks: { ...original.checks, grounding },
    grounding,
    original,
  };
}
