/** How what was asked for ended: it is confirmed, or the truth comes back. */
import type { ToPage } from '../../protocol.js';
import { t } from '../t.js';
import { catchUp } from './act.js';
import { countsNow, reviewed } from './counts.js';
import { goOn } from './decide.js';
import { settle } from './rows.js';
import { goTo } from './select.js';
import type { Pending } from './state.js';
import type { Turn } from './turn.js';

type Done = Extract<ToPage, { type: 'done' }>;

export function done(turn: Turn, { request, problem, ids, what }: Done): void {
  const pending = turn.state.pending.find((other) => other.request === request);
  if (pending === undefined) return;
  if (problem) return failed(turn, pending, problem);
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
function failed(turn: Turn, pending: Pending, { code, message }: NonNullable<Done['problem']>): void {
  const { state } = turn;
  const { pair, draft } = pending;
  turn.set({ pending: state.pending.filter((other) => other !== pending), queue: [] });
  turn.set({ recent: state.recent.filter(({ request }) => request !== pending.request) });
  if (pair !== undefined && draft && !state.drafts.has(pair)) {
    turn.set({ drafts: new Map(state.drafts).set(pair, draft) });
  }
  // There was nothing to be kept: it is said, and gone with the next thing.
  if (code === 'nothing') return turn.say(message);
  turn.say(t('Not kept. {0}', message));
  turn.notify({ kind: 'error', text: t('Not kept. {0}', message), ...(pair === undefined ? {} : { pair }) });
}
