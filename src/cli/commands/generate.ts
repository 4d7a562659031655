import { resolve } from 'node:path';
import type { Dataset } from '../../core/dataset/dataset.js';
import { generate, plan } from '../../core/generate.js';
import type { Plan } from '../../core/generate.js';
import { nodeClock, environmentSecrets } from '../../node/ports.js';
import { documentsIn } from '../../node/inputs.js';
import { isGoneFrom, prepare } from '../../node/prepare.js';
import type { Skipped } from '../../node/walk.js';
import { UsageError } from '../command.js';
import type { Call, Command, ExitCode, Flags } from '../command.js';
import { planLines } from '../planLines.js';
import { RunProgress } from '../progress.js';
import { openAny, settingsOf, tellProblem } from '../shared.js';
import { app } from '../version.js';

const existing = ['keep', 'add', 'replace'] as const;
const retries = ['transient', 'all', 'none'] as const;

export const command: Command = {
  usage: 'generate PATH...',
  about: 'Make pairs from documents: files, or folders with all that is in them.',
  paths: [1, Infinity],
  flags: {
    'dry-run': { type: 'boolean', about: 'Say what would be done, and do nothing.' },
    limit: { type: 'string', value: 'N', about: 'At most N new results.' },
    'first-chunks': { type: 'string', value: 'N', about: 'Only the first N chunks.' },
    'per-document': { type: 'string', value: 'N', about: 'Only the first N chunks of each document.' },
    sample: { type: 'string', value: 'N', about: 'Only N chunks, drawn by --seed.' },
    existing: {
      type: 'string',
      value: existing.join('|'),
      about: 'Chunks that another model or other settings have done: keep (default), add to or replace.',
    },
    retry: {
      type: 'string',
      value: retries.join('|'),
      about: 'Failed chunks to ask again: those that may go through now (default), all, none.',
    },
  },
  settings: [
    'dataset',
    'exclude',
    'provider',
    'model',
    'baseUrl',
    'pairsPerChunk',
    'questionTypes',
    'language',
    'systemMessage',
    'extraInstructions',
    'promptFile',
    'chunkSize',
    'overlap',
    'chunkUnit',
    'concurrency',
    'retries',
    'timeout',
    'temperature',
    'topP',
    'topK',
    'maxTokens',
    'repeatPenalty',
    'numPredict',
    'stop',
    'seed',
    'keepAlive',
  ],
  async run(call) {
    const { plan: planned, prepared } = await makePlan(call);
    tellPlan(call, planned);
    if (call.flags.has('dry-run') || call.signal.aborted) return call.signal.aborted ? 130 : 0;
    return runPlan(call, planned, prepared);
  },
};

/** Reads settings and documents, and plans what the flags ask for. */
export async function makePlan(call: Call) {
  const { flags, folder, paths, terminal } = call;
  const { settings, environment } = await settingsOf(call);
  const prepared = await prepare(settings, environmentSecrets(environment), folder);
  if (!prepared.ok) throw new UsageError(prepared.error.message);
  const dataset = await openAny(call, resolve(folder, settings.dataset));
  const documents = documentsIn(
    paths.map((path) => resolve(folder, path)),
    { dataset: dataset.path, exclude: settings.exclude, onSkip: (skipped) => tellSkipped(call, skipped) },
  );
  const planned = await plan({
    ...prepared.value.request,
    dataset,
    documents,
    limits: {
      results: flags.whole('limit', 1),
      firstChunks: flags.whole('first-chunks', 1),
      perDocument: flags.whole('per-document', 1),
      sample: flags.whole('sample', 1),
    },
    existing: oneOf(flags, 'existing', existing),
    retry: oneOf(flags, 'retry', retries),
    isGone: isGoneFrom(dataset),
  });
  for (const { problem } of planned.unreadable) tellProblem(terminal, problem);
  return { plan: planned, prepared: prepared.value, dataset };
}

export function tellPlan<S>({ terminal }: Call, planned: Plan<S>): void {
  const { counts, stale, gone } = planned;
  terminal.event({ type: 'plan', counts, stale, gone: gone.map(({ path }) => path) });
  if (!terminal.json) for (const line of planLines(planned)) terminal.say(line);
}

/** Does what was planned, and shows it. */
export async function runPlan<S>(
  { terminal, signal }: Call,
  planned: Plan<S>,
  prepared: { readonly provider: Parameters<typeof generate>[1]['provider']; readonly concurrency: number },
): Promise<ExitCode> {
  const { dataset } = planned.request;
  const progress = new RunProgress(terminal);
  const unreadable = planned.unreadable.length > 0;
  let code: ExitCode = unreadable ? 1 : 0;
  for await (const event of generate(planned, { ...prepared, clock: nodeClock, app, signal })) {
    progress.show(event);
    await terminal.drained();
    if (event.type !== 'end') continue;
    const { how, summary } = event;
    if (how === 'cancelled') code = 130;
    else if (how === 'stopped' || summary.failed > 0 || summary.notReached > 0) code = 1;
    if (!terminal.json) tellNext(terminal.say.bind(terminal), dataset, how);
  }
  await dataset.close();
  return unreadable && planned.documents.length === 0 ? 2 : code;
}

function tellNext(
  say: (line: string) => void,
  { path }: Dataset,
  how: 'all' | 'cancelled' | 'stopped',
): void {
  say(`dataset: ${path}`);
  if (how !== 'all') say('What is done is kept. Run the same command again to go on with the rest.');
}

function tellSkipped({ terminal }: Call, skipped: Skipped): void {
  const { reason, name, message } = skipped;
  terminal.event({ type: 'skipped', path: name, reason, message });
  if (!terminal.json) terminal.say(message);
}

function oneOf<T extends string>(flags: Flags, name: string, values: readonly T[]): T | undefined {
  const text = flags.text(name);
  const value = values.find((one) => one === text);
  if (text !== undefined && value === undefined)
    throw new UsageError(`--${name} must be one of ${values.join(', ')}, not ${text}.`);
  return value;
}
