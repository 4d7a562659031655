import assert from 'node:assert/strict';
import fc from 'fast-check';
import { providerRow } from '../../../src/core/providers/index.js';
import type { ProviderRow } from '../../../src/core/providers/index.js';
import {
  addressOf,
  keyProblem,
  originOf,
  runSecrets,
  secretName,
} from '../../../src/extension/settings/keys.js';
import { keyOf } from '../../../src/core/providers/key.js';
import type { SecretStore } from '../../../src/extension/settings/keys.js';

const openai = providerRow('openai') as ProviderRow;
const ollama = providerRow('ollama') as ProviderRow;
const gemini = providerRow('gemini') as ProviderRow;

function storeOf(values: Readonly<Record<string, string>>): SecretStore {
  const kept = new Map(Object.entries(values));
  return {
    get: (name) => Promise.resolve(kept.get(name)),
    store: async (name, value) => void kept.set(name, value),
    delete: async (name) => void kept.delete(name),
  };
}

const entered = storeOf({ [secretName('openai', 'https://one.example')]: 'key-of-one' });
const environment = { OPENAI_API_KEY: 'key-of-environment', OPENAI_ORG: 'org' };

const keyFor = (baseUrl: string | undefined, usersChoice = true, row = openai) =>
  runSecrets({ row, baseUrl, usersChoice }, entered, environment).get(row.keyName ?? '');

describe('keys', () => {
  it('go to the host that they were entered for, whatever its path', async () => {
    assert.equal(await keyFor('https://one.example/v1'), 'key-of-one');
    assert.equal(await keyFor('https://one.example/other/'), 'key-of-one');
  });

  it('never go to another host, port, scheme or provider', async () => {
    const others = [
      'http://one.example/v1',
      'https://one.example:8443/v1',
      'https://one.example.evil.org/v1',
    ];
    for (const other of [...others, 'https://user:one.example@two.example/v1']) {
      assert.equal(await keyFor(other, false), undefined, other);
      assert.notEqual(await keyFor(other), 'key-of-one', other);
    }
    assert.equal(await keyFor('https://one.example', false, ollama), undefined);
    await fc.assert(
      fc.asyncProperty(fc.webUrl(), async (url) => {
        if (originOf(url) !== 'https://one.example') assert.notEqual(await keyFor(url), 'key-of-one');
      }),
      { numRuns: 30 },
    );
  });

  it('of the environment go to the provider’s own host, and where the user leads, but not where a folder does', async () => {
    assert.equal(await keyFor(undefined), 'key-of-environment');
    assert.equal(await keyFor(undefined, false), 'key-of-environment');
    assert.equal(await keyFor('https://api.openai.com/v1/', false), 'key-of-environment');
    assert.equal(await keyFor('http://localhost:8080/v1'), 'key-of-environment');
    assert.equal(await keyFor('http://localhost:8080/v1', false), undefined);
  });

  it('have other names in the environment, under the same rules', async () => {
    const named = { GOOGLE_API_KEY: 'google-key' };
    const key = (baseUrl: string | undefined, usersChoice: boolean, env: Record<string, string> = named) =>
      keyOf(gemini, runSecrets({ row: gemini, baseUrl, usersChoice }, entered, env));
    assert.equal(await key(undefined, false), 'google-key');
    assert.equal(await key('https://two.example', true), 'google-key');
    assert.equal(await key('https://two.example', false), undefined);
    assert.equal(await key(undefined, true, { ...named, GEMINI_API_KEY: 'gemini-key' }), 'gemini-key');
  });

  it('are told from what can be none', () => {
    assert.equal(keyProblem('https://one.example', 'sk-abc'), undefined);
    for (const wrong of ['two words', 'line\nbreak', 'naïve']) {
      assert.match(keyProblem('https://one.example', wrong) ?? '', /no key has/);
    }
  });

  it('know the address that settings, environment or provider give', () => {
    assert.equal(addressOf(openai, undefined, {}), 'https://api.openai.com/v1');
    assert.equal(addressOf(ollama, undefined, { OLLAMA_HOST: '0.0.0.0:11434' }), '127.0.0.1:11434');
    assert.equal(addressOf(ollama, 'http://box', { OLLAMA_HOST: 'x' }), 'http://box');
    assert.equal(originOf('localhost:1234/v1'), 'http://localhost:1234');
    assert.equal(originOf('ftp://x'), undefined);
  });
});
