import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { InputFile } from '../core/import/index.js';
import { systemReason } from '../node/systemReason.js';
import type { Call } from './command.js';
import { InputError } from './shared.js';
import { tellNotice } from './tell.js';

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

/** The named files, and the files with records in the named folders, by name. Read when their turn comes. */
export async function inputFiles({ folder, terminal }: Call, paths: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  const cannot = (name: string) => (error: unknown) => {
    throw new InputError({ code: 'unreadable', message: `Could not read ${name}: ${systemReason(error)}.` });
  };
  for (const name of paths) {
    const path = resolve(folder, name);
    const stats = await stat(path).catch(cannot(name));
    if (!stats.isDirectory()) {
      files.push(inputFile(path, name));
      continue;
    }
    const entries = (await readdir(path).catch(cannot(name)))
      .filter((entry) => recordFile.test(entry) && !noRecords.test(entry))
      .sort();
    const inside = entries.filter((entry) => !isTwin(entry, entries));
    if (inside.length === 0) {
      throw new InputError({
        code: 'unreadable',
        message: `${name} holds no .json, .jsonl, .csv or .tsv file.`,
      });
    }
    for (const entry of entries.filter((one) => !inside.includes(one))) {
      tellNotice(terminal, 'twin', `${name}: ${entry} is left out, as its pairs stand in _qa.json files.`);
    }
    const base = name.replace(/(?<=.)[\\/]+$/, '');
    files.push(...inside.map((entry) => inputFile(join(path, entry), `${base}/${entry}`)));
  }
  return files;
}

const inputFile = (path: string, name: string): InputFile => ({
  name,
  async *open() {
    try {
      yield* createReadStream(path) as AsyncIterable<Uint8Array>;
    } catch (error) {
      throw new InputError({
        code: 'unreadable',
        message: `Could not read ${name}: ${systemReason(error)}.`,
      });
    }
  },
});
