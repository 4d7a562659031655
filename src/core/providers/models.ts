import * as z from 'zod/mini';
import { fail, ok, type Outcome } from '../outcome.js';
import { parseEndpoint } from './endpoint.js';
import { ProtocolError, toProviderError, type ErrorContext } from './errors.js';
import { guardedFetch } from './http.js';
import type { ProviderError } from './provider.js';

/** A model that a server has. */
export interface OfferedModel {
  /** As requests name it. */
  readonly name: string;
  /** For people: its size, say; empty where the server says nothing. */
  readonly about: string;
}

export interface ModelsQuery {
  /** The provider's id. */
  readonly provider: string;
  /** The server's address, as settings have it. */
  readonly address: string;
  readonly key: string | undefined;
  readonly fetch?: typeof fetch | undefined;
}

const openaiList = z.object({ data: z.array(z.object({ id: z.string() })) });
const ollamaList = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      size: z.optional(z.number()),
      details: z.optional(z.object({ parameter_size: z.optional(z.string()) })),
    }),
  ),
});

/** A server that answers at all answers this at once. */
const patienceMs = 10_000;

/** Asks a server which models it has: Ollama's /api/tags, others' /models. By name. */
export async function offeredModels(query: ModelsQuery): Promise<Outcome<OfferedModel[], ProviderError>> {
  const ollama = query.provider === 'ollama';
  const address = ollama ? query.address.trim().replace(/\/(?:v1|api)\/?$/, '') : query.address;
  const endpoint = parseEndpoint(address, query.key);
  if (!endpoint.ok) return endpoint;
  const { url } = endpoint.value;
  const context: ErrorContext = {
    endpoint: endpoint.value,
    model: '',
    keyName: 'API key',
    unreachable: ollama
      ? 'Start Ollama with `ollama serve`, or change the base URL.'
      : 'Start the server, or change the base URL.',
    unknownModel: 'Choose one that the server offers.',
    unknownAddress: ollama
      ? 'Check the base URL: Ollama usually is at http://127.0.0.1:11434.'
      : 'Check the base URL: it usually ends in /v1.',
  };
  try {
    const ask = guardedFetch(query.fetch ?? fetch, endpoint.value, AbortSignal.timeout(patienceMs));
    const reply: unknown = await (await ask(url + (ollama ? '/api/tags' : '/models'))).json();
    const models = ollama ? fromOllama(reply) : fromOpenai(reply);
    if (models) return ok(models.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
    throw new ProtocolError(`${url} does not answer with a list of models. ${context.unknownAddress}`);
  } catch (error) {
    return fail(toProviderError(error, context));
  }
}

function fromOpenai(reply: unknown): OfferedModel[] | undefined {
  return openaiList.safeParse(reply).data?.data.map(({ id }) => ({ name: id, about: '' }));
}

/** Models that Ollama only passes on to another server take next to nothing, which says nothing of them. */
const smallest = 5e7;

function fromOllama(reply: unknown): OfferedModel[] | undefined {
  return ollamaList.safeParse(reply).data?.models.map(({ name, size, details }) => {
    const disk = size === undefined || size < smallest ? '' : `${(size / 1e9).toFixed(1)} GB`;
    return { name, about: [details?.parameter_size ?? '', disk].filter((part) => part !== '').join(', ') };
  });
}
