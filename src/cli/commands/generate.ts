import { resolve } from 'node:path';
import type { Dataset } from '../../core/dataset/dataset.js';
import type { ChunkId, ResultId } from '../../core/dataset/model.js';
import { generate, plan } from '../../core/generate.js';
import type { Plan, RunSummary } from '../../core/generate.js';
import type { QaSettings } from '../../core/recipes/index.js';
import type { Problem } from '../../core/outcome.js';
import { dollars } from '../../core/spend/cost.js';
import { forecast, isForeseeable, type Forecast } from '../../core/spend/forecast.js';
import { loadMeasure } from '../../core/tokens.js';
import { keepHeapSmall } from '../../node/heap.js';
import { steadyClock, environmentSecrets } from '../../node/ports.js';
import { documentsIn } from '../../node/inputs.js';
import { cacheFolder } from '../../node/cacheFolder.js';
import { serverMemory } from '../../node/serverMemory.js';
import { isGoneFrom } from '../../node/paths.js';
import { prepare } from '../../node/prepare.js';
import type { Prepared } from '../../node/prepare.js';
import type { Skipped } from '../../node/walk.js';
import { UsageError } from '../command.js';
import type { Call, Command, ExitCode, Flags } from '../command.js';
import { forecastCheck, forecastLines } from '../forecastLines.js';
import { planLines } from '../planLines.js';
import { RunProgress, without } from '../progress.js';
import { InputError } from '../inputError.js';
import { openAny, settingsOf, shownPath } from '../shared.js';
import { SkippedFiles } from '../skipped.js';
import { tellNotice, tellProblem } from '../tell.js';
import type { Terminal } from '../terminal.js';
import { app } from '../version.js';

const existing = ['keep', 'add', 'replace'] as const;
const retries = ['transient', 'all', 'none'] as const;

export const command: Command = {
  usage: 'generate PATH...',
  about: 'Make pairs from documents: files, or folders with all that is in them.',
  paths: [1, Infinity],
  endsItself: true,
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
    'profiles',
    'useProfiles',
    'fallbacks',
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
    'requestsPerMinute',
    'tokensPerMinute',
    'retries',
    'timeout',
    'budget',
    'budgetTokens',
    'budgetRequests',
    'prices',
    'cacheLimit',
    'firstTokenTimeout',
    'idleTimeout',
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
    const made = await makePlan(call);
    if (call.signal.aborted) return 130;
    tellPlan(call, made.plan);
    return finish(call, made);
  },
};

interface Made {
  readonly plan: Plan<QaSettings>;
  readonly prepared: Prepared;
  /** Paths that the user named, and that gave no document. */
  readonly notTaken: readonly string[];
}

/** What a command takes on where the words and flags of its call do not say so. */
interface Task {
  readonly dataset: Dataset;
  readonly paths: readonly string[];
  readonly chunks: ReadonlySet<ChunkId>;
  /** The results of those that failed. */
  readonly failed: ReadonlySet<ResultId>;
}

/** Reads settings and documents, and plans what the flags ask for, or once more the chunks of a task. */
export async function makePlan(call: Call, task?: Task): Promise<Made> {
  keepHeapSmall();
  const { flags, folder, signal } = call;
  const paths = task?.paths ?? call.paths;
  const { settings, environment } = await settingsOf(call);
  const memory = serverMemory(cacheFolder(environment));
  const onNotKept = ({ code, message }: Problem) => tellNotice(call.terminal, code, message);
  const prepared = await prepare(settings, environmentSecrets(environment), folder, { memory, onNotKept });
  if (!prepared.ok) throw new InputError(prepared.error);
  const limits = {
    chunks: task?.chunks,
    results: flags.whole('limit', 1),
    firstChunks: flags.whole('first-chunks', 1),
    perDocument: flags.whole('per-document', 1),
    sample: flags.whole('sample', 1),
  };
  const choices = {
    existing: oneOf(flags, 'existing', existing),
    retry: task ? undefined : oneOf(flags, 'retry', retries),
    makeGood: task?.failed,
  } as const;
  const dataset = task?.dataset ?? (await openAny(call, resolve(folder, settings.dataset)));
  const named = new Set(paths.map((path) => resolve(folder, path)));
  const notTaken: string[] = [];
  const left = new SkippedFiles(call.terminal);
  const onSkip = (skipped: Skipped) => {
    const wasNamed = named.has(skipped.path);
    if (wasNamed && skipped.reason !== 'duplicate') notTaken.push(skipped.name);
    left.tell(skipped, wasNamed);
  };
  const documents = documentsIn(paths, { dataset: dataset.path, exclude: settings.exclude, onSkip });
  const planned = await plan({
    ...prepared.value.request,
    ...choices,
    dataset,
    documents: until(signal, documents),
    limits,
    isGone: isGoneFrom(dataset),
  });
  left.end();
  for (const { name, as } of prepared.value.same) {
    const message = `Profile ${name} asks the same model at the same address with the same settings as ${as}: it is not asked again.`;
    tellNotice(call.terminal, 'same-profile', message);
  }
  for (const { problem } of planned.unreadable) tellProblem(call.terminal, problem);
  return { plan: planned, prepared: prepared.value, notTaken };
}

/** What comes before the signal is aborted. */
async function* until<T>(signal: AbortSignal, items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    if (signal.aborted) return;
    yield item;
  }
}

/** Does what was planned, unless it is only to be said. */
export async function finish(call: Call, { plan: planned, prepared, notTaken }: Made): Promise<ExitCode> {
  const { documents, gone, unreadable } = planned;
  const left = unreadable.length + notTaken.length;
  if (documents.length === 0 && (left > 0 || gone.length === 0)) {
    const message = `There is no document to read in ${call.paths.join(', ')}.`;
    tellProblem(call.terminal, { code: 'no-documents', message });
    return 2;
  }
  const foreseen = await tellForecast(call, planned);
  const code = call.flags.has('dry-run') ? 0 : await runPlan(call, planned, prepared, foreseen);
  return code === 0 && left > 0 ? 1 : code;
}

export function tellPlan<S>({ terminal, folder }: Call, planned: Plan<S>): void {
  const { counts, stale, gone } = planned;
  terminal.event({ type: 'plan', counts, stale, gone: gone.map(({ path }) => path) });
  if (!terminal.json) for (const line of planLines(planned, folder)) terminal.say(line);
}

/** Says what the run will probably take, where a server is asked. */
async function tellForecast({ terminal }: Call, planned: Plan<QaSettings>): Promise<Forecast | undefined> {
  if (!isForeseeable(planned)) return undefined;
  const foreseen = await forecast(planned, await loadMeasure());
  if (!foreseen) return undefined;
  terminal.event({ type: 'forecast', ...foreseen });
  if (!terminal.json) for (const line of forecastLines(foreseen)) terminal.say(line);
  return foreseen;
}

/** Does what was planned, and shows it. */
async function runPlan(
  { terminal, signal, folder }: Call,
  planned: Plan<QaSettings>,
  prepared: Prepared,
  foreseen: Forecast | undefined,
): Promise<ExitCode> {
  const { dataset } = planned.request;
  const progress = new RunProgress(terminal, (path) => shownPath(folder, dataset, path));
  let code: ExitCode = 0;
  for await (const event of generate(planned, { ...prepared, clock: steadyClock, app, signal })) {
    progress.show(event);
    await terminal.drained();
    if (event.type !== 'end') continue;
    const { how, summary } = event;
    if (how === 'cancelled') code = 130;
    else if (how === 'stopped' || summary.failed > 0 || summary.notReached > 0) code = 1;
    if (terminal.json) continue;
    tellSpent(terminal, summary, foreseen);
    tellNext(terminal, dataset, how);
  }
  await dataset.close();
  return code;
}

function tellSpent(terminal: Terminal, summary: RunSummary, foreseen: Forecast | undefined): void {
  if (summary.cost !== undefined) terminal.say(`cost: ${dollars(summary.cost)}${without(summary.unpriced)}`);
  const check = foreseen && forecastCheck(foreseen, summary);
  if (check !== undefined) terminal.say(check);
}

function tellNext(terminal: Terminal, { path }: Dataset, how: 'all' | 'cancelled' | 'stopped'): void {
  terminal.say(`dataset: ${path}`);
  if (how !== 'all') terminal.say('What is done is kept. Run the same command again to go on with the rest.');
}

function oneOf<T extends string>(flags: Flags, name: string, values: readonly T[]): T | undefined {
  const text = flags.text(name);
  const value = values.find((one) => one === text);
  if (text !== undefined && value === undefined)
    throw new UsageError(`--${name} must be one of ${values.join(', ')}, not ${text}.`);
  return value;
}
