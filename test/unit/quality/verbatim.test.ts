import assert from 'node:assert/strict';
import { ground } from '../../../src/core/quality/index.js';

const source =
  '# Rules\n\nThe tenant must not smoke in the flat. If the boiler fails, call the landlord at once. ' +
  'The form goes to Dr. Adams signs every contract on Fridays. Valve E4 closes the main supply line.\n\n' +
  'Unit E7 opens the drain of the lower tank. It costs 40 euros a month.';

describe('completions that repeat their source', () => {
  it('supports whole sentences, and shows where they stand', () => {
    const completion = ' If the boiler fails, call the landlord at once. ';
    const { grounding, evidence } = ground({ source, completion, question: 'What if the boiler fails?' });
    assert.deepEqual(grounding, { verdict: 'supported', score: 1, reasons: [], unsupported: [] });
    assert.deepEqual(
      evidence.map(({ quote }) => quote),
      [completion.trim()],
    );
  });

  it('shows the given quotes where they stand', () => {
    const { evidence } = ground({
      source,
      completion: 'The tenant must not smoke in the flat.',
      quotes: ['must not smoke'],
    });
    assert.deepEqual(
      evidence.map(({ quote }) => quote),
      ['must not smoke'],
    );
  });

  it('still reports a quote that stands nowhere', () => {
    const { grounding } = ground({
      source,
      completion: 'The tenant must not smoke in the flat.',
      quotes: ['pets are welcome in every room'],
    });
    assert.deepEqual(
      grounding.reasons.map(({ code }) => code),
      ['quote'],
    );
  });

  it('judges by the rules where the start of a sentence is cut off', () => {
    const cut = (before: string, text = 'smoke in the flat at night.') =>
      ground({ source: `${before} ${text}`, completion: text, question: 'What about smoking?' });
    const rulesShow = (before: string) => cut(before).grounding.verdict;
    assert.notEqual(rulesShow('The tenant must not'), 'supported');
    const evidence = (before: string) => cut(before).evidence.map(({ quote }) => quote);
    assert.deepEqual(evidence('No pets.'), ['smoke in the flat at night.']);
    assert.deepEqual(evidence('He asked Dr.'), ['He asked Dr. smoke in the flat at night.']);
  });
});
