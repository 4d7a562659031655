import type { Action } from '../../protocol.js';

/** Every action of the review page, each a command too. Held against the protocol by the type, both ways. */
const all: Readonly<Record<Action, true>> = {
  next: true,
  previous: true,
  nextPage: true,
  previousPage: true,
  first: true,
  last: true,
  accept: true,
  reject: true,
  reset: true,
  edit: true,
  editQuestion: true,
  rate1: true,
  rate2: true,
  rate3: true,
  rate4: true,
  rate5: true,
  unrate: true,
  tag: true,
  note: true,
  undo: true,
  redo: true,
  evidence: true,
  goToEvidence: true,
  chunk: true,
  original: true,
  copy: true,
  retry: true,
  retryAll: true,
  keepStale: true,
  refreshStale: true,
  search: true,
  filter: true,
  focus: true,
  acceptShown: true,
  rejectShown: true,
  help: true,
};

/** Without the protocol's guards, which are no part of what VS Code loads at its start. */
export const reviewActions = Object.keys(all) as readonly Action[];
