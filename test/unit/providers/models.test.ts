import assert from 'node:assert/strict';
import { offeredModels } from '../../../src/core/providers/models.js';
import { startFakeServer } from '../../fixtures/server/fake-server.js';

const answers =
  (body: string, type = 'application/json'): typeof fetch =>
  () =>
    Promise.resolve(new Response(body, { headers: { 'content-type': type } }));

const ask = (provider: string, fetch: typeof globalThis.fetch, address = 'http://box:1/v1') =>
  offeredModels({ provider, address, key: 'sk-secret-key-0123456789', fetch });

describe('the models that a server has', () => {
  it('are listed as Ollama and as OpenAI say them', async () => {
    const server = await startFakeServer({ model: 'm-1' });
    for (const [provider, address] of [
      ['ollama', server.url],
      ['ollama', `${server.url}/v1`],
      ['openai', `${server.url}/v1`],
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

  it('never show the key that was sent', async () => {
    const echo: typeof fetch = (_, init) =>
      Promise.resolve(new Response(JSON.stringify(init?.headers), { status: 400 }));
    const models = await ask('openai', echo);
    assert.doesNotMatch(JSON.stringify(models), /sk-secret/);
  });
});
