import type { Focus } from './store/turn.js';

const places: Readonly<Record<Focus, string>> = {
  list: '#list',
  editor: '#editor',
  search: '#search',
  chips: '#chips button',
  overlay: 'dialog [autofocus], dialog button.primary, dialog button',
};

/** Puts the keyboard's focus; the list scrolls by its own rules, so that focusing scrolls nothing. */
export function focusOn(where: Focus): void {
  const element = document.querySelector<HTMLElement>(places[where]);
  element?.focus({ preventScroll: where === 'list' });
  if (where === 'search' && element instanceof HTMLInputElement) element.select();
}
