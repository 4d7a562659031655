import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spread } from '../../../src/core/generation/spread.js';
import { fail } from '../../../src/core/outcome.js';
import { nodeHash } from '../../../src/node/ports.js';
import { documentOf, openMemory, planOf, run, scripted, sections } from '../../fixtures/generation.js';

const files = [sections('a.md', 6), sections('b.md', 3)];

describe('limits', () => {
  it('takes the chunks that a range touches, in its document alone', async () => {
    const dataset = await openMemory();
    const all = await planOf(dataset, files);
    const [, second, third] = all.jobs;
    assert.ok(second && third);
    const within = async (start: number, end: number) => {
      const ranges = new Map([['a.md', [[start, end] as const]]]);
      const { jobs, counts } = await planOf(dataset, files, { limits: { ranges } });
      assert.equal(counts.leftOut, all.jobs.length - jobs.length);
      return Array.from(jobs, (job) => job.place);
    };
    assert.deepEqual(await within(second.chunk.start + 3, third.chunk.start + 1), [1, 2]);
    assert.deepEqual(await within(second.chunk.start + 3, second.chunk.start + 3), [1]);
    assert.deepEqual(await within(second.chunk.start, second.chunk.end), [1]);
    assert.deepEqual(await within(second.chunk.end + 1, second.chunk.end + 1), [1], 'between two chunks');
    assert.deepEqual(await within(0, 0), [0]);
    assert.deepEqual(await within(1e6, 1e6), [5]);
  });

  it('takes each piece of a range once, where chunks overlap', async () => {
    const sentences = Array.from({ length: 12 }, (_, n) => `Rule ${n} asks for ${n + 2} forms in all.`);
    const document = documentOf('a.md', sentences.join('\n\n'));
    const chunking = { size: 200, overlap: 60, unit: 'characters' } as const;
    const dataset = await openMemory();
    const { jobs } = await planOf(dataset, [document], { chunking });
    const [first, second] = Array.from(jobs, ({ chunk }) => chunk);
    assert.ok(first && second && second.start < first.end);
    const within = async (range: readonly [number, number]) => {
      const limits = { ranges: new Map([['a.md', [range]]]) };
      const { jobs } = await planOf(dataset, [document], { chunking, limits });
      return Array.from(jobs, ({ place }) => place);
    };
    assert.deepEqual(await within([second.start, first.end]), [0]);
    assert.deepEqual(await within([second.start, first.end + 1]), [0, 1]);
    assert.deepEqual(await within([second.start, second.start]), [1]);
  });

  it('takes named chunks alone, and lets a new answer stand for their failure with another model', async () => {
    const dataset = await openMemory();
    const refused = () => fail({ code: 'refused', message: 'no' } as const);
    await run(await planOf(dataset, [sections('a.md', 3)]), scripted(refused).provider);
    const failed = dataset.results().filter((result) => result.outcome === 'failed');
    assert.equal(failed.length, 3);
    const [chunk = ''] = failed[1]?.inputs ?? [];
    const again = await planOf(dataset, [sections('a.md', 3)], {
      model: 'other',
      limits: { chunks: new Set([chunk]) },
    });
    await run(again, scripted().provider);
    assert.deepEqual(
      dataset
        .results()
        .map((result) => result.outcome)
        .sort(),
      ['done', 'failed', 'failed'],
    );
  });

  it('spreads a sample over documents and their parts, the same one for the same seed', async () => {
    const dataset = await openMemory();
    const spreadOf = async (seed: number, tone = 'plain') => {
      const { jobs } = await planOf(dataset, files, { limits: { spread: 5 }, seed, settings: { tone } });
      return Array.from(jobs, (job) => `${job.document.input.path} ${job.place}`);
    };
    const first = await spreadOf(1);
    assert.equal(first.length, 5);
    assert.deepEqual(await spreadOf(1), first);
    assert.deepEqual(await spreadOf(1, 'warm'), first, 'other settings are tried on the same chunks');
    assert.equal(first.filter((place) => place.startsWith('a.md')).length, 3);
    const thirds = first.flatMap((place) => (place.startsWith('a.md') ? [Number(place.slice(5)) >> 1] : []));
    assert.deepEqual(thirds, [0, 1, 2]);
  });

  it('spreads as many as are wanted, in order, and leaves no document out where there are enough', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 40 }), fc.integer(), (lengths, count, seed) => {
        const documents = lengths.map(() => ({}));
        const chunks = lengths.flatMap((length, i) =>
          Array.from({ length }, (_, place) => ({ document: documents[i] as object, place })),
        );
        const rank = ({ place }: { place: number }) => nodeHash(`${seed} ${place}`);
        const taken = spread(chunks, count, rank);
        assert.equal(taken.length, Math.min(count, chunks.length));
        assert.deepEqual(
          chunks.filter((chunk) => taken.includes(chunk)),
          taken,
        );
        const reached = new Set(taken.map(({ document }) => document));
        assert.equal(reached.size, Math.min(taken.length, documents.length));
      }),
    );
  });
});
