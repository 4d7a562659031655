/** What can be done when a run has ended. */
import type { SummaryAction } from '../../protocol.js';
import { noFilter } from '../../protocol.js';
import { setFilter } from './filter.js';
import type { Turn } from './turn.js';

export function followUp(turn: Turn, action: SummaryAction): void {
  const { documents } = turn.state.filter;
  if (action === 'review' || action === 'failures') {
    const wanted = action === 'review' ? { status: ['new' as const] } : { only: 'failed' as const };
    setFilter(turn, { ...noFilter, only: undefined, documents, ...wanted });
    turn.focus = 'list';
  } else turn.send({ type: 'command', command: action });
}

/** The summary goes, here and wherever else the dataset is shown. */
export function dismissSummary(turn: Turn): void {
  turn.clear('summary');
  turn.send({ type: 'command', command: 'dismissSummary' });
  turn.focus = 'list';
}
