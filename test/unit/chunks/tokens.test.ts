import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { rechunk, split, type ChunkOptions } from '../../../src/core/chunks/index.js';
import { loadMeasure } from '../../../src/core/tokens.js';
import { anyFormat, anyText, assertLaws, assertNothingShared } from './laws.js';

const count = (text: string) => countTokens(text, { disallowedSpecial: new Set() });

describe('chunks in tokens', () => {
  let tokens: (size: number, overlap: number) => ChunkOptions;
  before(async () => {
    const measure = await loadMeasure();
    tokens = (size, overlap) => ({ size, overlap, unit: 'tokens', measure });
  });

  it('hold no more tokens than the size, and all laws', () => {
    fc.assert(
      fc.property(anyText, anyFormat, fc.integer({ min: 4, max: 200 }), (text, format, size) => {
        const chunks = split(text, format, tokens(size, size >> 2));
        assertLaws(text, chunks, size, count);
        assertNothingShared(chunks);
      }),
      { numRuns: 100 },
    );
  });

  it('hold no more tokens than the size, whatever the characters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.integer({ min: 4, max: 30 }),
        (text, size) => {
          assertLaws(text, split(text, 'plain', tokens(size, 0)), size, count);
        },
      ),
    );
  });

  it('are well filled', () => {
    const text = Array.from(
      { length: 80 },
      (_, i) => `Sentence ${i} says that pumps move heat, not water.`,
    ).join(' ');
    const chunks = split(text, 'plain', tokens(200, 40));
    const lengths = chunks.map(({ start, end }) => count(text.slice(start, end)));
    assert.ok(lengths.reduce((sum, length) => sum + length, 0) / lengths.length > 150);
    for (let i = 1; i < chunks.length; i++) {
      const shared = count(text.slice(chunks[i]!.start, chunks[i - 1]!.end));
      assert.ok(shared > 0 && shared <= 40);
    }
  });

  it('take text that looks like a special token', () => {
    const text = 'Write <|im_start|> and <|endoftext|> as they are.';
    assert.equal(split(text, 'plain', tokens(100, 0)).length, 1);
  });

  it('are kept through an edit like those in characters', () => {
    const text = Array.from({ length: 80 }, (_, i) => `Sentence ${i} says that pumps move heat.`).join(' ');
    const naming = { document: 'D', hash: (one: string) => `${one.length}-${one.slice(0, 12)}` };
    const chunks = rechunk(text, 'plain', tokens(100, 20), [], naming);
    const earlier = chunks.map(({ id, start, end }) => ({ id, start, text: text.slice(start, end) }));
    const edited = text.replace('Sentence 40 says', 'Sentence 40 claims');
    const after = rechunk(edited, 'plain', tokens(100, 20), earlier, naming);
    assertLaws(edited, after, 100, count);
    assert.ok(after.filter(({ id }) => chunks.some((chunk) => chunk.id === id)).length >= chunks.length - 2);
  });

  for (const [name, part] of [
    ['letters', 'a'],
    ['spaces', 'a                                                                                '],
    ['Chinese', '東京都'],
    ['line feeds', 'a\n\n\n\n\n\n\n\n\n\n\n\n'],
  ] as const) {
    it(`take 300,000 ${name} without a stop`, () => {
      const text = part.repeat(Math.ceil(300_000 / part.length));
      assertLaws(text, split(text, 'plain', tokens(500, 100)), 500, (chunk) =>
        chunk.length > 3000 ? 0 : count(chunk),
      );
    });
  }

  it('need what measures them', () => {
    assert.throws(() => split('a', 'plain', { size: 10, overlap: 0, unit: 'tokens' }), /loadMeasure/);
  });
});
