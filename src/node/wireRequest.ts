import type { Secrets } from '../core/ports.js';
import { isServer, providerRow } from '../core/providers/index.js';
import type { CompletionRequest } from '../core/providers/provider.js';

export interface WireSettings {
  readonly provider: string;
  readonly baseUrl?: string | undefined;
  readonly keepAlive?: string | undefined;
}

/** What goes over the wire: no header, so no key. */
export interface WireRequest {
  readonly url: string;
  readonly body: unknown;
}

/** Nothing is sent, so a key that is not set does not matter. */
export const withAnyKey = (secrets: Secrets): Secrets => ({
  get: async (name) => (await secrets.get(name)) ?? (/_(?:KEY|TOKEN)$/.test(name) ? 'none' : undefined),
});

/**
 * What would go over the wire: the provider is made with a `fetch` that notes the request and lets nothing out.
 * Undefined for a provider without a wire.
 */
export async function wireRequest(
  settings: WireSettings,
  request: CompletionRequest,
): Promise<WireRequest | undefined> {
  const row = providerRow(settings.provider);
  if (row === undefined || !isServer(row)) return undefined;
  let sent: WireRequest | undefined;
  const note: typeof fetch = (url, init) => {
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    // Ollama is asked about its model first.
    if (typeof body === 'object' && body !== null && ('messages' in body || 'contents' in body)) {
      sent = { url: url instanceof Request ? url.url : String(url), body };
    }
    return Promise.resolve(new Response('{"error":"nothing is sent"}', { status: 404 }));
  };
  const provider = await row.create({
    baseUrl: settings.baseUrl,
    keepAlive: settings.keepAlive,
    fetch: note,
  });
  await provider.complete(request, new AbortController().signal);
  return sent;
}
