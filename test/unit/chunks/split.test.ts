import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { split, type ChunkOptions } from '../../../src/core/chunks/index.js';
import { anyFormat, anyText, assertLaws, assertNothingShared } from './laws.js';

const characters = (size: number, overlap: number): ChunkOptions => ({ size, overlap, unit: 'characters' });
const texts = (text: string, options: ChunkOptions, format: 'markdown' | 'plain' = 'markdown') =>
  split(text, format, options).map((chunk) => text.slice(chunk.start, chunk.end));

const sentences = (count: number, word = 'word') =>
  Array.from({ length: count }, (_, i) => `Sentence ${i} has the ${word} in it.`).join(' ');

describe('split', () => {
  it('holds its laws for any text, format, size and overlap', () => {
    const sizes = fc.tuple(fc.integer({ min: 2, max: 600 }), fc.float({ min: 0, max: 0.5, noNaN: true }));
    fc.assert(
      fc.property(anyText, anyFormat, sizes, (text, format, [size, share]) => {
        const chunks = split(text, format, characters(size, Math.floor(size * share)));
        assertLaws(text, chunks, size);
        assertNothingShared(chunks);
      }),
      { numRuns: 300 },
    );
  });

  it('holds its laws for any string at all', () => {
    const anyString = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(anyString, anyFormat, fc.integer({ min: 2, max: 50 }), (text, format, size) => {
        assertLaws(text, split(text, format, characters(size, size >> 2)), size);
      }),
    );
  });

  it('gives no chunk for an empty or a blank text', () => {
    assert.deepEqual(split('', 'markdown', characters(100, 0)), []);
    assert.deepEqual(split(' \n\n\t\u00a0\n', 'plain', characters(100, 0)), []);
  });

  it('gives a text that fits as one chunk, trimmed', () => {
    assert.deepEqual(split('\n\n Hello.\n\nWorld.\n', 'plain', characters(100, 20)), [
      { start: 3, end: 17, heading: [] },
    ]);
  });

  it('keeps paragraphs whole where they fit', () => {
    const paragraphs = [sentences(9), sentences(7, 'other'), sentences(8, 'third')];
    const found = texts(paragraphs.join('\n\n'), characters(400, 0));
    assert.deepEqual(found, paragraphs);
  });

  it('cuts a paragraph that does not fit between its sentences', () => {
    const found = texts(sentences(60), characters(300, 0));
    assert.ok(found.length > 5);
    for (const chunk of found) assert.match(chunk, /^Sentence \d+ .*in it\.$/);
  });

  it('keeps tables and code fences whole where they fit', () => {
    const table = [
      '| a | b |',
      '|---|---|',
      ...Array.from({ length: 12 }, (_, i) => `| ${i} | value. Two. |`),
    ].join('\n');
    const code = ['```js', 'let a = 1; // One. Two.', '', '# no heading', 'f(a);', '```'].join('\n');
    const text = [sentences(5), table, sentences(4), code, sentences(6)].join('\n\n');
    const found = texts(text, characters(320, 60));
    assert.ok(found.some((chunk) => chunk.includes(table)));
    assert.ok(found.some((chunk) => chunk.includes(code)));
  });

  it('cuts a table that does not fit between its rows', () => {
    const rows = Array.from({ length: 60 }, (_, i) => `| row ${i} | It is. So. |`);
    for (const chunk of texts(['| a | b |', '|---|---|', ...rows].join('\n'), characters(200, 40))) {
      assert.match(chunk, /^\|.*\|$/s);
    }
  });

  it('keeps a heading with what follows it', () => {
    const text = Array.from({ length: 12 }, (_, i) => `## Part ${i}\n\n${sentences(3 + (i % 5))}`).join(
      '\n\n',
    );
    for (const chunk of texts(text, characters(240, 50))) assert.doesNotMatch(chunk, /## Part \d+$/);
  });

  it('keeps a heading with a block that would fill a chunk by itself', () => {
    const block = sentences(9);
    const found = texts(`${sentences(3)}\n\n## Next\n\n${block}`, characters(block.length + 2, 0));
    assert.ok(found.every((chunk) => !chunk.endsWith('## Next')));
  });

  it('gives each chunk its heading path', () => {
    const body = sentences(7);
    const text = `# Manual\n\n${body}\n\n## Care & **use**\n\n${body}\n\n### Winter #\n\n${body}\n\n## Repair\n\n${body}`;
    assert.deepEqual(
      split(text, 'markdown', characters(300, 0)).map((chunk) => chunk.heading),
      [['Manual'], ['Manual', 'Care & use'], ['Manual', 'Care & use', 'Winter'], ['Manual', 'Repair']],
    );
  });

  it('lets small sections share a chunk under the path that they share', () => {
    const text = '# Guide\n\nIn short.\n\n## One\n\nFirst.\n\n## Two\n\nSecond.';
    assert.deepEqual(
      split(text, 'markdown', characters(300, 0)).map((chunk) => chunk.heading),
      [['Guide']],
    );
  });

  it('repeats whole sentences of the same section, up to the overlap', () => {
    const text = sentences(40);
    const chunks = split(text, 'plain', characters(300, 80));
    for (let i = 1; i < chunks.length; i++) {
      const shared = text.slice(chunks[i]!.start, chunks[i - 1]!.end);
      assert.ok(shared.length <= 80);
      assert.match(shared, /^(Sentence \d+ .*\.)+$/);
    }
  });

  it('never repeats text across a heading', () => {
    const text = Array.from({ length: 9 }, (_, i) => `# Part ${i}\n\n${sentences(7 + i)}`).join('\n\n');
    const chunks = split(text, 'markdown', characters(250, 100));
    assertNothingShared(chunks);
    for (const chunk of chunks) assert.ok(text.slice(chunk.start + 1, chunk.end).search(/^# /m) < 0);
  });

  it('cuts no character in two where a reader sees one', () => {
    const family = '👩‍👩‍👧‍👦';
    for (const one of ['e\u0301', '🇩🇪', family, '👍🏽', 'क्षि']) {
      const pieces = texts(one.repeat(200), characters(33, 0));
      assert.equal(pieces.join(''), one.repeat(200));
      const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
      const whole = [...segmenter.segment(pieces.join(''))].length;
      const parts = pieces.flatMap((piece) => [...segmenter.segment(piece)]).length;
      assert.equal(parts, whole, one);
    }
  });

  it('refuses options that cannot be met', () => {
    assert.throws(() => split('a', 'plain', characters(100, 100)), /overlap \(100\) must be smaller/);
    assert.throws(() => split('a', 'plain', characters(0, 0)), /chunk size must be/);
  });
});
