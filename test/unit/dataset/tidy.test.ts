import assert from 'node:assert/strict';
import { appendFile, readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { Dataset } from '../../../src/core/dataset/dataset.js';
import type { PairView } from '../../../src/core/dataset/view.js';
import type { Journal } from '../../../src/core/dataset/journal.js';
import { formatLine } from '../../../src/core/dataset/parse.js';
import { JournalFile } from '../../../src/node/journal.js';
import { manyLines } from '../../fixtures/lines.js';
import { memoryJournal } from '../../fixtures/memory-journal.js';
import { tempFolder } from '../../fixtures/temp.js';

async function open(journal: Journal) {
  let now = Date.UTC(2026, 0, 1);
  const clock = { now: () => now++ };
  const opened = await Dataset.open({ journal, clock, random: () => 0.5, by: 'test', name: 'test' });
  assert.ok(opened.ok);
  return opened.value;
}

/** Runs that no result names go when a dataset is tidied. */
const withoutRun = (pair: PairView) => ({ ...pair, run: '', provider: '', model: '' });

const seen = async (dataset: Dataset) => ({
  name: dataset.name,
  documents: dataset.documents(),
  results: dataset.results(),
  pairs: await Promise.all(dataset.pairs().map(({ id }) => dataset.pair(id).then(withoutRun))),
  splits: [...dataset.splits()].sort(),
});

describe('tidy', () => {
  it('changes nothing that counts, and is done after one go', async () => {
    await fc.assert(
      fc.asyncProperty(manyLines, async (lines) => {
        const journal = memoryJournal(structuredClone(lines));
        const dataset = await open(journal);
        const before = await seen(dataset);
        assert.ok((await dataset.tidy()).ok);
        const tidied = journal.lines.length;
        assert.deepEqual(await seen(dataset), before);
        assert.ok((await dataset.tidy()).ok);
        assert.equal(journal.lines.length, tidied);
      }),
    );
  });

  it('survives a merge with a branch that still has the old lines', async () => {
    await fc.assert(
      fc.asyncProperty(manyLines, async (lines) => {
        const journal = memoryJournal(structuredClone(lines));
        const dataset = await open(journal);
        const before = await seen(dataset);
        await dataset.tidy();
        const merged = await open(memoryJournal([...structuredClone(lines), ...journal.lines]));
        assert.deepEqual(await seen(merged), before);
      }),
    );
  });

  it('keeps what can’t be read, byte for byte, in a file beside', async () => {
    const path = join(tempFolder(), 'd.pairs.jsonl');
    const dataset = await open(new JournalFile(path));
    await dataset.append([{ type: 'split', group: 'a', split: 'train' }]);
    const theirs = { type: 'split', id: `01K${'0'.repeat(23)}`, by: 'b', group: 'b', split: 'test' } as const;
    await appendFile(path, Buffer.from('torn \xff\n{"x":1}\n', 'latin1'));
    await appendFile(path, `${formatLine(theirs)}half`);
    const tidied = await dataset.tidy();
    assert.deepEqual(tidied, { ok: true, value: { badLinesIn: `${path}.unreadable` } });
    assert.equal(await readFile(`${path}.unreadable`, 'latin1'), 'torn \xff\n{"x":1}\nhalf\n');
    assert.deepEqual([...dataset.splits()].sort(), [
      ['a', 'train'],
      ['b', 'test'],
    ]);
    assert.equal(dataset.report.badCount, 0);
    assert.equal(dataset.fold.header?.generation, 2);
    assert.deepEqual((await readdir(dirname(path))).sort(), ['d.pairs.jsonl', 'd.pairs.jsonl.unreadable']);
    await dataset.append([{ type: 'split', group: 'c', split: 'train' }]);
    assert.equal(dataset.splits().size, 3);
  });

  it('leaves a file alone that holds what cannot be written again, and names the line', async () => {
    const path = join(tempFolder(), 'd.pairs.jsonl');
    const dataset = await open(new JournalFile(path));
    await dataset.append([{ type: 'split', group: 'g', split: 'test' }]);
    const [, line = ''] = (await readFile(path, 'utf8')).split('\n');
    const id = `${(JSON.parse(line) as { id: string }).id.slice(0, -1)}Z`;
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    await appendFile(
      path,
      `{"type":"split","id":"${id}","by":"x","group":"h","split":"test","more":${deep}}\n`,
    );
    const before = await readFile(path, 'utf8');
    const tidied = await dataset.tidy();
    assert.ok(!tidied.ok);
    assert.match(tidied.error.message, new RegExp(`the split line ${id} is nested too deep; delete it`));
    assert.equal(await readFile(path, 'utf8'), before);
  });

  it('leaves what a newer Pairsmith wrote as it is, and nothing is appended to it either', async () => {
    const path = join(tempFolder(), 'd.pairs.jsonl');
    const dataset = await open(new JournalFile(path));
    await dataset.append([{ type: 'dataset', version: 99, generation: 1, name: 'x' }]);
    const before = await readFile(path, 'utf8');
    for (const tried of [
      await dataset.tidy(),
      await dataset.append([{ type: 'split', group: 'g', split: 'test' }]),
    ]) {
      assert.ok(!tried.ok);
      assert.deepEqual(
        [tried.error.code, tried.error.message],
        ['newer', `${path} was written by a newer Pairsmith (format 99). Update this one first.`],
      );
    }
    assert.equal(await readFile(path, 'utf8'), before);
    assert.deepEqual(await readdir(dirname(path)), ['d.pairs.jsonl']);
  });
});
