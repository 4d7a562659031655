import { LanguageModelTextPart, LanguageModelToolCallPart } from 'vscode';
import type { LanguageModelChatResponse } from 'vscode';
import type { ReplyWatch } from '../../core/providers/provider.js';

/** Puts a reply together: what the tool was called with, else the text. Parts of kinds that are not known are left. */
export async function readReply(
  { stream }: LanguageModelChatResponse,
  watch: ReplyWatch | undefined,
): Promise<string> {
  let text = '';
  let called: object | undefined;
  for await (const part of stream) {
    watch?.piece();
    if (part instanceof LanguageModelTextPart) text += part.value;
    else if (part instanceof LanguageModelToolCallPart) called ??= part.input;
  }
  return called === undefined ? text : JSON.stringify(called);
}
