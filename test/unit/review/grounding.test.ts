import assert from 'node:assert/strict';
import { pageOf, reviewOf } from '../../fixtures/review.js';

async function opened() {
  const review = await reviewOf();
  const page = pageOf(review.model);
  await page.session.receive({ type: 'ready' });
  const [first] = await page.rows();
  return { ...review, page, id: first!.id };
}

describe('grounding of edits', () => {
  it('is worked out anew with the words, in the same append', async () => {
    const { page, id, journal } = await opened();
    const before = journal.lines.length;
    await page.act({ type: 'edit', pair: id, set: { completion: 'The board reviewed it in June 2019.' } });
    const lines = journal.lines.slice(before);
    assert.equal(lines.length, 1);
    assert.ok(lines[0]?.type === 'edit' && lines[0].set.grounding?.verdict !== 'supported');
    const { grounding, original, row } = await page.pair(id);
    assert.match(grounding?.reasons.map(({ message }) => message).join() ?? '', /June 2019/);
    assert.match(original?.completion ?? '', /May 2023/);
    assert.ok(row.kind === 'pair' && row.edited);
  });

  it('is as it was generated once the words are', async () => {
    const { page, id, dataset } = await opened();
    const generated = (await dataset.pair(id)).grounding;
    await page.act({ type: 'edit', pair: id, set: { completion: 'The board reviewed it in June 2019.' } });
    await page.act({ type: 'edit', pair: id, set: { completion: null } });
    const { grounding, original } = await page.pair(id);
    assert.deepEqual(JSON.parse(JSON.stringify(grounding)), JSON.parse(JSON.stringify(generated)));
    assert.equal(original, undefined);
  });

  it('is undone with the words', async () => {
    const { page, id } = await opened();
    await page.act({ type: 'edit', pair: id, set: { completion: 'The board reviewed it in June 2019.' } });
    await page.act({ type: 'undo' });
    const { grounding, completion } = await page.pair(id);
    assert.equal(grounding?.verdict, 'supported');
    assert.match(completion, /May 2023/);
  });

  it('of two edits at once is that of both', async () => {
    const { page, id, dataset } = await opened();
    await Promise.all([
      page.act({ type: 'edit', pair: id, set: { completion: 'In May 2023.' } }),
      page.act({
        type: 'edit',
        pair: id,
        set: { prompt: [{ role: 'user', content: 'When was the policy last reviewed?' }] },
      }),
    ]);
    const pair = await dataset.pair(id);
    assert.equal(pair.completion, 'In May 2023.');
    assert.equal(pair.grounding?.verdict, 'supported');
  });

  it('can be asked for while typing, without writing anything', async () => {
    const { page, id, journal } = await opened();
    const before = journal.lines.length;
    const question = 'When was it reviewed?';
    const check = async (completion: string) =>
      (await page.ask({ type: 'check', request: 1, pair: id, question, completion }, 'checked'))[0]
        ?.grounding;
    assert.equal((await check('In May 2023.'))?.verdict, 'supported');
    assert.notEqual((await check('In May 1999.'))?.verdict, 'supported');
    assert.equal((await check(''))?.verdict, 'unchecked');
    assert.equal(journal.lines.length, before);
  });
});
