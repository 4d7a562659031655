import { Column } from './columns.js';

const fewestSlots = 64;

/**
 * Strings by number as `Names` has them, but packed: 22 letters take 35 bytes, where a string in a map takes 95. For names
 * that are looked up more often than read, as `at` makes a string each time.
 */
export class PackedNames {
  /** The letters of all names, one after the other, a byte each. */
  #letters = new Uint8Array(1_024);
  /** Where each name ends in them. */
  readonly #ends = Column.places();
  #size = 0;
  /** By hash, with the next free one taken where that is full: the number of a name plus 1, or 0. */
  #slots = new Int32Array(fewestSlots);
  /** Names with letters that are no byte: what we make ourselves has none. */
  readonly #wide = new Map<string, number>();
  readonly #wideNames = new Map<number, string>();
  /** So that nobody can make a file of names that all meet in one slot. */
  readonly #seed = Math.floor(Math.random() * 2 ** 32) | 1;

  get size(): number {
    return this.#size;
  }

  find(name: string): number | undefined {
    const length = this.#write(name);
    if (length === undefined) return this.#wide.get(name);
    const number = (this.#slots[this.#slotOf(this.#end, length)] as number) - 1;
    return number < 0 ? undefined : number;
  }

  /** The number of a name, which it is given where it has none. */
  add(name: string): number {
    const start = this.#end;
    const length = this.#write(name);
    if (length === undefined) return this.#addWide(name, start);
    const slot = this.#slotOf(start, length);
    const known = this.#slots[slot] as number;
    if (known > 0) return known - 1;
    const number = this.#size++;
    this.#ends.set(number, start + length);
    this.#slots[slot] = number + 1;
    if (this.#size * 3 > this.#slots.length * 2) this.#widen();
    return number;
  }

  /** The name of a number that was given. */
  at(number: number): string {
    const bytes = this.#letters.subarray(this.#endOf(number - 1), this.#endOf(number));
    return this.#wideNames.get(number) ?? String.fromCharCode(...bytes);
  }

  #addWide(name: string, start: number): number {
    const known = this.#wide.get(name);
    if (known !== undefined) return known;
    const number = this.#size++;
    this.#ends.set(number, start);
    this.#wide.set(name, number);
    this.#wideNames.set(number, name);
    return number;
  }

  get #end(): number {
    return this.#endOf(this.#size - 1);
  }

  #endOf(number: number): number {
    return number < 0 ? 0 : this.#ends.get(number);
  }

  /** Writes a name behind the others, and gives its length; undefined where it has letters that are no byte. */
  #write(name: string): number | undefined {
    const end = this.#end;
    if (end + name.length > this.#letters.length) {
      const letters = new Uint8Array(Math.ceil((end + name.length) * 1.5));
      letters.set(this.#letters);
      this.#letters = letters;
    }
    for (let i = 0; i < name.length; i++) {
      const code = name.charCodeAt(i);
      if (code > 255) return undefined;
      this.#letters[end + i] = code;
    }
    return name.length;
  }

  /** The slot of the name whose letters stand at `start`, or the free one that it would take. */
  #slotOf(start: number, length: number): number {
    const mask = this.#slots.length - 1;
    let hash = this.#seed;
    for (let i = start; i < start + length; i++) {
      hash = Math.imul(hash ^ (this.#letters[i] as number), this.#seed);
      hash ^= hash >>> 15;
    }
    let slot = hash & mask;
    while (this.#slots[slot] !== 0 && !this.#isAt((this.#slots[slot] as number) - 1, start, length)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isAt(number: number, start: number, length: number): boolean {
    const own = this.#endOf(number - 1);
    if (this.#endOf(number) - own !== length) return false;
    for (let i = 0; i < length; i++) if (this.#letters[own + i] !== this.#letters[start + i]) return false;
    return true;
  }

  #widen(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let number = 0; number < this.#size; number++) {
      if (this.#wideNames.has(number)) continue;
      const start = this.#endOf(number - 1);
      this.#slots[this.#slotOf(start, this.#endOf(number) - start)] = number + 1;
    }
  }
}
