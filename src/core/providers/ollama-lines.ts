import type { Endpoint } from './endpoint.js';
import { ProtocolError } from './errors.js';
import { OversizeReply, replyBytes, type guardedFetch } from './http.js';

type Fetch = ReturnType<typeof guardedFetch>;

/**
 * A `fetch` that passes on only whole lines of the stream of /api/chat, and breaks off with `ProtocolError` at one that
 * is no JSON, and with `OversizeReply` above 64 MiB. The SDK would print such a line, which holds words of a document, and leave its piece out of the reply
 * without a sign.
 */
export const withWholeLines =
  (send: Fetch, endpoint: Endpoint): Fetch =>
  async (url, init) => {
    const response = await send(url, init);
    const { body } = response;
    if (body === null || !String(url instanceof Request ? url.url : url).endsWith('/api/chat'))
      return response;
    return new Response(body.pipeThrough(wholeLines(endpoint)), response);
  };

function wholeLines(endpoint: Endpoint): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  /** A line whose end has not come, in pieces. */
  let line: string[] = [];
  let read = 0;
  return new TransformStream({
    transform(bytes, controller) {
      read += bytes.byteLength;
      if (read > replyBytes) return controller.error(new OversizeReply());
      const parts = decoder.decode(bytes, { stream: true }).split('\n');
      const last = parts.pop() ?? '';
      for (const part of parts) {
        line.push(part);
        const whole = line.join('');
        line = [];
        if (whole.trim() === '') continue;
        if (!isJson(whole)) {
          controller.error(
            new ProtocolError(`A part of the reply of ${endpoint.url} is not JSON. Try again.`, whole),
          );
          return;
        }
        controller.enqueue(encoder.encode(`${whole}\n`));
      }
      if (last !== '') line.push(last);
    },
    flush(controller) {
      // A torn end is left out: what came before it shows that the reply broke off.
      const whole = line.join('') + decoder.decode();
      if (isJson(whole)) controller.enqueue(encoder.encode(`${whole}\n`));
    },
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
