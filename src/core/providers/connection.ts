import { ok, type Outcome, type Problem } from '../outcome.js';
import type { Clock } from '../ports.js';
import { originOf } from './keys.js';
import { offeredModels } from './models.js';
import type { OpenedProvider } from './options.js';
import { probe, type ProbeReport } from './probe.js';
import type { ProviderError } from './provider.js';

/** What a test of a connection came to, step by step. A step that was not taken is undefined. */
export interface ConnectionReport {
  readonly provider: string;
  /** Where the requests go, without credentials. */
  readonly address: string;
  readonly model: string | undefined;
  /** none: no key went along, and none was wanted. */
  readonly key: 'accepted' | 'refused' | 'none' | 'unknown';
  readonly models: Outcome<ModelsSeen, ProviderError>;
  /** What the model did with tiny requests; undefined where no model is chosen or no server answers. */
  readonly reply: Outcome<ProbeReport, ProviderError> | undefined;
}

interface ModelsSeen {
  readonly count: number;
  /** Whether the model that is wanted is among them; undefined where none is chosen. */
  readonly hasWanted: boolean | undefined;
  /** By name, those to choose from. */
  readonly names: readonly string[];
}

export interface ConnectionOptions {
  /** As a run would use it, but without anything around it. */
  readonly provider: OpenedProvider;
  readonly address: string;
  readonly key: string | undefined;
  /** What to set where it is missing or wrong. */
  readonly keyName: string;
  readonly model: string | undefined;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly fetch?: typeof fetch | undefined;
}

/**
 * Finds out whether a run with these settings could work: does the server answer, take the key, have the model, keep to
 * a shape, stream, and how fast. Asks for the list of models, and sends the model a few tiny requests, which a service
 * may charge for. Never rejects, and never holds the key.
 */
export async function testConnection(options: ConnectionOptions): Promise<ConnectionReport> {
  const { provider, address, key, keyName, model, clock, signal } = options;
  const query = { provider: provider.id, address, key, keyName, fetch: options.fetch };
  const offered = await offeredModels(query);
  const models = offered.ok ? ok(seen(offered.value, model)) : offered;
  // Many servers have no list: only where there is nobody to ask is that all.
  const reachable = offered.ok || (offered.error.code !== 'network' && offered.error.code !== 'timeout');
  const asks = reachable && model !== undefined && !signal.aborted;
  const reply = asks ? await probe(provider, { model, clock, signal }) : undefined;
  return {
    provider: provider.id,
    address: originOf(address) === undefined ? '' : withoutCredentials(address),
    model,
    key: keyVerdict(key, reply ?? models, models),
    models,
    reply,
  };
}

/** What is wrong, worst first: what a run would fail on. */
export function connectionProblems({ models, reply, model }: ConnectionReport): Problem[] {
  const problems: Problem[] = [];
  if (reply?.ok === false) problems.push(reply.error);
  else if (!models.ok && reply === undefined) problems.push(models.error);
  if (models.ok && model === undefined) {
    problems.push({ code: 'no-model', message: 'No model is chosen yet: choose one that the server has.' });
  }
  if (reply?.ok === true && reply.value.keeps === 'nothing') {
    const message =
      'The model keeps to no shape, so some replies will be of no use. Another model or server may do better.';
    problems.push({ code: 'shape', message });
  }
  return problems;
}

function seen(offered: readonly { readonly name: string }[], model: string | undefined): ModelsSeen {
  const names = offered.map(({ name }) => name);
  // Ollama lists `name:latest` for what requests may call `name`.
  const has = (wanted: string): boolean => names.includes(wanted) || names.includes(`${wanted}:latest`);
  return { count: names.length, hasWanted: model === undefined ? undefined : has(model), names };
}

function keyVerdict(
  key: string | undefined,
  last: Outcome<unknown, ProviderError>,
  models: Outcome<unknown, ProviderError>,
): ConnectionReport['key'] {
  if (!last.ok && last.error.code === 'auth') return 'refused';
  // Some lists are open to all, so that only a reply shows that the key is taken.
  if (last.ok) return key === undefined ? 'none' : last === models ? 'unknown' : 'accepted';
  return 'unknown';
}

function withoutCredentials(address: string): string {
  const url = new URL(address.includes('://') ? address : `http://${address}`);
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
}
