import { fail, ok, type Outcome, type Problem } from '../outcome.js';
import { systemReason } from '../system-reason.js';

export type WriteProblem = Problem<'cannot-write' | 'disk-full' | 'cancelled' | 'changed'>;

/** What a file sink refused. Made a problem where an export ends; other exceptions are bugs and pass. */
export class CannotWrite extends Error {
  constructor(
    readonly path: string,
    override readonly cause: unknown,
  ) {
    super(`Could not write ${path}`);
  }

  static async guard<T>(path: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      throw new CannotWrite(path, cause);
    }
  }

  toProblem(): WriteProblem {
    const { code } = (this.cause ?? {}) as { code?: unknown };
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return {
        code: 'disk-full',
        message: `The disk is full: ${this.path} was not written, and what was there before is untouched. Make room and export again.`,
      };
    const message = `Could not write ${this.path}: ${systemReason(this.cause)}.`;
    return { code: 'cannot-write', message };
  }
}

/** Thrown to leave a loop whose signal was aborted. */
export class Cancelled extends Error {}

/** Thrown when pairs are no longer what they were when they were chosen. */
export class Changed extends Error {}

/** Runs work that writes files; refusals and cancellation become problems. */
export async function writing<T>(work: () => Promise<T>): Promise<Outcome<T, WriteProblem>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof CannotWrite) return fail(error.toProblem());
    if (error instanceof Cancelled)
      return fail({
        code: 'cancelled',
        message: 'Cancelled. Files that were not finished are as they were before.',
      });
    if (error instanceof Changed)
      return fail({ code: 'changed', message: 'The dataset was changed during the export. Export again.' });
    throw error;
  }
}
