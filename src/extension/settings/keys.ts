import { parseEndpoint } from '../../core/providers/endpoint.js';
import type { ProviderRow } from '../../core/providers/index.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import type { Secrets } from '../../core/ports.js';

/** The part of VS Code's SecretStorage that keys need. */
export interface SecretStore {
  get(name: string): Thenable<string | undefined>;
  store(name: string, value: string): Thenable<void>;
  delete(name: string): Thenable<void>;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where a provider's requests go: to the address of the settings, else the environment's, else its own. */
export function addressOf(row: ProviderRow, baseUrl: string | undefined, environment: Environment): string {
  const named = row.addressName === undefined ? undefined : environment[row.addressName] || undefined;
  return baseUrl ?? named?.replace('0.0.0.0', '127.0.0.1') ?? row.defaultBaseUrl ?? '';
}

/** Scheme, host and port of an address: what a key is entered for. Undefined where it is no address. */
export function originOf(address: string): string | undefined {
  const endpoint = parseEndpoint(address, undefined);
  return endpoint.ok ? new URL(endpoint.value.url).origin : undefined;
}

/** Under what name a key is kept: it is for one provider at one host, and never goes to another. */
export const secretName = (provider: string, origin: string): string => `key ${provider} ${origin}`;

/** What is wrong with a text that is to be a key; undefined where it may be one. */
export function keyProblem(address: string, key: string): string | undefined {
  const checked: Outcome<unknown, Problem> = parseEndpoint(address, key);
  return checked.ok ? undefined : checked.error.message;
}

export interface KeySource {
  readonly row: ProviderRow;
  /** As the settings have it. */
  readonly baseUrl: string | undefined;
  /** The base URL is the user's own, or none is set: then a key of the environment may go there. */
  readonly usersChoice: boolean;
}

/**
 * What a run may know: the key entered for its host, else the environment's, which goes to the provider's own host and
 * to addresses that the user chose, but not where a folder's settings lead.
 */
export function runSecrets(source: KeySource, store: SecretStore, environment: Environment): Secrets {
  const { row, baseUrl, usersChoice } = source;
  const origin = originOf(addressOf(row, baseUrl, environment));
  return {
    async get(name) {
      const ofKey = name === row.keyName || row.otherKeyNames?.includes(name) === true;
      if (!ofKey) return environment[name] || undefined;
      const entered = origin === undefined ? undefined : await store.get(secretName(row.id, origin));
      if (entered !== undefined && entered !== '') return entered;
      const own = row.defaultBaseUrl !== undefined && origin === originOf(row.defaultBaseUrl);
      return usersChoice || own ? environment[name] || undefined : undefined;
    },
  };
}
