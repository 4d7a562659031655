import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InputFile } from '../core/import/index.js';
import type { Problem } from '../core/outcome.js';
import { systemReason } from '../core/system-reason.js';

/** Files that hold records; others in a folder (manifests, notes) are none. */
const recordFile = /\.(jsonl|json|csv|tsv)$/i;
const noRecords = /\.(manifest\.json|provenance\.jsonl|pairs\.jsonl)$|(^|[\\/])dataset_info\.json$/i;
const qaFile = /_qa\.json$/i;

/** Whether a file of a folder holds the pairs of `_qa.json` files in it once more. */
function isTwin(entry: string, entries: readonly string[]): boolean {
  if (entry === 'training_data.json') return entries.some((other) => qaFile.test(other));
  const [, stem] = /^(.*)_trainingdata\.jsonl$/.exec(entry) ?? [];
  return stem !== undefined && entries.includes(`${stem}_qa.json`);
}

export interface RecordFilesOptions {
  /** What relative paths are relative to. */
  readonly folder: string;
  /** What to throw for a file or folder that can't be read, now or when its turn comes. */
  refuse(problem: Problem): Error;
  /** Told of each file of a folder that is left out, as its pairs stand in other files of it. */
  onTwin?(folder: string, entry: string): void;
}

/** The named files, and the files with records in the named folders, by name. Read when their turn comes. */
export async function recordFiles(
  paths: readonly string[],
  options: RecordFilesOptions,
): Promise<InputFile[]> {
  const files: InputFile[] = [];
  const cannot = (name: string) => (error: unknown) => {
    throw options.refuse(unreadable(`Could not read ${name}: ${systemReason(error)}.`));
  };
  for (const name of paths) {
    const path = resolve(options.folder, name);
    const stats = await stat(path).catch(cannot(name));
    if (!stats.isDirectory()) {
      files.push(inputFile(path, name, cannot(name)));
      continue;
    }
    const entries = (await readdir(path).catch(cannot(name)))
      .filter((entry) => recordFile.test(entry) && !noRecords.test(entry))
      .sort();
    const inside = entries.filter((entry) => !isTwin(entry, entries));
    if (inside.length === 0) {
      throw options.refuse(unreadable(`${name} holds no .json, .jsonl, .csv or .tsv file.`));
    }
    for (const entry of entries.filter((one) => !inside.includes(one))) options.onTwin?.(name, entry);
    const base = name.replace(/(?<=.)[\\/]+$/, '');
    for (const entry of inside) {
      const shown = `${base}/${entry}`;
      files.push(inputFile(join(path, entry), shown, cannot(shown)));
    }
  }
  return files;
}

const unreadable = (message: string): Problem => ({ code: 'unreadable', message });

const inputFile = (path: string, name: string, cannot: (error: unknown) => never): InputFile => ({
  name,
  async *open() {
    try {
      yield* createReadStream(path) as AsyncIterable<Uint8Array>;
    } catch (error) {
      cannot(error);
    }
  },
});
