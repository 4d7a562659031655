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

const small = new Map<string, number>();
'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .forEach((word, i) => small.set(word, i));
const tens = new Map<string, number>();
'twenty thirty forty fifty sixty seventy eighty ninety'
  .split(' ')
  .forEach((word, i) => tens.set(word, 20 + 10 * i));
const magnitudes = new Map<string, number>([
  ['hundred', 100],
  ['hundreds', 100],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
/** Only after digits. */
const shortMagnitudes = new Map<string, number>([
  ['k', 1e3],
  ['K', 1e3],
  ['m', 1e6],
  ['M', 1e6],
  ['mn', 1e6],
  ['bn', 1e9],
  ['B', 1e9],
  ['tn', 1e12],
]);
const ordinals = new Map<string, number>();
'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
  .split(' ')
  .forEach((word, i) => ordinals.set(word, i + 1));
ordinals.set('thirtieth', 30);
ordinals.set('fortieth', 40);
ordinals.set('fiftieth', 50);
ordinals.set('hundredth', 100);
const shares = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['thirds', 3],
  ['quarter', 4],
  ['quarters', 4],
  ['fifth', 5],
  ['fifths', 5],
  ['sixth', 6],
  ['sixths', 6],
  ['eighth', 8],
  ['eighths', 8],
  ['tenth', 10],
  ['tenths', 10],
]);
const groups = new Map<string, number>([
  ['dozen', 12],
  ['couple', 2],
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);
const fractions = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

/** Whether a lower-case word or a mark can begin a number. */
export const beginsNumber = (low: string): boolean =>
  small.has(low) ||
  tens.has(low) ||
  ordinals.has(low) ||
  groups.has(low) ||
  low === 'half' ||
  low === 'quarter' ||
  magnitudes.has(low) ||
  fractions.has(low);

const numeric = (token: Token): boolean => token.kind === 'number' || beginsNumber(token.word.low);

const asciiDigits = (text: string): string =>
  /[^\d.,:]/.test(text)
    ? text.replace(/\p{Nd}/gu, (d) => {
        const code = d.codePointAt(0)!;
        let zero = code;
        while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
        return String(code - zero);
      })
    : text;

/** The value of digits with separators; undefined for versions, addresses and the like. */
function digitsValue(text: string): { value: number; alt?: number } | undefined {
  const plain = asciiDigits(text);
  if (/^\d+$/.test(plain)) return { value: Number(plain) };
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) {
    const value = Number(plain.replace(/,/g, ''));
    return /^\d{1,3},\d{3}$/.test(plain) ? { value, alt: Number(plain.replace(',', '.')) } : { value };
  }
  if (/^\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|^\d{1,3}(?:\.\d{3})+,\d+$/.test(plain)) {
    return { value: Number(plain.replace(/\./g, '').replace(',', '.')) };
  }
  if (/^\d+\.\d+$/.test(plain)) {
    const value = Number(plain);
    return /^[1-9]\d{0,2}\.\d{3}$/.test(plain) ? { value, alt: Number(plain.replace('.', '')) } : { value };
  }
  if (/^\d+,\d+$/.test(plain)) return { value: Number(plain.replace(',', '.')) };
  return undefined;
}

const seen = new Map<string, ReturnType<typeof digitsValue>>();
const mostSeen = 5_000;

/** As `digitsValue`, remembering short ones. */
function valueOf(text: string): ReturnType<typeof digitsValue> {
  const known = seen.get(text);
  if (known !== undefined || text.length > 20) return known ?? digitsValue(text);
  const value = digitsValue(text);
  if (seen.size >= mostSeen) seen.clear();
  seen.set(text, value);
  return value;
}

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
