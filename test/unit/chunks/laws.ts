import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ChunkSpan } from '../../../src/core/chunks/index.js';

/** Asserts what holds for the chunks of any text. */
export function assertLaws(
  text: string,
  chunks: readonly ChunkSpan[],
  size: number,
  measure: (text: string) => number = (chunk) => chunk.length,
): void {
  let covered = 0;
  let start = -1;
  let end = -1;
  for (const chunk of chunks) {
    const words = text.slice(chunk.start, chunk.end);
    assert.equal(words, words.trim());
    assert.notEqual(words, '');
    assert.ok(measure(words) <= size, `${measure(words)} is over ${size}`);
    assert.ok(chunk.start > start, 'starts increase');
    assert.ok(chunk.end > end, 'ends increase');
    assert.equal(
      insidePair(text, chunk.start) || insidePair(text, chunk.end),
      false,
      'parts a surrogate pair',
    );
    assert.equal(text.slice(covered, chunk.start).trim(), '', 'text is lost');
    ({ start, end } = chunk);
    covered = end;
  }
  assert.equal(text.slice(covered).trim(), '', 'text is lost at the end');
}

/** Asserts that chunks of different heading paths share no text. */
export function assertNothingShared(chunks: readonly ChunkSpan[]): void {
  for (let i = 1; i < chunks.length; i++) {
    const [one, two] = [chunks[i - 1]!, chunks[i]!];
    if (two.start < one.end) assert.deepEqual(two.heading, one.heading);
  }
}

function insidePair(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

const words = fc.constantFrom(
  'The',
  'pump',
  'is',
  'e.g.',
  'Dr.',
  'Naïve',
  '東京',
  '都。',
  '👩‍👩‍👧',
  '🇩🇪',
  '3.5',
  'end.',
  'why?',
  '|',
  '*',
  'https://example.org/a/very/long/path',
  '`code`',
  '"Yes."',
  '\u00a0',
  '\ud800',
  'e\u0301',
);
const sentence = fc.array(words, { minLength: 1, maxLength: 25 }).map((list) => `${list.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const leads =
  '|||||# |## |### |- |  - |1. |> |    |```\n|~~~|---\n|<div>\n|<!-- |-->|\t|10) |1.2 |CHAPTER 4|====\n|***\n|--¦--\n|¦ ';
const lead = fc.constantFrom(...leads.split('|').map((text) => text.replaceAll('¦', '|')));
const separators = ['\n', '\n\n', '\n\n', '\n\n\n', '\n---\n', '\n===\n', '\n```\n', ' ', '\n\n    '];
const separator = fc.constantFrom(...separators);

/** Texts that have every kind of block, well-formed and not. */
export const anyText = fc
  .array(fc.tuple(lead, paragraph, separator), { maxLength: 25 })
  .map((parts) => parts.flat().join(''));

export const anyFormat = fc.constantFrom('markdown' as const, 'plain' as const);
