import { boundOf, type Side } from './bounds.js';
import { readDate, readSpokenTime, readTime, type PartialDate } from './dates.js';
import { readNumber } from './number-words.js';
import type { Token } from './tokens.js';
import { currencyBefore, percent, readUnit, share, timesUnit, type Unit } from './units.js';

/** A value that a text states: a number with its unit, a date, a time of day, or a literal such as a version. */
export interface Fact {
  readonly kind: 'number' | 'date' | 'time' | 'literal';
  /** Tokens `from` (with) to `to` (without). */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly alt?: number | undefined;
  readonly unit?: Unit | undefined;
  readonly date?: PartialDate | undefined;
  /** A time without am or pm that may be either. */
  readonly half?: boolean | undefined;
  readonly ordinal: boolean;
  /** How far the writing rounds: 100,000 for "1.2 million"; 0 for exact. */
  readonly step: number;
  readonly side: Side;
  /** "more than", "less than": not the value itself. */
  readonly strict?: boolean | undefined;
  readonly about: boolean;
  /** What is counted: the key of the next content word, for a number without a unit. */
  readonly noun?: string | undefined;
  /** Too general to demand of a source: "one", "first". */
  readonly weak: boolean;
}

type More = Partial<Pick<Fact, 'alt' | 'unit' | 'date' | 'half' | 'ordinal' | 'step' | 'noun' | 'weak'>>;

const noMore: More = {};
const unbound = { side: 0, strict: false, about: false } as const;

/** All facts are made here, so that they have one shape: they are compared with each other in hot loops. */
const factOf = (
  kind: Fact['kind'],
  from: number,
  to: number,
  value: number,
  { side, strict, about }: Pick<Fact, 'side' | 'strict' | 'about'> = unbound,
  { alt, unit, date, half, ordinal = false, step = 0, noun, weak = false }: More = noMore,
): Fact => ({ kind, from, to, value, alt, unit, date, half, ordinal, step, side, strict, about, noun, weak });

function nounAfter(tokens: readonly Token[], to: number): string | undefined {
  for (let j = to; j < Math.min(tokens.length, to + 3); j++) {
    const token = tokens[j]!;
    if (token.kind !== 'word' || token.word.stop) return undefined;
    if (j > to || !/(?:al|ed|ive|ing|ary|ic)$/.test(token.word.low)) return token.key;
  }
  return undefined;
}

const roman = new Map([
  ['i', 1],
  ['v', 5],
  ['x', 10],
  ['l', 50],
  ['c', 100],
]);
const numbered =
  /^(?:article|chapter|part|section|phase|schedule|appendix|type|stage|class|title|volume|grade|tier|level)$/;

/** A Roman numeral, only where the word before says that one follows. */
function readRoman(tokens: readonly Token[], i: number): number | undefined {
  const text = tokens[i]!.text;
  if (!tokens[i]!.word.roman || !numbered.test(tokens[i - 1]?.word.low ?? '')) return undefined;
  let value = 0;
  for (let j = 0; j < text.length; j++) {
    const here = roman.get(text[j]!.toLowerCase())!;
    const next = roman.get(text[j + 1]?.toLowerCase() ?? '') ?? 0;
    value += here < next ? -here : here;
  }
  return value;
}

function quantity(tokens: readonly Token[], i: number): Fact | undefined {
  const read = readNumber(tokens, i);
  if (read === undefined) {
    if (tokens[i]!.kind !== 'number') return undefined;
    return factOf('literal', i, i + 1, NaN);
  }
  const before = tokens[i - 1];
  const minus = before !== undefined && /^[-−]$/.test(before.text) && tokens[i]!.glued && !before.glued;
  const currency = currencyBefore(minus ? tokens[i - 2] : before);
  // "the first day" measures nothing.
  let measured = currency === undefined && !read.ordinal ? readUnit(tokens, read.to) : undefined;
  // "half a kilo", "half an hour"
  if (read.share && measured === undefined && /^an?$/.test(tokens[read.to]?.word.low ?? '')) {
    measured = readUnit(tokens, read.to + 1);
  } else if (
    read.share &&
    measured === undefined &&
    /^of an?$/.test(`${tokens[read.to]?.word.low} ${tokens[read.to + 1]?.word.low}`)
  ) {
    measured = readUnit(tokens, read.to + 2);
  }
  const often = /^(?:once|twice|thrice)$/.test(tokens[i]!.word.low) ? timesUnit : undefined;
  const unit = currency ?? measured?.unit ?? often ?? (read.share ? share : undefined);
  const from = currency === undefined ? i : i - 1;
  let to = measured?.to ?? read.to;
  // "£5 million" is read with its number; "5 million dollars" has its unit after it.
  if (currency !== undefined && tokens[to]?.word.low === 'pounds') to++;
  const value = minus || before?.word.low === 'minus' ? -read.value : read.value;
  return factOf('number', from, to, value, boundOf(tokens, from, to), {
    alt: read.alt,
    unit: measured?.unit === percent && read.share ? percent : unit,
    ordinal: read.ordinal,
    step: read.step,
    noun: unit === undefined ? nounAfter(tokens, to) : undefined,
    weak:
      (read.weak && (unit === undefined || unit === timesUnit)) ||
      (often !== undefined && tokens[to]?.word.low === 'as'),
  });
}

/** A first number takes the unit of the second: "5 to 10 mg", "between £5 and £10 million" (as far as units go). */
function spreadUnits(facts: Fact[], tokens: readonly Token[]): void {
  for (let i = facts.length - 2; i >= 0; i--) {
    const [a, b] = [facts[i]!, facts[i + 1]!];
    if (a.kind !== 'number' || b.kind !== 'number' || a.unit !== undefined || b.unit === undefined) continue;
    if (b.from - a.to > 3) continue;
    const between = tokens
      .slice(a.to, b.from)
      .map((token) => token.word.low)
      .join(' ');
    if (/^(?:-|–|—|to|and|or|by|x|×|-to-)$/.test(between)) facts[i] = { ...a, unit: b.unit, noun: undefined };
  }
}

function dateFact(tokens: readonly Token[], i: number): Fact | undefined {
  const read = readDate(tokens, i);
  if (read === undefined) return undefined;
  const { date, to } = read;
  const bareYear = date.year !== undefined && date.month === undefined;
  if (bareYear && (currencyBefore(tokens[i - 1]) !== undefined || readUnit(tokens, to) !== undefined))
    return undefined;
  return factOf('date', i, to, bareYear ? date.year : NaN, boundOf(tokens, i, to), { date });
}

/** The number of a list item, "2." or "3)" at the start of a line: no fact. */
function marksItem(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]!.kind !== 'number' || (i > 0 && tokens[i]!.breaks === 0)) return false;
  const next = tokens[i + 1];
  return (
    next?.glued === true &&
    /^[.)]$/.test(next.text) &&
    tokens[i + 2]?.glued === false &&
    tokens[i + 2]!.breaks === 0
  );
}

/** "a week", "an hour": one of them. */
function single(tokens: readonly Token[], i: number): Fact | undefined {
  const before = tokens[i - 1];
  if (before?.kind === 'number' || /^(?:once|twice|times|thrice)$/.test(before?.word.low ?? ''))
    return undefined;
  const read = readUnit(tokens, i + 1);
  if (read === undefined || (read.unit.dimension !== 'time' && read.unit.dimension !== 'months'))
    return undefined;
  if (tokens[i + 1]!.text.length < 3) return undefined;
  const after = tokens
    .slice(read.to, read.to + 3)
    .map(({ word }) => word.low)
    .join(' ');
  if (read.unit.name === 'quarter' && after.startsWith('of')) return undefined;
  const more = after === 'and a half' ? 0.5 : after === 'and a quarter' ? 0.25 : 0;
  if (more > 0) {
    const to = read.to + 3;
    return factOf('number', i, to, 1 + more, boundOf(tokens, i, to), { unit: read.unit });
  }
  const bound = boundOf(tokens, i, read.to);
  return factOf('number', i, read.to, 1, bound, { unit: read.unit, weak: bound.side === 0 });
}

/** The facts of a text, in order. Linear: each parser looks a few tokens ahead. */
export function factsOf(tokens: readonly Token[]): Fact[] {
  const facts: Fact[] = [];
  for (let i = 0; i < tokens.length;) {
    const token = tokens[i]!;
    let fact: Fact | undefined;
    const digits = token.kind === 'number';
    if ((!digits && !token.word.opensFact && !token.word.roman) || (digits && marksItem(tokens, i))) {
      i++;
      continue;
    }
    // "a quarter past eleven"
    if (token.word.low === 'a' && i + 3 < tokens.length && readSpokenTime(tokens, i + 1) !== undefined) {
      i++;
      continue;
    }
    fact = dateFact(tokens, i);
    if (fact === undefined) {
      const time = readTime(tokens, i);
      if (time)
        fact = factOf('time', i, time.to, time.minutes, boundOf(tokens, i, time.to), { half: time.half });
    }
    if (fact === undefined && (digits || token.word.opensNumber)) {
      const spoken = readSpokenTime(tokens, i);
      fact =
        spoken === undefined
          ? quantity(tokens, i)
          : factOf('time', i, spoken.to, spoken.minutes, unbound, { half: true });
    }
    if (fact === undefined && (token.word.low === 'a' || token.word.low === 'an')) fact = single(tokens, i);
    if (fact === undefined && token.capital && token.text.length < 7) {
      const value = readRoman(tokens, i);
      if (value !== undefined) fact = factOf('number', i, i + 1, value);
    }
    if (fact === undefined) {
      i++;
      continue;
    }
    // "nineteenth century"
    if (fact.ordinal && tokens[fact.to]?.word.low === 'century') {
      fact = factOf('date', i, fact.to + 1, NaN, unbound, { date: { century: fact.value } });
    }
    facts.push(fact);
    i = Math.max(fact.to, i + 1);
  }
  spreadUnits(facts, tokens);
  return facts;
}
