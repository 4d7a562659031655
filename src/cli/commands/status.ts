import type { Dataset } from '../../core/dataset/dataset.js';
import { outcomes, splitNames, statuses, verdicts } from '../../core/dataset/model.js';
import type { Command } from '../command.js';
import { openExisting } from '../shared.js';

export const command: Command = {
  usage: 'status FILE',
  about: 'Say what is in a dataset.',
  paths: [1, 1],
  flags: {},
  settings: [],
  async run(call) {
    const dataset = await openExisting(call, call.paths[0] as string);
    const status = statusOf(dataset);
    call.terminal.event({ type: 'status', ...status });
    if (!call.terminal.json) for (const line of statusLines(status)) call.terminal.print(line);
    await dataset.close();
    return 0;
  },
};

type Counts = Readonly<Record<string, number>>;

/** What is in a dataset, in numbers. */
export function statusOf(dataset: Dataset) {
  const [results, pairs] = [dataset.results(), dataset.pairs()];
  const failed = results.filter((result) => result.outcome === 'failed');
  const models = dataset.runs().map((run) => `${run.provider} ${run.model}`);
  return {
    name: dataset.name,
    file: dataset.path,
    documents: dataset.documents().length,
    chunks: dataset.documents().reduce((sum, document) => sum + document.chunks.length, 0),
    results: count(results, outcomes, (result) => result.outcome),
    failures: count(failed, [], (result) => result.failureCode ?? 'unknown'),
    pairs: pairs.length,
    status: count(pairs, statuses, (pair) => pair.status),
    grounding: count(pairs, verdicts, (pair) => pair.verdict),
    edited: pairs.filter((pair) => pair.edited).length,
    rated: pairs.filter((pair) => pair.rating !== undefined).length,
    groups: count([...dataset.splits().values()], splitNames, (split) => split),
    models: [...new Set(models)],
    replaced: dataset.fold.results.size - results.length,
    editsWithoutPair: dataset.fold.orphans().length,
    unreadableLines: dataset.report.badCount,
  };
}

function statusLines(status: ReturnType<typeof statusOf>): string[] {
  const shown = (counts: Counts) =>
    Object.entries(counts)
      .filter(([, n]) => n > 0)
      .map(([name, n]) => `${n} ${name}`)
      .join(', ');
  const rows: [name: string, value: string][] = [
    ['dataset', status.name],
    ['documents', String(status.documents)],
    ['chunks', String(status.chunks)],
    ['results', shown(status.results) || '0'],
    ['failures', shown(status.failures)],
    ['pairs', String(status.pairs)],
    ['review', shown(status.status)],
    ['grounding', shown(status.grounding)],
    ['edited', status.edited > 0 ? String(status.edited) : ''],
    ['rated', status.rated > 0 ? String(status.rated) : ''],
    ['split groups', shown(status.groups)],
    ['made by', status.models.join(', ')],
    ['replaced results', status.replaced > 0 ? `${status.replaced} (pairsmith tidy removes them)` : ''],
    ['edits without a pair', status.editsWithoutPair > 0 ? String(status.editsWithoutPair) : ''],
    [
      'unreadable lines',
      status.unreadableLines > 0 ? `${status.unreadableLines} (pairsmith validate lists them)` : '',
    ],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.filter(([, value]) => value !== '').map(([name, value]) => `${name.padEnd(width)}  ${value}`);
}

function count<T>(items: readonly T[], names: readonly string[], nameOf: (item: T) => string): Counts {
  const counts = new Map<string, number>(names.map((name) => [name, 0]));
  for (const item of items) counts.set(nameOf(item), (counts.get(nameOf(item)) ?? 0) + 1);
  return Object.fromEntries(counts);
}
