import assert from 'node:assert/strict';
import { providerRow, providers } from '../../../src/core/providers/index.js';
import { azureAddress } from '../../../src/core/providers/azure.js';
import { openaiPreset, presets } from '../../../src/core/providers/presets.js';
import type { CompletionRequest } from '../../../src/core/providers/provider.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { shortMemory } from '../../fixtures/short-memory.js';

const never = new AbortController().signal;
const schema = {
  type: 'object',
  properties: { word: { type: 'string', maxLength: 9 } },
  required: ['word'],
  additionalProperties: false,
};
const asked: CompletionRequest = {
  model: 'tiny',
  messages: [{ role: 'user', content: 'Hello.' }],
  sampling: { maxTokens: 50, seed: 7 },
  schema: { name: 'reply', schema },
  sample: 0,
};

/** Where each preset's request goes, the header of its key, and how it asks for a shape, as their pages say. */
const expected: Record<string, readonly [url: string, header: string, form: string]> = {
  openai: ['https://api.openai.com/v1/chat/completions', 'authorization', 'json_schema without limits'],
  azure: [
    'https://mine.openai.azure.com/openai/v1/chat/completions',
    'api-key',
    'json_schema without limits',
  ],
  lmstudio: ['http://127.0.0.1:1234/v1/chat/completions', 'authorization', 'json_schema'],
  vllm: ['http://127.0.0.1:8000/v1/chat/completions', 'authorization', 'json_schema'],
  llamacpp: ['http://127.0.0.1:8080/v1/chat/completions', 'authorization', 'json_schema'],
  llamafile: ['http://127.0.0.1:8080/v1/chat/completions', 'authorization', 'json_schema'],
  openrouter: ['https://openrouter.ai/api/v1/chat/completions', 'authorization', 'json_schema'],
  groq: ['https://api.groq.com/openai/v1/chat/completions', 'authorization', 'json_schema'],
  mistral: ['https://api.mistral.ai/v1/chat/completions', 'authorization', 'json_schema'],
  deepseek: ['https://api.deepseek.com/v1/chat/completions', 'authorization', 'tool'],
  together: ['https://api.together.xyz/v1/chat/completions', 'authorization', 'json_schema'],
  huggingface: ['https://router.huggingface.co/v1/chat/completions', 'authorization', 'json_schema'],
};

describe('presets', () => {
  let server: FakeServer;
  beforeEach(
    async () => void (server = await startFakeServer({ record: true, answer: () => '{"word":"a"}' })),
  );
  afterEach(() => server.close());

  /** Sends what is for the preset's host to the fake server, and notes the host. */
  const mapped =
    (urls: string[]): typeof fetch =>
    (url, init) => {
      const asks = url instanceof Request ? url.url : String(url);
      urls.push(asks);
      return fetch(`${server.url}/v1/chat/completions`, init);
    };

  it('are all named here, and no two have the same id', () => {
    const ids = [openaiPreset, ...presets].map(({ id }) => id);
    assert.deepEqual(ids.sort(), Object.keys(expected).sort());
    assert.equal(new Set(providers.map(({ id }) => id)).size, providers.length);
  });

  for (const preset of [openaiPreset, ...presets]) {
    it(`${preset.id}: asks the right address with the right header in the right form`, async () => {
      const [address, header, form] = expected[preset.id] ?? assert.fail(preset.id);
      const urls: string[] = [];
      const baseUrl = preset.baseUrl === undefined ? 'https://mine.openai.azure.com' : undefined;
      const row = providerRow(preset.id) ?? assert.fail();
      const provider = await row.create({ baseUrl, key: 'a-key-123', fetch: mapped(urls) });
      const result = await provider.complete(asked, never);
      assert.ok(result.ok, result.ok ? '' : result.error.message);
      assert.equal(result.value.text, '{"word":"a"}');
      assert.deepEqual(urls, [address]);
      const { headers, body } = server.requests()[0] ?? assert.fail();
      const others = ['authorization', 'api-key'].filter((name) => name !== header);
      assert.equal(headers[header], header === 'authorization' ? 'Bearer a-key-123' : 'a-key-123');
      for (const other of others) assert.equal(headers[other], undefined);
      const given = body.response_format?.json_schema?.schema;
      const seen = body['tools'] !== undefined ? 'tool' : JSON.stringify(given) === JSON.stringify(schema) ? 'json_schema' : 'json_schema without limits'; // prettier-ignore
      assert.equal(seen, form);
      assert.equal(body.stream, true);
      assert.equal(body.stream_options !== undefined, preset.id !== 'mistral');
      assert.equal(body[preset.id === 'mistral' ? 'random_seed' : 'seed'], 7);
      const newName = ['openai', 'azure', 'groq'].includes(preset.id);
      assert.equal(body[newName ? 'max_completion_tokens' : 'max_tokens'], 50);
    });
  }

  it('go to an address of the user’s own where there is one', async () => {
    for (const { id } of presets) {
      const provider = await providerRow(id)?.create({ baseUrl: `${server.url}/v1` });
      const result = await provider?.complete(asked, never);
      assert.ok(result?.ok, id);
    }
    assert.equal(server.requests().length, presets.length);
  });

  it('of Azure take a resource’s address, and the older path of a deployment with its version', async () => {
    const host = 'https://mine.openai.azure.com';
    for (const given of [host, `${host}/`, `${host}/openai`, `${host}/openai/v1`, ` ${host}/openai/v1/ `]) {
      assert.equal(azureAddress(given).replace(/\/$/, ''), `${host}/openai/v1`, given);
    }
    const urls: string[] = [];
    const baseUrl = `${host}/openai/deployments/mine?api-version=2024-10-21`;
    const provider = await providerRow('azure')?.create({ baseUrl, fetch: mapped(urls) });
    assert.ok((await provider?.complete(asked, never))?.ok);
    assert.deepEqual(urls, [`${host}/openai/deployments/mine/chat/completions?api-version=2024-10-21`]);
    const nowhere = await (await providerRow('azure')?.create({}))?.complete(asked, never);
    assert.ok(nowhere && !nowhere.ok && /say where your server is/.test(nowhere.error.message));
  });

  it('take up what was learned of a server and model before, and of no other', async () => {
    const memory = shortMemory();
    const refuse = (status: number, message: string) => ({
      status,
      body: JSON.stringify({ error: { message } }),
    });
    const create = async () =>
      (await providerRow('openrouter')?.create({ baseUrl: `${server.url}/v1`, memory })) ?? assert.fail();
    server.next(
      refuse(404, 'No endpoints found that can handle the requested parameters.'),
      refuse(400, 'Streaming is not available'),
    );
    assert.ok((await (await create()).complete(asked, never)).ok);
    const again = await create();
    assert.ok((await again.complete(asked, never)).ok);
    assert.ok((await again.complete({ ...asked, model: 'other' }, never)).ok);
    const limited = server
      .requests()
      .map(({ body }) => [JSON.stringify(body).includes('maxLength'), body.stream]);
    assert.deepEqual(limited, [[true, true], [false, true], [false, false], [false, false], [true, true]]); // prettier-ignore
  });
});
