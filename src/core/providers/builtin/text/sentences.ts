import type { Block } from './blocks.js';
import type { Plain } from './markup.js';

/** A sentence of a block, in the block's plain text. */
export interface Sentence {
  readonly text: string;
  /** The same words as they stand in the source, markup and all. */
  readonly quote: string;
  /** Ends with a full stop, question or exclamation mark. */
  readonly complete: boolean;
  /** Something was left out inside: an image, a template tag. */
  readonly hole: boolean;
  /** Begins with a word of code, which may have a small letter. */
  readonly code: boolean;
  readonly block: number;
  /** Its number within the block. */
  readonly place: number;
}

const ABBREVIATION =
  /(?:^|[\s("'])(?:mr|mrs|ms|dr|prof|sr|jr|st|e\.g|i\.e|eg|ie|cf|vs|no|nos|fig|figs|vol|ch|sec|art|approx|dept|est|inc|ltd|co|corp|gen|col|lt|capt|sgt|rev|hon|gov|sen|rep|pp|p|ca|c|al|ed|eds|u\.s|u\.k|a\.m|p\.m|[a-z])$/i;

/** Longest sentence that is looked at, in UTF-16 units. */
export const MAX_SENTENCE = 700;

/** The source text behind `plain[start, end)`. */
export function quoteOf(source: string, plain: Plain, start: number, end: number): string {
  const from = plain.map[start];
  const last = plain.map[end - 1];
  return from === undefined || last === undefined ? '' : source.slice(from, last + 1);
}

/** Cuts a block into sentences; an end without a mark is a sentence that is not complete. */
export function splitSentences(source: string, block: Block, index: number): Sentence[] {
  const { plain } = block;
  const text = plain.text;
  const found: Sentence[] = [];
  let start = 0;
  const add = (end: number, complete: boolean): void => {
    while (start < end && text[start] === ' ') start++;
    if (end - start >= 2) {
      const quote = quoteOf(source, plain, start, end);
      const hole = plain.holes.some((at) => at >= start && at <= end);
      const code = source[(plain.map[start] ?? 0) - 1] === '`';
      found.push({
        text: text.slice(start, end),
        quote,
        complete,
        hole,
        code,
        block: index,
        place: found.length,
      });
    }
    start = end;
  };
  const ends = /[.!?…]+["'”’)\]]*(?=\s|$)/g;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    const end = match.index + match[0].length;
    const after = text.slice(end, end + 3).trimStart();
    if (match[0].startsWith('.') && end < text.length) {
      if (ABBREVIATION.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
      // "Feb. 3", but "by the end of Feb. Richard will"
      if (
        /(?:^|\s)(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/i.test(
          text.slice(Math.max(0, match.index - 6), match.index),
        ) &&
        /^\s?\d/.test(after)
      )
        continue;
      if (match.index - start < 6 && /^\s*\d+$/.test(text.slice(start, match.index))) continue;
    }
    if (after !== '' && /^[\p{Ll},;:]/u.test(after)) continue;
    add(end, true);
  }
  if (start < text.length) add(text.length, false);
  return found;
}
