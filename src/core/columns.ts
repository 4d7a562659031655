type Cells = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>;

/**
 * A number for each row, in a typed array that grows. A row that was not set holds `blank`, and a column of nothing
 * but blanks takes no memory.
 */
export class Column {
  #cells: Cells;

  private constructor(
    private readonly make: (length: number) => Cells,
    private readonly blank: number,
  ) {
    this.#cells = make(0);
  }

  /** Any numbers. */
  static numbers(blank = NaN): Column {
    return new Column((length) => new Float64Array(length), blank);
  }

  /** Whole numbers of 32 bits, -1 where there is none. */
  static places(): Column {
    return new Column((length) => new Int32Array(length), -1);
  }

  /** 0 to 255. */
  static bytes(): Column {
    return new Column((length) => new Uint8Array(length), 0);
  }

  get(row: number): number {
    return this.#cells[row] ?? this.blank;
  }

  /** The number, or undefined where it is NaN. */
  known(row: number): number | undefined {
    const value = this.get(row);
    return Number.isNaN(value) ? undefined : value;
  }

  set(row: number, value: number): void {
    if (row >= this.#cells.length) {
      if (Object.is(value, this.blank)) return;
      this.#grow(row + 1);
    }
    this.#cells[row] = value;
  }

  #grow(least: number): void {
    const { length } = this.#cells;
    const grown = this.make(Math.max(64, least, Math.ceil(length * 1.5)));
    grown.set(this.#cells);
    if (this.blank !== 0) grown.fill(this.blank, length);
    this.#cells = grown;
  }
}
