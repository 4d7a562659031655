import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Dataset } from '../../../src/core/dataset/dataset.js';
import { inverseOf } from '../../../src/core/dataset/edit.js';
import type { Line, ResultLine } from '../../../src/core/dataset/lines.js';
import { editedFields, manyLines } from '../../fixtures/lines.js';
import { memoryJournal } from '../../fixtures/memory-journal.js';

const open = async (lines: Line[]) => {
  let now = Date.UTC(2026, 0, 1);
  const opened = await Dataset.open({
    journal: memoryJournal(structuredClone(lines)),
    clock: { now: () => now++ },
    random: () => 0.5,
    by: 'test',
    name: 'test',
  });
  assert.ok(opened.ok);
  return opened.value;
};

/** All that a reader can see of a dataset. */
const seen = async (dataset: Dataset) => ({
  name: dataset.name,
  documents: dataset.documents(),
  chunks: await Promise.all(
    [...dataset.fold.chunks.keys()]
      .sort()
      .map(async (id) => ({ info: dataset.chunk(id), text: await dataset.chunkText(id) })),
  ),
  runs: dataset.runs(),
  results: dataset.results(),
  pairs: await Promise.all(dataset.pairs().map((pair) => dataset.pair(pair.id))),
  splits: [...dataset.splits()].sort(),
  orphans: dataset.fold.orphans().sort(),
});

const result = (id: string, more: Partial<ResultLine> = {}): ResultLine => ({
  type: 'result',
  id: `01J${id.padStart(23, '0')}`,
  by: 'a',
  key: 'k',
  run: 'r',
  recipe: 'qa',
  inputs: ['c'],
  outcome: 'done',
  pairs: [{ prompt: [{ role: 'user', content: id }], completion: id, sources: [] }],
  ...more,
});

const edit = (id: string, pair: string, set: object): Line => ({
  type: 'edit',
  id: `01K${id.padStart(23, '0')}`,
  by: 'a',
  pair,
  set,
});

const counted = async (...lines: Line[]) =>
  (await open(lines)).results().map((line) => line.id.replace(/^01J0*/, ''));

describe('fold', () => {
  it('does not depend on the order of the lines, and ignores doubles', async () => {
    const shuffled = manyLines.chain((lines) =>
      fc.tuple(
        fc.constant(lines),
        fc
          .subarray(lines)
          .chain((twice) =>
            fc.shuffledSubarray([...lines, ...twice], { minLength: lines.length + twice.length }),
          ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([lines, mixed]) => {
        assert.deepEqual(await seen(await open(mixed)), await seen(await open(lines)));
      }),
    );
  });

  it('is the same whether lines are appended and folded, or folded and then applied', async () => {
    await fc.assert(
      fc.asyncProperty(manyLines, fc.nat(30), async (lines, at) => {
        const first = await open(lines.slice(0, at));
        const appended = await first.append(lines.slice(at));
        assert.ok(appended.ok);
        const journal = await open(lines);
        const { name: _, ...one } = await seen(first);
        const { name: __, ...other } = await seen(journal);
        assert.deepEqual(one, other);
      }),
    );
  });

  it('lets an edit and its inverse cancel', async () => {
    await fc.assert(
      fc.asyncProperty(manyLines, fc.nat(5), fc.nat(2), editedFields, async (lines, r, n, set) => {
        const dataset = await open(lines);
        const pair = `01J${String(r).padStart(23, '0')}.${n}`;
        const before = await seen(dataset);
        const inverse = inverseOf(dataset.fold, pair, set);
        await dataset.append([{ type: 'edit', pair, set }]);
        await dataset.append([{ type: 'edit', pair, set: inverse }]);
        const { orphans: _, name: __, ...after } = await seen(dataset);
        const { orphans: ___, name: ____, ...then } = before;
        assert.deepEqual(after, then);
      }),
    );
  });

  it('counts one of the results of a key: done before partial before failed, then the smallest id', async () => {
    assert.deepEqual(await counted(result('1'), result('2')), ['1']);
    assert.deepEqual(await counted(result('1', { outcome: 'partial' }), result('2')), ['2']);
    assert.deepEqual(await counted(result('1', { outcome: 'failed', pairs: [] }), result('2')), ['2']);
  });

  it('prefers a result that a person has worked on', async () => {
    const second = result('2', { outcome: 'partial' });
    assert.deepEqual(await counted(result('1'), second, edit('1', `${second.id}.0`, { rating: 4 })), ['2']);
  });

  it('replaces a result only by one that names it', async () => {
    const second = result('2', { key: 'other', supersedes: [result('1').id] });
    assert.deepEqual(await counted(result('1'), second), ['2']);
    assert.deepEqual(await counted(result('1'), { ...second, supersedes: [] }), ['1', '2']);
  });

  it('never replaces a result with a pair that a person has changed', async () => {
    const second = result('2', { key: 'other', supersedes: [result('1').id] });
    const touched = edit('1', `${result('1').id}.0`, { completion: 'mine' });
    assert.deepEqual(await counted(result('1'), second, touched), ['1', '2']);
    const undone = edit('2', `${result('1').id}.0`, { completion: null });
    assert.deepEqual(await counted(result('1'), second, touched, undone), ['2']);
  });

  it('does not count what a check wrote as a person’s work', async () => {
    const second = result('2', { key: 'other', supersedes: [result('1').id] });
    const grounding = { verdict: 'partly', score: 0.5, reasons: [], unsupported: [] };
    assert.deepEqual(await counted(result('1'), second, edit('1', `${result('1').id}.0`, { grounding })), [
      '2',
    ]);
  });

  it('hides nothing when two results claim to replace each other', async () => {
    const [one, two] = [result('1'), result('2', { key: 'other' })];
    const circle = [
      { ...one, supersedes: [two.id] },
      { ...two, supersedes: [one.id] },
    ];
    assert.deepEqual(await counted(...circle), ['2']);
  });

  it('keeps an edit of the same pair by the later id, field by field', async () => {
    const id = `${result('1').id}.0`;
    const lines = [result('1'), edit('3', id, { note: 'late' }), edit('2', id, { note: 'early', rating: 2 })];
    const pair = await (await open(lines)).pair(id);
    assert.deepEqual([pair.note, pair.rating], ['late', 2]);
  });

  it('keeps edits of a pair that no result has, and names them', async () => {
    const dataset = await open([edit('1', `${result('1').id}.0`, { note: 'x' })]);
    assert.deepEqual(dataset.fold.orphans(), [`${result('1').id}.0`]);
  });
});
