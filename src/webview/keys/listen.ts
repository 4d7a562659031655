/** Takes keys for the page: letters act on the selected pair, unless they are being typed. */
import { act, closeOverlay } from '../store/act.js';
import { clearFilter } from '../store/filter.js';
import type { Store } from '../store/store.js';
import { pressedKey } from './keys.js';

const typed = 'input, textarea, select, [contenteditable]';

export function listenToKeys(store: Store): void {
  // The workbench listens at the window: what is taken at the document does not get there.
  document.addEventListener('keydown', (event) => {
    // The workbench listens first, and prevents what undo and redo do by default: that is no answer to them.
    if ((event.defaultPrevented && !undoesOrRedoes(event)) || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (target.closest(typed)) return inField(event);
    const taken = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (event.key === 'Escape') {
      if (store.state.overlay) store.play(closeOverlay);
      else escape(store, target);
      return taken();
    }
    const key = pressedKey({
      key: event.key,
      code: event.code,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      altKey: event.altKey,
      shiftKey: event.shiftKey,
      isComposing: event.isComposing,
      thirdLevel: event.getModifierState('AltGraph'),
    });
    if (key === undefined) return;
    // A focused button or summary is pressed by these, and text that is selected is copied by Ctrl+C alone.
    if ((key === 'Space' || key === 'Enter') && target.closest('button, summary, a')) return;
    const action = store.state.keys.action.get(key);
    if (action === undefined || (store.state.overlay && action !== 'help')) return;
    if (event.repeat && !repeats.has(action)) return taken();
    store.play((turn) => act(turn, action));
    taken();
  });
}

/** What holding a key down does again and again. A decision is one press. */
const repeats = new Set(['next', 'previous', 'nextPage', 'previousPage', 'undo', 'redo']);

/** Escape leads back to the list, and from there out of the filter. */
function escape(store: Store, target: Element): void {
  const home = target.id === 'list' || target === document.body || target.closest('.empty');
  store.play(home ? clearFilter : (turn) => void (turn.focus = 'list'));
}

/** The workbench takes Ctrl+Z for the document; in a field it is for what was typed. */
function inField(event: KeyboardEvent): void {
  if (!undoesOrRedoes(event)) return;
  event.preventDefault();
  event.stopPropagation();
  document.execCommand(event.key.toLowerCase() === 'y' || event.shiftKey ? 'redo' : 'undo');
}

const undoesOrRedoes = ({ ctrlKey, metaKey, altKey, key }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && !altKey && ['z', 'y'].includes(key.toLowerCase());
