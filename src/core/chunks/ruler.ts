import type { ChunkOptions } from './options.js';

/** Lengths in the unit that the chunk size is given in. */
export interface Ruler {
  /** The most that a chunk may hold. */
  readonly size: number;
  readonly overlap: number;
  /** Offsets are lengths already, so that nothing need be counted. */
  readonly exact: boolean;
  /** The length up to which a text, in UTF-16 code units, is sure to fit several times into a chunk. */
  readonly most: number;
  /** The length of `text.slice(start, end)`. */
  length(start: number, end: number): number;
}

/** Blank space longer than this is taken as one token a character, which is never too few. */
const longestGap = 64;

export function makeRuler(text: string, options: ChunkOptions): Ruler {
  const { size, overlap, unit, measure } = options;
  if (unit === 'characters') {
    const most = Math.max(2, Math.floor(size / 8));
    return { size, overlap, exact: true, most, length: (start, end) => end - start };
  }
  if (measure === undefined) throw new TypeError('Chunks in tokens need `measure`; see loadMeasure.');
  // A code unit takes up to three bytes of UTF-8, and a token at least one of them.
  const most = Math.max(1, Math.floor(size / 4));
  return { size, overlap, exact: false, most, length: (start, end) => measure(text.slice(start, end)) };
}

/** The length of blank space between two pieces. */
export function gapLength(ruler: Ruler, start: number, end: number): number {
  return ruler.exact || end - start > longestGap ? end - start : ruler.length(start, end);
}
