import { open, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { Dataset } from '../core/dataset/dataset.js';
import type { JournalProblem } from '../core/dataset/journal.js';
import type { Outcome } from '../core/outcome.js';
import { fail } from '../core/outcome.js';
import { JournalFile } from './journal.js';
import { nodeClock } from './ports.js';

/** What a dataset's file name ends with. */
export const datasetSuffix = '.pairs.jsonl';

/** What stands in the first line of a dataset; a text that holds it would have its quotes escaped. */
const mark = '"type":"dataset"';
/** The mark stands within so many bytes. */
const headerLength = 512;

export interface OpenOptions {
  /** Who writes; the name of the user where it is left out. */
  readonly by?: string | undefined;
}

/**
 * Opens the dataset in a file. A file that does not exist yet is an empty dataset; the first append makes it. A file
 * in which nothing is a dataset's is refused: it belongs to something else, and must not be written to.
 */
export async function openDataset(
  path: string,
  options: OpenOptions = {},
): Promise<Outcome<Dataset, JournalProblem>> {
  const other = await otherThanFile(path);
  if (other) return foreign(path, other);
  const file = basename(path);
  const opened = await Dataset.open({
    journal: new JournalFile(path),
    clock: nodeClock,
    random: Math.random,
    by: options.by ?? userName(),
    name: file.endsWith(datasetSuffix) ? file.slice(0, -datasetSuffix.length) : file,
  });
  if (!opened.ok || opened.value.fold.largestId !== '') return opened;
  const { badCount, pendingBytes } = opened.value.report;
  // One that was cut off while its first line was written is ours all the same.
  if ((badCount === 0 && pendingBytes === 0) || (await beginsAsDataset(path))) return opened;
  await opened.value.close();
  return foreign(path, 'none of its lines are a dataset’s');
}

/** Whether a file begins as datasets do, or was cut off while it was to. False where it can't be read, or is empty. */
export async function beginsAsDataset(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => undefined);
  try {
    const read = await file?.read(Buffer.alloc(headerLength), 0, headerLength, 0);
    const [line = '', rest] = (read?.buffer.toString('latin1', 0, read.bytesRead) ?? '').split('\n', 2);
    return line.includes(mark) || (line !== '' && rest === undefined && `{${mark}`.startsWith(line));
  } catch {
    return false; // a folder, say
  } finally {
    await file?.close();
  }
}

async function otherThanFile(path: string): Promise<string | undefined> {
  const stats = await stat(path).catch(() => undefined); // what can't be looked at, reading it tells
  if (!stats || stats.isFile()) return undefined;
  return stats.isDirectory() ? 'it is a folder' : 'it is a device or a pipe';
}

const foreign = (path: string, why: string): Outcome<never, JournalProblem> =>
  fail({ code: 'foreign', message: `${path} is no dataset: ${why}. Name another file.` });

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown'; // a container's user need not have a name
  }
}
