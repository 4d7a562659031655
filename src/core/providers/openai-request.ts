import type OpenAI from 'openai';
import type { Message } from '../dataset/model.js';
import type { Endpoint } from './endpoint.js';
import type { HttpFailure } from './http.js';
import type { CompletionRequest } from './provider.js';
import { hasLimits, withoutLimits } from './schema.js';
import { wellFormed } from '../well-formed.js';

/** How a request is put, as far as servers differ. Learned from their 400s. */
export interface RequestForm {
  /** full: json_schema as given; unlimited: without lengths and counts; object: any JSON; none: plain text. */
  readonly schema: 'full' | 'unlimited' | 'object' | 'none';
  /** OpenAI's newer models refuse `max_tokens`, most others know nothing else. */
  readonly tokens: 'max_tokens' | 'max_completion_tokens';
  /** Whether the reply is asked for piece by piece. */
  readonly stream: boolean;
  /** Whether a stream is asked to end with its usage (`stream_options`). */
  readonly usage: boolean;
}

type Body = OpenAI.ChatCompletionCreateParams;

/** OpenAI's own service refuses what it does not know, and length limits in a strict schema. */
export function isOpenaiHost(endpoint: Endpoint): boolean {
  const { hostname } = new URL(endpoint.url);
  return hostname === 'api.openai.com' || hostname.endsWith('.openai.azure.com');
}

/** The request's body. Undefined settings are left to the server. */
export function openaiBody(request: CompletionRequest, form: RequestForm): Body {
  const { sampling } = request;
  const body: Body & { top_k?: number; repeat_penalty?: number } = {
    model: request.model,
    messages: request.messages.map(openaiMessage),
    stream: form.stream,
    ...(form.stream && form.usage ? { stream_options: { include_usage: true } } : {}),
  };
  if (sampling.temperature !== undefined) body.temperature = sampling.temperature;
  if (sampling.topP !== undefined) body.top_p = sampling.topP;
  // Not OpenAI's, but llama.cpp's and many others'; sent only where somebody set them.
  if (sampling.topK !== undefined) body.top_k = sampling.topK;
  if (sampling.repeatPenalty !== undefined) body.repeat_penalty = sampling.repeatPenalty;
  if (sampling.maxTokens !== undefined) body[form.tokens] = sampling.maxTokens;
  if (sampling.stop !== undefined && sampling.stop.length > 0) body.stop = [...sampling.stop];
  if (sampling.seed !== undefined) body.seed = sampling.seed;
  const format = responseFormat(request, form);
  if (format !== undefined) body.response_format = format;
  return body;
}

function responseFormat(request: CompletionRequest, form: RequestForm): Body['response_format'] {
  const { schema } = request;
  if (schema === undefined || form.schema === 'none') return undefined;
  if (form.schema === 'object') return { type: 'json_object' };
  const shape = form.schema === 'full' ? schema.schema : withoutLimits(schema.schema);
  return { type: 'json_schema', json_schema: { name: schema.name, strict: true, schema: { ...shape } } };
}

/** Statuses by which servers refuse a form: 501 is for streaming. */
const refusals: ReadonlySet<number> = new Set([400, 422, 501]);

/** The next form to try after this failure, or undefined if it is not about the form. */
export function nextForm(
  form: RequestForm,
  request: CompletionRequest,
  failure: HttpFailure | undefined,
): RequestForm | undefined {
  if (failure === undefined || !refusals.has(failure.status)) return undefined;
  const { body } = failure;
  if (form.stream && form.usage && /stream_options|include_usage/.test(body))
    return { ...form, usage: false };
  if (form.stream && /\bstream(?:ed|ing|s)?\b/i.test(body)) return { ...form, stream: false };
  if (form.tokens === 'max_tokens' && request.sampling.maxTokens !== undefined) {
    if (body.includes('max_completion_tokens')) return { ...form, tokens: 'max_completion_tokens' };
  }
  const { schema } = request;
  if (schema === undefined || form.schema === 'none') return undefined;
  if (!/response_?format|schema|json_object|grammar|guided|structured/i.test(body)) return undefined;
  if (form.schema === 'full' && hasLimits(schema.schema)) return { ...form, schema: 'unlimited' };
  return { ...form, schema: form.schema === 'object' ? 'none' : 'object' };
}

function openaiMessage(message: Message): OpenAI.ChatCompletionMessageParam {
  const content = wellFormed(message.content);
  const named = message.name === undefined ? {} : { name: message.name };
  const { role } = message;
  if (role === 'tool') return { role, content, tool_call_id: message.name ?? '' };
  if (role !== 'assistant') return { role, content, ...named };
  const calls = message.toolCalls?.map(openaiToolCall);
  return { role, content, ...named, ...(calls === undefined ? {} : { tool_calls: calls }) };
}

function openaiToolCall(
  call: NonNullable<Message['toolCalls']>[number],
): OpenAI.ChatCompletionMessageToolCall {
  return { id: call.id, type: 'function', function: { name: call.name, arguments: call.arguments } };
}
