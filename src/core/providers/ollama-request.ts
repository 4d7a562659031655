import type { ChatRequest, Message as OllamaMessage, Options } from 'ollama/browser';
import type { Message } from '../dataset/model.js';
import type { ProviderOptions } from './options.js';
import type { CompletionRequest } from './provider.js';
import { argumentsOf } from './tool-arguments.js';
import { wellFormed } from '../well-formed.js';

export interface OllamaForm {
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
    ...(request.schema === undefined ? {} : { format: request.schema.schema }),
    ...(form.think === undefined ? {} : { think: form.think }),
    ...(form.keepAlive === undefined ? {} : { keep_alive: form.keepAlive }),
  };
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
