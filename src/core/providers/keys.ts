import { fail, ok, type Outcome, type Problem } from '../outcome.js';
import type { Secrets } from '../ports.js';
import { parseEndpoint } from './endpoint.js';
import type { ProviderRow } from './index.js';

/** The variable with the key for the server that a base URL leads to, whosever it is. */
export const anyKeyName = 'PAIRSMITH_API_KEY';

/** Keys that were entered, by `secretName`. */
export interface KeptKeys {
  get(name: string): PromiseLike<string | undefined>;
}

/** Whose key is wanted, and for which server. */
export interface KeyQuestion {
  readonly row: ProviderRow;
  /** As the settings have it; undefined: the environment's address, else the provider's own. */
  readonly baseUrl: string | undefined;
  /** The base URL is the user's own, or none is set: then a key of the environment may go there. */
  readonly usersChoice: boolean;
}

/** Where a provider's requests go: to the address of the settings, else the environment's, else its own; '' for none. */
export async function addressOf(
  row: ProviderRow,
  baseUrl: string | undefined,
  environment: Secrets,
): Promise<string> {
  return baseUrl ?? (await namedAddress(row, environment)) ?? row.defaultBaseUrl ?? '';
}

/** The address that other programs' variable gives. A server that listens on 0.0.0.0 is asked on this machine. */
async function namedAddress(row: ProviderRow, environment: Secrets): Promise<string | undefined> {
  const address = row.addressName === undefined ? undefined : await environment.get(row.addressName);
  return address?.replace('0.0.0.0', '127.0.0.1');
}

/** Scheme, host and port of an address: what a key is for. Undefined where it is no address. */
export function originOf(address: string): string | undefined {
  const endpoint = parseEndpoint(address, undefined);
  return endpoint.ok ? new URL(endpoint.value.url).origin : undefined;
}

/** What is wrong with a text that is to be a key; undefined where it may be one. */
export function keyProblem(address: string, key: string): string | undefined {
  const checked = parseEndpoint(address, key);
  return checked.ok ? undefined : checked.error.message;
}

/** Under what name an entered key is kept: it is for one provider at one host, and never goes to another. */
export const secretName = (provider: string, origin: string): string => `key ${provider} ${origin}`;

/** What a key of this name is for; undefined for what is no name of a key. */
export function secretPlace(name: string): { provider: string; origin: string } | undefined {
  const [, provider, origin] = /^key (\S+) (\S+)$/.exec(name) ?? [];
  return provider === undefined || origin === undefined ? undefined : { provider, origin };
}

/**
 * The key that goes along to a server: the one entered for this provider and host; else the provider's variable, which
 * counts at the provider's own host (or at the address that the environment gives beside it) alone; else
 * `PAIRSMITH_API_KEY`, which counts wherever the user's base URL leads. So no host is sent the key of another.
 */
export async function keyFor(
  question: KeyQuestion,
  environment: Secrets,
  kept?: KeptKeys,
): Promise<string | undefined> {
  return (await findKey(question, environment, kept))?.key;
}

/** A key, and where it is from and goes to. */
export interface FoundKey {
  readonly key: string;
  readonly origin: string;
  /** What holds it; undefined for one that was entered. */
  readonly variable: string | undefined;
}

/** The key that `keyFor` gives, with where it is from. */
export async function findKey(
  question: KeyQuestion,
  environment: Secrets,
  kept?: KeptKeys,
): Promise<FoundKey | undefined> {
  const { row } = question;
  const place = await placeOf(question, environment);
  if (row.keyName === undefined || place === undefined) return undefined;
  const { origin } = place;
  const entered = await kept?.get(secretName(row.id, origin));
  if (entered !== undefined && entered !== '') return { key: entered, origin, variable: undefined };
  const names = place.own ? [row.keyName, ...(row.otherKeyNames ?? [])] : [];
  for (const variable of place.given ? [...names, anyKeyName] : names) {
    const key = await environment.get(variable);
    if (key !== undefined) return { key, origin, variable };
  }
  return undefined;
}

/** Refuses a run that would send one key of the environment to several hosts: it can't be meant for all of them. */
export function oneHostEach(keys: readonly (FoundKey | undefined)[]): Outcome<undefined, Problem<'setting'>> {
  const first = new Map<string, string>();
  for (const { variable, origin } of keys.filter((key) => key !== undefined)) {
    if (variable === undefined) continue;
    const other = first.get(variable) ?? origin;
    first.set(variable, other);
    if (other === origin) continue;
    const message = `${variable} would go to two hosts, ${other} and ${origin}, and a key is for one alone. Ask their profiles in runs of their own, each with its key; or, in VS Code, enter both with Pairsmith: Manage Keys.`;
    return fail({ code: 'setting', message });
  }
  return ok(undefined);
}

/** What to set where that key is missing or wrong. */
export async function keyNameFor(question: KeyQuestion, environment: Secrets): Promise<string> {
  const { keyName = anyKeyName, defaultBaseUrl } = question.row;
  if ((await placeOf(question, environment))?.own !== false) return keyName;
  const own = defaultBaseUrl === undefined ? undefined : new URL(defaultBaseUrl).host;
  const unused = own !== undefined && (await environment.get(keyName)) !== undefined;
  return unused ? `${anyKeyName} (${keyName} goes to ${own} alone)` : anyKeyName;
}

interface Place {
  readonly origin: string;
  /** The provider's own host, or one that its variables name. */
  readonly own: boolean;
  /** The user led here. */
  readonly given: boolean;
}

async function placeOf(question: KeyQuestion, environment: Secrets): Promise<Place | undefined> {
  const { row, baseUrl, usersChoice } = question;
  const origin = originOf(await addressOf(row, baseUrl, environment));
  if (origin === undefined) return undefined;
  const named = originOf((await namedAddress(row, environment)) ?? '');
  const own = row.keyHosts?.includes(origin) ?? isOwn(row, origin, usersChoice);
  return {
    origin,
    own: own || origin === named,
    given: origin === named || (usersChoice && baseUrl !== undefined),
  };
}

/** A service has one host; a kind of server, and a cloud of one's own, is wherever the user says that it is. */
function isOwn({ place, defaultBaseUrl }: ProviderRow, origin: string, usersChoice: boolean): boolean {
  if (defaultBaseUrl !== undefined && origin === originOf(defaultBaseUrl)) return true;
  return usersChoice && (place === 'here' || defaultBaseUrl === undefined);
}
