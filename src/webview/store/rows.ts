/** The rows of the view: kept in batches, asked for when they are seen, shown with what is not confirmed yet. */
import type { Detail, PageGrounding, PairDetail, PairSet, Row } from '../../protocol.js';
import { moved } from './counts.js';
import { shiftRanges } from '../text/ranges.js';
import { batch } from './state.js';
import type { State } from './state.js';
import type { Turn } from './turn.js';

const batchOf = (at: number): number => Math.floor(at / batch);

/** The row as the extension gave it last. */
const storedRow = (state: State, at: number): Row | undefined => state.rows.get(batchOf(at))?.[at % batch];

/** The row as it is shown; undefined where it has not come yet. */
export function rowAt(state: State, at: number): Row | undefined {
  const row = storedRow(state, at);
  return row && withPending(state, row);
}

/** The row with what was sent and is not confirmed yet. */
export function withPending(state: State, row: Row): Row {
  if (row.kind === 'failure') return row;
  let now = row;
  for (const { pair, set, onward } of state.pending) {
    if (pair !== row.id || set === undefined || onward) continue;
    const { rating: _rating, ...unrated } = now;
    now = {
      ...unrated,
      status: set.status ?? now.status,
      tags: set.tags ?? now.tags,
      edited: now.edited || typeof set.completion === 'string' || Array.isArray(set.prompt),
      title: titleOf(set) ?? now.title,
    };
    const rating = set.rating === undefined ? _rating : (set.rating ?? undefined);
    if (rating !== undefined) now = { ...now, rating };
  }
  return now;
}

/** The row's title after an edit of the question. */
const titleOf = ({ prompt }: PairSet): string | undefined =>
  prompt?.findLast(({ role }) => role === 'user')?.content.slice(0, 300);

/** A pair's texts with what was sent and is not confirmed yet. */
export function detailOf(state: State, id: string): Detail | undefined {
  const detail = state.details.get(id);
  if (detail?.kind !== 'pair') return detail;
  let now = { ...detail, row: withPending(state, detail.row) };
  for (const { pair, set } of state.pending) {
    if (pair !== id || set === undefined) continue;
    if (set.completion !== undefined) {
      const completion = set.completion ?? detail.original?.completion ?? now.completion;
      const grounding = now.grounding && shifted(now.grounding, now.completion, completion);
      now = { ...now, completion, original: originalOf(detail), ...(grounding ? { grounding } : {}) };
    }
    if (set.prompt !== undefined) {
      const prompt = set.prompt ?? detail.original?.prompt ?? now.prompt;
      now = { ...now, prompt, original: originalOf(detail) };
    }
    if (set.note !== undefined) {
      const { note: _note, ...rest } = now;
      now = set.note === null ? rest : { ...rest, note: set.note };
    }
  }
  return now;
}

const originalOf = ({ original, prompt, completion }: PairDetail): NonNullable<PairDetail['original']> =>
  original ?? { prompt, completion };

/** What was found about a text, where it still stands in the edited one. */
function shifted(grounding: PageGrounding, before: string, after: string): PageGrounding {
  const unsupported = shiftRanges(grounding.unsupported, before, after);
  const reasons = grounding.reasons.flatMap((reason) => {
    const at = reason.at && shiftRanges([reason.at], before, after)[0];
    return reason.at && at === undefined
      ? []
      : [{ ...reason, ...(at ? { at: [...at] as [number, number] } : {}) }];
  });
  return { ...grounding, reasons, unsupported: unsupported.map(([from, to]) => [from, to]) };
}

export const selectedRow = (state: State): Row | undefined => {
  const { selected } = state;
  if (selected === undefined) return undefined;
  const row = rowAt(state, selected.at);
  if (row && (selected.id === undefined || row.id === selected.id)) return row;
  return selected.id === undefined ? undefined : detailOf(state, selected.id)?.row;
};

export const selectedDetail = (state: State): Detail | undefined =>
  state.selected?.id === undefined ? undefined : detailOf(state, state.selected.id);

/** Where a loaded row with this id stands in the view. */
export function placeOf(state: State, id: string): number | undefined {
  for (const [number, rows] of state.rows) {
    const at = rows.findIndex((row) => row.id === id);
    if (at >= 0) return number * batch + at;
  }
  return undefined;
}

/** Asks for the batches that are seen and not there, at most two at a time: who scrolls by leaves none behind. */
export function askForSeen(turn: Turn): void {
  const { view, seen, rows, asked, short, outdated, selected } = turn.state;
  if (view === undefined) return;
  const waiting = new Map(asked);
  const ask = (number: number): void => {
    const from = number * batch;
    if (waiting.size >= 2 || waiting.has(number) || short.has(number) || from >= view.total) return;
    const to = Math.min(from + batch, view.total);
    const complete = (rows.get(number)?.length ?? 0) >= to - from;
    if (complete && !outdated.has(number)) return;
    waiting.set(number, turn.now);
    turn.send({ type: 'rows', view: view.view, from, to });
  };
  const last = Math.min(seen[1], view.total) - 1;
  for (let number = batchOf(seen[0]); number <= batchOf(Math.max(seen[0], last)); number++) ask(number);
  if (selected) ask(batchOf(selected.at));
  if (waiting.size !== asked.size) turn.set({ asked: waiting });
}

/** Milliseconds after which rows that did not come, or not all of them, are asked for again. */
const patience = 2000;

/** A row that can be had does not stay away: what could not be read a moment ago may be there again. */
export function askAgain(turn: Turn): void {
  const { asked, short } = turn.state;
  const young = (since: ReadonlyMap<number, number>): Map<number, number> =>
    new Map([...since].filter(([, at]) => turn.now - at < patience));
  const still = { asked: young(asked), short: young(short) };
  if (still.asked.size === asked.size && still.short.size === short.size) return;
  turn.set(still);
  askForSeen(turn);
}

export function takeRows(turn: Turn, from: number, came: readonly Row[]): void {
  const { state } = turn;
  const rows = new Map(state.rows);
  const asked = new Map(state.asked);
  const outdated = new Set(state.outdated);
  const number = batchOf(from);
  const wanted = Math.min(batch, (state.view?.total ?? 0) - number * batch);
  const kept = (rows.get(number) ?? []).slice(0, from % batch);
  rows.set(number, [...kept, ...came].slice(0, batch));
  asked.delete(number);
  outdated.delete(number);
  const short = (from % batch) + came.length < wanted;
  turn.set({
    rows,
    asked,
    outdated,
    ...(short ? { short: new Map(state.short).set(number, turn.now) } : {}),
  });
}

/** Puts what was confirmed into the rows and texts that are here, until they come anew. */
export function settle(turn: Turn, request: number): void {
  const { state } = turn;
  const edit = state.pending.find((pending) => pending.request === request);
  const pending = state.pending.filter((other) => other !== edit);
  if (edit?.pair === undefined) return turn.set({ pending });
  const alone: State = { ...state, pending: [{ ...edit, onward: false }] };
  const rows = new Map(state.rows);
  const at = placeOf(state, edit.pair);
  if (at !== undefined) {
    const number = batchOf(at);
    rows.set(
      number,
      (rows.get(number) ?? []).map((row) => (row.id === edit.pair ? withPending(alone, row) : row)),
    );
  }
  const details = new Map(state.details);
  const detail = detailOf(alone, edit.pair);
  if (detail) details.set(edit.pair, detail);
  turn.set({ pending, rows, details });
  const { before, set } = edit;
  if (state.view && before && set?.status) {
    const { counts, whole } = state.view;
    const after = moved(counts, before, set.status);
    turn.set({
      view: { ...state.view, counts: after, whole: whole && moved(whole, before, set.status) },
    });
  }
}
