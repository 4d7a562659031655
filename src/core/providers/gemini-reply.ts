import * as z from 'zod/mini';
import type { Usage } from '../dataset/model.js';
import { splitThinking } from '../thinking.js';
import type { Endpoint } from './endpoint.js';
import { BrokenReply, ProtocolError } from './errors.js';
import { HttpFailure } from './http.js';
import { count, lenient, words } from './lenient.js';
import type { Completion, ReplyWatch } from './provider.js';
import { readValues } from './reply-values.js';

const usageShape = z.object({
  promptTokenCount: count,
  toolUsePromptTokenCount: count,
  cachedContentTokenCount: count,
  candidatesTokenCount: count,
  thoughtsTokenCount: count,
});

/** What is read of an event, and of a reply that comes whole: all of it may be missing from some. */
const partShape = z.object({
  modelVersion: words,
  candidates: lenient(
    z.array(
      z.object({
        finishReason: words,
        content: lenient(
          z.object({
            parts: lenient(z.array(z.object({ text: words, thought: lenient(z.boolean()) }))),
          }),
        ),
      }),
    ),
  ),
  promptFeedback: lenient(z.object({ blockReason: words })),
  usageMetadata: lenient(usageShape),
  error: z.optional(z.unknown()),
});

const noPart: Partial<z.infer<typeof partShape>> = {};

/**
 * Reads what the model generated, streamed or not, whatever was asked for. Throws `ProtocolError`; `BrokenReply` where
 * it ended before the model said why it stops; `HttpFailure` where an error came with status 200 or in the middle of a
 * stream.
 */
export async function readGeminiReply(
  response: Response,
  model: string,
  endpoint: Endpoint,
  watch: ReplyWatch | undefined,
): Promise<Completion> {
  const answer: string[] = [];
  const thinking: string[] = [];
  let named: string | undefined;
  let reason: string | undefined;
  let blocked = false;
  let usage: z.infer<typeof usageShape> | undefined;
  await readValues(response, endpoint, (value) => {
    const read = partShape.safeParse(value).data;
    const { candidates, promptFeedback, usageMetadata, error } = read ?? noPart;
    if (error !== undefined) throw errorFailure(error);
    if (candidates === undefined && promptFeedback === undefined && usageMetadata === undefined) {
      throw new ProtocolError(
        `The reply of ${endpoint.url} is not Gemini's. Check the base URL and the provider.`,
        JSON.stringify(value) ?? '',
      );
    }
    const before = answer.length + thinking.length;
    for (const { text = '', thought } of candidates?.[0]?.content?.parts ?? []) {
      if (text !== '') (thought === true ? thinking : answer).push(text);
    }
    named = read?.modelVersion ?? named;
    reason = candidates?.[0]?.finishReason ?? reason;
    blocked ||= promptFeedback?.blockReason !== undefined;
    usage = usageMetadata ?? usage;
    if (answer.length + thinking.length > before) watch?.piece();
    return true;
  });
  if (reason === undefined && !blocked) throw new BrokenReply(answer.join(''));
  const { text, reasoning } = splitThinking(answer.join(''));
  const thoughts = [thinking.join(''), reasoning].filter((part) => part);
  return {
    text,
    ...(thoughts.length === 0 ? {} : { reasoning: thoughts.join('\n\n') }),
    model: named ?? model,
    finish: blocked ? 'refused' : finishOf(reason),
    usage: usage && usageOf(usage),
  };
}

const errorShape = z.object({ code: count });

function errorFailure(error: unknown): HttpFailure {
  const code = errorShape.safeParse(error).data?.code ?? 500;
  const status = code >= 400 && code < 600 ? code : 500;
  return new HttpFailure(status, new Headers(), JSON.stringify({ error }));
}

/** What Gemini stops for because of what the text is about (ai.google.dev/api/generate-content#FinishReason). */
const refusals = new Set([
  'SAFETY',
  'RECITATION',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
  'IMAGE_PROHIBITED_CONTENT',
  'IMAGE_RECITATION',
]);

function finishOf(reason: string | undefined): Completion['finish'] {
  if (reason === 'STOP') return 'stop';
  if (reason === 'MAX_TOKENS') return 'length';
  return refusals.has(reason ?? '') ? 'refused' : 'other';
}

/** Thinking is not in the count of the candidates. */
function usageOf(usage: z.infer<typeof usageShape>): Usage {
  const { promptTokenCount: prompt, candidatesTokenCount: candidates, thoughtsTokenCount: thoughts } = usage;
  const known = candidates !== undefined || thoughts !== undefined;
  return {
    input: prompt === undefined ? undefined : prompt + (usage.toolUsePromptTokenCount ?? 0),
    output: known ? (candidates ?? 0) + (thoughts ?? 0) : undefined,
    cachedInput: usage.cachedContentTokenCount,
    reasoning: thoughts,
  };
}
