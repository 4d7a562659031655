import type { ChatRequest, Message as OllamaMessage, Options } from 'ollama/browser';
import type { Message } from '../dataset/model.js';
import type { HttpFailure } from './http.js';
import type { SchemaForm } from './openai-form.js';
import type { ProviderOptions } from './options.js';
import type { CompletionRequest } from './provider.js';
import { hasLimits, withoutLimits } from './schema.js';
import { argumentsOf } from './tool-arguments.js';
import { wellFormed } from '../well-formed.js';

/**
 * How a shape is asked for (`format`), strictest first. full: the schema as given; unlimited: without lengths and counts;
 * object: any JSON; none: the prompt alone.
 */
export interface OllamaShape {
  readonly schema: Exclude<SchemaForm, 'tool'>;
}

export interface OllamaForm extends OllamaShape {
  /** In tokens. */
  readonly context: number;
  readonly think: ProviderOptions['think'];
  readonly keepAlive: ProviderOptions['keepAlive'];
}

/** `truncate` and `shift` are newer than the SDK's types: false refuses a prompt that would have to be cut. */
export type OllamaBody = ChatRequest & { stream: true; truncate: false; shift: false };

/** The body of /api/chat. Undefined settings are left to the model's own defaults. */
export function ollamaBody(request: CompletionRequest, form: OllamaForm): OllamaBody {
  const { sampling } = request;
  const options: Partial<Options> = { num_ctx: form.context };
  const predict = sampling.numPredict ?? sampling.maxTokens;
  if (predict !== undefined) options.num_predict = predict;
  if (sampling.temperature !== undefined) options.temperature = sampling.temperature;
  if (sampling.topP !== undefined) options.top_p = sampling.topP;
  if (sampling.topK !== undefined) options.top_k = sampling.topK;
  if (sampling.repeatPenalty !== undefined) options.repeat_penalty = sampling.repeatPenalty;
  if (sampling.seed !== undefined) options.seed = sampling.seed;
  if (sampling.stop !== undefined && sampling.stop.length > 0) options.stop = [...sampling.stop];
  return {
    model: request.model,
    messages: request.messages.map(ollamaMessage),
    stream: true,
    truncate: false,
    shift: false,
    options,
    ...formatField(request.schema, form),
    ...(form.think === undefined ? {} : { think: form.think }),
    ...(form.keepAlive === undefined ? {} : { keep_alive: form.keepAlive }),
  };
}

function formatField(
  asked: CompletionRequest['schema'],
  { schema: form }: OllamaShape,
): Pick<ChatRequest, 'format'> {
  if (asked === undefined || form === 'none') return {};
  if (form === 'object') return { format: 'json' };
  return { format: form === 'full' ? asked.schema : withoutLimits(asked.schema) };
}

const refusals: ReadonlySet<number> = new Set([400, 422, 500, 501]);
/** As opposed to what is wrong with a file. */
const aboutFormat = /(?<!\b(?:model|file|image) )\bformat\b|schema|grammar|structured/i;
/** Servers before 0.5 take no schema, and some models behind others none at all: a simpler one is no better. */
const takesNone = /unmarshal|(?:not|n['’]t) support|unsupported/i;

/** The next shape to try after this failure, or undefined if it is not about the shape. */
export function nextOllamaShape(
  { schema: form }: OllamaShape,
  { schema: asked }: CompletionRequest,
  failure: HttpFailure | undefined,
): OllamaShape | undefined {
  if (failure === undefined || asked === undefined || form === 'none') return undefined;
  if (!refusals.has(failure.status) || !aboutFormat.test(failure.body)) return undefined;
  if (form === 'object') return { schema: 'none' };
  const simpler = form === 'full' && !takesNone.test(failure.body) && hasLimits(asked.schema);
  return { schema: simpler ? 'unlimited' : 'object' };
}

function ollamaMessage(message: Message): OllamaMessage {
  const plain = { role: message.role, content: wellFormed(message.content) };
  if (message.toolCalls === undefined) {
    return message.role === 'tool' && message.name !== undefined
      ? { ...plain, tool_name: message.name }
      : plain;
  }
  return {
    ...plain,
    tool_calls: message.toolCalls.map((call) => ({
      function: { name: call.name, arguments: argumentsOf(call.arguments) },
    })),
  };
}
