import { CancellationError, LanguageModelError } from 'vscode';
import type { ProviderError } from '../../core/providers/provider.js';

/** What an error of VS Code's language models comes to, with what to do. */
export function toModelError(thrown: unknown, model: string): ProviderError {
  if (thrown instanceof CancellationError) return { code: 'cancelled', message: 'Cancelled.' };
  const words = wordsOf(thrown);
  const said = words === '' ? '' : ` It said: ${words.replace(/\.?$/, '.')}`;
  if (thrown instanceof LanguageModelError) {
    switch (thrown.code) {
      case LanguageModelError.NoPermissions.name:
        return {
          code: 'auth',
          message: `Pairsmith may not use ${model}. Allow it when VS Code asks, or choose another model.`,
        };
      case LanguageModelError.Blocked.name:
        return {
          code: 'quota',
          message: `${model} is blocked or its quota is used up. Wait until it is renewed, or choose another model.${said}`,
        };
      case LanguageModelError.NotFound.name:
        return { code: 'not-found', message: `${model} is no longer there. Choose another model.` };
    }
  }
  if (/cancell?ed/i.test(said)) return { code: 'cancelled', message: 'Cancelled.' };
  if (/rate.?limit|too many requests|\b429\b/i.test(said)) {
    return { code: 'rate', message: `${model} has had too many requests. Ask for fewer at once.${said}` };
  }
  if (/quota|premium request/i.test(said)) {
    return { code: 'quota', message: `The quota of ${model} is used up. Choose another model.${said}` };
  }
  if (/filtered|content.?(?:policy|filter|management)|off.?topic/i.test(said)) {
    return { code: 'refused', message: `${model} refused what the chunk says.${said}` };
  }
  if (/too long|too large|context.?(?:length|window)|maximum.*tokens/i.test(said)) {
    return {
      code: 'context',
      message: `The prompt is too long for ${model}. Make the chunks smaller.${said}`,
    };
  }
  return { code: 'server', message: `${model} did not answer.${said} Try again.` };
}

/** What an error and its causes say. */
export function wordsOf(thrown: unknown): string {
  const messages: string[] = [];
  for (let cause = thrown; cause instanceof Error && messages.length < 3; cause = cause.cause) {
    messages.push(cause.message);
  }
  return messages.join(' ').replace(/\s+/g, ' ').trim().slice(0, 300);
}
