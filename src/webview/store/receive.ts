/** What the extension says. */
import type { Detail, Filter, ToPage } from '../../protocol.js';
import { keyMap } from '../keys/keys.js';
import { t } from '../t.js';
import { act, catchUp } from './act.js';
import { countsNow, reviewed } from './counts.js';
import { goOn } from './decide.js';
import { compareDraft } from './draft.js';
import { hear } from './health.js';
import { askForSeen, settle, takeRows } from './rows.js';
import { choose, goTo, lookAt } from './select.js';
import { emptyFilter } from './state.js';
import type { Pending } from './state.js';
import type { Turn } from './turn.js';

/** Texts that are kept at a time. */
const mostDetails = 60;

type Of<Type extends ToPage['type']> = Extract<ToPage, { type: Type }>;

export function receive(turn: Turn, message: ToPage): void {
  hear(turn);
  switch (message.type) {
    case 'init':
      return begin(turn, message);
    case 'pong':
      return;
    case 'view':
      return takeView(turn, message);
    case 'rows':
      return rowsCame(turn, message);
    case 'detail':
      return detailCame(turn, message);
    case 'changed':
      return changed(turn, message.ids);
    case 'done':
      return done(turn, message);
    case 'checked': {
      const { checking } = turn.state;
      if (checking?.request !== message.request) return;
      turn.clear('checking');
      if (message.grounding) turn.set({ checked: { text: checking.text, grounding: message.grounding } });
      return;
    }
    case 'reveal':
      return goTo(turn, message.id);
    case 'act':
      return act(turn, message.action);
    case 'run':
      return message.run ? turn.set({ run: message.run }) : turn.clear('run');
    case 'file':
      return message.problem ? turn.set({ file: message.problem }) : turn.clear('file');
  }
}

function begin(turn: Turn, init: Of<'init'>): void {
  const { filter, init: before } = turn.state;
  const first = before === undefined;
  turn.set({ init, keys: keyMap(init.keys), renew: true });
  if (before && before.path !== init.path) leave(turn);
  // What one filtered by comes back after a reload, unless the extension has its own wish.
  if (first && init.place === 'editor' && emptyFilter(init.filter) && !emptyFilter(filter)) {
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
  turn.clear('selected', 'goTo', 'overlay', 'checked', 'checking', 'run', 'file');
  turn.set({ details: new Map(), pending: [], recent: [], undone: [], notices: [] });
}

function takeView(turn: Turn, message: Of<'view'>): void {
  const { type: _type, ...view } = message;
  const { view: before, selected } = turn.state;
  const fresh = turn.state.renew || before?.view !== view.view;
  turn.set({ view });
  if (fresh) {
    turn.set({ rows: new Map(), asked: new Set(), short: new Set(), outdated: new Set(), renew: false });
    takeFilter(turn, view.filter);
    const id = turn.state.goTo ?? selected?.id;
    turn.clear('goTo');
    // Without its place in the new view the selected pair stays in the detail until the answer tells.
    if (id !== undefined) {
      turn.set({ goTo: id, soughtSince: turn.now });
      turn.send({ type: 'select', id });
    } else turn.clear('selected');
  } else if (view.total !== before?.total) turn.set({ short: new Set() });
  if (view.total === 0) turn.clear('selected', 'goTo');
  else if (turn.state.selected === undefined && turn.state.goTo === undefined) choose(turn, 0);
  askForSeen(turn);
}

/** Milliseconds after which a filter that got no view of its own is given up. */
const patience = 2000;

/** The view of an older filter does not put back what was chosen since. */
function takeFilter(turn: Turn, filter: Filter): void {
  const { asking } = turn.state;
  const older = asking && turn.now - asking.at < patience && !sameFilter(asking.filter, filter);
  if (older) return;
  turn.set({ filter });
  turn.clear('asking');
}

const sameFilter = (a: Filter, b: Filter): boolean =>
  (['status', 'verdict', 'documents'] as const).every((key) => a[key].join('\n') === b[key].join('\n')) &&
  a.only === b.only &&
  a.text === b.text;

function rowsCame(turn: Turn, { view, from, rows }: Of<'rows'>): void {
  if (view !== turn.state.view?.view) return;
  takeRows(turn, from, rows);
  const { selected } = turn.state;
  if (selected && selected.id === undefined) {
    const row = rows[selected.at - from];
    if (row) {
      turn.set({ selected: { at: selected.at, id: row.id } });
      lookAt(turn, row.id);
    }
  }
  askForSeen(turn);
}

function detailCame(turn: Turn, { detail, view, at }: Of<'detail'>): void {
  const details = new Map(turn.state.details);
  details.delete(detail.id);
  details.set(detail.id, detail);
  const oldest = details.keys().next().value;
  if (details.size > mostDetails && oldest !== undefined) details.delete(oldest);
  turn.set({ details });
  compareDraft(turn, detail);
  if (turn.state.goTo === detail.id) arrive(turn, detail, view, at);
}

/** The place of a pair that one wanted to go to is known now. */
function arrive(turn: Turn, detail: Detail, view: number | undefined, at: number | undefined): void {
  const { state } = turn;
  turn.clear('goTo');
  if (at !== undefined && view === state.view?.view) {
    turn.set({ selected: { at, id: detail.id }, reveal: state.reveal + 1, original: false, shown: 0 });
    turn.clear('checked', 'checking');
    // After a reload one goes on typing where one was.
    if (state.selected === undefined && state.drafts.has(detail.id)) turn.focus = 'editor';
    return askForSeen(turn);
  }
  // The view leaves it out: one stays near where one was.
  if (state.view && state.view.total > 0) {
    const { selected } = state;
    turn.clear('selected');
    choose(turn, Math.min(selected?.at ?? 0, state.view.total - 1));
  }
}

function changed(turn: Turn, ids: readonly string[] | undefined): void {
  const { rows, details, selected } = turn.state;
  const known = ids && new Set(ids);
  const outdated = new Set(turn.state.outdated);
  for (const [number, batch] of rows) {
    if (known === undefined || batch.some(({ id }) => known.has(id))) outdated.add(number);
  }
  const kept = new Map(details);
  for (const id of ids ?? details.keys()) if (id !== selected?.id) kept.delete(id);
  turn.set({ outdated, details: kept, asked: new Set(), short: new Set() });
  askForSeen(turn);
  const id = selected?.id;
  if (id !== undefined && (known === undefined || known.has(id))) turn.send({ type: 'select', id });
}

function done(turn: Turn, { request, problem, ids, what }: Of<'done'>): void {
  const pending = turn.state.pending.find((other) => other.request === request);
  if (pending === undefined) return;
  if (problem) return failed(turn, pending, problem.message);
  settle(turn, request);
  const first = ids?.[0];
  const status = pending.onward && turn.state.selected?.id === pending.pair ? pending.set?.status : undefined;
  if (status) goOn(turn, status);
  if (pending.onward) return catchUp(turn);
  if (pending.kind === 'undo' || pending.kind === 'redo') {
    turnBack(turn, pending.kind, ids ?? []);
    turn.say(pending.kind === 'undo' ? t('Undone: {0}', what ?? '') : t('Done again: {0}', what ?? ''));
    if (first !== undefined) goTo(turn, first);
  } else if (pending.kind === 'editShown') {
    const counts = countsNow(turn.state);
    turn.say(t('All shown are set. {0} of {1} reviewed', reviewed(counts), counts?.pairs ?? 0));
  }
}

/** The strip takes back what was undone, and shows again what was done again. */
function turnBack(turn: Turn, kind: 'undo' | 'redo', ids: readonly string[]): void {
  const { recent, undone } = turn.state;
  const last = kind === 'undo' ? recent.at(-1) : undone.at(-1);
  if (last === undefined || (ids.length > 0 && !ids.includes(last.pair))) return;
  if (kind === 'undo') turn.set({ recent: recent.slice(0, -1), undone: [...undone, last] });
  else turn.set({ recent: [...recent, last], undone: undone.slice(0, -1) });
}

/** What was shown as done is not: the truth comes back, and says so. */
function failed(turn: Turn, pending: Pending, message: string): void {
  const { state } = turn;
  const { pair, draft } = pending;
  turn.set({ pending: state.pending.filter((other) => other !== pending), queue: [] });
  turn.set({ recent: state.recent.filter(({ request }) => request !== pending.request) });
  if (pair !== undefined && draft && !state.drafts.has(pair)) {
    turn.set({ drafts: new Map(state.drafts).set(pair, draft) });
  }
  turn.say(t('Not kept. {0}', message));
  turn.notify({ kind: 'error', text: t('Not kept. {0}', message), ...(pair === undefined ? {} : { pair }) });
}
