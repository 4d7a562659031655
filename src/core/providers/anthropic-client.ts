import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { Endpoint } from './endpoint.js';

/** Wrappers have their own, shorter one; this is for whoever uses the provider bare. */
const timeoutMs = 30 * 60 * 1000;

/**
 * The SDK's client: its base class alone, imported by name in a file of its own. So a bundle can leave out the rest, every
 * resource of the API, which is three quarters of it.
 * @param send a `guardedFetch`
 */
export function openAnthropic(endpoint: Endpoint, send: typeof fetch): BaseAnthropic {
  return new BaseAnthropic({
    baseURL: endpoint.url,
    // The SDK looks for another in the environment and on disk if there is none; `guardedFetch` sends ours or none.
    apiKey: 'none',
    webhookKey: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    openTelemetry: false,
    // The core runs anywhere; in a browser too, the key is the user's own.
    dangerouslyAllowBrowser: true,
    fetch: send,
  });
}
