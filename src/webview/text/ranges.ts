/** Ranges of a text (half-open, UTF-16): cutting the text along them, and keeping them in place while it is typed. */
export type Range = readonly [start: number, end: number];

export interface Segment {
  readonly text: string;
  /** Index of the first range that covers it; undefined: none does. */
  readonly range?: number;
}

/** The text cut wherever a range begins or ends. Ranges may overlap, be out of order or lie outside the text. */
export function segments(text: string, ranges: readonly Range[]): Segment[] {
  const marks = ranges
    .map(([start, end], index) => ({ start: Math.max(0, start), end: Math.min(end, text.length), index }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || a.index - b.index);
  const cut: Segment[] = [];
  let at = 0;
  for (const { start, end, index } of marks) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) cut.push({ text: text.slice(at, from) });
    cut.push({ text: text.slice(from, end), range: index });
    at = end;
  }
  if (at < text.length || cut.length === 0) cut.push({ text: text.slice(at) });
  return cut;
}

/** Where one changed stretch begins, and how much stays the same behind it. */
export function changedStretch(before: string, after: string): { start: number; tail: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail])
    tail++;
  return { start, tail };
}

/** Ranges of `before` where they stand in `after`; what the typing touched is left out. */
export function shiftRanges(ranges: readonly Range[], before: string, after: string): Range[] {
  if (before === after) return [...ranges];
  const { start, tail } = changedStretch(before, after);
  const shift = after.length - before.length;
  return ranges.flatMap(([from, to]): Range[] => {
    if (to <= start) return [[from, to]];
    return from >= before.length - tail ? [[from + shift, to + shift]] : [];
  });
}
