import type { Fact } from './facts.js';
import { readNumber } from './number-words.js';
import type { Text } from './text.js';

/** A full date may be put together from its parts: "4 March" in one place, "2019" in another. */
export function fromParts(source: Text, fact: Fact): boolean {
  const date = fact.date;
  if (date === undefined) return false;
  const { year, month, day } = date;
  if (year !== undefined && month === undefined) return source.index.has(`#${year}`);
  if (month === undefined) return false;
  // "by 31 May" for "by the end of May"
  if (
    day !== undefined &&
    day >= 28 &&
    source.facts.some(
      (each) => each.date?.month === month && each.date.day === undefined && endsIn(source, each),
    )
  )
    return true;
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

const endsIn = ({ tokens }: Text, { from }: Fact): boolean =>
  tokens.slice(Math.max(0, from - 3), from + 1).some(({ word }) => word.low === 'end');

function rangeEnd(source: Text, date: Fact, day: number): boolean {
  for (let i = Math.max(0, date.from - 4); i < Math.min(source.tokens.length, date.to + 4); i++) {
    if (source.tokens[i]!.key === `#${day}`) return true;
  }
  return false;
}

/** A count or a sum that the answer may have worked out itself: "both", "three options" for a list of three. */
export function derivable(fact: Fact, source: Text): boolean {
  if (fact.kind !== 'number' || fact.unit !== undefined || fact.ordinal || !Number.isInteger(fact.value))
    return false;
  if (fact.value < 2 || fact.value > 6) return false;
  return !source.facts.some(
    (each) =>
      each.kind === 'number' && each.unit === undefined && each.noun !== undefined && each.noun === fact.noun,
  );
}

/** "€80 more than", "a rise of €80": a value that says how far two others are apart. */
const comparesAround = ({ tokens }: Text, { from, to }: Fact): boolean =>
  /^(?:more|less|fewer|higher|lower|longer|shorter|cheaper|dearer|above|below|extra|earlier|later|older|younger)$/.test(
    tokens[to]?.word.low ?? '',
  ) || /^(?:difference|rise|increase|gap|saving|fall|drop)$/.test(tokens[from - 2]?.word.low ?? '');

/** "Five more than planned", "leaving three": how far two values of one sentence are apart. */
function isCountApart(source: Text, answer: Text, fact: Fact): boolean {
  const left = answer.tokens[fact.from - 1]?.word.low ?? '';
  if (
    !comparesAround(answer, fact) &&
    !remains(answer, fact) &&
    !/^(?:leaving|leaves|remaining|other)$/.test(left)
  )
    return false;
  for (let i = 0; i + 1 < source.facts.length; i++) {
    const [a, b] = [source.facts[i]!, source.facts[i + 1]!];
    if (a.kind !== 'number' || b.kind !== 'number') continue;
    if (source.sentenceOf[a.from] !== source.sentenceOf[b.from]) continue;
    if (Math.abs(a.value - b.value) === fact.value) return true;
  }
  return false;
}

/** "£24" where the source has £48, and half of it for some: a share of another value. */
export function isShare(source: Text, fact: Fact): boolean {
  const { unit } = fact;
  if (fact.kind !== 'number' || unit?.dimension.startsWith('money') !== true) return false;
  const shares = source.facts
    .filter((each) => each.unit?.dimension === 'ratio' && each.unit.name !== 'percent')
    .slice(0, mostShares);
  if (shares.length === 0) return false;
  const value = fact.value * unit.factor;
  return source.facts.some(
    (each) =>
      each.unit?.name === unit.name &&
      each.unit.factor === unit.factor &&
      shares.some((share) => {
        const part = each.value * each.unit!.factor * share.value * share.unit!.factor;
        return Math.abs(part - value) < 1e-6 * value && part !== each.value * each.unit!.factor;
      }),
  );
}
const mostShares = 6;

/** "More than four hours" for 16:47 to 21:20: how far two times of the day are apart. */
function isBetweenTimes(source: Text, { value, unit, side }: Fact): boolean {
  const times = source.facts.filter(({ kind }) => kind === 'time').slice(0, mostTimes);
  const minutes = (value * unit!.factor) / 60;
  return times.some((a) =>
    times.some((b) => {
      const apart = b.value - a.value;
      return apart > 0 && Math.abs(apart - minutes) <= (side === 0 ? 0.001 : nearlyTime) * apart;
    }),
  );
}
const mostTimes = 40;
/** By what share a bounded or rounded value may lie off: "more than four and a half hours" for 273 minutes. */
const nearlyTime = 0.1;

/** "£51,000 is left", "so four remain" */
const remains = ({ tokens }: Text, { to }: Fact): boolean =>
  tokens
    .slice(to, to + 3)
    .some(({ word }) => /^(?:left|remain|remains|remained|remaining|over)$/.test(word.low));

/** What is left of a total of the source when two other values of its unit are taken away. */
function isRemainder(source: Text, { value, unit }: Fact): boolean {
  const values = source.facts
    .filter((each) => each.kind === 'number' && each.unit?.name === unit?.name)
    .map((each) => each.value * (each.unit?.factor ?? 1))
    .slice(0, mostParts);
  const left = value * (unit?.factor ?? 1);
  return values.some((all) =>
    values.some((one, i) => values.slice(i + 1).some((two) => Math.abs(all - one - two - left) < 1e-6 * all)),
  );
}
const mostParts = 16;

/** "Rises by 20 pence" where the source says from £2.10 to £2.30: the difference of two values side by side. */
export function isDifference(source: Text, answer: Text, fact: Fact): boolean {
  const { unit } = fact;
  if (fact.kind !== 'number') return false;
  if (remains(answer, fact) && isRemainder(source, fact)) return true;
  if (unit === undefined) return isCountApart(source, answer, fact);
  if (unit.dimension === 'time' && isBetweenTimes(source, fact)) return true;
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
  const compared = comparesAround(answer, fact);
  const values = source.facts.filter((each) => !compared || each.unit?.dimension === unit.dimension);
  for (let i = 0; i + 1 < values.length; i++) {
    const [a, b] = [values[i]!, values[i + 1]!];
    if (a.unit?.dimension !== unit.dimension || b.unit?.dimension !== unit.dimension) continue;
    if (source.sentenceOf[a.from] !== source.sentenceOf[b.from]) continue;
    if (near(Math.abs(a.value * a.unit.factor - b.value * b.unit.factor), fact.value * unit.factor))
      return true;
  }
  return false;
}

/** "Three out of 46" for "three of its 46 prints": both counts of a share stand in one sentence. */
export function fromCounts(source: Text, answer: Text, fact: Fact): boolean {
  if (fact.unit?.dimension !== 'ratio' || fact.to - fact.from < 3) return false;
  const keys = [fact.from, fact.to - 1].map((at) => wordValue(answer, at));
  const [few, all] = keys.map((key) => (key === undefined ? [] : (source.index.get(key) ?? [])));
  return few!.some((a) => all!.some((b) => a < b && source.sentenceOf[a] === source.sentenceOf[b]));
}

/** "19 times" and "2,300 queens" for "19 out of 2,300": one of the two counts of a share. */
export function isPartOfRatio(source: Text, fact: Fact): boolean {
  if (fact.kind !== 'number' || (fact.unit !== undefined && fact.unit.dimension !== 'times')) return false;
  return source.facts.some(
    ({ unit, from, to }) =>
      unit?.dimension === 'ratio' &&
      to - from >= 3 &&
      [from, to - 1].some((at) => Number(source.tokens[at]!.text.replaceAll(',', '')) === fact.value),
  );
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
export function isRatio(source: Text, fact: Fact): boolean {
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

/** "Four hospitals: three in Utrecht and one in Ghent": the sum of two counts of one sentence. */
export function isSum(source: Text, fact: Fact): boolean {
  if (fact.kind !== 'number' || fact.unit !== undefined || fact.value < 2 || fact.value > 40) return false;
  for (let i = 0; i + 1 < source.facts.length; i++) {
    const [a, b] = [source.facts[i]!, source.facts[i + 1]!];
    if (a.kind !== 'number' || b.kind !== 'number' || a.unit !== undefined || b.unit !== undefined) continue;
    if (a.value + b.value === fact.value && source.sentenceOf[a.from] === source.sentenceOf[b.from])
      return true;
  }
  return false;
}
