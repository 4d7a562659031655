import { fail, ok, type Outcome } from '../outcome.js';
import type { ProviderError } from './provider.js';

/** Where requests go, and what proves that they may. */
export interface Endpoint {
  /** Without credentials, query and trailing slash. */
  readonly url: string;
  /** The headers that say who asks: the key's, and Authorization for a password in the base URL. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must never be seen in a message: the key, and a password in the base URL. */
  readonly secrets: readonly string[];
}

/** A name of a user is shorter. In UTF-16 code units. */
const leastToken = 16;

/**
 * Reads a base URL as people write them: without `http://`, with a trailing slash, with `user:password@` (which
 * `fetch` refuses, so it becomes a header).
 * @param keyHeader The header that carries the key. In `authorization` it is a bearer's, in any other it stands alone.
 */
export function parseEndpoint(
  baseUrl: string,
  key: string | undefined,
  keyHeader = 'authorization',
): Outcome<Endpoint, ProviderError> {
  const trimmed = baseUrl.trim();
  let url: URL;
  try {
    url = new URL(trimmed.includes('://') ? trimmed : `http://${trimmed}`);
  } catch {
    return fail(unusable(trimmed));
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return fail(unusable(trimmed));

  const secrets: string[] = [];
  const headers: Record<string, string> = {};
  if (url.username !== '' || url.password !== '') {
    const user = decoded(url.username);
    const password = decoded(url.password);
    const credentials = base64(`${user}:${password}`);
    headers['authorization'] = `Basic ${credentials}`;
    secrets.push(password, url.password, credentials);
    // Some services take a token in the user's place.
    if (password === '' || user.length >= leastToken) secrets.push(user, url.username);
  }
  const bare = key?.trim();
  if (bare !== undefined && bare !== '') {
    if (!/^[\x21-\x7e]+$/.test(bare)) return fail(unusableKey);
    headers[keyHeader] = keyHeader === 'authorization' ? `Bearer ${bare}` : bare;
    secrets.push(bare);
  }
  const path = url.pathname.endsWith('/') ? url.pathname.slice(0, -1) : url.pathname;
  return ok({ url: `${url.protocol}//${url.host}${path}`, headers, secrets });
}

const unusableKey: ProviderError = {
  code: 'auth',
  message: 'The key holds a space, a line break or another character that no key has. Copy it again.',
};

function unusable(text: string): ProviderError {
  // What stands before an @ may be a password, and what stands in a query a key.
  const [shown = ''] = text
    .slice(text.lastIndexOf('@') + 1)
    .slice(0, 200)
    .split(/[?#]/, 1);
  return {
    code: 'bad-request',
    message: `The base URL "${shown}" is not an address. Write it like http://localhost:8080/v1.`,
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}
