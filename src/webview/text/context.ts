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

/**
 * Which quotes are shown as one passage: those with so little between them that their surroundings would show the same
 * words again. Indices of `ranges`, in the order of the text.
 */
export function passages(ranges: readonly Range[]): (readonly [number, ...number[]])[] {
  const order = ranges.map((at, i) => ({ at, i })).sort((a, b) => a.at[0] - b.at[0] || a.i - b.i);
  const found: [number, ...number[]][] = [];
  let reached = 0;
  for (const { at, i } of order) {
    const last = found.at(-1);
    if (last && at[0] <= reached + around) last.push(i);
    else found.push([i]);
    reached = Math.max(reached, at[1]);
  }
  return found;
}

export function quoteIn(text: string, [start, end]: Range): Quoted {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  const left = Math.max(0, from - around);
  const right = Math.min(text.length, to + around);
  const before = ending(text.slice(left, from), left > 0);
  const after = beginning(text.slice(to, right), right < text.length);
  return {
    before: before.text,
    quote: text.slice(from, to),
    after: after.text,
    cutBefore: before.cut,
    cutAfter: after.cut,
  };
}

/** The end of what stands before, from where its paragraph or else a whole word begins. */
function ending(text: string, goesOn: boolean): { text: string; cut: boolean } {
  const paragraph = text.lastIndexOf('\n\n');
  if (paragraph >= 0) return { text: text.slice(paragraph + 2), cut: false };
  if (!goesOn) return { text, cut: false };
  const space = text.search(/\s/);
  return { text: space < 0 ? '' : text.slice(space + 1), cut: true };
}

/** The beginning of what stands behind, to where its paragraph or else a whole word ends. */
function beginning(text: string, goesOn: boolean): { text: string; cut: boolean } {
  const paragraph = text.indexOf('\n\n');
  if (paragraph >= 0) return { text: text.slice(0, paragraph), cut: false };
  if (!goesOn) return { text, cut: false };
  const space = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\n'));
  return { text: space < 0 ? '' : text.slice(0, space), cut: true };
}

/** The first `most` UTF-16 units of a text, or all of it where it is not longer; a surrogate pair stays whole. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? most - 1 : most);
}
