import { formatVersion } from '../dataset/lines.js';
import type { DocumentLine, Draft, RunLine } from '../dataset/lines.js';
import type { Problem } from '../outcome.js';
import type { Clock } from '../ports.js';
import { restart, steeringOf } from '../providers/limits/steering.js';
import type { Steering } from '../providers/limits/steering.js';
import type { Provider } from '../providers/provider.js';
import { ask, resultDraft, unexpected } from './ask.js';
import type { Answer } from './ask.js';
import { RunControl } from './control.js';
import { documentLine } from './documents.js';
import type { RunEvent } from './events.js';
import { Lane } from './lane.js';
import type { Fate } from './lane.js';
import type { Job, Plan } from './plan.js';
import { AsyncQueue } from './queue.js';
import { createRecorder } from './recorder.js';
import { Tally } from './tally.js';
import { documentTexts } from './texts.js';

export interface GenerateOptions {
  /** With its wrappers around it: limits, retry. */
  readonly provider: Provider;
  /** Requests at once. */
  readonly concurrency: number;
  /** What the provider's attempts are steered and counted by, where it was stacked with it. */
  readonly steering?: Steering | undefined;
  readonly clock: Clock;
  /** Name and version of the program, as recorded in the run. */
  readonly app: string;
  readonly signal?: AbortSignal | undefined;
  /** Pauses and resumes the run, and changes how much is asked at once. */
  readonly control?: RunControl | undefined;
  /** Whether somebody is there to resume a run that has met what every chunk would meet; else it stops there. */
  readonly waits?: boolean | undefined;
}

/** Failures that say something of one chunk: the provider works. */
const ownFault = new Set(['refused', 'context']);

/**
 * Does what a plan says: so many requests at once, as a sliding window without a barrier. Each result is on the disk
 * before its event is told. Aborting the signal cancels the requests in flight; what is done stays done. What was asked
 * in vain, as key, credit, model or server fail every chunk alike, is not recorded, and asked again on resuming.
 */
export async function* generate<Settings>(
  plan: Plan<Settings>,
  options: GenerateOptions,
): AsyncGenerator<RunEvent, void, undefined> {
  const { dataset } = plan.request;
  const { clock, control = new RunControl(), steering = steeringOf() } = options;
  const planned = plan.jobs.length;
  const runLine = { ...runDraft(plan, options.app), id: dataset.nextId() };
  const tally = new Tally();
  const events = new AsyncQueue<RunEvent>();
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  let hurdle: Problem | undefined; // why no further job is started
  const tell = (problem: Problem, document?: string) => events.push({ type: 'problem', problem, document });
  const halt = (problem: Problem) => {
    if (hurdle) return;
    hurdle = problem;
    tell(problem);
    lane.stop();
  };
  restart(steering);

  yield { type: 'start', run: runLine.id, planned, dataset: dataset.path };
  const startedAt = clock.now();
  const begun = await begin(plan, runLine);
  if (begun) {
    control.end();
    yield { type: 'problem', problem: begun };
    yield { type: 'end', how: 'stopped', summary: tally.summary(runLine.id, planned, 0) };
    return;
  }

  const textOf = documentTexts(plan.request.hash);
  const recorder = createRecorder(dataset, runLine, clock, signal, tell, options.concurrency);
  let asking = 0; // requests that an answer may come of soon
  const toldOf = new Set<string>();

  const record = async (job: Job, chunkText: string, answer: Answer, ms: number): Promise<void> => {
    const recording = recorder.record(job, chunkText, resultDraft(plan, job, runLine.id, answer, ms));
    if (asking === 0) recorder.flush();
    const recorded = await recording;
    if (!recorded.ok) return halt(recorded.error);
    const result = recorded.value;
    tally.add(result);
    const { ended } = tally;
    const { outcome } = result;
    const document = job.document.input.path;
    events.push({ type: 'result', result, document, chunk: job.place, outcome, ended, planned });
  };

  const work = async (job: Job): Promise<Fate> => {
    const { document, chunk } = job;
    const there = job.supersedes.length === 0 ? dataset.fold.resultFor(job.key) : undefined;
    if (there) {
      tally.addOther(there.outcome); // somebody else's run was quicker
      return { is: 'dropped' };
    }
    const text = await textOf(document);
    if (!text.ok) {
      if (!toldOf.has(document.id)) tell(text.error, document.input.path);
      toldOf.add(document.id);
      return { is: 'dropped' };
    }
    const chunkText = text.value.slice(chunk.start, chunk.end);
    const asked = clock.now();
    asking++;
    const answer = await ask(plan, job, chunkText, options.provider, signal);
    asking--;
    const { error } = answer;
    if (error?.code === 'cancelled') {
      if (asking === 0) recorder.flush();
      return { is: 'dropped' };
    }
    const ms = clock.now() - asked;
    const write = () => record(job, chunkText, answer, ms);
    if (error && !ownFault.has(error.code)) {
      if (asking === 0) recorder.flush();
      return { is: 'failed', error, record: write };
    }
    await write();
    return { is: 'settled' };
  };

  const lane = new Lane<Job>({
    jobs: plan.jobs,
    concurrency: options.concurrency,
    steering,
    signal,
    work: (job) =>
      work(job).catch((error: unknown): Fate => {
        halt(unexpected(error));
        return { is: 'dropped' };
      }),
    onBroken(error) {
      if (error.code === 'budget') halt(error);
      else if (options.waits === true) control.pause(error);
      else halt({ ...error, message: `${error.message} The run stops here; start it again to go on.` });
    },
  });
  control.attach({
    pause: () => lane.close(),
    resume: () => lane.open(),
    setConcurrency: (concurrency) => lane.setConcurrency(concurrency),
  });
  let paused = false;
  const tellPause = () => {
    if (paused === (control.state === 'paused')) return;
    paused = !paused;
    const { problem } = control;
    if (paused) events.push({ type: 'paused', problem, notReached: planned - tally.ended });
    else if (control.state === 'running') events.push({ type: 'resumed' });
  };
  tellPause();
  const forget = control.onChange(tellPause);
  // Where another run writes to the same dataset, the later one takes its jobs from the end: they meet in the middle.
  const unlisten = dataset.onChange((change) => {
    lane.fromEnd ||= change?.some((line) => line.type === 'result' && line.run < runLine.id) ?? false;
  });
  const done = lane.run();
  void done.finally(() => events.close());
  try {
    yield* events;
  } finally {
    stop.abort(); // whoever stops listening stops the run
    await done;
    unlisten();
    forget();
    control.end();
  }
  const how = hurdle ? 'stopped' : options.signal?.aborted ? 'cancelled' : 'all';
  const traffic = options.steering && { ...steering.traffic };
  const summary = tally.summary(runLine.id, planned, clock.now() - startedAt, traffic);
  yield { type: 'end', how, summary };
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
