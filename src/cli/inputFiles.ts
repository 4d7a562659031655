import type { InputFile } from '../core/import/index.js';
import { recordFiles } from '../node/recordFiles.js';
import type { Call } from './command.js';
import { InputError } from './inputError.js';
import { tellNotice } from './tell.js';

/** The named files, and the files with records in the named folders. One that can't be read ends the command. */
export function inputFiles({ folder, terminal }: Call, paths: readonly string[]): Promise<InputFile[]> {
  return recordFiles(paths, {
    folder,
    refuse: (problem) => new InputError(problem),
    onTwin: (name, entry) =>
      tellNotice(terminal, 'twin', `${name}: ${entry} is left out, as its pairs stand in _qa.json files.`),
  });
}
