import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../harness/workbench.js';
import { pairsIn, ReviewPage } from './review.js';

const text = (name: string) =>
  `# ${name}\n\nThe ${name} was built in 1911 by Ada Byron. It was sold to the town for 40 pounds in 1950.\n`;

describe('a workspace of two folders', function () {
  this.bail(true);
  let editor: Workbench;
  const inFolder = (...path: string[]) => join(editor.folder, ...path);
  const pathsIn = async (dataset: string): Promise<unknown[]> => {
    const lines = (await readFile(dataset, 'utf8')).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as { type: string; path?: string });
    return parsed.filter(({ type }) => type === 'document').map(({ path }) => path);
  };

  before(async () => {
    const settings = { 'pairsmith.dataset': 'out/tower.pairs.jsonl', 'pairsmith.pairsPerChunk': 1 };
    editor = await startWorkbench({
      workspaceFile: 'both.code-workspace',
      files: {
        'both.code-workspace': JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }),
        'one/mill.md': text('mill'),
        'two/tower.md': text('tower'),
        'two/.vscode/settings.json': JSON.stringify(settings),
      },
    });
  });
  after(() => editor.close());

  it('has each document’s pairs in the dataset of its own folder, made with the settings of that', async () => {
    await editor.openFile('two/tower.md');
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    await ReviewPage.in(editor);
    const own = inFolder('two/out/tower.pairs.jsonl');
    assert.equal((await pairsIn(own)).length, 1);
    assert.deepEqual(await pathsIn(own), ['../tower.md']);
    assert.equal(existsSync(inFolder('one/pairsmith')), false);
  });

  it('makes those of the whole workspace folder by folder', async () => {
    await editor.runCommand('Pairsmith: Generate Pairs from Workspace');
    const other = inFolder('one/pairsmith/dataset.pairs.jsonl');
    await editor.tab('dataset.pairs.jsonl').first().waitFor();
    assert.ok((await pairsIn(other)).length > 0);
    assert.deepEqual(await pathsIn(other), ['../mill.md']);
    assert.equal((await pairsIn(inFolder('two/out/tower.pairs.jsonl'))).length, 1);
  });
});
