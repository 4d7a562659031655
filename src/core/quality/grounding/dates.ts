import type { Token } from './tokens.js';

/** A date as far as a text gives it. */
export interface PartialDate {
  readonly year?: number | undefined;
  /** 1 to 12. */
  readonly month?: number | undefined;
  readonly day?: number | undefined;
  /** 1990 for "the 1990s". */
  readonly decade?: number | undefined;
  /** 19 for "the 19th century". */
  readonly century?: number | undefined;
  /** Day and month may be the other way round: 03/04/2024. */
  readonly swappable?: boolean | undefined;
}

interface DateRead {
  readonly date: PartialDate;
  readonly to: number;
}

const months = new Map<string, number>();
'january february march april may june july august september october november december'
  .split(' ')
  .forEach((name, i) => {
    months.set(name, i + 1);
    months.set(name.slice(0, 3), i + 1);
  });
months.set('sept', 9);

/** Whether a lower-case word is a month, or midday, or midnight. */
export const beginsDate = (low: string): boolean => months.has(low) || /^(?:noon|midday|midnight)$/.test(low);

const year = (token: Token | undefined): number | undefined =>
  token?.text.length === 4 && /^(?:1[0-9]|20|21)\d\d$/.test(token.text) ? Number(token.text) : undefined;

const dayNumber = (tokens: readonly Token[], i: number): { day: number; to: number } | undefined => {
  const token = tokens[i];
  if (token?.kind !== 'number' || token.text.length > 2 || !/^\d+$/.test(token.text)) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  const next = tokens[i + 1];
  return { day, to: next?.glued === true && /^(?:st|nd|rd|th)$/.test(next.text) ? i + 2 : i + 1 };
};

function monthAt(tokens: readonly Token[], i: number): number | undefined {
  const token = tokens[i];
  if (token === undefined || token.kind !== 'word' || !token.capital) return undefined;
  const month = months.get(token.word.low);
  if (month === undefined) return undefined;
  if (token.text.length > 3 && token.word.low !== 'march' && token.word.low !== 'may') return month;
  // May, March and abbreviations need company: a day, a year, or a word that leads to a time.
  const around = [tokens[i - 1], tokens[i + 1], tokens[i + 2]];
  if (around.some((each) => each?.kind === 'number')) return month;
  // "(May to July)"
  const [way, end] = [tokens[i + 1]?.word.low ?? '', tokens[i + 2]];
  const ranges = /^(?:to|until|and|or|[-–])$/.test(way) && end?.capital === true;
  if (ranges && months.has(end.word.low)) return month;
  const before = tokens[i - 1]?.word.low ?? '';
  return /^(?:in|by|until|till|since|from|during|before|after|of|last|next|early|late|mid|every|each|and|to|for|on|this)$/.test(
    before,
  )
    ? month
    : undefined;
}

const skipComma = (tokens: readonly Token[], i: number): number =>
  tokens[i]?.text === ',' || tokens[i]?.word.low === 'of' || (tokens[i]?.text === '.' && tokens[i].glued)
    ? i + 1
    : i;

function numeric(tokens: readonly Token[], i: number): DateRead | undefined {
  const first = tokens[i]!;
  const dotted = first.text.length > 7 && /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(first.text);
  if (dotted)
    return check({ day: Number(dotted[1]), month: Number(dotted[2]), year: Number(dotted[3]) }, i + 1);
  const mark = tokens[i + 1];
  if (mark?.glued !== true || (mark.text !== '/' && mark.text !== '-')) return undefined;
  const [second, mark2, third] = [tokens[i + 2], tokens[i + 3], tokens[i + 4]];
  if (second?.glued !== true) return undefined;
  if (mark2?.text !== mark.text || !mark2.glued || third?.glued !== true) return undefined;
  if (!/^\d{1,4}$/.test(first.text) || !/^\d{1,2}$/.test(second.text) || !/^\d{1,4}$/.test(third.text))
    return undefined;
  if (first.text.length === 4)
    return check({ year: Number(first.text), month: Number(second.text), day: Number(third.text) }, i + 5);
  if (third.text.length === 1 || third.text.length === 3) return undefined;
  const full = third.text.length === 2 ? 2000 + Number(third.text) : Number(third.text);
  const [a, b] = [Number(first.text), Number(second.text)];
  if (b > 12) return check({ year: full, month: a, day: b }, i + 5);
  return check({ year: full, month: b, day: a, swappable: a <= 12 && a !== b }, i + 5);
}

function check(date: PartialDate, to: number): DateRead | undefined {
  const valid =
    (date.month ?? 1) >= 1 && (date.month ?? 1) <= 12 && (date.day ?? 1) >= 1 && (date.day ?? 1) <= 31;
  return valid ? { date, to } : undefined;
}

/** Reads the date that begins at token `i`, if one does: "12 March 2024", "2024-03-12", "May", "1990s", "1987". */
export function readDate(tokens: readonly Token[], i: number): DateRead | undefined {
  const token = tokens[i]!;
  if (token.kind === 'number') {
    const written = numeric(tokens, i);
    if (written) return written;
    const day = dayNumber(tokens, i);
    if (day) {
      const at = tokens[day.to]?.word.low === 'of' ? day.to + 1 : day.to;
      const month = monthAt(tokens, at);
      if (month !== undefined) {
        const after = skipComma(tokens, at + 1);
        const full = year(tokens[after]);
        return full === undefined
          ? { date: { day: day.day, month }, to: at + 1 }
          : { date: { day: day.day, month, year: full }, to: after + 1 };
      }
      if (tokens[day.to]?.word.low === 'century' && day.to > i + 1)
        return { date: { century: day.day }, to: day.to + 1 };
    }
    const full = year(token);
    if (full === undefined) return undefined;
    const next = tokens[i + 1];
    if (next?.glued === true && next.text === 's' && full % 10 === 0)
      return { date: { decade: full }, to: i + 2 };
    return { date: { year: full }, to: i + 1 };
  }
  const month = monthAt(tokens, i);
  if (month === undefined) return undefined;
  const dot = tokens[i + 1]?.text === '.' && tokens[i + 1]!.glued ? i + 2 : i + 1;
  const at = tokens[dot]?.word.low === 'the' ? dot + 1 : dot;
  const day = dayNumber(tokens, at);
  if (day) {
    const after = skipComma(tokens, day.to);
    const full = year(tokens[after]);
    return full === undefined
      ? { date: { month, day: day.day }, to: day.to }
      : { date: { month, day: day.day, year: full }, to: after + 1 };
  }
  const after = skipComma(tokens, dot);
  const full = year(tokens[after]);
  return full === undefined ? { date: { month }, to: i + 1 } : { date: { month, year: full }, to: after + 1 };
}

const hours = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const spelledMinutes = new Map([
  ['half', 30],
  ['quarter', 15],
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['5', 5],
  ['10', 10],
  ['20', 20],
]);

/** "half past seven", "a quarter to nine": either half of the day. */
export function readSpokenTime(
  tokens: readonly Token[],
  i: number,
): { minutes: number; to: number } | undefined {
  const minutes = spelledMinutes.get(tokens[i]!.word.low);
  if (minutes === undefined) return undefined;
  const way = tokens[i + 1]?.word.low;
  const low = tokens[i + 2]?.word.low ?? '';
  const hour = hours.includes(low)
    ? hours.indexOf(low)
    : /^(?:[1-9]|1[0-2])$/.test(low)
      ? Number(low)
      : undefined;
  if (hour === undefined) return undefined;
  if (way === 'past') return { minutes: hour * 60 + minutes, to: i + 3 };
  const told =
    /^(?:at|by|until|till|before|after)$/.test(tokens[i - 1]?.word.low ?? '') ||
    tokens[i + 3]?.word.low === 'in';
  const certain = tokens[i]!.word.low === 'quarter' || told;
  return way === 'to' && certain && minutes !== 30 ? { minutes: hour * 60 - minutes, to: i + 3 } : undefined;
}

/** Minutes of the day: "14:30", "2.30 pm", "noon". `half` where am or pm is not said and either may be meant. */
export function readTime(
  tokens: readonly Token[],
  i: number,
): { minutes: number; half: boolean; to: number } | undefined {
  const token = tokens[i]!;
  if (token.kind === 'word') {
    if (token.word.low === 'noon' || token.word.low === 'midday')
      return { minutes: 720, half: false, to: i + 1 };
    if (token.word.low === 'midnight') return { minutes: 0, half: false, to: i + 1 };
    // "ten o'clock"
    return tokens[i + 1]?.word.low === "o'clock" && hours.includes(token.word.low)
      ? { minutes: hours.indexOf(token.word.low) * 60, half: true, to: i + 2 }
      : undefined;
  }
  if (token.text.length > 8) return undefined;
  if (token.text.length > 2 && !token.text.includes(':') && !token.text.includes('.')) return undefined;
  const match = /^(\d{1,2})(?:([:.])(\d\d))?(?::\d\d)?$/.exec(token.text);
  if (match === null) return undefined;
  const hour = Number(match[1]);
  const minute = Number(match[3] ?? 0);
  if (hour > 24 || minute > 59) return undefined;
  const next = tokens[i + 1];
  const low = next?.word.low ?? '';
  const spelled =
    (low === 'a' || low === 'p') && tokens[i + 2]?.text === '.' && tokens[i + 3]?.word.low === 'm';
  const part = low === 'am' || low === 'pm' ? low : spelled ? `${low}m` : undefined;
  if (part !== undefined && hour <= 12) {
    const to = spelled ? i + 4 + (tokens[i + 4]?.text === '.' && tokens[i + 4]!.glued ? 1 : 0) : i + 2;
    return { minutes: ((hour % 12) + (part === 'pm' ? 12 : 0)) * 60 + minute, half: false, to };
  }
  if (low === "o'clock") return { minutes: hour * 60, half: hour <= 12, to: i + 2 };
  if (match[2] !== ':') return undefined;
  return { minutes: hour * 60 + minute, half: hour <= 12 && match[1]!.length === 1, to: i + 1 };
}
