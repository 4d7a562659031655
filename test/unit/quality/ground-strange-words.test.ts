import assert from 'node:assert/strict';
import { traits } from '../../../src/core/quality/grounding/strange-words.js';
import { weights } from '../../../src/core/quality/grounding/strange-weights.js';
import { ground } from '../../../src/core/quality/index.js';
import { check } from './check-answers.js';

const source = `How the archive works.

The scanner reads every page twice and compares the copies. The register lists what was lent, and the porter signs for it.

Letters are wrapped in linen before they go to the depot. The clerk sends a reminder when a loan runs out, and the reader brings the volume to the desk.`;

describe('ground, strange words', () => {
  it('supposes that a word of another part of the source is wrong between the words of this one', () => {
    check({
      source,
      question: 'Who does what?',
      holds: [
        'The reader brings the book back to the desk.',
        'It reads each sheet two times and checks the copies against each other.',
      ],
      wrong: [
        ['misplaced', 'Letters are wrapped in linen before they go to the porter.'],
        ['misplaced', 'The scanner sends a reminder when a loan runs out.'],
      ],
    });
  });

  it('says which word may be meant, and where', () => {
    const completion = 'Letters are wrapped in linen before they go to the porter.';
    const { reasons } = ground({ source, question: 'Where do letters go?', completion }).grounding;
    assert.deepEqual(reasons, [
      {
        code: 'misplaced',
        message: 'may say "porter" where the source says "depot"',
        at: [completion.indexOf('porter'), completion.length - 1],
      },
    ]);
  });

  it('supposes nothing of other languages', () => {
    const { verdict } = ground({
      source: 'Der Pförtner zeichnet das Register ab, und die Briefe gehen in Leinen ins Depot der Stadt.',
      question: 'Wohin gehen die Briefe?',
      completion: 'Die Briefe gehen in Leinen zum Pförtner der Stadt.',
    }).grounding;
    assert.equal(verdict, 'supported');
  });

  it('has a weight for each trait', () => {
    assert.deepEqual(Object.keys(weights), [...traits]);
  });
});
