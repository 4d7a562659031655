import { resolve } from 'node:path';
import type { Dataset } from '../core/dataset/dataset.js';
import type { Problem } from '../core/outcome.js';
import { openDataset } from '../node/dataset.js';
import { hasCode } from '../node/lock.js';
import { stat } from 'node:fs/promises';
import { UsageError } from './command.js';
import type { Call } from './command.js';
import { loadSettings } from './settings.js';
import type { CallSettings } from './settings.js';
import type { Terminal } from './terminal.js';

/** Ends the command with code 2 and this message. */
export class InputError extends Error {}

/** The settings of a call; a wrong one ends the command. */
export async function settingsOf(call: Call): Promise<CallSettings> {
  const loaded = await loadSettings(call);
  if (!loaded.ok) throw new UsageError(loaded.error.message);
  return loaded.value;
}

/** Opens a dataset that is there, and says what of it could not be read. */
export async function openExisting(call: Call, file: string): Promise<Dataset> {
  const path = resolve(call.folder, file);
  await stat(path).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT'))
      throw new InputError(
        `There is no dataset ${file}. Make one with: pairsmith generate PATH --dataset ${file}`,
      );
    throw error;
  });
  return openAny(call, path);
}

/** Opens a dataset, a new one where there is none. */
export async function openAny(call: Call, path: string): Promise<Dataset> {
  const opened = await openDataset(path);
  if (!opened.ok) throw new InputError(opened.error.message);
  tellBadLines(opened.value, call.terminal);
  return opened.value;
}

function tellBadLines({ path, report }: Dataset, terminal: Terminal): void {
  const shown = 5;
  for (const { number, problem } of report.bad.slice(0, shown))
    terminal.say(`${path}:${number}: ${problem.message}`);
  const more = report.badCount - shown;
  if (more > 0) terminal.say(`${path}: ${more} more lines could not be read. pairsmith validate lists them.`);
}

/** A problem as an event or a message. */
export function tellProblem(terminal: Terminal, problem: Problem): void {
  if (terminal.json) terminal.event({ type: 'problem', problem });
  else terminal.say(problem.message);
}

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
