import assert from 'node:assert/strict';
import { createAnthropic } from '../../../src/core/providers/anthropic.js';
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
  messages: [{ role: 'user', content: 'Hello.' }],
  sampling,
  schema: { name: 'reply', schema },
  sample: 0,
});
const refuse = (message: string): RawReply => ({
  status: 400,
  body: JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message } }),
});

describe('provider anthropic on its own', () => {
  let server: FakeServer;
  beforeEach(async () => void (server = await startFakeServer({ record: true })));
  afterEach(() => server.close());
  const bodies = () => server.requests().map((seen) => seen.body);
  const versions = () => server.requests().map((seen) => seen.headers['anthropic-version']);
  const made = () => createAnthropic({ baseUrl: server.url });

  it('sends what is set, a limit of the reply, and nothing else', async () => {
    const provider = createAnthropic({ baseUrl: `${server.url}/v1/` });
    const messages = [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Look it up.' },
      { role: 'assistant', content: '', toolCalls: [{ id: 'c1', name: 'find', arguments: '{"q":1}' }] },
      { role: 'tool', content: 'Found.', name: 'c1' },
      { role: 'assistant', content: 'It is there.' },
      { role: 'user', content: 'Thanks.' },
      { role: 'system', content: 'In English.' },
    ] as const;
    const sampling = { repeatPenalty: 1.1, numPredict: 5, seed: 3, stop: ['X'], maxTokens: 99 };
    await provider.complete({ model: 'tiny', messages, sampling, sample: 0 }, never);
    await provider.complete({ model: 'tiny', messages: [], sampling: { stop: [] }, sample: 0 }, never);
    assert.deepEqual(bodies(), [
      {
        model: 'tiny',
        max_tokens: 99,
        messages: [
          { role: 'user', content: 'Look it up.' },
          { role: 'assistant', content: [{ type: 'tool_use', id: 'c1', name: 'find', input: { q: 1 } }] },
          { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: 'Found.' }] },
          { role: 'assistant', content: 'It is there.' },
          { role: 'user', content: 'Thanks.' },
        ],
        stream: true,
        system: 'Be brief.\n\nIn English.',
        stop_sequences: ['X'],
      },
      { model: 'tiny', max_tokens: 16_384, messages: [], stream: true },
    ]);
    assert.deepEqual(versions(), ['2026-10-21', '2026-10-21']);
  });

  it('goes from structured output to a tool to plain text where a server knows none, and remembers', async () => {
    const provider = made();
    server.next(
      refuse("output_config.format.schema: For 'array' type, property 'maxItems' is not supported"),
      refuse('output_config: Extra inputs are not permitted'),
      refuse('tools.0.custom.strict: Extra inputs are not permitted'),
    );
    const first = await provider.complete(asked(), never);
    assert.ok(first.ok);
    assert.deepEqual(JSON.parse(first.value.text), {
      pairs: [],
      reason: 'There is no sentence to ask about.',
    });
    assert.equal(first.value.finish, 'stop');
    const [full, unlimited, strict, tool] = bodies();
    assert.deepEqual(full?.['output_config'], { format: { type: 'json_schema', schema } });
    assert.deepEqual(unlimited?.['output_config'], {
      format: { type: 'json_schema', schema: withoutLimits(schema) },
    });
    const given = (strictly: object, shape: object) => [
      { name: 'reply', description: 'Gives the answer.', input_schema: shape, ...strictly },
    ];
    assert.deepEqual(strict?.['tools'], given({ strict: true }, withoutLimits(schema)));
    assert.deepEqual(tool?.['tools'], given({}, schema));
    assert.deepEqual(tool?.['tool_choice'], { type: 'tool', name: 'reply', disable_parallel_tool_use: true });
    server.next(refuse('tool_choice: this model cannot be forced'));
    assert.ok((await provider.complete(asked(), never)).ok);
    assert.ok((await provider.complete(asked(), never)).ok);
    const forms = bodies().map((body) => ('output_config' in body ? 'o' : 'tools' in body ? 't' : '-'));
    assert.equal(forms.join(''), 'oottt--');
  });

  it('gives a 400 about anything else back at once', async () => {
    const provider = made();
    server.next(refuse('temperature: range: 0..1'), refuse('messages: at least one message is required'));
    for (const words of [/range: 0\.\.1/, /at least one message/]) {
      const result = await provider.complete(asked({ temperature: 2 }), never);
      assert.ok(!result.ok && result.error.code === 'bad-request');
      assert.match(result.error.message, words);
    }
    assert.equal(server.stats().requests, 2);
  });

  it('asks in the older version for sampling, and leaves out what a model does not take', async () => {
    const provider = made();
    server.next(
      refuse('`temperature` and `top_p` cannot both be specified for this model. Please use only one.'),
      'ok',
      refuse('`temperature` is deprecated for this model.'),
    );
    const sampling = { temperature: 0.5, topP: 0.9, topK: 20 };
    for (let i = 0; i < 3; i++) assert.ok((await provider.complete(asked(sampling), never)).ok);
    const sent = bodies().map((body) => [body['temperature'], body['top_p'], body['top_k']]);
    assert.deepEqual(sent, [
      [0.5, 0.9, 20],
      [0.5, undefined, 20],
      [0.5, undefined, 20],
      [undefined, undefined, undefined],
      [undefined, undefined, undefined],
    ]);
    assert.deepEqual(versions(), ['2023-06-01', '2023-06-01', '2023-06-01', '2026-10-21', '2026-10-21']);
    await made().complete(asked({ topP: 0.9 }), never);
    assert.equal(bodies().at(-1)?.['top_p'], 0.9);
  });

  it('says what an error is that comes in the middle of a stream, or with status 200', async () => {
    const provider = made();
    const start = 'event: message_start\ndata: {"type":"message_start","message":{"model":"tiny"}}\n\n';
    const event = (type: string, message: string): RawReply => ({
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      body: `${start}event: error\ndata: ${JSON.stringify({ type: 'error', error: { type, message } })}\n\n`,
    });
    const cases = [
      [event('overloaded_error', 'Overloaded'), 'server', 529],
      [event('rate_limit_error', 'Slow down'), 'rate', 429],
      [event('api_error', 'Internal'), 'server', 500],
      [event('timeout_error', 'Too long'), 'timeout', 504],
      [event('never_heard_of', '?'), 'server', 500],
      [{ status: 200, body: '{"type":"error","error":{"type":"overloaded_error"}}' }, 'server', 529],
    ] as const;
    for (const [reply, code, status] of cases) {
      server.next(reply);
      const result = await provider.complete(asked(), never);
      assert.ok(!result.ok);
      assert.deepEqual([result.error.code, result.error.status], [code, status]);
    }
  });

  it('takes another protocol for what it is, and nothing at all for a connection that broke', async () => {
    const provider = made();
    const events = (body: string): RawReply => ({
      status: 200,
      headers: { 'content-type': 'text/event-stream; charset=utf-8' },
      body,
    });
    server.next(
      events('event: chunk\ndata: {"type":"chunk","choices":[]}\n\n'),
      events('event: message_start\ndata: {"type":\n\n'),
      events(''),
    );
    const codes: string[] = [];
    for (let i = 0; i < 3; i++) {
      const result = await provider.complete(asked(), never);
      codes.push(result.ok ? 'ok' : result.error.code);
    }
    assert.deepEqual(codes, ['bad-reply', 'bad-reply', 'network']);
  });

  it('tells credit, spending limits, overload and filters apart', async () => {
    const provider = made();
    const cases = [
      [400, 'Your credit balance is too low to access the Anthropic API.', 'quota'],
      [400, 'You have reached your specified API usage limits.', 'quota'],
      [400, 'prompt is too long: 208310 tokens > 200000 maximum', 'context'],
      [400, 'input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000', 'context'],
      [400, 'Output blocked by content filtering policy', 'refused'],
      [413, 'Request exceeds the maximum size', 'context'],
      [429, 'This request would exceed the rate limit of 50 requests per minute', 'rate'],
      [529, 'Overloaded', 'server'],
    ] as const;
    for (const [status, message, code] of cases) {
      server.next({ status, body: JSON.stringify({ type: 'error', error: { type: 'x', message } }) });
      const result = await provider.complete({ ...asked(), schema: undefined }, never);
      assert.ok(!result.ok);
      assert.equal(result.error.code, code, message);
    }
  });

  it('reads the limits in the headers of replies and refusals', async () => {
    const provider = made();
    const headers = {
      date: 'Sat, 21 Nov 2026 12:00:00 GMT',
      'anthropic-ratelimit-requests-remaining': '49',
      'anthropic-ratelimit-requests-reset': '2026-11-21T12:00:01Z',
      'anthropic-ratelimit-tokens-remaining': '0',
      'anthropic-ratelimit-tokens-reset': '2026-11-21T12:00:30.5Z',
    };
    const rate = { requestsLeft: 49, tokensLeft: 0, requestsResetMs: 1000, tokensResetMs: 30_500 };
    const message = '{"type":"message","content":[],"stop_reason":"end_turn"}';
    server.next({ status: 429, headers, body: '{}' }, { status: 200, headers, body: message });
    const refused = await provider.complete(asked(), never);
    assert.deepEqual(refused.ok || refused.error.rate, rate);
    const given = await provider.complete(asked(), never);
    assert.deepEqual(given.ok && given.value.rate, rate);
  });

  it('starts where it was left, and lets a probe choose the way', async () => {
    const memory = shortMemory();
    const provider = createAnthropic({ baseUrl: server.url, memory });
    server.next(
      refuse('output_config: Extra inputs are not permitted'),
      refuse('output_config: Extra inputs are not permitted'),
    );
    assert.ok((await provider.complete(asked(), never)).ok);
    const known = await memory.get(server.url, 'tiny');
    assert.equal(known?.schema, 'tool');
    const next = createAnthropic({ baseUrl: server.url, memory });
    assert.ok((await next.complete(asked(), never)).ok);
    assert.equal(server.stats().requests, 4);
    const { ladder } = next;
    assert.equal(await ladder?.used('tiny'), 'tool');
    await ladder?.use('tiny', 'object', 'json');
    assert.deepEqual(await memory.get(server.url, 'tiny'), { schema: 'none', keeps: 'json' });
    assert.equal(await ladder?.used('other'), 'full');
  });
});
