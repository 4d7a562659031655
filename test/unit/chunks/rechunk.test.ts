import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { rechunk, split, type Chunk, type ChunkOptions } from '../../../src/core/chunks/index.js';
import { anyFormat, anyText, assertLaws } from './laws.js';

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22);
const naming = { document: 'D', hash };
const characters = (size: number, overlap: number): ChunkOptions => ({ size, overlap, unit: 'characters' });
const earlierOf = (text: string, chunks: readonly Chunk[]) =>
  chunks.map(({ id, start, end }) => ({ id, start, text: text.slice(start, end) }));

const sentences = (count: number, word: string) =>
  Array.from({ length: count }, (_, i) => `Sentence ${i} has the ${word} in it.`).join(' ');
const manual = Array.from(
  { length: 12 },
  (_, i) => `## Part ${i}\n\n${sentences(5 + (i % 4) * 5, `word${i}`)}`,
).join('\n\n');

interface Edit {
  /** Shares of the text's length. */
  readonly at: number;
  readonly removed: number;
  readonly added: string;
}

const share = (max: number) => fc.float({ min: 0, max: Math.fround(max), noNaN: true });
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  at: share(1),
  removed: fc.oneof(fc.constant(0), share(0.2)),
  added: fc.oneof(
    fc.constant(''),
    fc.constantFrom('x', ' ', '\n\n', '# New\n\n', '\n\n## New\n\n', '\n```\n'),
    anyText,
  ),
});

function apply(text: string, { at, removed, added }: Edit): { text: string; from: number; to: number } {
  const from = Math.floor(text.length * at);
  const to = Math.min(text.length, from + Math.floor(text.length * removed));
  return { text: text.slice(0, from) + added + text.slice(to), from, to };
}

describe('rechunk', () => {
  it('is split with ids where there was nothing before', () => {
    const chunks = rechunk(manual, 'markdown', characters(300, 60), [], naming);
    assert.deepEqual(
      chunks.map(({ start, end, heading }) => ({ start, end, heading })),
      split(manual, 'markdown', characters(300, 60)),
    );
    assert.equal(chunks[0]?.id, `D:${hash(manual.slice(chunks[0]?.start, chunks[0]?.end))}:0`);
  });

  it('numbers chunks of the same text', () => {
    const text = Array.from({ length: 4 }, () => sentences(6, 'same')).join('\n\n');
    const ids = rechunk(text, 'plain', characters(250, 0), [], naming).map(({ id }) => id.slice(-2));
    assert.deepEqual(ids, [':0', ':1', ':2', ':3']);
  });

  it('changes nothing where nothing has changed', () => {
    fc.assert(
      fc.property(anyText, anyFormat, fc.integer({ min: 20, max: 300 }), (text, format, size) => {
        const options = characters(size, size >> 2);
        const before = rechunk(text, format, options, [], naming);
        assert.deepEqual(rechunk(text, format, options, earlierOf(text, before), naming), before);
      }),
    );
  });

  it('keeps every chunk that an edit did not touch, and holds the laws of split', () => {
    fc.assert(
      fc.property(
        anyText,
        anyFormat,
        fc.integer({ min: 20, max: 300 }),
        anyEdit,
        (text, format, size, edit) => {
          const options = characters(size, size >> 2);
          const before = rechunk(text, format, options, [], naming);
          const edited = apply(text, edit);
          const after = rechunk(edited.text, format, options, earlierOf(text, before), naming);
          assertLaws(edited.text, after, size);
          assert.equal(new Set(after.map(({ id }) => id)).size, after.length, 'ids are unique');
          const places = new Map(after.map(({ id, start }) => [id, start]));
          for (const { id, start, end } of before) {
            if (end < edited.from) assert.equal(places.get(id), start);
            if (start > edited.to) assert.ok(places.has(id));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps what several edits did not touch, wherever it is now', () => {
    fc.assert(
      fc.property(fc.array(anyEdit, { minLength: 2, maxLength: 5 }), (edits) => {
        const options = characters(300, 60);
        const before = rechunk(manual, 'markdown', options, [], naming);
        let { text } = { text: manual };
        for (const edit of edits) ({ text } = apply(text, { ...edit, removed: edit.removed / 4 }));
        const after = rechunk(text, 'markdown', options, earlierOf(manual, before), naming);
        assertLaws(text, after, 300);
        const ids = new Set(after.map(({ id }) => id));
        for (const { id, start, end } of before) {
          assert.ok(ids.has(id) || !text.includes(manual.slice(start, end)));
        }
      }),
    );
  });

  it('finds a chunk again among others of the same text', () => {
    const same = sentences(7, 'same');
    const text = Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? same : sentences(7, `w${i}`))).join(
      '\n\n',
    );
    const options = characters(300, 0);
    const before = rechunk(text, 'plain', options, [], naming);
    const paragraphs = text.split('\n\n');
    paragraphs.splice(20, 1);
    paragraphs.splice(4, 1, 'Quite another paragraph.');
    const edited = paragraphs.join('\n\n');
    const after = rechunk(edited, 'plain', options, earlierOf(text, before), naming);
    assertLaws(edited, after, 300);
    const kept = after.filter(({ id }) => before.some((chunk) => chunk.id === id));
    assert.equal(kept.length, 28);
  });

  it('follows a text that was put at the start', () => {
    const options = characters(300, 60);
    const before = rechunk(manual, 'markdown', options, [], naming);
    const edited = `# Preface\n\n${sentences(30, 'preface')}\n\n${manual}`;
    const ids = rechunk(edited, 'markdown', options, earlierOf(manual, before), naming).map(({ id }) => id);
    for (const { id } of before) assert.ok(ids.includes(id));
  });

  it('gives chunks that stay their new heading path', () => {
    const options = characters(300, 60);
    const before = rechunk(manual, 'markdown', options, [], naming);
    const edited = manual.replace('## Part 1\n', '## First part\n');
    const after = rechunk(edited, 'markdown', options, earlierOf(manual, before), naming);
    const rest = after.find(({ start, heading }) => heading[0] === 'First part' && edited[start] !== '#');
    assert.ok(before.some(({ id }) => id === rest?.id));
  });

  it('does not leave a new heading without the text that follows it', () => {
    const options = characters(300, 60);
    const text = sentences(40, 'long');
    const before = rechunk(text, 'markdown', options, [], naming);
    const cut = before[2]!.start;
    const edited = `${text.slice(0, cut)}\n\n# New heading\n\n${text.slice(cut)}`;
    const after = rechunk(edited, 'markdown', options, earlierOf(text, before), naming);
    assertLaws(edited, after, 300);
    for (const { start, end } of after) assert.doesNotMatch(edited.slice(start, end), /# New heading$/);
  });

  it('cuts anew what is longer than the size', () => {
    const before = rechunk(manual, 'markdown', characters(400, 0), [], naming);
    const after = rechunk(manual, 'markdown', characters(200, 0), earlierOf(manual, before), naming);
    assertLaws(manual, after, 200);
  });

  it('withstands earlier chunks that make no sense', () => {
    const text = sentences(20, 'some');
    const odd = [
      '',
      ' ',
      'Sentence',
      text,
      'in it. Sentence',
      'nowhere',
      text.slice(0, 90),
      text.slice(10, 60),
    ];
    const earlier = odd.map((one, i) => ({ id: `odd${i}`, text: one, start: (i * 37) % 90 }));
    assertLaws(text, rechunk(text, 'plain', characters(200, 40), earlier, naming), 200);
  });

  it('takes nothing but repetition', () => {
    const options = characters(1000, 200);
    for (const part of ['a', 'The same sentence again. ', 'Same.\n\n']) {
      const text = part.repeat(Math.ceil(300_000 / part.length));
      const before = rechunk(text, 'plain', options, [], naming);
      const edited = `${text.slice(0, 90_000)} X ${text.slice(90_500, 210_000)} Y ${text.slice(210_100)}`;
      const after = rechunk(edited, 'plain', options, earlierOf(text, before), naming);
      assertLaws(edited, after, 1000);
      const ids = new Set(after.map(({ id }) => id));
      assert.ok(before.filter(({ id }) => ids.has(id)).length > before.length * 0.55);
    }
  });
});
