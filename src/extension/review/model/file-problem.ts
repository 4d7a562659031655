import type { ReadReport } from '../../../core/dataset/journal.js';
import type { Problem } from '../../../core/outcome.js';
import type { PageCommand } from '../../../protocol.js';

/**
 * What is wrong with a dataset's file. missing: there was none when it was opened. gone: it was deleted since.
 * replaced: another file took its place, and was read anew. damaged: some lines can't be read. foreign: what is there
 * now is no dataset. newer: a newer Pairsmith wrote it. The others are the system's.
 */
export interface FileProblem extends Problem<
  | 'missing'
  | 'gone'
  | 'replaced'
  | 'damaged'
  | 'foreign'
  | 'newer'
  | 'read-only'
  | 'locked'
  | 'disk-full'
  | 'io'
  | 'no-dataset'
> {
  /** Nothing can be written now. */
  readonly blocks: boolean;
  /** What a person can do about it. */
  readonly actions: readonly PageCommand[];
  /** Of lines that can't be read, from 1: the first ones. */
  readonly lines?: readonly number[] | undefined;
}

/** So many line numbers are named. */
const numbersNamed = 5;

/** What to say of lines that could not be read; undefined where there are none. */
export function damageOf(report: ReadReport): FileProblem | undefined {
  if (report.badCount === 0) return undefined;
  const lines = report.bad.map((line) => line.number);
  const conflict = report.bad.some((line) => line.problem.code === 'conflict');
  const what = conflict
    ? 'has merge conflict markers. Open it as text, keep the lines of both sides and delete the markers'
    : 'has lines that can’t be read, and are left out. Tidy keeps them in a file beside it';
  return {
    code: 'damaged',
    message: `The file ${what}: ${numbersIn(lines, report.badCount)}.`,
    blocks: false,
    actions: conflict ? ['openText'] : ['openText', 'tidy'],
    lines,
  };
}

function numbersIn(lines: readonly number[], count: number): string {
  const named = lines.slice(0, numbersNamed).join(', ');
  const more = count - Math.min(lines.length, numbersNamed);
  return `${count === 1 ? 'line' : 'lines'} ${named}${more > 0 ? ` and ${more} more` : ''}`;
}
