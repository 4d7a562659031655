import { splitNames, type SplitName } from '../dataset/model.js';
import type { Ratios } from './input.js';

/** Units that have to be in one split, and how many pairs they hold. */
export interface Group {
  /** What orders the new groups: a hash, so that it has nothing to do with their contents. */
  readonly order: string;
  readonly weight: number;
  /** The split on record. */
  readonly recorded: SplitName | undefined;
}

/** Pairs wanted in each split, of `total`. */
export function targets(ratios: Ratios, total: number): Record<SplitName, number> {
  const sum = splitNames.reduce((n, name) => n + ratios[name], 0);
  const share = (name: SplitName): number => (ratios[name] / sum) * total;
  return { train: share('train'), validation: share('validation'), test: share('test') };
}

/** The most moves that even out what the greedy pass left; few are ever needed, and each is linear. */
const mostMoves = 50;

/** Shares that are off by no more than this part of all pairs are near enough. */
const near = 0.005;

/**
 * A split for each group. Those on record keep theirs; the others go, in the order of their hash, to the split that
 * is furthest below its share. Then, while a wanted split is empty or a move brings the shares nearer, new groups
 * change places.
 */
export function share<G extends Group>(groups: readonly G[], ratios: Ratios): Map<G, SplitName> {
  const wanted = splitNames.filter((name) => ratios[name] > 0);
  const goal = targets(
    ratios,
    groups.reduce((n, g) => n + g.weight, 0),
  );
  const has: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
  const members: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
  const placed = new Map<G, SplitName>();
  const put = (group: G, split: SplitName): void => {
    const before = placed.get(group);
    if (before !== undefined) {
      has[before] -= group.weight;
      members[before]--;
    }
    placed.set(group, split);
    has[split] += group.weight;
    members[split]++;
  };
  const fresh = groups
    .filter((g) => g.recorded === undefined)
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
  for (const group of groups) if (group.recorded !== undefined) put(group, group.recorded);
  for (const group of fresh)
    put(
      group,
      wanted.reduce((best, name) => (goal[name] - has[name] > goal[best] - has[best] ? name : best)),
    );
  const total = goal.train + goal.validation + goal.test;
  const isOff = (name: SplitName): boolean =>
    members[name] === 0 || Math.abs(goal[name] - has[name]) > total * near;
  for (let moves = 0; moves < mostMoves && wanted.some(isOff); moves++) {
    const move = bestMove(fresh, placed, wanted, goal, has, members);
    if (move === undefined) break;
    put(move.group, move.to);
  }
  return placed;
}

/** The move that helps most: into an empty split first, else the one that takes most off the deviation. */
function bestMove<G extends Group>(
  fresh: readonly G[],
  placed: ReadonlyMap<G, SplitName>,
  wanted: readonly SplitName[],
  goal: Record<SplitName, number>,
  has: Record<SplitName, number>,
  members: Record<SplitName, number>,
): { group: G; to: SplitName } | undefined {
  let best: { group: G; to: SplitName } | undefined;
  let most = 1e-9;
  for (const to of wanted) {
    const empty = members[to] === 0;
    for (const group of fresh) {
      const from = placed.get(group) as SplitName;
      if (from === to || members[from] < 2) continue;
      const w = group.weight;
      const before = Math.abs(goal[to] - has[to]) + Math.abs(goal[from] - has[from]);
      const after = Math.abs(goal[to] - has[to] - w) + Math.abs(goal[from] - has[from] + w);
      const gain = before - after + (empty ? 1e12 : 0);
      if (gain > most) {
        most = gain;
        best = { group, to };
      }
    }
  }
  return best;
}
