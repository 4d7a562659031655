import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { generatePairs } from '../../../src/core/providers/builtin/index.js';

/** Sentences that the rules have something to ask about, to be mixed with anything else. */
const sentences = [
  'The safety committee meets every month in the town hall.',
  'Employees must report an accident within two days because the insurer needs to know.',
  'If the alarm sounds, leave the building.',
  'To reset the pump, hold the green button for ten seconds.',
  'A ledger is a book in which payments are written down.',
  'It was closed in 1987.',
  'The first, in the meadows, failed because the animals came from a zoo.',
  'The bridge was designed by the engineer John Smith in 1931.',
  'Who pays for the repair?',
  '- **Fee**: $20',
  '| Plan | Price |',
  '|---|---|',
  '| Annual | $20 |',
  '## What does the club do?',
];
const messy = fc
  .array(fc.oneof(fc.constantFrom(...sentences), fc.string({ unit: 'binary', maxLength: 40 })), {
    maxLength: 14,
  })
  .chain((parts) => fc.constantFrom(' ', '\n', '\n\n').map((glue) => parts.join(glue)));
const headings = fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 });
const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

describe('what always holds of generated pairs', () => {
  it('evidence is verbatim, answers have 3 to 60 words, no question says its answer', () => {
    fc.assert(
      fc.property(
        messy,
        headings,
        fc.integer({ min: 1, max: 6 }),
        fc.integer(),
        (text, heading, want, seed) => {
          const { pairs, reason } = generatePairs(text, heading, want, seed);
          assert.ok(pairs.length <= want);
          assert.equal(pairs.length === 0, reason !== undefined);
          for (const pair of pairs) {
            assert.ok(pair.evidence.length > 0);
            for (const quote of pair.evidence) assert.ok(quote !== '' && text.includes(quote), quote);
            assert.ok(wordCount(pair.answer) >= 3 && wordCount(pair.answer) <= 60, pair.answer);
            assert.ok(pair.question.endsWith('?'));
            assert.ok(!pair.question.toLowerCase().includes(pair.answer.toLowerCase().replace(/\.$/, '')));
          }
          assert.equal(new Set(pairs.map((pair) => pair.question)).size, pairs.length);
        },
      ),
    );
  });

  it('the same arguments give the same pairs', () => {
    fc.assert(
      fc.property(messy, headings, fc.integer(), (text, heading, seed) => {
        assert.deepEqual(generatePairs(text, heading, 3, seed), generatePairs(text, heading, 3, seed));
      }),
      { numRuns: 40 },
    );
  });

  it('no question has a pronoun for its subject', () => {
    const pronouns =
      /^(?:\S+ ){1,2}(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|might|has|have) (?:he|she|it|they|we|i|this|these|that|those)\b/i;
    fc.assert(
      fc.property(messy, (text) => {
        for (const pair of generatePairs(text, [], 6).pairs) assert.doesNotMatch(pair.question, pronouns);
      }),
    );
  });

  it('never throws and stays quick on a megabyte of anything', () => {
    const million = 1_000_000;
    const hostile = [
      'a'.repeat(million),
      '['.repeat(million),
      '`'.repeat(million),
      '*_'.repeat(million / 2),
      '<a '.repeat(million / 3),
      '{{'.repeat(million / 2),
      '| '.repeat(million / 2),
      'A. '.repeat(million / 3),
      'The '.repeat(million / 4),
      'the (the '.repeat(million / 9),
      'If the dog is in, '.repeat(million / 18),
      '\n'.repeat(million),
      '- a\n'.repeat(million / 4),
      '\ud800'.repeat(million),
      'Who is the owner? '.repeat(million / 18),
      'The red fox is a fox. '.repeat(million / 22),
    ];
    for (const text of hostile) {
      const started = performance.now();
      generatePairs(text, [], 3);
      assert.ok(performance.now() - started < 1_000, text.slice(0, 20));
    }
  });
});
