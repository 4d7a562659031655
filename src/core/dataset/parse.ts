import type { Outcome, Problem } from '../outcome.js';
import { fail, ok } from '../outcome.js';
import { isLine } from './guards.js';
import { lineSchemas } from './lines.js';
import type { Line } from './lines.js';

/** torn: not whole JSON. conflict: git's markers. shape: JSON, but not a line of ours. unknown: a newer kind. */
export type LineProblem = Problem<'torn' | 'conflict' | 'shape' | 'unknown'>;

const conflictMarker = /^(<{7}|={7}|>{7}|\|{7})( |$)/;

/** Reads one line of a dataset, without its newline. It never throws, whatever the line holds. */
export function parseLine(text: string): Outcome<Line, LineProblem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(notJson(text));
  }
  return isLine(value) ? ok(value) : fail(wrongShape(value));
}

/** A line as it stands in the file, with its newline. Throws where it nests deeper than JSON can be written. */
export function formatLine(line: Line): string {
  try {
    return JSON.stringify(line) + '\n';
  } catch (error) {
    // What JSON.parse reads it need not be able to write: nobody but a forger gets there.
    if (!(error instanceof RangeError)) throw error;
    const message = `the ${line.type} line ${line.id} is nested too deep; delete it from the file`;
    throw new Error(message, { cause: error });
  }
}

function notJson(text: string): LineProblem {
  if (conflictMarker.test(text)) {
    return {
      code: 'conflict',
      message: 'A merge conflict marker. Keep the lines of both sides and delete the marker.',
    };
  }
  return { code: 'torn', message: 'Not a whole line of JSON: a write was cut off here, or it was edited.' };
}

function wrongShape(value: unknown): LineProblem {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  if (typeof type !== 'string') return { code: 'shape', message: 'JSON, but no line of a dataset.' };
  if (!Object.hasOwn(lineSchemas, type)) {
    return {
      code: 'unknown',
      message: `A line of a kind that this version does not know: ${excerpt(type)}.`,
    };
  }
  const checked = lineSchemas[type as Line['type']].safeParse(value);
  const issue = checked.success ? undefined : checked.error.issues[0];
  const where = issue?.path.map(String).join('.') ?? '';
  return {
    code: 'shape',
    message: `${/^[aeiou]/.test(type) ? 'An' : 'A'} ${type} line with a wrong ${excerpt(where) || 'shape'}: ${issue?.message ?? 'not as expected'}.`,
  };
}

const excerpt = (text: string): string => (text.length > 60 ? text.slice(0, 60) + '…' : text);
