import type { Range, Reason } from '../../dataset/model.js';
import { contextOf, fit, sharedWith, type Context } from './context.js';
import type { Fact } from './facts.js';
import { readNumber } from './number-words.js';
import { relate } from './same-fact.js';
import { leadOf, swapped } from './swaps.js';
import { textOf, type Stretch, type Text } from './text.js';

/** The most facts of a source that one fact of an answer is weighed against. */
const mostRivals = 400;
/** What the same leading word adds to how well a value fits: "by 9", "to 58". */
const leadWorth = 0.12;
/** The same for a rival that the answer's sentence gives, too: it tells the two apart itself. */
const toldApart = 1.7;
/** A rival must fit better by this factor, and by this much, before a value counts as misplaced. */
export const rivalFactor = 1.25;
export const rivalMargin = 0.06;

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

/** A full date may be put together from its parts: "4 March" in one place, "2019" in another. */
function fromParts(source: Text, fact: Fact): boolean {
  const date = fact.date;
  if (date === undefined) return false;
  const { year, month, day } = date;
  if (year !== undefined && month === undefined) return source.index.has(`#${year}`);
  if (month === undefined) return false;
  const yearThere = year === undefined || source.index.has(`#${year}`);
  const rest = source.facts.some((each) => {
    const other = each.date;
    if (other?.month !== month || other.day !== day) return false;
    return other.year === undefined || year === undefined;
  });
  if (rest) return yearThere;
  // "14 to 18 June": the first day stands without its month.
  return (
    day !== undefined &&
    yearThere &&
    source.index.has(`#${day}`) &&
    source.facts.some((each) => each.date?.month === month && rangeEnd(source, each, day))
  );
}

function rangeEnd(source: Text, date: Fact, day: number): boolean {
  for (let i = Math.max(0, date.from - 4); i < Math.min(source.tokens.length, date.to + 4); i++) {
    if (source.tokens[i]!.key === `#${day}`) return true;
  }
  return false;
}

/** A count or a sum that the answer may have worked out itself: "both", "three options" for a list of three. */
function derivable(fact: Fact, source: Text): boolean {
  if (fact.kind !== 'number' || fact.unit !== undefined || fact.ordinal || !Number.isInteger(fact.value))
    return false;
  if (fact.value < 2 || fact.value > 6) return false;
  return !source.facts.some(
    (each) =>
      each.kind === 'number' && each.unit === undefined && each.noun !== undefined && each.noun === fact.noun,
  );
}

/** "Rises by 20 pence" where the source says from £2.10 to £2.30: the difference of two values side by side. */
function isDifference(source: Text, fact: Fact): boolean {
  const { unit } = fact;
  if (unit === undefined || fact.kind !== 'number') return false;
  const years =
    unit.name === 'year'
      ? source.facts.flatMap(({ date }) => (date?.year === undefined ? [] : [date.year])).slice(0, 60)
      : [];
  if (years.some((a) => years.some((b) => a - b === fact.value))) return true;
  // "three months" for January to March
  if (unit.name === 'month') {
    for (let i = 0; i + 1 < source.facts.length; i++) {
      const [a, b] = [source.facts[i]!.date?.month, source.facts[i + 1]!.date?.month];
      if (
        a !== undefined &&
        b !== undefined &&
        [b - a, b - a + 1, b - a + 12, b - a + 13].includes(fact.value)
      )
        return true;
    }
  }
  const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a));
  for (let i = 0; i + 1 < source.facts.length; i++) {
    const [a, b] = [source.facts[i]!, source.facts[i + 1]!];
    if (a.unit?.dimension !== unit.dimension || b.unit?.dimension !== unit.dimension) continue;
    if (source.sentenceOf[a.from] !== source.sentenceOf[b.from]) continue;
    if (near(Math.abs(a.value * a.unit.factor - b.value * b.unit.factor), fact.value * unit.factor))
      return true;
  }
  return false;
}

/** "Three out of 46" for "three of its 46 prints": both counts of a share stand in one sentence. */
function fromCounts(source: Text, answer: Text, fact: Fact): boolean {
  if (fact.unit?.dimension !== 'ratio' || fact.to - fact.from < 3) return false;
  const keys = [fact.from, fact.to - 1].map((at) => wordValue(answer, at));
  const [few, all] = keys.map((key) => (key === undefined ? [] : (source.index.get(key) ?? [])));
  return few!.some((a) => all!.some((b) => a < b && source.sentenceOf[a] === source.sentenceOf[b]));
}

/** The key that a count has in a text, however it is written. */
function wordValue(text: Text, at: number): string | undefined {
  const value = readNumber(text.tokens, at)?.value;
  const whole =
    text.tokens[at]!.kind === 'number'
      ? Number(text.tokens[at]!.text)
      : numerals.indexOf(text.tokens[at]!.word.low);
  return Number.isInteger(whole) && whole >= 0 ? `#${whole}` : value === undefined ? undefined : `#${value}`;
}
const numerals = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** "Half the adult fare", "twice as many": how two values of one sentence compare. */
function isRatio(source: Text, fact: Fact): boolean {
  const share = fact.unit?.dimension === 'ratio' || fact.unit?.dimension === 'times';
  if (!share || fact.value <= 0 || fact.unit?.name === 'percent') return false;
  for (let i = 0; i + 1 < source.facts.length; i++) {
    const [a, b] = [source.facts[i]!, source.facts[i + 1]!];
    if (a.kind !== 'number' || a.unit?.dimension !== b.unit?.dimension || b.unit?.dimension === 'ratio')
      continue;
    if (source.sentenceOf[a.from] !== source.sentenceOf[b.from]) continue;
    const ratio = (a.value * (a.unit?.factor ?? 1)) / (b.value * (b.unit?.factor ?? 1));
    if (
      Math.abs(ratio - fact.value) < 0.01 * fact.value ||
      Math.abs(1 / ratio - fact.value) < 0.01 * fact.value
    )
      return true;
  }
  return false;
}

/** "40 weeks, of which the first 18 are paid": the unit stands once for all values of a sentence. */
const sharesUnit = (source: Text, bare: Fact, { unit }: Fact): boolean =>
  bare.noun === undefined &&
  source.facts.some(
    (each) => each.unit?.name === unit?.name && source.sentenceOf[each.from] === source.sentenceOf[bare.from],
  );

/** "Four hospitals: three in Utrecht and one in Ghent": the sum of two counts of one sentence. */
function isSum(source: Text, fact: Fact): boolean {
  if (fact.kind !== 'number' || fact.unit !== undefined || fact.value < 2 || fact.value > 40) return false;
  for (let i = 0; i + 1 < source.facts.length; i++) {
    const [a, b] = [source.facts[i]!, source.facts[i + 1]!];
    if (a.kind !== 'number' || b.kind !== 'number' || a.unit !== undefined || b.unit !== undefined) continue;
    if (a.value + b.value === fact.value && source.sentenceOf[a.from] === source.sentenceOf[b.from])
      return true;
  }
  return false;
}

/** Whether the answer's sentence gives a value of the source itself, beside the one weighed: then the two are told apart. */
function stated(source: Text, answer: Text, fact: Fact, rival: Fact): boolean {
  const written = textOf(source, rival.from, rival.to);
  return answer.facts.some(
    (each) =>
      each !== fact &&
      answer.sentenceOf[each.from] === answer.sentenceOf[fact.from] &&
      relate(each, rival, [textOf(answer, each.from, each.to), written]) === 'same',
  );
}

interface Weighed {
  readonly fact: Fact;
  readonly fit: number;
}

/** Checks every number, date and time of the answer against the source. */
export function checkFacts(source: Text, answer: Text, question: Text | undefined): Reason[] {
  const reasons: Reason[] = [];
  const standing: { fact: Fact; same: readonly Fact[] }[] = [];
  for (const fact of answer.facts) {
    if (fact.weak) continue;
    const written = textOf(answer, fact.from, fact.to);
    const same: Fact[] = [];
    const rivals: Fact[] = [];
    let otherUnit: Fact | undefined;
    for (const each of source.facts) {
      const relation = relate(fact, each, [written, textOf(source, each.from, each.to)]);
      if (relation === 'same') same.push(each);
      else if (relation === 'rival') rivals.push(each);
      else if (relation === 'unit') otherUnit ??= each;
    }
    const context = contextOf(source, answer, fact.from, fact.to, question);
    const best = (facts: readonly Fact[]): Weighed | undefined => {
      let top: Weighed | undefined;
      for (const each of facts.slice(0, mostRivals)) {
        const score =
          fit(source, context, each.from, each.to) + (sameLead(answer, fact, source, each) ? leadWorth : 0);
        if (top === undefined || score > top.fit) top = { fact: each, fit: score };
      }
      return top;
    };
    const at = rangeOf(answer, fact.from, fact.to);
    const show = (each: Fact): string => shown(source, each);
    // The figure stands with another unit, and by itself only by chance: "6.0" does not show "six weeks".
    if (
      otherUnit !== undefined &&
      fact.unit !== undefined &&
      fact.unit.dimension !== 'times' &&
      same.every((each) => each.unit === undefined && !sharesUnit(source, each, fact))
    )
      same.length = 0;
    if (same.length === 0) {
      if (isDifference(source, fact) || fromCounts(source, answer, fact) || isRatio(source, fact)) continue;
      if (isSum(source, fact)) continue;
      // "a little over an hour" for 70 minutes
      if (fact.side !== 0 && fact.value === 1 && /^an?\b/i.test(written)) continue;
      if (otherUnit !== undefined && fact.unit !== undefined) {
        reasons.push({ code: 'unit', message: `says ${written}, the source says ${show(otherUnit)}`, at });
        continue;
      }
      if (fromParts(source, fact) || inQuestion(question, fact, written)) continue;
      const rival = best(rivals);
      if (
        isDifference(source, fact) ||
        (fact.unit?.dimension === 'times' && fact.value <= 3 && (rival?.fact.value ?? 1) < 2)
      )
        continue;
      if (derivable(fact, source) && (rival === undefined || rival.fit < 0.25)) continue;
      const message =
        rival !== undefined && rival.fit > 0.15
          ? `says ${written}, the source says ${show(rival.fact)}`
          : `says ${written}, which is not in the source`;
      reasons.push({ code: codeOf(fact), message, at });
      continue;
    }
    standing.push({ fact, same });
    const way = directionAfter(answer, fact);
    const ways = way === 0 ? [] : same.map((each) => directionAfter(source, each));
    if (ways.length > 0 && ways.every((each) => each === -way)) {
      const message = `says "${led(answer, fact)}", the source says "${led(source, same[0]!)}"`;
      reasons.push({ code: 'negation', message, at });
      continue;
    }
    const apart = answer.excluded[fact.from]!;
    if (apart === 1 && same.some((each) => source.excluded[each.from] === 1)) continue;
    const turned = otherSide(source, answer, fact, same);
    if (turned !== undefined) {
      reasons.push({
        code: 'negation',
        message: `says "${led(answer, fact)}", the source says "${led(source, turned)}"`,
        at,
      });
      continue;
    }
    if (context.keys.length === 0 || inQuestion(question, fact, written)) continue;
    const derived = isDifference(source, fact) || isSum(source, fact);
    const own = best(same)!;
    const rival = best(rivals);
    const strict = rival === undefined ? 1 : strictness(fact, rival.fact);
    if (
      rival !== undefined &&
      (!derived || (own.fit < 0.1 && rival.fit > 0.35)) &&
      !(rival.fit < own.fit * toldApart && stated(source, answer, fact, rival.fact)) &&
      ((rival.fit > own.fit * (1 + (rivalFactor - 1) * strict) &&
        rival.fit - own.fit > rivalMargin * strict &&
        outshared(source, context, own.fact, rival.fact)) ||
        (strict <= 2 &&
          rival.fit > own.fit * 1.05 &&
          outshared(source, context, own.fact, rival.fact, 3) &&
          source.sentenceOf[own.fact.from] !== source.sentenceOf[rival.fact.from]))
    ) {
      reasons.push({
        code: 'misplaced',
        message: `says ${written}, where the source says ${show(rival.fact)}`,
        at,
      });
    }
  }
  for (let i = 0; i < standing.length; i++) {
    for (let j = i + 1; j < Math.min(standing.length, i + 4); j++) {
      const [one, two] = [standing[i]!, standing[j]!];
      const [first, second] = [
        textOf(answer, one.fact.from, one.fact.to),
        textOf(answer, two.fact.from, two.fact.to),
      ];
      if (answer.sentenceOf[one.fact.from] !== answer.sentenceOf[two.fact.from]) continue;
      if (relate(one.fact, two.fact, [first, second]) !== 'rival') continue;
      const at: Range = [answer.tokens[one.fact.from]!.start, answer.tokens[two.fact.to - 1]!.end];
      if (reasons.some((reason) => reason.at !== undefined && reason.at[0] < at[1] && reason.at[1] > at[0]))
        continue;
      if (!swapped(source, answer, one.fact, two.fact, [one.same, two.same], 0.04)) continue;
      reasons.push({
        code: 'misplaced',
        message: `${first} and ${second} stand the other way round in the source`,
        at,
      });
    }
  }
  return reasons;
}

/** 1 for "two weeks after", "a day late"; -1 for "two weeks before", "a day early"; 0 where nothing follows. */
function directionAfter(text: Text, fact: Fact): -1 | 0 | 1 {
  if (fact.unit?.dimension !== 'time' && fact.unit?.dimension !== 'months') return 0;
  for (let i = fact.to; i < Math.min(text.tokens.length, fact.to + 2); i++) {
    const { low } = text.tokens[i]!.word;
    if (/^(?:after|later|late|following)$/.test(low)) return 1;
    if (/^(?:before|earlier|early|prior|ahead)$/.test(low)) return -1;
    if (low !== 'too') return 0;
  }
  return 0;
}

/** A value with the words that lead to it and follow it: "at most 5 days". */
const led = (text: Text, fact: Fact): string => {
  const { from, to } = text.sentences[text.sentenceOf[fact.from]!]!;
  return textOf(text, Math.max(from, fact.from - 3), Math.min(to, fact.to + 2));
};

/**
 * Where the source has the value, but on the other side wherever it has it: "at most" for "at least", or "more than
 * two days" for two. Left to the check of negations where one of the sentences denies something.
 */
function otherSide(source: Text, answer: Text, fact: Fact, same: readonly Fact[]): Fact | undefined {
  if (fact.side === 0 || answer.negated[fact.from] === 1) return undefined;
  // "less than the 190 she charged" compares with a value, and does not state it.
  const stated = answer.tokens[fact.from - 1]?.word.low !== 'the';
  const strict = fact.strict === true && stated && fact.unit?.dimension !== 'ratio';
  const contradicts = (each: Fact): boolean =>
    (each.side === -fact.side || (strict && each.side === 0 && each.value === fact.value)) &&
    source.negated[each.from] === 0;
  return same.every(contradicts) ? same[0] : undefined;
}

/** Whether the rival's sentence has more of the words, where it is another sentence; nearness alone may be chance. */
export function outshared(source: Text, context: Context, own: Stretch, rival: Stretch, by = 1): boolean {
  const [here, there] = [source.sentenceOf[own.from]!, source.sentenceOf[rival.from]!];
  return here === there || sharedWith(source, context, there) >= sharedWith(source, context, here) + by;
}

/** A value of another unit, or a count of other things, is a less likely rival. */
function strictness(fact: Fact, rival: Fact): number {
  if (fact.unit !== undefined && rival.unit !== undefined) return fact.unit.name === rival.unit.name ? 1 : 2;
  if (fact.kind !== 'number') return 1;
  // Three levels do not compete with 1,150 seats.
  const [small, large] = [Math.abs(fact.value), Math.abs(rival.value)].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  if (large > 20 && large > small * 12) return 6;
  if (fact.noun === undefined) return 1;
  return fact.noun === rival.noun ? 1 : fact.value <= 6 ? 4 : 1.5;
}

function sameLead(answer: Text, a: Fact, source: Text, b: Fact): boolean {
  const own = leadOf(answer, a);
  return own !== undefined && own === leadOf(source, b);
}

/** A fact of the source as written, cut where it is long. */
function shown(source: Text, { from, to }: Fact): string {
  const text = textOf(source, from, to);
  return text.length <= 60 ? text : `${Array.from(text).slice(0, 60).join('')}…`;
}
