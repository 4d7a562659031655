/** A place as an editor counts: both from 0, the column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Leads offsets in a document's text (UTF-16) back to where it came from. An offset outside the text is taken as
 * its nearest end, a column past its line's end as that end.
 */
export interface TextMap {
  position(offset: number): Position;
  offsetAt(position: Position): number;
  /** The offset in the decoded text as it was, with its own line ends and without BOM. */
  toSource(offset: number): number;
  /** Back from there. The middle of a `\r\n` counts as its start. */
  fromSource(offset: number): number;
}

/**
 * `dropped` has, in rising order, the offsets in `text` of the line feeds that were `\r\n`. It is empty where there
 * were none; the starts of lines are found when they are first asked for.
 */
export function makeTextMap(text: string, dropped: Uint32Array): TextMap {
  let lines: Uint32Array | undefined;
  const lineStarts = () => (lines ??= findLines(text));
  const clamp = (offset: number) => Math.min(Math.max(Math.trunc(offset), 0), text.length);

  return {
    position(offset) {
      const at = clamp(offset);
      const line = countUpTo(lineStarts(), at) - 1;
      return { line, column: at - (lineStarts()[line] ?? 0) };
    },
    offsetAt({ line, column }) {
      if (line < 0) return 0;
      const start = lineStarts()[line];
      if (start === undefined) return text.length;
      const next = lineStarts()[line + 1];
      const end = next === undefined ? text.length : next - 1;
      return Math.min(start + Math.max(column, 0), end);
    },
    toSource(offset) {
      const at = clamp(offset);
      return at + countUpTo(dropped, at - 1);
    },
    fromSource(offset) {
      // The number of \r\n that end at or before `offset`: the first k whose own place in the source is past it.
      let low = 0;
      let high = dropped.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        // Line feed number `middle` stands in the source after its own \r and those before it.
        if ((dropped[middle] ?? 0) + middle + 1 <= offset) low = middle + 1;
        else high = middle;
      }
      return clamp(offset - low);
    },
  };
}

/** How many of the rising `values` are at most `most`. */
function countUpTo(values: Uint32Array, most: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

function findLines(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  const lines = new Uint32Array(count);
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines[line++] = at + 1;
  return lines;
}
