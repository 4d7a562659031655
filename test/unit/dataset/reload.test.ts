import assert from 'node:assert/strict';
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLine } from '../../../src/core/dataset/parse.js';
import { createIds } from '../../../src/core/dataset/ulid.js';
import { openDataset } from '../../../src/node/dataset.js';
import { tempFolder } from '../../fixtures/temp.js';

const ids = createIds(Date, Math.random);

/** A file of so many lines, put in the place of another, as git does. */
function replace(path: string, count: number): void {
  const base = () => ({ id: ids.next(), by: 'git' });
  const header = { type: 'dataset', ...base(), version: 1, generation: 1, name: 'n' } as const;
  const lines = Array.from({ length: count }, (_, i) =>
    formatLine({ type: 'split', ...base(), group: `${count}-${i}`, split: 'train' }),
  );
  writeFileSync(`${path}.new`, formatLine(header) + lines.join(''));
  renameSync(`${path}.new`, path);
}

describe('reading a replaced file anew', () => {
  it('gives all of it, also when others read or reload at the same time', async () => {
    const path = join(tempFolder(), 'd.pairs.jsonl');
    replace(path, 3);
    const opened = await openDataset(path);
    assert.ok(opened.ok);
    const dataset = opened.value;
    for (const count of [2_000, 1, 500]) {
      replace(path, count);
      const reading = dataset.catchUp();
      const reloads = [dataset.reload(), dataset.reload()];
      await Promise.all([reading, ...reloads, dataset.catchUp()]);
      assert.equal(dataset.splits().size, count);
    }
    await dataset.reload();
    const reading = dataset.catchUp();
    await Promise.resolve();
    await Promise.all([reading, dataset.reload()]);
    assert.equal(dataset.splits().size, 500);
    await dataset.close();
  });
});
