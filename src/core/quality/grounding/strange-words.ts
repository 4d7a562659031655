import { isWord, type Item } from './counterparts.js';
import { isGeneral } from './general-words.js';
import { kindsOf } from './kinds.js';
import { homeOf, type Layout } from './layout.js';
import { nominal, prepositionOf } from './nouns.js';
import { relatedKeys } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';

/** What speaks for and against a strange word being a changed one. */
export const traits = [
  'bias',
  'nominal',
  'ends in -ed',
  'ends in -ly',
  'names a thing',
  'someone',
  'capital',
  'length',
  'only strange word',
  'share of its clause found',
  'related word elsewhere',
  'in the first sentence',
  'in the sentence before',
  'two sentences before',
  'far away',
  'pronoun there',
  'near an unclaimed word',
  'same ending',
  'far away, near an unclaimed word',
  'close to the source',
  'close to the source, near an unclaimed word',
  'share of the sentence found',
  'asked for the other word',
  'said twice',
  'one capital',
  'same preposition, both nominal',
  'same words around',
  'same words around, both nominal',
  'both end a clause',
] as const;

/** A word of an answer that the source's sentences do not have. */
export interface StrangeWord {
  /** Token of the answer. */
  readonly at: number;
  /** Token of the source that stands in its place. */
  readonly other: number;
  /** A number for each of `traits`, 0 to 1 or little more. */
  readonly traits: readonly number[];
}

const flag = (holds: boolean | undefined): number => (holds === true ? 1 : 0);

const ending = (low: string): string => /(?:ing|ed|ly|s)$/.exec(low)?.[0] ?? '';

/** How many words with content stand between two places; beyond `mostGap` it does not matter. */
function gap({ tokens }: Text, a: number, b: number): number {
  let count = 0;
  for (let i = Math.min(a, b) + 1; i < Math.max(a, b) && count < mostGap; i++)
    if (hasContent(tokens[i]!) && !tokens[i]!.word.free) count++;
  return count;
}
const mostGap = 3;

/** A word of the source that stands further from the words beside it stands in no other one's place. */
const leastNear = 0.5;

interface Slot {
  /** The source's word that stands where the answer has another one. */
  readonly at: number;
  /** How near it stands to the words beside it: 0 to 2. */
  readonly near: number;
  readonly nominal: boolean;
  readonly before: boolean;
  readonly after: boolean;
  readonly ending: boolean;
  /** The same preposition, or none, leads to both. */
  readonly lead: boolean;
}

/** A word of the source that the answer does not take up, and what leads to it. */
interface Place {
  readonly at: number;
  readonly home: Stretch;
  readonly nominal: boolean;
  readonly lead: string;
}

const placesIn = (layout: Layout): Place[] =>
  layout.unclaimed.flatMap((at) => {
    if (isGeneral(layout.source.tokens[at]!.word.low)) return [];
    const home = homeOf(layout, at);
    const { source } = layout;
    return [{ at, home, nominal: nominal(source, at, home, true), lead: prepositionOf(source, at, home) }];
  });

/** Of the words that the answer does not take up, the one in whose place a word of it stands best. */
function slotOf(
  { source, answer, mine, items }: Layout,
  theirs: readonly Place[],
  n: number,
  isNominal: boolean,
): Slot | undefined {
  const at = items[n]!.from;
  const { low } = answer.tokens[at]!.word;
  const before = items.findLast((item, k) => k < n && item.places.length > 0)?.places ?? [];
  const after = items.find((item, k) => k > n && item.places.length > 0)?.places ?? [];
  const lead = prepositionOf(answer, at, mine);
  const [previous, next] = [answer.tokens[at - 1]?.word.low, answer.tokens[at + 1]?.word.low];
  const end = ending(low);
  let best: Slot | undefined;
  let most = -1;
  for (const place of theirs) {
    const { at: j, home } = place;
    const nearest = (places: readonly number[], side: 1 | -1): number => {
      let least = mostGap;
      for (const each of places)
        if ((each - j) * side > 0 && each >= home.from && each < home.to)
          least = Math.min(least, gap(source, each, j));
      return least;
    };
    const near = 2 - (nearest(before, -1) + nearest(after, 1)) / mostGap;
    const slot: Slot = {
      at: j,
      near,
      nominal: place.nominal === isNominal,
      before: source.tokens[j - 1]?.word.low === previous,
      after: source.tokens[j + 1]?.word.low === next,
      ending: ending(source.tokens[j]!.word.low) === end,
      lead: place.lead === lead,
    };
    const score =
      near +
      0.6 * flag(slot.nominal) +
      0.3 * (flag(slot.lead) + flag(slot.before) + flag(slot.after)) +
      0.2 * flag(slot.ending);
    if (score > most) [best, most] = [slot, score];
  }
  return best;
}

/** How far a word stands from the homes in sentences, and how far before them; Infinity where it does not. */
function distances(source: Text, key: string, homes: readonly Stretch[]): { any: number; before: number } {
  let [any, before] = [Infinity, Infinity];
  for (const place of source.index.get(key) ?? [])
    for (const { from } of homes) {
      const steps = source.sentenceOf[from]! - source.sentenceOf[place]!;
      any = Math.min(any, Math.abs(steps));
      if (steps > 0) before = Math.min(before, steps);
    }
  return { any, before };
}

const points = /^(?:this|these|those|who|which)$/;
const hasPronoun = (source: Text, homes: readonly Stretch[]): boolean =>
  homes.some(({ from, to }) => {
    for (let i = from; i < to; i++) {
      const { word } = source.tokens[i]!;
      if (word.pronoun || points.test(word.low)) return true;
    }
    return false;
  });

function relatedElsewhere(source: Text, key: string): boolean {
  for (const other of relatedKeys(key)) if (source.index.has(other)) return true;
  return false;
}

/** Whether nothing of a clause follows a word. */
const endsClause = ({ tokens }: Text, at: number): boolean => tokens[at + 1]?.kind === 'mark';

/** How many of the two words on each side of a word stand on that side of another one, too: 0 to 1. */
function sameAround(source: Text, answer: Text, at: number, other: number): number {
  let count = 0;
  for (const step of [-1, 1])
    for (const k of [1, 2]) {
      const low = answer.tokens[at + step * k]?.word.low;
      if (low === undefined || low !== source.tokens[other + step * k]?.word.low) break;
      count++;
    }
  return count / 4;
}

/** Whether an item is a word that says something of its own, and that the source's sentences do not have. */
export function isStrange(answer: Text, { from, places }: Item): boolean {
  const { word } = answer.tokens[from]!;
  return places.length === 0 && isWord(answer, from) && !word.free && !isGeneral(word.low);
}

/** The words of a laid out sentence that the source's sentences do not have, perhaps in the place of others. */
export function strangeWords(layout: Layout): StrangeWord[] {
  const { source, answer, given, mine, homes, items, clauses, close } = layout;
  const count = items.filter((item) => isStrange(answer, item)).length;
  if (count === 0) return [];
  const theirs = placesIn(layout);
  const pronoun = flag(hasPronoun(source, homes));
  const words: StrangeWord[] = [];
  for (const [n, item] of items.entries()) {
    if (!isStrange(answer, item)) continue;
    const at = item.from;
    const { word, key, capital } = answer.tokens[at]!;
    if (given.some(({ index }) => index.has(key))) continue;
    const { low } = word;
    const clause = clauses.find(({ from, to: end }) => from <= at && at < end) ?? mine;
    const others = items.filter(({ from }) => from !== at && from >= clause.from && from < clause.to);
    const found = others.filter(({ places }) => places.length > 0).length;
    const isNominal = nominal(answer, at, mine);
    const slot = slotOf(layout, theirs, n, nominal(answer, at, mine, true));
    // Between words that the source has otherwise, it may well be the answer's own.
    if (slot === undefined || slot.near < leastNear) continue;
    const { near } = slot;
    const { any, before } = distances(source, key, homes);
    const far = any >= 3 && any < Infinity;
    const around = sameAround(source, answer, at, slot.at);
    const bothNominal = slot.nominal === true && isNominal;
    words.push({
      at,
      other: slot.at,
      traits: [
        1,
        flag(isNominal),
        flag(low.endsWith('ed')),
        flag(low.endsWith('ly')),
        flag(kindsOf(word.root).size > 0),
        flag(word.actor),
        flag(capital && at > mine.from),
        Math.min(low.length, 12) / 10,
        flag(count <= 1),
        others.length === 0 ? 0.5 : found / others.length,
        flag(relatedElsewhere(source, key)),
        flag(source.index.get(key)?.some((place) => source.sentenceOf[place] === 0)),
        flag(before === 1),
        flag(before === 2),
        flag(far),
        pronoun,
        near / 2,
        flag(slot.ending),
        far && bothNominal ? near / 2 : 0,
        close,
        (close * near) / 2,
        layout.cover,
        flag(given.some(({ index }) => index.has(source.tokens[slot.at]!.key))),
        flag(answer.index.get(key)!.length > 1),
        flag(capital !== source.tokens[slot.at]!.capital && at > mine.from),
        flag(bothNominal && slot.lead),
        around,
        bothNominal ? around : 0,
        flag(endsClause(answer, at) && endsClause(source, slot.at)),
      ],
    });
  }
  return words;
}
