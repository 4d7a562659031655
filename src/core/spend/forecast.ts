import type { Measure } from '../chunks/index.js';
import type { Usage } from '../dataset/model.js';
import { ulidTime } from '../dataset/ulid.js';
import type { Plan } from '../generation/plan.js';
import { targetsOf } from '../generation/request.js';
import type { PlanRequest, Target } from '../generation/request.js';
import { documentTexts } from '../generation/texts.js';
import { costOf } from './cost.js';

/** From a low to a high value. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What a run will probably take. */
export interface Forecast {
  readonly requests: Range;
  /** Tokens of the prompts, and of the replies. */
  readonly input: Range;
  readonly output: Range;
  /** US dollars; undefined where the model's price is not known. */
  readonly cost: Range | undefined;
  /** Milliseconds; undefined where no earlier run shows the server's pace. */
  readonly ms: Range | undefined;
  /** How many earlier results of the same model it stands on; 0: on the sample of chunks and the reply's shape alone. */
  readonly earlier: number;
}

/** So many chunks are asked for their requests' length. */
const sampled = 40;
/** Earlier results say more of the next ones than any guess, if there are a few of them. */
const fewest = 5;
/** Fewer results of a run do not show a pace. */
const fewestOfPace = 10;
/** What servers add around messages, and the reply's schema, which some write into the prompt. In tokens. */
const around = { low: 10, high: 400 };
/**
 * Tokens of a pair's reply: from a short question and answer with one short quote to what the reply's schema lets
 * through (three quotes, 1,750 characters in all).
 */
const perPair = { low: 60, high: 440 };
/** Unusable and cut replies that are asked for again. */
const again = 1.2;

/** Whether there is anything to foresee: a model is asked, be it beside the built-in rules. */
export const isForeseeable = <Settings>({ jobs, request }: Plan<Settings>): boolean =>
  targetsOf(request).some(({ provider }, target) => provider !== 'builtin' && jobs.of(target).length > 0);

/**
 * Foresees a run from the real requests of a sample of its chunks and, where the dataset has some, from earlier
 * results of the same models. Undefined where there is nothing to ask, or nobody who counts tokens.
 * @param measure counts the tokens of a text
 */
export async function forecast<Settings>(
  plan: Plan<Settings>,
  measure: Measure,
): Promise<Forecast | undefined> {
  if (!isForeseeable(plan)) return undefined;
  const sample = await sampleOf(plan, measure);
  if (!sample) return undefined;
  const { jobs, request } = plan;
  return targetsOf(request)
    .map((target, number) => ({ target, count: jobs.of(number).length }))
    .filter(({ target, count }) => target.provider !== 'builtin' && count > 0)
    .map(({ target, count }) => foresee(request, target, count, sample))
    .reduce(both);
}

/** What so many requests to one of those that are asked will probably take. */
function foresee<Settings>(
  request: PlanRequest<Settings>,
  target: Target,
  count: number,
  sample: Sample,
): Forecast {
  const earlier = earlierResults(request, target);
  const asked = { low: count, high: Math.ceil(count * again) };
  const known = earlier.usage.length >= fewest;
  const input = known
    ? spread(mean(earlier.usage.map((usage) => usage.input)) * count)
    : { low: (sample.tokens + around.low) * count, high: (sample.tokens + around.high) * asked.high };
  const output = known
    ? spread(mean(earlier.usage.map((usage) => usage.output)) * count)
    : { low: perPair.low * sample.want * count, high: perPair.high * sample.want * count };
  const cost = {
    low: costOf({ input: input.low, output: output.low }, target.price),
    high: costOf({ input: input.high, output: output.high }, target.price),
  };
  return {
    requests: asked,
    input: whole(input),
    output: whole(output),
    cost: cost.low === undefined || cost.high === undefined ? undefined : { low: cost.low, high: cost.high },
    ms: earlier.pace === undefined ? undefined : whole(spread(count / earlier.pace, 0.4)),
    earlier: known ? earlier.usage.length : 0,
  };
}

/** Two that are asked side by side. What is not known of one is not known of both. */
const both = (one: Forecast, other: Forecast): Forecast => ({
  requests: sum(one.requests, other.requests),
  input: sum(one.input, other.input),
  output: sum(one.output, other.output),
  cost: one.cost && other.cost && sum(one.cost, other.cost),
  ms: one.ms && other.ms && one.ms.high > other.ms.high ? one.ms : one.ms && other.ms,
  earlier: one.earlier > 0 && other.earlier > 0 ? one.earlier + other.earlier : 0,
});

const sum = (one: Range, other: Range): Range => ({ low: one.low + other.low, high: one.high + other.high });

/** How far a run was from the middle of its forecast, in tokens: 0.1 is a tenth more than foreseen. */
export function forecastError({ input, output }: Forecast, usage: Usage): number | undefined {
  if (usage.input === undefined || usage.output === undefined) return undefined;
  const foreseen = (input.low + input.high + output.low + output.high) / 2;
  return (usage.input + usage.output) / foreseen - 1;
}

interface Sample {
  readonly tokens: number;
  readonly want: number;
}

/** Mean tokens of a request, and pairs wanted from it, over chunks from all of the plan. */
async function sampleOf<Settings>(
  { jobs, request }: Plan<Settings>,
  measure: Measure,
): Promise<Sample | undefined> {
  const textOf = documentTexts(request.hash);
  const step = Math.max(1, jobs.length / sampled);
  const tokens: number[] = [];
  let want = 0;
  for (let at = 0; at < jobs.length; at += step) {
    const { document, chunk } = jobs.at(Math.floor(at));
    const text = await textOf(document);
    if (!text.ok) continue;
    const input = { chunk: chunk.id, text: text.value.slice(chunk.start, chunk.end), heading: chunk.heading };
    const asked = request.recipe.request(input, request.settings);
    tokens.push(asked.messages.reduce((sum, { content }) => sum + measure(content), 0));
    want = asked.want;
  }
  return tokens.length === 0 ? undefined : { tokens: mean(tokens), want };
}

/** What the same model took for the same recipe with the same settings, and the pace of its newest run in results a ms. */
function earlierResults<Settings>(request: PlanRequest<Settings>, { provider, model }: Target) {
  const { fold } = request.dataset;
  const runs = new Set<string>();
  for (const run of fold.runs.values()) {
    if (run.provider !== provider || run.model !== model) continue;
    if (JSON.stringify(run.settings) === JSON.stringify(request.settings)) runs.add(run.id);
  }
  const usage: { input: number; output: number }[] = [];
  const times = new Map<string, number[]>();
  for (const result of fold.results.values()) {
    if (!runs.has(result.run)) continue;
    const { input, output } = result.usage ?? {};
    if (input === undefined || output === undefined || output === 0) continue;
    usage.push({ input, output });
    const seen = times.get(result.run) ?? [];
    times.set(result.run, seen);
    seen.push(ulidTime(result.id));
  }
  const newest = [...times]
    .filter(([, seen]) => seen.length >= fewestOfPace)
    .sort()
    .at(-1)?.[1];
  return { usage, pace: newest && paceOf(newest) };
}

/** A run may wait so long for its next result, in milliseconds, and is not paused; nor was the clock set forth. */
const longestGap = 60_000;
/** So many times the usual time between two results, where that is longer. */
const timesUsual = 20;

/** Results a millisecond, by when they came; undefined where that can't be told. */
function paceOf(times: readonly number[]): number | undefined {
  const ordered = times.toSorted((a, b) => a - b);
  const gaps = ordered.slice(1).map((time, i) => time - (ordered[i] as number));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const worked = gaps.filter((gap) => gap <= Math.max(longestGap, timesUsual * usual));
  const span = worked.reduce((all, gap) => all + gap, 0);
  return span > 0 ? worked.length / span : undefined;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const spread = (middle: number, share = 0.15): Range => ({
  low: middle * (1 - share),
  high: middle * (1 + share),
});

const whole = ({ low, high }: Range): Range => ({ low: Math.floor(low), high: Math.ceil(high) });
