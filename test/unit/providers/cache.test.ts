import assert from 'node:assert/strict';
import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withCache, type ReplyStore } from '../../../src/core/providers/cache.js';
import type { Completion } from '../../../src/core/providers/provider.js';
import { nodeHash } from '../../../src/node/ports.js';
import { ReplyFiles } from '../../../src/node/replyFiles.js';
import { scriptedProvider, type Scripted } from '../../fixtures/server/scripted-provider.js';
import { tempFolder } from '../../fixtures/temp.js';

const never = new AbortController().signal;
const request = {
  model: 'm',
  messages: [{ role: 'user' as const, content: 'What does the mill grind?' }],
  sampling: { temperature: 0.5 },
  sample: 0,
};
const whole: Completion = {
  text: 'Rye.',
  model: 'm-1',
  finish: 'stop',
  reasoning: 'Hm.',
  usage: { input: 9, output: 2 },
};

function memory(): ReplyStore & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    get: (key) => Promise.resolve(values.get(key)),
    put: (key, value) => Promise.resolve(void values.set(key, value)),
  };
}
function cached(script: readonly Scripted[], store: ReplyStore = memory(), server = 'http://a') {
  const inner = scriptedProvider(script);
  return { inner, provider: withCache(inner, store, nodeHash, server) };
}

describe('the cache of replies', () => {
  it('answers the same request again without a token', async () => {
    const { inner, provider } = cached([whole]);
    await provider.complete(request, never);
    const again = await provider.complete({ ...request }, never);
    assert.deepEqual(again, {
      ok: true,
      value: {
        text: 'Rye.',
        model: 'm-1',
        reasoning: 'Hm.',
        finish: 'stop',
        usage: { input: 0, output: 0 },
        cached: true,
      },
    });
    assert.equal(inner.calls.length, 1);
  });

  it('is passed by for every other request, and for another server', async () => {
    const store = memory();
    const { inner, provider } = cached([whole], store);
    const others = [
      request,
      { ...request, sample: 1 },
      { ...request, model: 'n' },
      { ...request, sampling: {} },
      { ...request, sampling: { topP: 0.5 } },
      { ...request, messages: [{ role: 'user' as const, content: 'Why?' }] },
      { ...request, schema: { name: 's', schema: {} } },
    ];
    for (const other of others) await provider.complete(other, never);
    assert.equal(inner.calls.length, others.length);
    const elsewhere = cached([whole], store, 'http://b');
    await elsewhere.provider.complete(request, never);
    assert.equal(elsewhere.inner.calls.length, 1);
  });

  it('keeps neither failures nor replies that were cut or refused', async () => {
    const poor: Scripted[] = [
      { code: 'server', message: '' },
      { ...whole, finish: 'length' },
      { ...whole, finish: 'refused' },
      whole,
    ];
    const { inner, provider } = cached(poor);
    for (const _ of poor) await provider.complete(request, never);
    await provider.complete(request, never);
    assert.equal(inner.calls.length, poor.length);
  });

  it('asks anew for what was of no use, and keeps the new reply', async () => {
    const { inner, provider } = cached([whole, { ...whole, text: 'Wheat.' }]);
    await provider.complete(request, never);
    await provider.complete({ ...request, fresh: true }, never);
    const last = await provider.complete(request, never);
    assert.equal(last.ok && last.value.text, 'Wheat.');
    assert.equal(inner.calls.length, 2);
  });

  it('takes damage for a miss', async () => {
    const store = memory();
    const { inner, provider } = cached([whole], store);
    for (const damage of ['', '{"text":', '[]', '{"text":5}']) {
      await provider.complete(request, never);
      for (const key of store.values.keys()) store.values.set(key, damage);
    }
    assert.equal(inner.calls.length, 4);
  });
});

describe('replies as files', () => {
  it('are found by another program, and by nobody else on the machine', async () => {
    const folder = join(tempFolder(), 'replies');
    await new ReplyFiles(folder, 1e6).put('abc', 'words');
    assert.equal(await new ReplyFiles(folder, 1e6).get('abc'), 'words');
    assert.equal(await new ReplyFiles(folder, 1e6).get('abd'), undefined);
    if (process.platform !== 'win32') {
      assert.equal((await stat(join(folder, 'ab', 'abc.json'))).mode & 0o077, 0);
    }
  });

  it('go beyond the limit, those first that were not used for the longest time', async () => {
    const folder = join(tempFolder(), 'replies');
    const files = new ReplyFiles(folder, 1000);
    const old = new Date(Date.now() - 1e10);
    for (const key of ['aa1', 'bb2', 'cc3']) {
      await files.put(key, 'x'.repeat(300));
      await utimes(join(folder, key.slice(0, 2), `${key}.json`), old, old);
    }
    assert.ok(await files.get('aa1')); // young again
    await files.put('dd4', 'x'.repeat(300));
    const left = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
    assert.equal(left.length, 2);
    assert.ok(await files.get('aa1'));
    assert.ok(await files.get('dd4'));
    assert.equal(await files.clear(), 600);
    assert.equal(await files.size(), 0);
  });

  it('are no loss where they can’t be written', async () => {
    const folder = tempFolder();
    await writeFile(join(folder, 'file'), '');
    const files = new ReplyFiles(join(folder, 'file'), 1000);
    await files.put('abc', 'words');
    assert.equal(await files.get('abc'), undefined);
    assert.equal(await readFile(join(folder, 'file'), 'utf8'), '');
  });
});
