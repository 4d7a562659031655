import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InputFile } from '../core/import/index.js';
import { InputError } from './shared.js';

/** Files that hold records; others in a folder (manifests, notes) are none. */
const recordFile = /\.(jsonl|json|csv|tsv)$/i;
const noRecords = /\.(manifest\.json|provenance\.jsonl)$|(^|[\\/])dataset_info\.json$/i;

/** The named files, and the files with records in the named folders, by name. Read when their turn comes. */
export async function inputFiles(folder: string, paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const name of paths) {
    const path = resolve(folder, name);
    const stats = await stat(path).catch((error: unknown) => {
      throw new InputError(`Could not read ${name}: ${(error as Error).message}.`);
    });
    if (!stats.isDirectory()) {
      files.push(inputFile(path, name));
      continue;
    }
    const inside = (await readdir(path))
      .filter((entry) => recordFile.test(entry) && !noRecords.test(entry))
      .sort();
    if (inside.length === 0) throw new InputError(`${name} holds no .json, .jsonl, .csv or .tsv file.`);
    files.push(...inside.map((entry) => inputFile(join(path, entry), `${name}/${entry}`)));
  }
  return files;
}

const inputFile = (path: string, name: string): InputFile => ({ name, open: () => createReadStream(path) });
