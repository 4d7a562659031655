import { resolve } from 'node:path';
import { exportFormats } from '../../core/export/index.js';
import { convertRecords, shapes } from '../../core/import/index.js';
import { nodeHash } from '../../node/ports.js';
import { openSink } from '../../node/sink.js';
import { UsageError } from '../command.js';
import type { Command } from '../command.js';
import { inputFiles } from '../inputFiles.js';
import { InputError, plural, settingsOf } from '../shared.js';

export const command: Command = {
  usage: 'convert IN... --to F --out FILE',
  about:
    'Turn training files (or folders of them) into another shape. What has no place there is named by its line.',
  paths: [1, Infinity],
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
    out: { type: 'string', value: 'FILE', about: 'The file to write.' },
    strings: {
      type: 'boolean',
      about: 'Plain strings in place of message lists, where the format knows both.',
    },
  },
  settings: ['exportSystemMessage'],
  async run(call) {
    const { flags, terminal, folder, signal } = call;
    const [to, out] = [flags.text('to'), flags.text('out')];
    if (to === undefined || out === undefined) throw new UsageError('Say --to FORMAT and --out FILE.');
    const { settings } = await settingsOf(call);
    const options = {
      to,
      from: flags.text('from'),
      out: resolve(folder, out),
      strings: flags.has('strings'),
      system: settings.exportSystemMessage,
      signal,
    };
    const converted = await convertRecords(await inputFiles(folder, call.paths), options, openSink, nodeHash);
    if (!converted.ok) {
      if (converted.error.code === 'cancelled') return 130;
      throw new InputError(converted.error.message);
    }
    const { value: report } = converted;
    terminal.event({ type: 'converted', ...report });
    if (!terminal.json) {
      for (const { file, line, reason } of report.refused) terminal.say(`${file}:${line}: ${reason}`);
      for (const { message, count } of report.losses) terminal.say(`${count} ${message}`);
      terminal.print(
        `${out}: ${plural(report.out, 'record')} of ${report.in} (${report.from.join(', ')} to ${to})`,
      );
    }
    return report.refused.length > 0 ? 1 : 0;
  },
};
