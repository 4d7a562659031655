import { isBlank, skipBlank } from './blank.js';

/**
 * Where sentences start, by rules: a stop, what closes after it, blank space, and neither an abbreviation before
 * nor a small letter after. Not `Intl.Segmenter`: it takes seconds for a long string and cuts after "Dr.".
 */

/** Abbreviations that stand before what they belong to, so that no sentence ends with them. */
const always = new Set(
  (
    'mr mrs ms mx dr prof st rev hon gen col capt lt sgt gov sen rep messrs mme mlle e.g i.e cf viz vs approx ' +
    'incl excl esp resp z.b d.h u.a bzw vgl ggf evtl sog p.ej sra srta dott'
  ).split(' '),
);

/** Abbreviations where a number follows, else words. */
const beforeNumber = new Set(
  (
    'no nos nr fig figs vol vols pp p eq eqs ch sec sect art arts para paras app tab ref refs ca c abb bd ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

const longestAbbreviation = 8;

const enum Stop {
  None,
  /** Ends a sentence where blank space follows. */
  Spaced,
  /** Ends a sentence without blank space after it. */
  Full,
}

function stopKind(code: number): Stop {
  if (code < 0x80) return code === 0x2e || code === 0x21 || code === 0x3f ? Stop.Spaced : Stop.None;
  switch (code) {
    case 0x2026: // …
    case 0x203c: // ‼
    case 0x203d: // ‽
    case 0x2047: // ⁇
    case 0x2048: // ⁈
    case 0x2049: // ⁉
    case 0x0589: // Armenian
    case 0x061f: // Arabic question mark
    case 0x06d4: // Urdu
    case 0x0964: // Devanagari danda
    case 0x0965: // double danda
    case 0x104b: // Burmese
    case 0x1362: // Ethiopic
    case 0x1367:
    case 0x17d4: // Khmer
      return Stop.Spaced;
    case 0x3002: // 。
    case 0xff01: // ！
    case 0xff1f: // ？
    case 0xff61: // ｡
      return Stop.Full;
    default:
      return Stop.None;
  }
}

/** Quotes, brackets and Markdown's emphasis, that belong to the sentence before them. */
function closes(code: number): boolean {
  switch (code) {
    case 0x22: // "
    case 0x27: // '
    case 0x29: // )
    case 0x2a: // *
    case 0x5d: // ]
    case 0x5f: // _
    case 0x60: // `
    case 0x7d: // }
    case 0xbb: // »
    case 0x2019: // ’
    case 0x201d: // ”
    case 0x203a: // ›
    case 0x300d: // 」
    case 0x300f: // 』
    case 0x3011: // 】
    case 0x300b: // 》
    case 0xff09: // ）
      return true;
    default:
      return false;
  }
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39;

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code >= 0xc0;
}

/** A small letter: no sentence starts with it, as far as a stop alone can tell. */
function isSmall(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x80) return code >= 0x61 && code <= 0x7a;
  const letter = text.charAt(at);
  return letter !== letter.toUpperCase();
}

/** Whether the full stop at `at` belongs to the word before it. `from` bounds the look back, `next` follows. */
function abbreviates(text: string, at: number, from: number, next: number): boolean {
  let start = at;
  const bound = Math.max(from, at - longestAbbreviation - 1);
  while (start > bound) {
    const code = text.charCodeAt(start - 1);
    if (!isLetter(code) && !isDigit(code) && code !== 0x2e) break;
    start--;
  }
  const length = at - start;
  if (length === 0) return false;
  const first = text.charCodeAt(start);
  if (isDigit(first)) {
    // "3." at the start of a line is a number in a list.
    if (length > 3) return false;
    for (let digit = start; digit < at; digit++) if (!isDigit(text.charCodeAt(digit))) return false;
    let before = start;
    while (before > bound && text.charCodeAt(before - 1) === 0x20) before--;
    return before === from || text.charCodeAt(before - 1) === 0x0a;
  }
  // An initial: "J. Smith".
  if (length === 1) return first !== 0x49 || (start > from && text.charCodeAt(start - 1) === 0x2e);
  if (length > longestAbbreviation) return false;
  const word = text.slice(start, at).toLowerCase();
  return always.has(word) || (isDigit(text.charCodeAt(next)) && beforeNumber.has(word));
}

/**
 * The start of the next sentence after the one that `from` stands in: an offset in `(from, to)` that is not blank,
 * or `to` where none starts. `[from, to)` should lie inside one paragraph.
 */
export function nextSentence(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    // Letters and most of what stands between them, the quick way out.
    if (code > 0x3f && code < 0x589) continue;
    const kind = stopKind(code);
    if (kind === Stop.None) continue;
    let after = at + 1;
    let full = kind === Stop.Full;
    let single = code === 0x2e;
    while (after < to) {
      const next = text.charCodeAt(after);
      const more = stopKind(next);
      if (more === Stop.None && !closes(next)) break;
      if (more !== Stop.None) single = false;
      if (more === Stop.Full) full = true;
      after++;
    }
    if (after >= to) return to;
    if (!full && !isBlank(text.charCodeAt(after))) {
      at = after - 1;
      continue;
    }
    const next = skipBlank(text, after, to);
    if (next >= to) return to;
    if (full) return next;
    if (!isSmall(text, next) && !(single && abbreviates(text, at, from, next))) return next;
    at = next - 1;
  }
  return to;
}
