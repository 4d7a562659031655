import assert from 'node:assert/strict';
import { pageOf, policy, reviewOf, rules } from '../../fixtures/review.js';
import type { Verdict } from '../../../src/core/dataset/model.js';
import { noFilter } from '../../../src/protocol.js';

async function opened(files?: Readonly<Record<string, string>>) {
  const review = await reviewOf(files);
  const page = pageOf(review.model);
  await page.session.receive({ type: 'ready' });
  const rows = await page.rows();
  return { ...review, page, rows, ids: rows.map(({ id }) => id) };
}

const edits = (lines: readonly { type: string }[]) => lines.filter(({ type }) => type === 'edit');

describe('a review session', () => {
  it('answers a page that is ready with the whole state, then with the rows that it asks for', async () => {
    const { page, rows } = await opened();
    assert.deepEqual(
      page.sent.map(({ type }) => type),
      ['init', 'file', 'run', 'view', 'rows'],
    );
    assert.equal(page.view()?.total, 3);
    assert.deepEqual(page.view()?.counts.status, { new: 3, accepted: 0, rejected: 0 });
    assert.deepEqual(page.view()?.documents, [{ path: 'policy.md', pairs: 3 }]);
    assert.deepEqual(
      rows.map((row) => [row.heading, row.title]),
      [
        ['Scope', 'What does Scope say?'],
        ['Roles', 'What does Roles say?'],
        ['Data', 'What does Data say?'],
      ],
    );
  });

  it('goes to a pair that is asked for from outside, also to one that the filter leaves out or that has just come', async () => {
    const { page, ids, model, texts, generate } = await opened();
    await page.session.setFilter({ ...noFilter, documents: ['policy.md'], text: 'finance' });
    await page.session.reveal(ids[1]!);
    assert.equal(page.view()?.total, 1);
    assert.deepEqual(page.sent.at(-1), { type: 'reveal', id: ids[1] });
    texts.set('rules.md', rules);
    await generate(['rules.md']);
    const come = model.live.dataset.pairs().find(({ id }) => !ids.includes(id));
    assert.ok(come);
    await page.session.reveal(come.id);
    assert.deepEqual(page.sent.at(-1), { type: 'reveal', id: come.id });
    assert.deepEqual(page.view()?.filter, noFilter);
    assert.ok((await page.rows()).some(({ id }) => id === come.id));
  });

  it('puts what the source bears out least first where that is asked for, and keeps to it', async () => {
    const { page, ids, model, live } = await opened();
    const [first, second, third] = ids as [string, string, string];
    const grounding = (verdict: Verdict, score: number) => ({ verdict, score, reasons: [], unsupported: [] });
    await live.edit([{ pair: second, set: { grounding: grounding('partly', 0.7) } }], 'check');
    await live.edit([{ pair: third, set: { grounding: grounding('partly', 0.4) } }], 'check');
    const shown = async () => (await page.rows()).map(({ id }) => id);
    await page.session.setFilter({ ...noFilter, order: 'doubtful' });
    assert.deepEqual(await shown(), [third, second, first]);
    await live.edit([{ pair: first, set: { grounding: grounding('unsupported', 0.9) } }], 'check');
    assert.deepEqual(await shown(), [third, second, first], 'no row moves by itself');
    await page.session.setFilter({ ...noFilter, text: 'no such word', order: 'doubtful' });
    await page.session.reveal(first);
    assert.deepEqual(page.view()?.filter, { ...noFilter, order: 'doubtful' });
    assert.deepEqual(await shown(), [first, third, second]);
    await page.session.setFilter(noFilter);
    assert.deepEqual(await shown(), ids);
    assert.equal(model.entries.order().length, 3);
  });

  it('counts the document that it follows, and the whole beside it', async () => {
    const failing = `${rules}\n\n# Odd\n\nThis is unanswerable, whoever is asked and however often it may be.`;
    const { model, live } = await reviewOf({ 'policy.md': policy, 'rules.md': failing });
    const page = pageOf(model, { follows: true });
    await page.session.setFilter({ ...noFilter, documents: ['policy.md'] });
    await page.session.receive({ type: 'ready' });
    const [first] = await page.rows();
    await live.edit([{ pair: first!.id, set: { status: 'accepted' } }], 'accept');
    const seen = () => {
      const { counts, whole } = page.view() ?? {};
      return [counts, whole].map((each) => each && [each.pairs, each.status['accepted'], each.failed]);
    };
    assert.deepEqual(seen(), [
      [3, 1, 0],
      [5, 1, 1],
    ]);
    assert.deepEqual(page.view()?.documents.length, 2);
    await page.session.setFilter({ ...noFilter, documents: ['rules.md'] });
    assert.deepEqual(seen(), [
      [2, 0, 1],
      [5, 1, 1],
    ]);
    await page.session.setFilter(noFilter);
    assert.deepEqual(seen(), [[5, 1, 1], undefined]);
  });

  it('asks again for the failures of the document that it follows alone', async () => {
    const one = '# Odd\n\nThis is unanswerable, whoever is asked and however often it may be asked.';
    const { model } = await reviewOf({ 'a.md': one, 'b.md': `${one}\n\nOr told.` });
    const page = pageOf(model, { follows: true });
    await page.session.setFilter({ ...noFilter, documents: ['b.md'] });
    await page.session.receive({ type: 'ready' });
    const [row] = await page.rows();
    await page.act({ type: 'retry', results: [] });
    assert.deepEqual(page.retried, [[row!.id]]);
  });

  it('puts a decision on disk before it says that it is made, and counts it', async () => {
    const { page, ids, journal } = await opened();
    const from = page.sent.length;
    await page.session.receive({ type: 'edit', request: 7, pair: ids[1]!, set: { status: 'accepted' } });
    assert.deepEqual(
      page.sent.slice(from).map(({ type }) => type),
      ['done', 'view', 'changed'],
    );
    assert.deepEqual(page.last('done'), { type: 'done', request: 7, ids: [ids[1]] });
    assert.deepEqual(page.last('changed'), { type: 'changed', ids: [ids[1]] });
    assert.equal(page.view()?.counts.status['accepted'], 1);
    assert.equal(page.view()?.undo, 'accept');
    const line = journal.lines.at(-1);
    assert.ok(line?.type === 'edit' && line.pair === ids[1] && line.set.status === 'accepted');
  });

  it('gives the rows that can be read where one can’t', async () => {
    const { page, model } = await opened();
    const { row } = model;
    let calls = 0;
    model.row = (id) => (calls++ === 1 ? Promise.reject(new Error('damaged')) : row.call(model, id));
    assert.equal((await page.rows()).length, 1);
    model.row = row;
    assert.equal((await page.rows()).length, 3);
  });

  it('tells how a run ended, once to each page, until that is dismissed or another begins', async () => {
    const { page, live } = await opened();
    const summary = { well: true, text: '3 pairs.', actions: ['review'] as const };
    live.setSummary(summary);
    live.setRun(undefined);
    const told = () => page.sent.filter(({ type }) => type === 'summary');
    assert.deepEqual(told(), [{ type: 'summary', summary: { ...summary, actions: ['review'] } }]);
    await page.session.receive({ type: 'command', command: 'dismissSummary' });
    assert.deepEqual(told().at(-1), { type: 'summary' });
    live.setSummary(summary);
    live.setRun({ ended: 0, planned: 1, pairs: 0, failed: 0 });
    assert.deepEqual([told().at(-1), live.summary], [{ type: 'summary' }, undefined]);
  });

  it('undoes and redoes by appending', async () => {
    const { page, ids, journal } = await opened();
    await page.act({ type: 'edit', pair: ids[0]!, set: { rating: 4 } });
    await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'rejected' } });
    assert.deepEqual(await page.act({ type: 'undo' }), {
      type: 'done',
      request: 3,
      ids: [ids[0]],
      what: 'reject',
    });
    assert.equal((await page.pair(ids[0]!)).row.kind === 'pair' && page.view()?.redo, 'reject');
    await page.act({ type: 'undo' });
    const undone = (await page.pair(ids[0]!)).row;
    assert.ok(undone.kind === 'pair' && undone.status === 'new' && undone.rating === undefined);
    assert.equal((await page.act({ type: 'undo' }))?.problem?.message, 'There is nothing to undo.');
    await page.act({ type: 'redo' });
    await page.act({ type: 'redo' });
    const redone = (await page.pair(ids[0]!)).row;
    assert.ok(redone.kind === 'pair' && redone.status === 'rejected' && redone.rating === 4);
    assert.equal(edits(journal.lines).length, 6);
  });

  it('leaves alone on undo what somebody else has changed since', async () => {
    const { page, ids, dataset, live } = await opened();
    await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'accepted' } });
    await dataset.append([{ type: 'edit', pair: ids[0]!, set: { status: 'rejected' } }]);
    live.flush();
    assert.match((await page.act({ type: 'undo' }))?.problem?.message ?? '', /somebody else has changed/);
    assert.equal(dataset.pairInfo(ids[0]!)?.status, 'rejected');
    assert.equal(page.view()?.undo, undefined);
  });

  it('decides on all shown in one append and one undo step', async () => {
    const { page, ids, journal } = await opened();
    await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'accepted' } });
    const before = journal.lines.length;
    const view = page.view()!.view;
    const done = await page.act({ type: 'editShown', view, status: 'accepted' });
    assert.deepEqual(done?.ids, ids.slice(1));
    assert.equal(page.view()?.undo, 'accept 2 pairs');
    assert.equal(journal.lines.length, before + 2);
    await page.act({ type: 'undo' });
    assert.deepEqual(page.view()?.counts.status, { new: 2, accepted: 1, rejected: 0 });
    assert.equal(
      (await page.act({ type: 'editShown', view: view + 9, status: 'rejected' }))?.problem?.code,
      'view',
    );
  });

  it('decides on all shown but for those that the filter takes no more, and says before how many these are', async () => {
    const { page, ids } = await opened();
    await page.session.receive({ type: 'filter', filter: { ...noFilter, status: ['new'] } });
    await page.act({ type: 'edit', pair: ids[1]!, set: { status: 'rejected' } });
    assert.deepEqual([page.view()?.total, page.view()?.pairs], [3, 2]);
    const done = await page.act({ type: 'editShown', view: page.view()!.view, status: 'accepted' });
    assert.deepEqual(done?.ids, [ids[0], ids[2]]);
    assert.equal(page.view()?.pairs, 0);
    assert.deepEqual(page.view()?.counts.status, { new: 0, accepted: 2, rejected: 1 });
    await page.act({ type: 'undo' });
    assert.equal(page.view()?.pairs, 2);
    await page.act({ type: 'undo' });
    assert.equal(page.view()?.pairs, 3);
  });

  it('counts of all shown those that a search still finds', async () => {
    const { page, ids } = await opened();
    for (const pair of ids) await page.act({ type: 'edit', pair, set: { tags: ['later'] } });
    await page.session.receive({ type: 'filter', filter: { ...noFilter, text: 'later' } });
    await page.act({ type: 'edit', pair: ids[0]!, set: { tags: [] } });
    assert.deepEqual([page.view()?.total, page.view()?.pairs], [3, 2]);
    const done = await page.act({ type: 'editShown', view: page.view()!.view, status: 'rejected' });
    assert.deepEqual(done?.ids, ids.slice(1));
  });

  it('keeps rows in their places after a decision, until the filter is set again', async () => {
    const { page, ids } = await opened();
    const filter = { ...noFilter, status: ['new' as const] };
    await page.session.receive({ type: 'filter', filter });
    await page.act({ type: 'edit', pair: ids[1]!, set: { status: 'accepted' } });
    assert.deepEqual(
      (await page.rows()).map(({ id }) => id),
      ids,
    );
    await page.session.receive({ type: 'filter', filter });
    assert.deepEqual(
      (await page.rows()).map(({ id }) => id),
      [ids[0], ids[2]],
    );
  });

  it('searches questions, completions, notes and tags without regard to case and accents', async () => {
    const { page, ids } = await opened();
    await page.act({ type: 'edit', pair: ids[2]!, set: { note: 'Für Zoë: checked', tags: ['Dates'] } });
    const found = async (text: string) => {
      await page.session.receive({ type: 'filter', filter: { ...noFilter, text } });
      return (await page.rows()).map(({ id }) => ids.indexOf(id));
    };
    assert.deepEqual(await found('HEAD finance'), [1]);
    assert.deepEqual(await found('zoe fur'), [2]);
    assert.deepEqual(await found('dates'), [2]);
    assert.deepEqual(await found('say'), [0, 1, 2]);
    assert.deepEqual(await found('nowhere'), []);
    await page.act({ type: 'edit', pair: ids[2]!, set: { note: null } });
    assert.deepEqual(await found('zoe'), []);
  });

  it('shows only the newest of two searches', async () => {
    const { page } = await opened();
    const first = page.session.receive({ type: 'filter', filter: { ...noFilter, text: 'roles' } });
    const second = page.session.receive({ type: 'filter', filter: { ...noFilter, text: 'data' } });
    await Promise.all([first, second]);
    const views = page.sent.filter(({ type }) => type === 'view');
    assert.equal(views.length, 2);
    assert.equal(page.view()?.filter.text, 'data');
  });

  it('puts rows that come during a review at the end of the view, under its number', async () => {
    const { page, ids, texts, generate, live } = await opened();
    texts.set('a-first.md', rules);
    const before = page.view()!.view;
    await generate(['a-first.md']);
    live.flush();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(page.view()?.view, before);
    assert.equal(page.view()?.total, 6);
    const rows = await page.rows();
    assert.deepEqual(
      rows.slice(0, 3).map(({ id }) => id),
      ids,
    );
    assert.deepEqual(
      rows.slice(3).map(({ document }) => document),
      Array(3).fill('a-first.md'),
    );
    await page.session.receive({ type: 'filter', filter: noFilter });
    assert.deepEqual(
      (await page.rows()).slice(3).map(({ id }) => id),
      ids,
    );
  });

  it('leaves rows that come and do not match out of the view, but counts them', async () => {
    const { page, texts, generate, live } = await opened();
    await page.session.receive({ type: 'filter', filter: { ...noFilter, documents: ['policy.md'] } });
    texts.set('other.md', rules);
    await generate(['other.md']);
    live.flush();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(page.view()?.total, 3);
    assert.equal(page.view()?.counts.pairs, 6);
  });

  it('shows chunks that failed in their place, with the reply, and leaves them as they are', async () => {
    const { page, rows } = await opened({
      'policy.md': policy.replace('# Roles', '# Roles\n\nThis is unanswerable.'),
    });
    assert.deepEqual(
      rows.map(({ kind }) => kind),
      ['pair', 'failure', 'pair'],
    );
    assert.equal(page.view()?.pairs, 2);
    assert.equal(page.view()?.counts.failed, 1);
    const failure = await page.detail(rows[1]!.id);
    assert.ok(failure?.kind === 'failure');
    assert.deepEqual(
      [failure.code, failure.message, failure.reply],
      ['refused', 'The model refused.', 'No.'],
    );
    assert.match(failure.source?.text ?? '', /unanswerable/);
    await page.act({ type: 'editShown', view: page.view()!.view, status: 'accepted' });
    assert.deepEqual(page.view()?.counts.status, { new: 0, accepted: 2, rejected: 0 });
    await page.session.receive({ type: 'filter', filter: { ...noFilter, only: 'failed' } });
    assert.deepEqual(
      (await page.rows()).map(({ kind }) => kind),
      ['failure'],
    );
    await page.act({ type: 'retry', results: [rows[1]!.id] });
    assert.equal((await page.act({ type: 'retry', results: [] }))?.problem, undefined);
    assert.deepEqual(page.retried, [[rows[1]!.id], [rows[1]!.id]]);
  });

  it('tells a page that nothing can be written, and shows no decision as made', async () => {
    const { page, ids, live, journal } = await opened();
    const lines = journal.lines.length;
    live.setProblem({ code: 'gone', message: 'The file was deleted.', blocks: true, actions: ['reload'] });
    assert.deepEqual(page.last('file')?.problem?.actions, ['reload']);
    const done = await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'accepted' } });
    assert.deepEqual(done?.problem, { code: 'gone', message: 'The file was deleted.' });
    assert.equal(journal.lines.length, lines);
    assert.equal(page.view()?.counts.status['accepted'], 0);
    assert.equal((await page.pair(ids[0]!)).completion.length > 0, true);
  });

  it('tells of a failed append, and of its end', async () => {
    const { page, ids, journal } = await opened();
    const { append } = journal;
    journal.append = () =>
      Promise.resolve({ ok: false, error: { code: 'disk-full', message: 'The disk is full.' } } as const);
    const done = await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'accepted' } });
    assert.equal(done?.problem?.code, 'disk-full');
    assert.equal(page.last('file')?.problem?.message, 'The disk is full.');
    journal.append = append;
    assert.equal(
      (await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'accepted' } }))?.problem,
      undefined,
    );
    assert.equal(page.last('file')?.problem, undefined);
  });

  it('keeps two pages on one dataset in step', async () => {
    const { page, ids, model } = await opened();
    const other = pageOf(model);
    await other.session.receive({ type: 'ready' });
    await page.act({ type: 'edit', pair: ids[0]!, set: { status: 'accepted' } });
    assert.deepEqual(other.last('changed')?.ids, [ids[0]]);
    assert.equal(other.view()?.counts.status['accepted'], 1);
    assert.equal(other.view()?.undo, 'accept');
    await other.act({ type: 'undo' });
    assert.equal(page.view()?.counts.status['accepted'], 0);
  });

  it('has a page that has not loaded yet select what is revealed', async () => {
    const { model, ids } = await opened();
    const page = pageOf(model);
    await page.session.reveal(ids[2]!);
    assert.deepEqual(page.sent, []);
    await page.session.receive({ type: 'ready' });
    assert.equal(page.last('init')?.select, ids[2]);
    await page.session.reveal(ids[1]!);
    assert.deepEqual(page.last('reveal'), { type: 'reveal', id: ids[1] });
  });

  it('answers what is unknown or out of date with nothing, and a ping at once', async () => {
    const { page } = await opened();
    const before = page.sent.length;
    await page.session.receive({ type: 'select', id: 'nobody.0' });
    await page.session.receive({ type: 'rows', view: 99, from: 0, to: 10 });
    await page.session.receive({ type: 'rows', view: page.view()!.view, from: 50, to: 10 });
    assert.deepEqual(
      page.sent.slice(before).map(({ type }) => type),
      ['rows'],
    );
    assert.equal(
      (await page.act({ type: 'edit', pair: 'nobody.0', set: { status: 'new' } }))?.problem?.code,
      'no-pair',
    );
    await page.session.receive({ type: 'ping', request: 3 });
    assert.deepEqual(page.last('pong'), { type: 'pong', request: 3 });
  });
});
