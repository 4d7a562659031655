import assert from 'node:assert/strict';
import { together } from '../../../src/core/generate.js';
import { openMemory, planOf, run, scripted, sections, summaryOf } from '../../fixtures/generation.js';

describe('two parts of a run', () => {
  it('come to what one would have, with every chunk accounted for', async () => {
    const dataset = await openMemory();
    const cancel = new AbortController();
    const first = scripted();
    const stopping = { provider: { ...first.provider, id: 'scripted' } };
    const { complete } = stopping.provider;
    stopping.provider.complete = (...args) => {
      if (first.asked.length === 4) cancel.abort();
      return complete(...args);
    };
    const documents = [sections('a.md', 12)];
    const a = summaryOf(
      await run(await planOf(dataset, documents), stopping.provider, {
        signal: cancel.signal,
        concurrency: 1,
      }),
    );
    assert.ok(a.notReached > 0 && a.done > 0);
    const b = summaryOf(await run(await planOf(dataset, documents), scripted().provider));
    const both = together(a, b);
    assert.deepEqual([both.planned, both.done, both.notReached, both.pairs], [12, 12, 0, 12]);
    assert.equal(both.grounding.supported, 12);
    assert.deepEqual([both.usage.input, both.usage.output], [120, 60]);
  });
});
