import assert from 'node:assert/strict';
import { completion, documentOf, firstSentence, planOf, run, scripted } from '../../fixtures/generation.js';
import { fail } from '../../../src/core/outcome.js';
import { ReviewModel } from '../../../src/extension/review/model/review-model.js';
import { nodeHash } from '../../../src/node/ports.js';
import { pageOf, policy, reviewOf, rules } from '../../fixtures/review.js';
import { noFilter } from '../../../src/protocol.js';

async function opened(files?: Readonly<Record<string, string>>) {
  const review = await reviewOf(files);
  const page = pageOf(review.model);
  await page.session.receive({ type: 'ready' });
  const ids = (await page.rows()).map(({ id }) => id);
  /** Types in a document, as it is looked at when the typing rests. */
  const type = async (path: string, text: string) => {
    review.texts.set(path, text);
    await review.model.checkStale([path]);
    page.session.touch(path);
  };
  const stale = async () =>
    (await page.rows()).flatMap((row, i) => (row.kind === 'pair' && row.stale ? [i] : []));
  return { ...review, page, ids, type, stale };
}

describe('stale pairs', () => {
  it('are stale the moment their quote is gone, and no more when it is back', async () => {
    const { page, ids, type, stale } = await opened();
    assert.deepEqual(await stale(), []);
    await type('policy.md', policy.replace('May 2023', 'March 2024'));
    assert.deepEqual(await stale(), [0]);
    assert.equal(page.view()?.counts.stale, 1);
    assert.ok(page.sent.some((message) => message.type === 'changed' && message.ids?.includes(ids[0]!)));
    await type('policy.md', policy);
    assert.deepEqual(await stale(), []);
    assert.equal(page.view()?.counts.stale, 0);
  });

  it('are not stale for words typed elsewhere, or a text that was moved', async () => {
    const { type, stale } = await opened();
    await type(
      'policy.md',
      `A new beginning.\n\n${policy.split('\n\n').toReversed().join('\n\n')}\n\nAn end.`,
    );
    assert.deepEqual(await stale(), []);
  });

  it('can be filtered', async () => {
    const { page, ids, type } = await opened();
    await type('policy.md', policy.replace('seven years', 'ten years'));
    await page.session.receive({ type: 'filter', filter: { ...noFilter, only: 'stale' } });
    assert.deepEqual(
      (await page.rows()).map(({ id }) => id),
      [ids[2]],
    );
  });

  it('are told apart by document', async () => {
    const { type, stale } = await opened({ 'a.md': rules, 'b.md': policy });
    await type('a.md', rules.replace('one key', 'no key'));
    await type('b.md', policy.replace('head of finance', 'head of security'));
    assert.deepEqual(await stale(), [0, 4]);
    await type('a.md', rules);
    assert.deepEqual(await stale(), [4]);
  });

  it('are shown with the old text, and with the passage that is most like it now', async () => {
    const { page, ids, type } = await opened();
    await type('policy.md', `# New\n\nSomething else.\n\n${policy.replace('May 2023', 'March 2024')}`);
    const { sources } = await page.pair(ids[0]!);
    assert.deepEqual(
      sources[0]?.spans.map(({ quote, found }) => [quote, found]),
      [['The policy was last reviewed by the board in May 2023.', false]],
    );
    assert.equal(sources[0]?.now, 'The policy was last reviewed by the board in March 2024.');
    assert.equal(sources[0]?.line, 7);
  });

  it('have the line of the first quote that is found, wherever its chunk begins', async () => {
    const { page, ids, type } = await opened();
    const line = async () => (await page.pair(ids[2]!)).sources[0]?.line;
    assert.equal(await line(), 11);
    const quote = 'Personal records are kept for seven years after the contract has ended.';
    await type('policy.md', policy.replace(quote, `So it is.\n\n${quote}`));
    assert.equal(await line(), 13);
    await type('policy.md', `${quote}\n\n${policy.replace(quote, '')}`);
    assert.equal(await line(), 1);
  });

  it('are all those of a document that is gone, until it is back', async () => {
    const { page, ids, texts, model, stale } = await opened({ 'a.md': rules, 'policy.md': policy });
    texts.delete('policy.md');
    await model.checkStale(['policy.md']);
    assert.deepEqual(await stale(), [3, 4, 5]);
    assert.equal(page.view()?.counts.stale, 3);
    await page.session.receive({ type: 'filter', filter: { ...noFilter, only: 'stale' } });
    assert.equal(page.view()?.total, 3);
    const [source] = (await page.pair(ids[3]!)).sources;
    assert.equal(source?.problem, 'There is no file policy.md any more.');
    assert.deepEqual([source.line, source.spans[0]?.found], [undefined, false]);
    assert.match(source.text, /May 2023/);
    texts.set('policy.md', policy);
    await model.checkStale(['policy.md']);
    assert.equal(page.view()?.counts.stale, 0);
  });

  it('are stale no more once a run has found their document under its new name', async () => {
    const { page, texts, model, dataset, live, stale } = await opened();
    texts.delete('policy.md');
    texts.set('terms.md', policy);
    await model.checkStale();
    assert.deepEqual(await stale(), [0, 1, 2]);
    const renamed = { isGone: (path: string) => Promise.resolve(!texts.has(path)) };
    const planned = await planOf(dataset, [documentOf('terms.md', policy)], renamed);
    await run(planned, scripted((request) => completion(firstSentence(request))).provider);
    live.flush();
    await model.checkStale();
    assert.deepEqual(page.view()?.documents, [{ path: 'terms.md', pairs: 3 }]);
    assert.deepEqual(await stale(), []);
  });

  it('are none in a document that can’t be read for another reason, and the page says why', async () => {
    const { live, ids } = await opened();
    const denied = { code: 'unreadable', message: 'Could not read it: no permission.' };
    const model = new ReviewModel(live, () => Promise.resolve(fail(denied)), nodeHash);
    await model.checkStale();
    assert.equal(model.tally().counts.stale, 0);
    const detail = await model.detail(ids[0]!);
    assert.ok(detail?.kind === 'pair');
    assert.equal(detail.sources[0]?.problem, denied.message);
    assert.equal(detail.sources[0].spans[0]?.found, true);
  });

  it('name a document that is gone as the dataset does, wherever it was looked for', async () => {
    const { live, ids } = await opened();
    const gone = { code: 'gone', message: 'There is no file /home/ann/texts/policy.md any more.' };
    const model = new ReviewModel(live, () => Promise.resolve(fail(gone)), nodeHash);
    const detail = await model.detail(ids[0]!);
    assert.ok(detail?.kind === 'pair');
    assert.equal(detail.sources[0]?.problem, 'There is no file policy.md any more.');
    const kept = await model.keepStale(ids[0]!);
    assert.equal(!kept.ok && kept.error.message, 'There is no file policy.md any more.');
  });

  it('can be kept: their evidence is put on the present text as one step that can be undone', async () => {
    const { page, ids, type, stale, dataset, journal } = await opened();
    const changed = policy.replace('May 2023', 'March 2024');
    await type('policy.md', changed);
    const before = journal.lines.length;
    await page.session.receive({ type: 'command', command: 'keepStale', id: ids[0]! });
    assert.deepEqual(page.warnings, []);
    assert.deepEqual(
      journal.lines.slice(before).map((line) => line.type),
      ['document', 'chunk', 'edit'],
    );
    const pair = await dataset.pair(ids[0]!);
    const [source] = pair.sources;
    const text = await dataset.chunkText(source!.chunk);
    const [span] = source!.spans;
    assert.equal(span!.quote, 'The policy was last reviewed by the board in March 2024.');
    assert.equal(text.slice(span!.start, span!.end), span!.quote);
    assert.equal(
      dataset.document(dataset.chunk(source!.chunk)!.document)?.chunks.some(({ id }) => id === source!.chunk),
      true,
    );
    assert.notEqual(pair.grounding?.verdict, 'supported');
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await stale(), []);
    assert.equal(page.view()?.undo, 'keep with the present text');
    await page.act({ type: 'undo' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.deepEqual(await stale(), [0]);
    assert.equal((await dataset.pair(ids[0]!)).grounding?.verdict, 'supported');
  });

  it('can’t be kept where nothing is like them any more', async () => {
    const { page, ids, type, journal } = await opened();
    await type('policy.md', 'Nothing.');
    const before = journal.lines.length;
    await page.session.receive({ type: 'command', command: 'keepStale', id: ids[0]! });
    assert.match(page.warnings[0] ?? '', /^Nothing in policy.md is like the lost passage/);
    assert.equal(journal.lines.length, before);
  });

  it('are found among those that come while a document is changed already', async () => {
    const { page, texts, generate, live, model } = await opened();
    await generate([]);
    texts.set('rules.md', rules);
    await generate(['rules.md']);
    texts.set('rules.md', rules.replace('first Monday', 'last Friday'));
    live.flush();
    await model.checkStale(['rules.md']);
    assert.equal(page.view()?.counts.stale, 1);
  });
});
