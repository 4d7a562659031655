/** What the extension says. */
import type { Detail, ToPage } from '../../protocol.js';
import { act } from './act.js';
import { check, compareDraft, draftOf, startEdit } from './draft.js';
import { hear } from './health.js';
import { done } from './outcome.js';
import { askForSeen, takeRows } from './rows.js';
import { choose, goTo, lookAt, reveal } from './select.js';
import type { Turn } from './turn.js';
import { begin, takeView } from './view.js';

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
    case 'summary':
      return message.summary ? turn.set({ summary: message.summary }) : turn.clear('summary');
    case 'file':
      return message.problem ? turn.set({ file: message.problem }) : turn.clear('file');
  }
}

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
  const { opening, selected } = turn.state;
  if (opening && selected?.id === detail.id) {
    turn.clear('opening');
    startEdit(turn, opening);
  }
  if (turn.state.goTo === detail.id) arrive(turn, detail, view, at);
  recheck(turn, detail.id);
}

/** What is being typed is held against its source anew, where what was found before is gone. */
function recheck(turn: Turn, id: string): void {
  const { selected, checked, checking } = turn.state;
  const draft = draftOf(turn.state);
  if (draft && selected?.id === id && draft.text !== draft.base && !checked && !checking) check(turn);
}

/** The place of a pair that one wanted to go to is known now. */
function arrive(turn: Turn, detail: Detail, view: number | undefined, at: number | undefined): void {
  const { state } = turn;
  turn.clear('goTo');
  if (at !== undefined && view === state.view?.view) {
    turn.set({ selected: { at, id: detail.id }, reveal: state.reveal + 1, original: false, shown: 0 });
    turn.clear('checked', 'checking');
    reveal(turn, detail.id);
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
  turn.set({ outdated, details: kept, asked: new Map(), short: new Map() });
  askForSeen(turn);
  const id = selected?.id;
  if (id !== undefined && (known === undefined || known.has(id))) turn.send({ type: 'select', id });
}
