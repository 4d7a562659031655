import assert from 'node:assert/strict';
import fc from 'fast-check';
import { providerRow, providers } from '../../../src/core/providers/index.js';
import type { ProviderRow } from '../../../src/core/providers/index.js';
import {
  addressOf,
  keyFor,
  keyNameFor,
  keyProblem,
  originOf,
  secretName,
  secretPlace,
} from '../../../src/core/providers/keys.js';
import { environmentSecrets } from '../../../src/node/ports.js';

const row = (id: string): ProviderRow => providerRow(id) ?? assert.fail(id);
const openai = row('openai');

/** Every key tells for which provider and host it is. */
const entered = new Map([
  [secretName('openai', 'https://one.example'), 'entered for openai at https://one.example'],
]);
const everyKey = environmentSecrets({
  ...Object.fromEntries(providers.map(({ keyName = '' }) => [keyName, `variable ${keyName}`])),
  PAIRSMITH_API_KEY: 'for the base URL',
});
const kept = { get: (name: string) => Promise.resolve(entered.get(name)) };
const ask = (of: ProviderRow, baseUrl: string | undefined, usersChoice = true, environment = everyKey) =>
  keyFor({ row: of, baseUrl, usersChoice }, environment, kept);

describe('keys', () => {
  it('that were entered go to their host, whatever the path, and to no other', async () => {
    assert.equal(await ask(openai, 'https://one.example/v1'), 'entered for openai at https://one.example');
    assert.equal(
      await ask(openai, 'https://one.example/other/'),
      'entered for openai at https://one.example',
    );
    const others = [
      'http://one.example/v1',
      'https://one.example:8443/v1',
      'https://one.example.evil.org/v1',
      'https://user:one.example@two.example/v1',
    ];
    for (const other of others) {
      assert.equal(await ask(openai, other, false), undefined, other);
      assert.equal(await ask(openai, other), 'for the base URL', other);
    }
    assert.equal(await ask(row('groq'), 'https://one.example', false), undefined);
  });

  it('of a service’s variable go to that service alone, even if the user leads elsewhere', async () => {
    for (const service of providers.filter(
      ({ place, defaultBaseUrl }) => place === 'hosted' && defaultBaseUrl,
    )) {
      const own = service.defaultBaseUrl ?? '';
      const key = `variable ${service.keyName}`;
      for (const usersChoice of [true, false]) {
        assert.equal(await ask(service, undefined, usersChoice), key);
        assert.equal(await ask(service, own, usersChoice), key);
        assert.equal((await ask(service, own.replace('https:', 'http:'), usersChoice)) === key, false);
      }
      assert.equal(await ask(service, 'http://localhost:8080/v1'), 'for the base URL');
      assert.equal(await ask(service, 'http://localhost:8080/v1', false), undefined);
    }
  });

  it('never reach another host: any provider, any address, whoever chose it', async () => {
    const hosts = fc.oneof(
      fc.webUrl(),
      fc.constantFrom(
        ...providers.map(({ defaultBaseUrl }) => defaultBaseUrl ?? 'https://mine.openai.azure.com'),
      ),
      fc.constantFrom(
        'localhost:1',
        'https://api.openai.com.evil.org',
        'https://evil.org/api.openai.com',
        'https://api.openai.com@evil.org',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...providers), hosts, fc.boolean(), async (one, url, usersChoice) => {
        const key = await ask(one, url, usersChoice);
        const origin = originOf(url);
        if (key?.startsWith('entered')) assert.equal(key, `entered for ${one.id} at ${origin}`);
        else if (key?.startsWith('variable')) {
          assert.equal(key, `variable ${one.keyName}`);
          const isOwn = origin === originOf(one.defaultBaseUrl ?? '') || one.keyHosts?.includes(origin ?? '');
          // A kind of server has no host but the one that the user names.
          assert.ok(
            isOwn || (usersChoice && (one.place === 'here' || one.id === 'azure')),
            `${key} to ${url}`,
          );
        } else if (key !== undefined) assert.ok(usersChoice, `${key} to ${url}`);
      }),
      { numRuns: 300 },
    );
  });

  it('of the environment go to the address that stands beside them there', async () => {
    const both = environmentSecrets({ OPENAI_API_KEY: 'theirs', OPENAI_BASE_URL: 'http://gateway:9/v1' });
    assert.equal(await ask(openai, undefined, true, both), 'theirs');
    assert.equal(await ask(openai, 'http://other:9/v1', true, both), undefined);
    const azure = environmentSecrets({
      AZURE_OPENAI_API_KEY: 'theirs',
      AZURE_OPENAI_ENDPOINT: 'https://mine.openai.azure.com',
    });
    assert.equal(await ask(row('azure'), undefined, true, azure), 'theirs');
    assert.equal(await ask(row('azure'), 'https://else.openai.azure.com', false, azure), undefined);
    assert.equal(await ask(row('ollama'), undefined), undefined);
    assert.equal(await ask(row('ollama'), 'https://ollama.com'), 'variable OLLAMA_API_KEY');
  });

  it('have other names in the environment, under the same rules', async () => {
    const named = environmentSecrets({ GOOGLE_API_KEY: 'google' });
    assert.equal(await ask(row('gemini'), undefined, true, named), 'google');
    assert.equal(await ask(row('gemini'), 'https://two.example', true, named), undefined);
    const both = environmentSecrets({ GOOGLE_API_KEY: 'google', GEMINI_API_KEY: 'gemini' });
    assert.equal(await ask(row('gemini'), undefined, true, both), 'gemini');
  });

  it('are called by the name that counts where they go', async () => {
    const nameOf = (baseUrl: string | undefined, environment = everyKey) =>
      keyNameFor({ row: openai, baseUrl, usersChoice: true }, environment);
    assert.equal(await nameOf(undefined), 'OPENAI_API_KEY');
    assert.equal(await nameOf('http://box/v1', environmentSecrets({})), 'PAIRSMITH_API_KEY');
    assert.equal(
      await nameOf('http://box/v1'),
      'PAIRSMITH_API_KEY (OPENAI_API_KEY goes to api.openai.com alone)',
    );
  });

  it('are told from what can be none', () => {
    assert.equal(keyProblem('https://one.example', 'sk-abc'), undefined);
    for (const wrong of ['two words', 'line\nbreak', 'naïve']) {
      assert.match(keyProblem('https://one.example', wrong) ?? '', /no key has/);
    }
  });

  it('are kept under names that say for whom and where', () => {
    assert.deepEqual(secretPlace(secretName('groq', 'https://a.example:1')), { provider: 'groq', origin: 'https://a.example:1' }); // prettier-ignore
    assert.equal(secretPlace('something else'), undefined);
  });

  it('know the address that settings, environment or provider give', async () => {
    const at = (of: ProviderRow, baseUrl: string | undefined, environment: Record<string, string>) =>
      addressOf(of, baseUrl, environmentSecrets(environment));
    assert.equal(await at(openai, undefined, {}), 'https://api.openai.com/v1');
    assert.equal(await at(row('ollama'), undefined, { OLLAMA_HOST: '0.0.0.0:11434' }), '127.0.0.1:11434');
    assert.equal(await at(row('ollama'), 'http://box', { OLLAMA_HOST: 'x' }), 'http://box');
    assert.equal(await at(row('azure'), undefined, {}), '');
    assert.equal(originOf('localhost:1234/v1'), 'http://localhost:1234');
    assert.equal(originOf('ftp://x'), undefined);
  });
});
