import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { Endpoint } from './endpoint.js';

/** Wrappers have their own, shorter one; this is for whoever uses the provider bare. */
const timeoutMs = 30 * 60 * 1000;

/**
 * The SDK's client. It is the base class alone, and a file to be loaded as a whole: that is a
 * quarter of the SDK, as the rest (every resource of the API) can be left out of a bundle.
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
