import { GoogleGenAI } from '@google/genai/web';
import type { Endpoint } from './endpoint.js';

/**
 * The SDK's client, from the entry for browsers, which runs on Node as well: it is half the size of Node's, which signs
 * in to Google Cloud besides.
 */
export function openGemini(endpoint: Endpoint): GoogleGenAI {
  // The SDK insists on a key; `guardedFetch` sends ours or none.
  return new GoogleGenAI({ apiKey: 'none', vertexai: false, httpOptions: { baseUrl: endpoint.url } });
}
