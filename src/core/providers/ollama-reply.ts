import * as z from 'zod/mini';
import { fail, ok, type Outcome } from '../outcome.js';
import type { Endpoint } from './endpoint.js';
import { BrokenReply, ProtocolError } from './errors.js';
import { HttpFailure, OversizeReply, replyBytes } from './http.js';
import { count, lenient, words } from './lenient.js';
import type { Completion, ProviderError, ReplyWatch } from './provider.js';
import { splitThinking } from '../thinking.js';

/** One line of the stream; the last one is `done` and has the counts. */
const partShape = z.object({
  model: words,
  message: lenient(z.object({ content: words, thinking: words })),
  done: z.boolean(),
  done_reason: words,
  prompt_eval_count: count,
  eval_count: count,
});

/**
 * Ollama's servers before 0.12 know no `truncate: false`: they cut the prompt to the context, less a few tokens,
 * and answer as if nothing had happened (2,047 and 2,043 of 2,048 were seen in 0.30 where it is not sent).
 */
const cutMargin = 16;

/**
 * Ollama hangs up without a last line on a model that says the same token, or white space, over 30 times in a row
 * (`llama_server.go`, 0.30). Of these, some may come joined in one piece.
 */
const mostRepeats = 16;

/**
 * Gathers the stream of /api/chat. Rejects with what the stream throws, with `ProtocolError`, or with `BrokenReply`
 * where it ended before the model was done, unless the model repeated itself.
 * @param context The context asked for, in tokens.
 */
export async function readOllamaReply(
  stream: AsyncIterable<unknown>,
  model: string,
  context: number,
  endpoint: Endpoint,
  watch: ReplyWatch | undefined,
): Promise<Outcome<Completion, ProviderError>> {
  const content: string[] = [];
  const thinking: string[] = [];
  let characters = 0;
  let piece = '';
  let repeats = 0;
  let last: z.infer<typeof partShape> | undefined;
  for await (const value of telling(stream)) {
    const part = partShape.safeParse(value);
    if (!part.success) {
      throw new ProtocolError(
        `The reply of ${endpoint.url} is not Ollama's. Check the base URL and the provider.`,
        JSON.stringify(value) ?? '',
      );
    }
    const { message } = part.data;
    const { content: said = '', thinking: thought = '' } = message ?? {};
    if (said !== '') content.push(said);
    if (thought !== '') thinking.push(thought);
    if (said !== '' || thought !== '') {
      watch?.piece();
      const now = (said + thought).trim();
      repeats = now === piece ? repeats + 1 : 0;
      piece = now;
    }
    characters += said.length + thought.length;
    if (characters > replyBytes) throw new OversizeReply();
    if (part.data.done) last = part.data;
  }
  if (last === undefined && repeats >= mostRepeats) {
    return ok({ ...answer(content, thinking), model, finish: 'repeat' });
  }
  if (last === undefined && characters > 0) throw new BrokenReply(content.join(''));
  if (last === undefined || last.done_reason === 'load' || last.done_reason === 'unload') {
    throw new ProtocolError(`The reply of ${endpoint.url} ended before the model was done. Try again.`);
  }
  if (last.prompt_eval_count !== undefined && last.prompt_eval_count >= context - cutMargin) {
    return fail({
      code: 'context',
      message: `The prompt is longer than the ${context} tokens of context, so Ollama cut it. Use smaller chunks or a model with more context.`,
    });
  }
  return ok({
    ...answer(content, thinking),
    model: last.model ?? model,
    finish: last.done_reason === 'stop' || last.done_reason === 'length' ? last.done_reason : 'other',
    usage: { input: last.prompt_eval_count, output: last.eval_count },
  });
}

function answer(
  content: readonly string[],
  thinking: readonly string[],
): Pick<Completion, 'text' | 'reasoning'> {
  const { text, reasoning } = splitThinking(content.join(''));
  const thoughts = [thinking.join(''), reasoning].filter((part) => part);
  return { text, ...(thoughts.length === 0 ? {} : { reasoning: thoughts.join('\n\n') }) };
}

/** The SDK throws a plain `Error` for a line that holds an error, and for a stream without an end. */
async function* telling(stream: AsyncIterable<unknown>): AsyncGenerator {
  try {
    yield* stream;
  } catch (error) {
    if (!(error instanceof Error) || error.constructor !== Error) throw error;
    if (error.message.startsWith('Did not receive done')) return;
    throw new HttpFailure(500, new Headers(), JSON.stringify({ error: error.message }));
  }
}
