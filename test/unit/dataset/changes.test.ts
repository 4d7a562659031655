import assert from 'node:assert/strict';
import { Dataset } from '../../../src/core/dataset/dataset.js';
import type { DatasetChange } from '../../../src/core/dataset/dataset.js';
import type { Line } from '../../../src/core/dataset/lines.js';
import { memoryJournal } from '../../fixtures/memory-journal.js';

const clock = { now: () => Date.UTC(2026, 0, 1) };
const foreign: Line = { type: 'split', id: '01K00000000000000000000001', by: 'x', group: 'g', split: 'test' };

async function opened(lines: Line[] = []) {
  const journal = memoryJournal(lines);
  const outcome = await Dataset.open({ journal, clock, random: () => 0.5, by: 'test', name: 'test' });
  assert.ok(outcome.ok);
  const told: DatasetChange[] = [];
  const stop = outcome.value.onChange((change) => told.push(change));
  return { dataset: outcome.value, journal, told, stop };
}

describe('changes of a dataset', () => {
  it('are told with the lines that were appended', async () => {
    const { dataset, told } = await opened();
    await dataset.append([{ type: 'split', group: 'a', split: 'train' }]);
    assert.deepEqual(
      told.map((change) => change?.map(({ type }) => type)),
      [['dataset', 'split']],
    );
  });

  it('are told with the lines of others, once, and not when there are none', async () => {
    const { dataset, journal, told } = await opened();
    journal.lines.push(foreign);
    await dataset.catchUp();
    await dataset.catchUp();
    assert.deepEqual(told, [[foreign]]);
  });

  it('are told without lines after a reload', async () => {
    const { dataset, told } = await opened([foreign]);
    await dataset.reload();
    assert.equal(told.at(-1), undefined);
    assert.equal(dataset.splits().get('g'), 'test');
  });

  it('are told no more to who has stopped listening', async () => {
    const { dataset, told, stop } = await opened();
    stop();
    await dataset.append([{ type: 'split', group: 'a', split: 'train' }]);
    assert.deepEqual(told, []);
  });
});
