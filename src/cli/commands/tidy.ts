import { stat } from 'node:fs/promises';
import type { Command } from '../command.js';
import { InputError } from '../inputError.js';
import { openExisting } from '../shared.js';

export const command: Command = {
  usage: 'tidy FILE',
  about: 'Write a dataset anew in one step, without replaced results, overtaken edits and old revisions.',
  paths: [1, 1],
  endsItself: true,
  flags: {},
  settings: [],
  async run(call) {
    const dataset = await openExisting(call, call.paths[0] as string);
    const before = (await stat(dataset.path)).size;
    const tidied = await dataset.tidy();
    if (!tidied.ok) throw new InputError(tidied.error);
    const after = (await stat(dataset.path)).size;
    const { badLinesIn } = tidied.value;
    await dataset.close();
    const { terminal } = call;
    terminal.event({ type: 'tidied', before, after, badLinesIn });
    if (terminal.json) return 0;
    terminal.print(`${dataset.path}: ${before} bytes before, ${after} now.`);
    if (badLinesIn !== undefined) terminal.print(`Lines that could not be read are kept in ${badLinesIn}.`);
    return 0;
  },
};
