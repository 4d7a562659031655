import { Column } from '../columns.js';
import type { Fold } from '../dataset/fold.js';
import type { ResultId } from '../dataset/model.js';
import type { FoldedResult } from '../dataset/result-table.js';
import type { PlannedDocument } from './documents.js';

/** A chunk that a plan's limits leave, done or to be done. */
export interface WantedChunk {
  readonly document: PlannedDocument;
  /** The chunk's place in its document, from 0. */
  readonly place: number;
  /** The result that is kept for it; undefined where it is to be asked. */
  readonly result: ResultId | undefined;
  /** Path of the document under which its pairs stand, or will: another one's, where that says the same. */
  readonly under: string;
  /** It says the same, under the same headings, as one before it: both are asked once. */
  readonly repeats: boolean;
}

/** The chunks that a plan's limits leave, in order. Each is made as it is asked for. */
export class WantedList implements Iterable<WantedChunk> {
  readonly #documents = Column.places();
  readonly #places = Column.places();
  readonly #results: (ResultId | undefined)[] = [];
  /** Where that is not the document's own path. */
  readonly #under = new Map<number, string>();
  readonly #repeats = new Set<number>();

  constructor(private readonly documents: readonly PlannedDocument[]) {}

  /**
   * Gives its number.
   * @param document its place among the plan's documents
   */
  add(document: number, place: number, result: ResultId | undefined, under: string): number {
    const row = this.#results.push(result) - 1;
    this.#documents.set(row, document);
    this.#places.set(row, place);
    if (under !== this.documents[document]?.input.path) this.#under.set(row, under);
    return row;
  }

  /** Adds one that says the same as the one of a number. */
  addTwin(document: number, place: number, twin: number): void {
    const { result, under } = this.at(twin);
    this.#repeats.add(this.add(document, place, result, under));
  }

  get length(): number {
    return this.#results.length;
  }

  /** The chunk of a number from 0 to below `length`. */
  at(number: number): WantedChunk {
    const document = this.documents[this.#documents.get(number)] as PlannedDocument;
    return {
      document,
      place: this.#places.get(number),
      result: this.#results[number],
      under: this.#under.get(number) ?? document.input.path,
      repeats: this.#repeats.has(number),
    };
  }

  *[Symbol.iterator](): Generator<WantedChunk> {
    for (let number = 0; number < this.length; number++) yield this.at(number);
  }
}

/** Path of the document that a result's pairs are under. */
export function pathUnder(result: FoldedResult, own: PlannedDocument, fold: Fold): string {
  const [input = ''] = result.inputs;
  const id = fold.chunks.get(input)?.document ?? own.id;
  return id === own.id ? own.input.path : (fold.documents.get(id)?.path ?? own.input.path);
}
