import type { Reason } from '../../dataset/model.js';
import { bestChain, mostWorth, type Chain, type Items } from './chains.js';
import type { Alignment, Item } from './counterparts.js';
import { isGeneral } from './general-words.js';
import { nominal } from './nouns.js';
import { inCompound, textOf, type Stretch, type Text } from './text.js';
import { isPassive } from './voice.js';

/** Longer sentences are not weighed. */
const mostWords = 30;
/** What an exchange must add to the chains of the two clauses, and what share of all they must come to then. */
const leastGain = 3;
const leastShare = 0.5;
/** Of how many words beside the two, of `besides` on each side, the source must have so near by. */
const leastNear = 0.5;
const besides = 2;
const mostApart = 5;

/** A clause of the answer, and the sentence of the source that has most of its words. */
interface Part extends Stretch {
  readonly items: readonly Item[];
  readonly home: Stretch;
}

/** A place of a part, by its number. */
interface Slot {
  readonly part: Part;
  readonly n: number;
}

/** A word in its place; `straight` where the source has it in that order, too. */
interface Word extends Slot {
  readonly item: Item;
  readonly straight: boolean;
}

const stands = (place: number, { from, to }: Stretch): boolean => place >= from && place < to;

/** The clauses of a sentence that the source has well enough. */
function partsOf({ homes, items }: Alignment, clauses: readonly Stretch[]): Part[] {
  const parts: Part[] = [];
  for (const { from, to } of clauses) {
    const own = items.filter((item) => item.from >= from && item.from < to);
    const found = own.filter(({ places }) => places.length > 0);
    if (found.length < leastShare * own.length) continue;
    let most = 0;
    let best: Stretch | undefined;
    for (const home of homes) {
      let count = 0;
      for (const { places } of found) if (places.some((place) => stands(place, home))) count++;
      if (count > most) [best, most] = [home, count];
    }
    if (best !== undefined) parts.push({ from, to, items: own, home: best });
  }
  return parts;
}

/** Whether the source has an item between those that are nearest to a place of a part, `but` not counted. */
function fits({ part: { items, home }, n }: Slot, item: Item, but?: Item): boolean {
  const beside = (step: 1 | -1): readonly number[] => {
    for (let k = n + step; k >= 0 && k < items.length; k += step)
      if (items[k] !== but && items[k]!.places.some((place) => stands(place, home))) return items[k]!.places;
    return [];
  };
  const [before, after] = [beside(-1), beside(1)];
  return item.places.some(
    (place) =>
      stands(place, home) &&
      (before.length === 0 || before.some((each) => each < place && each >= home.from)) &&
      (after.length === 0 || after.some((each) => each > place && each < home.to)),
  );
}

/** "Ann and Ben", "Ann, Ben": nothing but small words between. */
function listed({ tokens }: Text, one: Item, two: Item): boolean {
  for (let i = one.to; i < two.from; i++)
    if (!/^(?:and|or|,|the|a|an|both|as|to|of|[-–])$/.test(tokens[i]!.word.low)) return false;
  return true;
}

const kindAt = ({ facts, factAt }: Text, at: number): string | undefined => facts[factAt[at]!]?.kind;

/** Whether two words are two values or two nouns, not of one list, which suit each other's places rather than their own. */
function exchangeable(answer: Text, mine: Stretch, one: Word, two: Word): boolean {
  const [first, second] = [one.item, two.item];
  const [a, b] = [answer.tokens[first.from]!, answer.tokens[second.from]!];
  if (a.key === b.key && a.word.sign === b.word.sign) return false;
  if (inCompound(answer, first.from) || inCompound(answer, second.from)) return false;
  const value = answer.factAt[first.from]! >= 0;
  if (value !== answer.factAt[second.from]! >= 0) return false;
  // A count does not stand for a year.
  if (value && kindAt(answer, first.from) !== kindAt(answer, second.from)) return false;
  if (one.straight && two.straight) return false;
  if (!fits(one, second, second) || !fits(two, first, first) || listed(answer, first, second)) return false;
  const names = ({ from }: Item): boolean =>
    nominal(answer, from, mine, true) && !isGeneral(answer.tokens[from]!.word.low);
  return value || (names(first) && names(second));
}

/** Whether a stretch says by whom something is done. */
function namesDoer(text: Text, { from, to }: Stretch): boolean {
  for (let i = from + 1; i < to; i++)
    if (text.tokens[i]!.word.low === 'by' && isPassive(text, i - 1)) return true;
  return false;
}

/** Of the words beside one of a part, how many stand near it in a chain. */
function near({ part: { items }, item, n }: Word, { places }: Chain): { found: number; all: number } {
  const place = places.get(item.from);
  const around = items.slice(Math.max(0, n - besides), n + 1 + besides).filter((each) => each !== item);
  const found = around.filter(({ from }) => {
    const other = places.get(from);
    return place !== undefined && other !== undefined && Math.abs(other - place) <= mostApart;
  });
  return { found: found.length, all: around.length };
}

/** How much the exchange of two words adds to the chains of their clauses; undefined where these are not followed then. */
function gainOf(source: Text, answer: Text, { homes }: Alignment, one: Word, two: Word): number | undefined {
  const parts = one.part === two.part ? [one.part] : [one.part, two.part];
  const chainOf = (part: Part, exchanged: boolean): Chain => {
    const items: Items = new Map(
      part.items.map((item) => {
        const other = !exchanged ? item : item === one.item ? two.item : item === two.item ? one.item : item;
        return [item.from, other];
      }),
    );
    return bestChain(source, answer, part, items, homes);
  };
  const after = parts.map((part) => chainOf(part, true));
  const worth = after.reduce((sum, chain) => sum + chain.worth, 0);
  if (worth < leastShare * parts.reduce((sum, part) => sum + mostWorth(answer, part), 0)) return undefined;
  const gain = parts.reduce((sum, part) => sum - chainOf(part, false).worth, worth);
  if (gain < leastGain) return undefined;
  const [first, second] = [after[0]!, after.at(-1)!];
  // "The roof is repaired by the landlord" turns the order of "the landlord repairs the roof".
  const [from, to] = [first.places.get(one.item.from), second.places.get(two.item.from)];
  const between = { from: one.item.to, to: two.item.from };
  if (parts.length === 1 && from !== undefined && to !== undefined)
    if (namesDoer(source, { from, to }) !== namesDoer(answer, between)) return undefined;
  const [a, b] = [near(one, first), near(two, second)];
  return a.found + b.found >= leastNear * (a.all + b.all) ? gain : undefined;
}

/**
 * Two words or values of a sentence that follows the source almost word for word once they are exchanged: "the team may
 * start a backup, whereas anyone may start a restore" where the source has it the other way round.
 */
export function checkSwaps(
  source: Text,
  answer: Text,
  alignment: Alignment,
  clauses: readonly Stretch[],
): Reason[] {
  const words: Word[] = partsOf(alignment, clauses).flatMap((part) =>
    part.items.flatMap((item, n) =>
      item.places.length > 0 ? [{ item, part, n, straight: fits({ part, n }, item) }] : [],
    ),
  );
  if (words.length > mostWords) return [];
  let best: { readonly one: Item; readonly two: Item; readonly gain: number } | undefined;
  for (const [k, one] of words.entries())
    for (const two of words.slice(k + 1)) {
      if (!exchangeable(answer, alignment.mine, one, two)) continue;
      const gain = gainOf(source, answer, alignment, one, two);
      if (gain !== undefined && gain > (best?.gain ?? 0)) best = { one: one.item, two: two.item, gain };
    }
  if (best === undefined) return [];
  const { one, two } = best;
  return [
    {
      code: 'role',
      message: `${textOf(answer, one.from, one.to)} and ${textOf(answer, two.from, two.to)} stand the other way round in the source`,
      at: [answer.tokens[one.from]!.start, answer.tokens[two.to - 1]!.end],
    },
  ];
}
