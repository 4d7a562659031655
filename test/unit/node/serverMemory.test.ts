import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerFacts } from '../../../src/core/providers/memory.js';
import { serverMemory } from '../../../src/node/serverMemory.js';
import { tempFolder } from '../../fixtures/temp.js';

const facts: ServerFacts = { schema: 'tool', stream: false, keeps: 'shape' };

describe('what is remembered of servers', () => {
  it('is there for the next program, for its server and model alone', async () => {
    const folder = join(tempFolder(), 'deep', 'er');
    await serverMemory(folder).set('http://box/v1', '__proto__', facts);
    const next = serverMemory(folder);
    assert.deepEqual(await next.get('http://box/v1', '__proto__'), facts);
    assert.equal(await next.get('http://box/v1', 'other'), undefined);
    assert.equal(await next.get('http://other/v1', '__proto__'), undefined);
    assert.deepEqual(readdirSync(folder), ['servers.json']);
  });

  it('holds what all have written', async () => {
    const folder = tempFolder();
    const [one, two] = [serverMemory(folder), serverMemory(folder)];
    await Promise.all(['a', 'b', 'c'].map((model) => one.set('http://box', model, facts)));
    await two.set('http://box', 'd', facts);
    for (const model of ['a', 'b', 'c', 'd']) assert.deepEqual(await two.get('http://box', model), facts);
  });

  it('is nothing where the file is damaged, from elsewhere or old, and is written anew', async () => {
    const folder = tempFolder();
    for (const text of [
      '{"half',
      '[]x',
      'null',
      '{"a":1}',
      '[1,{"url":"http://box"},{"url":"http://box","model":"a","at":1e99,"facts":{"schema":"odd"}}]',
    ]) {
      writeFileSync(join(folder, 'servers.json'), text);
      const memory = serverMemory(folder);
      assert.equal(await memory.get('http://box', 'a'), undefined);
      await memory.set('http://box', 'a', facts);
      assert.deepEqual(await serverMemory(folder).get('http://box', 'a'), facts);
    }
    const month = 31 * 24 * 60 * 60 * 1000;
    assert.equal(await serverMemory(folder, () => Date.now() + month).get('http://box', 'a'), undefined);
  });

  it('does without a folder that can’t be written, and without limit takes no more than it needs', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'file'), '');
    const memory = serverMemory(join(folder, 'file'));
    await memory.set('http://box', 'a', facts);
    assert.deepEqual(await memory.get('http://box', 'a'), facts);
    const many = serverMemory(folder);
    writeFileSync(
      join(folder, 'servers.json'),
      JSON.stringify(
        Array.from({ length: 600 }, (_, i) => ({ url: `http://${i}`, model: 'm', at: Date.now(), facts })),
      ),
    );
    await many.set('http://box', 'a', facts);
    assert.equal((JSON.parse(readFileSync(join(folder, 'servers.json'), 'utf8')) as unknown[]).length, 500);
  });
});
