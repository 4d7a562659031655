import { ok } from '../outcome.js';
import type { CompletionRequest, Provider } from './provider.js';

/** What is shorter could be a word of an answer. In UTF-16 code units. */
const shortest = 8;

/**
 * The provider with no reply that holds what proves who asks: a server that echoes the headers of its requests would
 * else have the key written into the dataset. What the request itself says is no secret to its reply.
 */
export function withoutEchoes(provider: Provider, secrets: readonly string[]): Provider {
  const long = secrets.filter((secret) => secret.length >= shortest);
  if (long.length === 0) return provider;
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      const result = await provider.complete(request, signal, watch);
      if (!result.ok) return result;
      const { text, reasoning, model } = result.value;
      const echoed = long.filter((secret) => [text, reasoning, model].some((said) => said?.includes(secret)));
      const hidden = echoed.filter((secret) => !isAsked(request, secret));
      if (hidden.length === 0) return result;
      const clean = (said: string): string =>
        hidden.reduce((left, secret) => left.replaceAll(secret, '[key]'), said);
      return ok({
        ...result.value,
        text: clean(text),
        ...(reasoning === undefined ? {} : { reasoning: clean(reasoning) }),
        model: clean(model),
      });
    },
  };
}

const isAsked = ({ messages, model }: CompletionRequest, secret: string): boolean =>
  model.includes(secret) || messages.some(({ content }) => content.includes(secret));
