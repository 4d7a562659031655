import { Names } from '../names.js';

/**
 * Heading paths by number, each held once and as JSON, which takes half of what arrays do. Paths as cut from a text
 * would keep the whole text in memory.
 */
export class Headings {
  readonly #paths = new Names();
  #last: { readonly number: number; readonly path: readonly string[] } | undefined;

  /** The number of a path. */
  add(path: readonly string[]): number {
    return this.#paths.add(JSON.stringify(path));
  }

  /** The path of a number that was given. Chunks of a section come one after the other: the last one is remembered. */
  at(number: number): readonly string[] {
    if (this.#last?.number !== number) {
      this.#last = { number, path: JSON.parse(this.#paths.at(number)) as string[] };
    }
    return this.#last.path;
  }
}
