import type { Outcome, Problem } from '../outcome.js';
import type { Line } from './lines.js';
import type { LineProblem } from './parse.js';
import type { Place } from './table.js';

/**
 * missing: no such file. replaced: the file is no longer the one that was read (git, a tidy). disk-full, read-only,
 * io: the system said so. locked: somebody else holds the lock and goes on holding it. foreign: a file of something
 * else, which must not be written to. newer: a newer Pairsmith's, which this one would damage.
 */
export type JournalProblem = Problem<
  'missing' | 'replaced' | 'disk-full' | 'read-only' | 'locked' | 'io' | 'foreign' | 'newer'
>;

/** A line that could not be used. It stays in the file, and harms no other. */
export interface BadLine {
  /** Counted from 1. */
  readonly number: number;
  readonly problem: LineProblem;
}

export interface ReadReport {
  /** Lines read so far, good and bad. */
  readonly lines: number;
  /** All that were bad so far; the first 1,000 of them are in `bad`. */
  readonly badCount: number;
  readonly bad: readonly BadLine[];
  /** Bytes after the last newline: a line that is being written, or was cut off. */
  readonly pendingBytes: number;
}

/** A file of lines that is only ever appended to. `src/node/journal.ts` is the one on disk. */
export interface Journal {
  /** For messages. */
  readonly path: string;
  /** Reads the lines that were not read yet, from the start the first time. */
  read(each: (line: Line, at: Place) => void): Promise<Outcome<ReadReport, JournalProblem>>;
  /** Forgets what was read, so that the next `read` starts at the beginning of whatever file is there now. */
  rewind(): void;
  /**
   * Appends lines in one write and syncs them to the disk. Resolves with their places, or with undefined where
   * others have written meanwhile: then `read` gives their lines and these. After a failure nothing of it is in the
   * file.
   */
  append(lines: readonly Line[]): Promise<Outcome<readonly Place[] | undefined, JournalProblem>>;
  /**
   * Puts a file with these lines in the place of this one, in one step: whoever looks sees the old or the new. Resolves
   * with `behind`, and has done nothing, where others have appended what was not read yet. Lines that could not be
   * read, and a line that was cut off, are appended to a file beside it, named in `badLinesIn`.
   */
  rewrite(
    lines: () => AsyncIterable<Line>,
  ): Promise<Outcome<'behind' | { readonly badLinesIn: string | undefined }, JournalProblem>>;
  /** Reads one line again. Rejects if it is no longer there. */
  lineAt(at: Place): Promise<Line>;
  /** Lets go of the file. It is opened again when needed. */
  close(): Promise<void>;
}
