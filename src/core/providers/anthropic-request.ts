import type { Anthropic } from '@anthropic-ai/sdk';
import type { Message } from '../dataset/model.js';
import { wellFormed } from '../well-formed.js';
import type { Endpoint } from './endpoint.js';
import type { HttpFailure } from './http.js';
import type { SchemaForm } from './openai-form.js';
import type { CompletionRequest, Sampling } from './provider.js';
import { hasLimits, withoutLimits } from './schema.js';
import { argumentsOf } from './tool-arguments.js';

/** How a request is put, as far as models and compatible servers differ. Learned from their 400s. */
export interface AnthropicForm {
  /**
   * full: structured output with the schema as given; unlimited: without lengths and counts; tool: a tool of that
   * shape that must be called; none: plain text.
   */
  readonly schema: Exclude<SchemaForm, 'object'>;
  /** Whether the tool's input is held to the schema. */
  readonly strict: boolean;
  /** all: as set; one: the temperature without `top_p`, which some models do not take together; none. */
  readonly sampling: 'all' | 'one' | 'none';
}

/** `temperature`, `top_p` and `top_k` are in the older version of the API alone. */
export type AnthropicBody = Omit<Anthropic.MessageCreateParamsNonStreaming, 'stream'> & {
  stream: boolean;
  temperature?: number;
  top_p?: number;
  top_k?: number;
};

/** The API wants a limit. Every model that Anthropic serves takes this one; thinking counts towards it. */
const replyTokens = 16_384;

/** Anthropic's own service refuses lengths and counts in a schema. */
export function isAnthropicHost(endpoint: Endpoint): boolean {
  return new URL(endpoint.url).hostname === 'api.anthropic.com';
}

/**
 * The `anthropic-version` of a request. The newest one has no `temperature`, `top_p` and `top_k`, and answers 400 to
 * them; the one before still has them, for models that do.
 */
export function anthropicVersion(sampling: Sampling, form: AnthropicForm): '2023-06-01' | '2026-10-21' {
  return form.sampling !== 'none' && isSampled(sampling) ? '2023-06-01' : '2026-10-21';
}

/** The body of /v1/messages. Undefined settings are left to the model. There is no seed. */
export function anthropicBody(
  request: CompletionRequest,
  form: AnthropicForm,
  stream: boolean,
): AnthropicBody {
  const { sampling } = request;
  const system = request.messages.filter(({ role }) => role === 'system');
  const body: AnthropicBody = {
    model: request.model,
    max_tokens: sampling.maxTokens ?? replyTokens,
    messages: request.messages.filter(({ role }) => role !== 'system').map(anthropicMessage),
    stream,
  };
  if (system.length > 0) body.system = system.map(({ content }) => wellFormed(content)).join('\n\n');
  if (sampling.stop !== undefined && sampling.stop.length > 0) body.stop_sequences = [...sampling.stop];
  if (form.sampling !== 'none') {
    const { temperature, topP, topK } = sampling;
    if (temperature !== undefined) body.temperature = temperature;
    if (topP !== undefined && (temperature === undefined || form.sampling === 'all')) body.top_p = topP;
    if (topK !== undefined) body.top_k = topK;
  }
  return { ...body, ...schemaPart(request, form) };
}

function schemaPart({ schema }: CompletionRequest, form: AnthropicForm): Partial<AnthropicBody> {
  if (schema === undefined || form.schema === 'none') return {};
  const shape = form.schema === 'full' ? schema.schema : withoutLimits(schema.schema);
  if (form.schema === 'full' || form.schema === 'unlimited') {
    return { output_config: { format: { type: 'json_schema', schema: { ...shape } } } };
  }
  const { name } = schema;
  const tool: Anthropic.Tool = {
    name,
    description: 'Gives the answer.',
    input_schema: { ...(form.strict ? shape : schema.schema), type: 'object' },
    ...(form.strict ? { strict: true } : {}),
  };
  return { tools: [tool], tool_choice: { type: 'tool', name, disable_parallel_tool_use: true } };
}

const aboutSampling =
  /(?:temperature|top_p|top_k)[^.]{0,80}(?:support|deprecated|permitted|both|removed|unknown|may only)/i;
const aboutSchema = /output_?(?:config|format)|structured|json_?schema|schema|grammar/i;
const aboutTools = /tool|\bstrict\b|schema|grammar/i;

/** The next form to try after this failure, or undefined if it is not about the form. */
export function nextAnthropicForm(
  form: AnthropicForm,
  request: CompletionRequest,
  failure: HttpFailure | undefined,
): AnthropicForm | undefined {
  if (failure === undefined || (failure.status !== 400 && failure.status !== 422)) return undefined;
  const { body } = failure;
  if (form.sampling !== 'none' && isSampled(request.sampling) && aboutSampling.test(body)) {
    const { temperature, topP } = request.sampling;
    const two = form.sampling === 'all' && temperature !== undefined && topP !== undefined;
    return { ...form, sampling: two ? 'one' : 'none' };
  }
  const { schema } = request;
  if (schema === undefined || form.schema === 'none') return undefined;
  switch (form.schema) {
    case 'full':
      if (!aboutSchema.test(body)) return undefined;
      return { ...form, schema: hasLimits(schema.schema) ? 'unlimited' : 'tool' };
    case 'unlimited':
      return aboutSchema.test(body) ? { ...form, schema: 'tool' } : undefined;
    case 'tool':
      if (!aboutTools.test(body)) return undefined;
      return form.strict ? { ...form, strict: false } : { ...form, schema: 'none' };
  }
}

function isSampled({ temperature, topP, topK }: Sampling): boolean {
  return temperature !== undefined || topP !== undefined || topK !== undefined;
}

function anthropicMessage(message: Message): Anthropic.MessageParam {
  const content = wellFormed(message.content);
  if (message.role === 'tool') {
    return { role: 'user', content: [{ type: 'tool_result', tool_use_id: message.name ?? '', content }] };
  }
  if (message.role !== 'assistant') return { role: 'user', content };
  if (message.toolCalls === undefined) return { role: 'assistant', content };
  return {
    role: 'assistant',
    content: [
      ...(content === '' ? [] : [{ type: 'text' as const, text: content }]),
      ...message.toolCalls.map((call) => ({
        type: 'tool_use' as const,
        id: call.id,
        name: call.name,
        input: argumentsOf(call.arguments),
      })),
    ],
  };
}
