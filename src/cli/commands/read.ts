import { resolve } from 'node:path';
import { readFileAsDocument } from '../../node/inputs.js';
import type { Command } from '../command.js';
import { InputError } from '../inputError.js';

export const command: Command = {
  usage: 'read FILE',
  about: 'Show the text of a document as Pairsmith reads it: offsets and ids refer to this text.',
  paths: [1, 1],
  flags: {},
  settings: [],
  async run({ paths, folder, terminal }) {
    const [file = ''] = paths;
    const read = await readFileAsDocument(resolve(folder, file), file);
    if (!read.ok) throw new InputError(read.error);
    const { text, format, mediaType, encoding } = read.value;
    // Not `print`: the text goes out as it is, to the letter.
    if (terminal.json) terminal.event({ type: 'document', path: file, format, mediaType, encoding, text });
    else process.stdout.write(text);
    return 0;
  },
};
