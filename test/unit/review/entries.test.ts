import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Dataset } from '../../../src/core/dataset/dataset.js';
import type { Line } from '../../../src/core/dataset/lines.js';
import { tallyOf } from '../../../src/extension/review/model/counts.js';
import { Entries } from '../../../src/extension/review/model/entries.js';
import { History } from '../../../src/extension/review/model/history.js';
import type { PairChange } from '../../../src/extension/review/model/history.js';
import { LiveDataset } from '../../../src/extension/review/model/live.js';
import { editedFields, manyLines } from '../../fixtures/lines.js';
import { memoryJournal } from '../../fixtures/memory-journal.js';

const clock = { now: () => Date.UTC(2026, 0, 1) };

async function opened(lines: Line[] = []) {
  const journal = memoryJournal(lines);
  const outcome = await Dataset.open({ journal, clock, random: () => 0.5, by: 'test', name: 'test' });
  assert.ok(outcome.ok);
  return { journal, dataset: outcome.value };
}

const seen = (entries: Entries) => ({
  order: entries.order(),
  all: [...entries.all()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  tally: tallyOf(entries, () => false),
  documents: [...entries.documents()]
    .map((path) => [path, [...entries.pairsOf(path)].sort()])
    .filter(([, pairs]) => pairs!.length > 0)
    .sort(),
});

describe('the rows of a dataset', () => {
  it('kept up by news are those of a dataset that is read anew', () =>
    fc.assert(
      fc.asyncProperty(manyLines, fc.array(fc.nat(8), { maxLength: 8 }), async (lines, steps) => {
        const { journal, dataset } = await opened();
        const live = new LiveDataset(dataset);
        const entries = new Entries(dataset);
        const come = new Set<string>();
        live.onDidChange((news) => entries.take(news)?.forEach((id) => come.add(id)));
        for (const step of [...steps, lines.length]) {
          journal.lines.push(...lines.splice(0, step));
          await dataset.catchUp();
          live.flush();
        }
        assert.deepEqual(seen(entries), seen(new Entries((await opened(journal.lines)).dataset)));
        live.dispose();
      }),
    ));

  it('have back a result of the key of one that another key’s result replaced', async () => {
    const pair = { prompt: [], completion: 'a', sources: [] };
    const result = (n: number, key: string, supersedes: string[] = []): Line => ({
      type: 'result',
      id: `01J${String(n).padStart(23, '0')}`,
      by: 'a',
      key,
      run: 'r',
      recipe: 'qa',
      inputs: ['d0:hash:0'],
      outcome: 'done',
      pairs: [pair],
      supersedes,
    });
    const first = result(1, 'k0');
    const { journal, dataset } = await opened([first, result(2, 'k0')]);
    const live = new LiveDataset(dataset);
    const entries = new Entries(dataset);
    live.onDidChange((news) => void entries.take(news));
    assert.deepEqual(entries.order(), [`${first.id}.0`]);
    journal.lines.push(result(3, 'k1', [first.id]));
    await dataset.catchUp();
    live.flush();
    assert.deepEqual(
      entries.order(),
      ['2', '3'].map((n) => `01J${n.padStart(23, '0')}.0`),
    );
    live.dispose();
  });

  it('stand in the order of the dataset’s pairs', () =>
    fc.assert(
      fc.asyncProperty(manyLines, async (lines) => {
        const { dataset } = await opened(lines);
        const entries = new Entries(dataset);
        const pairs = entries.order().filter((id) => entries.get(id)?.kind === 'pair');
        assert.deepEqual(
          pairs,
          dataset.pairs().map(({ id }) => id),
        );
      }),
    ));
});

describe('undo', () => {
  it('of all steps leads back to the start, and redo of all to the end', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.record({ pair: fc.constantFrom('r.0', 'r.1'), set: editedFields }), { maxLength: 3 }),
        ),
        async (steps) => {
          const { dataset } = await opened();
          const live = new LiveDataset(dataset);
          const state = () => ['r.0', 'r.1'].map((pair) => dataset.fold.editsOf(pair));
          const states = [state()];
          const wanted = steps
            .map((step) => step.filter(({ pair }, i) => step.findIndex((other) => other.pair === pair) === i))
            .map((step) => step.filter(({ set }) => Object.keys(set).length > 0))
            .filter((step) => step.length > 0);
          for (const step of wanted) {
            await live.edit(step, 'step');
            states.push(state());
          }
          for (let i = states.length - 2; i >= 0; i--) {
            assert.ok((await live.undo()).ok);
            assert.deepEqual(state(), states[i]);
          }
          assert.deepEqual(await live.undo(), { ok: true, value: undefined });
          for (const after of states.slice(1)) {
            assert.ok((await live.redo()).ok);
            assert.deepEqual(state(), after);
          }
          live.dispose();
        },
      ),
    ));

  it('forgets what was undone once something else is done', async () => {
    const { dataset } = await opened();
    const live = new LiveDataset(dataset);
    await live.edit([{ pair: 'r.0', set: { status: 'accepted' } }], 'accept');
    await live.undo();
    assert.equal(live.redoable, 'accept');
    await live.edit([{ pair: 'r.0', set: { status: 'rejected' } }], 'reject');
    assert.equal(live.redoable, undefined);
    assert.equal(live.undoable, 'reject');
    live.dispose();
  });

  it('forgets the oldest steps when there are very many changes, and keeps the newest, however large', () => {
    const history = new History();
    const step = (what: string, count: number) => {
      const change: PairChange = { pair: 'r.0', set: { status: 'new' } };
      const changes = Array.from({ length: count }, () => change);
      history.push({ what, changes, inverse: changes });
    };
    step('old', 10);
    step('small', 10);
    step('many', 99_985);
    assert.equal(history.toUndo?.what, 'many');
    history.undone();
    history.undone();
    assert.equal(history.toUndo, undefined);
    step('small', 10);
    step('too many', 100_001);
    history.undone();
    assert.equal(history.toRedo?.what, 'too many');
    assert.equal(history.toUndo, undefined);
  });
});
