import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { readLines } from '../../core/import/bytes.js';
import type { RawRecord } from '../../core/import/bytes.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { fail } from '../../core/outcome.js';
import { groundLine } from '../../core/quality/index.js';
import { systemReason } from '../../core/system-reason.js';
import type { Command } from '../command.js';
import { InputError } from '../inputError.js';
import { plural } from '../shared.js';
import { tellProblem } from '../tell.js';

export const command: Command = {
  usage: 'ground FILE',
  about:
    'Check answers of any origin against their source. In: JSON lines {id, source, question?, answer}; - is stdin. ' +
    'Out: JSON lines {id, verdict, supported, score, reasons, unsupported, evidence}, offsets in UTF-16 units.',
  paths: [1, 1],
  endsItself: true,
  flags: {},
  settings: [],
  async run({ paths, folder, terminal, signal }) {
    const [file = ''] = paths;
    const input = file === '-' ? process.stdin : createReadStream(resolve(folder, file));
    signal.addEventListener('abort', () => input.destroy());
    let good = 0;
    let bad = 0;
    for await (const record of readLines(bytesOf(input, file, signal))) {
      if (signal.aborted) break;
      if ('text' in record && record.text.trim() === '') continue;
      const grounded = check(record);
      if (grounded.ok) {
        good++;
        terminal.record(grounded.value);
        await terminal.drained();
        continue;
      }
      bad++;
      const { code, message } = grounded.error;
      tellProblem(terminal, { code, message: `${file}:${record.line}: ${message}` });
    }
    if (bad > 0) terminal.say(`${plural(bad, 'line')} left out.`);
    if (signal.aborted) return 130;
    return bad === 0 ? 0 : good > 0 ? 1 : 2;
  },
};

/** The stream's bytes, to its end or until the signal destroys it. */
async function* bytesOf(
  input: NodeJS.ReadableStream,
  name: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of input) yield chunk as unknown as Uint8Array;
  } catch (error) {
    if (signal.aborted) return;
    throw new InputError({ code: 'unreadable', message: `Could not read ${name}: ${systemReason(error)}.` });
  }
}

function check(record: RawRecord): Outcome<unknown, Problem> {
  if ('refused' in record) return fail({ code: 'bad-line', message: record.refused });
  return groundLine(parse(record.text));
}

/** What is no JSON has no shape either: `groundLine` says so. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
