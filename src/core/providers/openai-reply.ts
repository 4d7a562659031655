import { replyValue } from './reply-values.js';
import { splitThinking } from '../thinking.js';
import type { Endpoint } from './endpoint.js';
import { BrokenReply, ProtocolError } from './errors.js';
import { readEvents } from './events.js';
import { wholeText } from './http.js';
import { OpenaiParts } from './openai-parts.js';
import type { Completion, ReplyWatch } from './provider.js';
import { rateState } from './rate.js';

/**
 * Reads a chat completion, streamed or not, whatever was asked for. Throws `ProtocolError`; `BrokenReply` where a stream
 * ended before its end; `HttpFailure` where an error came with status 200 or in the middle of a stream.
 */
export async function readOpenaiReply(
  response: Response,
  model: string,
  endpoint: Endpoint,
  watch: ReplyWatch | undefined,
): Promise<Completion> {
  const parts = new OpenaiParts();
  const streamed = response.headers.get('content-type')?.includes('event-stream') === true;
  if (streamed && response.body !== null) await gather(response.body, parts, endpoint, watch);
  else {
    const text = await wholeText(response);
    // Not every server that streams says so.
    const events = /^\s*(?:data|event|:)/.test(text) ? new Blob([text]).stream() : undefined;
    if (events) await gather(events, parts, endpoint, watch);
    else {
      const reply = json(text, endpoint);
      if (parts.add(reply)) watch?.piece();
      if (!parts.any) throw notACompletion(reply, endpoint);
    }
  }
  const rate = rateState(response.headers, Date.now());
  return { ...completionOf(parts, model), ...(rate === undefined ? {} : { rate }) };
}

async function gather(
  body: ReadableStream<Uint8Array>,
  parts: OpenaiParts,
  endpoint: Endpoint,
  watch: ReplyWatch | undefined,
): Promise<void> {
  let ended = false;
  let last: unknown;
  await readEvents(body, (data, whole) => {
    if (data.startsWith('[DONE]')) {
      ended = true;
      return false;
    }
    if (!whole && !isJson(data)) return true; // torn, like all that would have followed
    last = json(data, endpoint);
    if (parts.add(last)) watch?.piece();
    return true;
  });
  if (!parts.any && last !== undefined) throw notACompletion(last, endpoint);
  if (!parts.any && ended) throw new ProtocolError(`The reply of ${endpoint.url} is empty. Try again.`);
  // Without an end it was cut by whoever stands between, whatever it holds.
  if (!ended && parts.finish === undefined) throw new BrokenReply(parts.text);
}

function completionOf(parts: OpenaiParts, model: string): Completion {
  const { text, reasoning } = splitThinking(parts.text);
  const refused = parts.refusal !== '';
  const thoughts = [parts.thoughts, reasoning].filter((part) => part);
  return {
    text: text === '' && refused ? parts.refusal : text,
    ...(thoughts.length === 0 ? {} : { reasoning: thoughts.join('\n\n') }),
    model: parts.model ?? model,
    finish: refused ? 'refused' : (finishes.get(parts.finish ?? '') ?? 'other'),
    usage: parts.usage,
  };
}

const json = (text: string, endpoint: Endpoint): unknown =>
  replyValue(text, endpoint, 'Check the base URL: it usually ends in /v1.');

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const notACompletion = (reply: unknown, endpoint: Endpoint): ProtocolError =>
  new ProtocolError(
    `The reply of ${endpoint.url} is not a chat completion. Check the base URL.`,
    JSON.stringify(reply) ?? '',
  );

const finishes = new Map<string, Completion['finish']>([
  ['stop', 'stop'],
  // Together, and Hugging Face's servers
  ['eos', 'stop'],
  ['eos_token', 'stop'],
  ['stop_sequence', 'stop'],
  // The one tool that was to be called: its arguments are the answer.
  ['tool_calls', 'stop'],
  ['function_call', 'stop'],
  ['length', 'length'],
  // Mistral, where the model's context is full
  ['model_length', 'length'],
  ['content_filter', 'refused'],
]);
