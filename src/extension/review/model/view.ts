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
  #pairs = 0;

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

  /** How many of the rows are pairs. */
  get pairs(): number {
    return this.#pairs;
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

  /** Adds rows at the end, each once. Gives how many were new. */
  append(ids: Iterable<string>): number {
    const before = this.#ids.length;
    this.#append(ids);
    return this.#ids.length - before;
  }

  #append(ids: Iterable<string>): void {
    for (const id of ids) {
      if (this.#places.has(id)) continue;
      this.#places.set(id, this.#ids.length);
      this.#ids.push(id);
      if (this.entries.get(id)?.kind === 'pair') this.#pairs++;
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
