import type { OpenSink } from '../ports.js';
import type { Container } from './format.js';
import { RowWriter, type Written } from './writer.js';

/** Files that appear together: none of them is seen before all are written. */
export class FileSet {
  readonly #open: RowWriter[] = [];

  constructor(
    private readonly openSink: OpenSink,
    private readonly folder: string | undefined,
  ) {}

  async open(path: string, container: Container | 'object'): Promise<RowWriter> {
    const writer = await RowWriter.open(this.openSink, this.folder, path, container);
    this.#open.push(writer);
    return writer;
  }

  /** Does the work, then closes what it opened, in that order; drops all of it where the work throws. */
  async during<T>(work: () => Promise<T>): Promise<{ value: T; written: Written[] }> {
    try {
      const value = await work();
      const written: Written[] = [];
      for (let next = this.#open[0]; next !== undefined; next = this.#open[0]) {
        written.push(await next.close());
        this.#open.shift();
      }
      return { value, written };
    } catch (error) {
      for (const writer of this.#open) await writer.abort();
      throw error;
    }
  }
}

/**
 * One file on its own.
 * @param folder what the path is relative to; undefined: the path is whole
 */
export async function writeFile(
  openSink: OpenSink,
  folder: string | undefined,
  path: string,
  container: Container | 'object',
  work: (writer: RowWriter) => Promise<void>,
): Promise<Written> {
  const files = new FileSet(openSink, folder);
  const { written } = await files.during(async () => work(await files.open(path, container)));
  return written[0] as Written;
}
