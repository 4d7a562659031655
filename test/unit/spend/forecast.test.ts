import assert from 'node:assert/strict';
import { forecast, isForeseeable } from '../../../src/core/spend/forecast.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { nodeClock } from '../../../src/node/ports.js';
import { completion, openMemory, planOf, run, scripted, sections } from '../../fixtures/generation.js';

const measure = (text: string) => text.length / 4;
const documents = [sections('a.md', 20)];
const price = { input: 1, output: 1 };
const dear = { provider: 'scripted', model: 'dear', sampling: {}, price: { input: 100, output: 100 } };

const foreseen = async (dataset: Dataset, more: Parameters<typeof planOf>[2]) => {
  const seen = await forecast(await planOf(dataset, documents, more), measure);
  assert.ok(seen);
  return seen;
};

describe('a forecast', () => {
  it('adds up all that are asked, each at its own price', async () => {
    const dataset = await openMemory();
    const [one, two, both] = [
      await foreseen(dataset, { price }),
      await foreseen(dataset, { ...dear }),
      await foreseen(dataset, { price, others: [dear] }),
    ];
    assert.deepEqual([one.requests.low, both.requests.low, both.earlier], [20, 40, 0]);
    assert.equal(both.input.high, one.input.high + two.input.high);
    assert.ok(Math.abs((both.cost?.high ?? 0) - (one.cost?.high ?? 0) - (two.cost?.high ?? 0)) < 1e-9);
    assert.ok((both.cost?.high ?? 0) > 50 * (one.cost?.high ?? 0));
    const { price: _, ...unpriced } = dear;
    assert.equal((await foreseen(dataset, { price, others: [unpriced] })).cost, undefined);
  });

  it('counts a model that stands beside the built-in rules, and not those', async () => {
    const dataset = await openMemory();
    const rules = { provider: 'builtin', model: 'rules-1' };
    assert.equal(isForeseeable(await planOf(dataset, documents, rules)), false);
    const beside = await foreseen(dataset, { ...rules, others: [dear] });
    assert.equal(beside.requests.low, 20);
    assert.ok((beside.cost?.low ?? 0) > 0);
  });

  it('does not take a pause of the last run for its pace', async () => {
    let now = 1_700_000_000_000;
    const dataset = await openMemory(undefined, { ...nodeClock, now: () => now });
    let asked = 0;
    const { provider } = scripted(() => {
      now += asked++ === 10 ? 3_600_000 : 1_000;
      return completion('All is well here.');
    });
    await run(await planOf(dataset, documents), provider, { concurrency: 1 });
    const { ms, earlier } = await foreseen(dataset, { existing: 'add', sample: 1 });
    assert.equal(earlier, 20);
    assert.ok(ms !== undefined && ms.low > 10_000 && ms.high < 60_000, JSON.stringify(ms));
  });
});
