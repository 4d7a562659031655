/** Strings by number, each held once, numbered from 0 in the order in which they came. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #names: string[] = [];

  get size(): number {
    return this.#names.length;
  }

  find(name: string): number | undefined {
    return this.#numbers.get(name);
  }

  /** The number of a name, which it is given where it has none. */
  add(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    this.#numbers.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }

  /** The name of a number that was given. */
  at(number: number): string {
    return this.#names[number] as string;
  }

  /** The one string that is held of this name. */
  held(name: string): string {
    return this.at(this.add(name));
  }

  /** As they came. */
  [Symbol.iterator](): IterableIterator<string> {
    return this.#names.values();
  }
}
