import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFiles } from '../../../src/node/exportFiles.js';
import { openMemory, planOf, run, scripted, sections } from '../../fixtures/generation.js';
import { tempFolder } from '../../fixtures/temp.js';

describe('the files of an export', () => {
  it('are there, and a problem is told, where a file that a trainer needs besides can’t be written', async () => {
    const folder = join(tempFolder(), 'out');
    const dataset = await openMemory();
    await run(await planOf(dataset, [sections('a.md', 12)]), scripted().provider);
    mkdirSync(join(folder, 'dataset_info.json'), { recursive: true });
    const written = await exportFiles(dataset, { format: 'alpaca', folder }, 'test');
    assert.ok(written.ok);
    const { report, problems } = written.value;
    assert.equal(
      (JSON.parse(readFileSync(join(folder, report.files[0]?.path ?? ''), 'utf8')) as []).length,
      12,
    );
    assert.deepEqual(problems, [
      { code: 'cannot-write', message: 'Could not write dataset_info.json: it is a folder.' },
    ]);
  });
});
