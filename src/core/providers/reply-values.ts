import type { Endpoint } from './endpoint.js';
import { ProtocolError } from './errors.js';
import { readEvents } from './events.js';
import { wholeText } from './http.js';

/**
 * Reads a reply as the JSON values that it consists of: the events of a stream, the items of an array, or the one value
 * of any other. `take` says whether more is wanted. What is torn at the end of a stream is left out. Throws
 * `ProtocolError` where it is no JSON.
 */
export async function readValues(
  response: Response,
  endpoint: Endpoint,
  take: (value: unknown) => boolean,
): Promise<void> {
  const streamed = response.headers.get('content-type')?.includes('event-stream') === true;
  let body = streamed ? response.body : null;
  if (body === null) {
    const text = await wholeText(response);
    // Not every server that streams says so.
    if (!/^\s*(?:data|event|:)/.test(text)) {
      const value = replyValue(text, endpoint, checkBoth);
      for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) if (!take(each)) return;
      return;
    }
    body = new Blob([text]).stream();
  }
  await readEvents(body, (data, whole) => {
    try {
      return take(replyValue(data, endpoint, checkBoth));
    } catch (error) {
      if (whole || !(error instanceof ProtocolError)) throw error;
      return true;
    }
  });
}

const checkBoth = 'Check the base URL and the provider.';

/**
 * The JSON of a reply. Throws `ProtocolError`.
 * @param hint what to do where it is none
 */
export function replyValue(text: string, endpoint: Endpoint, hint: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProtocolError(
      text.trim() === ''
        ? `The reply of ${endpoint.url} is empty. Try again.`
        : `The reply of ${endpoint.url} is not JSON. ${hint}`,
      text,
    );
  }
}
