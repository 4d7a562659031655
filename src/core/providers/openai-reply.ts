import * as z from 'zod/mini';
import type { Usage } from '../dataset/model.js';
import type { Endpoint } from './endpoint.js';
import { ProtocolError } from './errors.js';
import { HttpFailure } from './http.js';
import { count, lenient, words } from './lenient.js';
import type { Completion } from './provider.js';
import { splitThinking } from '../thinking.js';

/** What is read of a reply. Lenient beside the choices, as compatible servers leave out or misspell the rest. */
const replyShape = z.object({
  model: words,
  choices: z.array(
    z.object({
      finish_reason: words,
      message: z.object({
        /** Some servers send parts: `[{type: 'text', text}]`. */
        content: z.nullish(z.union([z.string(), z.array(z.object({ type: words, text: words }))])),
        refusal: words,
        reasoning_content: words,
        reasoning: words,
      }),
    }),
  ),
  usage: lenient(
    z.object({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: lenient(z.object({ cached_tokens: count })),
      completion_tokens_details: lenient(z.object({ reasoning_tokens: count })),
    }),
  ),
});

type Reply = z.infer<typeof replyShape>;

/** Reads a chat completion. Throws `ProtocolError`, or `HttpFailure` where an error came with status 200. */
export function readOpenaiReply(value: unknown, model: string, endpoint: Endpoint): Completion {
  // The SDK hands over text where the content type is not JSON.
  const reply = typeof value === 'string' ? json(value, endpoint) : value;
  const error = errorIn(reply);
  if (error !== undefined) throw error;
  const read = replyShape.safeParse(reply);
  const choice = read.success ? read.data.choices[0] : undefined;
  if (!read.success || choice === undefined) {
    throw new ProtocolError(
      `The reply of ${endpoint.url} is not a chat completion. Check the base URL.`,
      (JSON.stringify(reply) ?? '').slice(0, 2000),
    );
  }
  const { message } = choice;
  const { text, reasoning } = splitThinking(contentText(message.content));
  const refused = message.refusal !== undefined && message.refusal !== '';
  const thoughts = [message.reasoning_content ?? message.reasoning, reasoning].filter((part) => part);
  return {
    text: text === '' && refused ? (message.refusal ?? '') : text,
    ...(thoughts.length === 0 ? {} : { reasoning: thoughts.join('\n\n') }),
    model: read.data.model ?? model,
    finish: refused ? 'refused' : finishOf(choice.finish_reason),
    usage: usageOf(read.data.usage),
  };
}

function json(text: string, endpoint: Endpoint): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProtocolError(
      text.trim() === ''
        ? `The reply of ${endpoint.url} is empty. Try again.`
        : `The reply of ${endpoint.url} is not JSON. Check the base URL: it usually ends in /v1.`,
      text.slice(0, 2000),
    );
  }
}

/** OpenRouter and others answer 200 and put the error, with its own status, into the body. */
function errorIn(reply: unknown): HttpFailure | undefined {
  if (typeof reply !== 'object' || reply === null || 'choices' in reply || !('error' in reply))
    return undefined;
  const { error } = reply;
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const status = typeof code === 'number' && code >= 400 && code < 600 ? code : 500;
  return new HttpFailure(status, new Headers(), JSON.stringify(reply));
}

function contentText(content: Reply['choices'][number]['message']['content']): string {
  if (typeof content === 'string') return content;
  const parts = content?.filter((part) => part.type === undefined || part.type === 'text') ?? [];
  return parts.map((part) => part.text ?? '').join('');
}

function finishOf(reason: string | undefined): Completion['finish'] {
  if (reason === 'stop' || reason === 'length') return reason;
  return reason === 'content_filter' ? 'refused' : 'other';
}

function usageOf(usage: Reply['usage']): Usage | undefined {
  if (usage === undefined) return undefined;
  return {
    input: usage.prompt_tokens,
    output: usage.completion_tokens,
    cachedInput: usage.prompt_tokens_details?.cached_tokens,
    reasoning: usage.completion_tokens_details?.reasoning_tokens,
  };
}
