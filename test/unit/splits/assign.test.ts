import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { splitNames, type SplitName } from '../../../src/core/dataset/model.js';
import {
  assignSplits,
  defaultRatios,
  promptKey,
  type Assignment,
  type SplitChunk,
  type SplitPair,
} from '../../../src/core/splits/index.js';
import { hash } from '../../fixtures/reader.js';

const chunk = (document: string, n: number, more: Partial<SplitChunk> = {}): SplitChunk => ({
  id: `${document}:${hash(`${document} ${n}`)}:0`,
  document,
  start: n * 100,
  length: 100,
  heading: [],
  ...more,
});
const pair = (id: string, chunks: readonly SplitChunk[], more: Partial<SplitPair> = {}): SplitPair => ({
  id,
  prompt: `prompt of ${id}`,
  family: id,
  chunks,
  ...more,
});
const assign = (
  pairs: readonly SplitPair[],
  recorded: Iterable<readonly [string, SplitName]> = [],
  seed: string | number = 1,
): Assignment => assignSplits({ pairs, recorded: new Map(recorded), ratios: defaultRatios, seed, hash });
const sizes = (pairs: readonly SplitPair[], a: Assignment): Record<SplitName, number> => {
  const count = { train: 0, validation: 0, test: 0 };
  for (const { id } of pairs) {
    const split = a.splitOf(id);
    if (split !== undefined) count[split]++;
  }
  return count;
};
/** `documents` documents of `chunks` chunks with two pairs each. */
const library = (documents: number, chunks: number, more: (n: number) => Partial<SplitChunk> = () => ({})) =>
  Array.from({ length: documents * chunks * 2 }, (_, i) => {
    const n = Math.floor(i / 2) % chunks;
    return pair(`p${i}`, [chunk(`D${Math.floor(i / 2 / chunks)}`, n, more(n))]);
  });

/** Pairs of a few documents, prompts and families, some of several chunks, with overlapping chunks. */
const anyPairs = fc
  .array(
    fc.record({
      places: fc.array(fc.tuple(fc.nat(14), fc.nat(5)), { maxLength: 2 }),
      prompt: fc.nat(60),
      family: fc.nat(60),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((all) =>
    all.map(({ places, prompt, family }, i) =>
      pair(
        `p${i}`,
        places.map(([d, n]) =>
          chunk(`D${d}`, n, { length: n % 2 === 0 ? 120 : 100, heading: [`H${n >> 1}`] }),
        ),
        { prompt: prompt === 0 ? undefined : `q${prompt}`, family: `f${family}` },
      ),
    ),
  );

function assertNothingStraddles(pairs: readonly SplitPair[], a: Assignment): void {
  const placed = pairs.flatMap((p) => {
    const split = a.splitOf(p.id);
    assert.equal(split === undefined, a.straddling.has(p.id), 'every pair has a split or straddles');
    return split === undefined ? [] : [{ p, split }];
  });
  for (const x of placed)
    for (const y of placed) {
      if (x.split === y.split) continue;
      assert.notEqual(x.p.family, y.p.family);
      if (x.p.prompt !== undefined) assert.notEqual(x.p.prompt, y.p.prompt);
      for (const c of x.p.chunks)
        for (const d of y.p.chunks)
          assert.ok(
            c.document !== d.document ||
              (c.start ?? 0) >= (d.start ?? 0) + d.length ||
              (d.start ?? 0) >= (c.start ?? 0) + c.length,
            'chunks of two splits overlap',
          );
    }
}

describe('splits', () => {
  it('never lets a prompt, a family or a piece of text stand in two splits', () => {
    fc.assert(
      fc.property(anyPairs, fc.string(), (pairs, seed) =>
        assertNothingStraddles(pairs, assign(pairs, [], seed)),
      ),
    );
  });

  it('keeps what is on record when pairs and documents come', () => {
    fc.assert(
      fc.property(anyPairs, fc.nat(60), fc.string(), (pairs, first, seed) => {
        const before = pairs.slice(0, first);
        const then = assign(before, [], seed);
        const now = assign(pairs, then.newAssignments, seed);
        assertNothingStraddles(pairs, now);
        const held = { train: 0, validation: 1, test: 2 };
        for (const { id } of before) {
          const [was, is] = [then.splitOf(id), now.splitOf(id)];
          // A group that came to touch a more held-out one goes there; nothing ever comes out of the test set.
          if (was !== undefined && is !== undefined)
            assert.ok(held[is] >= held[was], `${id}: ${was} to ${is}`);
        }
      }),
    );
  });

  it('gives this month and next month the same split where new documents touch nothing old', () => {
    const pairs = library(40, 3);
    const month = assign(pairs.slice(0, 120));
    const next = assign(pairs, month.newAssignments);
    for (const { id } of pairs.slice(0, 120)) assert.equal(next.splitOf(id), month.splitOf(id));
    assert.ok([...next.newAssignments.keys()].every((group) => !month.newAssignments.has(group)));
    assert.deepEqual(sizes(pairs, next), { train: 192, validation: 24, test: 24 });
  });

  it('does not depend on the order of the pairs, and does on the seed', () => {
    const pairs = library(30, 2);
    const a = assign(pairs);
    const b = assign(pairs.toReversed());
    const c = assign(pairs, [], 2);
    assert.deepEqual([...a.newAssignments], [...b.newAssignments]);
    assert.notDeepEqual([...a.newAssignments], [...c.newAssignments]);
  });

  it('comes near the ratios, whatever the sizes of many groups', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 30, maxLength: 80 }),
        fc.nat(),
        (docs, seed) => {
          const pairs = docs.flatMap((size, d) =>
            Array.from({ length: size }, (_, i) => pair(`${d}.${i}`, [chunk(`D${d}`, i)])),
          );
          const count = sizes(pairs, assign(pairs, [], seed));
          for (const name of splitNames)
            assert.ok(
              Math.abs(count[name] / pairs.length - defaultRatios[name]) <= 8 / pairs.length + 0.001,
              name,
            );
        },
      ),
    );
  });

  it('fills every split where there are ten pairs in three sections', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 3, max: 20 }), { minLength: 3, maxLength: 12 }),
        fc.nat(),
        (sections, seed) => {
          let at = 0;
          const pairs = sections.flatMap((size, s) =>
            Array.from({ length: size }, (_, i) =>
              pair(`${s}.${i}`, [chunk('D', at++, { heading: ['Guide', `S${s}`] })]),
            ),
          );
          const count = sizes(pairs, assign(pairs, [], seed));
          for (const name of splitNames) assert.ok(count[name] > 0, `${name} is empty`);
        },
      ),
    );
  });

  it('divides one document without headings into runs, and counts what overlaps a border', () => {
    const pairs = library(1, 60, () => ({ length: 120 }));
    const a = assign(pairs);
    const count = sizes(pairs, a);
    assert.ok(count.test >= 6 && count.validation >= 6 && count.train >= 80, JSON.stringify(count));
    assert.ok(a.straddling.size > 0 && a.straddling.size <= 16, `${a.straddling.size} left out`);
    assert.ok([...a.straddling.values()].every((why) => why === 'border'));
    assert.equal(count.train + count.validation + count.test + a.straddling.size, pairs.length);
  });

  it('keeps a divided document divided when many documents come', () => {
    const month = assign(library(1, 30));
    const pairs = library(20, 30);
    const next = assign(pairs, month.newAssignments);
    for (const { id } of pairs.slice(0, 60))
      if (month.splitOf(id) !== undefined) assert.equal(next.splitOf(id), month.splitOf(id));
    assert.ok([...next.newAssignments.keys()].every((group) => group.startsWith('document:')));
  });

  it('does not let one question that every document is asked glue them together', () => {
    const pairs = [
      ...library(12, 4),
      ...Array.from({ length: 12 }, (_, d) =>
        pair(`same${d}`, [chunk(`D${d}`, 0)], { prompt: 'What is this?' }),
      ),
    ];
    const a = assign(pairs);
    const count = sizes(pairs, a);
    assert.ok(count.test > 0 && count.validation > 0 && count.train > count.test, JSON.stringify(count));
    const same = pairs.filter((p) => p.prompt === 'What is this?').map((p) => a.splitOf(p.id));
    assert.equal(new Set(same.filter(Boolean)).size, 1);
  });

  it('lets the held-out split win where groups on record come to touch', () => {
    const pairs = [
      pair('a', [chunk('A', 0)], { prompt: 'same' }),
      pair('b', [chunk('B', 0)], { prompt: 'same' }),
      ...library(20, 1),
    ];
    const a = assign(pairs, [
      ['document:A', 'train'],
      ['document:B', 'test'],
    ]);
    assert.equal(a.splitOf('a'), 'test');
    assert.equal(a.splitOf('b'), 'test');
    assert.equal(a.newAssignments.get('document:A'), 'test');
    assert.equal(a.newAssignments.has('document:B'), false);
  });

  it('keeps variations with their pair, also those without a source', () => {
    const pairs = [...library(20, 1), ...library(20, 1).map((p) => pair(`v${p.id}`, [], { family: p.id }))];
    const a = assign(pairs);
    for (const { id } of library(20, 1)) assert.equal(a.splitOf(`v${id}`), a.splitOf(id));
  });

  it('treats imported records as groups of their own', () => {
    const pairs = Array.from({ length: 100 }, (_, i) => pair(`r${i}`, []));
    assert.deepEqual(sizes(pairs, assign(pairs)), { train: 80, validation: 10, test: 10 });
  });

  it('takes twenty thousand records in near-linear time', () => {
    const pairs = Array.from({ length: 20_000 }, (_, i) =>
      pair(`r${i}`, i % 2 === 0 ? [] : [chunk(`D${i % 1000}`, i)]),
    );
    const started = performance.now();
    const count = sizes(pairs, assign(pairs));
    assert.ok(Math.abs(count.train - 16_000) < 50);
    assert.ok(performance.now() - started < 3000);
  });

  it('takes prompts as the same whatever their case, white space and closing mark', () => {
    const key = (...said: string[]) =>
      promptKey(
        said.map((content) => ({ role: 'user', content })),
        hash,
      );
    assert.equal(key('What is  it?'), key('what is it'));
    assert.notEqual(key('What is it?'), key('What was it?'));
    assert.notEqual(key('a', 'b'), key('a b'));
    assert.equal(promptKey([{ role: 'system', content: 'x' }], hash), undefined);
  });
});
