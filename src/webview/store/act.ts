/** What each action does, whichever key, button or command asked for it. */
import type { Action, PageSource } from '../../protocol.js';
import { t } from '../t.js';
import { countsNow } from './counts.js';
import { askShown, decide, rate, refused, retry, undoOrRedo } from './decide.js';
import { startEdit } from './draft.js';
import { toggleDoubtful } from './filter.js';
import { selectedDetail, selectedRow } from './rows.js';
import { choose, step } from './select.js';
import type { Turn } from './turn.js';

export function act(turn: Turn, action: Action): void {
  const { pending, queue, health } = turn.state;
  if (!health.silent && pending.some(({ onward }) => onward)) {
    return turn.set({ queue: [...queue, action] });
  }
  // What is typed before the text field is there is no decision.
  if (turn.state.opening) return;
  switch (action) {
    case 'next':
      return step(turn, 1);
    case 'previous':
      return step(turn, -1);
    case 'nextPage':
    case 'previousPage': {
      const [from, to] = turn.state.seen;
      const by = Math.max(1, to - from - 1);
      return step(turn, action === 'nextPage' ? by : -by);
    }
    case 'first':
      return choose(turn, 0);
    case 'last':
      return choose(turn, (turn.state.view?.total ?? 1) - 1);
    case 'accept':
      return decide(turn, 'accepted');
    case 'reject':
      return decide(turn, 'rejected');
    case 'reset':
      return decide(turn, 'new');
    case 'edit':
      return startEdit(turn, 'completion');
    case 'editQuestion':
      return startEdit(turn, 'question');
    case 'rate1':
    case 'rate2':
    case 'rate3':
    case 'rate4':
    case 'rate5':
      return rate(turn, Number(action.slice(-1)));
    case 'unrate':
      return rate(turn, null);
    case 'tag':
    case 'note':
      return open(turn, action);
    case 'undo':
    case 'redo':
      return undoOrRedo(turn, action);
    case 'evidence':
      return showNext(turn);
    case 'goToEvidence':
      return show(turn, 0, undefined, true);
    case 'chunk':
      return setLayout(turn, { chunk: !turn.state.layout.chunk });
    case 'original':
      return toggleOriginal(turn);
    case 'copy':
      return copy(turn);
    case 'retry': {
      const row = selectedRow(turn.state);
      if (row?.kind === 'failure') retry(turn, [row.id]);
      else turn.say(t('Only what failed can be asked for again'));
      return;
    }
    case 'retryAll':
      return (countsNow(turn.state)?.failed ?? 0) > 0 ? retry(turn, []) : turn.say(t('No chunk has failed'));
    case 'keepStale':
      return mend(turn, 'keepStale');
    case 'refreshStale':
      return mend(turn, 'refreshDocument');
    case 'search':
      turn.focus = 'search';
      return;
    case 'filter':
      return open(turn, 'filter');
    case 'doubtful':
      return toggleDoubtful(turn);
    case 'focus':
      return setLayout(turn, { focus: !turn.state.layout.focus });
    case 'buttons':
      turn.focus = 'buttons';
      return;
    case 'acceptShown':
      return askShown(turn, 'accepted');
    case 'rejectShown':
      return askShown(turn, 'rejected');
    case 'help':
      return turn.state.overlay?.kind === 'help' ? closeOverlay(turn) : open(turn, 'help');
  }
}

/** Does what was pressed while a decision was on its way, up to the next decision. */
export function catchUp(turn: Turn): void {
  const { queue } = turn.state;
  turn.set({ queue: [] });
  for (const action of queue) act(turn, action);
}

export function setLayout(turn: Turn, patch: Partial<Turn['state']['layout']>): void {
  turn.set({ layout: { ...turn.state.layout, ...patch } });
  turn.keep = true;
}

function open(turn: Turn, kind: 'help' | 'filter' | 'tag' | 'note'): void {
  const ofPair = kind === 'tag' || kind === 'note';
  if (ofPair && selectedRow(turn.state)?.kind !== 'pair') return;
  turn.set({ overlay: { kind } });
  turn.focus = 'overlay';
}

export function closeOverlay(turn: Turn): void {
  turn.clear('overlay');
  turn.focus = 'list';
}

/** Shows the evidence in the source; pressed again, the next piece of it. */
function showNext(turn: Turn): void {
  const detail = selectedDetail(turn.state);
  if (detail?.kind !== 'pair') return show(turn, 0, undefined, false);
  const places = detail.sources.flatMap(
    ({ spans }, source): { source: number; span: number | undefined }[] =>
      spans.length === 0 ? [{ source, span: undefined }] : spans.map((_, span) => ({ source, span })),
  );
  const place = places[turn.state.shown % Math.max(1, places.length)];
  turn.set({ shown: turn.state.shown + 1 });
  show(turn, place?.source ?? 0, place?.span, false);
}

export function show(turn: Turn, source: number, span: number | undefined, focus: boolean): void {
  const detail = selectedDetail(turn.state);
  if (detail === undefined) return;
  const found = detail.kind === 'pair' ? detail.sources.length > 0 : detail.source !== undefined;
  if (!found) return turn.say(t('This pair has no source to show'));
  turn.send({ type: 'show', pair: detail.id, source, focus, ...(span === undefined ? {} : { span }) });
}

function toggleOriginal(turn: Turn): void {
  const detail = selectedDetail(turn.state);
  if (detail?.kind !== 'pair') return;
  if (detail.original === undefined) return turn.say(t('Unchanged: this is how it was made'));
  turn.set({ original: !turn.state.original });
}

/** What can be done about a pair whose words are gone from its document. */
function mend(turn: Turn, command: 'keepStale' | 'refreshDocument'): void {
  const detail = selectedDetail(turn.state);
  if (detail?.kind !== 'pair' || !detail.sources.some(isLost)) return turn.say(t('This pair is not stale'));
  if (!refused(turn)) turn.send({ type: 'command', command, id: detail.id });
}

const isLost = ({ spans, now, problem }: PageSource): boolean =>
  now !== undefined || (problem === undefined && spans.some(({ found }) => !found));

function copy(turn: Turn): void {
  const detail = selectedDetail(turn.state);
  if (detail === undefined) return;
  turn.copy =
    detail.kind === 'pair'
      ? [...detail.prompt.map(({ content }) => content), detail.completion].join('\n\n')
      : (detail.reply ?? detail.message);
  turn.say(t('Copied'));
}
