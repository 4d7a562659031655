import type { Range } from '../core/dataset/model.js';

/** A chunk as it is shown in its document; offsets in UTF-16 code units of its text. */
export interface ChunkMark {
  /** From 1. */
  readonly number: number;
  readonly at: Range;
  /** What it shows alone: without what the chunk before holds too. */
  readonly own: Range;
  /** What it repeats of the chunk before; undefined where nothing. */
  readonly overlap: Range | undefined;
  /** Every other chunk is shaded. */
  readonly shaded: boolean;
  /** In UTF-16 code units. */
  readonly size: number;
  readonly heading: readonly string[];
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly heading: readonly string[];
}

/** How chunks, in the order of their document, are told apart in it. */
export function chunkMarks(chunks: readonly Placed[]): ChunkMark[] {
  let reached = 0;
  return chunks.map(({ start, end, heading }, i) => {
    const shared = Math.min(Math.max(reached, start), end);
    reached = Math.max(reached, end);
    return {
      number: i + 1,
      at: [start, end],
      own: [shared, end],
      overlap: shared > start ? [start, shared] : undefined,
      shaded: i % 2 === 1,
      size: end - start,
      heading,
    };
  });
}

/** The chunk at an offset; between two chunks the one before, at an overlap the one that begins there. */
export function chunkAt<T extends Placed>(chunks: readonly T[], offset: number): T | undefined {
  return chunks.findLast(({ start }) => start <= offset) ?? chunks[0];
}
