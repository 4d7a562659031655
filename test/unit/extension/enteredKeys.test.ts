import assert from 'node:assert/strict';
import { enteredKeys, keepKey, removeKey } from '../../../src/extension/settings/enteredKeys.js';
import type { KeyStore } from '../../../src/extension/settings/enteredKeys.js';

describe('the keys that were entered', () => {
  it('are listed by provider and host, and the list never holds a key', async () => {
    const secrets = new Map<string, string>();
    const state = new Map<string, unknown>();
    const store: KeyStore = {
      secrets: {
        get: (name) => Promise.resolve(secrets.get(name)),
        store: async (name, value) => void secrets.set(name, value),
        delete: async (name) => void secrets.delete(name),
      },
      globalState: {
        get: ((name: string, otherwise: unknown) =>
          state.get(name) ?? otherwise) as KeyStore['globalState']['get'],
        update: async (name, value) => void state.set(name, value),
      },
    };
    const groq = { provider: 'groq', origin: 'https://api.groq.com' };
    const box = { provider: 'openai', origin: 'http://box:8080' };
    await keepKey(store, box, 'secret-1');
    await keepKey(store, groq, 'secret-2');
    await keepKey(store, groq, 'secret-3');
    assert.deepEqual(await enteredKeys(store), [groq, box]);
    assert.doesNotMatch(JSON.stringify([...state]), /secret/);
    assert.deepEqual([...secrets.values()], ['secret-1', 'secret-3']);
    await removeKey(store, box);
    assert.deepEqual(await enteredKeys(store), [groq]);
    secrets.clear(); // the system's key ring was emptied
    assert.deepEqual(await enteredKeys(store), []);
  });
});
