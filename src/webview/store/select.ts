/** Which pair is looked at. */
import type { Row } from '../../protocol.js';
import { askForSeen, detailOf, placeOf, rowAt } from './rows.js';
import type { State } from './state.js';
import type { Turn } from './turn.js';

/** Selects the row at a place of the view. Its texts are shown at once where they are here already. */
export function choose(turn: Turn, at: number): void {
  const { view } = turn.state;
  if (view === undefined || view.total === 0) return;
  const place = Math.max(0, Math.min(view.total - 1, at));
  const row = rowAt(turn.state, place);
  const same = turn.state.selected?.at === place && turn.state.selected.id === row?.id;
  turn.set({ selected: row ? { at: place, id: row.id } : { at: place }, reveal: turn.state.reveal + 1 });
  turn.clear('goTo');
  if (same) return;
  turn.set({ original: false, shown: 0 });
  turn.clear('checked', 'checking', 'opening');
  if (row) lookAt(turn, row.id);
  askForSeen(turn);
}

/** Selects a pair wherever it stands; the answer tells its place. */
export function goTo(turn: Turn, id: string): void {
  const at = placeOf(turn.state, id);
  if (at !== undefined) return choose(turn, at);
  turn.set({ goTo: id, soughtSince: turn.now });
  turn.send({ type: 'select', id });
}

/** Asks for a pair's texts, and ahead for its neighbours'. */
export function lookAt(turn: Turn, id: string): void {
  turn.send({ type: 'select', id });
  turn.keep = true;
  reveal(turn, id);
  const { selected, details } = turn.state;
  if (selected === undefined) return;
  const near = [1, 2, -1].map((step) => rowAt(turn.state, selected.at + step)?.id);
  const ids = near.filter((other): other is string => other !== undefined && !details.has(other));
  if (ids.length > 0) turn.send({ type: 'peek', ids });
}

/** With the setting, the evidence of each selected pair is revealed in the source. */
export function reveal(turn: Turn, id: string): void {
  if (!turn.state.init?.options.autoReveal) return;
  const detail = detailOf(turn.state, id);
  if (detail?.kind === 'failure' || detail?.sources.length === 0) return;
  turn.send({ type: 'show', pair: id, source: 0, focus: false });
}

/** Milliseconds after which a pair that one wanted to go to counts as gone. */
const patience = 1000;
/** Milliseconds that an edit waits for its text: letters are meant for it, and decide on no pair meanwhile. */
const editPatience = 3000;

/** A pair that is not in the dataset any more gets no answer: one stays near where one was. */
export function giveUp(turn: Turn): void {
  const { goTo: sought, soughtSince, view, selected } = turn.state;
  const waited = turn.now - soughtSince;
  if (waited >= editPatience) turn.clear('opening');
  if (waited < patience) return;
  if (sought === undefined || !view?.total) return;
  choose(turn, selected?.at ?? 0);
}

export const step = (turn: Turn, by: number): void =>
  choose(turn, turn.state.selected === undefined ? 0 : turn.state.selected.at + by);

/** A decision goes on to the next row that the filter would still take. True: there was one. */
export function advance(turn: Turn): boolean {
  const { state } = turn;
  const { view, selected } = state;
  if (view === undefined || selected === undefined) return false;
  for (let at = selected.at + 1; at < view.total; at++) {
    const row = rowAt(state, at);
    if (row && !matches(state, row)) continue;
    choose(turn, at);
    return true;
  }
  return false;
}

function matches({ filter }: State, row: Row): boolean {
  if (row.kind === 'failure') return filter.only === 'failed';
  return (
    (filter.status.length === 0 || filter.status.includes(row.status)) &&
    (filter.verdict.length === 0 || filter.verdict.includes(row.verdict))
  );
}
