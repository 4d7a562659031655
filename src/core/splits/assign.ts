import { splitNames, type PairId, type SplitName } from '../dataset/model.js';
import type { SplitInput, SplitPair } from './input.js';
import { share, targets, type Group } from './shares.js';
import { heldOut, leaveOutStraddling, type StraddleReason } from './straddling.js';
import { UnionFind } from './unionFind.js';
import { compare, runsOfUnits, unitFinder, type Grain } from './units.js';

export interface Assignment {
  /** The split of a pair; undefined for one that straddles, or was not among those given. */
  splitOf(pair: PairId): SplitName | undefined;
  /** What to record in the dataset: groups that are new, and those that joined a group more held out. */
  readonly newAssignments: ReadonlyMap<string, SplitName>;
  readonly straddling: ReadonlyMap<PairId, StraddleReason>;
}

/** Below this number of groups, documents are divided into runs of sections. */
const fewGroups = 10;

/**
 * Assigns splits to groups: what must not straddle (a document, a family of variations, equal prompts) is joined
 * where it touches. Groups on record keep their split; where they have come to touch, the most held-out split wins.
 * With fewer than 10 groups, or where a split would be empty or get less than half of its share, documents without a
 * split are divided into runs of sections, and pairs across a border are left out. Where even so equal prompts glue
 * everything together, they no longer join, and the held-out side alone keeps such a prompt.
 */
export function assignSplits(input: SplitInput): Assignment {
  const wanted = splitNames.filter((name) => input.ratios[name] > 0);
  const whole = attempt(input, 'documents', true);
  if (wanted.length < 2 || (whole.groups >= fewGroups && isGood(whole))) return whole;
  const divided = attempt(input, 'sections', true);
  if (isGood(divided)) return divided;
  const loose = attempt(input, 'sections', false);
  if (isGood(loose)) return loose;
  return [divided, loose, whole].reduce((best, next) => (isBetter(next, best) ? next : best));
}

interface Attempt extends Assignment {
  readonly groups: number;
  /** Wanted splits without a pair. */
  readonly empty: number;
  /** Of the wanted splits, the least part of its share that one has: 1 where all have theirs. */
  readonly least: number;
}

const isGood = (a: Attempt): boolean => a.empty === 0 && a.least >= 0.5;
const isBetter = (a: Attempt, b: Attempt): boolean =>
  a.empty < b.empty || (a.empty === b.empty && a.least > b.least + 0.1);

function attempt(input: SplitInput, grain: Grain, promptsJoin: boolean): Attempt {
  const { pairs, recorded, ratios, hash } = input;
  const unitOf = unitFinder(pairs, recorded, grain, hash);
  const sourced = new Set(pairs.filter((p) => p.chunks.length > 0).map((p) => p.family));
  const unitsOf = (pair: SplitPair): string[] => {
    const alone = `pair:${pair.family}`;
    const units = [...new Set(pair.chunks.map(unitOf))];
    // A family without a source is a unit of its own, and stays one where it is on record as such.
    return recorded.has(alone) || !sourced.has(pair.family) ? [...units, alone] : units;
  };

  const sets = new UnionFind();
  for (const pair of pairs) {
    const family = `family ${pair.family}`;
    // Divided, a pair of several sections does not glue them together: it is left out if they come to differ.
    const units = unitsOf(pair);
    for (const [i, unit] of units.entries())
      if (grain === 'documents' || i === 0 || unit.startsWith('pair:')) sets.join(family, unit);
    if (promptsJoin && pair.prompt !== undefined) sets.join(family, `prompt ${pair.prompt}`);
  }
  const runSize = Math.min(...splitNames.map((n) => targets(ratios, pairs.length)[n]).filter((n) => n > 0));
  for (const run of runsOfUnits(pairs, recorded, unitOf, runSize))
    for (const unit of run) sets.join(run[0] as string, unit);

  const groups = collect(pairs, unitsOf, sets, input);
  const placed = share([...groups.values()], ratios);
  const splitOfUnit = new Map<string, SplitName>();
  for (const [group, split] of placed) for (const unit of group.units) splitOfUnit.set(unit, split);

  const splitOf = new Map<PairId, SplitName>();
  const straddling = new Map<PairId, StraddleReason>();
  for (const pair of pairs) {
    const splits = new Set(unitsOf(pair).map((unit) => splitOfUnit.get(unit)));
    const group = groups.get(sets.find(`family ${pair.family}`));
    const [split = group && placed.get(group)] = splits;
    if (splits.size > 1) straddling.set(pair.id, 'sources');
    else if (split !== undefined) splitOf.set(pair.id, split);
  }
  for (const [pair, reason] of leaveOutStraddling(pairs, splitOf)) straddling.set(pair, reason);
  const changed = [...splitOfUnit].filter(([unit, split]) => recorded.get(unit) !== split);
  return {
    splitOf: (pair) => splitOf.get(pair),
    newAssignments: new Map(changed.sort(([a], [b]) => compare(a, b))),
    straddling,
    groups: groups.size,
    ...measure(splitOf, input),
  };
}

interface UnitGroup extends Group {
  readonly units: ReadonlySet<string>;
}

/** The groups by the name of their set: which units, how many pairs, which split on record. */
function collect(
  pairs: readonly SplitPair[],
  unitsOf: (pair: SplitPair) => string[],
  sets: UnionFind,
  { recorded, seed, hash }: SplitInput,
): Map<string, UnitGroup> {
  const units = new Map<string, Set<string>>();
  const weights = new Map<string, number>();
  for (const pair of pairs) {
    const own = sets.find(`family ${pair.family}`);
    weights.set(own, (weights.get(own) ?? 0) + 1);
    for (const unit of unitsOf(pair)) {
      const set = sets.find(unit);
      units.set(set, (units.get(set) ?? new Set()).add(unit));
    }
  }
  const groups = new Map<string, UnitGroup>();
  for (const [set, names] of units) {
    const splits = [...names].flatMap((name) => recorded.get(name) ?? []);
    const first = [...names].reduce((a, b) => (a < b ? a : b));
    groups.set(set, {
      units: names,
      weight: weights.get(set) ?? 0,
      recorded: splits.length === 0 ? undefined : splits.reduce(heldOut),
      order: hash(`${seed}\n${first}`),
    });
  }
  return groups;
}

function measure(
  splitOf: ReadonlyMap<PairId, SplitName>,
  { ratios }: SplitInput,
): { empty: number; least: number } {
  const has: Record<SplitName, number> = { train: 0, validation: 0, test: 0 };
  for (const split of splitOf.values()) has[split]++;
  const goal = targets(ratios, splitOf.size);
  const wanted = splitNames.filter((name) => ratios[name] > 0);
  return {
    empty: wanted.filter((name) => has[name] === 0).length,
    least: Math.min(...wanted.map((name) => (goal[name] === 0 ? 0 : has[name] / goal[name]))),
  };
}
