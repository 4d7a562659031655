import type { Content, GenerateContentConfig, GenerateContentParameters, Part } from '@google/genai/web';
import type { Message } from '../dataset/model.js';
import { wellFormed } from '../well-formed.js';
import type { HttpFailure } from './http.js';
import type { SchemaForm } from './openai-form.js';
import type { CompletionRequest } from './provider.js';
import { hasLimits, withoutLimits } from './schema.js';
import { argumentsOf } from './tool-arguments.js';

/** How a request is put, as far as models differ. Learned from their 400s. */
export interface GeminiForm {
  /** full: JSON by the schema as given; unlimited: without lengths and counts; object: any JSON; none: plain text. */
  readonly schema: Exclude<SchemaForm, 'tool'>;
  /** field: as the system instruction; turn: at the head of the first turn, for models that take none (Gemma). */
  readonly system: 'field' | 'turn';
}

/** What the SDK makes the body of :streamGenerateContent from. Undefined settings are left to the model. */
export function geminiRequest(
  request: CompletionRequest,
  form: GeminiForm,
  signal: AbortSignal,
): GenerateContentParameters {
  const { sampling } = request;
  const system = request.messages.filter(({ role }) => role === 'system').map(systemText);
  const contents = geminiTurns(request.messages);
  const config: GenerateContentConfig = {
    abortSignal: signal,
    // The SDK would ask again by itself.
    automaticFunctionCalling: { disable: true },
    automaticContinuation: false,
    ...schemaPart(request, form),
  };
  if (system.length > 0) {
    if (form.system === 'field') config.systemInstruction = system.join('\n\n');
    else contents.unshift({ role: 'user', parts: system.map((text) => ({ text })) });
  }
  if (sampling.temperature !== undefined) config.temperature = sampling.temperature;
  if (sampling.topP !== undefined) config.topP = sampling.topP;
  if (sampling.topK !== undefined) config.topK = sampling.topK;
  if (sampling.maxTokens !== undefined) config.maxOutputTokens = sampling.maxTokens;
  if (sampling.stop !== undefined && sampling.stop.length > 0) config.stopSequences = [...sampling.stop];
  if (sampling.seed !== undefined) config.seed = sampling.seed;
  return { model: request.model, contents, config };
}

const systemText = ({ content }: Message): string => wellFormed(content);

function schemaPart({ schema }: CompletionRequest, form: GeminiForm): GenerateContentConfig {
  if (schema === undefined || form.schema === 'none') return {};
  const responseMimeType = 'application/json';
  if (form.schema === 'object') return { responseMimeType };
  const shape = form.schema === 'full' ? schema.schema : withoutLimits(schema.schema);
  return { responseMimeType, responseJsonSchema: shape };
}

const aboutSchema = /schema|response_?mime_?type|json ?mode|too many states/i;
const aboutSystem = /(?:developer|system) ?_?instruction/i;

/** The next form to try after this failure, or undefined if it is not about the form. */
export function nextGeminiForm(
  form: GeminiForm,
  request: CompletionRequest,
  failure: HttpFailure | undefined,
): GeminiForm | undefined {
  if (failure?.status !== 400) return undefined;
  const { body } = failure;
  if (form.system === 'field' && aboutSystem.test(body)) return { ...form, system: 'turn' };
  const { schema } = request;
  if (schema === undefined || form.schema === 'none' || !aboutSchema.test(body)) return undefined;
  if (form.schema === 'full' && hasLimits(schema.schema)) return { ...form, schema: 'unlimited' };
  return { ...form, schema: form.schema === 'object' ? 'none' : 'object' };
}

function geminiTurns(messages: readonly Message[]): Content[] {
  const called = new Map<string, string>();
  const turns: Content[] = [];
  for (const message of messages) {
    for (const call of message.toolCalls ?? []) called.set(call.id, call.name);
    if (message.role !== 'system') turns.push(geminiTurn(message, called));
  }
  return turns;
}

/** @param called The names of the tools called so far, by the id of the call. */
function geminiTurn(message: Message, called: ReadonlyMap<string, string>): Content {
  const text = wellFormed(message.content);
  if (message.role === 'tool') {
    const id = message.name ?? '';
    const functionResponse = { id, name: called.get(id) ?? id, response: { output: text } };
    return { role: 'user', parts: [{ functionResponse }] };
  }
  const calls: Part[] = (message.toolCalls ?? []).map((call) => ({
    functionCall: { id: call.id, name: call.name, args: argumentsOf(call.arguments) },
  }));
  const said: Part[] = text === '' && calls.length > 0 ? [] : [{ text }];
  return { role: message.role === 'assistant' ? 'model' : 'user', parts: [...said, ...calls] };
}
