import type { Endpoint } from './endpoint.js';

/** What the server answered, where it was not a success. Thrown through an SDK, which passes it on as a cause. */
export class HttpFailure extends Error {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    /** Cut to 64 KiB. */
    readonly body: string,
  ) {
    super(`HTTP ${status}`);
  }
}

/** A connection that did not come about in time. SDKs would take it for a reply that is late, and drop the cause. */
export class NoConnection extends Error {}

/** A reply larger than any completion. */
export class OversizeReply extends Error {}

/** What a proxy or a wrong address answers. */
export class WebPage extends Error {
  constructor(readonly body: string) {
    super('a web page');
  }
}

const failureBytes = 64 * 1024;
/** The largest reply that is read. */
export const replyBytes = 64 * 1024 * 1024;

/**
 * A `fetch` for the SDKs that sends our headers alone: no key from the environment, no telemetry, no
 * Authorization where there is no key. It asks no host but the endpoint's, and follows no redirect, as the
 * documents would go along to a host that nobody chose. Rejects with `HttpFailure` unless the status is 2xx,
 * before an SDK looks at the reply (the Ollama SDK writes to the console there).
 * @param more Headers of the wire format beside the key's.
 */
export function guardedFetch(
  base: typeof fetch,
  endpoint: Endpoint,
  signal?: AbortSignal,
  more: Readonly<Record<string, string>> = {},
): (url: string | URL | Request, init?: RequestInit) => Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'pairsmith',
    ...more,
    ...endpoint.headers,
  };
  const { origin } = new URL(endpoint.url);
  return async (url, init) => {
    const target = new URL(url instanceof Request ? url.url : url).origin;
    if (target !== origin) throw new Error(`a request to ${target} in place of ${origin}`);
    const response = await base(url, {
      method: init?.method ?? 'GET',
      body: init?.body ?? null,
      headers,
      signal: signal ?? init?.signal ?? null,
      redirect: 'manual',
    }).catch((error: unknown): never => {
      throw causes(error).some(isConnectTimeout) ? new NoConnection() : error;
    });
    if (!response.ok) throw new HttpFailure(response.status, response.headers, await startOf(response));
    if (response.headers.get('content-type')?.startsWith('text/html') === true) {
      throw new WebPage(await startOf(response));
    }
    if (Number(response.headers.get('content-length') ?? 0) > replyBytes) {
      await response.body?.cancel();
      throw new OversizeReply();
    }
    return response;
  };
}

/** An error and what caused it, outermost first. */
export function causes(thrown: unknown): Error[] {
  const chain: Error[] = [];
  let next = thrown;
  while (next instanceof Error && chain.length < 8) {
    chain.push(next);
    // Node tries every address of a name, and gives one error for all.
    next = next instanceof AggregateError && next.errors.length > 0 ? next.errors[0] : next.cause;
  }
  return chain;
}

/** The system's code of an error; empty where it has none. */
export function codeOf(error: Error): string {
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** undici has a code of its own for it, as Node's `fetch` does; the system names the call. */
const isConnectTimeout = (error: Error): boolean =>
  codeOf(error) === 'UND_ERR_CONNECT_TIMEOUT' ||
  (codeOf(error) === 'ETIMEDOUT' && 'syscall' in error && error.syscall === 'connect');

/** A body as text. Rejects with `OversizeReply` above 64 MiB, however small it was on the wire. */
export async function wholeText(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return pieces.join('') + decoder.decode();
    bytes += value.byteLength;
    if (bytes > replyBytes) {
      await reader.cancel();
      throw new OversizeReply();
    }
    pieces.push(decoder.decode(value, { stream: true }));
  }
}

/** The start of a body as text; empty if it breaks off. */
async function startOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    while (bytes < failureBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      text += decoder.decode(value, { stream: true });
    }
    await reader.cancel();
  } catch {
    // The status says enough; what came of the body is shown.
  }
  return text.slice(0, failureBytes);
}
