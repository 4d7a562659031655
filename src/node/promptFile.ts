import { checkTemplate } from '../core/recipes/index.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import { readFile } from 'node:fs/promises';
import { systemReason } from '../core/system-reason.js';

/**
 * Reads a prompt of the user's own and checks its placeholders. A problem names the file and the place in it. Line ends
 * are `\n`: git may have made others of them on one machine, and what was asked there is not to be asked again here.
 */
export async function readPromptFile(path: string): Promise<Outcome<string, Problem>> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)).replaceAll('\r\n', '\n');
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8 text' : systemReason(error);
    return fail({ code: 'prompt', message: `Could not read the prompt file ${path}: ${why}.` });
  }
  const checked = checkTemplate(text);
  return checked.ok ? ok(text) : fail({ code: 'prompt', message: `${path}: ${checked.error.message}` });
}
