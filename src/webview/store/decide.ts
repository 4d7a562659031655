/** What a person sets about a pair: shown at once, sent, and taken back if it is not confirmed. */
import type { Status } from '../../core/dataset/model.js';
import type { PairSet } from '../../protocol.js';
import { t } from '../t.js';
import { countsNow, reviewed } from './counts.js';
import { selectedDetail, selectedRow } from './rows.js';
import { advance } from './select.js';
import { blocked } from './state.js';
import type { Deed, Draft, Recent } from './state.js';
import type { Turn } from './turn.js';

/** The most that the strip at the bottom shows. */
const remembered = 10;

export function decide(turn: Turn, status: Status): void {
  const row = selectedRow(turn.state);
  if (row === undefined) return;
  if (row.kind === 'failure')
    return turn.say(t('This one has no pair to decide on. Retry asks for it again.'));
  if (refused(turn)) return;
  if (row.status === status) goOn(turn, status);
  else change(turn, { status }, status, { before: row.status, onward: true });
}

/** After a decision that is on the disk: says so, and goes on to the next pair. */
export function goOn(turn: Turn, status: Status): void {
  const counts = countsNow(turn.state);
  const done = reviewed(counts);
  const of = counts?.pairs ?? 0;
  if (status === 'new') return turn.say(t('Back to new. {0} of {1} reviewed', done, of));
  const went = turn.state.init?.options.advance === false || advance(turn);
  if (!went) turn.say(t('That was the last of this list. {0} of {1} reviewed', done, of));
  else
    turn.say(
      status === 'accepted' ? t('Accepted. {0} of {1}', done, of) : t('Rejected. {0} of {1}', done, of),
    );
}

export function rate(turn: Turn, rating: number | null): void {
  const row = selectedRow(turn.state);
  if (row?.kind !== 'pair' || refused(turn)) return;
  change(turn, { rating }, 'rated', rating === null ? {} : { rating });
  turn.say(rating === null ? t('Rating taken away') : t('Rated {0} of 5', rating));
}

export function setTags(turn: Turn, tags: readonly string[]): void {
  const row = selectedRow(turn.state);
  turn.clear('overlay');
  turn.focus = 'list';
  if (row?.kind !== 'pair' || refused(turn)) return;
  const clean = [...new Set(tags.map((tag) => tag.trim().slice(0, 200)).filter(Boolean))].slice(0, 100);
  if (clean.join('\n') === row.tags.join('\n')) return;
  change(turn, { tags: clean }, 'tagged');
  turn.say(clean.length === 0 ? t('No tags') : t('Tags: {0}', clean.join(', ')));
}

export function setNote(turn: Turn, note: string): void {
  const detail = selectedDetail(turn.state);
  turn.clear('overlay');
  turn.focus = 'list';
  if (detail?.kind !== 'pair' || note.trim() === (detail.note ?? '').trim() || refused(turn)) return;
  change(turn, { note: note.trim() === '' ? null : note }, 'noted');
  turn.say(t('Note kept'));
}

/** Sends a change of the selected pair. */
export function change(
  turn: Turn,
  set: PairSet,
  deed: Deed,
  more: { before?: Status; rating?: number; draft?: Draft; onward?: boolean } = {},
): void {
  const row = selectedRow(turn.state);
  if (row?.kind !== 'pair') return;
  const { rating, ...pending } = more;
  const request = turn.number();
  turn.send({ type: 'edit', request, pair: row.id, set });
  turn.await({ request, kind: 'edit', pair: row.id, set, ...pending });
  const entry: Recent = { pair: row.id, deed, title: row.title, rating, request };
  turn.set({ recent: [...turn.state.recent, entry].slice(-remembered), undone: [] });
  turn.keep = true;
}

/** Says so where nothing can be written now. */
export function refused(turn: Turn): boolean {
  if (!blocked(turn.state)) return false;
  turn.say(
    turn.state.health.silent
      ? t('Not kept: Pairsmith does not answer.')
      : t('Not kept: the file can’t be written now.'),
  );
  return true;
}

export function undoOrRedo(turn: Turn, kind: 'undo' | 'redo'): void {
  if (refused(turn)) return;
  const { view, pending } = turn.state;
  if (!view?.[kind] && pending.length === 0) {
    return turn.say(kind === 'undo' ? t('Nothing to undo') : t('Nothing to redo'));
  }
  const request = turn.number();
  turn.send({ type: kind, request });
  turn.await({ request, kind });
}

/** Asks within the page before all shown are set. */
export function askShown(turn: Turn, status: Status): void {
  const { view } = turn.state;
  if (view === undefined || refused(turn)) return;
  const pairs = view.pairs ?? view.total;
  if (pairs === 0) {
    const shown = [...turn.state.rows.values()].some((rows) => rows.some(({ kind }) => kind === 'pair'));
    return turn.say(shown ? t('All shown are decided already') : t('No pair is shown'));
  }
  turn.set({ overlay: { kind: 'confirm', status, pairs, view: view.view } });
  turn.focus = 'overlay';
}

export function setShown(turn: Turn): void {
  const { overlay } = turn.state;
  turn.clear('overlay');
  turn.focus = 'list';
  if (overlay?.kind !== 'confirm' || refused(turn)) return;
  const request = turn.number();
  turn.send({ type: 'editShown', request, view: overlay.view, status: overlay.status });
  turn.await({ request, kind: 'editShown', set: { status: overlay.status } });
}

/** Asks again for failed chunks, by their results; none named: for all that failed. */
export function retry(turn: Turn, results: readonly string[]): void {
  if (refused(turn)) return;
  const request = turn.number();
  turn.send({ type: 'retry', request, results: [...results] });
  turn.await({ request, kind: 'retry' });
  turn.say(t('Asking again'));
}
