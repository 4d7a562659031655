import Papa from 'papaparse';
import type { FileSink, OpenSink } from '../ports.js';
import type { Container, Row } from './format.js';
import { CannotWrite } from './writing.js';

/** Text is handed to the sink in pieces of about this many UTF-16 code units. */
const pieceSize = 1 << 16;

/** Cells that a sheet would run as a formula get an apostrophe before them (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r]/;

/** A file that was written whole. */
export interface Written {
  /** Relative to the export's folder; whole where there is none. */
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** SHA-256 in hex. */
  readonly sha256: string;
}

/** Writes rows to one file, as the container has them. The file appears when it is closed. */
export class RowWriter {
  #pending: string[] = [];
  #length = 0;
  #rows = 0;
  #header: readonly string[] | undefined;

  private constructor(
    private readonly sink: FileSink,
    private readonly path: string,
    private readonly container: Container | 'object',
  ) {}

  static async open(
    open: OpenSink,
    folder: string | undefined,
    path: string,
    container: Container | 'object',
  ): Promise<RowWriter> {
    const whole = folder === undefined ? path : `${folder}/${path}`;
    return new RowWriter(await CannotWrite.guard(path, () => open(whole)), path, container);
  }

  get rows(): number {
    return this.#rows;
  }

  async write(row: Row): Promise<void> {
    await this.text(this.#encode(row));
    this.#rows++;
  }

  /** A row as an item of a list inside an object. */
  async item(row: Row): Promise<void> {
    await this.text(`${this.#rows === 0 ? '' : ','}\n    ${JSON.stringify(row)}`);
    this.#rows++;
  }

  /** Text as it is. */
  async text(text: string): Promise<void> {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= pieceSize) await this.#flush();
  }

  async close(): Promise<Written> {
    if (this.container === 'array') await this.text(this.#rows === 0 ? '[]\n' : '\n]\n');
    await this.#flush();
    const done = await CannotWrite.guard(this.path, () => this.sink.close());
    return { path: this.path, rows: this.#rows, ...done };
  }

  /** Drops the file. Never rejects: whatever made us give up is the error to tell of. */
  async abort(): Promise<void> {
    await this.sink.abort().catch(() => undefined);
  }

  #encode(row: Row): string {
    if (this.container === 'lines') return `${JSON.stringify(row)}\n`;
    if (this.container === 'array') return `${this.#rows === 0 ? '[\n' : ',\n'}${JSON.stringify(row)}`;
    const delimiter = this.container === 'csv' ? ',' : '\t';
    const line = (cells: readonly unknown[]): string =>
      `${Papa.unparse([cells as string[]], { delimiter, newline: '\r\n', escapeFormulae: formula })}\r\n`;
    const columns = (this.#header ??= Object.keys(row));
    return (this.#rows === 0 ? line(columns) : '') + line(columns.map((name) => row[name]));
  }

  async #flush(): Promise<void> {
    const text = this.#pending.join('');
    this.#pending = [];
    this.#length = 0;
    if (text !== '') await CannotWrite.guard(this.path, () => this.sink.write(text));
  }
}
