import assert from 'node:assert/strict';
import { pageOf, reviewOf } from '../../fixtures/review.js';
import { noFilter, parseFromPage } from '../../../src/protocol.js';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '__proto__ constructor toString',
  'a \u202e txt.exe \u2066 b',
  'lone \ud83d surrogate',
  'x'.repeat(100_000),
  '🙂'.repeat(2_000),
];

describe('hostile texts', () => {
  it('go through as what they are: data, cut where they are shown in a row', async () => {
    const files = Object.fromEntries(
      ['__proto__', 'constructor', '<b>&"\'.md', 'a b.md'].map((name, i) => [
        name,
        `# ${hostile[i]!.slice(0, 200)}\n\nThe rule of part ${i} is that all forms are signed at once.`,
      ]),
    );
    const { model } = await reviewOf(files);
    const page = pageOf(model);
    await page.session.receive({ type: 'ready' });
    const rows = await page.rows();
    assert.equal(rows.length, 4);
    assert.deepEqual(
      page.view()?.documents.map(({ path }) => path),
      Object.keys(files).sort(),
    );
    for (const text of hostile) {
      for (const { id } of rows) {
        const prompt = [{ role: 'user' as const, content: text }];
        const done = await page.act({
          type: 'edit',
          pair: id,
          set: { prompt, completion: text, note: text },
        });
        assert.equal(done?.problem, undefined);
        const pair = await page.pair(id);
        assert.deepEqual([pair.completion, pair.note, pair.prompt[0]?.content], [text, text, text]);
      }
      for (const { title } of await page.rows()) {
        assert.ok(title.length <= 300);
        assert.ok(!/[\ud800-\udbff]…$/.test(title));
      }
    }
    await page.session.receive({ type: 'filter', filter: { ...noFilter, documents: ['__proto__'] } });
    assert.equal(page.view()?.total, 1);
  });

  it('from a page are refused where they are not in the protocol', () => {
    for (const data of [
      undefined,
      null,
      'ready',
      [],
      { type: '__proto__' },
      { type: 'edit', request: -1, pair: 'p.0', set: {} },
      { type: 'edit', request: 1, pair: 'p.0', set: { rating: 6 } },
      { type: 'rows', view: 1, from: 0, to: Infinity },
      { type: 'command', command: 'workbench.action.terminal.sendSequence' },
    ]) {
      assert.equal(parseFromPage(data), undefined);
    }
    const extra = parseFromPage({
      type: 'edit',
      request: 1,
      pair: 'p.0',
      set: { sources: [], grounding: null },
    });
    assert.deepEqual(extra, { type: 'edit', request: 1, pair: 'p.0', set: {} });
  });
});
