import { weightOf } from './context.js';
import type { Alignment, Item } from './counterparts.js';
import type { Name } from './names.js';
import type { Text } from './text.js';
import { isPassive } from './voice.js';

/** A word, a value or a name of an answer's sentence that the source has, as one thing. */
export interface Unit {
  /** The word of the answer that it is found by, and for a name where it begins and ends. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly name: Name | undefined;
  /** Where the source has it, on the same side where it has an opposite. */
  readonly places: readonly number[];
  /** How much it says. */
  readonly weight: number;
}

/**
 * How a unit of a sentence lies to each other one: near 1 (beside it) to 0 (far apart, or not in one sentence); below
 * 0 where the other one stands before it.
 */
export type Links = (n: number) => { readonly own: readonly number[]; readonly there: readonly number[] };

/** Longer sentences are not weighed to their ends. */
const mostUnits = 30;
const mostPlaces = 6;
const mostWeight = 2.5;
/** What a general word, and one that only may stand for another, say beside others. */
const freeWeight = 0.4;
const relatedWeight = 0.7;
/** Over so many words nearness falls to a half; a border of clauses counts for `border` words for each of its steps. */
const halfway = 6;
const border = 2;

function nearness(text: Text, a: number, b: number): number {
  const [from, to] = a < b ? [a, b] : [b, a];
  const near = 1 / (1 + (to - from + border * (text.clauses[to]! - text.clauses[from]!)) / halfway);
  return b < a ? -near : near;
}

function unitOf(source: Text, answer: Text, item: Item): Unit | undefined {
  const { word } = answer.tokens[item.from]!;
  const places =
    word.sign === 0
      ? item.places
      : item.places.filter((place) => source.tokens[place]!.word.sign === word.sign);
  const [first] = places;
  if (first === undefined) return undefined;
  const name = answer.names.find((each) => each.from <= item.from && item.from < each.to);
  const known = weightOf(source, source.tokens[first]!.key) || 1;
  return {
    at: item.from,
    from: name?.from ?? item.from,
    to: name?.to ?? item.to,
    name,
    places: places.slice(0, mostPlaces),
    weight: Math.min(mostWeight, known) * (word.free ? freeWeight : 1) * (item.exact ? 1 : relatedWeight),
  };
}

/** The units of a sentence, a name once: by the last of its words that the source has. */
export function unitsOf(source: Text, answer: Text, { items }: Alignment): Unit[] {
  const units: Unit[] = [];
  for (const item of items) {
    const unit = unitOf(source, answer, item);
    if (unit === undefined) continue;
    if (unit.name !== undefined && units.at(-1)?.name === unit.name) units.pop();
    if (units.length < mostUnits) units.push(unit);
  }
  return units;
}

/** How two units lie to each other in the source, where they stand nearest. Around a verb in the other voice the sides change. */
function linkThere(source: Text, one: Unit, two: Unit, passive: readonly boolean[], turned: boolean): number {
  let best = 0;
  for (const a of one.places) {
    for (const [n, b] of two.places.entries()) {
      if (a === b || source.sentenceOf[a] !== source.sentenceOf[b]) continue;
      const link = nearness(source, a, b);
      if (Math.abs(link) > Math.abs(best)) best = passive[n] === turned ? link : -link;
    }
  }
  return best;
}

/** The links of units of a sentence of the answer, there and in the source. Each row is worked out when first needed. */
export function linksOf(source: Text, answer: Text, units: readonly Unit[]): Links {
  const voices = units.map(({ at, places }) => ({
    own: isPassive(answer, at),
    there: places.map((place) => isPassive(source, place)),
  }));
  const rows = new Map<number, { own: number[]; there: number[] }>();
  return (n) => {
    const known = rows.get(n);
    if (known !== undefined) return known;
    const one = units[n]!;
    const row = {
      own: units.map((two) => (one === two ? 0 : nearness(answer, one.at, two.at))),
      there: units.map((two, m) =>
        one === two ? 0 : linkThere(source, one, two, voices[m]!.there, voices[m]!.own),
      ),
    };
    rows.set(n, row);
    return row;
  };
}
