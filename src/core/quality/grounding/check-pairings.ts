import type { Reason } from '../../dataset/model.js';
import { weightOf } from './context.js';
import { nominal, prepositionOf } from './nouns.js';
import { counterpartKey } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';

const border = /^(?:[,;:()—–]|and|but|while|whereas|although|though|because|so|then|against|when|which|who)$/;
const ordinal = /^(?:first|second)$/;
/** Bounds of what is weighed, so that long sentences cost no more than short ones. */
const mostParts = 6;
const mostWords = 8;
const mostPlaces = 12;

/** What a word of the same clause, of the clause beside it or of the same sentence is worth. */
const [inClause, besideClause, inSentence] = [1, 0.5, 0.3];
const mostWeight = 2.5;

/** By how much the exchange must be better where it is for both words, and where one of them says nothing. */
const leastForBoth = 1;
const leastForOne = 2;
const leastRatio = 1.5;

interface Word {
  readonly at: number;
  /** By what it is compared. */
  readonly key: string;
  /** Whether its part begins with it. */
  readonly first: boolean;
  readonly places: readonly number[];
  readonly weight: number;
}

function placesIn(source: Text, answer: Text, at: number): readonly number[] {
  const { key, word } = answer.tokens[at]!;
  const found = counterpartKey(source.index, key);
  const places = found === undefined ? undefined : source.index.get(found);
  if (places === undefined || places.length > mostPlaces) return [];
  return word.sign === 0 ? places : places.filter((place) => source.tokens[place]!.word.sign === word.sign);
}

/** The words of each part of a sentence between commas, "but", "while" and the like. */
function partsOf({ tokens }: Text, { from, to }: Stretch): number[][] {
  const parts: number[][] = [];
  let part: number[] = [];
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (part.length >= 2 && border.test(token.word.low)) {
      parts.push(part);
      part = [];
    }
    if ((hasContent(token) && !token.word.free) || ordinal.test(token.word.low)) part.push(i);
  }
  if (part.length > 0) parts.push(part);
  return parts.slice(0, mostParts);
}

/** The words of a part that the source has. */
function wordsOf(source: Text, answer: Text, part: readonly number[]): Word[] {
  const words: Word[] = [];
  for (const at of part.slice(0, 2 * mostWords)) {
    // "four and a half" is one value.
    const fact = answer.facts[answer.factAt[at]!];
    if (fact !== undefined && fact.from < at) continue;
    const places = placesIn(source, answer, at);
    if (places.length === 0) continue;
    const weight = Math.min(mostWeight, weightOf(source, source.tokens[places[0]!]!.key));
    const { key, word } = answer.tokens[at]!;
    words.push({ at, key: `${key} ${word.sign}`, first: words.length === 0, places, weight });
  }
  return words;
}

/** Those that no other part has: what stands in two of them is at home in both. */
const ownOf = (part: readonly Word[], all: readonly (readonly Word[])[]): Word[] =>
  part
    .filter(({ key }) => all.every((other) => other === part || other.every((each) => each.key !== key)))
    .slice(0, mostWords);

/** How much of a part, but for its word `but`, stands around a word in the source where it does so most. */
function support(source: Text, part: readonly Word[], but: Word, { places }: Word): number {
  let best = 0;
  for (const at of places) {
    const [home, clause] = [source.sentenceOf[at]!, source.clauses[at]!];
    let sum = 0;
    for (const word of part) {
      if (word === but) continue;
      let near = 0;
      for (const place of word.places) {
        if (source.sentenceOf[place] !== home) continue;
        const apart = Math.abs(source.clauses[place]! - clause);
        near = Math.max(near, apart === 0 ? inClause : apart === 1 ? besideClause : inSentence);
      }
      sum += near * word.weight;
    }
    best = Math.max(best, sum);
  }
  return best;
}

/** What a word is one of, where that is told. */
function kindOf(source: Text, answer: Text, at: number): string | undefined {
  const { word } = answer.tokens[at]!;
  if (word.actor) return 'someone';
  const name = answer.names.find((each) => each.from <= at && at < each.to);
  if (name?.kind === 'proper' && (name.certain || source.sureNames.has(name.parts.at(-1)!))) return 'name';
  return word.closed;
}

/** Whether two words are of one kind, or stand alike in their parts: only these are taken for one another. */
function alike(source: Text, answer: Text, home: Stretch, one: Word, two: Word): boolean {
  const [first, second] = [answer.factAt[one.at]!, answer.factAt[two.at]!];
  if (first >= 0 || second >= 0) {
    const [a, b] = [answer.facts[first], answer.facts[second]];
    return a !== undefined && b !== undefined && a.kind === b.kind && a.value !== b.value;
  }
  const [kind, other] = [kindOf(source, answer, one.at), kindOf(source, answer, two.at)];
  if (kind !== undefined && kind === other) return true;
  if (kind === 'name' || other === 'name') return false;
  const lead = prepositionOf(answer, one.at, home);
  return (
    answer.tokens[one.at]!.capital === answer.tokens[two.at]!.capital &&
    nominal(answer, one.at, home) &&
    nominal(answer, two.at, home) &&
    prepositionOf(answer, two.at, home) === lead &&
    (lead !== '' || (one.first && two.first))
  );
}

interface Exchange {
  readonly one: Word;
  readonly two: Word;
  readonly gain: number;
}

/** By how much two words would stand better in each other's part; undefined where they would not. */
function exchange(
  source: Text,
  answer: Text,
  home: Stretch,
  [first, second]: readonly [readonly Word[], readonly Word[]],
  [one, two]: readonly [Word, Word],
): Exchange | undefined {
  const oneHere = support(source, first, one, one);
  const twoThere = support(source, first, one, two);
  if (twoThere < oneHere) return undefined;
  const oneThere = support(source, second, two, one);
  const twoHere = support(source, second, two, two);
  if (oneThere < twoHere) return undefined;
  const straight = oneHere + twoHere;
  const gain = oneThere + twoThere - straight;
  if (twoThere > oneHere && oneThere > twoHere) return gain >= leastForBoth ? { one, two, gain } : undefined;
  // Nouns that only stand alike may well stand so by chance.
  const kind = kindOf(source, answer, one.at);
  const sure = kind !== undefined && kind === kindOf(source, answer, two.at);
  return sure && gain >= leastForOne && straight + gain >= straight * leastRatio
    ? { one, two, gain }
    : undefined;
}

/**
 * Two words of one kind in two parts of a sentence, each of which stands in the source among the words of the other
 * part: "Mirna was destroyed by the flow, and Hest was covered by ash" where another sentence of the source each has the
 * flow destroy Hest and the ash cover Mirna.
 */
export function checkPairings(source: Text, answer: Text, home: Stretch): Reason[] {
  const stretches = partsOf(answer, home);
  if (stretches.length < 2) return [];
  const parts = stretches.map((part) => wordsOf(source, answer, part));
  const own = parts.map((part) => ownOf(part, parts));
  let best: Exchange | undefined;
  for (let m = 0; m < parts.length; m++)
    for (let n = m + 1; n < parts.length; n++) {
      const [first, second] = [own[m]!, own[n]!];
      for (const one of first)
        for (const two of second) {
          if (!alike(source, answer, home, one, two)) continue;
          const found = exchange(source, answer, home, [first, second], [one, two]);
          if (found !== undefined && found.gain > (best?.gain ?? 0)) best = found;
        }
    }
  if (best === undefined) return [];
  const [a, b] = [answer.tokens[best.one.at]!, answer.tokens[best.two.at]!];
  return [
    {
      code: 'role',
      message: `"${a.text}" and "${b.text}" stand the other way round in the source`,
      at: [a.start, b.end],
    },
  ];
}
