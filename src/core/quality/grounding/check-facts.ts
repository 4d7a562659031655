import type { Range, Reason } from '../../dataset/model.js';
import { contextOf } from './context.js';
import {
  derivable,
  fromCounts,
  fromParts,
  isDifference,
  isPartOfRatio,
  isRatio,
  isShare,
  isSum,
} from './derived.js';
import type { Fact } from './facts.js';
import { bestFit, misplacedValue } from './misplaced-value.js';
import { otherRate } from './rates.js';
import { relate } from './same-fact.js';
import { textOf, type Text } from './text.js';
import { turnedValue } from './turned-value.js';

/** From this fit on, the rival is what the answer should say. */
const namesRival = 0.15;
/** Below this fit no rival stands against a count that the answer may have made itself. */
const leastAgainstCount = 0.25;

const rangeOf = (text: Text, from: number, to: number): Range => [
  text.tokens[from]!.start,
  text.tokens[to - 1]!.end,
];

const codeOf = (fact: Fact): string => (fact.kind === 'date' || fact.kind === 'time' ? 'date' : 'number');

function inQuestion(question: Text | undefined, fact: Fact, written: string): boolean {
  if (question === undefined) return false;
  return question.facts.some(
    (each) => relate(fact, each, [written, textOf(question, each.from, each.to)]) === 'same',
  );
}

/** "40 weeks, of which the first 18 are paid": the unit stands once for all values of a sentence, or of two. */
const sharesUnit = (source: Text, bare: Fact, { unit }: Fact): boolean =>
  bare.noun === undefined &&
  source.facts.some(
    (each) =>
      each.unit?.name === unit?.name &&
      Math.abs(source.sentenceOf[bare.from]! - source.sentenceOf[each.from]!) <= 1,
  );

/** A fact of the source as written, cut where it is long. */
function shown(source: Text, { from, to }: Fact): string {
  const text = textOf(source, from, to);
  return text.length <= 60 ? text : `${Array.from(text).slice(0, 60).join('')}…`;
}

interface Relatives {
  readonly same: readonly Fact[];
  readonly rivals: readonly Fact[];
  /** The same figure with another unit. */
  readonly otherUnits: readonly Fact[];
}

/** How the facts of the source relate to one of the answer. */
function relativesOf(source: Text, fact: Fact, written: string): Relatives {
  const same: Fact[] = [];
  const rivals: Fact[] = [];
  const otherUnits: Fact[] = [];
  for (const each of source.facts) {
    const relation = relate(fact, each, [written, textOf(source, each.from, each.to)]);
    if (relation === 'same') same.push(each);
    else if (relation === 'rival') rivals.push(each);
    else if (relation === 'unit') otherUnits.push(each);
  }
  // The figure stands with another unit, and by itself only by chance: "6.0" does not show "six weeks".
  const byChance =
    otherUnits.length > 0 &&
    fact.unit !== undefined &&
    fact.unit.dimension !== 'times' &&
    same.every((each) => each.unit === undefined && !sharesUnit(source, each, fact));
  return { same: byChance ? [] : same, rivals, otherUnits };
}

/** "a year", "each month": one of a unit without its number. */
function saysOne(source: Text, answer: Text, { from, to }: Fact): boolean {
  if (/^an?$/.test(answer.tokens[from]!.word.low)) return false;
  const places = source.index.get(answer.tokens[to - 1]!.key) ?? [];
  return places.some((at) =>
    /^(?:an?|the|each|every|per|last|next|this|previous)$/.test(source.tokens[at - 1]?.word.low ?? ''),
  );
}

const multiples: readonly (readonly [number, RegExp])[] = [
  [0.5, /^halv(?:e|es|ed|ing)$/],
  [2, /^doubl(?:e|es|ed|ing)$/],
  [3, /^tripl(?:e|es|ed|ing)$|^trebl(?:e|es|ed|ing)$/],
];

/** Whether the source has the verb of a share or a multiple: "halves" for "half". */
function halves(source: Text, answer: Text, { from, value, unit }: Fact): boolean {
  if (unit?.dimension !== 'ratio' && unit?.dimension !== 'times') return false;
  if (/\d/.test(answer.tokens[from]!.text)) return false;
  const verb = multiples.find(([each]) => each === value)?.[1];
  return verb !== undefined && source.tokens.some(({ word }) => verb.test(word.low));
}

/** What is said against a value that the source does not have, unless it follows from those that it has. */
function missing(
  source: Text,
  answer: Text,
  question: Text | undefined,
  fact: Fact,
  written: string,
  { rivals, otherUnits }: Relatives,
): Pick<Reason, 'code' | 'message'> | undefined {
  if (isDifference(source, answer, fact) || fromCounts(source, answer, fact) || isRatio(source, fact))
    return undefined;
  if (isSum(source, fact) || isShare(source, fact)) return undefined;
  // "one year earlier" for "a year ago"
  if (fact.value === 1 && fact.unit !== undefined && saysOne(source, answer, fact)) return undefined;
  // "half of that" for "a wall halves this"
  if (halves(source, answer, fact)) return undefined;
  // "a little over an hour" for 70 minutes
  if (fact.side !== 0 && fact.value === 1 && /^an?\b/i.test(written)) return undefined;
  // "less than a third of the twenty-two"
  if (fact.side !== 0 && fact.unit?.dimension === 'ratio' && !/\d/.test(written)) return undefined;
  if (isPartOfRatio(source, fact)) return undefined;
  const [otherUnit] = otherUnits;
  if (otherUnit !== undefined && fact.unit !== undefined)
    return { code: 'unit', message: `says ${written}, the source says ${shown(source, otherUnit)}` };
  if (fromParts(source, fact) || inQuestion(question, fact, written)) return undefined;
  const context = contextOf(source, answer, fact.from, fact.to, question);
  const rival = bestFit(source, answer, fact, context, rivals);
  if (fact.unit?.dimension === 'times' && fact.value <= 3 && (rival?.fact.value ?? 1) < 2) return undefined;
  if (derivable(fact, source) && (rival === undefined || rival.fit < leastAgainstCount)) return undefined;
  const message =
    rival !== undefined && rival.fit > namesRival
      ? `says ${written}, the source says ${shown(source, rival.fact)}`
      : `says ${written}, which is not in the source`;
  return { code: codeOf(fact), message };
}

/** Checks every number, date and time of the answer against the source. */
export function checkFacts(source: Text, answer: Text, question: Text | undefined): Reason[] {
  const reasons: Reason[] = [];
  for (const fact of answer.facts) {
    if (fact.weak) continue;
    const written = textOf(answer, fact.from, fact.to);
    const at = rangeOf(answer, fact.from, fact.to);
    const relatives = relativesOf(source, fact, written);
    const { same, rivals, otherUnits } = relatives;
    if (same.length === 0) {
      const against = missing(source, answer, question, fact, written, relatives);
      if (against !== undefined) reasons.push({ ...against, at });
      continue;
    }
    const rate = otherRate(source, answer, fact, same);
    if (rate !== undefined) {
      reasons.push({ code: 'unit', message: rate, at });
      continue;
    }
    const turned = turnedValue(source, answer, fact, same);
    if (turned !== undefined) {
      reasons.push({ code: 'negation', message: turned, at });
      continue;
    }
    const apart = answer.excluded[fact.from] === 1 && same.some((each) => source.excluded[each.from] === 1);
    if (apart || inQuestion(question, fact, written)) continue;
    // "three weeks", which is said of something else, for "three months"
    const measured = otherUnits.filter((each) => each.unit !== undefined && fact.unit !== undefined);
    const other =
      measured.length > 0 ? misplacedValue(source, answer, question, fact, same, measured) : undefined;
    if (other !== undefined) {
      reasons.push({
        code: 'unit',
        message: `says ${written}, where the source says ${shown(source, other)}`,
        at,
      });
      continue;
    }
    const rival = misplacedValue(source, answer, question, fact, same, rivals);
    if (rival === undefined) continue;
    const message = `says ${written}, where the source says ${shown(source, rival)}`;
    reasons.push({ code: 'misplaced', message, at });
  }
  return reasons;
}
