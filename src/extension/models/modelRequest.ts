import { l10n, LanguageModelChatMessage, LanguageModelChatToolMode } from 'vscode';
import type { LanguageModelChat, LanguageModelChatRequestOptions } from 'vscode';
import type { Message } from '../../core/dataset/model.js';
import type { CompletionRequest } from '../../core/providers/provider.js';
import { tokenCeiling } from '../../core/providers/tokens.js';

/** How a shape is asked for. */
export type Shape = 'tool' | 'prompt';

/** VS Code knows no system messages: they stand before the first of the user's. */
export function chatMessages(messages: readonly Message[]): LanguageModelChatMessage[] {
  return messages.map(({ role, content }) =>
    role === 'assistant'
      ? LanguageModelChatMessage.Assistant(content)
      : LanguageModelChatMessage.User(content),
  );
}

/** Sampling goes along where it was set; what a model makes of it is its own affair. */
export function chatOptions(
  { sampling, schema }: CompletionRequest,
  shape: Shape,
): LanguageModelChatRequestOptions {
  const { temperature, topP, topK, maxTokens, stop, seed } = sampling;
  const given = { temperature, top_p: topP, top_k: topK, max_tokens: maxTokens, stop, seed };
  const modelOptions = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const options = {
    justification: l10n.t('Pairsmith asks it for questions and answers about your documents.'),
    modelOptions,
  };
  if (schema === undefined || shape === 'prompt') return options;
  const tool = { name: schema.name, description: 'Takes the reply.', inputSchema: schema.schema };
  return { ...options, tools: [tool], toolMode: LanguageModelChatToolMode.Required };
}

/** How many tokens the messages take: as the model counts them where it could be too many, else at most. */
export async function tokensAtMost(
  model: LanguageModelChat,
  { messages }: CompletionRequest,
): Promise<number> {
  const ceiling = tokenCeiling(messages);
  if (ceiling <= model.maxInputTokens) return ceiling;
  let tokens = 0;
  for (const message of chatMessages(messages)) tokens += await model.countTokens(message);
  return tokens;
}
