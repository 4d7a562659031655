import type { Fold } from './fold.js';
import type { PairFields, PairId } from './model.js';

/**
 * The edit that takes `set` back: each of its fields as it is now, or null where the pair is as it was generated.
 * To be taken before `set` is appended. Appending the edit and then its inverse leaves the pair as it was.
 */
export function inverseOf(fold: Fold, pair: PairId, set: PairFields): PairFields {
  const now = fold.editsOf(pair);
  const fields = Object.keys(set) as (keyof PairFields)[];
  return Object.fromEntries(fields.map((field) => [field, now[field] ?? null]));
}
