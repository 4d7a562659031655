import { onOtherSides } from './antonyms.js';
import { tellsOtherSide } from './converse.js';
import { echoOf, shareFound, type Echo } from './echo.js';
import { neutral, turnsTime } from './neutral.js';
import { boundsValue, opposites } from './opposites.js';
import { relatedKeys } from './related.js';
import type { Stretch, Text } from './text.js';
import {
  beginsWithNo,
  clauseOf,
  denialsIn,
  flag,
  freshDenials,
  limits,
  some,
  type Told,
  type Turn,
} from './turns.js';
import type { Word } from './words.js';

/** What speaks for and against a word that stands where the source has its opposite. */
export const wordTraits = [
  'bias',
  'neighbours found',
  'those after it found',
  'same token before',
  'same token after',
  'same ending',
  'one of a pair',
  'unit of time',
  'elsewhere with such neighbours',
  'opposite elsewhere with such neighbours',
  'opposite in the answer, too',
  'opposite in the question',
  'share of the sentence found',
  'one side limits',
  'share of the clause taken up',
  'found better elsewhere',
  'capital',
  'both denied',
  'other denials in the source',
  'said of anything',
  'by prefix',
  'answer begins with no',
  'rules agree',
] as const;

/** How two words say the opposite of each other, if they do. */
export function opposed(a: Word, b: Word): 'pair' | 'period' | 'listed' | undefined {
  if (a.key === b.key && a.sign !== 0 && a.sign === -b.sign) return 'pair';
  if (a.root === b.root) return undefined;
  if (a.period !== undefined && b.period !== undefined && a.period !== b.period) return 'period';
  return onOtherSides(a.sides, b.sides) || a.turns === b.root || b.turns === a.root ? 'listed' : undefined;
}

/** Whether a word has an opposite at all. */
const hasOpposite = ({ sign, sides, turns, period }: Word): boolean =>
  sign !== 0 || sides.length > 0 || turns !== undefined || period !== undefined;

/** Whether a token stands for a value and not for a word. */
const inValue = (text: Text, at: number): boolean => {
  const fact = text.factAt[at]!;
  if (fact < 0 || text.facts[fact]!.weak) return false;
  // "a month", "one day": no figure that would tell it apart.
  return text.tokens[at]!.word.period === undefined || text.facts[fact]!.value !== 1;
};

const speaks = (text: Text, at: number): boolean =>
  text.tokens[at]!.kind === 'word' && !inValue(text, at) && !neutral(text, at);

/** Whether a denial turns what a word says: "not open", "no one before the course". */
const isTurned = (text: Text, at: number): boolean => text.negated[at] === 1 || turnsTime(text, at);

const ending = (low: string): string => /(?:ing|ed|ly|est|er|s)$/.exec(low)?.[0] ?? '';

interface Found {
  readonly place: number;
  readonly cover: number;
  readonly echo: Echo;
}

const relatedWorth = 0.7;
const coverWorth = 0.2;

/** A place of a word that has an opposite, and the share of the answer's words that its sentence has. */
interface Polar {
  readonly place: number;
  readonly cover: number;
}

function polarPlaces({ source, answer, mine, homes }: Told): Polar[] {
  const polar: Polar[] = [];
  // "sold" has its opposite in "unsold".
  const any = some(mine, (i) => answer.tokens[i]!.word.turns !== undefined);
  for (const { from, to, cover } of homes)
    for (let place = from; place < to; place++)
      if (any || hasOpposite(source.tokens[place]!.word)) polar.push({ place, cover });
  return polar;
}

/** The opposite of an answer's word that stands most like it in the source. */
function bestOpposite({ source, answer }: Told, at: number, polar: readonly Polar[]): Found | undefined {
  const { word } = answer.tokens[at]!;
  let best: Found | undefined;
  for (const { place, cover } of polar) {
    if (opposed(word, source.tokens[place]!.word) === undefined || !speaks(source, place)) continue;
    if (best === undefined && !speaks(answer, at)) return undefined;
    const echo = echoOf(answer, at, source, place);
    if (best === undefined || echo.all + coverWorth * cover > best.echo.all + coverWorth * best.cover)
      best = { place, cover, echo };
  }
  return best;
}

/** How well an answer's word itself, or one that may stand for it, stands in the source. */
function ownEcho({ source, answer, homes }: Told, at: number): number {
  const { word } = answer.tokens[at]!;
  const related = relatedKeys(word.key);
  let most = 0;
  for (const { from, to } of homes)
    for (let place = from; place < to; place++) {
      const { word: there, key } = source.tokens[place]!;
      const same = there.root === word.root || (there.key === word.key && there.sign === word.sign);
      if (same || (related.has(key) && opposed(word, there) === undefined))
        most = Math.max(most, (same ? 1 : relatedWorth) * echoOf(answer, at, source, place).all);
    }
  return most;
}

const being = /^(?:am|is|are|was|were|be|been|being)$/;

/** "is given", "was not given" */
const isPassive = ({ tokens }: Text, at: number): boolean =>
  being.test(tokens[at - 1]?.word.low ?? '') || being.test(tokens[at - 2]?.word.low ?? '');

/** "quieter than the large one" for "is louder", "a boat that Holme lent them" for "borrowed from Holme". */
function toldFromOtherSide({ source, answer, mine }: Told, at: number, other: number): boolean {
  const than = (text: Text, i: number): boolean => text.tokens[i + 1]?.word.low === 'than';
  if (than(answer, at) !== than(source, other)) return true;
  if (!tellsOtherSide(answer.tokens[at]!.word.root, source.tokens[other]!.word.root)) return false;
  // "they get a hood" for "they are given one", "cannot be borrowed" for "is not lent"
  if (isPassive(answer, at) || isPassive(source, other)) return true;
  const from = (text: Text, stretch: Stretch): boolean =>
    some(stretch, (i) => text.tokens[i]!.word.low === 'from');
  return from(answer, mine) !== from(source, source.sentences[source.sentenceOf[other]!]!);
}

/** Asks the rules for opposites, once for each sentence of the source, whether they find a word, too. */
function rulesOf({ source, answer, question, mine }: Told): (home: number, at: number) => boolean {
  const found = new Map<number, ReadonlySet<number>>();
  return (home, at) => {
    let words = found.get(home);
    if (words === undefined) {
      const flips = opposites(source, answer, mine, source.sentences[home]!, question);
      words = new Set(flips.map(({ from }) => from));
      found.set(home, words);
    }
    return words.has(at);
  };
}

/** Words of a sentence of the answer that stand where the source has their opposite. */
export function turnedWords(told: Told): Turn[] {
  const { source, answer, question, mine } = told;
  const turns: Turn[] = [];
  const polar = polarPlaces(told);
  const agrees = rulesOf(told);
  const prefixed = polar.some(({ place }) => source.tokens[place]!.word.turns !== undefined);
  for (let at = mine.from; at < mine.to; at++) {
    const { word, capital } = answer.tokens[at]!;
    if (!(prefixed || hasOpposite(word))) continue;
    const best = bestOpposite(told, at, polar);
    // Where one of the two is denied, they say the same.
    if (best === undefined || isTurned(answer, at) !== isTurned(source, best.place)) continue;
    const { place: other, cover, echo } = best;
    // "cannot apply with £16,000 or more" for "can apply with less than £16,000"
    const home = source.sentences[source.sentenceOf[other]!]!;
    if (boundsValue(answer, at) && denialsIn(answer, mine) !== denialsIn(source, home)) continue;
    if (toldFromOtherSide(told, at, other)) continue;
    const own = ownEcho(told, at);
    const there = source.tokens[other]!.word;
    let [again, rival] = [false, 0];
    for (let i = mine.from; i < mine.to; i++)
      if (answer.tokens[i]!.word.root === there.root)
        [again, rival] = [true, Math.max(rival, echoOf(answer, i, source, other).all)];
    const [own1, other1] = [clauseOf(answer, at), clauseOf(source, other)];
    const lowAt = (text: Text, i: number): string => text.tokens[i]?.word.low ?? '';
    turns.push({
      at,
      other,
      traits: [
        1,
        echo.all,
        flag(echo.after > 0.6),
        flag(lowAt(answer, at - 1) === lowAt(source, other - 1)),
        flag(lowAt(answer, at + 1) === lowAt(source, other + 1)),
        flag(ending(word.low) === ending(there.low)),
        flag(opposed(word, there) === 'pair'),
        flag(opposed(word, there) === 'period'),
        own,
        rival,
        flag(again),
        flag(question?.tokens.some((token) => token.word.root === there.root) === true),
        cover,
        flag(limits(answer, own1) !== limits(source, other1)),
        shareFound(source, other1, answer, mine, other),
        flag(own > echo.all),
        flag(capital),
        flag(answer.negated[at] === 1),
        flag(freshDenials(source, other1, answer, mine) > 0),
        flag(word.stop || word.free || there.stop || there.free),
        flag(word.turns === there.root || there.turns === word.root),
        flag(beginsWithNo(answer)),
        flag(agrees(source.sentenceOf[other]!, at)),
      ],
    });
  }
  return turns;
}
