import { valueOf } from './digits.js';
import {
  beginsNumber,
  fractions,
  groups,
  magnitudes,
  ordinals,
  shares,
  shortMagnitudes,
  small,
  tens,
} from './numerals.js';
import type { Token } from './tokens.js';

/** A number read from tokens `from` (with) to `to` (without). */
interface NumberRead {
  readonly value: number;
  /** The other reading where a separator is ambiguous: "1.200" is 1.2 or 1200. */
  readonly alt?: number | undefined;
  readonly to: number;
  readonly ordinal: boolean;
  /** "half", "two thirds": a share of a whole. */
  readonly share: boolean;
  /** Written with a magnitude ("1.2 million"): its precision is that of its digits. */
  readonly step: number;
  /** "a", "one", "first": too general to demand of a source. */
  readonly weak: boolean;
}

const numeric = (token: Token): boolean => token.kind === 'number' || beginsNumber(token.word.low);

const threeDigits = /^\d{3}$/;
const groupable = /^\d{1,3}$/;

const plainRead = { ordinal: false, share: false, step: 0, weak: false };

function readDigits(tokens: readonly Token[], i: number): NumberRead | undefined {
  let text = tokens[i]!.text;
  let to = i + 1;
  // "1 200 000", with plain, thin or no-break spaces.
  if (tokens[to]?.kind === 'number' && groupable.test(text)) {
    while (to < tokens.length && threeDigits.test(tokens[to]!.text)) {
      const gap = tokens[to]!.start - tokens[to - 1]!.end;
      if (gap !== 1 || tokens[to]!.breaks > 0) break;
      text += tokens[to]!.text;
      to++;
    }
  }
  const read = valueOf(text);
  if (read === undefined) return undefined;
  const next = tokens[to];
  if (next?.glued === true && /^(?:st|nd|rd|th)$/i.test(next.text)) {
    return { ...plainRead, value: read.value, to: to + 1, ordinal: true };
  }
  if (next?.glued === true && fractions.has(next.text)) {
    return { ...plainRead, value: read.value + fractions.get(next.text)!, to: to + 1 };
  }
  let magnitude: number | undefined;
  if (next !== undefined && next.breaks === 0) {
    magnitude =
      magnitudes.get(next.word.low) ?? (next.kind === 'word' ? shortMagnitudes.get(next.text) : undefined);
    if (magnitude !== undefined && next.text.length === 1 && !next.glued) magnitude = undefined;
    // "5m" is five metres unless money stands before it.
    if (next.text === 'm' && magnitude !== undefined && !/^[$£€¥]$/.test(tokens[i - 1]?.text ?? ''))
      magnitude = undefined;
  }
  if (magnitude !== undefined) {
    const decimals = /[.,](\d+)$/.exec(text)?.[1]?.length ?? 0;
    const value = Number((read.value * magnitude).toPrecision(15));
    return { ...plainRead, value, to: to + 1, step: magnitude / 10 ** decimals };
  }
  const { value, alt } = read;
  return { value, alt, to, ordinal: false, share: false, step: 0, weak: false };
}

function readWords(tokens: readonly Token[], i: number): NumberRead | undefined {
  let total = 0;
  let current = 0;
  let seen = 0;
  let to = i;
  let ordinal = false;
  let step = 0;
  for (let j = i; j < tokens.length && j < i + 16; j++) {
    const token = tokens[j]!;
    if (token.text === '-' && token.glued && seen > 0) continue;
    const low = token.word.low;
    if (low === 'and' && seen > 0 && (current >= 100 || total > 0) && to === j) continue;
    const unit = small.get(low);
    const ten = tens.get(low);
    const magnitude = magnitudes.get(low);
    const nth = ordinals.get(low);
    if (unit !== undefined) {
      if (seen > 0 && (current % 10 !== 0 || (current % 100 !== 0 && unit > 9))) break;
      current += unit;
    } else if (ten !== undefined) {
      if (seen > 0 && current % 100 !== 0) break;
      current += ten;
    } else if (magnitude !== undefined) {
      if (seen === 0 && magnitude === 100 && low === 'hundreds') break;
      current = (current === 0 ? 1 : current) * magnitude;
      step = magnitude;
      if (magnitude >= 1000) {
        total += current;
        current = 0;
      }
    } else if (nth !== undefined && (seen === 0 || nth < 10 || nth % 10 === 0)) {
      if (seen > 0 && (current % 10 !== 0 || (low === 'second' && current % 100 === 0))) break;
      current += nth;
      ordinal = true;
    } else break;
    seen++;
    to = j + 1;
    if (ordinal) break;
  }
  if (seen === 0) return undefined;
  const value = total + current;
  return { value, to, ordinal, share: false, step: value % 1000 === 0 ? step : 0, weak: value <= 1 };
}

const timeWord = /^(?:s|ms|secs?|seconds?|mins?|minutes?|hours?|days?|weeks?|months?|years?)$/;

/** "1 in 10", "one person in five": a share. Not "one tablet in 24 hours", nor "two in 2019". */
function readShare(tokens: readonly Token[], part: NumberRead): NumberRead | undefined {
  if (part.ordinal || part.share || part.value < 1 || part.value > 3 || !Number.isInteger(part.value))
    return undefined;
  let at = part.to;
  if (tokens[at]?.word.low !== 'in') at++;
  if (tokens[at]?.word.low !== 'in' || tokens[at + 1] === undefined || !numeric(tokens[at + 1]!))
    return undefined;
  const whole = readPlain(tokens, at + 1);
  if (whole === undefined || whole.share || whole.ordinal || whole.value <= part.value) return undefined;
  const round = whole.value <= 20 || /^[1-9]0+$|^25$/.test(String(whole.value));
  if (!round || timeWord.test(tokens[whole.to]?.word.low ?? '')) return undefined;
  if (/^[12]\d{3}$/.test(tokens[at + 1]!.text) && whole.value !== 1000) return undefined;
  return { ...plainRead, value: part.value / whole.value, to: whole.to, share: true };
}

/** Reads the number that begins at token `i`, if one does. */
export function readNumber(tokens: readonly Token[], i: number): NumberRead | undefined {
  const read = readPlain(tokens, i);
  if (read === undefined) return undefined;
  // "two and a half", "three out of four"
  const [next, second, third] = [
    tokens[read.to]?.word.low,
    tokens[read.to + 1]?.word.low,
    tokens[read.to + 2]?.word.low,
  ];
  if (!read.ordinal && next === 'and' && second === 'a' && (third === 'half' || third === 'quarter')) {
    return { ...read, value: read.value + (third === 'half' ? 0.5 : 0.25), to: read.to + 3, weak: false };
  }
  if (
    !read.ordinal &&
    next === 'out' &&
    second === 'of' &&
    tokens[read.to + 2] !== undefined &&
    numeric(tokens[read.to + 2]!)
  ) {
    const whole = readPlain(tokens, read.to + 2);
    if (whole !== undefined && whole.value > read.value)
      return { ...plainRead, value: read.value / whole.value, to: whole.to, share: true };
  }
  return readShare(tokens, read) ?? read;
}

function readPlain(tokens: readonly Token[], i: number): NumberRead | undefined {
  const token = tokens[i]!;
  const low = token.word.low;
  if (token.kind === 'number') {
    const next = tokens[i + 1];
    const below = tokens[i + 2];
    if (
      next?.text === '/' &&
      next.glued &&
      below?.glued === true &&
      /^\d{1,2}$/.test(token.text) &&
      /^\d{1,2}$/.test(below.text)
    ) {
      const share = Number(token.text) / Number(below.text);
      if (share < 1 && tokens[i + 3]?.text !== '/')
        return { ...plainRead, value: share, to: i + 3, share: true };
    }
    return readDigits(tokens, i);
  }
  if (token.kind === 'mark') {
    const value = fractions.get(token.text);
    return value === undefined ? undefined : { ...plainRead, value, to: i + 1, share: true };
  }
  if (low === 'half' || low === 'quarter') {
    const before = tokens[i - 1]?.word.low ?? '';
    if (low === 'quarter' && before !== 'a' && before !== 'one') return undefined;
    const next = tokens[i + 1]?.word.low;
    const magnitude =
      tokens[i + 2] && (next === 'a' || next === 'of') ? magnitudes.get(tokens[i + 2]!.word.low) : undefined;
    if (magnitude !== undefined)
      return { ...plainRead, value: magnitude / shares.get(low)!, to: i + 3, step: magnitude / 10 };
    if (next === 'a' && tokens[i + 2]?.word.low === 'dozen') return { ...plainRead, value: 6, to: i + 3 };
    return { ...plainRead, value: 1 / shares.get(low)!, to: i + 1, share: true };
  }
  const group = groups.get(low);
  if (low === 'couple' && tokens[i + 1]?.word.low !== 'of') return undefined;
  if (group !== undefined)
    return { ...plainRead, value: group, to: i + 1, weak: low === 'couple' || low === 'once' };
  const read = readWords(tokens, i);
  if (read === undefined) return undefined;
  // "two thirds", "a third of", "three-quarters"
  let j = read.to;
  if (tokens[j]?.text === '-' && tokens[j]!.glued) j++;
  const below = shares.get(tokens[j]?.word.low ?? '');
  if (!read.ordinal && below !== undefined && read.value < below) {
    return { ...plainRead, value: read.value / below, to: j + 1, share: true };
  }
  const share = read.ordinal && read.to === i + 1 ? shares.get(low) : undefined;
  if (
    share !== undefined &&
    tokens[i + 1]?.word.low === 'of' &&
    /^(?:a|one)$/.test(tokens[i - 1]?.word.low ?? '')
  ) {
    return { ...plainRead, value: 1 / share, to: i + 1, share: true };
  }
  if (!read.ordinal && tokens[read.to]?.word.low === 'dozen')
    return { ...plainRead, value: read.value * 12, to: read.to + 1 };
  return read.ordinal && read.value <= 1 ? { ...read, weak: true } : read;
}
