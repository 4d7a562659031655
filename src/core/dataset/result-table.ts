import { Column } from '../columns.js';
import { Names } from '../names.js';
import { PackedNames } from '../packed-names.js';
import type { ResultLine } from './lines.js';
import { outcomes, verdicts } from './model.js';
import type { Answerer, ChunkId, PairId, ResultId, ResultOutcome, Usage, Verdict } from './model.js';
import type { Place, Table } from './table.js';
import type { ResultInfo } from './view.js';

/** A result without the texts of its pairs. Its key is had from the fold. */
export interface FoldedResult extends Omit<ResultInfo, 'pairs' | 'key'> {
  /** Of each pair, as it was generated. */
  readonly verdicts: readonly Verdict[];
  /** Of each pair its grounding's score, as it was generated; undefined where the source bears all of them out. */
  readonly scores: readonly number[] | undefined;
  /** Of each pair the chunks that it draws on, where these are not just the inputs. */
  readonly chunks: readonly (readonly ChunkId[])[] | undefined;
  readonly parents: readonly (PairId | undefined)[] | undefined;
  readonly cut: boolean;
  readonly at: Place;
}

/** The results of a dataset, in columns by the number of their id. What few of them have is in maps by that number. */
export class ResultTable implements Table<ResultId, FoldedResult> {
  readonly #ids = new Names();
  readonly #keys = new PackedNames();
  readonly #words = new Names();
  readonly #key = Column.places();
  /** By the key's number, its first result. */
  readonly #first = Column.places();
  /** By the key's number, all of its results where there are several. */
  readonly #several = new Map<number, number[]>();
  readonly #run = Column.places();
  readonly #recipe = Column.places();
  readonly #model = Column.places();
  readonly #fallbackProvider = Column.places();
  readonly #fallbackModel = Column.places();
  readonly #failureCode = Column.places();
  readonly #outcome = Column.bytes();
  readonly #cut = Column.bytes();
  readonly #at = Column.numbers();
  readonly #ms = Column.numbers();
  readonly #cost = Column.numbers();
  readonly #input = Column.numbers();
  readonly #output = Column.numbers();
  readonly #cachedInput = Column.numbers();
  readonly #reasoning = Column.numbers();
  /** The one chunk that it was made from, where it is one. */
  readonly #chunk = Column.places();
  readonly #inputs = new Map<number, readonly ChunkId[]>();
  readonly #verdicts = Column.places();
  readonly #verdictNames = new Names();
  readonly #verdictLists: (readonly Verdict[])[] = [];
  readonly #scores = new Map<number, readonly number[]>();
  readonly #reasons = new Map<number, string>();
  readonly #chunks = new Map<number, readonly (readonly ChunkId[])[]>();
  readonly #parents = new Map<number, readonly (PairId | undefined)[]>();

  /** @param chunkIds numbers of chunks */
  constructor(private readonly chunkIds: Names) {}

  add(line: ResultLine, at: Place): void {
    if (this.has(line.id)) return;
    const row = this.#ids.add(line.id);
    const { inputs, pairs, usage } = line;
    this.#addToKey(this.#keys.add(line.key), row);
    this.#run.set(row, this.#words.add(line.run));
    this.#recipe.set(row, this.#words.add(line.recipe));
    if (line.model !== undefined) this.#model.set(row, this.#words.add(line.model));
    if (line.fallback) {
      this.#fallbackProvider.set(row, this.#words.add(line.fallback.provider));
      this.#fallbackModel.set(row, this.#words.add(line.fallback.model));
    }
    if (line.failure) this.#failureCode.set(row, this.#words.add(line.failure.code));
    this.#outcome.set(row, outcomes.indexOf(line.outcome));
    this.#cut.set(row, line.cut === true ? 1 : 0);
    this.#at.set(row, at);
    this.#ms.set(row, line.ms ?? NaN);
    this.#cost.set(row, line.cost ?? NaN);
    this.#input.set(row, usage?.input ?? NaN);
    this.#output.set(row, usage?.output ?? NaN);
    this.#cachedInput.set(row, usage?.cachedInput ?? NaN);
    this.#reasoning.set(row, usage?.reasoning ?? NaN);
    if (inputs.length === 1) this.#chunk.set(row, this.chunkIds.add(inputs[0] as ChunkId));
    else this.#inputs.set(row, inputs);
    const checked = pairs.map((pair) => pair.checks?.grounding);
    this.#verdicts.set(row, this.#verdictList(checked.map((grounding) => grounding?.verdict ?? 'unchecked')));
    if (checked.some((grounding) => isDoubtful(grounding?.verdict))) {
      this.#scores.set(
        row,
        checked.map((grounding) => grounding?.score ?? 1),
      );
    }
    if (line.reason !== undefined) this.#reasons.set(row, line.reason);
    const own = pairs.map((pair) => pair.sources.map((source) => source.chunk));
    if (!own.every((chunks) => sameItems(chunks, inputs))) this.#chunks.set(row, own);
    if (pairs.some((pair) => pair.parent !== undefined)) {
      this.#parents.set(
        row,
        pairs.map((pair) => pair.parent),
      );
    }
  }

  get size(): number {
    return this.#ids.size;
  }

  has(id: ResultId): boolean {
    return this.#ids.find(id) !== undefined;
  }

  get(id: ResultId): FoldedResult | undefined {
    const row = this.#ids.find(id);
    return row === undefined ? undefined : this.#result(row);
  }

  keys(): Iterable<ResultId> {
    return this.#ids;
  }

  *values(): Generator<FoldedResult> {
    for (let row = 0; row < this.size; row++) yield this.#result(row);
  }

  /** The ids of all results of a key. */
  ofKey(key: string): readonly ResultId[] {
    const number = this.#keys.find(key);
    if (number === undefined) return [];
    return this.#rowsOf(number).map((row) => this.#ids.at(row));
  }

  /** The key of a result that is there. */
  keyOf(id: ResultId): string {
    return this.#keys.at(this.#key.get(this.#ids.find(id) ?? -1));
  }

  /** The ids of all results that have the key of this one, itself among them. */
  alike(id: ResultId): readonly ResultId[] {
    const row = this.#ids.find(id);
    if (row === undefined) return [];
    const several = this.#several.get(this.#key.get(row));
    return several ? several.map((other) => this.#ids.at(other)) : [id];
  }

  outcomeOf(id: ResultId): ResultOutcome | undefined {
    return outcomes[this.#outcome.get(this.#ids.find(id) ?? -1)];
  }

  /** How many pairs a result has; 0 where there is none of that id. */
  pairsOf(id: ResultId): number {
    const row = this.#ids.find(id);
    return row === undefined ? 0 : this.#verdictsOf(row).length;
  }

  #addToKey(key: number, row: number): void {
    this.#key.set(row, key);
    const first = this.#first.get(key);
    if (first < 0) return this.#first.set(key, row);
    const several = this.#several.get(key);
    if (several) several.push(row);
    else this.#several.set(key, [first, row]);
  }

  #rowsOf(key: number): readonly number[] {
    return this.#several.get(key) ?? [this.#first.get(key)];
  }

  #result(row: number): FoldedResult {
    const chunk = this.#chunk.get(row);
    return {
      id: this.#ids.at(row),
      run: this.#words.at(this.#run.get(row)),
      recipe: this.#words.at(this.#recipe.get(row)),
      outcome: outcomes[this.#outcome.get(row)] as ResultOutcome,
      inputs: chunk < 0 ? (this.#inputs.get(row) ?? []) : [this.chunkIds.at(chunk)],
      verdicts: this.#verdictsOf(row),
      scores: this.#scores.get(row),
      chunks: this.#chunks.get(row),
      parents: this.#parents.get(row),
      reason: this.#reasons.get(row),
      cut: this.#cut.get(row) === 1,
      failureCode: this.#wordAt(this.#failureCode.get(row)),
      model: this.#wordAt(this.#model.get(row)),
      fallback: this.#fallback(row),
      usage: this.#usage(row),
      cost: this.#cost.known(row),
      ms: this.#ms.known(row),
      at: this.#at.get(row),
    };
  }

  #usage(row: number): Usage | undefined {
    const usage = {
      input: this.#input.known(row),
      output: this.#output.known(row),
      cachedInput: this.#cachedInput.known(row),
      reasoning: this.#reasoning.known(row),
    };
    return Object.values(usage).some((tokens) => tokens !== undefined) ? usage : undefined;
  }

  #fallback(row: number): Answerer | undefined {
    const provider = this.#wordAt(this.#fallbackProvider.get(row));
    const model = this.#wordAt(this.#fallbackModel.get(row));
    return provider === undefined || model === undefined ? undefined : { provider, model };
  }

  #wordAt(number: number): string | undefined {
    return number < 0 ? undefined : this.#words.at(number);
  }

  #verdictsOf(row: number): readonly Verdict[] {
    return this.#verdictLists[this.#verdicts.get(row)] as readonly Verdict[];
  }

  /** Most results have one of a few dozen lists of verdicts: each is held once. */
  #verdictList(list: readonly Verdict[]): number {
    const number = this.#verdictNames.add(list.map((verdict) => verdicts.indexOf(verdict)).join(''));
    if (number === this.#verdictLists.length) this.#verdictLists.push(list);
    return number;
  }
}

const isDoubtful = (verdict: Verdict | undefined): boolean =>
  verdict === 'unsupported' || verdict === 'partly';

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
