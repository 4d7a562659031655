import type { Status } from '../../../core/dataset/model.js';
import type { PairSet } from '../../../protocol.js';

const words: Record<Status, string> = { accepted: 'accept', rejected: 'reject', new: 'reset' };

/** What an edit is called where it can be undone. */
export function labelOf(set: PairSet): string {
  if (set.completion !== undefined || set.prompt !== undefined) return 'edit';
  if (set.status !== undefined) return words[set.status];
  if (set.rating !== undefined) return set.rating === null ? 'clear the rating' : `rate ${set.rating}`;
  if (set.tags !== undefined) return 'tag';
  return 'note';
}

/** What deciding on many pairs at once is called. */
export const labelOfMany = (status: Status, count: number): string =>
  `${words[status]} ${count === 1 ? '1 pair' : `${count} pairs`}`;
