import assert from 'node:assert/strict';
import { createGemini } from '../../../src/core/providers/gemini.js';
import { withoutLimits } from '../../../src/core/providers/schema.js';
import type { CompletionRequest, Sampling } from '../../../src/core/providers/provider.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import type { RawReply } from '../../fixtures/server/faults.js';
import { shortMemory } from '../../fixtures/short-memory.js';

const never = new AbortController().signal;
const schema = {
  type: 'object',
  properties: { pairs: { type: 'array', maxItems: 2, items: { type: 'string' } } },
  required: ['pairs'],
};
const asked = (sampling: Sampling = {}): CompletionRequest => ({
  model: 'tiny',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: 'Hello.' },
  ],
  sampling,
  schema: { name: 'reply', schema },
  sample: 0,
});
const refuse = (message: string, code = 400, details: readonly object[] = []): RawReply => ({
  status: code,
  body: JSON.stringify({ error: { code, message, status: 'X', details } }),
});
const events = (...parts: readonly object[]): RawReply => ({
  status: 200,
  headers: { 'content-type': 'text/event-stream' },
  body: parts.map((part) => `data: ${JSON.stringify(part)}\r\n\r\n`).join(''),
});

describe('provider gemini on its own', () => {
  let server: FakeServer;
  beforeEach(async () => void (server = await startFakeServer({ record: true })));
  afterEach(() => server.close());
  const bodies = () => server.requests().map((seen) => seen.body);
  const configs = () =>
    bodies().map((body) => body['generationConfig'] as Record<string, unknown> | undefined);
  const made = () => createGemini({ baseUrl: server.url });

  it('sends what is set, and nothing else', async () => {
    const provider = createGemini({ baseUrl: `${server.url}/v1beta/` });
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Look it up.' },
      { role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'find', arguments: '{"q":1}' }] },
      { role: 'tool', content: 'Found.', name: 'c1' },
      { role: 'assistant', content: 'It is there.' },
      { role: 'user', content: 'Thanks.' },
    ] as const;
    const sampling = {
      temperature: 0.5, topP: 0.9, topK: 20, maxTokens: 99, seed: 3, stop: ['X'], repeatPenalty: 1.1, numPredict: 5,
    }; // prettier-ignore
    await provider.complete({ model: 'models/tiny', messages, sampling, sample: 0 }, never);
    const bare = {
      model: 'tiny',
      messages: [{ role: 'user', content: 'Hi.' }],
      sampling: { stop: [] },
      sample: 0,
    } as const;
    await provider.complete(bare, never);
    assert.deepEqual(bodies(), [
      {
        contents: [
          { role: 'user', parts: [{ text: 'Look it up.' }] },
          { role: 'model', parts: [{ functionCall: { id: 'c1', name: 'find', args: { q: 1 } } }] },
          {
            role: 'user',
            parts: [{ functionResponse: { id: 'c1', name: 'find', response: { output: 'Found.' } } }],
          },
          { role: 'model', parts: [{ text: 'It is there.' }] },
          { role: 'user', parts: [{ text: 'Thanks.' }] },
        ],
        systemInstruction: { parts: [{ text: 'Be brief.' }], role: 'user' },
        generationConfig: {
          temperature: 0.5, topP: 0.9, topK: 20, maxOutputTokens: 99, stopSequences: ['X'], seed: 3,
        }, // prettier-ignore
      },
      { contents: [{ role: 'user', parts: [{ text: 'Hi.' }] }], generationConfig: {} },
    ]);
  });

  it('sends weaker and weaker schemas to a model that knows none, and remembers', async () => {
    const provider = made();
    server.next(
      refuse('The specified schema produces a constraint that has too many states for serving.'),
      refuse('Unknown name "responseJsonSchema" at \'generation_config\': Cannot find field.'),
      refuse('JSON mode is not enabled for models/tiny'),
    );
    assert.ok((await provider.complete(asked(), never)).ok);
    assert.ok((await provider.complete(asked(), never)).ok);
    const json = 'application/json';
    assert.deepEqual(configs(), [
      { responseMimeType: json, responseJsonSchema: schema },
      { responseMimeType: json, responseJsonSchema: withoutLimits(schema) },
      { responseMimeType: json },
      {},
      {},
    ]);
  });

  it('says the system message in the first turn where a model takes no other', async () => {
    const provider = made();
    server.next(refuse('Developer instruction is not enabled for models/tiny'));
    assert.ok((await provider.complete(asked(), never)).ok);
    assert.deepEqual(bodies()[1]?.['contents'], [
      { role: 'user', parts: [{ text: 'Be brief.' }] },
      { role: 'user', parts: [{ text: 'Hello.' }] },
    ]);
  });

  it('asks for no model whose name leads elsewhere', async () => {
    const provider = made();
    for (const model of ['../../v1/files', 'a?key=b', 'a#b', 'a b', '/a', '']) {
      const result = await provider.complete({ ...asked(), model }, never);
      assert.ok(!result.ok && result.error.code === 'not-found', model);
    }
    assert.equal(server.stats().requests, 0);
    assert.ok((await provider.complete({ ...asked(), model: 'tiny-2.5' }, never)).ok);
  });

  it('tells a limit of the minute from one of the day, and how long to wait', async () => {
    const provider = made();
    const quota = 'You exceeded your current quota, please check your plan and billing details.';
    const passed = (quotaId: string, quotaValue = '10') => ({
      '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
      violations: [{ quotaMetric: 'requests', quotaId, quotaValue }],
    });
    const retry = (retryDelay: string) => ({
      '@type': 'type.googleapis.com/google.rpc.RetryInfo',
      retryDelay,
    });
    const cases = [
      [
        [passed('GenerateRequestsPerMinutePerProjectPerModel-FreeTier'), retry('34.074824224s')],
        'rate',
        34_075,
      ],
      [[passed('GenerateRequestsPerDayPerProjectPerModel-FreeTier'), retry('5s')], 'quota', 5000],
      [[passed('GenerateContentInputTokensPerModelPerMinute-FreeTier', '0')], 'quota', undefined],
      [[retry('soon')], 'quota', undefined],
      [[], 'quota', undefined],
    ] as const;
    for (const [details, code, wait] of cases) {
      server.next(refuse(quota, 429, details));
      const result = await provider.complete(asked(), never);
      assert.ok(!result.ok);
      assert.deepEqual([result.error.code, result.error.retryAfterMs], [code, wait]);
    }
    server.next(refuse('Resource has been exhausted (e.g. check quota).', 429));
    const bare = await provider.complete(asked(), never);
    assert.equal(bare.ok || bare.error.code, 'rate');
  });

  it('says what is wrong with a key, a model and a prompt', async () => {
    const provider = createGemini({ baseUrl: server.url, key: 'some-key-123' });
    const cases = [
      [refuse('API key not valid. Please pass a valid API key.'), 'auth', /refused the key \(400\).*GEMINI_API_KEY/],
      [refuse('models/tiny is not found for API version v1beta', 404), 'not-found', /has no model "tiny"/],
      [refuse('The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).'), 'context', /smaller chunks/],
      [refuse('User location is not supported for the API use.'), 'bad-request', /User location/],
      [refuse('The model is overloaded. Please try again later.', 503), 'server', /Try again/],
      [refuse('Deadline expired before operation could complete.', 504), 'timeout', /gave up waiting/],
    ] as const; // prettier-ignore
    for (const [reply, code, words] of cases) {
      server.next(reply);
      const result = await provider.complete(asked(), never);
      assert.ok(!result.ok);
      assert.equal(result.error.code, code);
      assert.match(result.error.message, words);
    }
  });

  it('keeps blocked prompts and answers apart from what broke off', async () => {
    const provider = made();
    const said = (text: string, finishReason?: string) => ({
      candidates: [
        { content: { parts: [{ text }] }, ...(finishReason === undefined ? {} : { finishReason }) },
      ],
    });
    server.next(
      events({
        promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
        usageMetadata: { promptTokenCount: 9 },
      }),
      events(said('The'), said('', 'RECITATION')),
      events(said('The'), {
        candidates: [{ finishReason: 'MALFORMED_FUNCTION_CALL' }],
      }),
      events({ candidates: [{ finishReason: 'SAFETY' }] }),
    );
    const seen = [];
    for (let i = 0; i < 4; i++) {
      const result = await provider.complete(asked(), never);
      seen.push(result.ok ? [result.value.text, result.value.finish] : result.error.code);
    }
    assert.deepEqual(seen, [
      ['', 'refused'],
      ['The', 'refused'],
      ['The', 'other'],
      ['', 'refused'],
    ]);
  });

  it('calls an error in the middle of a stream what it is, and a torn one broken', async () => {
    const provider = made();
    const part = { candidates: [{ content: { parts: [{ text: 'The' }] } }] };
    const torn: RawReply = { ...events(part), body: `${events(part).body}data: {"candidates": [` };
    server.next(
      events(part, { error: { code: 503, message: 'The model is overloaded.', status: 'UNAVAILABLE' } }),
      torn,
      events(),
      events({ choices: [] }),
    );
    const codes: string[] = [];
    for (let i = 0; i < 4; i++) {
      const result = await provider.complete(asked(), never);
      codes.push(result.ok ? 'ok' : result.error.code);
    }
    assert.deepEqual(codes, ['server', 'network', 'network', 'bad-reply']);
  });

  it('starts where it was left, and lets a probe choose the way', async () => {
    const memory = shortMemory();
    const provider = createGemini({ baseUrl: server.url, memory });
    server.next(refuse('Unknown name "responseJsonSchema"'), refuse('Unknown name "responseJsonSchema"'));
    assert.ok((await provider.complete(asked(), never)).ok);
    const known = await memory.get(server.url, 'tiny');
    assert.equal(known?.schema, 'object');
    const next = createGemini({ baseUrl: server.url, memory });
    assert.ok((await next.complete(asked(), never)).ok);
    assert.equal(server.stats().requests, 4);
    const { ladder } = next;
    assert.equal(await ladder?.used('tiny'), 'object');
    await ladder?.use('tiny', 'tool', 'json');
    assert.deepEqual(await memory.get(server.url, 'tiny'), { schema: 'object', keeps: 'json' });
    assert.equal(await ladder?.used('other'), 'full');
  });
});
