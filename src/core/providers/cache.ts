import * as z from 'zod/mini';
import type { Hash } from '../ports.js';
import { ok } from '../outcome.js';
import type { Completion, CompletionRequest, Provider } from './provider.js';

/** Replies by the content of their requests. Whatever goes wrong in it is a miss. */
export interface ReplyStore {
  get(key: string): string | undefined;
  /** @param value without a line feed */
  put(key: string, value: string): void;
}

/** Raised when the same request would be written or read in another way. */
const cacheVersion = 1;

const kept = z.object({
  text: z.string(),
  reasoning: z.optional(z.string()),
  model: z.string(),
});

/**
 * The provider with replies kept, so that the same request need not be paid for again. Only whole replies are kept;
 * one that was of no use is asked anew (`fresh`) and replaced. A kept reply takes no tokens.
 * @param server where the requests go: the same model may be another one elsewhere
 */
export function withCache(provider: Provider, store: ReplyStore, hash: Hash, server: string): Provider {
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      const key = hash(keyText(provider.id, server, request));
      if (request.fresh !== true) {
        const found = read(store.get(key));
        if (found) return ok(found);
      }
      const result = await provider.complete(request, signal, watch);
      if (result.ok && result.value.finish === 'stop') {
        const { text, reasoning, model } = result.value;
        store.put(key, JSON.stringify({ text, reasoning, model }));
      }
      return result;
    },
  };
}

function keyText(provider: string, server: string, request: CompletionRequest): string {
  const { model, messages, sampling, schema, sample } = request;
  const { temperature, topP, topK, maxTokens, repeatPenalty, numPredict, stop, seed } = sampling;
  const drawn = [temperature, topP, topK, maxTokens, repeatPenalty, numPredict, stop, seed];
  return JSON.stringify([cacheVersion, provider, server, model, messages, drawn, schema, sample]);
}

function read(value: string | undefined): Completion | undefined {
  if (value === undefined) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(value);
  } catch {
    return undefined;
  }
  const { data } = kept.safeParse(json);
  return data && { ...data, finish: 'stop', usage: { input: 0, output: 0 }, cached: true };
}
