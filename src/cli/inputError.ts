import type { Problem } from '../core/outcome.js';

/** Ends the command with code 2 and this problem. */
export class InputError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
