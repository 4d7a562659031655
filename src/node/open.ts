import { join } from 'node:path';
import type { LaneSetup, Target } from '../core/generate.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import type { Secrets } from '../core/ports.js';
import { withCache } from '../core/providers/cache.js';
import { withoutEchoes } from '../core/providers/echoes.js';
import { parseEndpoint } from '../core/providers/endpoint.js';
import {
  isServer,
  Limiters,
  providerRow,
  providers,
  stack,
  steeringOf,
  withFallbacks,
} from '../core/providers/index.js';
import type { Spare, Steering } from '../core/providers/index.js';
import { addressOf, findKey, keyNameFor, originOf } from '../core/providers/keys.js';
import type { FoundKey, KeptKeys } from '../core/providers/keys.js';
import type { ServerMemory } from '../core/providers/memory.js';
import type { Provider } from '../core/providers/provider.js';
import type { Settings } from '../core/settings/index.js';
import { withBudget } from '../core/spend/budget.js';
import type { Budget } from '../core/spend/budget.js';
import { priceOf } from '../core/spend/prices.js';
import { systemReason } from '../core/system-reason.js';
import { cacheFolder, cacheFolderVariable } from './cacheFolder.js';
import { httpFetch } from './httpFetch.js';
import { steadyClock, nodeHash } from './ports.js';
import { ReplyFiles } from './replyFiles.js';

/** Of this process: all its runs together keep within what a server bears. */
const limiters = new Limiters(steadyClock, Math.random);

export interface OpenOptions {
  /** Keys that were entered, each for its host. */
  readonly kept?: KeptKeys | undefined;
  /**
   * Whether the base URL of these settings, or of the profile in their place, is the user's own, so that keys of the
   * environment may go there. Undefined: it always is.
   */
  readonly usersChoice?: ((setup: Settings, origin: string | undefined) => boolean) | undefined;
  /** What is known of servers; undefined finds it out anew. */
  readonly memory?: ServerMemory | undefined;
  /** VS Code's own models, where we run in VS Code. */
  readonly editor?: Provider | undefined;
  /** What requests are sent by; undefined: `httpFetch`. VS Code's `fetch` knows its proxy and certificates. */
  readonly fetch?: typeof fetch | undefined;
  /** Told where replies can't be kept: the run goes on without. */
  readonly onNotKept?: ((problem: Problem) => void) | undefined;
}

interface OpenContext extends OpenOptions {
  /** The environment. */
  readonly secrets: Secrets;
  /** Of the whole run. */
  readonly budget: Budget;
}

/** A provider as a run asks it, and as it is recorded. */
export interface Opened {
  readonly lane: LaneSetup & { readonly steering: Steering };
  readonly target: Target;
  /** Where the requests go; undefined: to the provider's own host. */
  readonly baseUrl: string | undefined;
  /** The keys that go along, also to those to turn to. */
  readonly keys: readonly (FoundKey | undefined)[];
}

/** Makes the provider that the settings name, with others to turn to. Sends nothing yet. */
export async function openWithFallbacks(
  setup: Settings,
  fallbacks: readonly Settings[],
  context: OpenContext,
): Promise<Outcome<Opened, Problem>> {
  const main = await open(setup, context);
  if (!main.ok) return main;
  const { lane } = main.value;
  const spares: Spare[] = [];
  const keys = [...main.value.keys];
  for (const fallback of fallbacks) {
    const spare = await open(fallback, context, lane.steering);
    if (!spare.ok) return spare;
    if (whatIsAsked(spare.value.target) === whatIsAsked(main.value.target)) continue; // it has just failed
    const { model, sampling, price } = spare.value.target;
    keys.push(...spare.value.keys);
    spares.push({ provider: spare.value.lane.provider, model, sampling, price });
  }
  const provider = withFallbacks(lane.provider, spares, steadyClock);
  return ok({ ...main.value, lane: { ...lane, provider }, keys });
}

/** Who would give the same replies has the same text. */
export const whatIsAsked = ({ provider, model, server, sampling }: Target): string =>
  JSON.stringify([provider, model, server, sampling]);

/** @param run the steering of the run that it is a part of; undefined: one of its own */
async function open(
  settings: Settings,
  {
    secrets,
    kept,
    usersChoice: isUsersChoice,
    memory,
    editor,
    budget,
    onNotKept,
    fetch = httpFetch,
  }: OpenContext,
  run?: Steering,
): Promise<Outcome<Opened, Problem>> {
  const row = providerRow(settings.provider);
  if (!row) {
    const known = providers.map(({ id }) => id).join(', ');
    return fail({
      code: 'setting',
      message: `There is no provider ${settings.provider}. Choose one of ${known}.`,
    });
  }
  if (row.place === 'editor' && editor === undefined) {
    const message = `${row.title}: they are there inside VS Code alone. Choose another provider.`;
    return fail({ code: 'setting', message });
  }
  const model = settings.model ?? row.defaultModel;
  if (model === undefined) {
    return fail({
      code: 'setting',
      message: `${row.title}: say which model, with --model or PAIRSMITH_MODEL.`,
    });
  }
  const address = await addressOf(row, settings.baseUrl, secrets);
  const baseUrl = address === row.defaultBaseUrl || address === '' ? undefined : address;
  if (baseUrl === undefined && row.defaultBaseUrl === undefined && isServer(row)) {
    const message = `${row.title}: say where your server is, with --base-url or ${row.addressName}.`;
    return fail({ code: 'setting', message });
  }
  const usersChoice = isUsersChoice?.(settings, originOf(address)) ?? true;
  const question = { row, baseUrl: settings.baseUrl, usersChoice };
  const found = await findKey(question, secrets, kept);
  const key = found?.key;
  if (row.needsKey && key === undefined && baseUrl === undefined) {
    const message = `${row.title}: there is no key. Set ${row.keyName}, or --base-url for a server that needs none.`;
    return fail({ code: 'setting', message });
  }
  const endpoint = address === '' ? undefined : parseEndpoint(address, key);
  if (endpoint?.ok === false) return fail({ code: 'setting', message: endpoint.error.message });
  const price = priceOf(row.id, model, baseUrl === undefined, settings.prices);
  if (settings.budget !== undefined && price === undefined && row.id !== 'builtin') {
    const message = `No price is known for ${model}, so a budget in dollars can't be kept. Give its price in the setting prices, or limit the run with budgetTokens.`;
    return fail({ code: 'setting', message });
  }
  const bare = await row.create({
    baseUrl,
    key,
    keyName: await keyNameFor(question, secrets),
    keepAlive: settings.keepAlive,
    memory,
    editor,
    fetch,
  });
  const base = withoutEchoes(bare, endpoint?.value.secrets ?? []);
  const concurrency = settings.concurrency ?? row.defaultConcurrency;
  const limiter = limiters.for(row.id, baseUrl ?? row.defaultBaseUrl ?? '', model, {
    ceiling: concurrency,
    requestsPerMinute: settings.requestsPerMinute,
    tokensPerMinute: settings.tokensPerMinute,
  });
  const steering = run === undefined ? steeringOf(limiter) : { ...run, limiter };
  const stacked = stack(base, {
    limiter,
    steering,
    clock: steadyClock,
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
  const provider = withReplyCache(stacked, settings, server, onNotKept);
  const { temperature, topP, topK, maxTokens, repeatPenalty, numPredict, stop, seed } = settings;
  const sampling = { temperature, topP, topK, maxTokens, repeatPenalty, numPredict, stop, seed };
  return ok({
    lane: { provider, concurrency, steering },
    target: {
      provider: row.id,
      model,
      sampling,
      server: baseUrl === undefined || endpoint === undefined ? undefined : endpoint.value.url,
      price,
    },
    baseUrl,
    keys: [found],
  });
}

/** The provider with its replies kept, where it has a server and any are to be kept. */
function withReplyCache(
  provider: Provider,
  { cacheLimit }: Settings,
  server: string | undefined,
  onNotKept: OpenOptions['onNotKept'],
): Provider {
  if (server === undefined || cacheLimit === 0) return provider;
  const files = replyFiles(cacheLimit);
  files.onFailure = (error) => onNotKept?.(notKept(files.folder, error));
  return withCache(provider, files, nodeHash, server);
}

const notKept = (folder: string, error: unknown): Problem => ({
  code: 'cache',
  message: `Replies can't be kept in ${folder}: ${systemReason(error)}. The run goes on without. Set ${cacheFolderVariable} to a folder that can be written to, or the setting cacheLimit to 0.`,
});

const megabyte = 1_000_000;

let kept: ReplyFiles | undefined;

/**
 * The replies that this machine keeps, as they are now.
 * @param limit in megabytes; undefined leaves it
 */
export function replyFiles(limit?: number): ReplyFiles {
  kept ??= new ReplyFiles(join(cacheFolder(process.env), 'replies'), Infinity);
  if (limit !== undefined) kept.limit = limit * megabyte;
  kept.look();
  return kept;
}
