import { formatVersion } from '../dataset/lines.js';
import type { DocumentLine, Draft, RunLine } from '../dataset/lines.js';
import type { Problem } from '../outcome.js';
import type { Clock } from '../ports.js';
import type { Provider } from '../providers/provider.js';
import { ask, resultDraft, unexpected } from './ask.js';
import { documentLine } from './documents.js';
import type { RunEvent } from './events.js';
import type { Job, Plan } from './plan.js';
import { AsyncQueue } from './queue.js';
import { createRecorder } from './recorder.js';
import { Tally } from './tally.js';
import { documentTexts } from './texts.js';

export interface GenerateOptions {
  /** With its wrappers around it: slots, retry. */
  readonly provider: Provider;
  /** Requests at once. The provider's slots hold to it; twice as many jobs are under way, so that no slot waits. */
  readonly concurrency: number;
  readonly clock: Clock;
  /** Name and version of the program, as recorded in the run. */
  readonly app: string;
  readonly signal?: AbortSignal | undefined;
}

/** After these every other chunk would fail alike: the run stops, and nothing more is spent. */
const hopeless = new Set(['auth', 'quota', 'not-found']);
/** Failures that say something of one chunk, and nothing of the server. */
const ownFault = new Set(['refused', 'context', 'cancelled']);

/**
 * Does what a plan says: so many requests at once, as a sliding window without a barrier. Each result is on the disk
 * before its event is told. Aborting the signal cancels the requests in flight; what is done stays done.
 */
export async function* generate<Settings>(
  plan: Plan<Settings>,
  options: GenerateOptions,
): AsyncGenerator<RunEvent, void, undefined> {
  const { dataset } = plan.request;
  const { clock } = options;
  const planned = plan.jobs.length;
  const runLine = { ...runDraft(plan, options.app), id: dataset.nextId() };
  const tally = new Tally();
  const events = new AsyncQueue<RunEvent>();
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  let hurdle: Problem | undefined; // why no further job is started
  let failuresInRow = 0;
  const tell = (problem: Problem, document?: string) => events.push({ type: 'problem', problem, document });
  const halt = (problem: Problem) => {
    if (hurdle) return;
    hurdle = problem;
    tell(problem);
  };

  yield { type: 'start', run: runLine.id, planned, dataset: dataset.path };
  const startedAt = clock.now();
  const begun = await begin(plan, runLine);
  if (begun) {
    yield { type: 'problem', problem: begun };
    yield { type: 'end', how: 'stopped', summary: tally.summary(runLine.id, planned, 0) };
    return;
  }

  const textOf = documentTexts(plan.request.hash);
  const recorder = createRecorder(dataset, runLine, clock, signal, tell, options.concurrency);
  let asking = 0; // requests that an answer may come of soon
  const toldOf = new Set<string>();

  const work = async (job: Job): Promise<void> => {
    const { document, chunk } = job;
    const there = job.supersedes.length === 0 ? dataset.fold.resultFor(job.key) : undefined;
    if (there) return tally.addOther(there.outcome); // somebody else's run was quicker
    const text = await textOf(document);
    if (!text.ok) {
      if (!toldOf.has(document.id)) tell(text.error, document.input.path);
      toldOf.add(document.id);
      return;
    }
    const chunkText = text.value.slice(chunk.start, chunk.end);
    const asked = clock.now();
    asking++;
    const answer = await ask(plan, job, chunkText, options.provider, signal);
    asking--;
    if (answer.error?.code === 'cancelled') {
      if (asking === 0) recorder.flush();
      return;
    }
    if (answer.error?.code === 'budget') return halt(answer.error); // nothing was asked
    failuresInRow = answer.error && !ownFault.has(answer.error.code) ? failuresInRow + 1 : 0;
    const result = resultDraft(plan, job, runLine.id, answer, clock.now() - asked);
    const recording = recorder.record(job, chunkText, result);
    if (asking === 0) recorder.flush();
    const recorded = await recording;
    if (!recorded.ok) return halt(recorded.error);
    tally.add(recorded.value);
    const { ended } = tally;
    const { outcome } = recorded.value;
    const { path } = document.input;
    events.push({
      type: 'result',
      result: recorded.value,
      document: path,
      chunk: job.place,
      outcome,
      ended,
      planned,
    });
    if (
      answer.error &&
      (hopeless.has(answer.error.code) || failuresInRow >= Math.max(10, 2 * options.concurrency))
    ) {
      halt({
        ...answer.error,
        message: `${answer.error.message} The run stops here; start it again to go on.`,
      });
    }
  };

  // Where another run writes to the same dataset, the later one takes its jobs from the end: they meet in the middle.
  let fromEnd = false;
  const unlisten = dataset.onChange((change) => {
    fromEnd ||= change?.some((line) => line.type === 'result' && line.run < runLine.id) ?? false;
  });
  let first = 0;
  let last = planned;
  const worker = async () => {
    while (first < last) {
      if (signal.aborted || hurdle) return;
      const job = plan.jobs[fromEnd ? --last : first++] as Job;
      await work(job).catch((error: unknown) => halt(unexpected(error)));
    }
  };
  const workers = Promise.all(Array.from({ length: Math.min(planned, 2 * options.concurrency) }, worker));
  void workers.finally(() => events.close());
  try {
    yield* events;
  } finally {
    stop.abort(); // whoever stops listening stops the run
    await workers;
    unlisten();
  }
  const how = hurdle ? 'stopped' : options.signal?.aborted ? 'cancelled' : 'all';
  yield { type: 'end', how, summary: tally.summary(runLine.id, planned, clock.now() - startedAt) };
}

/** Writes down the run and the documents as they are now. Resolves with what is in the way, if anything is. */
async function begin<Settings>(
  { request, jobs, documents }: Plan<Settings>,
  runLine: Draft<RunLine>,
): Promise<Problem | undefined> {
  const { dataset } = request;
  if (dataset.version > formatVersion) {
    return {
      code: 'newer',
      message: `${dataset.path} was written by a newer Pairsmith (format ${dataset.version}). Update this one first.`,
    };
  }
  const changed = documents.filter((document) => document.state !== 'same').map(documentLine);
  if (jobs.length === 0 && changed.length === 0) return undefined;
  const appended = await dataset.append<RunLine | DocumentLine>([
    ...(jobs.length > 0 ? [runLine] : []),
    ...changed,
  ]);
  return appended.ok ? undefined : appended.error;
}

function runDraft<Settings>({ request }: Plan<Settings>, app: string): Draft<RunLine> {
  const { recipe, settings, provider, model, sampling, price, chunking, hash } = request;
  const template = recipe.template(settings);
  return {
    type: 'run',
    recipe: recipe.id,
    recipeVersion: recipe.version,
    settings: settings as Record<string, unknown>,
    template,
    templateHash: hash(template),
    chunking: { size: chunking.size, overlap: chunking.overlap, unit: chunking.unit },
    provider,
    model,
    sampling: { ...sampling },
    price,
    app,
  };
}
