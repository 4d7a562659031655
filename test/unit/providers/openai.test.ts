import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { createOpenai } from '../../../src/core/providers/openai.js';
import { hasLimits, withoutLimits } from '../../../src/core/providers/schema.js';
import type { CompletionRequest, Sampling } from '../../../src/core/providers/provider.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import type { RawReply } from '../../fixtures/server/faults.js';

const never = new AbortController().signal;
const schema = {
  type: 'object',
  properties: { format: { type: 'string', maxLength: 9 } },
  required: ['format'],
};
const asked = (sampling: Sampling = {}): CompletionRequest => ({
  model: 'tiny',
  messages: [{ role: 'user', content: 'Hello.' }],
  sampling,
  schema: { name: 'reply', schema },
  sample: 0,
});
const refuse = (message: string): RawReply => ({ status: 400, body: JSON.stringify({ error: { message } }) });

describe('provider openai on its own', () => {
  let server: FakeServer;
  beforeEach(async () => void (server = await startFakeServer({ record: true })));
  afterEach(() => server.close());
  const formats = () => server.requests().map((seen) => seen.body.response_format);
  const types = () => formats().map((format) => format?.type ?? 'none');

  it('sends weaker and weaker schemas to a server that knows none, and remembers', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    server.next(
      refuse("Invalid schema for response_format: 'maxLength' is not permitted"),
      refuse('This response_format type is unavailable now'),
      refuse('Tool choice is not supported by this model'),
      refuse('json_object is not supported'),
    );
    assert.ok((await provider.complete(asked(), never)).ok);
    assert.ok((await provider.complete(asked(), never)).ok);
    assert.deepEqual(types(), ['json_schema', 'json_schema', 'none', 'json_object', 'none', 'none']);
    assert.deepEqual(formats()[1]?.json_schema?.schema, withoutLimits(schema));
    const tools = server.requests().map(({ body }) => [body['tools'], body['tool_choice']]);
    const made = { name: 'reply', parameters: withoutLimits(schema) };
    const choice = { type: 'function', function: { name: 'reply' } };
    const none = [undefined, undefined];
    assert.deepEqual(tools, [none, none, [[{ type: 'function', function: made }], choice], none, none, none]);
  });

  it('takes what the model said where the server gives an error in its place, and asks in the same form on', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const failed = (said?: string) =>
      JSON.stringify({
        error: {
          message: 'Generated JSON does not match the expected schema.',
          code: 'json_validate_failed',
          failed_generation: said,
        },
      });
    server.next(
      { status: 400, body: failed('{"pairs": [') },
      { status: 400, body: failed() },
      { status: 200, headers: { 'content-type': 'text/event-stream' }, body: `data: ${failed('No.')}\n\n` },
    );
    for (const said of ['{"pairs": [', '', 'No.']) {
      const result = await provider.complete(asked(), never);
      assert.deepEqual(result, { ok: true, value: { text: said, model: 'tiny', finish: 'other' } });
    }
    server.next(refuse('Could not finish the message because max_tokens or model output limit was reached.'));
    const cut = await provider.complete(asked(), never);
    assert.deepEqual(cut, { ok: true, value: { text: '', model: 'tiny', finish: 'length' } });
    assert.ok((await provider.complete(asked(), never)).ok);
    assert.deepEqual(
      types(),
      Array.from({ length: 5 }, () => 'json_schema'),
    );
  });

  it('learns it once, however many requests are in flight', async () => {
    await server.close();
    server = await startFakeServer({ record: true, latency: { medianMs: 50, sigma: 0 } });
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const no = refuse('response_format is not supported');
    server.next(no, no, no, no);
    await Promise.all(Array.from({ length: 4 }, () => provider.complete(asked(), never)));
    assert.equal(types().filter((type) => type === 'json_object').length, 0);
    assert.equal(server.stats().requests, 8);
  });

  it('gives a 400 about anything else back at once', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    server.next(refuse('top_k: extra inputs are not permitted'));
    const result = await provider.complete(asked({ topK: 5 }), never);
    assert.ok(!result.ok && result.error.code === 'bad-request');
    assert.match(result.error.message, /top_k/);
    assert.equal(server.stats().requests, 1);
  });

  it('takes counts of tokens that nobody can have for none', async () => {
    const choices = [{ message: { content: 'Hello.' }, finish_reason: 'stop' }];
    server.next({
      status: 200,
      body: `{"choices":${JSON.stringify(choices)},"usage":{"prompt_tokens":-5,"completion_tokens":1e300}}`,
    });
    const result = await createOpenai({ baseUrl: `${server.url}/v1` }).complete(asked(), never);
    assert.ok(
      result.ok && result.value.usage?.input === undefined && result.value.usage?.output === undefined,
    );
  });

  it('does not unpack a reply beyond all sense', async () => {
    const packed = gzipSync(Buffer.alloc(65 * 1024 * 1024, ' '));
    const send = () =>
      Promise.resolve(new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))));
    const result = await createOpenai({ baseUrl: server.url, fetch: send }).complete(asked(), never);
    assert.ok(!result.ok);
    assert.match(result.error.message, /over 64 MB/);
  });

  it('renames the token limit for servers that want the new name', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    server.next(
      refuse("'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."),
    );
    assert.ok((await provider.complete(asked({ maxTokens: 50 }), never)).ok);
    const bodies = server
      .requests()
      .map((seen) => [seen.body['max_tokens'], seen.body['max_completion_tokens']]);
    assert.deepEqual(bodies, [
      [50, undefined],
      [undefined, 50],
    ]);
  });

  it('sends what is set, and nothing else', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    await provider.complete(
      asked({ temperature: 0, topK: 9, repeatPenalty: 1.1, numPredict: 5, stop: [] }),
      never,
    );
    const {
      model: _,
      messages: __,
      response_format: ___,
      ...rest
    } = server.requests()[0]?.body ?? assert.fail();
    const streamed = { stream: true, stream_options: { include_usage: true } };
    assert.deepEqual(rest, { ...streamed, temperature: 0, top_k: 9, repeat_penalty: 1.1 });
  });

  it('counts the tokens that DeepSeek had in its cache', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const usage = { prompt_tokens: 90, completion_tokens: 5, prompt_cache_hit_tokens: 64 };
    const choices = [{ message: { content: 'Hello.' }, finish_reason: 'stop' }];
    server.next({ status: 200, body: JSON.stringify({ choices, usage }) });
    const result = await provider.complete(asked(), never);
    const counted = { input: 90, output: 5, cachedInput: 64, reasoning: undefined };
    assert.deepEqual(result.ok && result.value.usage, counted);
  });

  it('knows why a reply ended in each service’s word', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const words = {
      stop: 'stop',
      eos: 'stop',
      eos_token: 'stop',
      stop_sequence: 'stop',
      tool_calls: 'stop',
      length: 'length',
      model_length: 'length',
      content_filter: 'refused',
      error: 'other',
    };
    for (const [word, finish] of Object.entries(words)) {
      const choices = [{ message: { content: 'Hello.' }, finish_reason: word }];
      server.next({ status: 200, body: JSON.stringify({ choices }) });
      const result = await provider.complete(asked(), never);
      assert.equal(result.ok && result.value.finish, finish, word);
    }
  });

  it('reads parts, refusals and errors that come with status 200', async () => {
    const provider = createOpenai({ baseUrl: `${server.url}/v1` });
    const reply = (message: object, finish: string | null = 'stop'): RawReply => ({
      status: 200,
      body: JSON.stringify({ choices: [{ finish_reason: finish, message }] }),
    });
    server.next(
      reply({
        content: [
          { type: 'thinking', thinking: [] },
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      }),
      reply({ content: null, refusal: 'No.' }),
      reply({ content: '' }, 'content_filter'),
      reply({ content: null, reasoning: 'Hm.' }, null),
      { status: 200, body: '{"error": {"message": "upstream is busy", "code": 429}}' },
    );
    const results = [];
    for (let i = 0; i < 5; i++) results.push(await provider.complete(asked(), never));
    const seen = results.map((result) =>
      result.ok ? [result.value.text, result.value.finish, result.value.reasoning] : [result.error.code],
    );
    assert.deepEqual(seen, [
      ['ab', 'stop', undefined],
      ['No.', 'refused', undefined],
      ['', 'refused', undefined],
      ['', 'other', 'Hm.'],
      ['rate'],
    ]);
  });
});

describe('withoutLimits', () => {
  it('takes limits off a schema, but never a property of such a name', () => {
    assert.deepEqual(withoutLimits(schema), {
      type: 'object',
      properties: { format: { type: 'string' } },
      required: ['format'],
    });
    assert.equal(hasLimits(schema), true);
    assert.equal(hasLimits(withoutLimits(schema)), false);
  });
});
