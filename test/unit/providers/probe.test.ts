import assert from 'node:assert/strict';
import { createOllama } from '../../../src/core/providers/ollama.js';
import { createOpenai } from '../../../src/core/providers/openai.js';
import { probe } from '../../../src/core/providers/probe.js';
import type { OpenedProvider } from '../../../src/core/providers/options.js';
import { nodeClock } from '../../../src/node/ports.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import type { AskBody } from '../../fixtures/server/prompt.js';
import { shortMemory } from '../../fixtures/short-memory.js';

const kept = '{"colour":"red","note":"no"}';
type Body = AskBody & { readonly tools?: unknown };
const formOf = (body: Body): string =>
  body.tools === undefined ? (body.response_format?.type ?? 'none') : 'tool';

describe('the probe of a server', () => {
  let server: FakeServer;
  const memory = shortMemory();
  const start = async (answer: (body: Body) => string): Promise<OpenedProvider> => {
    server = await startFakeServer({ record: true, answer });
    return createOpenai({ baseUrl: `${server.url}/v1`, memory });
  };
  const ask = async (provider: OpenedProvider) => {
    const report = await probe(provider, {
      model: 'tiny',
      clock: nodeClock,
      signal: new AbortController().signal,
    });
    assert.ok(report.ok, report.ok ? '' : report.error.message);
    return report.value;
  };
  const refusal = (message: string) => ({ status: 400, body: JSON.stringify({ error: { message } }) });
  const forms = () => server.requests().map(({ body }) => formOf(body));
  afterEach(() => server.close());

  it('asks one that keeps to the schema once, and tells what it saw', async () => {
    const report = await ask(await start(() => kept));
    assert.deepEqual(forms(), ['json_schema']);
    const { firstMs, wholeMs, ...rest } = report;
    assert.deepEqual(rest, {
      form: 'full',
      keeps: 'shape',
      model: 'tiny',
      streams: true,
      usage: true,
      requests: 1,
    });
    assert.ok(firstMs >= 0 && wholeMs >= firstMs);
  });

  it('goes on where the schema is accepted and ignored, and remembers what is kept to', async () => {
    const provider = await start((body) => (formOf(body) === 'tool' ? kept : 'banana'));
    const report = await ask(provider);
    assert.equal(report.form, 'tool');
    assert.equal(report.keeps, 'shape');
    assert.equal(report.requests, 2);
    const next = createOpenai({ baseUrl: `${server.url}/v1`, memory });
    assert.equal(await next.ladder?.used('tiny'), 'tool');
    assert.equal(await next.ladder?.used('another'), 'full');
  });

  it('takes any JSON over nothing, and stays with the schema where nothing is kept to', async () => {
    const json = await ask(
      await start((body) => (formOf(body) === 'json_object' ? '{"banana":1}' : 'banana')),
    );
    assert.deepEqual([json.form, json.keeps], ['object', 'json']);
    await server.close();
    const nothing = await ask(await start(() => 'banana'));
    assert.deepEqual([nothing.form, nothing.keeps], ['full', 'nothing']);
    assert.deepEqual(forms(), ['json_schema', 'tool', 'json_object']);
  });

  it('goes the way that a server’s refusals lead', async () => {
    const provider = await start((body) => (formOf(body) === 'json_object' ? '{}' : 'banana'));
    server.next(
      refusal('response_format json_schema is not supported'),
      refusal('response_format json_schema is not supported'),
      refusal('tools are not supported'),
    );
    const report = await ask(provider);
    assert.deepEqual([report.form, report.keeps, report.requests], ['object', 'json', 1]);
  });

  it('does not take thinking for the reply, nor a cut one for no JSON', async () => {
    const thinking = await ask(await start(() => `<think>${kept}</think>banana`));
    assert.equal(thinking.keeps, 'nothing');
    await server.close();
    server = await startFakeServer({
      answer: () => ({ text: '{"colour": "red", "note": "a', finish: 'length' }),
    });
    assert.equal((await ask(createOpenai({ baseUrl: `${server.url}/v1` }))).keeps, 'shape');
  });

  it('tells what went wrong, unless it has found something out by then', async () => {
    const provider = await start(() => 'banana');
    server.next({ status: 401, body: '{}' });
    const options = { model: 'tiny', clock: nodeClock, signal: new AbortController().signal };
    const refused = await probe(provider, options);
    assert.ok(!refused.ok && refused.error.code === 'auth');
    server.next('ok', 'server');
    const half = await ask(provider);
    assert.deepEqual([half.form, half.keeps], ['full', 'nothing']);
    const gone = new AbortController();
    gone.abort();
    const cancelled = await probe(provider, { ...options, signal: gone.signal });
    assert.ok(!cancelled.ok && cancelled.error.code === 'cancelled');
  });

  it('goes down from what an Ollama refuses or pays no heed to, and remembers that', async () => {
    server = await startFakeServer({
      record: true,
      answer: (body) => (body['format'] === 'json' ? '{"banana":1}' : 'banana'),
    });
    const provider = () => createOllama({ baseUrl: server.url, memory });
    const report = await ask(provider());
    assert.deepEqual([report.form, report.keeps, report.requests], ['object', 'json', 2]);
    assert.equal(await provider().ladder?.used('tiny'), 'object');
  });

  it('finds out about a provider with one way of its own', async () => {
    server = await startFakeServer({ answer: () => 'banana' });
    const { id, complete } = createOllama({ baseUrl: server.url });
    const report = await ask({ id, complete });
    assert.deepEqual([report.form, report.keeps, report.streams], [undefined, 'nothing', true]);
  });
});
