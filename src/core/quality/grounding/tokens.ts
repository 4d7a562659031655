import { wordOf, type Word } from './words.js';

/** A word, a number (digits) or a mark of a text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark';
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly word: Word;
  /** What it is compared by: the word's key, or the value for a number. */
  key: string;
  /** Begins with an upper-case letter. */
  readonly capital: boolean;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
  /** Line breaks between it and the token before: 0, 1 or 2 (more count as 2). */
  readonly breaks: 0 | 1 | 2;
}

// Scripts without spaces are runs of their own, so that a number among them is one.
// Letters may be followed by digits (A4, covid19); digits stand alone, so that "5mg" is a number and a unit.
const pattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+|[\p{L}_](?:[\p{L}\p{M}\p{N}_\u00AD]|['’](?=\p{L}))*(?:(?<=s)['’](?!\p{L}))?|\p{Nd}+(?:[.,:]\p{Nd}+)*|[^\s]/uy;
const blank = 0;
const mark = 1;
const figure = 2;
const sign = 3;
const other = 4;
const names: readonly Token['kind'][] = ['mark', 'mark', 'number', 'word'];
const apostrophe = 39;
const underscore = 95;
const lowS = 115;
const digit = /^\p{Nd}/u;
const letter = /^[\p{L}_]/u;
const upper = /^\p{Lu}/u;

/** What a plain character is to tokens; those beyond 127 are left to `pattern`. */
const classes = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return blank;
  if (/\d/.test(character)) return figure;
  return /[A-Za-z_]/.test(character) ? sign : mark;
});

const kindOf = (text: string): Token['kind'] =>
  letter.test(text) ? 'word' : digit.test(text) ? 'number' : 'mark';

/** Where the plain word that begins at `start` ends; -1 where it meets a character that is not plain. */
function wordEnd(text: string, start: number): number {
  for (let i = start + 1; ; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return -1;
    if (code === apostrophe) {
      const next = text.charCodeAt(i + 1);
      if (next >= 128) return -1;
      if (next < 128 && classes[next] === sign && next !== underscore) continue;
      return text.charCodeAt(i - 1) === lowS ? i + 1 : i;
    }
    // Beyond the end the code is NaN.
    if (!(code < 128) || classes[code]! < figure) return i;
  }
}

/** Where the plain number that begins at `start` ends; -1 where it meets a character that is not plain. */
function numberEnd(text: string, start: number): number {
  for (let i = start + 1; ; i++) {
    const code = text.charCodeAt(i);
    if (code >= 128) return -1;
    if (classes[code] === figure) continue;
    if (code !== 44 && code !== 46 && code !== 58) return i;
    const next = text.charCodeAt(i + 1);
    if (next >= 128) return -1;
    if (classes[next] !== figure) return i;
  }
}

/** Where the token that begins at `start` ends, found by `pattern`; -1 where only white space stands there. */
function patternEnd(text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The tokens of a text, in order. Linear. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  let breaks = 0;
  for (let start = 0; start < text.length;) {
    const code = text.charCodeAt(start);
    const kind = code < 128 ? classes[code]! : other;
    if (kind === blank) {
      if (code === 10) breaks++;
      start++;
      continue;
    }
    let end = kind === sign ? wordEnd(text, start) : kind === figure ? numberEnd(text, start) : -1;
    if (kind === mark) end = start + 1;
    else if (end < 0) end = patternEnd(text, start);
    if (end < 0) {
      start++;
      continue;
    }
    const raw = text.slice(start, end);
    const word = wordOf(raw);
    tokens.push({
      kind: kind === other ? kindOf(raw) : names[kind]!,
      start,
      end,
      text: raw,
      word,
      key: word.key,
      capital: code < 128 ? code >= 65 && code <= 90 : upper.test(raw),
      glued: start === last,
      breaks: breaks > 1 ? 2 : (breaks as 0 | 1),
    });
    last = start = end;
    breaks = 0;
  }
  return tokens;
}
