import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Dataset } from '../core/dataset/dataset.js';
import { openDataset } from '../node/dataset.js';
import { hasCode } from '../node/lock.js';
import { isUri, recordedPath } from '../node/paths.js';
import { systemReason } from '../core/system-reason.js';
import type { Call } from './command.js';
import { InputError } from './inputError.js';
import { loadSettings } from './settings.js';
import type { CallSettings } from './settings.js';
import { tellNotice } from './tell.js';
import type { Terminal } from './terminal.js';

/** The settings of a call; a wrong one ends the command. */
export async function settingsOf(call: Call): Promise<CallSettings> {
  const loaded = await loadSettings(call);
  if (!loaded.ok) throw new InputError(loaded.error);
  return loaded.value;
}

/** Opens a dataset that is there, and says what of it could not be read, unless the caller does. */
export async function openExisting(call: Call, file: string, tell = true): Promise<Dataset> {
  const path = resolve(call.folder, file);
  await stat(path).catch((error: unknown) => {
    const message = hasCode(error, 'ENOENT')
      ? `There is no dataset ${file}. Make one with: pairsmith generate PATH --dataset ${file}`
      : `Could not read ${file}: ${systemReason(error)}.`;
    throw new InputError({ code: 'unreadable', message });
  });
  return openAny(call, path, tell);
}

/** Opens a dataset, a new one where there is none. */
export async function openAny(call: Call, path: string, tell = true): Promise<Dataset> {
  const opened = await openDataset(path);
  if (!opened.ok) throw new InputError(opened.error);
  if (tell) tellBadLines(opened.value, call.terminal);
  return opened.value;
}

/** On a terminal so many bad lines are named; the rest are counted. */
const badLinesShown = 5;

function tellBadLines({ path, report }: Dataset, terminal: Terminal): void {
  const shown = terminal.json ? report.bad : report.bad.slice(0, badLinesShown);
  for (const { number, problem } of shown) {
    tellNotice(terminal, problem.code, `${path}:${number}: ${problem.message}`, { file: path, line: number });
  }
  const more = report.badCount - shown.length;
  if (more > 0) {
    tellNotice(
      terminal,
      'more',
      `${path}: ${more} more lines could not be read. pairsmith validate lists them.`,
    );
  }
}

/** A document's path as the user would write it here; a dataset records it relative to its own folder. */
export const shownPath = (folder: string, dataset: Dataset, path: string): string =>
  isUri(path) ? path : recordedPath(folder, resolve(dirname(dataset.path), path));

export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
