import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { verdicts } from '../../../src/core/dataset/model.js';
import { ground, groundLine, quoteFinder } from '../../../src/core/quality/index.js';

const piece = fc.constantFrom(
  'The ',
  'grant ',
  'is ',
  'not ',
  '£5,000',
  ' in ',
  'March 2024',
  '. ',
  '\n\n',
  '| ',
  '12 mg',
  'No ',
  'Priya Nair ',
  'pays ',
  '5–10 %',
  '# ',
  '“',
  '’s ',
  'ﬁ',
  '\u00AD',
  '\uD800',
  '\uDC00',
  '😀',
  'é',
  'e\u0301',
  '世界',
  '。',
  '*',
  '__proto__ ',
  'constructor',
  '½',
  '1.2.3',
  '٣',
  '...',
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);

function splits(whole: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(whole[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(whole[at] ?? '');
}

function validRange(whole: string, [start, end]: readonly [number, number]): void {
  assert.ok(start >= 0 && start < end && end <= whole.length, `${start}..${end} of ${whole.length}`);
  assert.ok(!splits(whole, start) && !splits(whole, end), 'inside a surrogate pair');
}

describe('ground, for any text', () => {
  it('never throws; ranges, quotes, score and verdict are valid; the same input gives the same result', () => {
    fc.assert(
      fc.property(
        text,
        text,
        text,
        fc.array(text, { maxLength: 3 }),
        fc.array(text, { maxLength: 2 }),
        (source, question, completion, quotes, heading) => {
          const input = { source, question, completion, quotes, heading };
          const { grounding, evidence } = ground(input);
          assert.ok(verdicts.includes(grounding.verdict));
          assert.ok(grounding.score >= 0 && grounding.score <= 1);
          for (const range of grounding.unsupported) validRange(completion, range);
          for (const reason of grounding.reasons) {
            assert.notEqual(reason.message, '');
            if (reason.at) validRange(completion, reason.at);
          }
          assert.ok(evidence.length <= 3);
          for (const { start, end, quote } of evidence) {
            validRange(source, [start, end]);
            assert.equal(quote, source.slice(start, end));
          }
          if (grounding.verdict !== 'supported')
            assert.ok(grounding.reasons.length > 0, 'a verdict needs a reason');
          assert.deepEqual(ground({ ...input }), { grounding, evidence });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('finds a slice of the source as a quote, where it says', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (source, a, b) => {
        const [start, end] = [a % (source.length + 1), b % (source.length + 1)].toSorted((x, y) => x - y) as [
          number,
          number,
        ];
        const quote = source.slice(start, end);
        const span = quoteFinder(source)(quote);
        if (span === undefined) return;
        validRange(source, [span.start, span.end]);
        assert.equal(span.quote, source.slice(span.start, span.end));
      }),
      { numRuns: 300 },
    );
  });

  it('groundLine refuses what is not a record, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (line) => {
        const result = groundLine(line);
        if (!result.ok) assert.match(result.error.message, /"id", "source" and "answer"/);
      }),
      { numRuns: 200 },
    );
  });
});
