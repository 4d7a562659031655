import { resolve } from 'node:path';
import { rechunk } from '../../core/chunks/index.js';
import { readFileAsDocument } from '../../node/inputs.js';
import { nodeHash } from '../../node/ports.js';
import { chunkOptions } from '../../node/prepare.js';
import type { Command } from '../command.js';
import { InputError } from '../inputError.js';
import { settingsOf } from '../shared.js';

export const command: Command = {
  usage: 'chunk FILE',
  about:
    'Show the chunks of a document: id, start and end (UTF-16 offsets in the text that `read` shows), text.',
  paths: [1, 1],
  flags: {},
  settings: ['chunkSize', 'overlap', 'chunkUnit'],
  async run(call) {
    const [file = ''] = call.paths;
    const { settings } = await settingsOf(call);
    const read = await readFileAsDocument(resolve(call.folder, file), file);
    if (!read.ok) throw new InputError(read.error);
    const { text, format } = read.value;
    const naming = { document: nodeHash(file), hash: nodeHash };
    for (const { id, start, end, heading } of rechunk(
      text,
      format,
      await chunkOptions(settings),
      [],
      naming,
    )) {
      const chunk = { id, start, end, heading, text: text.slice(start, end) };
      if (call.terminal.json) call.terminal.event(chunk);
      else {
        call.terminal.print(`--- ${id} ${start}-${end} ${heading.join(' > ')}`);
        call.terminal.printText(chunk.text);
      }
      await call.terminal.drained();
    }
    return 0;
  },
};
