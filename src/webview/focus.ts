import type { Focus } from './store/turn.js';

const places: Readonly<Record<Focus, string>> = {
  list: '#list',
  editor: '#editor',
  search: '#search',
  chips: '#chips button',
  overlay: 'dialog [autofocus], dialog button.primary, dialog button',
};

/** The keyboard goes to the page's main thing where nothing else of the page has it; other windows keep it. */
export function takeFocus(): void {
  if (!document.hasFocus() || document.activeElement !== document.body) return;
  focusOn(document.querySelector(places.editor) ? 'editor' : 'list');
}

/** Puts the keyboard's focus; the list scrolls by its own rules, so that focusing scrolls nothing. */
export function focusOn(where: Focus): void {
  const element = document.querySelector<HTMLElement>(places[where]);
  const { activeElement } = document;
  if (element === null && activeElement instanceof HTMLElement) activeElement.blur();
  element?.focus({ preventScroll: where === 'list' });
  if (where === 'search' && element instanceof HTMLInputElement) element.select();
}
