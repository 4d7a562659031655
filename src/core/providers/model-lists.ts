import * as z from 'zod/mini';
import { anthropicRoot, geminiRoot, ollamaRoot } from './api-roots.js';
import { azureAddress } from './azure.js';
import { words } from './lenient.js';

/** A model that a server has. */
export interface OfferedModel {
  /** As requests name it. */
  readonly name: string;
  /** For people: its size, say; empty where the server says nothing. */
  readonly about: string;
}

export interface ModelPage {
  readonly models: readonly OfferedModel[];
  /** What to ask for the next page with, as a query; undefined on the last. */
  readonly next?: string | undefined;
}

/** How the servers of one wire format list their models. */
export interface ModelList {
  readonly keyHeader: string;
  readonly headers: Readonly<Record<string, string>>;
  /** From the address of the settings to the one that paths are added to. */
  readonly root: (address: string) => string;
  readonly path: string;
  /** Undefined where the reply is no such list. */
  readonly read: (reply: unknown) => ModelPage | undefined;
  readonly unreachable: string;
  readonly unknownAddress: string;
}

const openaiPage = z.object({ data: z.array(z.object({ id: z.string() })) });

const openaiList: ModelList = {
  keyHeader: 'authorization',
  headers: {},
  root: (address) => address,
  path: '/models',
  read(reply) {
    const page = openaiPage.safeParse(reply).data;
    return page && { models: page.data.map(({ id }) => ({ name: id, about: '' })) };
  },
  unreachable: 'Start the server, or change the base URL.',
  unknownAddress: 'Check the base URL: it usually ends in /v1.',
};

const ollamaPage = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      size: z.optional(z.number()),
      details: z.optional(z.object({ parameter_size: z.optional(z.string()) })),
    }),
  ),
});

/** Models that Ollama only passes on to another server take next to nothing, which says nothing of them. */
const smallest = 5e7;

const ollamaList: ModelList = {
  keyHeader: 'authorization',
  headers: {},
  root: ollamaRoot,
  path: '/api/tags',
  read(reply) {
    const models = ollamaPage.safeParse(reply).data?.models.map(({ name, size, details }) => {
      const disk = size === undefined || size < smallest ? '' : `${(size / 1e9).toFixed(1)} GB`;
      return { name, about: [details?.parameter_size ?? '', disk].filter((part) => part !== '').join(', ') };
    });
    return models && { models };
  },
  unreachable: 'Start Ollama with `ollama serve`, or change the base URL.',
  unknownAddress: 'Check the base URL: Ollama usually is at http://127.0.0.1:11434.',
};

const anthropicPage = z.object({
  data: z.array(z.object({ id: z.string(), display_name: words })),
  has_more: z.optional(z.boolean()),
  last_id: words,
});

const anthropicList: ModelList = {
  keyHeader: 'x-api-key',
  headers: { 'anthropic-version': '2023-06-01' },
  root: anthropicRoot,
  path: '/v1/models?limit=1000',
  read(reply) {
    const page = anthropicPage.safeParse(reply).data;
    if (page === undefined) return undefined;
    const { has_more: more, last_id: last } = page;
    const next = more === true && last !== undefined ? `after_id=${encodeURIComponent(last)}` : undefined;
    return { models: page.data.map((model) => ({ name: model.id, about: model.display_name ?? '' })), next };
  },
  unreachable: 'Check your connection, or the base URL.',
  unknownAddress: 'Check the base URL: Anthropic is at https://api.anthropic.com.',
};

const geminiPage = z.object({
  models: z.array(
    z.object({
      name: z.string(),
      displayName: words,
      supportedGenerationMethods: z.optional(z.array(z.string())),
    }),
  ),
  nextPageToken: words,
});

const geminiList: ModelList = {
  keyHeader: 'x-goog-api-key',
  headers: {},
  root: geminiRoot,
  path: '/v1beta/models?pageSize=1000',
  read(reply) {
    const page = geminiPage.safeParse(reply).data;
    if (page === undefined) return undefined;
    const models = page.models
      .filter((model) => model.supportedGenerationMethods?.includes('generateContent') ?? true)
      .map((model) => ({ name: model.name.replace(/^models\//, ''), about: model.displayName ?? '' }));
    const token = page.nextPageToken ?? '';
    return { models, next: token === '' ? undefined : `pageToken=${encodeURIComponent(token)}` };
  },
  unreachable: 'Check your connection, or the base URL.',
  unknownAddress: 'Check the base URL: Gemini is at https://generativelanguage.googleapis.com.',
};

const lists = new Map<string, ModelList>([
  ['azure', { ...openaiList, keyHeader: 'api-key', root: azureAddress }],
  ['ollama', ollamaList],
  ['anthropic', anthropicList],
  ['gemini', geminiList],
]);

/** How a provider's servers list their models; those without a way of their own do it as OpenAI's does. */
export function modelList(provider: string): ModelList {
  return lists.get(provider) ?? openaiList;
}
