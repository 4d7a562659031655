import type { DocumentLine, Draft, RunLine } from '../dataset/lines.js';
import type { Problem } from '../outcome.js';
import type { Clock } from '../ports.js';
import { originOf } from '../providers/keys.js';
import { restart, steeringOf } from '../providers/limits/steering.js';
import type { Steering } from '../providers/limits/steering.js';
import { addTraffic } from '../providers/limits/traffic.js';
import type { Provider, ProviderError } from '../providers/provider.js';
import { ask, resultDraft, unexpected } from './ask.js';
import { RunControl } from './control.js';
import { documentLine } from './documents.js';
import type { RunEvent } from './events.js';
import { Lane } from './lane.js';
import type { Fate } from './lane.js';
import type { Job } from './jobs.js';
import type { Plan } from './plan.js';
import { AsyncQueue } from './queue.js';
import { createRecorder } from './recorder.js';
import type { Recorder } from './recorder.js';
import { targetsOf } from './request.js';
import type { Target } from './request.js';
import { Tally } from './tally.js';
import { documentTexts } from './texts.js';

/** Who answers one target of a plan. */
export interface LaneSetup {
  /** With its wrappers around it: limits, retry. */
  readonly provider: Provider;
  /** Requests at once. */
  readonly concurrency: number;
  /** What the provider's attempts are steered and counted by, where it was stacked with it. */
  readonly steering?: Steering | undefined;
}

export interface GenerateOptions extends LaneSetup {
  /** For the plan's other targets, in their order. */
  readonly others?: readonly LaneSetup[] | undefined;
  readonly clock: Clock;
  /** Name and version of the program, as recorded in the run. */
  readonly app: string;
  readonly signal?: AbortSignal | undefined;
  /** Pauses and resumes the run, and changes how much is asked at once. */
  readonly control?: RunControl | undefined;
  /** Whether somebody is there to resume a run that has met what every chunk would meet; else it stops there. */
  readonly waits?: boolean | undefined;
}

/** So many events may wait for whoever reads them, each with its result; then nothing more is asked. */
const mostUntold = 256;
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
  const { clock, control = new RunControl() } = options;
  const setups: readonly LaneSetup[] = [options, ...(options.others ?? [])];
  if (setups.length !== targetsOf(plan.request).length) {
    throw new RangeError('a run needs a provider for each target of its plan: pass on what prepare gives');
  }
  const planned = plan.jobs.length;
  const runLines = targetsOf(plan.request).map((target) => ({
    ...runDraft(plan, target, options.app),
    id: dataset.nextId(),
  }));
  const run = (runLines[0] as (typeof runLines)[0]).id;
  const tally = new Tally();
  const events = new AsyncQueue<RunEvent>(mostUntold);
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  let hurdle: Problem | undefined; // why no further job is started
  const tell = (problem: Problem, document?: string) => events.push({ type: 'problem', problem, document });

  yield { type: 'start', run, planned, dataset: dataset.path };
  const startedAt = clock.now();
  const begun = await begin(plan, runLines);
  if (begun) {
    control.end();
    yield { type: 'problem', problem: begun };
    yield { type: 'end', how: 'stopped', summary: tally.summary(run, planned, 0) };
    return;
  }

  const textOf = documentTexts(plan.request.hash);
  let asking = 0; // requests that an answer may come of soon
  const toldOf = new Set<string>();
  const lanes: Lane<Job>[] = [];
  const recorders: Recorder[] = [];
  const flush = () => recorders.forEach((recorder) => recorder.flush());
  const halt = (problem: Problem) => {
    if (hurdle) return;
    hurdle = problem;
    tell(problem);
    for (const lane of lanes) lane.stop();
  };

  const work = async (job: Job, runId: string, provider: Provider, recorder: Recorder): Promise<Fate> => {
    await events.room();
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
    const answer = await ask(plan, job, chunkText, provider, signal);
    asking--;
    const { error } = answer;
    const ms = clock.now() - asked;
    const record = async () => {
      const recording = recorder.record(job, chunkText, resultDraft(plan, job, runId, answer, ms));
      if (asking === 0) flush();
      const recorded = await recording;
      if (!recorded.ok) return halt(recorded.error);
      const result = recorded.value;
      tally.add(result);
      const { path } = document.input;
      const { outcome } = result;
      const { ended } = tally;
      events.push({ type: 'result', result, document: path, chunk: job.place, outcome, ended, planned });
    };
    if (error === undefined || ownFault.has(error.code)) {
      await record();
      return { is: answer.isKept ? 'kept' : 'settled' };
    }
    if (asking === 0) flush();
    if (error.code === 'cancelled') return { is: 'dropped' };
    // The lane has no answer to an exception either.
    const recordSafely = () => record().catch((thrown: unknown) => halt(unexpected(thrown)));
    return { is: 'failed', error, record: recordSafely };
  };

  const broken = new Map<Lane<Job>, ProviderError>();
  const ended = new Set<Lane<Job>>();
  /** Once nothing goes on any more but for what is broken, the run waits for somebody, or stops. */
  const settleBroken = () => {
    const [first, ...rest] = broken.values();
    if (signal.aborted || first === undefined || lanes.some((lane) => !broken.has(lane) && !ended.has(lane)))
      return;
    const error = { ...first, message: [first, ...rest].map(({ message }) => message).join(' And ') };
    if (options.waits === true) control.pause(error);
    else halt({ ...error, message: `${error.message} The run stops here; start it again to go on.` });
  };
  for (const [target, runLine] of runLines.entries()) {
    const { provider, concurrency, steering = steeringOf() } = setups[target] as LaneSetup;
    restart(steering);
    const who = `${runLine.provider} ${runLine.model}`;
    const recorder = createRecorder(dataset, runLine, clock, signal, tell, concurrency);
    const lane = new Lane<Job>({
      jobs: plan.jobs.of(target),
      concurrency,
      steering,
      signal,
      work: (job) =>
        work(job, runLine.id, provider, recorder).catch((error: unknown): Fate => {
          halt(unexpected(error));
          return { is: 'dropped' };
        }),
      onBroken(met) {
        if (met.code === 'budget') return halt(met);
        const error = runLines.length > 1 ? { ...met, message: `${who}: ${met.message}` } : met;
        broken.set(lane, error);
        settleBroken();
        const others = control.state === 'running' && !hurdle;
        if (others) tell({ ...error, message: `${error.message} The others go on.` });
      },
    });
    recorders.push(recorder);
    lanes.push(lane);
    control.attach({
      pause: () => lane.close(),
      resume: () => {
        broken.delete(lane);
        lane.open();
      },
      setConcurrency: (most) => lane.setConcurrency(most),
    });
  }
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
    if (change?.some((line) => line.type === 'result' && line.run < run) !== true) return;
    for (const lane of lanes) lane.fromEnd = true;
  });
  const done = Promise.all(
    lanes.map(async (lane) => {
      await lane.run();
      ended.add(lane);
      settleBroken();
    }),
  );
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
  const traffic = setups
    .map(({ steering }) => steering?.traffic)
    .reduce((sum, one) => (sum && one ? addTraffic(sum, one) : sum));
  const summary = tally.summary(run, planned, clock.now() - startedAt, traffic && { ...traffic });
  yield { type: 'end', how, summary };
}

/** Writes down the run and the documents as they are now. Resolves with what is in the way, if anything is. */
async function begin<Settings>(
  { request, jobs, documents }: Plan<Settings>,
  runLines: readonly Draft<RunLine>[],
): Promise<Problem | undefined> {
  const { dataset } = request;
  const changed = documents.filter((document) => document.state !== 'same').map(documentLine);
  if (jobs.length === 0 && changed.length === 0) return undefined;
  const appended = await dataset.append<RunLine | DocumentLine>([
    ...runLines.filter((_, target) => jobs.of(target).length > 0),
    ...changed,
  ]);
  return appended.ok ? undefined : appended.error;
}

function runDraft<Settings>(
  { request }: Plan<Settings>,
  { provider, model, server, sampling, price }: Target,
  app: string,
): Draft<RunLine> {
  const { recipe, settings, chunking, hash } = request;
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
    server: server === undefined ? undefined : originOf(server),
    sampling: { ...sampling },
    price,
    app,
  };
}
