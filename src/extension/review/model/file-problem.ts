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

/** Translates a text; `{0}` and on stand for the values. VS Code's `l10n.t` is one of these. */
export type Translate = (text: string, ...values: (string | number)[]) => string;

/** What to say of lines that could not be read; undefined where there are none. */
export function damageOf(report: ReadReport, t: Translate): FileProblem | undefined {
  if (report.badCount === 0) return undefined;
  const lines = report.bad.map((line) => line.number);
  const named = lines.slice(0, numbersNamed).join(', ');
  const more = report.badCount - Math.min(lines.length, numbersNamed);
  const where = more > 0 ? t('{0} and {1} more', named, more) : named;
  const conflict = report.bad.some((line) => line.problem.code === 'conflict');
  return {
    code: 'damaged',
    message: conflict
      ? t(
          'Merge conflict markers are in the file: lines {0}. Open it as text, keep the lines of both sides and delete the markers.',
          where,
        )
      : t('Lines that can’t be read are left out: {0}. Tidy puts them into a file beside it.', where),
    blocks: false,
    actions: conflict ? ['openText'] : ['openText', 'tidy'],
    lines,
  };
}
