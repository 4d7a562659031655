import { join, resolve } from 'node:path';
import { loadMeasure } from '../core/tokens.js';
import type { ChunkOptions } from '../core/chunks/index.js';
import type { PlanRequest } from '../core/generate.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import { withCache } from '../core/providers/cache.js';
import type { Secrets } from '../core/ports.js';
import { parseEndpoint } from '../core/providers/endpoint.js';
import { isServer, Limiters, providerRow, providers, stack, steeringOf } from '../core/providers/index.js';
import type { Steering } from '../core/providers/index.js';
import { addressOf, keyFor, keyNameFor } from '../core/providers/keys.js';
import type { KeptKeys } from '../core/providers/keys.js';
import type { ServerMemory } from '../core/providers/memory.js';
import type { Provider } from '../core/providers/provider.js';
import type { QaSettings } from '../core/recipes/index.js';
import { qa } from '../core/recipes/index.js';
import type { Settings } from '../core/settings/index.js';
import { Budget, withBudget } from '../core/spend/budget.js';
import { priceOf } from '../core/spend/prices.js';
import { cacheFolder } from './cacheFolder.js';
import { nodeClock, nodeHash } from './ports.js';
import { readPromptFile } from './promptFile.js';
import { ReplyFiles } from './replyFiles.js';

/** Of this process: all its runs together keep within what a server bears. */
const limiters = new Limiters(nodeClock, Math.random);

/** What a run needs besides the plan's own choices, made from the settings. */
export interface Prepared {
  readonly provider: Provider;
  readonly concurrency: number;
  /** What a run steers and measures its requests by. */
  readonly steering: Steering;
  /** Where the requests go; undefined: to the provider's own host. */
  readonly baseUrl: string | undefined;
  /** All of a plan's request that the settings decide. */
  readonly request: Omit<PlanRequest<QaSettings>, 'documents' | 'dataset' | 'isGone'>;
}

export interface PrepareOptions {
  /** Keys that were entered, each for its host. */
  readonly kept?: KeptKeys | undefined;
  /** The settings' base URL is the user's own, so that keys of the environment may go there; true if undefined. */
  readonly usersChoice?: boolean | undefined;
  /** What is known of servers; undefined finds it out anew. */
  readonly memory?: ServerMemory | undefined;
  /** VS Code's own models, where we run in VS Code. */
  readonly editor?: Provider | undefined;
}

/**
 * Makes the provider, the chunking and the recipe's settings that the settings ask for. Sends nothing yet.
 * @param secrets the environment; which of its keys go along depends on where they go to
 * @param folder what a relative prompt file is relative to
 */
export async function prepare(
  settings: Settings,
  secrets: Secrets,
  folder: string,
  { kept, usersChoice = true, memory, editor }: PrepareOptions = {},
): Promise<Outcome<Prepared, Problem>> {
  const row = providerRow(settings.provider);
  if (!row) {
    const known = providers.map(({ id }) => id).join(', ');
    return fail({
      code: 'setting',
      message: `There is no provider ${settings.provider}. Choose one of ${known}.`,
    });
  }
  const model = settings.model ?? row.defaultModel;
  if (model === undefined) {
    return fail({
      code: 'setting',
      message: `${row.title}: say which model, with --model or PAIRSMITH_MODEL.`,
    });
  }
  const recipe = await recipeSettings(settings, folder);
  if (!recipe.ok) return recipe;
  if (row.place === 'editor' && editor === undefined) {
    const message = `${row.title}: they are there inside VS Code alone. Choose another provider.`;
    return fail({ code: 'setting', message });
  }
  const address = await addressOf(row, settings.baseUrl, secrets);
  const baseUrl = address === row.defaultBaseUrl || address === '' ? undefined : address;
  if (baseUrl === undefined && row.defaultBaseUrl === undefined && isServer(row)) {
    const message = `${row.title}: say where your server is, with --base-url or ${row.addressName}.`;
    return fail({ code: 'setting', message });
  }
  const question = { row, baseUrl: settings.baseUrl, usersChoice };
  const key = await keyFor(question, secrets, kept);
  if (row.needsKey && key === undefined && baseUrl === undefined) {
    const message = `${row.title}: there is no key. Set ${row.keyName}, or --base-url for a server that needs none.`;
    return fail({ code: 'setting', message });
  }
  if (baseUrl !== undefined) {
    const endpoint = parseEndpoint(baseUrl, key);
    if (!endpoint.ok) return fail({ code: 'setting', message: endpoint.error.message });
  }
  const price = priceOf(row.id, model, baseUrl === undefined, settings.prices);
  if (settings.budget !== undefined && price === undefined && row.id !== 'builtin') {
    const message = `No price is known for ${model}, so a budget in dollars can't be kept. Give its price in the setting prices, or limit the run with budgetTokens.`;
    return fail({ code: 'setting', message });
  }
  const budget = budgetOf(settings);
  const base = await row.create({
    baseUrl,
    key,
    keyName: await keyNameFor(question, secrets),
    keepAlive: settings.keepAlive,
    memory,
    editor,
  });
  const concurrency = settings.concurrency ?? row.defaultConcurrency;
  const limiter = limiters.for(row.id, baseUrl ?? row.defaultBaseUrl ?? '', model, {
    ceiling: concurrency,
    requestsPerMinute: settings.requestsPerMinute,
    tokensPerMinute: settings.tokensPerMinute,
  });
  const steering = steeringOf(limiter);
  const stacked = stack(base, {
    limiter,
    steering,
    clock: nodeClock,
    random: Math.random,
    attempts: settings.retries + 1,
    timeouts: {
      wholeMs: settings.timeout * 1000,
      firstTokenMs: settings.firstTokenTimeout * 1000,
      idleMs: settings.idleTimeout * 1000,
    },
    eachTry: (tried) => withBudget(tried, budget, price),
  });
  const server = row.place === 'editor' ? row.id : (baseUrl ?? row.defaultBaseUrl);
  const provider = withReplyCache(stacked, settings, server);
  const { temperature, topP, topK, maxTokens, repeatPenalty, numPredict, stop, seed } = settings;
  return ok({
    provider,
    concurrency,
    steering,
    baseUrl,
    request: {
      recipe: qa,
      settings: recipe.value,
      provider: row.id,
      model,
      sampling: { temperature, topP, topK, maxTokens, repeatPenalty, numPredict, stop, seed },
      price,
      chunking: await chunkOptions(settings),
      seed,
      hash: nodeHash,
    },
  });
}

const budgetOf = ({ budget, budgetTokens, budgetRequests }: Settings): Budget =>
  new Budget({ cost: budget, tokens: budgetTokens, requests: budgetRequests });

/** The provider with its replies kept, where it has a server and any are to be kept. */
function withReplyCache(provider: Provider, { cacheLimit }: Settings, server: string | undefined): Provider {
  if (server === undefined || cacheLimit === 0) return provider;
  return withCache(provider, replyFiles(cacheLimit), nodeHash, server);
}

const megabyte = 1_000_000;

/** The replies that this machine keeps, at most so many megabytes of them. */
export const replyFiles = (limit: number): ReplyFiles =>
  new ReplyFiles(join(cacheFolder(process.env), 'replies'), limit * megabyte);

/** The chunking that the settings ask for, with its tokenizer loaded where it counts tokens. */
export async function chunkOptions(settings: Settings): Promise<ChunkOptions> {
  const { chunkSize: size, overlap, chunkUnit: unit } = settings;
  return { size, overlap, unit, measure: unit === 'tokens' ? await loadMeasure() : undefined };
}

async function recipeSettings(settings: Settings, folder: string): Promise<Outcome<QaSettings, Problem>> {
  const { pairsPerChunk, questionTypes, language, systemMessage, extraInstructions } = settings;
  const template =
    settings.promptFile === undefined
      ? ok(undefined)
      : await readPromptFile(resolve(folder, settings.promptFile));
  if (!template.ok) return template;
  return ok({
    pairsPerChunk,
    questionTypes,
    language,
    systemMessage,
    extraInstructions,
    template: template.value,
  });
}
