import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cut, passages, quoteIn } from '../../../src/webview/text/context.js';
import { wordDiff } from '../../../src/webview/text/diff.js';
import { changedStretch, segments, shiftRanges } from '../../../src/webview/text/ranges.js';
import { pieces, plain } from '../../../src/webview/text/visible.js';
import { sharedWords } from '../../../src/webview/text/words.js';

const texts = fc.string({ unit: 'binary', maxLength: 200 });
const prose = fc.array(fc.constantFrom('the', 'board', 'met', 'in', 'May', '2023', '.', ',', '\n'), {
  maxLength: 60,
});
const rangesOf = (text: string) =>
  fc.array(
    fc.tuple(fc.integer({ min: -3, max: text.length + 3 }), fc.integer({ min: -3, max: text.length + 3 })),
  );

describe('segments of a text', () => {
  it('make the whole text again, whatever the ranges', () => {
    fc.assert(
      fc.property(
        texts.chain((text) => fc.tuple(fc.constant(text), rangesOf(text))),
        ([text, ranges]) =>
          assert.equal(
            segments(text, ranges)
              .map((piece) => piece.text)
              .join(''),
            text,
          ),
      ),
    );
  });

  it('name the range that covers them', () => {
    assert.deepEqual(
      segments('abcdef', [
        [4, 5],
        [1, 3],
        [2, 4],
      ]),
      [
        { text: 'a' },
        { text: 'bc', range: 1 },
        { text: 'd', range: 2 },
        { text: 'e', range: 0 },
        { text: 'f' },
      ],
    );
  });
});

describe('ranges while a text is typed', () => {
  it('stay at the same words before and behind the change', () => {
    const before = 'in March 2024 by the board';
    const after = 'in March 2024 (twice) by the board';
    const shifted = shiftRanges(
      [
        [3, 13],
        [21, 26],
      ],
      before,
      after,
    );
    assert.deepEqual(
      shifted.map(([from, to]) => after.slice(from, to)),
      ['March 2024', 'board'],
    );
  });

  it('go where their words were changed', () => {
    assert.deepEqual(shiftRanges([[3, 13]], 'in March 2024.', 'in May 2024.'), []);
  });

  it('never leave the text', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { start, tail } = changedStretch(before, after);
        assert.ok(start + tail <= Math.min(before.length, after.length));
        const ranges =
          before.length > 1 ? [[0, 1] as const, [before.length - 1, before.length] as const] : [];
        for (const [from, to] of shiftRanges(ranges, before, after)) {
          assert.ok(from >= 0 && to <= after.length && from < to);
        }
      }),
    );
  });
});

describe('word diff', () => {
  const side = (changes: ReturnType<typeof wordDiff>, without: string): string =>
    changes
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join('');

  it('holds both texts, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          texts,
          prose.map((words) => words.join(' ')),
        ),
        fc.oneof(
          texts,
          prose.map((words) => words.join(' ')),
        ),
        (before, after) => {
          const changes = wordDiff(before, after);
          assert.equal(side(changes, 'added'), before);
          assert.equal(side(changes, 'removed'), after);
        },
      ),
    );
  });

  it('takes whole words and phrases', () => {
    assert.deepEqual(wordDiff('reviewed in March 2024 by all', 'reviewed in May 2023 by all'), [
      { kind: 'same', text: 'reviewed in ' },
      { kind: 'removed', text: 'March 2024' },
      { kind: 'added', text: 'May 2023' },
      { kind: 'same', text: ' by all' },
    ]);
    assert.deepEqual(wordDiff('same', 'same'), [{ kind: 'same', text: 'same' }]);
  });

  it('stays quick where everything differs', () => {
    const before = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ');
    const after = Array.from({ length: 20_000 }, (_, i) => `b${i}`).join(' ');
    const began = performance.now();
    assert.equal(side(wordDiff(before, after), 'added'), before);
    assert.ok(performance.now() - began < 1500);
  });
});

describe('characters that nobody sees', () => {
  it('are shown by their number', () => {
    assert.deepEqual(pieces('a\u202eb'), [{ text: 'a' }, { text: '\u202e', code: 'U+202E' }, { text: 'b' }]);
    assert.equal(plain('x\u0000\ud800'), 'x[U+0000][U+D800]');
  });

  it('are not those that scripts and emoji need', () => {
    const family = '👩‍👩‍👧';
    assert.deepEqual(pieces(`${family}\n\tनमस्ते क्‍ष`), [{ text: `${family}\n\tनमस्ते क्‍ष` }]);
  });

  it('leave nothing of the text out', () => {
    fc.assert(
      fc.property(texts, (text) =>
        assert.equal(
          pieces(text)
            .map((piece) => piece.text)
            .join(''),
          text,
        ),
      ),
    );
  });
});

describe('words of the evidence', () => {
  const marked = (quote: string, answer: string): string[] =>
    sharedWords(quote, answer).map(([from, to]) => quote.slice(from, to));

  it('are those that the answer uses, short ones only within a phrase', () => {
    assert.deepEqual(
      marked('The policy was reviewed by the board in May 2023.', 'The board reviewed it in 2023'),
      ['reviewed', 'board in', '2023'],
    );
    assert.deepEqual(marked('of the and', 'of the and'), []);
    assert.deepEqual(marked('am 3. Mai', 'Mai 3'), ['3. Mai']);
  });
});

describe('a quote in its text', () => {
  it('has a few whole words around it', () => {
    const text = `${'before '.repeat(40)}THE QUOTE${' after'.repeat(40)}`;
    const start = text.indexOf('THE');
    const quoted = quoteIn(text, [start, start + 9]);
    assert.equal(quoted.quote, 'THE QUOTE');
    assert.match(quoted.before, /^before .*before $/);
    assert.match(quoted.after, /after$/);
    assert.ok(quoted.cutBefore && quoted.cutAfter);
  });

  it('is shown with those right beside it, each once, in the order of the text', () => {
    assert.deepEqual(passages([]), []);
    assert.deepEqual(
      passages([
        [900, 950],
        [60, 90],
        [0, 59],
        [80, 85],
      ]),
      [[2, 1, 3], [0]],
    );
  });

  it('stays within the text whatever the range', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: -5, max: 300 }),
        fc.integer({ min: -5, max: 300 }),
        (text, from, to) => {
          const { before, quote, after } = quoteIn(text, [from, to]);
          assert.ok(text.includes(before + quote + after));
        },
      ),
    );
  });

  it('is cut between characters', () => {
    assert.equal(cut('ab👍', 3), 'ab');
    assert.equal(cut('abc', 3), 'abc');
  });
});
