import type { Names } from '../names.js';
import type { Headings } from './headings.js';
import type { DocumentLine, PlacedChunk } from './lines.js';
import type { ChunkId } from './model.js';

/** A chunk of one revision of a document. Offsets are in its text, in UTF-16 code units. */
export interface ListedChunk {
  readonly id: ChunkId;
  readonly start: number;
  readonly end: number;
  readonly heading: readonly string[];
}

const columns = 3;
const largestInColumn = 2 ** 31 - 1;

/** The chunks of one revision of a document by their start, in columns: a dataset may have a million of them. */
export class ChunkList implements Iterable<ListedChunk> {
  /** Of each chunk its start, its end, and the number of its heading path. */
  readonly #numbers: Int32Array | Float64Array;

  private constructor(
    readonly ids: readonly ChunkId[],
    private readonly headings: Headings,
    rows: readonly (readonly [start: number, end: number, heading: number])[],
  ) {
    // No text is that long, but a forged line may say so.
    const fits = rows.every(([start, end]) => Math.max(start, end) <= largestInColumn);
    this.#numbers = new (fits ? Int32Array : Float64Array)(ids.length * columns);
    for (const [place, row] of rows.entries()) this.#numbers.set(row, place * columns);
  }

  /** Of chunks that were just cut. */
  static of(chunks: readonly ListedChunk[], headings: Headings): ChunkList {
    const ids = chunks.map(({ id }) => id);
    const rows = chunks.map(({ start, end, heading }) => [start, end, headings.add(heading)] as const);
    return new ChunkList(ids, headings, rows);
  }

  /** @param names holds the ids */
  static ofLine({ chunks, headings: paths }: DocumentLine, names: Names, headings: Headings): ChunkList {
    const ids = chunks.map(([id]) => names.held(id));
    const numbers = paths.map((path) => headings.add(path));
    const none = headings.add([]);
    const rows = chunks.map(([, start, end, heading]) => [start, end, numbers[heading] ?? none] as const);
    return new ChunkList(ids, headings, rows);
  }

  get length(): number {
    return this.ids.length;
  }

  /** The chunk at a place from 0 to below `length`. */
  at(place: number): ListedChunk {
    const heading = this.headings.at(this.#number(place, 2));
    return {
      id: this.ids[place] as ChunkId,
      start: this.#number(place, 0),
      end: this.#number(place, 1),
      heading,
    };
  }

  *[Symbol.iterator](): Generator<ListedChunk> {
    for (let place = 0; place < this.length; place++) yield this.at(place);
  }

  /** Where the chunk of an id starts; undefined where it is not among them. */
  startOf(id: ChunkId): number | undefined {
    const place = this.ids.indexOf(id);
    return place < 0 ? undefined : this.#number(place, 0);
  }

  /** As a document's line has them. */
  forLine(): Pick<DocumentLine, 'chunks' | 'headings'> {
    const headings: (readonly string[])[] = [];
    const places = new Map<number, number>();
    const placeOf = (heading: number): number => {
      let place = places.get(heading);
      if (place === undefined) places.set(heading, (place = headings.push(this.headings.at(heading)) - 1));
      return place;
    };
    const chunks = this.ids.map((id, place): PlacedChunk => {
      return [id, this.#number(place, 0), this.#number(place, 1), placeOf(this.#number(place, 2))];
    });
    return { chunks, headings };
  }

  #number(place: number, column: number): number {
    return this.#numbers[place * columns + column] as number;
  }
}
