import type { Status } from '../../core/dataset/model.js';
import type { Counts } from '../../protocol.js';
import type { State } from './state.js';

/** The counts with decisions that are not confirmed yet. */
export function countsNow(state: State): Counts | undefined {
  const counts = state.view?.counts;
  if (counts === undefined || !state.pending.some(({ set }) => set?.status)) return counts;
  const status = { ...counts.status };
  for (const { set, before } of state.pending) {
    if (set?.status === undefined || before === undefined) continue;
    status[before] = Math.max(0, (status[before] ?? 0) - 1);
    status[set.status] = (status[set.status] ?? 0) + 1;
  }
  return { ...counts, status };
}

export const ofStatus = (counts: Counts | undefined, status: Status): number => counts?.status[status] ?? 0;

/** How many are decided on. */
export const reviewed = (counts: Counts | undefined): number =>
  ofStatus(counts, 'accepted') + ofStatus(counts, 'rejected');
