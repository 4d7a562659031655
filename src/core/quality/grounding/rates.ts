import type { Fact } from './facts.js';
import { relatedKeys } from './related.js';
import { textOf, type Text } from './text.js';
import type { Token } from './tokens.js';

const periods: readonly (readonly [string, RegExp])[] = [
  ['second', /^seconds?$/],
  ['minute', /^minutes?$/],
  ['hour', /^hours?$|^hourly$/],
  ['day', /^days?$|^daily$/],
  ['night', /^nights?$|^nightly$/],
  ['week', /^weeks?$|^weekly$/],
  ['fortnight', /^fortnights?$|^fortnightly$/],
  ['month', /^months?$|^monthly$/],
  ['quarter', /^quarters?$|^quarterly$/],
  ['year', /^years?$|^yearly$|^annum$|^annually$/],
];
const each = /^(?:an?|per|each|every)$/;
const adverb = /ly$/;

const periodAt = (low: string): string | undefined => periods.find(([, words]) => words.test(low))?.[0];

/** The words between a value and its period: "knots" in "40 knots a minute", "for each pupil" in between is too far. */
const mostBetween = 2;

/** A period, or after "per" whatever else a value may be measured by: "litre" for "grams per litre". */
const measureAt = ({ kind, word }: Token, lead: string): string | undefined =>
  periodAt(word.low) ?? (lead === 'per' && kind === 'word' && !word.stop ? word.key : undefined);

/** What a value is for: "hour" for "40 knots an hour", "day" for "twelve hours a day"; undefined where none follows. */
function periodOf(text: Text, { to }: Fact): { readonly period: string; readonly end: number } | undefined {
  for (let i = to; i <= to + mostBetween && i < text.tokens.length; i++) {
    const token = text.tokens[i]!;
    const next = text.tokens[i + 1];
    const period =
      next === undefined || !each.test(token.word.low) ? undefined : measureAt(next, token.word.low);
    if (period !== undefined) return { period, end: i + 2 };
    const said = adverb.test(token.word.low) ? periodAt(token.word.low) : undefined;
    if (said !== undefined) return { period: said, end: i + 1 };
    if (token.kind !== 'word' && token.text !== '/') return undefined;
  }
  return undefined;
}

/** Where the source has a value for another period wherever it has it for one: "34.9% a month" for "34.9% a year". */
export function otherRate(source: Text, answer: Text, fact: Fact, same: readonly Fact[]): string | undefined {
  const mine = periodOf(answer, fact);
  if (mine === undefined) return undefined;
  let there: string | undefined;
  for (const one of same) {
    const theirs = periodOf(source, one);
    if (theirs === undefined) continue;
    if (theirs.period === mine.period || relatedKeys(mine.period).has(theirs.period)) return undefined;
    there ??= textOf(source, one.from, theirs.end);
  }
  return there === undefined
    ? undefined
    : `says ${textOf(answer, fact.from, mine.end)}, the source says ${there}`;
}
