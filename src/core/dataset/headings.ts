import { Names } from '../names.js';

/** Heading paths by number, each held once: thousands of chunks stand under the same one. */
export class Headings {
  readonly #names = new Names();
  readonly #paths: (readonly string[])[] = [];

  /** The number of a path. One that is new is copied: as cut from a text, it would keep the whole text in memory. */
  add(path: readonly string[]): number {
    const name = JSON.stringify(path);
    const number = this.#names.add(name);
    if (number === this.#paths.length) this.#paths.push(JSON.parse(name) as string[]);
    return number;
  }

  at(number: number): readonly string[] {
    return this.#paths[number] as readonly string[];
  }

  get all(): readonly (readonly string[])[] {
    return this.#paths;
  }
}
