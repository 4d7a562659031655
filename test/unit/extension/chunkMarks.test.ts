import assert from 'node:assert/strict';
import fc from 'fast-check';
import { split } from '../../../src/core/chunks/index.js';
import { chunkAt, chunkMarks } from '../../../src/extension/chunkMarks.js';

const text = Array.from({ length: 40 }, (_, n) => `Sentence number ${n} of the text says so.`).join(' ');
const chunks = split(text, 'plain', { size: 200, overlap: 60, unit: 'characters' });

describe('the marks of chunks', () => {
  it('number them, shade every other one and name their size', () => {
    const marks = chunkMarks(chunks);
    assert.deepEqual(
      marks.map(({ number }) => number),
      chunks.map((_, i) => i + 1),
    );
    assert.deepEqual(
      marks.slice(0, 4).map(({ shaded }) => shaded),
      [false, true, false, true],
    );
    assert.ok(marks.every(({ size, at: [start, end] }) => size === end - start && size <= 200));
  });

  it('show what repeats the chunk before, and cover each place of the text once', () => {
    const marks = chunkMarks(chunks);
    assert.equal(marks[0]?.overlap, undefined);
    for (const [i, { overlap, at }] of marks.entries()) {
      if (overlap) assert.ok((chunks[i - 1]?.end ?? 0) >= overlap[1] && overlap[0] === at[0]);
    }
    assert.ok(marks.slice(1).every(({ overlap }) => overlap !== undefined));
    const shown = marks.map(({ own: [start, end] }) => text.slice(start, end)).join('');
    const withoutBlanks = (one: string) => one.replaceAll(' ', '');
    assert.equal(withoutBlanks(shown), withoutBlanks(text));
  });

  it('hold for any chunks in order', () => {
    const spans = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 20 }).map((sizes) => {
      let start = 0;
      return sizes.map(([step, length]) => {
        start += step + 1;
        return { start, end: start + length, heading: [] };
      });
    });
    fc.assert(
      fc.property(spans, (placed) => {
        let reached = 0;
        for (const { own, at, overlap } of chunkMarks(placed)) {
          assert.ok(own[0] >= Math.min(reached, at[1]) && own[0] <= own[1] && own[1] === at[1]);
          assert.deepEqual(overlap ?? [at[0], at[0]], [at[0], own[0]]);
          reached = Math.max(reached, at[1]);
        }
      }),
    );
  });

  it('find the chunk at the cursor', () => {
    const placed = [
      { start: 2, end: 10, heading: [] },
      { start: 8, end: 20, heading: [] },
    ];
    const at = (offset: number) => chunkAt(placed, offset)?.start;
    assert.deepEqual([at(0), at(2), at(7), at(8), at(19), at(99)], [2, 2, 2, 8, 8, 8]);
    assert.equal(chunkAt([], 3), undefined);
  });
});
