import type { Filter } from '../../../protocol.js';
import type { Entries } from './entries.js';
import { matcher } from './filter.js';
import type { PairTexts } from './pair-texts.js';
import { searchPairs } from './search.js';

/** What a view is made from. */
export interface ViewSource {
  readonly entries: Entries;
  readonly texts: PairTexts;
  isStale(pair: string): boolean;
}

/**
 * A fixed order of rows. What no longer matches after a decision keeps its place until a new view is made, and new rows
 * come at the end.
 */
export class View {
  readonly #ids: string[];
  readonly #places = new Map<string, number>();
  /** Those that the filter takes now. */
  readonly #taken = new Set<string>();

  constructor(
    readonly number: number,
    readonly filter: Filter,
    ids: Iterable<string>,
    private readonly entries: Entries,
  ) {
    this.#ids = [];
    this.#append(ids);
  }

  get total(): number {
    return this.#ids.length;
  }

  /** How many pairs of it the filter takes now. */
  get pairs(): number {
    let pairs = 0;
    for (const id of this.#taken) if (this.entries.get(id)?.kind === 'pair') pairs++;
    return pairs;
  }

  slice(from: number, to: number): readonly string[] {
    return this.#ids.slice(from, to);
  }

  ids(): readonly string[] {
    return this.#ids;
  }

  /** A row's place from 0; undefined where the view leaves it out. */
  placeOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  /** Of rows that look different or are new, the filter takes `taken` now. New ones go to the end. */
  update(different: Iterable<string>, taken: Iterable<string>): void {
    for (const id of different) this.#taken.delete(id);
    this.#append(taken);
  }

  #append(ids: Iterable<string>): void {
    for (const id of ids) {
      this.#taken.add(id);
      if (this.#places.has(id)) continue;
      this.#places.set(id, this.#ids.length);
      this.#ids.push(id);
    }
  }
}

/** Those of `ids` that a filter leaves in, in their order; undefined once `signal` is aborted. */
export async function select(
  source: ViewSource,
  filter: Filter,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[] | undefined> {
  const matches = matcher(filter, (pair) => source.isStale(pair));
  const searched = filter.text.trim() !== '';
  const some = ids.filter((id) => {
    const entry = source.entries.get(id);
    // A failure has no texts of a pair.
    return entry !== undefined && (!searched || entry.kind === 'pair') && matches(entry);
  });
  return searched ? searchPairs(some, filter.text, source.texts, signal) : some;
}
