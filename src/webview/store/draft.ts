/** Editing in place: what is being typed lives here until it is kept or dropped, and outlives a reload. */
import type { Detail, PageMessage, PairDetail } from '../../protocol.js';
import { t } from '../t.js';
import { change, refused } from './decide.js';
import { selectedDetail } from './rows.js';
import type { Draft, State } from './state.js';
import type { Turn } from './turn.js';

/** Unfinished texts that are kept at a time. */
const most = 20;

/** The turn that is asked: the last one of the person. */
export const questionAt = (prompt: readonly PageMessage[]): number =>
  prompt.findLastIndex(({ role }) => role === 'user');

export const questionOf = (detail: PairDetail): string =>
  detail.prompt[questionAt(detail.prompt)]?.content ?? '';

const textOf = (detail: PairDetail, field: Draft['field']): string =>
  field === 'completion' ? detail.completion : questionOf(detail);

export const draftOf = (state: State): Draft | undefined =>
  state.selected?.id === undefined ? undefined : state.drafts.get(state.selected.id);

function put(turn: Turn, pair: string, draft: Draft | undefined): void {
  const drafts = new Map(turn.state.drafts);
  drafts.delete(pair);
  if (draft) drafts.set(pair, draft);
  const oldest = drafts.keys().next().value;
  if (drafts.size > most && oldest !== undefined) drafts.delete(oldest);
  turn.set({ drafts });
  turn.keep = true;
}

export function startEdit(turn: Turn, field: Draft['field']): void {
  const detail = selectedDetail(turn.state);
  if (turn.state.selected && detail === undefined && !refused(turn))
    return turn.set({ opening: field, soughtSince: turn.now });
  if (detail?.kind !== 'pair' || refused(turn)) return;
  if (field === 'question' && questionAt(detail.prompt) < 0) return turn.say(t('This pair has no question'));
  turn.focus = 'editor';
  const open = draftOf(turn.state);
  if (open?.field === field) return;
  if (open && open.text !== open.base) return turn.say(t('Keep or drop the other text first'));
  const base = textOf(detail, field);
  turn.set({ original: false });
  turn.clear('checked', 'checking');
  put(turn, detail.id, { field, base, text: base, start: base.length, end: base.length });
}

export function type(turn: Turn, text: string, start: number, end: number): void {
  const id = turn.state.selected?.id;
  const draft = draftOf(turn.state);
  if (id === undefined || draft === undefined) return;
  if (draft.text === text && draft.start === start && draft.end === end) return;
  const { armed: _armed, ...rest } = draft;
  put(turn, id, { ...rest, text, start, end });
}

/** Asks how the text would stand on its source. */
export function check(turn: Turn): void {
  const detail = selectedDetail(turn.state);
  const draft = draftOf(turn.state);
  if (detail?.kind !== 'pair' || draft === undefined || turn.state.health.silent) return;
  const request = turn.number();
  const completion = draft.field === 'completion' ? draft.text : detail.completion;
  turn.set({ checking: { request, pair: detail.id, text: completion } });
  const question = draft.field === 'question' ? draft.text : questionOf(detail);
  turn.send({ type: 'check', request, pair: detail.id, question, completion });
}

export function keepEdit(turn: Turn): void {
  const detail = selectedDetail(turn.state);
  const draft = draftOf(turn.state);
  if (detail?.kind !== 'pair' || draft === undefined) return;
  const { field, text } = draft;
  if (text !== textOf(detail, field)) {
    if (refused(turn)) return;
    if (text.trim() === '') return turn.say(t('An empty text can’t be kept. Escape drops it.'));
    const back = detail.original !== undefined;
    if (field === 'completion') {
      const first = back && detail.original?.completion === text;
      change(turn, { completion: first ? null : text }, 'edited', { draft });
    } else {
      const at = questionAt(detail.prompt);
      const prompt = detail.prompt.map((message, i) => (i === at ? { ...message, content: text } : message));
      const first = back && sameTexts(detail.original?.prompt ?? [], prompt);
      change(turn, { prompt: first ? null : prompt }, 'edited', { draft });
    }
    turn.say(t('Edit kept'));
  }
  close(turn, detail.id);
}

const sameTexts = (a: readonly PageMessage[], b: readonly PageMessage[]): boolean =>
  a.length === b.length &&
  a.every(({ role, content }, i) => role === b[i]?.role && content === b[i]?.content);

/** Drops the text: at once where nothing was typed, else when asked twice. */
export function dropEdit(turn: Turn): void {
  const id = turn.state.selected?.id;
  const draft = draftOf(turn.state);
  if (id === undefined || draft === undefined) return;
  if (draft.text === draft.base || draft.armed) {
    close(turn, id);
    return turn.say(t('Edit dropped'));
  }
  put(turn, id, { ...draft, armed: true });
  turn.say(t('Escape again drops what you typed'));
}

function close(turn: Turn, id: string): void {
  put(turn, id, undefined);
  turn.clear('checked', 'checking');
  turn.focus = 'list';
}

/** A draft whose pair someone else has changed says so, with their text. */
export function compareDraft(turn: Turn, detail: Detail): void {
  const draft = turn.state.drafts.get(detail.id);
  if (draft === undefined || detail.kind !== 'pair') return;
  const now = textOf(detail, draft.field);
  const { theirs: _theirs, ...rest } = draft;
  if (now === draft.base || now === draft.text) {
    if (draft.theirs !== undefined) put(turn, detail.id, { ...rest, base: now });
  } else if (draft.theirs !== now) put(turn, detail.id, { ...rest, theirs: now });
}

/** Goes on with one's own text over theirs, or takes theirs. */
export function resolveDraft(turn: Turn, mine: boolean): void {
  const id = turn.state.selected?.id;
  const draft = draftOf(turn.state);
  if (id === undefined || draft?.theirs === undefined) return;
  const { theirs, ...rest } = draft;
  const text = mine ? draft.text : theirs;
  put(turn, id, { ...rest, base: theirs, text });
  turn.focus = 'editor';
}
