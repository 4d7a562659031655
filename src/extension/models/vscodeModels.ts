import { CancellationTokenSource, lm } from 'vscode';
import type { LanguageModelChat } from 'vscode';
import { fail, ok, type Outcome } from '../../core/outcome.js';
import { untilAborted } from '../../core/providers/abort.js';
import { splitThinking } from '../../core/thinking.js';
import type {
  Completion,
  CompletionRequest,
  Provider,
  ProviderError,
  ReplyWatch,
} from '../../core/providers/provider.js';
import { vscodeId } from '../../core/providers/vscode.js';
import { toModelError, wordsOf } from './modelError.js';
import { chatMessages, chatOptions, tokensAtMost, type Shape } from './modelRequest.js';
import { readReply } from './modelReply.js';

/** A model that VS Code has now, by the name that settings have for it. */
export interface EditorModel {
  /** `vendor/id`, such as `copilot/gpt-4.1`. */
  readonly name: string;
  /** For people. */
  readonly about: string;
}

/** The models that VS Code has now, by name: those of Copilot and of other extensions. */
export async function editorModels(): Promise<EditorModel[]> {
  const models = await lm.selectChatModels();
  const named = models.map((model) => ({ name: nameOf(model), about: model.name }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const nameOf = ({ vendor, id }: LanguageModelChat): string => `${vendor}/${id}`;

/**
 * VS Code's own language models. A shape is asked for as a tool that must be called; a model that takes no tools gets
 * the prompt alone, found out once a model. VS Code asks the user for leave at the first request. It counts no tokens.
 */
export function vscodeProvider(): Provider {
  const shapes = new Map<string, Shape>();
  return {
    id: vscodeId,
    complete: (request, signal, watch) => untilAborted(signal, (own) => ask(request, own, shapes, watch)),
  };
}

async function ask(
  request: CompletionRequest,
  signal: AbortSignal,
  shapes: Map<string, Shape>,
  watch: ReplyWatch | undefined,
): Promise<Outcome<Completion, ProviderError>> {
  const found = await find(request.model);
  if (!found.ok) return found;
  const model = found.value;
  const tokens = await tokensAtMost(model, request);
  if (tokens > model.maxInputTokens) {
    const message = `The prompt takes ${tokens} tokens, and ${request.model} ${model.maxInputTokens} at most. Make the chunks smaller.`;
    return fail({ code: 'context', message });
  }
  const cancel = new CancellationTokenSource();
  const stop = () => cancel.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const shape = request.schema ? (shapes.get(request.model) ?? 'tool') : 'prompt';
      try {
        const response = await model.sendRequest(
          chatMessages(request.messages),
          chatOptions(request, shape),
          cancel.token,
        );
        watch?.started();
        const { text, reasoning } = splitThinking(await readReply(response, watch));
        return ok({ text, reasoning, model: model.name || request.model, finish: 'stop' });
      } catch (error) {
        if (shape !== 'tool' || !isAboutTools(error)) throw error;
        shapes.set(request.model, 'prompt');
      }
    }
  } catch (error) {
    return fail(toModelError(error, request.model));
  } finally {
    signal.removeEventListener('abort', stop);
    cancel.dispose();
  }
}

async function find(name: string): Promise<Outcome<LanguageModelChat, ProviderError>> {
  const models = await lm.selectChatModels();
  const found =
    models.find((model) => nameOf(model) === name) ??
    models.find(({ id, family }) => id === name || family === name);
  if (found) return ok(found);
  const message =
    models.length === 0
      ? 'VS Code has no language model. Sign in to GitHub Copilot or install an extension with models, or choose another provider.'
      : `VS Code has no language model ${name}. Choose one that it has: ${models.slice(0, 5).map(nameOf).join(', ')}.`;
  return fail({ code: 'not-found', message });
}

const isAboutTools = (error: unknown): boolean => /\btools?\b|function.?call/i.test(wordsOf(error));
