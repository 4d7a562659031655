import type OpenAI from 'openai';
import type { Message } from '../dataset/model.js';
import type { RequestForm, SchemaForm } from './openai-form.js';
import type { Preset } from './presets.js';
import type { CompletionRequest } from './provider.js';
import { withoutLimits } from './schema.js';
import { wellFormed } from '../well-formed.js';

/** How a service's words differ from OpenAI's. */
type Dialect = Pick<Preset, 'seedName' | 'withSchema'>;

type Body = OpenAI.ChatCompletionCreateParams;

/** The request's body. Undefined settings are left to the server. */
export function openaiBody(request: CompletionRequest, form: RequestForm, dialect: Dialect = {}): Body {
  const { sampling } = request;
  const body: Body & { top_k?: number; repeat_penalty?: number; random_seed?: number } = {
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
  if (sampling.seed !== undefined) body[dialect.seedName ?? 'seed'] = sampling.seed;
  if (request.schema === undefined || form.schema === 'none') return body;
  return Object.assign(body, shapeFields(request.schema, form.schema), dialect.withSchema);
}

function shapeFields(
  { name, schema }: NonNullable<CompletionRequest['schema']>,
  form: Exclude<SchemaForm, 'none'>,
): Partial<Body> {
  if (form === 'object') return { response_format: { type: 'json_object' } };
  const shape = { ...(form === 'full' ? schema : withoutLimits(schema)) };
  if (form !== 'tool') {
    return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema: shape } } };
  }
  return {
    tools: [{ type: 'function', function: { name, parameters: shape } }],
    tool_choice: { type: 'function', function: { name } },
  };
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
