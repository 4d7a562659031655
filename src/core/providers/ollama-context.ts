import { NoConnection } from './http.js';
import type { CompletionRequest } from './provider.js';
import { tokenCeiling } from './tokens.js';

const step = 1024;
const least = 2048;
/** Kept for a reply of no set length. */
const replyTokens = 2048;

/** The context lengths to ask for, by model. */
export class ContextSizes {
  readonly #most = new Map<string, Promise<number | undefined>>();
  readonly #used = new Map<string, number>();

  /**
   * The context that this request needs, in tokens: prompt and reply, in steps of 1,024, at least 2,048, at most
   * what the model has. Never less than before for the same model, as Ollama loads the model anew for each other
   * size. `show` asks the server about the model, once.
   */
  async sizeFor(request: CompletionRequest, show: () => Promise<unknown>): Promise<number> {
    const { model, sampling } = request;
    const reply = sampling.numPredict ?? sampling.maxTokens ?? replyTokens;
    // A negative number means no limit.
    const wanted = tokenCeiling(request.messages) + (reply > 0 ? reply : replyTokens);
    const rounded = Math.max(least, Math.ceil(wanted / step) * step);
    const size = Math.min(rounded, (await this.#mostOf(model, show)) ?? rounded);
    const used = Math.max(size, this.#used.get(model) ?? 0);
    this.#used.set(model, used);
    return used;
  }

  #mostOf(model: string, show: () => Promise<unknown>): Promise<number | undefined> {
    const known = this.#most.get(model);
    if (known !== undefined) return known;
    const asked = show().then(contextLength, (error: unknown) => {
      this.#most.delete(model); // the next one asks again
      // The request itself would wait in vain as long. Whatever else is wrong, it will say.
      if (isUnreached(error)) throw error;
      return undefined;
    });
    this.#most.set(model, asked);
    return asked;
  }
}

/** Whether there was no answer at all: a network error is a TypeError (WHATWG Fetch). */
const isUnreached = (error: unknown): boolean => error instanceof NoConnection || error instanceof TypeError;

/** `model_info["<architecture>.context_length"]` of a reply of /api/show. */
function contextLength(shown: unknown): number | undefined {
  if (typeof shown !== 'object' || shown === null || !('model_info' in shown)) return undefined;
  const info = shown.model_info;
  if (typeof info !== 'object' || info === null) return undefined;
  for (const [name, value] of Object.entries(info)) {
    const length: unknown = value;
    if (name.endsWith('.context_length') && typeof length === 'number' && length > 0) return length;
  }
  return undefined;
}
