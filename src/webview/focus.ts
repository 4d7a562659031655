import type { Focus } from './store/turn.js';

const places: Readonly<Record<Focus, string>> = {
  // Or what stands in its place: not its button, which a key meant for the list would press.
  list: '#list, .empty',
  editor: '#editor',
  search: '#search',
  buttons: '.run button, .notices button',
  overlay: 'dialog [autofocus], dialog:not(:has([autofocus])) :is(button.primary, button.close)',
};

/** Where the keyboard goes when the person comes back to the page. */
let later: Focus | undefined;

/** Puts the focus, but takes the keyboard from no other part of the window: there it waits until the page has it. */
export function focusSoon(where: Focus): void {
  if (document.hasFocus()) focusOn(where);
  else later = where;
}

/**
 * The keyboard goes to where it was wanted, or to the page's main thing where nothing else of the page has it: what had
 * it may have gone, as a row's button does with its row.
 */
export function takeFocus(): void {
  if (!document.hasFocus()) return;
  const where = later;
  later = undefined;
  if (where) return focusOn(where);
  if (document.activeElement !== document.body) return;
  focusOn(document.querySelector(places.editor) ? 'editor' : 'list');
}

/** Puts the keyboard's focus; the list scrolls by its own rules, so that focusing scrolls nothing. */
export function focusOn(where: Focus): void {
  const { activeElement } = document;
  if (where === 'buttons') return focusNext([...document.querySelectorAll<HTMLElement>(places.buttons)]);
  const element = document.querySelector<HTMLElement>(places[where]);
  if (element === null && activeElement instanceof HTMLElement) activeElement.blur();
  element?.focus({ preventScroll: where === 'list' });
  if (where === 'search' && element instanceof HTMLInputElement) element.select();
}

/** The first of them; pressed again, the one after. */
function focusNext(elements: readonly HTMLElement[]): void {
  const at = elements.findIndex((element) => element === document.activeElement);
  elements[(at + 1) % elements.length]?.focus();
}
