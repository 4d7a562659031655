import { Column } from '../columns.js';
import { Names } from '../names.js';
import type { Headings } from './headings.js';
import type { ChunkLine } from './lines.js';
import type { ChunkId, DocumentId } from './model.js';
import type { Place, Table } from './table.js';
import { ulidParts } from './ulid.js';

/** A chunk without its text. */
export interface FoldedChunk {
  readonly document: DocumentId;
  readonly heading: readonly string[];
  readonly page: number | undefined;
  readonly length: number;
  readonly at: Place;
}

/** The chunks of a dataset, in columns by the number of their id. */
export class ChunkTable implements Table<ChunkId, FoldedChunk> {
  /** Ids of chunks, those that have no line of their own among them. */
  readonly ids = new Names();
  #size = 0;
  /** The id of each chunk's line, in parts. */
  readonly #lines = [Column.numbers(), Column.numbers(), Column.numbers()] as const;
  readonly #at = Column.numbers();
  readonly #documents = Column.places();
  readonly #headings = Column.places();
  readonly #lengths = Column.places();
  readonly #pages = Column.numbers();
  readonly #documentNames = new Names();

  constructor(private readonly headings: Headings) {}

  /** Of the lines of one chunk, the one with the largest id counts. */
  add(line: ChunkLine, at: Place): void {
    const row = this.ids.add(line.chunk);
    const parts = ulidParts(line.id);
    if (!this.#has(row)) this.#size++;
    else if (!this.#isOlder(row, parts)) return;
    for (const [i, column] of this.#lines.entries()) column.set(row, parts[i] as number);
    this.#at.set(row, at);
    this.#documents.set(row, this.#documentNames.add(line.document));
    this.#headings.set(row, this.headings.add(line.heading));
    this.#lengths.set(row, line.text.length);
    this.#pages.set(row, line.page ?? NaN);
  }

  get size(): number {
    return this.#size;
  }

  has(id: ChunkId): boolean {
    const row = this.ids.find(id);
    return row !== undefined && this.#has(row);
  }

  get(id: ChunkId): FoldedChunk | undefined {
    const row = this.ids.find(id);
    return row === undefined || !this.#has(row) ? undefined : this.#chunk(row);
  }

  *keys(): Generator<ChunkId> {
    for (let row = 0; row < this.ids.size; row++) if (this.#has(row)) yield this.ids.at(row);
  }

  *values(): Generator<FoldedChunk> {
    for (let row = 0; row < this.ids.size; row++) if (this.#has(row)) yield this.#chunk(row);
  }

  #isOlder(row: number, parts: readonly number[]): boolean {
    for (const [i, column] of this.#lines.entries()) {
      const part = parts[i] as number;
      if (column.get(row) !== part) return column.get(row) < part;
    }
    return false;
  }

  #has(row: number): boolean {
    return !Number.isNaN(this.#at.get(row));
  }

  #chunk(row: number): FoldedChunk {
    return new ChunkRow(
      this.#documentNames.at(this.#documents.get(row)),
      this.#pages.known(row),
      this.#lengths.get(row),
      this.#at.get(row),
      this.headings,
      this.#headings.get(row),
    );
  }
}

/** Its heading path is made when it is asked for. */
class ChunkRow implements FoldedChunk {
  constructor(
    readonly document: DocumentId,
    readonly page: number | undefined,
    readonly length: number,
    readonly at: Place,
    private readonly headings: Headings,
    private readonly headingNumber: number,
  ) {}

  get heading(): readonly string[] {
    return this.headings.at(this.headingNumber);
  }
}
