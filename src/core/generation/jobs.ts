import { Column } from '../columns.js';
import type { ResultId } from '../dataset/model.js';
import type { PlannedChunk, PlannedDocument } from './documents.js';

/** One result that is wanted and not there. */
export interface Job {
  readonly document: PlannedDocument;
  readonly chunk: PlannedChunk;
  /** The chunk's place in its document, from 0. */
  readonly place: number;
  readonly key: string;
  readonly supersedes: readonly ResultId[];
  /** Who is asked, by the place in `targetsOf`. */
  readonly target: number;
}

const none: readonly ResultId[] = [];

/** The jobs of a plan in the order of its documents. Each is made as it is asked for: half a million are 6 MB so. */
export class JobList implements Iterable<Job> {
  #length = 0;
  readonly #documents = Column.places();
  readonly #places = Column.places();
  readonly #targets = Column.places();
  readonly #supersedes = new Map<number, readonly ResultId[]>();

  /** @param keyOf the key of a chunk's result by a target */
  constructor(
    private readonly documents: readonly PlannedDocument[],
    private readonly keyOf: (chunk: PlannedChunk, target: number) => string,
  ) {}

  /** @param document its place among the plan's documents */
  add(document: number, place: number, target: number, supersedes: readonly ResultId[]): void {
    const row = this.#length++;
    this.#documents.set(row, document);
    this.#places.set(row, place);
    this.#targets.set(row, target);
    if (supersedes.length > 0) this.#supersedes.set(row, supersedes);
  }

  get length(): number {
    return this.#length;
  }

  /** The job of a number from 0 to below `length`. */
  at(number: number): Job {
    const document = this.documents[this.#documents.get(number)] as PlannedDocument;
    const place = this.#places.get(number);
    const target = this.#targets.get(number);
    const chunk = document.chunks.at(place);
    const key = this.keyOf(chunk, target);
    return { document, chunk, place, key, supersedes: this.#supersedes.get(number) ?? none, target };
  }

  *[Symbol.iterator](): Generator<Job> {
    for (let number = 0; number < this.#length; number++) yield this.at(number);
  }

  /** The jobs of one target. */
  of(target: number): { readonly length: number; at(number: number): Job } {
    const numbers: number[] = [];
    for (let number = 0; number < this.#length; number++) {
      if (this.#targets.get(number) === target) numbers.push(number);
    }
    const own = Int32Array.from(numbers);
    return { length: own.length, at: (number) => this.at(own[number] as number) };
  }
}
