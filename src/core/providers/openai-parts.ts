import { count, lenient } from './lenient.js';
import * as z from 'zod/mini';
import type { Usage } from '../dataset/model.js';
import { HttpFailure } from './http.js';

const usageShape = lenient(
  z.object({
    prompt_tokens: count,
    completion_tokens: count,
    prompt_tokens_details: lenient(z.object({ cached_tokens: count })),
    /** DeepSeek's own name for it. */
    prompt_cache_hit_tokens: count,
    completion_tokens_details: lenient(z.object({ reasoning_tokens: count })),
  }),
);

/**
 * A chat completion put together from what the server sends: the events of a stream, or the one object of a reply that
 * is not streamed. Read by hand and leniently, as this is done for each piece, and compatible servers leave out or
 * misspell much.
 */
export class OpenaiParts {
  /** Something that looks like a completion came. */
  any = false;
  model: string | undefined;
  /** Why it ended, as the server puts it; undefined until it has. */
  finish: string | undefined;
  #text: string[] = [];
  #thoughts: string[] = [];
  #refusal: string[] = [];
  #arguments: string[] = [];
  #usage: unknown;

  /** Takes an event or a whole reply. True if it held some of the answer. Throws `HttpFailure` for an error. */
  add(value: unknown): boolean {
    if (!isObject(value)) return false;
    throwError(value);
    if (typeof value['model'] === 'string' && value['model'] !== '') this.model = value['model'];
    if (isObject(value['usage'])) this.#usage = value['usage'];
    const { choices } = value;
    if (!Array.isArray(choices)) return false;
    for (const choice of choices as unknown[]) {
      if (!isObject(choice) || (typeof choice['index'] === 'number' && choice['index'] !== 0)) continue;
      return this.#addChoice(choice);
    }
    return false;
  }

  #addChoice(choice: Fields): boolean {
    throwError(choice);
    if (typeof choice['finish_reason'] === 'string') this.finish = choice['finish_reason'];
    const said = isObject(choice['delta']) ? choice['delta'] : choice['message'];
    if (!isObject(said)) {
      this.any ||= this.finish !== undefined;
      return false;
    }
    this.any = true;
    const before = this.#pieces;
    this.#addContent(said['content']);
    keep(this.#thoughts, said['reasoning_content'] ?? said['reasoning'] ?? said['thinking']);
    keep(this.#refusal, said['refusal']);
    const calls = said['tool_calls'];
    const call: unknown = Array.isArray(calls) ? calls[0] : undefined;
    // Of several calls, the first: only one was asked for.
    if (isObject(call) && isObject(call['function']) && (call['index'] ?? 0) === 0) {
      keep(this.#arguments, call['function']['arguments']);
    }
    return this.#pieces > before;
  }

  /** Some servers send parts: `[{type: 'text', text}]`, with thinking among them. */
  #addContent(content: unknown): void {
    if (!Array.isArray(content)) return keep(this.#text, content);
    for (const part of content as unknown[]) {
      if (!isObject(part)) continue;
      const { type, text, thinking } = part;
      if (type === undefined || type === 'text') keep(this.#text, text);
      else if (type === 'thinking') {
        for (const thought of Array.isArray(thinking) ? (thinking as unknown[]) : [thinking]) {
          keep(this.#thoughts, isObject(thought) ? thought['text'] : thought);
        }
      }
    }
  }

  get #pieces(): number {
    return this.#text.length + this.#thoughts.length + this.#refusal.length + this.#arguments.length;
  }

  /** The answer: where a tool was called, what it was called with. */
  get text(): string {
    return this.#arguments.length > 0 ? this.#arguments.join('') : this.#text.join('');
  }

  get thoughts(): string {
    return this.#thoughts.join('');
  }

  get refusal(): string {
    return this.#refusal.join('');
  }

  get usage(): Usage | undefined {
    const usage = this.#usage === undefined ? undefined : usageShape.parse(this.#usage);
    return (
      usage && {
        input: usage.prompt_tokens,
        output: usage.completion_tokens,
        cachedInput: usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens,
        reasoning: usage.completion_tokens_details?.reasoning_tokens,
      }
    );
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keep(pieces: string[], text: unknown): void {
  if (typeof text === 'string' && text !== '') pieces.push(text);
}

/**
 * Throws where an object holds an error: OpenRouter and others answer 200 and put it, with its own status, into the
 * body, a choice or an event; vLLM's is the event itself.
 */
function throwError(value: Fields): void {
  const error = value['object'] === 'error' ? value : value['error'];
  if (error === undefined || error === null || error === '') return;
  throw new HttpFailure(statusOf(error), new Headers(), JSON.stringify({ error }));
}

function statusOf(error: unknown): number {
  if (!isObject(error)) return 500;
  const { code, status, type } = error;
  for (const number of [code, status]) {
    if (typeof number === 'number' && number >= 400 && number < 600) return number;
  }
  return /rate_?limit|too_many|insufficient_quota/i.test(`${String(code)} ${String(type)}`) ? 429 : 500;
}
