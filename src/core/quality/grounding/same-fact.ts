import type { PartialDate } from './dates.js';
import type { Fact } from './facts.js';
import type { Unit } from './units.js';

/**
 * How an answer's fact and one of the source relate: the `same` value, the same figure in another `unit`, a
 * `rival` (same kind, another value), or `other` (they don't compare).
 */
type Relation = 'same' | 'unit' | 'rival' | 'other';

const near = (a: number, b: number, tolerance: number): boolean =>
  a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b)) + 1e-9;

function sameValue(answer: Fact, source: Fact, a: number, b: number, tolerance: number): boolean {
  if (near(a, b, tolerance)) return true;
  const scale = answer.unit && source.unit ? answer.unit.factor / source.unit.factor || 1 : 1;
  if (answer.step > 0 && Math.abs(a - b) <= (answer.step / 2) * (answer.unit?.factor ?? 1) * 1.0001)
    return true;
  if (source.step > 0 && answer.step === 0 && answer.about)
    return Math.abs(a - b) <= (source.step / 2) * scale;
  if (answer.about && Math.abs(a - b) <= 0.06 * Math.abs(b)) return true;
  // "more than half" for 54 %, "less than a third" for 30 %
  if (answer.unit?.dimension === 'ratio' && answer.side !== 0 && source.side === 0 && tolerance < 1e-9) {
    const ahead = answer.side > 0 ? b / a : a / b;
    if (ahead > 1 && ahead <= 1.35) return true;
  }
  // "over 1,100" for 1,187
  if (answer.side > 0 && source.side === 0 && a < b && b - a <= 0.1 * b && b >= 50) return true;
  return answer.side < 0 && source.side === 0 && a > b && a - b <= 0.1 * a && b >= 50;
}

function readings(fact: Fact): readonly number[] {
  return fact.alt === undefined ? [fact.value] : [fact.value, fact.alt];
}

function compatible(a: Fact, b: Fact): 'yes' | 'convert' | 'no' {
  const [x, y] = [a.unit, b.unit];
  // "210,000 crowns" are not dollars.
  if (
    x !== undefined &&
    y === undefined &&
    b.noun !== undefined &&
    !a.about &&
    x.dimension !== 'ratio' &&
    x.dimension !== 'times'
  )
    return 'no';
  if (x === undefined || y === undefined) return 'yes';
  const working = (name: string): boolean => name.startsWith('working');
  // A "working day" may be shortened to a day, a plain day may not become a working one.
  if (working(x.name) && !working(y.name)) return 'no';
  if (x.name.startsWith('calendar') && working(y.name)) return 'no';
  if (x.name === y.name || (x.dimension === y.dimension && x.factor === y.factor)) return 'yes';
  if (x.dimension === y.dimension) return 'convert';
  const pair = [x.dimension, y.dimension];
  if (pair.includes('pound')) return pair.includes('mass') || pair.includes('money GBP') ? 'convert' : 'no';
  if (pair.includes('degree')) return pair.includes('temperature') ? 'yes' : 'no';
  return 'no';
}

function compareNumbers(answer: Fact, source: Fact): Relation {
  if (answer.ordinal !== source.ordinal) {
    const [nth, other] = answer.ordinal ? [answer, source] : [source, answer];
    // "a third smaller", "the lower third", "by a tenth": a share.
    if (other.unit?.dimension === 'ratio')
      return near(1 / nth.value, other.value * other.unit.factor, 0.01) ? 'same' : 'other';
    if (nth.value !== other.value) return 'other';
    // "six weeks" for "the sixth month"
    const period = /(?:day|week|month|year)$/.exec(nth.noun ?? '')?.[0];
    return period !== undefined && temporal(other) && !other.unit!.name.endsWith(period) ? 'other' : 'same';
  }
  const how = compatible(answer, source);
  let equalFigure = false;
  for (const a of readings(answer)) {
    for (const b of readings(source)) {
      if (how === 'convert') {
        const [x, y] = [answer.unit!, source.unit!];
        const metric =
          x.dimension === 'ratio' ||
          x.dimension === 'time' ||
          x.dimension === 'months' ||
          x.dimension.startsWith('money');
        if (
          sameValue(answer, source, a * x.factor + x.offset, b * y.factor + y.offset, metric ? 1e-10 : 0.016)
        )
          return 'same';
      } else if (sameValue(answer, source, a, b, 1e-12)) {
        if (how === 'yes') return 'same';
      }
      if (a === b) equalFigure = true;
    }
  }
  if (equalFigure && related(answer.unit, source.unit)) return 'unit';
  if (how === 'no') return temporal(answer) && temporal(source) ? 'rival' : 'other';
  return rivals(answer, source) ? 'rival' : 'other';
}

/** Units that one may be taken for the other: of one dimension, two currencies, two lengths of time. */
function related(a: Unit | undefined, b: Unit | undefined): boolean {
  if (a === undefined || b === undefined) return true;
  const family = ({ dimension }: Unit): string =>
    dimension.startsWith('money') || dimension === 'pound'
      ? 'money'
      : dimension === 'months'
        ? 'time'
        : dimension;
  return family(a) === family(b);
}

const temporal = ({ unit }: Fact): boolean => unit?.dimension === 'time' || unit?.dimension === 'months';

/** Values of a kind: the same dimension, or counts. A bare number and one with a unit do not compete. */
function rivals(a: Fact, b: Fact): boolean {
  if (a.unit !== undefined && b.unit !== undefined) return true;
  if (a.unit === undefined && b.unit === undefined) return true;
  return false;
}

const parts = ['year', 'month', 'day', 'decade', 'century'] as const;

function compareDates(a: PartialDate, b: PartialDate): Relation {
  if (a.decade !== undefined && b.decade === undefined) {
    return b.year === undefined ? 'other' : Math.floor(b.year / 10) * 10 === a.decade ? 'same' : 'rival';
  }
  if (a.century !== undefined && b.century === undefined) {
    return b.year === undefined ? 'other' : Math.ceil(b.year / 100) === a.century ? 'same' : 'rival';
  }
  let shared = 0;
  let different = 0;
  for (const part of parts) {
    if (a[part] === undefined || b[part] === undefined) continue;
    if (a[part] === b[part]) shared++;
    else different++;
  }
  if (different > 0 && (a.swappable === true || b.swappable === true)) {
    if (a.year === b.year && a.month === b.day && a.day === b.month) return 'same';
  }
  if (different > 0) return 'rival';
  if (shared === 0) return a.year === undefined && b.year === undefined ? 'rival' : 'other';
  // "4 March" is not shown by a bare "2019", nor "March" by "4 April"; a day needs its day.
  return (a.day !== undefined && b.day === undefined) || (a.month !== undefined && b.month === undefined)
    ? 'other'
    : 'same';
}

/** "9.05" may be a time of day. */
function readsAsTime(time: Fact, number: Fact, text: string): Relation {
  const [, hours, minutes] = /^(\d{1,2})\.([0-5]\d)$/.exec(text) ?? [];
  // "just after nine"
  if (hours === undefined) {
    const hour =
      number.unit === undefined && number.noun === undefined && Number.isInteger(number.value)
        ? number.value
        : 0;
    return hour >= 1 && hour <= 12 && (hour * 60) % 720 === time.value % 720 ? 'same' : 'other';
  }
  const value = Number(hours) * 60 + Number(minutes);
  return value % 720 === time.value % 720 ? 'same' : 'rival';
}

/** Compares a fact of the answer with one of the source. `texts`: both as written, for literals. */
export function relate(
  answer: Fact,
  source: Fact,
  texts: readonly [answer: string, source: string],
): Relation {
  if (answer.kind === 'literal' || source.kind === 'literal') {
    if (answer.kind !== source.kind) return 'other';
    return texts[0] === texts[1] ? 'same' : 'rival';
  }
  if (answer.kind === 'time' && source.kind === 'time') {
    if (answer.value === source.value) return 'same';
    const twelve = answer.half === true || source.half === true;
    return twelve && answer.value % 720 === source.value % 720 ? 'same' : 'rival';
  }
  if (answer.kind === 'date' && source.kind === 'date') return compareDates(answer.date!, source.date!);
  if (answer.kind === 'number' && source.kind === 'number') return compareNumbers(answer, source);
  if (answer.kind === 'time' || source.kind === 'time') {
    const timed = answer.kind === 'time' ? answer : source;
    const other = answer.kind === 'time' ? source : answer;
    return other.kind === 'number'
      ? readsAsTime(timed, other, answer.kind === 'time' ? texts[1] : texts[0])
      : 'other';
  }
  // "by the 1st" for 1 July
  if (answer.ordinal && source.date?.day === answer.value) return 'same';
  // A bare year may be a plain number in the other text, and the other way round.
  const plain = answer.unit === undefined && source.unit === undefined;
  return plain && answer.value === source.value ? 'same' : 'other';
}
