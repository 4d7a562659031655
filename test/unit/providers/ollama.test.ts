import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createOllama } from '../../../src/core/providers/ollama.js';
import { tokenCeiling } from '../../../src/core/providers/tokens.js';
import type { CompletionRequest, Sampling } from '../../../src/core/providers/provider.js';
import {
  startFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from '../../fixtures/server/fake-server.js';

const never = new AbortController().signal;
const asked = (content: string, sampling: Sampling = {}): CompletionRequest => ({
  model: 'tiny',
  messages: [{ role: 'user', content }],
  sampling,
  sample: 0,
});

describe('provider ollama on its own', () => {
  let server: FakeServer;
  afterEach(() => server.close());
  const start = async (options: FakeServerOptions = {}): Promise<void> => {
    server = await startFakeServer({ record: true, ...options });
  };
  const contexts = () => server.requests().map((seen) => seen.body.options?.num_ctx);

  it('passes every setting on', async () => {
    await start();
    const provider = createOllama({ baseUrl: server.url, keepAlive: '10m', think: false });
    const sampling = {
      temperature: 0.1,
      topP: 0.5,
      topK: 20,
      repeatPenalty: 1.2,
      maxTokens: 10,
      numPredict: 99,
      stop: ['X'],
      seed: 3,
    };
    await provider.complete(asked('Hello.', sampling), never);
    const { body } = server.requests()[0] ?? assert.fail();
    assert.equal(body['keep_alive'], '10m');
    assert.equal(body['think'], false);
    assert.deepEqual(body.options, {
      num_ctx: 2048, num_predict: 99, temperature: 0.1, top_p: 0.5, top_k: 20, repeat_penalty: 1.2, seed: 3, stop: ['X'],
    }); // prettier-ignore
  });

  it('asks for the context that prompt and reply need, in steps, and never for less again', async () => {
    await start();
    const provider = createOllama({ baseUrl: server.url });
    await provider.complete(asked('Hello.', { maxTokens: 100 }), never);
    await provider.complete(asked('word '.repeat(3000), { maxTokens: 500 }), never);
    await provider.complete(asked('Hello.', { maxTokens: 100 }), never);
    assert.deepEqual(contexts(), [2048, 6144, 6144]);
  });

  it('asks for no more than the model has, and for what is set', async () => {
    await start({ contextTokens: 4096 });
    await createOllama({ baseUrl: server.url }).complete(asked('word '.repeat(3000)), never);
    await createOllama({ baseUrl: server.url, contextTokens: 9999 }).complete(asked('Hi.'), never);
    assert.deepEqual(contexts(), [4096, 9999]);
  });

  it('finds out that a prompt was cut, by a server that refuses and by one that does it in silence', async () => {
    await start({ contextTokens: 2048 });
    const provider = createOllama({ baseUrl: server.url });
    const refused = await provider.complete(asked('word '.repeat(3000)), never);
    assert.ok(!refused.ok && refused.error.code === 'context');
    for (const count of [2047, 2043]) {
      server.next({
        status: 200,
        body: `{"model":"tiny","message":{"content":"x"},"done":true,"done_reason":"stop","prompt_eval_count":${count}}\n`,
      });
      const silent = await provider.complete(asked('word '.repeat(3000)), never);
      assert.ok(!silent.ok && silent.error.code === 'context', String(count));
      assert.match(silent.error.message, /2048 tokens/);
    }
  });

  it('asks a model that cannot think again, without', async () => {
    await start();
    const provider = createOllama({ baseUrl: server.url, think: true });
    server.next({ status: 400, body: '{"error":"\\"tiny\\" does not support thinking"}' });
    assert.ok((await provider.complete(asked('Hello.'), never)).ok);
    assert.ok((await provider.complete(asked('Hello.'), never)).ok);
    assert.deepEqual(
      server.requests().map((seen) => seen.body['think']),
      [true, undefined, undefined],
    );
  });

  describe('asked for a shape', () => {
    const schema = { name: 'pairs', schema: { type: 'array', maxItems: 3, items: { type: 'string' } } };
    const shaped: CompletionRequest = { ...asked('Hello.'), schema };
    const formats = () =>
      server
        .requests()
        .filter(({ body }) => 'messages' in body)
        .map(({ body }) => body['format']);
    const refused = (error: string, status = 400) => ({ status, body: JSON.stringify({ error }) });
    const old = refused(
      'json: cannot unmarshal object into Go struct field ChatRequest.format of type string',
    );

    it('gives it in the way that the server takes, which is found out once', async () => {
      await start();
      const provider = createOllama({ baseUrl: server.url });
      server.next(old);
      assert.ok((await provider.complete(shaped, never)).ok);
      assert.ok((await provider.complete(shaped, never)).ok);
      assert.deepEqual(formats(), [schema.schema, 'json', 'json']);
    });

    it('does without where any is refused, and asks for another model as strictly as before', async () => {
      await start();
      const provider = createOllama({ baseUrl: server.url });
      const none = refused('structured outputs are not supported by this model', 501);
      server.next(none, none);
      assert.ok((await provider.complete(shaped, never)).ok);
      await provider.complete({ ...shaped, model: 'other' }, never);
      assert.deepEqual(formats(), [schema.schema, 'json', undefined, schema.schema]);
    });

    it('leaves the limits out where its grammar grows too large', async () => {
      await start();
      server.next(refused('failed to parse grammar: number of repetitions exceeds sane defaults', 500));
      assert.ok((await createOllama({ baseUrl: server.url }).complete(shaped, never)).ok);
      assert.deepEqual(formats(), [schema.schema, { type: 'array', items: { type: 'string' } }]);
    });

    it('stays with it where something else is wrong', async () => {
      await start();
      server.next(refused('unsupported model format', 500), refused('out of memory', 500));
      const provider = createOllama({ baseUrl: server.url });
      for (const words of [/model format/, /out of memory/]) {
        const failed = await provider.complete(shaped, never);
        assert.ok(!failed.ok && failed.error.code === 'server');
        assert.match(failed.error.message, words);
      }
      assert.deepEqual(formats(), [schema.schema, schema.schema]);
    });
  });

  it('calls an error in the middle of the stream what it is, and never takes what broke off for an answer', async () => {
    await start();
    const provider = createOllama({ baseUrl: `${server.url}/v1` });
    server.next(
      {
        status: 200,
        body: '{"model":"tiny","message":{"content":"x"},"done":false}\n{"error":"the runner stopped"}\n',
      },
      { status: 200, body: '{"model":"tiny","message":{"content":""},"done":true,"done_reason":"load"}\n' },
    );
    const stopped = await provider.complete(asked('Hello.'), never);
    assert.ok(!stopped.ok && stopped.error.code === 'server');
    assert.match(stopped.error.message, /the runner stopped/);
    const loaded = await provider.complete(asked('Hello.'), never);
    assert.ok(!loaded.ok && loaded.error.code === 'bad-reply');
    server.next({ status: 200, body: '{"model":"tiny","message":{"content":"[1, "},"done":false}\n' });
    const brokenOff = await provider.complete(asked('Hello.'), never);
    assert.ok(!brokenOff.ok && brokenOff.error.code === 'network' && brokenOff.error.reply === '[1, ');
  });

  it('takes what a model had said when Ollama hung up on it for its repetitions', async () => {
    await start();
    const provider = createOllama({ baseUrl: server.url });
    const line = (content: string) =>
      `${JSON.stringify({ model: 'tiny', message: { content }, done: false })}\n`;
    const spaces = Array.from({ length: 31 }, (_, place) => line(place % 2 === 0 ? '  ' : '\t')).join('');
    server.next({ status: 200, body: line('[1, ') + spaces });
    const stuck = await provider.complete(asked('Hello.'), never);
    assert.ok(stuck.ok && stuck.value.finish === 'repeat');
    assert.equal(stuck.value.text.trimEnd(), '[1,');
    assert.equal(stuck.value.usage, undefined);
    server.next({ status: 200, body: spaces + line('and on') });
    const brokenOff = await provider.complete(asked('Hello.'), never);
    assert.ok(!brokenOff.ok && brokenOff.error.code === 'network');
  });

  it('leaves no piece out that is no JSON, and takes one that comes in two', async () => {
    const line = (content: string, done = false): string =>
      `${JSON.stringify({ model: 'tiny', message: { content }, done, done_reason: done ? 'stop' : undefined })}\n`;
    const asking = (body: string) => {
      const bytes = new TextEncoder().encode(body);
      const cut = new ReadableStream<Uint8Array>({
        start(controller) {
          for (let i = 0; i < bytes.length; i += 7) controller.enqueue(bytes.subarray(i, i + 7));
          controller.close();
        },
      });
      const headers = { 'content-type': 'application/x-ndjson' };
      const answer = (url: string | URL | Request) =>
        Promise.resolve(
          (url instanceof Request ? url.url : String(url)).endsWith('/api/chat')
            ? new Response(cut, { headers })
            : new Response('{}'),
        );
      return createOllama({ baseUrl: 'http://box', fetch: answer }).complete(asked('Hello.'), never);
    };
    const whole = await asking(line('Grün 🌾 ') + '\n' + line('水車') + line('', true));
    assert.ok(whole.ok && whole.value.text === 'Grün 🌾 水車');
    const garbled = await asking(
      `${line('one ')}{"model":"tiny","message":{"con\n${line('three')}${line('', true)}`,
    );
    assert.ok(!garbled.ok && garbled.error.code === 'bad-reply');
    assert.match(garbled.error.message, /A part of the reply of http:\/\/box is not JSON/);
  });
});

describe('tokenCeiling', () => {
  it('grows with the text, and never takes a token for more than three letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, two) => {
        const count = (content: string) => tokenCeiling([{ role: 'user', content }]);
        assert.ok(count(one + two) >= count(one));
        assert.ok(count(one) >= one.length / 3);
      }),
    );
  });
});
