import type { Range } from './ranges.js';

/** A quote with a little of what stands around it; cut at words, never within a surrogate pair. */
export interface Quoted {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
  /** Whether the text goes on beyond what is given. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** UTF-16 units of context on each side. */
const around = 120;

export function quoteIn(text: string, [start, end]: Range): Quoted {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  let left = Math.max(0, from - around);
  if (left > 0) {
    const space = text.slice(left, from).search(/\s/);
    left = space < 0 ? from : left + space + 1;
  }
  let right = Math.min(text.length, to + around);
  if (right < text.length) {
    const tail = text.slice(to, right);
    const space = Math.max(tail.lastIndexOf(' '), tail.lastIndexOf('\n'));
    right = space < 0 ? to : to + space;
  }
  return {
    before: text.slice(left, from),
    quote: text.slice(from, to),
    after: text.slice(to, right),
    cutBefore: text.slice(0, left).trim() !== '',
    cutAfter: text.slice(right).trim() !== '',
  };
}

/** The first `most` UTF-16 units of a text, or all of it where it is not longer; a surrogate pair stays whole. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
