import assert from 'node:assert/strict';
import { providerRow, type ProviderOptions } from '../../../src/core/providers/index.js';
import type {
  Completion,
  CompletionRequest,
  Provider,
  ProviderError,
} from '../../../src/core/providers/provider.js';
import type { Outcome } from '../../../src/core/outcome.js';
import { httpFetch } from '../../../src/node/httpFetch.js';
import {
  startFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from '../../fixtures/server/fake-server.js';
import { askOf } from '../../fixtures/server/prompt.js';

/** What every provider that talks to a server keeps to, whatever its wire format. */

const never = new AbortController().signal;

const request: CompletionRequest = {
  model: 'tiny',
  messages: [
    { role: 'system', content: 'You write questions.' },
    { role: 'user', content: 'The mill was built in 1823. It ground flour for sixty years.' },
  ],
  sampling: { temperature: 0.5, topP: 0.9, maxTokens: 300, stop: ['END'], seed: 7 },
  schema: {
    name: 'reply',
    schema: {
      type: 'object',
      properties: { pairs: { type: 'array', maxItems: 2, items: { type: 'string' } } },
      required: ['pairs'],
      additionalProperties: false,
    },
  },
  sample: 0,
};

interface Wire {
  readonly id: string;
  readonly path: string;
  readonly chat: string;
  readonly keyName: string;
  /** The header that the key goes in, and what stands before it there. */
  readonly keyHeader: readonly [name: string, scheme: string];
  readonly unreachable: RegExp;
  /** Whether the reply comes piece by piece, with an end that is marked. */
  readonly streams: boolean;
}

const bearer = ['authorization', 'Bearer '] as const;

const wires: readonly Wire[] = [
  {
    id: 'openai',
    path: '/v1',
    chat: '/v1/chat/completions',
    keyName: 'OPENAI_API_KEY',
    keyHeader: bearer,
    unreachable: /Is the server running/,
    streams: true,
  },
  {
    id: 'ollama',
    path: '',
    chat: '/api/chat',
    keyName: 'OLLAMA_API_KEY',
    keyHeader: bearer,
    unreachable: /Is Ollama running\? Start it/,
    streams: true,
  },
  {
    id: 'anthropic',
    path: '',
    chat: '/v1/messages',
    keyName: 'ANTHROPIC_API_KEY',
    keyHeader: ['x-api-key', ''],
    unreachable: /Check your connection, or the base URL/,
    streams: true,
  },
  {
    id: 'gemini',
    path: '',
    chat: '/v1beta/models/tiny:streamGenerateContent',
    keyName: 'GEMINI_API_KEY',
    keyHeader: ['x-goog-api-key', ''],
    unreachable: /Check your connection, or the base URL/,
    streams: true,
  },
];

/** What sends the requests: in VS Code, and outside it. */
const clients = [
  ['fetch', fetch],
  ['httpFetch', httpFetch],
] as const;
const eachWay = wires.flatMap((wire) => clients.map(([client, send]) => ({ wire, client, send })));

for (const { wire, client, send } of eachWay) {
  describe(`provider ${wire.id} over ${client}`, () => {
    let server: FakeServer;
    const open = async (options: FakeServerOptions, more: ProviderOptions = {}): Promise<Provider> => {
      server = await startFakeServer({ record: true, ...options });
      return made({ baseUrl: `${server.url}${wire.path}`, ...more });
    };
    const made = async (options: ProviderOptions): Promise<Provider> => {
      const row = providerRow(wire.id);
      assert.ok(row);
      return row.create({ fetch: send, ...options });
    };
    afterEach(() => server.close());

    it('sends the messages and gives the answer, the usage and why it ended', async () => {
      const provider = await open({ answer: () => 'Sixty years.' });
      const completion = value(await provider.complete(request, never));
      assert.equal(completion.text, 'Sixty years.');
      assert.equal(completion.finish, 'stop');
      assert.equal(completion.model, 'tiny');
      assert.ok((completion.usage?.input ?? 0) > 0);
      assert.equal(completion.usage?.output, 3);
      const [seen] = server.requests();
      assert.equal(seen?.path, wire.chat);
      assert.deepEqual(askOf(seen.path, seen.body).messages, request.messages);
    });

    it('says when the answer was cut', async () => {
      const provider = await open({ answer: () => ({ text: 'Sixty', finish: 'length' }) });
      assert.equal(value(await provider.complete(request, never)).finish, 'length');
    });

    it('passes the schema on', async () => {
      const provider = await open({});
      await provider.complete(request, never);
      const { path, body } = server.requests()[0] ?? assert.fail();
      const { response_format: format, format: shape } = askOf(path, body);
      assert.deepEqual(format?.json_schema?.schema ?? shape, request.schema?.schema);
    });

    it('keeps thinking apart from the answer', async () => {
      for (const answer of [
        { text: 'Flour.', finish: 'stop', thinking: 'It is a mill.' },
        { text: '<think>\nIt is a mill.\n</think>\n\nFlour.', finish: 'stop' },
        { text: 'It is a mill.\n</think>\nFlour.', finish: 'stop' },
      ] as const) {
        const provider = await open({ answer: () => answer });
        const completion = value(await provider.complete(request, never));
        assert.equal(completion.text, 'Flour.');
        assert.equal(completion.reasoning, 'It is a mill.');
        await server.close();
      }
    });

    it('sends no half of a surrogate pair', async () => {
      const provider = await open({});
      await provider.complete({ ...request, messages: [{ role: 'user', content: 'a \ud83d b 😀' }] }, never);
      const { path, body } = server.requests()[0] ?? assert.fail();
      assert.equal(askOf(path, body).messages?.[0]?.content, 'a \ufffd b 😀');
    });

    it('sends the key to its server, and without a key nothing that looks like one', async () => {
      const keyed = await open({ key: 'secret-key-1' }, { key: 'secret-key-1' });
      value(await keyed.complete(request, never));
      const [name, scheme] = wire.keyHeader;
      const keys = () => {
        const { headers } = server.requests()[0] ?? assert.fail();
        return ['authorization', 'x-api-key', 'x-goog-api-key', 'api-key'].flatMap((each) =>
          headers[each] === undefined ? [] : [[each, headers[each]]],
        );
      };
      assert.deepEqual(keys(), [[name, `${scheme}secret-key-1`]]);
      await server.close();
      const open2 = await open({});
      value(await open2.complete(request, never));
      assert.deepEqual(keys(), []);
    });

    it('takes no key, address or header from the environment', async () => {
      const before = { ...process.env };
      Object.assign(process.env, {
        OPENAI_API_KEY: 'sk-environment-0123456789',
        OPENAI_ORG_ID: 'org-environment',
        OPENAI_BASE_URL: 'http://127.0.0.1:1',
        OPENAI_CUSTOM_HEADERS: 'authorization: Bearer environment',
        OLLAMA_API_KEY: 'environment',
        ANTHROPIC_API_KEY: 'environment',
        ANTHROPIC_AUTH_TOKEN: 'environment',
        ANTHROPIC_BASE_URL: 'http://127.0.0.1:1',
        ANTHROPIC_CUSTOM_HEADERS: 'x-api-key: environment',
        ANTHROPIC_LOG: 'debug',
        GEMINI_API_KEY: 'environment',
        GOOGLE_API_KEY: 'environment',
        GOOGLE_GEMINI_BASE_URL: 'http://127.0.0.1:1',
        GOOGLE_GENAI_USE_VERTEXAI: 'true',
      });
      try {
        const provider = await open({});
        value(await provider.complete(request, never));
        assert.doesNotMatch(JSON.stringify(server.requests()[0]?.headers), /environment/);
      } finally {
        process.env = before;
      }
    });

    it('says what to do about a missing or wrong key, and never shows it', async () => {
      const wrong = await open({ key: 'right' }, { key: 'wrong-key-123456' });
      const refused = error(await wrong.complete(request, never));
      assert.equal(refused.code, 'auth');
      assert.match(refused.message, new RegExp(`refused the key.*${wire.keyName}`));
      assert.doesNotMatch(JSON.stringify(refused), /wrong-key-123456/);
      await server.close();
      const missing = await open({ key: 'right' });
      assert.match(error(await missing.complete(request, never)).message, new RegExp(`Set ${wire.keyName}`));
    });

    it('shows no part of the key, wherever the words of a server are cut', async () => {
      const key = 'fake/key+with=marks-0123456789';
      const provider = await open({}, { key });
      for (const length of [...range(270, 300), ...range(1965, 2000)]) {
        const said = `${'y'.repeat(length)}${key} was sent.`;
        server.next({ status: 400, body: JSON.stringify({ error: { message: said } }) });
        const refused = JSON.stringify(error(await provider.complete(request, never)));
        server.next({ status: 200, body: said });
        const odd = JSON.stringify(error(await provider.complete(request, never)));
        assert.doesNotMatch(refused + odd, /fake/, String(length));
      }
      server.next({
        status: 302,
        headers: { location: `http://b.example/?k=${encodeURIComponent(key)}` },
        body: '',
      });
      assert.doesNotMatch(JSON.stringify(error(await provider.complete(request, never))), /fake/);
    });

    it('keeps a password in the base URL out of messages, and sends it as a header', async () => {
      server = await startFakeServer({ record: true });
      const at = `${server.url.replace('://', '://me:pass-word-9@')}${wire.path}`;
      const provider = await made({ baseUrl: at });
      server.next({
        status: 500,
        body: JSON.stringify({ error: `no pass-word-9 ${btoa('me:pass-word-9')}` }),
      });
      const failed = error(await provider.complete(request, never));
      assert.equal(server.requests()[0]?.headers.authorization, `Basic ${btoa('me:pass-word-9')}`);
      assert.doesNotMatch(JSON.stringify(failed), /pass-word-9|bWU6/);
    });

    it('refuses a key that no header can carry, without showing it', async () => {
      const provider = await open({}, { key: 'half-a-key\nother-half' });
      const failed = error(await provider.complete(request, never));
      assert.equal(failed.code, 'auth');
      assert.doesNotMatch(JSON.stringify(failed), /half-/);
      assert.equal(server.stats().requests, 0);
    });

    it('names an unknown model', async () => {
      const provider = await open({ model: 'other' });
      const unknown = error(await provider.complete(request, never));
      assert.equal(unknown.code, 'not-found');
      assert.match(unknown.message, /has no model "tiny"/);
      const azure = { error: { message: 'The API deployment for this resource does not exist.' } };
      server.next({ status: 404, body: JSON.stringify(azure) });
      assert.match(error(await provider.complete(request, never)).message, /has no model "tiny"/);
    });

    it('maps what servers answer to codes', async () => {
      const provider = await open({});
      const cases = [
        [400, { error: { message: 'too long', code: 'context_length_exceeded' } }, 'context'],
        [400, { error: { type: 'exceed_context_size_error', message: 'request (9 tokens)' } }, 'context'],
        [400, { error: '{"error":{"type":"exceed_context_size_error"}}' }, 'context'],
        [400, { error: { message: 'filtered', code: 'content_filter' } }, 'refused'],
        [400, { error: { message: 'Unknown parameter: seed' } }, 'bad-request'],
        [
          400,
          { error: { message: 'The prompt (length 9) is longer than the maximum model length of 4.' } },
          'context',
        ],
        [400, { error: { message: 'The number of tokens is greater than the context length.' } }, 'context'],
        [422, { error: 'Input validation error: `inputs` must have less than 4096 tokens.' }, 'context'],
        [
          429,
          { error: { message: 'Request too large for tiny on tokens per min (TPM): Limit 9.' } },
          'context',
        ],
        [429, { error: { message: 'This would exceed your limit of 9 input tokens per minute.' } }, 'rate'],
        [400, { error: { message: 'Content Exists Risk' } }, 'refused'],
        [400, { error: { message: 'Invalid prompt: your prompt was flagged.' } }, 'refused'],
        [
          403,
          { error: { message: 'Your chosen model requires moderation and your input was flagged.' } },
          'refused',
        ],
        [400, { error: { message: 'Model Not Exist' } }, 'not-found'],
        [400, { error: { message: 'Invalid model: tiny' } }, 'not-found'],
        [400, { error: { message: 'tiny is not a valid model ID' } }, 'not-found'],
        [400, { error: { message: "The requested model 'tiny-1.5' does not exist" } }, 'not-found'],
        [
          429,
          { error: { message: 'Your account is not active, please check your billing details.' } },
          'quota',
        ],
        [429, { error: { message: 'Your prepayment credits are depleted.' } }, 'quota'],
        [403, { error: "Your team doesn't have any credits or licenses yet." }, 'quota'],
        [401, {}, 'auth'],
        [402, {}, 'quota'],
        [403, {}, 'auth'],
        [404, {}, 'not-found'],
        [408, {}, 'timeout'],
        [413, {}, 'context'],
        [422, { detail: [{ msg: 'extra fields not permitted' }] }, 'bad-request'],
        [429, { error: { message: 'slow down' } }, 'rate'],
        [429, { error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } }, 'quota'],
        [500, {}, 'server'],
        [503, { error: 'server busy' }, 'server'],
        [504, {}, 'timeout'],
        [302, {}, 'not-found'],
      ] as const;
      for (const [status, body, code] of cases) {
        server.next({ status, body: JSON.stringify(body) });
        const failed = error(await provider.complete(request, never));
        assert.equal(failed.code, code, `${status} ${JSON.stringify(body)}: ${failed.message}`);
        assert.equal(failed.status, status);
        assert.match(failed.message, /^[A-Z].*[.?"]$|^http.*[.?"]$/);
      }
      const none = { 'x-ratelimit-limit-req-minute': '0', 'x-ratelimit-remaining-req-minute': '0' };
      server.next({ status: 429, headers: none, body: '{"message":"Rate limit exceeded"}' });
      assert.equal(error(await provider.complete(request, never)).code, 'quota');
      server.next({ status: 422, body: '{"detail":[{"msg":"extra fields not permitted"}]}' });
      assert.match(error(await provider.complete(request, never)).message, /"extra fields not permitted"/);
    });

    it('reads how long to wait', async () => {
      const provider = await open({});
      const date = new Date(Date.now() + 90_000);
      const cases = [
        [{ 'retry-after': '7' }, 7000],
        [{ 'retry-after': '1.5' }, 1500],
        [{ 'retry-after-ms': '250', 'retry-after': '7' }, 250],
        [
          { 'retry-after': date.toUTCString(), date: new Date(date.getTime() - 30_000).toUTCString() },
          30_000,
        ],
        [{ 'retry-after': 'soon' }, undefined],
        [{ 'retry-after': '-5' }, undefined],
      ] as const;
      for (const [headers, wanted] of cases) {
        server.next({ status: 429, headers, body: '{}' });
        assert.equal(
          error(await provider.complete(request, never)).retryAfterMs,
          wanted,
          JSON.stringify(headers),
        );
      }
    });

    it('calls what is no reply of the protocol a bad reply or a broken connection', async () => {
      const provider = await open({});
      server.next('content-type', 'empty', { status: 200, body: '{"hello": 1}' }, 'reset', 'torn');
      const codes: string[] = [];
      for (let i = 0; i < 5; i++) codes.push(error(await provider.complete(request, never)).code);
      assert.deepEqual(codes, ['bad-reply', 'bad-reply', 'bad-reply', 'network', 'network']);
    });

    it('says what to do where nothing answers', async () => {
      server = await startFakeServer();
      const { url } = server;
      await server.close();
      const provider = await made({ baseUrl: `${url}${wire.path}` });
      const failed = error(await provider.complete(request, never));
      assert.equal(failed.code, 'network');
      assert.match(failed.message, wire.unreachable);
    });

    it('takes an address without http://, and says so of one that is none', async () => {
      server = await startFakeServer();
      const provider = await made({ baseUrl: `${server.url.slice('http://'.length)}${wire.path}/` });
      value(await provider.complete(request, never));
      const none = await made({ baseUrl: 'ftp://user:hidden@host' });
      const failed = error(await none.complete(request, never));
      assert.equal(failed.code, 'bad-request');
      assert.doesNotMatch(failed.message, /hidden/);
    });

    it('is cancelled at once, and lets go of the connection', async () => {
      const provider = await open({});
      const took: number[] = [];
      // Again where it took longer: for the first stack of an SDK the loader of the tests reads its source map, and the
      // machine may be busy with other things.
      for (let round = 1; round <= 5 && !took.some((ms) => ms < 100); round++) {
        server.next('hang');
        const abort = new AbortController();
        const answer = provider.complete(request, abort.signal);
        while (server.stats().inFlight === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        const start = performance.now();
        abort.abort();
        assert.equal(error(await answer).code, 'cancelled');
        took.push(performance.now() - start);
        while (server.stats().dropped < round) await new Promise((resolve) => setTimeout(resolve, 2));
        assert.equal(error(await provider.complete(request, abort.signal)).code, 'cancelled');
        assert.equal(server.stats().requests, round);
      }
      assert.ok(Math.min(...took) < 100, `${took.join(' and ')} ms`);
    });

    it('is cancelled at once even if the connection will not go', async () => {
      server = await startFakeServer();
      let letGo: (error: Error) => void = () => undefined;
      const deaf: typeof fetch = () => new Promise((_resolve, reject) => (letGo = reject));
      const provider = await made({ baseUrl: `${server.url}${wire.path}`, fetch: deaf });
      const abort = new AbortController();
      const answer = provider.complete(request, abort.signal);
      setTimeout(() => abort.abort(), 5);
      assert.equal(error(await answer).code, 'cancelled');
      letGo(new Error('the test is over')); // the SDK's timer would keep the process for half an hour
    });

    if (wire.streams) {
      it('tells when the server has taken the request, and of each piece', async () => {
        const provider = await open({ answer: () => 'Sixty years of flour.' });
        const told: string[] = [];
        const watch = { started: () => void told.push('started'), piece: () => void told.push('piece') };
        value(await provider.complete(request, never, watch));
        assert.equal(told[0], 'started');
        assert.ok(told.filter((each) => each === 'piece').length >= 7);
      });

      it('is cancelled at once in the middle of a reply', async () => {
        const provider = await open({});
        server.next('stall');
        const abort = new AbortController();
        let came: () => void = () => undefined;
        const piece = new Promise<void>((resolve) => (came = resolve));
        const answer = provider.complete(request, abort.signal, { started: () => undefined, piece: came });
        await piece;
        const start = performance.now();
        abort.abort();
        assert.equal(error(await answer).code, 'cancelled');
        assert.ok(performance.now() - start < 100);
        while (server.stats().dropped === 0) await new Promise((resolve) => setTimeout(resolve, 2));
      });

      it('takes no half of a reply for a whole one', async () => {
        const provider = await open({});
        server.next('cut-off');
        const failed = error(await provider.complete(request, never));
        assert.equal(failed.code, 'network');
        assert.match(failed.message, /broke off before its end/);
      });
    }

    it('reads an answer of a megabyte', async () => {
      const provider = await open({});
      server.next('huge');
      const completion = value(await provider.complete(request, never));
      assert.ok(completion.text.length > 1_000_000);
    });
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

function value(outcome: Outcome<Completion, ProviderError>): Completion {
  assert.ok(outcome.ok, outcome.ok ? '' : `${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

function error(outcome: Outcome<Completion, ProviderError>): ProviderError {
  assert.ok(!outcome.ok);
  return outcome.error;
}
