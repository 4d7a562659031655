import assert from 'node:assert/strict';
import { act, closeOverlay } from '../../../src/webview/store/act.js';
import { countsNow, reviewed } from '../../../src/webview/store/counts.js';
import { setShown } from '../../../src/webview/store/decide.js';
import { dropEdit, keepEdit, type } from '../../../src/webview/store/draft.js';
import { clearFilter, toggleStatus } from '../../../src/webview/store/filter.js';
import { tick } from '../../../src/webview/store/health.js';
import { memoryOf, readMemory, withMemory } from '../../../src/webview/store/memory.js';
import { askForSeen, rowAt, selectedDetail, selectedRow } from '../../../src/webview/store/rows.js';
import { choose } from '../../../src/webview/store/select.js';
import { dismissSummary, followUp } from '../../../src/webview/store/summary.js';
import { initial } from '../../../src/webview/store/state.js';
import type { Action } from '../../../src/protocol.js';
import { detail, Player, row } from './player.js';

const press = (player: Player, ...actions: readonly Action[]): Player => {
  for (const action of actions) player.play((turn) => act(turn, action));
  return player;
};
const statusAt = (player: Player, at: number): string | undefined => {
  const found = rowAt(player.state, at);
  return found?.kind === 'pair' ? found.status : undefined;
};

describe('a decision', () => {
  it('is sent with a number; shows, and leads to the next pair, once it is on the disk', () => {
    const player = press(new Player().begin(3), 'accept');
    const [edit] = player.took('edit');
    assert.deepEqual([edit?.pair, edit?.set], ['p0', { status: 'accepted' }]);
    assert.deepEqual([statusAt(player, 0), player.state.selected?.id], ['new', 'p0']);
    player.get({ type: 'done', request: edit?.request ?? 0, ids: ['p0'] });
    assert.deepEqual([statusAt(player, 0), player.state.selected?.id], ['accepted', 'p1']);
    assert.equal(reviewed(countsNow(player.state)), 1);
    assert.match(player.state.said.text, /^Accepted\. 1 of 3/);
  });

  it('keeps the keys that come while it is on its way for the next pair', () => {
    const player = press(new Player().begin(4), 'accept', 'reject', 'rate3', 'accept');
    const [first] = player.took('edit');
    player.get({ type: 'done', request: first?.request ?? 0, ids: ['p0'] });
    const [second] = player.took('edit');
    assert.deepEqual([second?.pair, second?.set], ['p1', { status: 'rejected' }]);
    player.get({ type: 'done', request: second?.request ?? 0, ids: ['p1'] });
    assert.deepEqual(
      player.took('edit').map(({ pair, set }) => [pair, set]),
      [
        ['p2', { rating: 3 }],
        ['p2', { status: 'accepted' }],
      ],
    );
  });

  it('leaves the choice of another pair alone, and drops the keys behind one that is not kept', () => {
    const player = press(new Player().begin(4), 'accept');
    player.play((turn) => choose(turn, 3));
    player.get({ type: 'done', request: player.took('edit')[0]?.request ?? 0 });
    assert.equal(player.state.selected?.at, 3);
    press(player, 'reject', 'previous', 'accept');
    const request = player.took('edit')[0]?.request ?? 0;
    player.get({ type: 'done', request, problem: { code: 'disk', message: 'Full.' } });
    assert.deepEqual([player.took('edit'), player.state.selected?.at], [[], 3]);
  });

  it('counts once, whichever of answer and view comes first', () => {
    const player = press(new Player().begin(3), 'accept');
    const request = player.took('edit')[0]?.request ?? 0;
    player.get({ type: 'done', request, ids: ['p0'] });
    assert.equal(statusAt(player, 0), 'accepted');
    const counts = { pairs: 3, status: { new: 2, accepted: 1 }, verdict: {}, stale: 0, failed: 0, edited: 0 };
    player.get(player.view(3, { counts }));
    assert.equal(reviewed(countsNow(player.state)), 1);
    assert.equal(player.state.pending.length, 0);
  });

  it('is taken back when it is not kept, and says why', () => {
    const player = press(new Player().begin(3), 'reject');
    const request = player.took('edit')[0]?.request ?? 0;
    player.get({ type: 'done', request, problem: { code: 'disk', message: 'The disk is full.' } });
    assert.equal(statusAt(player, 0), 'new');
    assert.equal(player.state.recent.length, 0);
    assert.deepEqual(
      [player.state.notices[0]?.text, player.state.notices[0]?.pair],
      ['Not kept. The disk is full.', 'p0'],
    );
  });

  it('takes back that one alone where several are under way', () => {
    const player = press(new Player().begin(3), 'rate3', 'accept');
    const [first, second] = player.took('edit');
    player.get({ type: 'done', request: second?.request ?? 0 });
    player.get({ type: 'done', request: first?.request ?? 0, problem: { code: 'x', message: 'No.' } });
    const kept = rowAt(player.state, 0);
    assert.deepEqual(kept?.kind === 'pair' && [kept.status, kept.rating], ['accepted', undefined]);
  });

  it('goes by rows that the filter would leave out, and stays at the last one', () => {
    const player = new Player().begin(4, {
      filter: { status: ['new'], verdict: [], documents: [], text: '' },
    });
    player.play((turn) => turn.set({ filter: { status: ['new'], verdict: [], documents: [], text: '' } }));
    player.get({
      type: 'rows',
      view: 1,
      from: 0,
      rows: [row(0), row(1, { status: 'accepted' }), row(2), row(3)],
    });
    press(player, 'accept').confirm();
    assert.equal(player.state.selected?.at, 2);
    press(player, 'last', 'accept').confirm();
    assert.equal(player.state.selected?.at, 3);
    assert.match(player.state.said.text, /last of this list/);
  });

  it('writes nothing where the pair is already so, or where it failed', () => {
    const player = new Player().begin(2);
    player.get({ type: 'rows', view: 1, from: 0, rows: [row(0, { status: 'accepted' }), row(1)] });
    press(player, 'accept');
    assert.deepEqual(player.took('edit'), []);
    assert.equal(player.state.selected?.at, 1);
  });

  it('is refused while the file can’t be written', () => {
    const player = new Player().begin(2);
    player.get({ type: 'file', problem: { code: 'gone', message: 'Gone.', blocks: true, actions: [] } });
    press(player, 'accept', 'rate3', 'edit', 'undo', 'acceptShown');
    assert.deepEqual(
      player.sent.filter(
        ({ type: name }) => name !== 'select' && name !== 'peek' && name !== 'rows' && name !== 'ready',
      ),
      [],
    );
    assert.equal(player.state.selected?.at, 0);
  });
});

describe('all shown', () => {
  it('are not asked about where none is left to decide, and say which it is', () => {
    const player = press(new Player().begin(2), 'acceptShown');
    player.play(closeOverlay).get(player.view(2, { pairs: 0 }));
    press(player, 'acceptShown');
    assert.equal(player.state.said.text, 'All shown are decided already');
    const empty = press(new Player().begin(0, { pairs: 0 }), 'acceptShown');
    assert.equal(empty.state.said.text, 'No pair is shown');
    assert.equal(player.state.overlay ?? empty.state.overlay, undefined);
  });

  it('are set only after the question, with the view that was seen', () => {
    const player = press(new Player().begin(30), 'acceptShown');
    assert.deepEqual(player.state.overlay, { kind: 'confirm', status: 'accepted', pairs: 30, view: 1 });
    player.play(closeOverlay);
    assert.deepEqual(player.took('editShown'), []);
    press(player, 'rejectShown').play(setShown);
    assert.deepEqual(
      player.took('editShown').map(({ view, status }) => [view, status]),
      [[1, 'rejected']],
    );
  });
});

describe('the list', () => {
  it('asks for what is seen alone, two batches at a time', () => {
    const player = new Player().begin(100_000);
    player.sent = [];
    player.play((turn) => {
      turn.set({ seen: [50_000, 50_020] });
      askForSeen(turn);
    });
    player.play((turn) => {
      turn.set({ seen: [70_090, 70_110] });
      askForSeen(turn);
    });
    assert.deepEqual(
      player.took('rows').map(({ from }) => from),
      [50_000, 70_000],
    );
    player.rows(50_000, 50_100);
    assert.deepEqual(
      player.took('rows').map(({ from }) => from),
      [70_100],
    );
  });

  it('does not ask for ever for rows that do not come', () => {
    const player = new Player().begin(150);
    player.play((turn) => choose(turn, 120));
    player.took('rows');
    player.get({ type: 'rows', view: 1, from: 100, rows: [row(100)] });
    player.play(askForSeen);
    assert.deepEqual(player.took('rows'), []);
    player.get({ type: 'changed' });
    assert.ok(player.took('rows').length > 0);
  });

  it('asks again, after a while, for rows that did not come or came too few, and is whole when they do', () => {
    const player = new Player().begin(100);
    press(player, 'edit').play((turn) => type(turn, 'half a text', 3, 3));
    player.took('rows');
    // The file is damaged: what can be read is given, and later nothing.
    player.get({ type: 'changed' });
    assert.equal(player.took('rows').length, 1);
    player.get({ type: 'rows', view: 1, from: 0, rows: [row(0), row(1)] });
    assert.equal(rowAt(player.state, 50), undefined);
    player.now += 2100;
    player.play(tick);
    assert.equal(player.took('rows').length, 1);
    player.now += 2100;
    player.play(tick);
    // It is whole again.
    assert.equal(player.took('rows').length, 1);
    player.rows(0, 100);
    assert.equal(rowAt(player.state, 50)?.id, 'p50');
    player.now += 2100;
    player.play(tick);
    assert.deepEqual([player.took('rows'), player.state.drafts.get('p0')?.text], [[], 'half a text']);
  });

  it('asks again for rows that came too few when its view is told again', () => {
    const player = new Player().begin(100);
    player.get({ type: 'changed' }, { type: 'rows', view: 1, from: 0, rows: [row(0)] });
    player.took('rows');
    player.get(player.view(100));
    assert.equal(player.took('rows').length, 1);
  });

  it('takes the texts of a row that was selected before it came', () => {
    const player = press(new Player().begin(1000), 'last');
    assert.deepEqual(player.state.selected, { at: 999 });
    player.sent = [];
    player.rows(900, 1000);
    assert.deepEqual(
      player.took('select').map(({ id }) => id),
      ['p999'],
    );
  });

  it('keeps the selection where pairs arrive, and where the filter still has it', () => {
    const player = press(new Player().begin(5), 'next', 'next');
    player.get(player.view(9));
    assert.equal(player.state.selected?.id, 'p2');
    player.play((turn) => toggleStatus(turn, 'new'));
    player.get(player.view(5, { view: 2 }));
    player.sent = [];
    player.get({ ...detail(2), view: 2, at: 4 });
    assert.deepEqual(player.state.selected, { at: 4, id: 'p2' });
  });

  it('goes near where one was when the filter leaves the selected one out', () => {
    const player = press(new Player().begin(5), 'next', 'next');
    player.get(player.view(2, { view: 2 }));
    const { at: _at, ...gone } = detail(2);
    player.get({ ...gone, view: 2 });
    player.rows(0, 2);
    assert.equal(player.state.selected?.at, 1);
    assert.equal(player.took('select').at(-1)?.id, 'p1');
  });

  it('decides on nothing while nothing is shown, and is back where one was when the filter goes', () => {
    const player = press(new Player().begin(5), 'next', 'next');
    player.get(player.view(0, { view: 2 }));
    player.sent = [];
    press(player, 'accept', 'rate3', 'edit');
    assert.deepEqual(player.sent, []);
    player.get(player.view(5, { view: 3 }), { ...detail(2), view: 3, at: 2 });
    assert.deepEqual(player.state.selected, { at: 2, id: 'p2' });
  });

  it('shows the newest filter while an older one is still answered', () => {
    const player = new Player().begin(5);
    player.play((turn) => toggleStatus(turn, 'new'));
    player.play((turn) => toggleStatus(turn, 'accepted'));
    player.get(
      player.view(5, { view: 2, filter: { status: ['new'], verdict: [], documents: [], text: '' } }),
    );
    assert.deepEqual(player.state.filter.status, ['new', 'accepted']);
    player.play(clearFilter);
    assert.deepEqual(player.took('filter').at(-1)?.filter.status, []);
  });

  it('follows a filter that was set from outside, also after one of its own got no view', () => {
    const player = new Player().begin(5);
    player.play((turn) => toggleStatus(turn, 'new'));
    player.now += 3000;
    const filter = { status: [], verdict: [], documents: ['b.md'], text: '' };
    player.get(player.view(5, { view: 2, filter }));
    assert.deepEqual(player.state.filter, filter);
  });

  it('selects something where the pair that was looked at last is gone', () => {
    const player = new Player({ ...initial(1000), goTo: 'gone' }).begin(5);
    assert.equal(player.state.selected, undefined);
    player.now += 1500;
    player.play(tick);
    assert.deepEqual(player.state.selected, { at: 0, id: 'p0' });
  });

  it('begins anew with another dataset, whose views have the same numbers', () => {
    const player = press(new Player().begin(5), 'accept', 'next');
    player.get({
      type: 'init',
      name: 'y',
      path: 'y',
      place: 'panel',
      trusted: true,
      texts: {},
      keys: {},
      options: { advance: true, autoReveal: false },
      filter: { status: [], verdict: [], documents: [], text: '' },
    });
    player.sent = [];
    player.get(player.view(3));
    assert.deepEqual(player.state.selected, { at: 0 });
    assert.deepEqual(
      [player.state.rows.size, player.state.recent.length, player.state.pending.length],
      [0, 0, 0],
    );
    assert.deepEqual(
      player.took('rows').map(({ from, to }) => [from, to]),
      [[0, 3]],
    );
  });

  it('asks again for what looks different now', () => {
    const player = new Player().begin(300);
    player.sent = [];
    player.get({ type: 'changed', ids: ['p0', 'p250'] });
    assert.deepEqual(
      player.took('rows').map(({ from }) => from),
      [0],
    );
    assert.deepEqual(
      player.took('select').map(({ id }) => id),
      ['p0'],
    );
  });
});

describe('undo', () => {
  it('of nothing is said and leaves no message behind', () => {
    const player = press(new Player().begin(2), 'rate1', 'undo');
    const request = player.took('undo')[0]?.request ?? 0;
    player.get({ type: 'done', request, problem: { code: 'nothing', message: 'There is nothing to undo.' } });
    assert.deepEqual([player.state.said.text, player.state.notices], ['There is nothing to undo.', []]);
  });

  it('goes to the pair and takes the last decision from the strip', () => {
    const player = press(new Player().begin(5), 'accept', 'accept').confirm();
    player.get(player.view(5, { undo: 'Accept' }));
    press(player, 'undo');
    const [undo] = player.took('undo');
    player.get({ type: 'done', request: undo?.request ?? 0, ids: ['p1'], what: 'accept' });
    assert.equal(player.state.selected?.id, 'p1');
    assert.equal(player.state.said.text, 'Undone: accept');
    assert.deepEqual(
      player.state.recent.map(({ pair }) => pair),
      ['p0'],
    );
    press(player, 'redo');
    assert.equal(player.state.said.text, 'Nothing to redo');
  });
});

describe('an edit in place', () => {
  it('is kept as the text that it is, or as the generated one again', () => {
    const player = press(new Player().begin(2), 'edit');
    player.play((turn) => type(turn, 'Better.', 7, 7)).play(keepEdit);
    assert.deepEqual(player.took('edit')[0]?.set, { completion: 'Better.' });
    const shown = selectedDetail(player.state);
    assert.equal(shown?.kind === 'pair' && shown.completion, 'Better.');
    press(player, 'edit')
      .play((turn) => type(turn, 'Answer 0.', 9, 9))
      .play(keepEdit);
    assert.deepEqual(player.took('edit')[0]?.set, { completion: null });
  });

  it('of the question changes the person’s last turn alone', () => {
    const player = press(new Player().begin(2), 'editQuestion');
    player.play((turn) => type(turn, 'Why?', 4, 4)).play(keepEdit);
    assert.deepEqual(player.took('edit')[0]?.set, { prompt: [{ role: 'user', content: 'Why?' }] });
    assert.equal(selectedRow(player.state)?.title, 'Why?');
  });

  it('waits three seconds for its text, and takes no letter for a decision till then', () => {
    const player = press(new Player().begin(3), 'next', 'edit', 'accept');
    assert.deepEqual(player.took('edit'), []);
    player.get(detail(1));
    assert.equal(player.state.drafts.get('p1')?.text, 'Answer 1.');
    const other = press(new Player().begin(3), 'next', 'edit');
    other.now += 1500;
    press(other.play(tick), 'accept');
    assert.deepEqual(other.took('edit'), []);
    other.now += 1600;
    press(other.play(tick), 'accept');
    assert.deepEqual(
      other.took('edit').map(({ pair }) => pair),
      ['p1'],
    );
  });

  it('is dropped at once where nothing was typed, else when asked twice', () => {
    const player = press(new Player().begin(2), 'edit').play(dropEdit);
    assert.equal(player.state.drafts.size, 0);
    press(player, 'edit')
      .play((turn) => type(turn, 'x', 1, 1))
      .play(dropEdit);
    assert.equal(player.state.drafts.size, 1);
    player.play((turn) => type(turn, 'xy', 2, 2)).play(dropEdit);
    assert.equal(player.state.drafts.size, 1, 'typing on takes the first Escape back');
    player.play(dropEdit);
    assert.equal(player.state.drafts.size, 0);
  });

  it('begins when its text comes, and takes nothing that is typed before for a decision', () => {
    const player = press(new Player().begin(3), 'next', 'edit', 'accept', 'rate1');
    assert.deepEqual([player.took('edit'), player.state.drafts.size], [[], 0]);
    player.get(detail(1));
    assert.deepEqual([...player.state.drafts.keys()], ['p1']);
  });

  it('comes back into the field when it was not kept', () => {
    const player = press(new Player().begin(2), 'edit');
    player.play((turn) => type(turn, 'Mine.', 5, 5)).play(keepEdit);
    const request = player.took('edit')[0]?.request ?? 0;
    player.get({ type: 'done', request, problem: { code: 'x', message: 'No.' } });
    assert.equal(player.state.drafts.get('p0')?.text, 'Mine.');
  });

  it('is held against its source anew when all is asked for anew', () => {
    const player = press(new Player().begin(2), 'edit').play((turn) => type(turn, 'Mine.', 5, 5));
    player.get(player.view(2, { view: 2 }), { ...detail(0), view: 2 });
    assert.equal(player.took('check').at(-1)?.completion, 'Mine.');
  });

  it('says when someone else has changed the pair', () => {
    const player = press(new Player().begin(2), 'edit').play((turn) => type(turn, 'Mine.', 5, 5));
    player.get(detail(0, 'Theirs.'));
    assert.equal(player.state.drafts.get('p0')?.theirs, 'Theirs.');
    player.get(detail(0));
    assert.equal(player.state.drafts.get('p0')?.theirs, undefined);
  });

  it('outlives a reload, and so does the rest that a person set', () => {
    const player = press(new Player().begin(2), 'accept', 'focus').confirm();
    press(player.get(detail(1)), 'edit');
    player.play((turn) => type(turn, 'half', 2, 3));
    const kept: unknown = JSON.parse(JSON.stringify(memoryOf(player.state)));
    const state = withMemory(initial(0), readMemory(kept));
    assert.deepEqual(state.drafts.get('p1'), {
      field: 'completion',
      base: 'Answer 1.',
      text: 'half',
      start: 2,
      end: 3,
    });
    assert.equal(state.layout.focus, true);
    assert.deepEqual(
      state.recent.map(({ pair }) => pair),
      ['p0'],
    );
    assert.equal(state.goTo, 'p1');
  });

  it('is not read from what is none of ours', () => {
    for (const kept of [undefined, null, 5, {}, { layout: { wide: 9, narrow: 0, focus: 1 } }]) {
      assert.deepEqual(withMemory(initial(0), readMemory(kept)), initial(0));
    }
  });
});

describe('an extension that does not answer', () => {
  const wait = (player: Player, ms: number): Player => {
    const end = player.now + ms;
    while (player.now < end) {
      player.now += 500;
      player.play(tick);
    }
    return player;
  };

  it('is asked every 5 s', () => {
    const player = new Player().begin(2);
    for (let i = 0; i < 3; i++) {
      wait(player, 5000);
      const [ping] = player.took('ping');
      assert.ok(ping);
      player.get({ type: 'pong', request: ping.request });
    }
    assert.equal(player.state.health.silent, false);
  });

  it('is called silent 3 s after a request without an answer, and not while it answers anything', () => {
    const player = press(new Player().begin(2), 'accept');
    wait(player, 2500);
    assert.equal(player.state.health.silent, false);
    wait(player, 1000);
    assert.equal(player.state.health.silent, true);
    const busy = press(new Player().begin(2), 'retry', 'accept');
    for (let i = 0; i < 8; i++) {
      wait(busy, 1000);
      for (const { request } of busy.took('ping')) busy.get({ type: 'pong', request });
    }
    assert.equal(busy.state.health.silent, false, 'slow is not silent');
  });

  it('is asked for everything anew when it answers, and the unconfirmed decision is named', () => {
    const player = wait(press(new Player().begin(2), 'accept'), 4000);
    press(player, 'reject');
    player.sent = [];
    player.get({ type: 'pong', request: 1 });
    assert.equal(player.took('ready').length, 1);
    assert.equal(statusAt(player, 0), 'new');
    assert.equal(player.state.notices[0]?.pair, 'p0');
    assert.equal(player.state.health.silent, false);
  });

  it('is not suspected after the machine has slept', () => {
    const player = press(new Player().begin(2), 'accept');
    player.now += 3_600_000;
    player.play(tick);
    assert.equal(player.state.health.silent, false);
  });
});

describe('a stale pair', () => {
  const { detail: fresh } = detail(0);
  const stale = (found: boolean) => ({
    ...detail(0),
    detail: {
      ...fresh,
      sources: [
        {
          chunk: 'c',
          document: 'a.md',
          heading: [],
          text: 'Words.',
          spans: [{ at: [0, 6] as [number, number], quote: 'Words.', found }],
        },
      ],
    } as typeof fresh,
  });

  it('is kept, or made anew, by a key; others are not', () => {
    const player = new Player().begin(2).get(stale(true));
    press(player, 'keepStale', 'refreshStale');
    assert.deepEqual([player.took('command'), player.state.said.text], [[], 'This pair is not stale']);
    press(player.get(stale(false)), 'keepStale', 'refreshStale');
    assert.deepEqual(player.took('command'), [
      { type: 'command', command: 'keepStale', id: 'p0' },
      { type: 'command', command: 'refreshDocument', id: 'p0' },
    ]);
  });
});

describe('chunks that failed', () => {
  it('are all asked for again by a key, where there are some', () => {
    const player = press(new Player().begin(2), 'retryAll');
    assert.deepEqual(player.took('retry'), []);
    const counts = { pairs: 2, status: {}, verdict: {}, stale: 0, failed: 3, edited: 0 };
    press(player.get(player.view(2, { counts })), 'retryAll');
    assert.deepEqual(
      player.took('retry').map(({ results }) => results),
      [[]],
    );
  });
});

describe('a run', () => {
  const summary = { well: false, text: '3 pairs.', actions: ['review', 'failures', 'export'] as const };

  it('is told on while it goes, and how it ended until that is dismissed', () => {
    const player = new Player().begin(3);
    player.get({ type: 'run', run: { ended: 1, planned: 4, pairs: 2, failed: 0, rate: 0.5 } });
    assert.equal(player.state.run?.rate, 0.5);
    player.get({ type: 'run' }, { type: 'summary', summary: { ...summary, actions: [...summary.actions] } });
    assert.deepEqual([player.state.run, player.state.summary?.text], [undefined, '3 pairs.']);
    player.play(dismissSummary);
    assert.equal(player.state.summary, undefined);
    assert.deepEqual(player.took('command'), [{ type: 'command', command: 'dismissSummary' }]);
  });

  it('leads to its pairs and to its failures within the page, and on by commands', () => {
    const player = new Player().begin(3);
    player.play((turn) => toggleStatus(turn, 'rejected')).took('filter');
    player.play((turn) => followUp(turn, 'failures'));
    player.play((turn) => followUp(turn, 'review'));
    assert.deepEqual(
      player.took('filter').map(({ filter }) => [filter.status, filter.only]),
      [
        [[], 'failed'],
        [['new'], undefined],
      ],
    );
    player.play((turn) => followUp(turn, 'export'));
    assert.deepEqual(player.took('command'), [{ type: 'command', command: 'export' }]);
  });
});

describe('counts', () => {
  it('of the document that is followed and of the whole go with a decision', () => {
    const whole = { pairs: 9, status: { new: 9 }, verdict: {}, stale: 0, failed: 0, edited: 0 };
    const player = press(new Player().begin(3, { whole }), 'accept').confirm();
    assert.match(player.state.said.text, /1 of 3/);
    assert.deepEqual(
      [player.state.view?.counts.status, player.state.view?.whole?.status],
      [
        { new: 2, accepted: 1 },
        { new: 8, accepted: 1 },
      ],
    );
  });
});
