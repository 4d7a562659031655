import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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
    get: (key) => values.get(key),
    put: (key, value) => void values.set(key, value),
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

describe('replies in files', () => {
  const place = () => join(tempFolder(), 'replies');

  it('are found by the next program, and by nobody else on the machine', () => {
    const folder = place();
    const files = new ReplyFiles(folder, 1e6);
    files.put('abc', '{"text":"Grüße"}');
    files.put('xyz', '{}');
    for (const reader of [files, new ReplyFiles(folder, 1e6)]) {
      assert.deepEqual(
        ['abc', 'xyz', 'ab'].map((key) => reader.get(key)),
        ['{"text":"Grüße"}', '{}', undefined],
      );
    }
    if (process.platform !== 'win32') {
      for (const name of readdirSync(folder)) assert.equal(statSync(join(folder, name)).mode & 0o077, 0);
    }
  });

  it('are what was put last, whoever put it', () => {
    const folder = place();
    const [first, second] = [new ReplyFiles(folder, 1e6), new ReplyFiles(folder, 1e6)];
    first.put('abc', 'old');
    first.put('abc', 'new');
    second.put('def', 'theirs');
    const reader = new ReplyFiles(folder, 1e6);
    assert.deepEqual([reader.get('abc'), reader.get('def')], ['new', 'theirs']);
  });

  it('go beyond the limit, the oldest first', () => {
    const folder = place();
    const files = new ReplyFiles(folder, 4000);
    for (let n = 0; n < 40; n++) files.put(`k${n}`, 'x'.repeat(300));
    assert.ok(files.size() <= 4000);
    const left = new ReplyFiles(folder, 4000);
    assert.equal(left.get('k0'), undefined);
    assert.equal(files.get('k0'), undefined);
    assert.equal(left.get('k39'), 'x'.repeat(300));
    const bytes = files.size();
    assert.equal(files.clear(), bytes);
    assert.deepEqual([files.size(), files.get('k39')], [0, undefined]);
    files.put('again', 'y');
    assert.equal(files.get('again'), 'y');
  });

  it('are not there where a write was torn, and no loss where they can’t be written', () => {
    const folder = place();
    new ReplyFiles(folder, 1e6).put('abc', 'words');
    const [name = ''] = readdirSync(folder);
    appendFileSync(join(folder, name), 'def half');
    writeFileSync(join(folder, `0${name}`), '\n \nnonsense\n\u0000');
    const reader = new ReplyFiles(folder, 1e6);
    assert.deepEqual([reader.get('abc'), reader.get('def')], ['words', undefined]);
    rmSync(folder, { recursive: true });
    assert.equal(reader.get('abc'), undefined);
    writeFileSync(folder, 'a file in its place');
    const unwritable = new ReplyFiles(folder, 1e6);
    unwritable.put('abc', 'words');
    assert.equal(unwritable.get('abc'), undefined);
    assert.equal(readFileSync(folder, 'utf8'), 'a file in its place');
  });

  it('tell once that they can’t be written, and are tried again at the next look', () => {
    const folder = place();
    writeFileSync(folder, 'a file in its place');
    const files = new ReplyFiles(join(folder, 'deeper'), 1e6);
    const told: unknown[] = [];
    files.onFailure = (error) => told.push((error as NodeJS.ErrnoException).code);
    for (let n = 0; n < 5; n++) files.put(`k${n}`, 'words');
    assert.deepEqual(told, ['ENOTDIR']);
    rmSync(folder);
    files.look();
    files.put('abc', 'words');
    assert.deepEqual([told.length, files.get('abc')], [1, 'words']);
  });
});
