import assert from 'node:assert/strict';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';
import { PassThrough } from 'node:stream';
import { brotliCompressSync, createBrotliCompress, createGzip, deflateSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { providerRow } from '../../../src/core/providers/index.js';
import { createHttpFetch, httpFetch } from '../../../src/node/httpFetch.js';
import { startStuckServer } from '../../fixtures/server/stuck-server.js';

/** As Node's `fetch` puts it, with the system's code. */
const isBy = (code: string) => (error: unknown) =>
  error instanceof TypeError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === code;
const broken = isBy('ECONNRESET');

const manual = { redirect: 'manual' } as const;

describe('httpFetch', () => {
  let server: Server;
  let url: string;
  let answer: (...exchange: Parameters<RequestListener>) => unknown;
  const sockets = new Set<Socket>();

  before(async () => {
    server = createServer((request, response) => answer(request, response));
    server.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/chat?x=1`;
  });
  beforeEach(() => sockets.clear());
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  it('sends method, headers and text, and gives what comes back', async () => {
    let seen: { method?: string | undefined; path?: string | undefined; headers: object; text: string };
    answer = async (request, response) => {
      const { method, url: path, headers } = request;
      seen = { method, path, headers, text: await textOf(request) };
      response.writeHead(201, [
        ['x-limit', 'a'],
        ['x-limit', 'b'],
      ]);
      response.end('“ok”');
    };
    const headers = { authorization: 'Bearer k', 'content-type': 'application/json' };
    const response = await httpFetch(url, { ...manual, method: 'POST', headers, body: '{"a":"ü😀"}' });
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('x-limit'), 'a, b');
    assert.equal(await response.text(), '“ok”');
    assert.equal(seen!.method, 'POST');
    assert.equal(seen!.path, '/v1/chat?x=1');
    assert.equal(seen!.text, '{"a":"ü😀"}');
    assert.deepEqual(Object.keys(seen!.headers).sort(), [
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
    ]);
  });

  it('gives the bytes that were sent, however they are cut and packed', async () => {
    const packings = {
      identity: (bytes: Buffer) => bytes,
      gzip: gzipSync,
      deflate: deflateSync,
      br: brotliCompressSync,
    };
    const names = fc.constantFrom(...(Object.keys(packings) as (keyof typeof packings)[]));
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 5000 }),
        names,
        fc.integer({ min: 1, max: 900 }),
        async (bytes, name, size) => {
          answer = (_, response) => {
            const packed = packings[name](Buffer.from(bytes));
            response.writeHead(200, { 'content-encoding': name });
            for (let at = 0; at < packed.length; at += size) response.write(packed.subarray(at, at + size));
            response.end();
          };
          const response = await httpFetch(url, manual);
          assert.deepEqual(new Uint8Array(await response.arrayBuffer()), Uint8Array.from(bytes));
        },
      ),
      { numRuns: 40 },
    );
  });

  for (const [packing, pack] of [
    ['identity', () => new PassThrough()],
    ['gzip', createGzip],
    ['br', createBrotliCompress],
  ] as const) {
    it(`gives each piece as soon as it comes (${packing})`, async () => {
      const packer = pack();
      let read = (): void => undefined;
      const isRead = new Promise<void>((resolve) => (read = resolve));
      answer = (_, response) => {
        response.writeHead(200, { 'content-encoding': packing });
        packer.pipe(response);
        packer.write('one');
        if ('flush' in packer) packer.flush();
        void isRead.then(() => packer.end('two'));
      };
      const reader = (await httpFetch(url, manual)).body?.getReader() ?? assert.fail();
      assert.equal(Buffer.from((await reader.read()).value ?? []).toString(), 'one');
      read();
      assert.equal(Buffer.from((await reader.read()).value ?? []).toString(), 'two');
      assert.equal((await reader.read()).done, true);
    });
  }

  it('asks again over the same connection', async () => {
    answer = (_, response) => response.end('{}');
    for (let i = 0; i < 5; i++) await (await httpFetch(url, manual)).text();
    assert.ok(sockets.size <= 1);
  });

  it('follows no redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://other.example/' }).end();
    const response = await httpFetch(url, manual);
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), 'http://other.example/');
  });

  it('takes replies without a body', async () => {
    answer = (_, response) => response.writeHead(204).end();
    const response = await httpFetch(url, manual);
    assert.equal(response.status, 204);
    assert.equal(await response.text(), '');
  });

  it('rejects a status that none can have, and goes on', async () => {
    answer = (request) => request.socket.end('HTTP/1.1 999 Strange\r\ncontent-length: 0\r\n\r\n');
    await assert.rejects(httpFetch(url, manual), { name: 'TypeError', message: 'fetch failed' });
    answer = (_, response) => response.end('fine');
    assert.equal(await (await httpFetch(url, manual)).text(), 'fine');
  });

  it('rejects with the code of the system where nobody answers', async () => {
    const closed = createServer();
    await new Promise<void>((done) => closed.listen(0, '127.0.0.1', done));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    await assert.rejects(httpFetch(`http://127.0.0.1:${port}/`, manual), isBy('ECONNREFUSED'));
  });

  for (const [what, cut] of [
    ['reset', (request: IncomingMessage) => request.socket.resetAndDestroy()],
    ['ended', (request: IncomingMessage) => request.socket.end()],
  ] as const) {
    it(`rejects where the connection is ${what} before the reply`, async () => {
      answer = cut;
      await assert.rejects(httpFetch(url, manual), broken);
    });

    for (const headers of [{ 'content-length': '10' }, { 'transfer-encoding': 'chunked' }]) {
      it(`takes no reply for whole whose connection is ${what} (${Object.keys(headers).join('')})`, async () => {
        answer = (request, response) => {
          response.writeHead(200, headers);
          response.write('half', () => cut(request));
        };
        const response = await httpFetch(url, manual);
        await assert.rejects(response.text(), broken);
      });
    }
  }

  it('rejects at once when the signal is aborted: before, while it waits, in the middle', async () => {
    const gone = AbortSignal.abort();
    await assert.rejects(httpFetch(url, { ...manual, signal: gone }), { name: 'AbortError' });

    const waiting = new AbortController();
    answer = () => setImmediate(() => waiting.abort());
    await assert.rejects(httpFetch(url, { ...manual, signal: waiting.signal }), { name: 'AbortError' });

    const reading = new AbortController();
    let closed: Promise<unknown> = Promise.resolve();
    answer = (request, response) => {
      closed = new Promise((done) => request.socket.once('close', done));
      response.writeHead(200);
      response.write('half');
    };
    const response = await httpFetch(url, { ...manual, signal: reading.signal });
    setImmediate(() => reading.abort());
    await assert.rejects(response.text(), { name: 'AbortError' });
    await closed;
  });

  it('leaves nothing on a signal that serves many requests', async () => {
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...all: Parameters<typeof add>) => (listeners++, add(...all));
    signal.removeEventListener = (...all: Parameters<typeof remove>) => (listeners--, remove(...all));
    answer = (_, response) => response.end('{}');
    for (let i = 0; i < 20; i++) await (await httpFetch(url, { ...manual, signal })).text();
    await new Promise((done) => setTimeout(done, 5));
    assert.equal(listeners, 0);
  });

  it('hangs up on a reply that is not read to its end', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    answer = (request, response) => {
      closed = new Promise((done) => request.socket.once('close', done));
      response.write('piece');
    };
    const response = await httpFetch(url, manual);
    await response.body?.cancel();
    await closed;
  });

  it('takes no more from a server than is read', async () => {
    let sent = 0;
    answer = (_, response) => {
      const write = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
        sent += 65_536;
      };
      response.on('drain', write);
      write();
    };
    const response = await httpFetch(url, manual);
    await new Promise((done) => setTimeout(done, 50));
    assert.ok(sent < 32 * 1024 * 1024, `${sent} bytes were sent`);
    await response.body?.cancel();
  });

  it('hands on what it does not do itself', async () => {
    const usual = globalThis.fetch;
    const handed: unknown[] = [];
    globalThis.fetch = (target) => (handed.push(target), Promise.resolve(new Response('')));
    const dispatcher = Symbol.for('undici.globalDispatcher.1');
    const before: unknown = Reflect.get(globalThis, dispatcher);
    try {
      await httpFetch(url);
      await httpFetch(url, { ...manual, method: 'POST', body: new URLSearchParams('a=1') });
      await httpFetch(new Request(url), manual);
      Reflect.set(globalThis, dispatcher, { constructor: { name: 'EnvHttpProxyAgent' } });
      await httpFetch(url, manual);
      assert.equal(handed.length, 4);
    } finally {
      globalThis.fetch = usual;
      Reflect.set(globalThis, dispatcher, before);
    }
  });

  describe('where no connection comes about', () => {
    const late = isBy('ETIMEDOUT');
    const quick = createHttpFetch(300);
    const request = {
      model: 'm',
      messages: [{ role: 'user' as const, content: 'Why?' }],
      sampling: {},
      sample: 0,
    };

    it('gives up after a time: of a server whose queue is full', async function () {
      if (process.platform !== 'linux') return;
      const stuck = await startStuckServer();
      try {
        const began = performance.now();
        await assert.rejects(quick(stuck.url, { ...manual, method: 'POST', body: '{}' }), late);
        const ms = performance.now() - began;
        assert.ok(ms >= 290 && ms < 5_000, `after ${Math.round(ms)} ms`);
        for (const id of ['ollama', 'openai', 'anthropic', 'gemini']) {
          const provider = await providerRow(id)?.create({ baseUrl: stuck.url, key: 'k', fetch: quick });
          const asked = await provider?.complete(request, new AbortController().signal);
          assert.ok(asked?.ok === false && asked.error.code === 'timeout', id);
          assert.match(asked.error.message, /^No connection to http:\S+ came about in time\. (Is|Check)/);
        }
      } finally {
        stuck.close();
      }
    });

    it('gives up after a time: of one that never says a word of TLS', async () => {
      const mute = createTcpServer((socket) => sockets.add(socket));
      await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
      const { port } = mute.address() as AddressInfo;
      await assert.rejects(quick(`https://127.0.0.1:${port}/`, manual), late);
      for (const socket of sockets) socket.destroy();
      mute.close();
    });

    it('waits longer where one stands: for a reply, and on a connection that is used again', async () => {
      answer = (_, response) => setTimeout(() => response.end('ok'), 500);
      for (let n = 0; n < 2; n++) assert.equal(await (await quick(url, manual)).text(), 'ok');
      assert.equal(sockets.size, 1);
    });
  });
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}
