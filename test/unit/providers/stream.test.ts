import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createOpenai } from '../../../src/core/providers/openai.js';
import { createOllama } from '../../../src/core/providers/ollama.js';
import type { CompletionRequest, ReplyWatch } from '../../../src/core/providers/provider.js';
import { startFakeServer } from '../../fixtures/server/fake-server.js';

const never = new AbortController().signal;
const asked: CompletionRequest = {
  model: 'tiny',
  messages: [{ role: 'user', content: 'Hello.' }],
  sampling: {},
  sample: 0,
};

/** A server that answers with these bytes, in these chunks, and then ends or breaks. */
function serving(chunks: readonly Uint8Array[], end: 'ends' | 'breaks' = 'ends'): typeof fetch {
  return () => {
    const left = [...chunks];
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(next);
        else if (end === 'ends') controller.close();
        else controller.error(Object.assign(new TypeError('terminated'), { code: 'ECONNRESET' }));
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const chunk = (delta: object, finish: string | null = null): string =>
  JSON.stringify({ model: 'tiny', choices: [{ index: 0, delta, finish_reason: finish }] });
const events = (...data: string[]): string => data.map((one) => `data: ${one}\n\n`).join('');
const ask = (text: string | typeof fetch, watch?: ReplyWatch) =>
  createOpenai({
    baseUrl: 'http://box/v1',
    fetch: typeof text === 'string' ? serving([bytes(text)]) : text,
  }).complete(asked, never, watch);

describe('a streamed reply', () => {
  it('is the same however its bytes are cut', async () => {
    const text = events(
      chunk({ role: 'assistant', content: null }),
      chunk({ reasoning_content: 'Hm, ' }),
      chunk({ reasoning: 'naïve 🏭' }),
      chunk({ content: 'Grün 🌾 ' }),
      chunk({ content: '水車' }),
      chunk({}, 'stop'),
      JSON.stringify({ choices: [], usage: { prompt_tokens: 5, completion_tokens: 3 } }),
      '[DONE]',
    );
    const mixed = `: keep-alive\n\nevent: message\nid: 7\n${text.replaceAll('\n\n', '\n\n: ping\n\n')}`;
    for (const whole of [text, mixed, mixed.replaceAll('\n', '\r\n')]) {
      const all = bytes(whole);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(all.length), { maxLength: 40 }), async (cuts) => {
          const at = [0, ...cuts.sort((a, b) => a - b), all.length];
          const chunks = at.slice(1).map((end, i) => all.subarray(at[i], end));
          const result = await ask(serving(chunks.filter((one) => one.length > 0)));
          assert.ok(result.ok);
          assert.deepEqual(result.value, {
            text: 'Grün 🌾 水車',
            reasoning: 'Hm, naïve 🏭',
            model: 'tiny',
            finish: 'stop',
            usage: { input: 5, output: 3, cachedInput: undefined, reasoning: undefined },
          });
        }),
        { numRuns: 25 },
      );
    }
  });

  it('tells when it begins, and each piece of it', async () => {
    const seen: string[] = [];
    const watch = { started: () => seen.push('started'), piece: () => seen.push('piece') };
    const text = events(
      chunk({ role: 'assistant' }),
      chunk({ content: 'a' }),
      chunk({ content: 'b' }, 'stop'),
    );
    assert.ok((await ask(text, watch)).ok);
    assert.deepEqual(seen, ['started', 'piece', 'piece']);
    const server = await startFakeServer({ answer: () => 'Sixty years of flour.' });
    for (const made of [
      createOpenai({ baseUrl: `${server.url}/v1`, stream: false }),
      createOllama({ baseUrl: server.url }),
    ]) {
      seen.length = 0;
      assert.ok((await made.complete(asked, never, watch)).ok);
      assert.equal(seen[0], 'started');
      assert.ok(seen.includes('piece'));
    }
    await server.close();
  });

  it('that ends without its end is an error that can be tried again, with what came of it', async () => {
    const half = events(chunk({ content: '[{"question": "Wh' }));
    const torn = half + 'data: {"choices":[{"delta":{"cont';
    const cut = [ask(half), ask(torn), ask(serving([bytes(torn)], 'breaks')), ask('')];
    for (const result of await Promise.all(cut)) {
      assert.ok(!result.ok && result.error.code === 'network', JSON.stringify(result));
    }
    const first = await ask(half);
    assert.equal(first.ok || first.error.reply, '[{"question": "Wh');
  });

  it('counts as whole where either of the two ends is there', async () => {
    const said = chunk({ content: 'Yes.' });
    for (const [text, finish] of [
      [events(said, chunk({}, 'length')), 'length'],
      [events(said, chunk({}, 'length')).trimEnd(), 'length'],
      [events(said, '[DONE]'), 'other'],
      [`${events(said)}data:[DONE]`, 'other'],
    ] as const) {
      const result = await ask(text);
      assert.ok(result.ok && result.value.text === 'Yes.', text);
      assert.equal(result.value.finish, finish);
    }
  });

  it('with an error in the middle is that error', async () => {
    const said = chunk({ content: 'The mill' });
    const failing = { error: { message: 'upstream is gone', code: 502 } };
    const cases = [
      [events(said, JSON.stringify(failing)), 'server'],
      [
        events(said, JSON.stringify({ ...failing, choices: [{ delta: {}, finish_reason: 'error' }] })),
        'server',
      ],
      [events(said, '{"error":{"message":"slow down","type":"rate_limit_exceeded"}}', '[DONE]'), 'rate'],
      [events(said, '{"object":"error","message":"engine died","code":500}'), 'server'],
      [`${events(said)}event: error\ndata: {"error":"no memory"}\n\n`, 'server'],
      [`${events(said)}error: {"code":500,"message":"slot lost"}\n\n`, 'server'],
      [events(said, 'not json'), 'bad-reply'],
      [events('{"hello":1}', '[DONE]'), 'bad-reply'],
      [events('[DONE]'), 'bad-reply'],
    ] as const;
    for (const [text, code] of cases) {
      const result = await ask(text);
      assert.ok(!result.ok);
      assert.equal(result.error.code, code, text);
    }
  });

  it('is read where a server streams without saying so, and the other way round', async () => {
    const answer =
      (text: string, type: string): typeof fetch =>
      () =>
        Promise.resolve(new Response(text, { headers: { 'content-type': type } }));
    const streamed = await ask(answer(events(chunk({ content: 'Yes.' }, 'stop'), '[DONE]'), 'text/plain'));
    assert.ok(streamed.ok && streamed.value.text === 'Yes.');
    const message = { role: 'assistant', content: 'Yes.' };
    const whole = JSON.stringify({ choices: [{ message, finish_reason: 'stop' }] });
    const plain = await ask(answer(whole, 'application/json'));
    assert.ok(plain.ok && plain.value.text === 'Yes.' && plain.value.finish === 'stop');
  });

  it('of megabytes is read in a time that grows with its length alone, and one without end is given up', async () => {
    const line = bytes(events(chunk({ content: 'x'.repeat(4_000_000) }, 'stop'), '[DONE]'));
    const chunks: Uint8Array[] = [];
    for (let at = 0; at < line.length; at += 1024) chunks.push(line.subarray(at, at + 1024));
    const before = performance.now();
    const long = await ask(serving(chunks));
    assert.ok(long.ok && long.value.text.length === 4_000_000);
    assert.ok(performance.now() - before < 2000);
    const block = bytes('data: '.padEnd(8 * 1024 * 1024, 'x'));
    const endless = await ask(serving(Array.from({ length: 9 }, () => block)));
    assert.ok(!endless.ok && endless.error.code === 'bad-reply');
    assert.match(endless.error.message, /64 MB/);
  });

  it('is not asked for again from a server that refuses it, and that is remembered', async () => {
    const server = await startFakeServer({ record: true });
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const refuse = (message: string) => ({ status: 400, body: JSON.stringify({ error: { message } }) });
    server.next(refuse('Unknown parameter: stream_options'), refuse('Streaming is not supported here'));
    assert.ok((await provider.complete(asked, never)).ok);
    assert.ok((await provider.complete(asked, never)).ok);
    const seen = server.requests().map(({ body }) => [body.stream, body.stream_options !== undefined]);
    assert.deepEqual(seen, [
      [true, true],
      [true, false],
      [false, false],
      [false, false],
    ]);
    await server.close();
  });
});
