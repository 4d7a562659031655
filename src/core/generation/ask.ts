import type { Draft, ResultLine } from '../dataset/lines.js';
import type { Failure, Pair } from '../dataset/model.js';
import type { Completion, Provider, ProviderError } from '../providers/provider.js';
import { ground, prepareSource } from '../quality/index.js';
import type { RecipeReply } from '../recipes/recipe.js';
import type { Job, Plan } from './plan.js';

/** What came of asking: a reply as the recipe read it, its pairs grounded; or why there is none. */
export interface Answer {
  readonly reply: RecipeReply;
  readonly completion?: Completion | undefined;
  readonly error?: ProviderError | undefined;
}

/** Asks one chunk. It never throws: one chunk's exception becomes that chunk's failure. */
export async function ask<Settings>(
  { request }: Plan<Settings>,
  { chunk }: Job,
  text: string,
  provider: Provider,
  signal: AbortSignal,
): Promise<Answer> {
  const { recipe, settings, model, sampling, sample = 0 } = request;
  const input = { chunk: chunk.id, text, heading: chunk.heading };
  try {
    const { messages, schema, want } = recipe.request(input, settings);
    const task = { recipe: recipe.id, text, heading: chunk.heading, want };
    const completed = await provider.complete({ model, messages, sampling, schema, task, sample }, signal);
    if (!completed.ok) return { reply: failed(completed.error), error: completed.error };
    const completion = completed.value;
    const reply = recipe.reply(completion, input, settings);
    return { reply: 'pairs' in reply ? grounded(reply, text, chunk.id, chunk.heading) : reply, completion };
  } catch (error) {
    return { reply: failed(unexpected(error)) };
  }
}

/** The line to be written for an answer. */
export function resultDraft<Settings>(
  { request }: Plan<Settings>,
  { key, chunk, supersedes }: Job,
  run: string,
  { reply, completion }: Answer,
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
    model: completion?.model,
    usage: completion?.usage,
    ms: Math.round(ms),
  };
}

/** An exception as a failure that can be written down. */
export function unexpected(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: `Something went wrong inside Pairsmith: ${detail}` };
}

const failed = ({ code, message, reply }: Failure): RecipeReply => ({
  outcome: 'failed',
  failure: { code, message, reply },
});

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
