import * as z from 'zod/mini';
import type { Usage } from '../dataset/model.js';
import { splitThinking } from '../thinking.js';
import { HttpFailure } from './http.js';
import { count, lenient, words } from './lenient.js';
import type { Completion } from './provider.js';

const usageShape = lenient(
  z.object({
    input_tokens: count,
    output_tokens: count,
    cache_creation_input_tokens: count,
    cache_read_input_tokens: count,
    output_tokens_details: lenient(z.object({ thinking_tokens: count })),
  }),
);

const blockShape = z.object({ type: words, text: words, thinking: words, input: z.optional(z.unknown()) });

const endShape = z.object({
  stop_reason: words,
  stop_details: lenient(z.object({ explanation: words })),
});

/** What is read of a message that comes whole, and of the start of one that does not. */
const messageShape = z.extend(endShape, {
  model: words,
  content: lenient(z.array(blockShape)),
  usage: usageShape,
});

/** What is read of an event; kinds not known (`ping`, `signature_delta`, whatever comes to be) are passed by. */
const eventShape = z.object({
  type: words,
  message: lenient(messageShape),
  content_block: lenient(blockShape),
  delta: lenient(z.extend(endShape, { text: words, thinking: words, partial_json: words })),
  usage: usageShape,
});

type Message = z.infer<typeof messageShape>;
type Block = z.infer<typeof blockShape>;
type Counts = z.infer<typeof usageShape>;

/** A message put together from what the server sends: the events of a stream, or the whole of it in one. */
export class AnthropicParts {
  /** Something that looks like a message came. */
  any = false;
  /** Its end was marked. */
  ended = false;
  #model: string | undefined;
  #end: z.infer<typeof endShape> = { stop_reason: undefined, stop_details: undefined };
  #usage: Counts;
  readonly #text: string[] = [];
  readonly #thinking: string[] = [];
  /** The input of the tool that was to be called: the answer, where there is one. */
  readonly #input: string[] = [];

  /** Takes an event or a whole message. True if it held some of the answer. Throws `HttpFailure` for an error. */
  add(value: unknown): boolean {
    if (typeof value !== 'object' || value === null) return false;
    if ('error' in value) throw errorFailure(value);
    const event = eventShape.parse(value);
    const before = this.#pieces;
    switch (event.type ?? '') {
      case 'message':
        this.#begin(messageShape.parse(value));
        this.ended = true;
        break;
      case 'message_start':
        this.#begin(event.message);
        break;
      case 'message_delta':
        this.#end = event.delta ?? this.#end;
        this.#count(event.usage);
        break;
      case 'message_stop':
        this.ended = this.any;
        break;
      default:
        this.#addBlock(event.content_block);
        this.#keep(this.#text, event.delta?.text);
        this.#keep(this.#thinking, event.delta?.thinking);
        this.#keep(this.#input, event.delta?.partial_json);
    }
    return this.#pieces > before;
  }

  /** What has come of the answer. */
  get text(): string {
    return (this.#input.length > 0 ? this.#input : this.#text).join('');
  }

  completion(asked: string): Completion {
    const { stop_reason: reason, stop_details: details } = this.#end;
    const { text, reasoning } = splitThinking(this.text);
    const thoughts = [this.#thinking.join('').trim(), reasoning].filter((part) => part);
    const finish = finishes.get(reason ?? '') ?? 'other';
    return {
      text: text === '' && finish === 'refused' ? (details?.explanation ?? '') : text,
      ...(thoughts.length === 0 ? {} : { reasoning: thoughts.join('\n\n') }),
      model: this.#model ?? asked,
      finish,
      usage: usageOf(this.#usage),
    };
  }

  #begin(message: Message | undefined): void {
    this.any = true;
    this.#model = message?.model;
    if (message !== undefined) this.#end = message;
    this.#count(message?.usage);
    for (const block of message?.content ?? []) this.#addBlock(block);
  }

  /** A block, whole in a message and mostly still empty in a stream. */
  #addBlock(block: Block | undefined): void {
    if (block === undefined) return;
    const { type, text, thinking, input } = block;
    if (type === 'text') this.#keep(this.#text, text);
    if (type === 'thinking') {
      if (this.#thinking.length > 0) this.#thinking.push('\n\n');
      this.#keep(this.#thinking, thinking);
    }
    if (type === 'tool_use' && typeof input === 'object' && input !== null && Object.keys(input).length > 0) {
      this.#input.push(JSON.stringify(input));
    }
  }

  /** The counts of a later event are the whole of what is known by then; what it leaves out stands. */
  #count(usage: Counts): void {
    const known = Object.entries(usage ?? {}).filter(([, value]) => value !== undefined);
    if (known.length > 0) this.#usage = { ...this.#usage, ...Object.fromEntries(known) };
  }

  #keep(pieces: string[], text: string | undefined): void {
    if (text !== undefined && text !== '') pieces.push(text);
  }

  get #pieces(): number {
    return this.#text.length + this.#thinking.length + this.#input.length;
  }
}

/** The statuses that belong to the types of errors (platform.claude.com/docs/en/api/errors). */
const statuses = new Map([
  ['invalid_request_error', 400],
  ['authentication_error', 401],
  ['billing_error', 402],
  ['permission_error', 403],
  ['not_found_error', 404],
  ['request_too_large', 413],
  ['rate_limit_error', 429],
  ['api_error', 500],
  ['timeout_error', 504],
  ['overloaded_error', 529],
]);

const errorShape = z.object({ error: z.object({ type: words }) });

/** An error in the middle of a stream, or with status 200. */
function errorFailure(value: object): HttpFailure {
  const type = errorShape.safeParse(value).data?.error.type;
  return new HttpFailure(statuses.get(type ?? '') ?? 500, new Headers(), JSON.stringify(value));
}

const finishes = new Map<string, Completion['finish']>([
  ['end_turn', 'stop'],
  ['stop_sequence', 'stop'],
  ['tool_use', 'stop'],
  ['max_tokens', 'length'],
  ['model_context_window_exceeded', 'length'],
  ['refusal', 'refused'],
]);

/** What was read from the cache, and written to it, is not in `input_tokens`. */
function usageOf(usage: Counts): Usage | undefined {
  if (usage === undefined) return undefined;
  const { input_tokens: input, cache_creation_input_tokens: written, cache_read_input_tokens: read } = usage;
  return {
    input: input === undefined ? undefined : input + (written ?? 0) + (read ?? 0),
    output: usage.output_tokens,
    cachedInput: read,
    reasoning: usage.output_tokens_details?.thinking_tokens,
  };
}
