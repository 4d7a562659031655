import assert from 'node:assert/strict';
import { answeringHere } from '../../../src/core/providers/nearby.js';
import { environmentSecrets } from '../../../src/node/ports.js';
import { offeredModels } from '../../../src/core/providers/models.js';
import { startFakeServer } from '../../fixtures/server/fake-server.js';

const answers =
  (body: string, type = 'application/json'): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, { headers: { 'content-type': type } }));

const ask = (provider: string, fetch: typeof globalThis.fetch, address = 'http://box:1/v1') =>
  offeredModels({ provider, address, key: 'sk-secret-key-0123456789', fetch });

describe('the models that a server has', () => {
  it('are listed as each kind of server says them', async () => {
    const server = await startFakeServer({ model: 'm-1' });
    for (const [provider, address] of [
      ['ollama', server.url],
      ['ollama', `${server.url}/v1`],
      ['openai', `${server.url}/v1`],
      ['anthropic', server.url],
      ['anthropic', `${server.url}/v1`],
      ['gemini', server.url],
      ['gemini', `${server.url}/v1beta`],
    ] as const) {
      const models = await offeredModels({ provider, address, key: undefined });
      assert.deepEqual(models.ok && models.value.map(({ name }) => name), ['m-1'], `${provider} ${address}`);
    }
    await server.close();
  });

  it('come by name, with their size where the server says it', async () => {
    const models = await ask(
      'ollama',
      answers('{"models":[{"name":"b","size":4200000000,"details":{"parameter_size":"7B"}},{"name":"a"}]}'),
    );
    assert.deepEqual(models.ok && models.value, [
      { name: 'a', about: '' },
      { name: 'b', about: '7B, 4.2 GB' },
    ]);
  });

  it('are listed page after page by Anthropic, with its key', async () => {
    const asked: string[] = [];
    const pages: typeof fetch = (url, init) => {
      const address = url instanceof Request ? url.url : String(url);
      asked.push(`${address} ${JSON.stringify(new Headers(init?.headers).get('x-api-key'))}`);
      const last = address.includes('after_id');
      const data = [{ id: last ? 'a-1' : 'b-2', display_name: last ? 'A 1' : 'B 2' }];
      return Promise.resolve(Response.json({ data, has_more: !last, last_id: 'b-2' }));
    };
    const models = await ask('anthropic', pages);
    assert.deepEqual(models.ok && models.value, [
      { name: 'a-1', about: 'A 1' },
      { name: 'b-2', about: 'B 2' },
    ]);
    assert.deepEqual(asked, [
      'http://box:1/v1/models?limit=1000 "sk-secret-key-0123456789"',
      'http://box:1/v1/models?limit=1000&after_id=b-2 "sk-secret-key-0123456789"',
    ]);
  });

  it('are listed page after page by Gemini, those alone that make text', async () => {
    const pages: typeof fetch = (url) => {
      const address = url instanceof Request ? url.url : String(url);
      const last = address.endsWith('&pageToken=t%2F1');
      const one = { name: 'models/two', displayName: 'Two', supportedGenerationMethods: ['generateContent'] };
      const other = { name: 'models/embed', supportedGenerationMethods: ['embedContent'] };
      return Promise.resolve(
        Response.json(
          last ? { models: [{ name: 'models/one' }] } : { models: [one, other], nextPageToken: 't/1' },
        ),
      );
    };
    const models = await ask('gemini', pages, 'http://box:1/v1beta');
    assert.deepEqual(models.ok && models.value, [
      { name: 'one', about: '' },
      { name: 'two', about: 'Two' },
    ]);
  });

  it('end, even where a server never does', async () => {
    let pages = 0;
    const endless: typeof fetch = () => {
      pages++;
      return Promise.resolve(Response.json({ data: [{ id: `m${pages}` }], has_more: true, last_id: 'x' }));
    };
    const models = await ask('anthropic', endless);
    assert.ok(models.ok && models.value.length === pages && pages <= 20);
  });

  it('are missed plainly: nobody there, another service, no list, a refused key', async () => {
    const gone = await startFakeServer();
    await gone.close();
    const cases = [
      [await offeredModels({ provider: 'ollama', address: gone.url, key: undefined }), /Nothing answers/],
      [await ask('openai', answers('<p>hello', 'text/html')), /answers with a web page/],
      [await ask('openai', answers('{"models":[]}')), /does not answer with a list of models/],
      [await ask('openai', () => Promise.resolve(new Response('no', { status: 401 }))), /refused the key/],
      [await offeredModels({ provider: 'openai', address: '::', key: undefined }), /is not an address/],
    ] as const;
    for (const [models, message] of cases) assert.match(models.ok ? '' : models.error.message, message);
  });

  it('tell which servers of this machine answer now, without a key', async () => {
    const asked: string[] = [];
    const machine: typeof fetch = (url, init) => {
      const { host, pathname } = new URL(url instanceof Request ? url.url : url);
      asked.push(`${host}${pathname} ${JSON.stringify(init?.headers).includes('uthorization')}`);
      if (host === '127.0.0.1:1234') return Promise.resolve(new Response('{"data":[]}'));
      if (host === '127.0.0.1:8000') return Promise.resolve(new Response('{}', { status: 401 }));
      if (host === '127.0.0.1:8080') return Promise.resolve(new Response('<h1>Jenkins</h1>'));
      return Promise.reject(Object.assign(new TypeError('refused'), { code: 'ECONNREFUSED' }));
    };
    const keys = environmentSecrets({ VLLM_API_KEY: 'secret', OLLAMA_HOST: 'box:9' });
    assert.deepEqual([...(await answeringHere(keys, machine))].sort(), ['lmstudio', 'vllm']);
    assert.ok(
      asked.includes('box:9/api/tags false') && asked.every((one) => one.endsWith('false')),
      asked.join(),
    );
  });

  it('never show the key that was sent', async () => {
    const echo: typeof fetch = (_, init) =>
      Promise.resolve(new Response(JSON.stringify(init?.headers), { status: 400 }));
    const models = await ask('openai', echo);
    assert.doesNotMatch(JSON.stringify(models), /sk-secret/);
  });
});
