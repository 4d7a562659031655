import type { Dataset } from '../../../core/dataset/dataset.js';
import { pairIndex, resultOf } from '../../../core/dataset/fold.js';
import type { ResultLine } from '../../../core/dataset/lines.js';
import type { Message, PairId, QuestionType, ResultId } from '../../../core/dataset/model.js';
import { oneLine } from './cut.js';
import { foldForSearch } from './filter.js';

/** UTF-16 code units of folded texts that are kept for the next search. */
const mostKept = 64_000_000;
/** Titles that are kept for rows that are shown again. */
const mostTitles = 20_000;
/** Of one pair, so much is searched. */
const longestSearched = 200_000;
const longestTitle = 300;
/** Result lines that are kept: the pairs of one come one after the other. */
const linesKept = 64;

export interface Title {
  readonly title: string;
  readonly questionType: QuestionType | undefined;
}

/** Titles and searchable texts of pairs, read from the file when they are wanted. */
export class PairTexts {
  readonly #dataset: Dataset;
  readonly #lines = new Map<ResultId, Promise<ResultLine>>();
  readonly #titles = new Map<PairId, Title>();
  readonly #folded = new Map<PairId, string>();
  #kept = 0;

  constructor(dataset: Dataset) {
    this.#dataset = dataset;
  }

  /** The last question of a pair's prompt; the start of its completion where it has no prompt. Cut to 300. */
  async title(pair: PairId): Promise<Title> {
    const known = this.#titles.get(pair);
    if (known !== undefined) return known;
    const { prompt, completion, questionType } = await this.#read(pair);
    const title = { title: oneLine(questionOf(prompt) ?? completion, longestTitle), questionType };
    if (this.#titles.size >= mostTitles) this.#titles.clear();
    this.#titles.set(pair, title);
    return title;
  }

  /** What a search looks at, folded, where it is at hand. */
  folded(pair: PairId): string | undefined {
    return this.#folded.get(pair);
  }

  /** Reads and folds what a search looks at: questions, completion, note and tags. */
  async fold(pair: PairId): Promise<string> {
    const { prompt, completion, note, tags } = await this.#read(pair);
    const texts = [...prompt.map(({ content }) => content), completion, note, ...tags];
    const folded = foldForSearch(texts.join('\n').slice(0, longestSearched));
    const before = this.#folded.get(pair)?.length ?? 0;
    if (this.#kept + folded.length - before <= mostKept) {
      this.#folded.set(pair, folded);
      this.#kept += folded.length - before;
    }
    return folded;
  }

  /** For pairs that were edited; undefined: for all. */
  forget(pairs: Iterable<PairId> | undefined): void {
    if (!pairs) {
      this.#lines.clear();
      this.#titles.clear();
      this.#folded.clear();
      this.#kept = 0;
      return;
    }
    for (const pair of pairs) {
      this.#titles.delete(pair);
      this.#kept -= this.#folded.get(pair)?.length ?? 0;
      this.#folded.delete(pair);
    }
  }

  async #read(pair: PairId) {
    const line = await this.#line(resultOf(pair));
    const generated = line.pairs[pairIndex(pair)];
    const { prompt, completion, note, tags } = this.#dataset.fold.editsOf(pair);
    return {
      prompt: prompt ?? generated?.prompt ?? [],
      completion: completion ?? generated?.completion ?? '',
      note: note ?? '',
      tags: tags ?? [],
      questionType: generated?.questionType,
    };
  }

  #line(id: ResultId): Promise<ResultLine> {
    let line = this.#lines.get(id);
    if (!line) {
      this.#lines.set(id, (line = this.#dataset.result(id)));
      line.catch(() => this.#lines.delete(id));
      const [oldest] = this.#lines.keys();
      if (this.#lines.size > linesKept && oldest !== undefined) this.#lines.delete(oldest);
    }
    return line;
  }
}

/** What is asked last. */
export const questionOf = (prompt: readonly Message[]): string | undefined =>
  prompt.findLast(({ role }) => role === 'user')?.content ?? prompt.at(-1)?.content;
