import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { readDocument } from '../core/documents/index.js';
import type { DocumentText } from '../core/documents/index.js';
import type { InputDocument } from '../core/generate.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail } from '../core/outcome.js';
import { systemReason } from '../core/system-reason.js';
import { recordedPath } from './paths.js';
import { walk } from './walk.js';
import type { FoundFile, Skipped } from './walk.js';

export interface InputOptions {
  /** The dataset's file: documents are recorded relative to its folder. */
  readonly dataset: string;
  /** Globs of files to leave out. */
  readonly exclude?: readonly string[] | undefined;
  /** Told of each file or folder that is left out, with the reason. */
  readonly onSkip?: ((skipped: Skipped) => void) | undefined;
}

/** The documents among files and folders, as a plan takes them. They are read when the plan reads them. */
export async function* documentsIn(
  paths: readonly string[],
  options: InputOptions,
): AsyncGenerator<InputDocument> {
  const folder = dirname(resolve(options.dataset));
  for await (const item of walk(paths, { exclude: options.exclude, outputs: [options.dataset] })) {
    if (item.kind === 'skipped') options.onSkip?.(item);
    else yield documentIn(item, folder);
  }
}

/** Reads a file as a document. A file that can't be read is a problem that names it. */
export async function readFileAsDocument(path: string, name = path): Promise<Outcome<DocumentText, Problem>> {
  try {
    return await readDocument(await readFile(path), name);
  } catch (error) {
    return fail({ code: 'unreadable', message: `Could not read ${name}: ${systemReason(error)}.` });
  }
}

const documentIn = ({ path, name, bytes }: FoundFile, folder: string): InputDocument => ({
  path: recordedPath(folder, path),
  bytes,
  read: () => readFileAsDocument(path, name),
});
