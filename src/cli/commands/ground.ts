import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { groundLine } from '../../core/quality/index.js';
import type { Command } from '../command.js';
import { InputError, plural } from '../shared.js';

export const command: Command = {
  usage: 'ground FILE',
  about:
    'Check answers of any origin against their source. In: JSON lines {id, source, question?, answer}; - is stdin. ' +
    'Out: JSON lines {id, verdict, supported, score, reasons, unsupported, evidence}, offsets in UTF-16 units.',
  paths: [1, 1],
  flags: {},
  settings: [],
  async run({ paths, folder, terminal, signal }) {
    const [file = ''] = paths;
    const input = file === '-' ? process.stdin : createReadStream(resolve(folder, file));
    let number = 0;
    let bad = 0;
    try {
      for await (const line of createInterface({ input, crlfDelay: Infinity })) {
        if (signal.aborted) return 130;
        number++;
        if (line.trim() === '') continue;
        const grounded = groundLine(parse(line));
        if (grounded.ok) {
          process.stdout.write(`${JSON.stringify(grounded.value)}\n`);
          await terminal.drained();
          continue;
        }
        bad++;
        terminal.say(`${file}:${number}: ${grounded.error.message}`);
      }
    } catch (error) {
      throw new InputError(`Could not read ${file}: ${(error as Error).message}.`);
    }
    if (bad > 0) terminal.say(`${plural(bad, 'line')} left out.`);
    return bad > 0 ? 2 : 0;
  },
};

/** What is no JSON has no shape either: `groundLine` says so. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line.startsWith('\ufeff') ? line.slice(1) : line);
  } catch {
    return undefined;
  }
}
