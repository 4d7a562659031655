import type { Status } from '../../core/dataset/model.js';
import type { Counts } from '../../protocol.js';
import type { State } from './state.js';

export const countsNow = (state: State): Counts | undefined => state.view?.counts;

/** Of the whole dataset, also where the page follows a document of it. */
export const countsOfAll = ({ view }: State): Counts | undefined => view?.whole ?? view?.counts;

/** The counts after one pair has gone from one status to another. */
export const moved = (counts: Counts, from: Status, to: Status): Counts => ({
  ...counts,
  status: {
    ...counts.status,
    [from]: Math.max(0, ofStatus(counts, from) - 1),
    [to]: ofStatus(counts, to) + 1,
  },
});

export const ofStatus = (counts: Counts | undefined, status: Status): number => counts?.status[status] ?? 0;

/** How many are decided on. */
export const reviewed = (counts: Counts | undefined): number =>
  ofStatus(counts, 'accepted') + ofStatus(counts, 'rejected');
