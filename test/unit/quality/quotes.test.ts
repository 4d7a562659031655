import assert from 'node:assert/strict';
import { ground, quoteFinder } from '../../../src/core/quality/index.js';

const source =
  'The grant is paid in two parts: half in March, half after the ﬁnal report has been ap\u00ADproved. “Late” reports – even by a day – are **not** accepted.\nA copy goes to the grants office. A copy goes to the tax office. The grants office keeps it for six years.';

describe('quoteFinder', () => {
  const find = quoteFinder(source);

  it('finds a quote as it is', () => {
    assert.deepEqual(find('half in March'), { start: 32, end: 45, quote: 'half in March' });
  });

  it('overlooks case, white space, quotes, dashes, ligatures, soft hyphens and emphasis', () => {
    const found = find(
      'AFTER the  final report\nhas been approved. "Late" reports - even by a day - are not accepted',
    );
    assert.equal(found?.quote, source.slice(source.indexOf('after the'), source.indexOf('.\nA copy')));
  });

  it('finds a quote in which a word or two differ', () => {
    const found = find('The grant is paid out in two parts: half in March, half after the final report');
    assert.match(found?.quote ?? '', /^The grant is paid in two parts/);
  });

  it('does not find a quote with another number or another denial', () => {
    assert.equal(
      find('The grant is paid in three parts: half in March, half after the final report'),
      undefined,
    );
    assert.equal(find('Late reports, even by a day, are now always accepted by the office'), undefined);
    assert.equal(
      find('The grant is not paid in two parts: half in March, half after the final report'),
      undefined,
    );
  });

  it('does not find half a word, nor nothing', () => {
    assert.equal(find('ffice'), undefined);
    assert.equal(find(''), undefined);
    assert.equal(find(' … '), undefined);
  });
});

describe('evidence', () => {
  const evidence = (completion: string, quotes: string[], question?: string): string[] =>
    ground({ source, completion, quotes, question }).evidence.map(({ quote }) => quote);

  it('is the given quotes where they stand', () => {
    assert.deepEqual(evidence('It is paid in two parts.', ['paid in two parts', 'half in March']), [
      'paid in two parts',
      'half in March',
    ]);
  });

  it('takes the place of a short quote that supports the completion', () => {
    const completion = 'The tax office gets a copy.';
    const [span] = ground({ source, completion, quotes: ['A copy goes to'] }).evidence;
    assert.equal(span?.start, source.indexOf('A copy goes to the tax'));
  });

  it('takes a quote with an omission in its parts', () => {
    assert.deepEqual(evidence('Half is paid in March.', ['The grant is paid ... half in March']), [
      'The grant is paid',
      'half in March',
    ]);
  });

  it('is the sentence that supports the completion best where no quote is given', () => {
    assert.deepEqual(evidence('For six years.', [], 'How long does the grants office keep it?'), [
      'The grants office keeps it for six years.',
    ]);
  });

  it('says which quote is not in the source, and still gives evidence', () => {
    const { grounding, evidence: spans } = ground({
      source,
      completion: 'The office keeps it for six years.',
      quotes: ['it is shredded at once by the clerk'],
    });
    assert.equal(grounding.verdict, 'partly');
    assert.deepEqual(
      grounding.reasons.map(({ code }) => code),
      ['quote'],
    );
    assert.match(grounding.reasons[0]?.message ?? '', /it is shredded at once/);
    assert.equal(spans.length, 1);
  });
});
