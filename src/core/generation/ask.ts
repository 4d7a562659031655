import type { Draft, ResultLine } from '../dataset/lines.js';
import type { Failure, Pair } from '../dataset/model.js';
import type { Provider, ProviderError } from '../providers/provider.js';
import { ground, prepareSource } from '../quality/index.js';
import type { RecipeReply } from '../recipes/recipe.js';
import { askAll } from './follow-up.js';
import type { Job } from './jobs.js';
import type { Plan } from './plan.js';
import { targetsOf } from './request.js';
import { failed, Talk } from './talk.js';

/** What came of asking: the replies as the recipe read them, their pairs grounded; or why there is none. */
export interface Answer {
  readonly reply: RecipeReply;
  readonly spent: Spent;
  readonly error?: ProviderError | undefined;
  /** Nobody was asked: there were replies from earlier. */
  readonly isKept: boolean;
}

type Spent = Pick<ResultLine, 'model' | 'fallback' | 'usage' | 'cost' | 'requests' | 'reasoning'>;

/** Asks one chunk, as often as makes sense. It never throws: one chunk's exception becomes that chunk's failure. */
export async function ask<Settings>(
  { request }: Plan<Settings>,
  { chunk, supersedes, target }: Job,
  text: string,
  provider: Provider,
  signal: AbortSignal,
): Promise<Answer> {
  const talk = new Talk(
    { ...request, ...targetsOf(request)[target] },
    provider,
    signal,
    supersedes.length > 0,
  );
  const input = { chunk: chunk.id, text, heading: chunk.heading };
  try {
    const { reply, error } = await askAll(talk, input);
    const checked = 'pairs' in reply ? grounded(reply, text, chunk.id, chunk.heading) : reply;
    return { reply: checked, spent: talk.spent, error, isKept: talk.isKept && error === undefined };
  } catch (error) {
    return { reply: failed(unexpected(error)), spent: talk.spent, isKept: talk.isKept };
  }
}

/** The line to be written for an answer. */
export function resultDraft<Settings>(
  { request }: Plan<Settings>,
  { key, chunk, supersedes }: Job,
  run: string,
  { reply, spent }: Answer,
  ms: number,
): Draft<ResultLine> {
  return {
    type: 'result',
    key,
    run,
    recipe: request.recipe.id,
    inputs: [chunk.id],
    outcome: reply.outcome,
    pairs: 'pairs' in reply ? reply.pairs : [],
    reason: 'reason' in reply ? reply.reason : undefined,
    cut: 'cut' in reply ? reply.cut : undefined,
    failure: 'failure' in reply ? reply.failure : undefined,
    supersedes: supersedes.length > 0 ? supersedes : undefined,
    ...spent,
    ms: Math.round(ms),
  };
}

/** An exception as a failure that can be written down. */
export function unexpected(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `Something went wrong inside Pairsmith: ${detail}` };
}

/** Holds each pair against its chunk. Flagged pairs are kept. */
function grounded(
  reply: Extract<RecipeReply, { pairs: readonly Pair[] }>,
  text: string,
  chunk: string,
  heading: readonly string[],
): RecipeReply {
  const source = prepareSource(text);
  const pairs = reply.pairs.map((pair, i): Pair => {
    const question = pair.prompt.at(-1)?.content;
    const { grounding, evidence } = ground({
      source,
      question,
      completion: pair.completion,
      quotes: reply.quotes[i],
      heading,
    });
    return { ...pair, sources: [{ chunk, spans: evidence }], checks: { grounding } };
  });
  return { ...reply, pairs };
}
