import type { Verdict } from '../../../core/dataset/model.js';
import type { Filter } from '../../../protocol.js';
import type { Entries } from './entries.js';

/** What a person should look at first comes first; of what is not checked nobody knows. */
const doubt: Readonly<Record<Verdict, number>> = { unsupported: 0, partly: 1, unchecked: 2, supported: 3 };

/**
 * All rows in the order of a view: as their documents have them, or what the source bears out least first. Of equal
 * ones the order of the documents stays; failures, which are no pairs, come last.
 */
export function orderOf(entries: Entries, order: Filter['order']): readonly string[] {
  const ids = entries.order();
  if (order === undefined) return ids;
  const rank = (id: string): readonly [number, number] => {
    const entry = entries.get(id);
    return entry?.kind === 'pair' ? [doubt[entry.info.verdict], entry.info.score] : [Infinity, 0];
  };
  return ids
    .map((id) => ({ id, rank: rank(id) }))
    .sort((a, b) => compare(a.rank[0], b.rank[0]) || compare(a.rank[1], b.rank[1]))
    .map(({ id }) => id);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
