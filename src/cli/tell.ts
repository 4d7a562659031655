import type { Problem } from '../core/outcome.js';
import type { Terminal } from './terminal.js';

/** A problem as an event or a message. */
export function tellProblem(terminal: Terminal, problem: Problem): void {
  if (terminal.json) terminal.event({ type: 'problem', problem });
  else terminal.say(problem.message);
}

/** Something to know that stops nothing, as an event or a message. */
export function tellNotice(
  terminal: Terminal,
  code: string,
  message: string,
  place: { readonly file?: string; readonly line?: number } = {},
): void {
  if (terminal.json) terminal.event({ type: 'notice', code, message, ...place });
  else terminal.say(message);
}
