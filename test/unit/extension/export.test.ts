import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PairInfo } from '../../../src/core/dataset/view.js';
import { pairChoices } from '../../../src/extension/export/choices.js';
import { exportFiles, previewExport } from '../../../src/node/exportFiles.js';
import { openMemory, planOf, run, scripted, sections } from '../../fixtures/generation.js';
import { tempFolder } from '../../fixtures/temp.js';

const pair = (more: Partial<PairInfo>): PairInfo => ({
  id: 'r.0',
  result: 'r',
  status: 'new',
  tags: [],
  verdict: 'supported',
  score: 1,
  chunks: [],
  edited: false,
  ...more,
});

describe('what an export offers', () => {
  it('counts what each choice lets through', () => {
    const pairs = [
      pair({}),
      pair({ status: 'accepted', rating: 4 }),
      pair({ status: 'rejected', rating: 5 }),
      pair({ status: 'accepted', verdict: 'unsupported', rating: 2 }),
      pair({ status: 'new', rating: 5 }),
    ];
    const counts = pairChoices(pairs).map(({ id, count }) => [id, count]);
    assert.deepEqual(counts, [
      ['accepted', 1],
      ['kept', 3],
      ['rated5', 1],
      ['rated4', 2],
    ]);
  });

  it('previews just what it then writes, and writes nothing for that', async () => {
    const folder = tempFolder();
    const dataset = await openMemory();
    await run(await planOf(dataset, [sections('a.md', 12)]), scripted().provider);
    const split = { train: 0.8, validation: 0.1, test: 0.1 };
    const options = { format: 'messages', folder: join(folder, 'out'), split };
    const before = dataset.fold.changes;
    const preview = await previewExport(dataset, options);
    assert.ok(preview.ok);
    assert.equal(existsSync(join(folder, 'out')), false);
    assert.equal(dataset.fold.changes, before);
    const written = await exportFiles(dataset, options, 'test');
    assert.ok(written.ok);
    const { report, training } = written.value;
    const shown = ({ counts, leftOut, losses, notes }: typeof report) => ({ counts, leftOut, losses, notes });
    assert.deepEqual(shown(preview.value), shown(report));
    assert.ok(readdirSync(join(folder, 'out')).includes('train.jsonl'));
    assert.ok(training.length > 0);
  });
});
