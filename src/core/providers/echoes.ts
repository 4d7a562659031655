import { ok } from '../outcome.js';
import type { Completion, CompletionRequest, Provider } from './provider.js';
import { hide } from './redact.js';

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
      if (!result.ok || without(result.value, long) === result.value) return result;
      return ok(
        without(
          result.value,
          long.filter((secret) => !isAsked(request, secret)),
        ),
      );
    },
  };
}

/** The same completion where it holds none of the secrets. */
function without(completion: Completion, secrets: readonly string[]): Completion {
  const said = [completion.text, completion.reasoning ?? '', completion.model] as const;
  const [text, reasoning, model] = said.map((each) => hide(each, secrets)) as [string, string, string];
  if (said.every((each, i) => each === [text, reasoning, model][i])) return completion;
  return { ...completion, text, ...(completion.reasoning === undefined ? {} : { reasoning }), model };
}

const isAsked = ({ messages, model }: CompletionRequest, secret: string): boolean =>
  model.includes(secret) || messages.some(({ content }) => content.includes(secret));
