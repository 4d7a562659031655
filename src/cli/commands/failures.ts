import type { Dataset } from '../../core/dataset/dataset.js';
import type { ResultInfo } from '../../core/dataset/view.js';
import type { Call, Command } from '../command.js';
import { codeFlag, failedResults, noneFailed } from '../failed.js';
import { openExisting, plural, shownPath } from '../shared.js';

/** So many failures of a reason are named; the rest is counted. */
const shown = 5;

export const command: Command = {
  usage: 'failures FILE',
  about: 'Say which chunks of a dataset failed, by reason. With --json each has the reply as it came.',
  paths: [1, 1],
  flags: {
    code: codeFlag,
    all: { type: 'boolean', about: 'Name every chunk, with the start of its reply.' },
  },
  settings: [],
  async run(call) {
    const dataset = await openExisting(call, call.paths[0] as string);
    const failed = failedResults(dataset, call.flags);
    if (call.terminal.json) await tellEvents(call, dataset, failed);
    else await tellGroups(call, dataset, failed);
    await dataset.close();
    return 0;
  },
};

async function tellEvents(call: Call, dataset: Dataset, failed: readonly ResultInfo[]): Promise<void> {
  const placeOf = places(call, dataset);
  for (const { id, inputs, model } of failed) {
    const { failure } = await dataset.result(id);
    const { document, chunk } = placeOf(inputs[0]);
    call.terminal.event({ type: 'failure', result: id, ...failure, model, document, chunk });
    await call.terminal.drained();
  }
}

async function tellGroups(call: Call, dataset: Dataset, failed: readonly ResultInfo[]): Promise<void> {
  const { terminal, flags } = call;
  const placeOf = places(call, dataset);
  if (failed.length === 0) return terminal.print(noneFailed(dataset, flags));
  const groups = new Map<string, ResultInfo[]>();
  for (const result of failed) {
    const code = result.failureCode ?? 'unknown';
    const group = groups.get(code);
    if (group) group.push(result);
    else groups.set(code, [result]);
  }
  for (const [code, results] of [...groups].sort(([, a], [, b]) => b.length - a.length)) {
    terminal.print(`${oneLine(code)}: ${plural(results.length, 'chunk')}`);
    const named = flags.has('all') ? results : results.slice(0, shown);
    for (const { id, inputs } of named) {
      const { failure } = await dataset.result(id);
      const { document, chunk } = placeOf(inputs[0]);
      const place = chunk === 0 ? 'a chunk that it no longer has' : `chunk ${chunk}`;
      terminal.print(`  ${document}, ${place}: ${oneLine(failure?.message ?? '')}`);
      if (flags.has('all') && failure?.reply) terminal.print(`    ${startOf(failure.reply)}`);
    }
    if (results.length > named.length) terminal.print(`  and ${results.length - named.length} more (--all)`);
  }
  terminal.print(`Ask them again with: pairsmith retry ${call.paths[0]}`);
}

/** Tells a chunk's document, and its place there from 1; 0 where the document no longer has it. */
function places({ folder }: Call, dataset: Dataset) {
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (chunk = ''): { document: string; chunk: number } => {
    const document = dataset.document(dataset.chunk(chunk)?.document ?? '');
    if (!document) return { document: chunk, chunk: 0 };
    const order = known.get(document.id) ?? new Map(document.chunks.map(({ id }, place) => [id, place + 1]));
    known.set(document.id, order);
    return { document: shownPath(folder, dataset, document.path), chunk: order.get(chunk) ?? 0 };
  };
}

/** A line that a message brings along must not look like one of ours. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const startOf = (reply: string): string => {
  const line = oneLine(reply.slice(0, 1000));
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
};
