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
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+|[\p{L}_](?:[\p{L}\p{M}\p{N}_\u00AD]|['’](?=\p{L}))*(?:(?<=s)['’](?!\p{L}))?|\p{Nd}+(?:[.,:]\p{Nd}+)*|[^\s]/gu;
const digit = /^\p{Nd}/u;
const letter = /^[\p{L}_]/u;
const upper = /^\p{Lu}/u;

function breaksIn(text: string, from: number, to: number): 0 | 1 | 2 {
  let count = 0;
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(i) === 10 && ++count === 2) return 2;
  }
  return count as 0 | 1;
}

const kindOf = (text: string): Token['kind'] => {
  const code = text.charCodeAt(0);
  if (code < 128) {
    if (code >= 48 && code <= 57) return 'number';
    return (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95 ? 'word' : 'mark';
  }
  return letter.test(text) ? 'word' : digit.test(text) ? 'number' : 'mark';
};

/** The tokens of a text, in order. Linear. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    const raw = match[0];
    const start = match.index;
    const kind = kindOf(raw);
    const word = wordOf(raw);
    const code = raw.charCodeAt(0);
    tokens.push({
      kind,
      start,
      end: start + raw.length,
      text: raw,
      word,
      key: word.key,
      capital: code < 128 ? code >= 65 && code <= 90 : upper.test(raw),
      glued: start === last,
      breaks: start === last ? 0 : breaksIn(text, last, start),
    });
    last = start + raw.length;
  }
  return tokens;
}
