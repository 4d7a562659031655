/** Which dataset is shown, and which rows of it. */
import type { Filter, ToPage } from '../../protocol.js';
import { noFilter } from '../../protocol.js';
import { keyMap } from '../keys/keys.js';
import { t } from '../t.js';
import { askForSeen } from './rows.js';
import { choose } from './select.js';
import type { Turn } from './turn.js';

type Of<Type extends ToPage['type']> = Extract<ToPage, { type: Type }>;

/** The extension begins, or begins anew. */
export function begin(turn: Turn, init: Of<'init'>): void {
  const { filter, init: before } = turn.state;
  const first = before === undefined;
  turn.set({ init, keys: keyMap(init.keys), renew: true });
  turn.clear('summary'); // it is told anew where there is one
  if (before && before.path !== init.path) leave(turn);
  // What one filtered by comes back after a reload, unless the extension has its own wish.
  if (
    first &&
    init.place === 'editor' &&
    sameFilter(init.filter, noFilter) &&
    !sameFilter(filter, noFilter)
  ) {
    turn.set({ asking: { filter, at: turn.now } });
    turn.send({ type: 'filter', filter });
  } else {
    turn.set({ filter: init.filter });
    turn.clear('asking');
  }
  if (init.select !== undefined) turn.set({ goTo: init.select });
  else if (!first && turn.state.selected?.id !== undefined) turn.set({ goTo: turn.state.selected.id });
}

/** Another dataset is shown from now on; half-typed texts stay with their pairs. */
function leave(turn: Turn): void {
  turn.clear('selected', 'goTo', 'overlay', 'checked', 'checking', 'run', 'summary', 'file');
  turn.set({ details: new Map(), pending: [], recent: [], undone: [], notices: [] });
}

/** Rows that are to be shown, or news of those that are. */
export function takeView(turn: Turn, message: Of<'view'>): void {
  const { type: _type, ...view } = message;
  const { view: before, selected } = turn.state;
  const fresh = turn.state.renew || before?.view !== view.view;
  turn.set({ view });
  if (fresh) {
    turn.set({ rows: new Map(), asked: new Map(), short: new Map(), outdated: new Set(), renew: false });
    takeFilter(turn, view.filter, view.total);
    const id = turn.state.goTo ?? selected?.id;
    turn.clear('goTo');
    if (view.total === 0) {
      // What is not shown can't be decided on; when the filter goes, one is back where one was.
      turn.clear('selected');
      return id === undefined ? undefined : turn.set({ goTo: id });
    }
    // Without its place in the new view the selected pair stays in the detail until the answer tells.
    if (id !== undefined) {
      turn.set({ goTo: id, soughtSince: turn.now });
      turn.send({ type: 'select', id });
    } else turn.clear('selected');
  }
  turn.set({ short: new Map() });
  if (view.total === 0) turn.clear('selected', 'goTo');
  else if (turn.state.selected === undefined && turn.state.goTo === undefined) choose(turn, 0);
  askForSeen(turn);
}

/** Milliseconds after which a filter that got no view of its own is given up. */
const patience = 2000;

/** The view of an older filter does not put back what was chosen since. */
function takeFilter(turn: Turn, filter: Filter, total: number): void {
  const { asking } = turn.state;
  const older = asking && turn.now - asking.at < patience && !sameFilter(asking.filter, filter);
  if (older) return;
  if (asking) turn.say(shownText(filter, total));
  turn.set({ filter });
  turn.clear('asking');
}

function shownText({ order }: Filter, total: number): string {
  const shown = total === 1 ? t('1 shown') : t('{0} shown', total);
  return order === undefined ? shown : t('{0}, the doubtful first', shown);
}

const sameFilter = (a: Filter, b: Filter): boolean =>
  (['status', 'verdict', 'documents'] as const).every((key) => a[key].join('\n') === b[key].join('\n')) &&
  a.only === b.only &&
  a.order === b.order &&
  a.text === b.text;
