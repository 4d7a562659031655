import assert from 'node:assert/strict';
import { fail } from '../../../src/core/outcome.js';
import type { ProviderErrorCode } from '../../../src/core/providers/provider.js';
import { failureGroups } from '../../../src/extension/views/failureGroups.js';
import { pastRuns } from '../../../src/extension/views/pastRuns.js';
import { contextOf, detailsOf, shownRuns } from '../../../src/extension/views/runDetails.js';
import type { RunFacts } from '../../../src/extension/views/runDetails.js';
import { openMemory, planOf, run, scripted, sections, summaryOf } from '../../fixtures/generation.js';

const standing = { ended: 2, planned: 10, pairs: 3, failed: 0, rate: undefined, secondsLeft: undefined };

const facts = (more: Partial<RunFacts> = {}): RunFacts => ({
  state: 'running',
  problem: undefined,
  standing,
  end: undefined,
  concurrency: 8,
  models: [{ provider: 'openai', model: 'm' }],
  cost: { known: undefined, unknown: 0 },
  ...more,
});

/** How a run ended that failed for some of its chunks, or was stopped. */
async function ended(answers: readonly (ProviderErrorCode | 'ok')[], how: 'all' | 'cancelled' = 'all') {
  const dataset = await openMemory();
  let next = 0;
  const plain = scripted();
  const { provider } = scripted((request, signal) => {
    const code = answers[next++ % answers.length] ?? 'ok';
    return code === 'ok'
      ? plain.provider.complete(request, signal)
      : fail({ code, message: `It is ${code}.` });
  });
  const events = await run(await planOf(dataset, [sections('b.md', 3), sections('a.md', 3)]), provider, {
    concurrency: 1,
  });
  const { how: _, ...summary } = summaryOf(events);
  return { dataset, end: { how, summary } };
}

describe('past runs', () => {
  it('have what they gave, the newest first, without what was made good since', async () => {
    const { dataset } = await ended(['refused', 'ok']);
    const failing = new Set(
      dataset.results().flatMap(({ id, outcome }) => (outcome === 'failed' ? [id] : [])),
    );
    const [only] = pastRuns(dataset);
    assert.deepEqual([only?.chunks, only?.pairs, only?.failed], [6, 3, 3]);
    assert.ok(Math.abs((only?.at ?? 0) - Date.now()) < 60_000);
    const price = { input: 1, output: 1 };
    const documents = [sections('b.md', 3), sections('a.md', 3)];
    const again = await planOf(dataset, documents, { model: 'other', price, makeGood: failing });
    await run(again, scripted().provider);
    await run(await planOf(dataset, documents, { model: 'third' }), scripted().provider);
    const [newer, older, ...none] = pastRuns(dataset);
    assert.deepEqual([older?.chunks, older?.failed, older?.cost, older?.unpriced], [6, 0, undefined, 3]);
    assert.deepEqual([newer?.model, newer?.chunks, newer?.unpriced, none], ['other', 3, 0, []]);
    assert.ok(Math.abs((newer?.cost ?? 0) - (3 * 15) / 1e6) < 1e-12);
  });
});

describe('the rows under a run', () => {
  it('tell what is known now, and no more', async () => {
    assert.deepEqual(detailsOf(facts({ state: 'waiting', models: [] })), []);
    assert.deepEqual(detailsOf(facts()), ['chunks', 'model', 'pairs', 'concurrency']);
    const fast = { ...standing, failed: 1, rate: 2, secondsLeft: 4 };
    const cost = { known: 0.5, unknown: 0 };
    assert.deepEqual(detailsOf(facts({ standing: fast, cost })), [
      'chunks',
      'model',
      'pairs',
      'failed',
      'rate',
      'timeLeft',
      'cost',
      'concurrency',
    ]);
    const { end } = await ended(['refused', 'ok'], 'cancelled');
    const left = { ...end, summary: { ...end.summary, notReached: 2 } };
    assert.deepEqual(detailsOf(facts({ state: 'ended', end: left, standing: fast })), [
      'chunks',
      'model',
      'pairs',
      'failed',
      'notReached',
    ]);
  });

  it('say why it is paused, where something made it pause, and then no time', () => {
    const problem = { code: 'auth', message: 'The key was refused.' };
    const fast = { ...standing, rate: 2, secondsLeft: 4 };
    assert.equal(detailsOf(facts({ state: 'paused', problem }))[0], 'reason');
    assert.ok(!detailsOf(facts({ state: 'paused', standing: fast })).includes('timeLeft'));
    assert.ok(!detailsOf(facts({ state: 'paused' })).includes('reason'));
  });

  it('name a cost that is not known, but none of the built-in rules', () => {
    const cost = { known: undefined, unknown: 3 };
    assert.ok(detailsOf(facts({ cost })).includes('cost'));
    assert.ok(
      !detailsOf(facts({ cost, models: [{ provider: 'builtin', model: 'rules' }] })).includes('cost'),
    );
  });
});

describe('the runs that are shown', () => {
  it('are those that go on, then the last ones that did something', async () => {
    const { end } = await ended(['ok']);
    const [first, nothing, second] = [1, 2, 3].map((id) => ({
      id,
      ...facts({ state: 'ended', end: id === 2 ? undefined : end }),
    }));
    const going = { id: 4, ...facts() };
    const waiting = { id: 5, ...facts({ state: 'waiting' }) };
    const shown = shownRuns([first, nothing, second, going, waiting].filter((one) => one !== undefined));
    assert.deepEqual(
      shown.map(({ id }) => id),
      [4, 5, 3, 1],
    );
  });

  it('offer what may be done with them', async () => {
    assert.equal(contextOf(facts({ state: 'paused' })), 'run.paused');
    const { end: well } = await ended(['ok']);
    assert.equal(contextOf({ state: 'ended', end: well }), 'run.ended.pairs');
    const { end: stopped } = await ended(['refused', 'ok'], 'cancelled');
    assert.equal(contextOf({ state: 'ended', end: stopped }), 'run.ended.pairs.failures.left');
    const { end: none } = await ended(['refused']);
    assert.equal(contextOf({ state: 'ended', end: none }), 'run.ended.failures');
  });
});

describe('the failures of a dataset', () => {
  it('are grouped by reason, the commonest first, in the order of their documents', async () => {
    const { dataset } = await ended(['refused', 'context', 'refused', 'ok']);
    const groups = failureGroups(dataset);
    assert.deepEqual(
      groups.map(({ code, chunks }) => [code, chunks.length]),
      [
        ['refused', 3],
        ['context', 2],
      ],
    );
    assert.deepEqual(
      groups.map(({ chunks }) => chunks.map(({ document, place, heading }) => [document, place, ...heading])),
      [
        [
          ['a.md', 2, 'Part 1'],
          ['b.md', 1, 'Part 0'],
          ['b.md', 3, 'Part 2'],
        ],
        [
          ['a.md', 3, 'Part 2'],
          ['b.md', 2, 'Part 1'],
        ],
      ],
    );
  });

  it('are those that count: what was asked again with luck is none', async () => {
    const { dataset } = await ended(['refused']);
    const again = await planOf(dataset, [sections('b.md', 3), sections('a.md', 3)], { retry: 'all' });
    await run(again, scripted().provider);
    assert.deepEqual(failureGroups(dataset), []);
  });

  it('stay where their chunk or document is not known any more, and take no code for a property', () => {
    const failed = (id: string, failureCode: string | undefined) => ({
      id,
      key: id,
      run: 'r',
      recipe: 'qa',
      outcome: 'failed' as const,
      inputs: ['gone:1:1'],
      pairs: [],
      failureCode,
    });
    const results = () => [failed('1', '__proto__'), failed('2', undefined), failed('3', '__proto__')];
    const nothing = () => undefined;
    const groups = failureGroups({ results, chunk: nothing, document: nothing });
    assert.deepEqual(
      groups.map(({ code, chunks }) => [code, chunks.map(({ result }) => result)]),
      [
        ['__proto__', ['1', '3']],
        ['unknown', ['2']],
      ],
    );
    assert.deepEqual(groups[0]?.chunks[0], {
      result: '1',
      code: '__proto__',
      chunk: 'gone:1:1',
      document: undefined,
      place: undefined,
      heading: [],
    });
  });
});
