import type { Reason } from '../../dataset/model.js';
import type { Alignment } from './counterparts.js';
import { linksOf, unitsOf, type Links, type Unit } from './links.js';
import { nominal, prepositionOf } from './nouns.js';
import { hasContent, textOf, type Stretch, type Text } from './text.js';
import { isPassive } from './voice.js';

/** By how much of what speaks for and against the two places the exchange must be better. */
const leastGain = 0.08;
/** Fewer units give no sentence whose order would tell anything. */
const leastUnits = 3;
/** What it is worth that a preposition leads to both, and that the two stand in one order. */
const leadWorth = 0.3;
const orderWorth = 0.5;
const sharedEnding = 4;

/** What a unit is one of, where that is told: only what is of a kind is mistaken for one another. */
function kindOf(source: Text, answer: Text, { at, name }: Unit): string | undefined {
  const { word } = answer.tokens[at]!;
  if (word.actor) return 'someone';
  if (name?.kind === 'proper')
    return name.certain || source.sureNames.has(name.parts.at(-1)!) ? 'someone' : undefined;
  return word.closed ?? (name?.kind.startsWith('class') === true ? name.kind : undefined);
}

/** "incoming" and "outgoing", "hardneck" and "softneck", "upper" and "lower": words that name two of a kind. */
function twins(answer: Text, one: Unit, two: Unit): boolean {
  const [a, b] = [answer.tokens[one.at]!.word, answer.tokens[two.at]!.word];
  if (a.key === b.key) return a.sign === -b.sign && a.sign !== 0;
  const home = answer.sentences[answer.sentenceOf[one.at]!]!;
  return (
    a.low.length > sharedEnding &&
    a.low.slice(-sharedEnding) === b.low.slice(-sharedEnding) &&
    nominal(answer, one.at, home, true) &&
    nominal(answer, two.at, home, true)
  );
}

/** "Ann and Ben", "Ann, Ben": two of a list, or one thing by two names. */
function beside({ tokens }: Text, one: Unit, two: Unit): boolean {
  for (let i = one.to; i < two.from; i++)
    if (
      hasContent(tokens[i]!) ||
      !/^(?:and|or|,|the|a|an|mr|mrs|ms|dr|\(|as|its|her|his|both)$/.test(tokens[i]!.word.low)
    )
      return false;
  return two.from - one.to <= 3;
}

/** What a link is worth whose two words have changed sides: something beside a noun, nothing beside a verb. */
const turnedWorth = 0.5;

/** How alike two links are: 0 (not at all) to 1. */
function agreement(a: number, b: number, beside: 'noun' | 'verb'): number {
  if (a * b > 0) return Math.min(Math.abs(a), Math.abs(b));
  return beside === 'noun' ? turnedWorth * Math.sqrt(-a * b) : 0;
}

const leadsThere = (source: Text, { places }: Unit): Set<string> =>
  new Set(places.map((place) => prepositionOf(source, place, source.sentences[source.sentenceOf[place]!]!)));

/** What the prepositions before two units say for their places (above 0) or for their exchange (below 0). */
function leadsFor(source: Text, answer: Text, one: Unit, two: Unit): number {
  const home = answer.sentences[answer.sentenceOf[one.at]!]!;
  const [first, second] = [prepositionOf(answer, one.from, home), prepositionOf(answer, two.from, home)];
  if (first === second) return 0;
  const [a, b] = [leadsThere(source, one), leadsThere(source, two)];
  let sum = 0;
  for (const [lead, own, other] of [
    [first, a, b],
    [second, b, a],
  ] as const) {
    if (lead === '' || own.has(lead) === other.has(lead)) continue;
    sum += own.has(lead) ? leadWorth : -leadWorth;
  }
  return sum;
}

/** Each of the two must follow the other's place about as well as that one itself does, and well enough to tell. */
const leastShare = 0.8;
const leastFit = 0.3;

/** By how much of all that is known the sentence would follow the source better with two units exchanged: -1 to 1. */
function gain(
  source: Text,
  answer: Text,
  units: readonly Unit[],
  links: Links,
  i: number,
  j: number,
): number {
  const home = answer.sentences[answer.sentenceOf[units[i]!.at]!]!;
  const [first, second] = [links(i), links(j)];
  let [one, two, oneThere, twoThere] = [0, 0, 0, 0];
  for (let z = 0; z < units.length; z++) {
    if (z === i || z === j) continue;
    const { weight, at } = units[z]!;
    const beside = answer.factAt[at]! >= 0 || nominal(answer, at, home, true) ? 'noun' : 'verb';
    one += weight * agreement(first.own[z]!, first.there[z]!, beside);
    two += weight * agreement(second.own[z]!, second.there[z]!, beside);
    oneThere += weight * agreement(second.own[z]!, first.there[z]!, beside);
    twoThere += weight * agreement(first.own[z]!, second.there[z]!, beside);
  }
  if (Math.min(oneThere, twoThere) < leastFit) return -1;
  if (twoThere < leastShare * one || oneThere < leastShare * two) return -1;
  const leads = leadsFor(source, answer, units[i]!, units[j]!);
  const order = orderWorth * agreement(first.own[j]!, first.there[j]!, 'verb');
  const turned = orderWorth * agreement(second.own[i]!, first.there[j]!, 'verb');
  const straight = one + two + order + Math.max(0, leads);
  const crossed = oneThere + twoThere + turned + Math.max(0, -leads);
  return (crossed - straight) / (crossed + straight + 0.5);
}

/** Whether a sentence says by whom something is done. */
function namesDoer(text: Text, { from, to }: Stretch): boolean {
  for (let i = from + 1; i < to; i++)
    if (text.tokens[i]!.word.low === 'by' && isPassive(text, i - 1)) return true;
  return false;
}

/** Whether a sentence tells it from the other side, in the other voice or by a comparison: there its verb tells the roles. */
const turnsRound = (
  source: Text,
  answer: Text,
  { mine, homes }: Alignment,
  units: readonly Unit[],
): boolean =>
  answer.tokens.slice(mine.from, mine.to).some(({ word }) => word.low === 'than') ||
  namesDoer(answer, mine) !== homes.some((home) => namesDoer(source, home)) ||
  units.some(({ at, places }) => places.every((place) => isPassive(source, place) !== isPassive(answer, at)));

/** "no longer on Wednesdays but on Tuesdays": the second takes the place of the first. */
const corrects = (answer: Text, from: number, to: number): boolean => {
  const home = answer.sentenceOf[from]!;
  return (
    answer.tokens.slice(from, to).some(({ word }) => word.low === 'but') &&
    answer.cues[home]!.some(({ at }) => at < from)
  );
};

/**
 * Two names, persons or words of a kind in one sentence that would follow the source better if each stood in the
 * other's place: what stands around each of them in the answer stands around the other one in the source.
 */
export function checkExchanges(source: Text, answer: Text, alignment: Alignment): Reason[] {
  const units = unitsOf(source, answer, alignment);
  if (units.length < leastUnits) return [];
  const kinds = units.map((unit) => kindOf(source, answer, unit));
  const mistaken = (i: number, j: number): boolean =>
    kinds[i] === kinds[j] && (kinds[i] !== undefined || twins(answer, units[i]!, units[j]!));
  let links: Links | undefined;
  let best = leastGain;
  let found: readonly [Unit, Unit] | undefined;
  for (let i = 0; i < units.length; i++) {
    for (let j = i + 1; j < units.length; j++) {
      const [one, two] = [units[i]!, units[j]!];
      if (corrects(answer, one.to, two.from)) continue;
      if (!mistaken(i, j) || beside(answer, one, two)) continue;
      if (one.places.some((place) => two.places.includes(place))) continue;
      if (links === undefined && turnsRound(source, answer, alignment, units)) return [];
      links ??= linksOf(source, answer, units);
      const better = gain(source, answer, units, links, i, j);
      if (better > best) [best, found] = [better, [one, two]];
    }
  }
  if (found === undefined) return [];
  const [one, two] = found;
  return [
    {
      code: 'role',
      message: `${textOf(answer, one.from, one.to)} and ${textOf(answer, two.from, two.to)} stand the other way round in the source`,
      at: [answer.tokens[one.from]!.start, answer.tokens[two.to - 1]!.end],
    },
  ];
}
