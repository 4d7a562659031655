/** Which rows are shown. */
import type { Filter } from '../../protocol.js';
import { withoutFilter } from '../../protocol.js';
import { isFiltered } from './state.js';
import type { Turn } from './turn.js';

/** The longest text that is searched for, in UTF-16 units; the protocol takes no more. */
const longest = 1000;

export function setFilter(turn: Turn, patch: Partial<Filter>): void {
  const filter = { ...turn.state.filter, ...patch };
  if (filter.only === undefined) delete filter.only;
  apply(turn, { ...filter, text: filter.text.slice(0, longest) });
}

function apply(turn: Turn, filter: Filter): void {
  turn.set({ filter, asking: { filter, at: turn.now } });
  turn.keep = true;
  turn.send({ type: 'filter', filter });
}

/** Takes away what one filters by; the document that the side panel follows is none of it. */
export function clearFilter(turn: Turn): void {
  const { filter, init } = turn.state;
  if (!isFiltered(turn.state)) return;
  const documents = init?.place === 'panel' ? filter.documents : [];
  apply(turn, { ...withoutFilter(filter), documents });
}

/** What the source bears out least first, or as the documents have it. Who asks for the doubtful begins with them. */
export function toggleDoubtful(turn: Turn): void {
  const { order, ...filter } = turn.state.filter;
  if (order === undefined) turn.clear('selected', 'goTo');
  apply(turn, order === undefined ? { ...filter, order: 'doubtful' } : filter);
}

const toggled = <Value>(values: readonly Value[], value: Value): Value[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];

export const toggleStatus = (turn: Turn, status: Filter['status'][number]): void =>
  setFilter(turn, { status: toggled(turn.state.filter.status, status) });

export const toggleVerdict = (turn: Turn, verdict: Filter['verdict'][number]): void =>
  setFilter(turn, { verdict: toggled(turn.state.filter.verdict, verdict) });

export const toggleOnly = (turn: Turn, only: NonNullable<Filter['only']>): void =>
  setFilter(turn, { only: turn.state.filter.only === only ? undefined : only });
