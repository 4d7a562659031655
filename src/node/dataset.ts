import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { Dataset } from '../core/dataset/dataset.js';
import type { JournalProblem } from '../core/dataset/journal.js';
import type { Outcome } from '../core/outcome.js';
import { JournalFile } from './journal.js';
import { nodeClock } from './ports.js';

/** What a dataset's file name ends with. */
export const datasetSuffix = '.pairs.jsonl';

export interface OpenOptions {
  /** Who writes; the name of the user where it is left out. */
  readonly by?: string | undefined;
}

/** Opens the dataset in a file. A file that does not exist yet is an empty dataset; the first append makes it. */
export function openDataset(
  path: string,
  options: OpenOptions = {},
): Promise<Outcome<Dataset, JournalProblem>> {
  const file = basename(path);
  return Dataset.open({
    journal: new JournalFile(path),
    clock: nodeClock,
    random: Math.random,
    by: options.by ?? userName(),
    name: file.endsWith(datasetSuffix) ? file.slice(0, -datasetSuffix.length) : file,
  });
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown'; // a container's user need not have a name
  }
}
