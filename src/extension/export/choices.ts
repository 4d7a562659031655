import type { Status } from '../../core/dataset/model.js';
import type { PairInfo } from '../../core/dataset/view.js';

/** Which pairs of a dataset go out. */
export interface PairChoice {
  readonly id: string;
  readonly statuses: readonly Status[];
  readonly minRating: number | undefined;
  /** How many pass, those that their source does not support left aside. */
  readonly count: number;
}

/** What is there to choose from: by what the review said, and by rating where pairs are rated. */
export function pairChoices(pairs: readonly PairInfo[]): PairChoice[] {
  const usable = pairs.filter(({ verdict }) => verdict !== 'unsupported');
  const rated = [5, 4, 3, 2].filter((stars) => usable.some(({ rating }) => rating === stars));
  const choice = (id: string, statuses: readonly Status[], minRating?: number): PairChoice => {
    const passes = ({ status, rating = 0 }: PairInfo) =>
      statuses.includes(status) && rating >= (minRating ?? 0);
    return { id, statuses, minRating, count: usable.filter(passes).length };
  };
  return [
    choice('accepted', ['accepted']),
    choice('kept', ['accepted', 'new']),
    ...rated.map((stars) => choice(`rated${stars}`, ['accepted', 'new'], stars)),
  ];
}
