import assert from 'node:assert/strict';
import { costOf, dollars } from '../../../src/core/spend/cost.js';
import { priceOf } from '../../../src/core/spend/prices.js';

describe('prices', () => {
  it('are those of the list for the provider’s own service, dated editions among them', () => {
    const price = { input: 0.25, output: 2, cachedInput: 0.025 };
    for (const model of ['gpt-5-mini', 'gpt-5-mini-2025-08-07', 'gpt-5-mini-latest']) {
      assert.deepEqual(priceOf('openai', model, true, {}), price);
    }
  });

  it('are unknown for other servers, other models and names of the language', () => {
    assert.equal(priceOf('openai', 'gpt-5-mini', false, {}), undefined);
    assert.equal(priceOf('openai', 'gpt-5-mini-turbo', true, {}), undefined);
    assert.equal(priceOf('openai', 'gpt-5-minimal', true, {}), undefined);
    for (const name of ['constructor', '__proto__']) assert.equal(priceOf(name, name, true, {}), undefined);
  });

  it('are one’s own where one has some, the provider’s before the model’s', () => {
    const own = { 'gpt-5-mini': { input: 1, output: 1 }, 'ollama/gpt-5-mini': { input: 0, output: 0 } };
    assert.equal(priceOf('openai', 'gpt-5-mini', true, own)?.input, 1);
    assert.equal(priceOf('ollama', 'gpt-5-mini', false, own)?.input, 0);
  });
});

describe('the cost of tokens', () => {
  const price = { input: 2, output: 8, cachedInput: 0.5 };

  it('counts cached input at its own price', () => {
    assert.equal(costOf({ input: 1_000_000, output: 500_000 }, price), 6);
    assert.equal(costOf({ input: 1_000_000, output: 0, cachedInput: 400_000 }, price), 1.4);
    assert.equal(costOf({ input: 1_000_000, output: 0, cachedInput: 400_000 }, { input: 2, output: 8 }), 2);
  });

  it('is unknown where a count or the price is', () => {
    assert.equal(costOf(undefined, price), undefined);
    assert.equal(costOf({ input: 5 }, price), undefined);
    assert.equal(costOf({ input: 5, output: 5 }, undefined), undefined);
  });

  it('is written with as many digits as it needs', () => {
    assert.deepEqual([0, 0.000_042, 0.0042, 1.3, 1204.5].map(dollars), [
      '$0',
      '$0.000042',
      '$0.0042',
      '$1.30',
      '$1,204.50',
    ]);
  });
});
