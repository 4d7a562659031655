import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream';
import type { Readable } from 'node:stream';
import { constants, createBrotliDecompress, createUnzip } from 'node:zlib';

/** Many servers close a connection 5 s after its last reply: ours goes before, so that no request is lost on it. */
const idleMs = 4_000;
const ways = { keepAlive: true, timeout: idleMs };
/** As long as Node's `fetch` waits (undici's `connect.timeout`); the system itself waits for minutes. */
const usualConnectMs = 10_000;
const agents = { 'http:': new http.Agent(ways), 'https:': new https.Agent(ways) };

/**
 * Node's `fetch` for what providers ask (a text to an address, no redirect followed), over Node's own HTTP client:
 * a request takes a quarter of the CPU, and a reply may take longer than 5 minutes to begin. Whatever else is asked
 * goes to `fetch` itself, and so does all where somebody has told Node to send requests through a proxy.
 * @param connectMs a new connection must stand within so long, in milliseconds: name found, TCP and TLS agreed
 */
export const createHttpFetch =
  (connectMs = usualConnectMs): typeof fetch =>
  (target, init) => {
    const { method = 'GET', body = null, headers = {}, redirect, signal } = init ?? {};
    const isUsual = !(target instanceof Request) && redirect === 'manual' && !isRerouted();
    if (!isUsual || (typeof body !== 'string' && body !== null)) return fetch(target, init);
    const asked = { method, headers: Object.fromEntries(new Headers(headers)), body };
    return send(new URL(target), asked, signal ?? undefined, connectMs);
  };

export const httpFetch = createHttpFetch();

/** Whether `fetch` has been given another way to send: by `NODE_USE_ENV_PROXY`, or by a program through undici. */
function isRerouted(): boolean {
  const dispatcher: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
  return typeof dispatcher === 'object' && dispatcher !== null && dispatcher.constructor.name !== 'Agent';
}

interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

function send(
  url: URL,
  { method, headers, body }: Asked,
  signal: AbortSignal | undefined,
  connectMs: number,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const isSecure = url.protocol === 'https:';
    const agent = agents[isSecure ? 'https:' : 'http:'];
    const request = (isSecure ? https : http).request(url, { method, headers, agent });
    let reply: http.IncomingMessage | undefined;
    const abort = (): void => void (reply ?? request).destroy(signal?.reason as Error | undefined);
    signal?.addEventListener('abort', abort, { once: true });
    request.once('close', () => signal?.removeEventListener('abort', abort));
    request.on('error', (error) => reject(asFetch('fetch failed', error)));
    const late = setTimeout(() => request.destroy(tooLate(url)), connectMs);
    request.once('close', () => clearTimeout(late));
    request.once('socket', (socket) => {
      if (request.reusedSocket) clearTimeout(late);
      else socket.once(isSecure ? 'secureConnect' : 'connect', () => clearTimeout(late));
    });
    request.once('response', (message) => {
      reply = message;
      try {
        resolve(responseOf(message));
      } catch (error) {
        request.destroy();
        reject(asFetch('fetch failed', error));
      }
    });
    request.end(body ?? undefined);
  });
}

/** As `fetch` puts it (WHATWG Fetch, "network error"): what ended a request is the cause; what aborted it stands alone. */
const asFetch = (message: string, cause: unknown): Error =>
  cause instanceof DOMException ? cause : new TypeError(message, { cause });

/** As the system would say it, long after. */
const tooLate = ({ host }: URL): Error =>
  Object.assign(new Error(`connect ETIMEDOUT ${host}`), { code: 'ETIMEDOUT', syscall: 'connect' });

const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

function responseOf(message: http.IncomingMessage): Response {
  const { rawHeaders, statusCode: status = 0 } = message;
  const body = withoutBody.has(status) ? null : streamOf(message);
  if (body === null) message.resume();
  const response = new Response(body, { status });
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    response.headers.append(rawHeaders[i] as string, rawHeaders[i + 1] as string);
  }
  return response;
}

/** So many bytes wait to be read before no more are taken from the connection. */
const mostWaiting = 64 * 1024;

function streamOf(message: http.IncomingMessage): ReadableStream<Uint8Array> {
  const source = unpacked(message);
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        source.on('data', (piece: Buffer) => {
          controller.enqueue(piece);
          if ((controller.desiredSize ?? 0) <= 0) source.pause();
        });
        source.once('end', () => controller.close());
        source.on('error', (error) => controller.error(asFetch('terminated', error)));
      },
      pull: () => void source.resume(),
      cancel: () => void message.destroy(),
    },
    { highWaterMark: mostWaiting, size: ({ byteLength }) => byteLength },
  );
}

/** The body as it was before the server packed it, which nobody asked it to; each piece as soon as it comes. */
function unpacked(message: http.IncomingMessage): Readable {
  const { Z_SYNC_FLUSH: flush, BROTLI_OPERATION_FLUSH: flushBrotli } = constants;
  const name = message.headers['content-encoding']?.trim().toLowerCase();
  if (name === 'gzip' || name === 'x-gzip' || name === 'deflate')
    return pipeline(message, createUnzip({ flush, finishFlush: flush }), () => undefined);
  if (name === 'br')
    return pipeline(message, createBrotliDecompress({ flush: flushBrotli }), () => undefined);
  return message;
}
