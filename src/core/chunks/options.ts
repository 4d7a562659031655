import { fail, ok, type Outcome, type Problem } from '../outcome.js';

/** Counts the tokens of a text. */
export type Measure = (text: string) => number;

export interface ChunkOptions {
  /** The most that a chunk may hold, in `unit`s. */
  readonly size: number;
  /** How much of the end of one chunk may stand at the start of the next, in `unit`s. */
  readonly overlap: number;
  /** UTF-16 code units, or the tokens of o200k_base. */
  readonly unit: 'characters' | 'tokens';
  /** What counts the tokens (see `loadMeasure`). Needed where `unit` is `tokens`, unused elsewhere. */
  readonly measure?: Measure | undefined;
}

/** A chunk is `text.slice(start, end)`, in UTF-16 code units. It neither starts nor ends with blank space. */
export interface ChunkSpan {
  readonly start: number;
  readonly end: number;
  /** The headings that hold for all of the chunk, outermost first. */
  readonly heading: readonly string[];
}

export const defaultChunkOptions: ChunkOptions = { size: 1000, overlap: 200, unit: 'characters' };

/** Raised whenever the same text and options would give other chunks. */
export const chunkerVersion = 1;

/** A code point takes up to two UTF-16 code units, and up to four tokens. */
const leastSize = { characters: 2, tokens: 4 } as const;

/** The options if they can be used, else what is wrong with them. */
export function checkChunkOptions(options: ChunkOptions): Outcome<ChunkOptions, Problem<'chunk-options'>> {
  const { size, overlap, unit } = options;
  const least = leastSize[unit];
  const wrong = (message: string) => fail({ code: 'chunk-options' as const, message });
  if (!Number.isInteger(size) || size < least) {
    return wrong(`The chunk size must be a whole number of at least ${least} ${unit}, not ${size}.`);
  }
  if (!Number.isInteger(overlap) || overlap < 0) {
    return wrong(`The overlap must be a whole number of ${unit} from 0 up, not ${overlap}.`);
  }
  if (overlap >= size) {
    return wrong(`The overlap (${overlap}) must be smaller than the chunk size (${size}).`);
  }
  return ok(options);
}
