import { Headings } from './headings.js';
import type { DocumentLine, PlacedChunk } from './lines.js';
import type { ChunkId } from './model.js';

/** A chunk of one revision of a document. Offsets are in its text, in UTF-16 code units. */
export interface ListedChunk {
  readonly id: ChunkId;
  readonly start: number;
  readonly end: number;
  readonly heading: readonly string[];
}

type Offsets = readonly [start: number, end: number, heading: number];

const columns = 3;
const largestInColumn = 2 ** 31 - 1;

/** The chunks of one revision of a document by their start, in columns: a dataset may have a million of them. */
export class ChunkList implements Iterable<ListedChunk> {
  /** Of each chunk its start, its end, and the place of its heading path. */
  readonly #numbers: Int32Array | Float64Array;

  private constructor(
    readonly ids: readonly ChunkId[],
    private readonly headings: readonly (readonly string[])[],
    offsets: readonly Offsets[],
  ) {
    // No text is that long, but a forged line may say so.
    const fits = offsets.every((one) => Math.max(...one) <= largestInColumn);
    this.#numbers = new (fits ? Int32Array : Float64Array)(ids.length * columns);
    for (const [place, one] of offsets.entries()) this.#numbers.set(one, place * columns);
  }

  /** Of chunks that were just cut. */
  static of(chunks: readonly ListedChunk[]): ChunkList {
    const headings = new Headings();
    const offsets = chunks.map(({ start, end, heading }) => [start, end, headings.add(heading)] as const);
    return new ChunkList(
      chunks.map(({ id }) => id),
      headings.all,
      offsets,
    );
  }

  /** @param held gives the one string, and the one path, that is held of an id and of a heading path */
  static ofLine(
    { chunks, headings }: DocumentLine,
    held: { id(id: ChunkId): ChunkId; heading(path: readonly string[]): readonly string[] },
  ): ChunkList {
    return new ChunkList(
      chunks.map(([id]) => held.id(id)),
      headings.map((path) => held.heading(path)),
      chunks.map(([, ...offsets]) => offsets),
    );
  }

  get length(): number {
    return this.ids.length;
  }

  /** The chunk at a place from 0 to below `length`. */
  at(place: number): ListedChunk {
    const [id, start, end, heading] = this.#placed(place);
    return { id, start, end, heading: this.headings[heading] ?? [] };
  }

  *[Symbol.iterator](): Generator<ListedChunk> {
    for (let place = 0; place < this.length; place++) yield this.at(place);
  }

  /** Where the chunk of an id starts; undefined where it is not among them. */
  startOf(id: ChunkId): number | undefined {
    const place = this.ids.indexOf(id);
    return place < 0 ? undefined : this.at(place).start;
  }

  /** As a document's line has them. */
  forLine(): Pick<DocumentLine, 'chunks' | 'headings'> {
    return { chunks: this.ids.map((_, place) => this.#placed(place)), headings: this.headings };
  }

  #placed(place: number): PlacedChunk {
    const at = place * columns;
    const number = (column: number): number => this.#numbers[at + column] as number;
    return [this.ids[place] as ChunkId, number(0), number(1), number(2)];
  }
}
