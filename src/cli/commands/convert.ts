import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { exportFormats } from '../../core/export/index.js';
import { convertRecords, shapes } from '../../core/import/index.js';
import { beginsAsDataset, datasetSuffix } from '../../node/dataset.js';
import { isSameFile } from '../../node/paths.js';
import { nodeHash } from '../../node/ports.js';
import { openSink } from '../../node/sink.js';
import { UsageError } from '../command.js';
import type { Call, Command } from '../command.js';
import { inputFiles } from '../inputFiles.js';
import { InputError } from '../inputError.js';
import { plural, settingsOf } from '../shared.js';
import { stdoutSink } from '../stdoutSink.js';

/** On a terminal so many refused records are named; the rest are counted. */
const refusedShown = 20;

export const command: Command = {
  usage: 'convert IN... --to F',
  about:
    'Turn training files (or folders of them) into another shape. What has no place there is named by its line.',
  paths: [1, Infinity],
  endsItself: true,
  flags: {
    to: {
      type: 'string',
      value: 'F',
      about: `The new shape: ${exportFormats.map(({ id }) => id).join(', ')}.`,
    },
    from: {
      type: 'string',
      value: 'F',
      about: `The old one, where it can't be told: ${shapes.map(({ id }) => id).join(', ')}.`,
    },
    out: { type: 'string', value: 'FILE', about: 'The file to write. Default: stdout.' },
    strings: {
      type: 'boolean',
      about: 'Plain strings in place of message lists, where the format knows both.',
    },
  },
  settings: ['exportSystemMessage'],
  async run(call) {
    const { flags, terminal, folder, signal } = call;
    const [to, out] = [flags.text('to'), flags.text('out')];
    if (to === undefined) throw new UsageError('Say --to FORMAT.');
    if (out === undefined && terminal.json) throw new UsageError('--json has stdout: say --out FILE.');
    const { settings } = await settingsOf(call);
    const options = {
      to,
      from: flags.text('from'),
      out: out === undefined ? 'stdout' : resolve(folder, out),
      strings: flags.has('strings'),
      system: settings.exportSystemMessage,
      signal,
    };
    await checkInputs(call);
    if (out !== undefined) await checkOut(call, options.out, out);
    const open = out === undefined ? stdoutSink(terminal) : openSink;
    const converted = await convertRecords(await inputFiles(call, call.paths), options, open, nodeHash);
    if (!converted.ok) {
      if (converted.error.code === 'cancelled') return 130;
      throw new InputError(converted.error);
    }
    const { value: report } = converted;
    terminal.event({ type: 'converted', ...report });
    if (!terminal.json) {
      for (const { file, line, reason } of report.refused.slice(0, refusedShown))
        terminal.say(`${file}:${line}: ${reason}`);
      const more = report.refused.length - refusedShown;
      if (more > 0) terminal.say(`and ${plural(more, 'more record')} left out (--json lists all)`);
      for (const { message, count } of report.losses)
        terminal.say(`${plural(count, 'record')} went out ${message}`);
      const what = `${plural(report.out, 'record')} of ${report.in} (${report.from.join(', ')} to ${to})`;
      if (out === undefined) terminal.say(what);
      else terminal.print(`${out}: ${what}`);
    }
    return report.refused.length > 0 ? 1 : 0;
  },
};

/** A dataset is no training file. */
async function checkInputs({ folder, paths }: Call): Promise<void> {
  for (const name of paths) {
    if (await beginsAsDataset(resolve(folder, name))) {
      throw new UsageError(`${name} is a dataset. Write training files of it with: pairsmith export ${name}`);
    }
  }
}

/** Nothing that is of worth is written over: not the input, not a dataset. */
async function checkOut({ folder, paths }: Call, path: string, out: string): Promise<void> {
  const stats = await stat(path).catch(() => undefined); // mostly a new file
  if (stats?.isDirectory()) throw new UsageError(`--out ${out} is a folder. Name a file in it.`);
  if (path.endsWith(datasetSuffix) || (await beginsAsDataset(path))) {
    throw new UsageError(`--out ${out} is a dataset, and would be lost. Name another file.`);
  }
  for (const name of paths) {
    if (await isSameFile(resolve(folder, name), path))
      throw new UsageError(`--out ${out} is the input, and would be lost. Name another file.`);
  }
}
