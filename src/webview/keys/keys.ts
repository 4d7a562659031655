/** Which key does what. Keys are written as people write them: `a`, `Shift+a`, `Ctrl+z`, `ArrowDown`, `Space`, `?`. */
import type { Action } from '../../protocol.js';

export const defaultKeys: Readonly<Record<Action, readonly string[]>> = {
  next: ['j', 'ArrowDown'],
  previous: ['k', 'ArrowUp'],
  nextPage: ['PageDown'],
  previousPage: ['PageUp'],
  first: ['Home'],
  last: ['End'],
  accept: ['a'],
  reject: ['r'],
  reset: ['w'],
  edit: ['e', 'F2'],
  editQuestion: ['Shift+e'],
  rate1: ['1'],
  rate2: ['2'],
  rate3: ['3'],
  rate4: ['4'],
  rate5: ['5'],
  unrate: ['0'],
  tag: ['t'],
  note: ['n'],
  undo: ['u', 'Ctrl+z'],
  redo: ['Ctrl+y', 'Ctrl+Shift+z'],
  // Not Enter to go there: pressed once more, it would type into the document.
  evidence: ['Space', 'Enter'],
  goToEvidence: ['g'],
  chunk: ['x'],
  original: ['o'],
  copy: ['c'],
  retry: ['y'],
  retryAll: ['Shift+y'],
  keepStale: ['s'],
  refreshStale: ['Shift+s'],
  search: ['/'],
  filter: ['f'],
  doubtful: ['d'],
  focus: ['z'],
  buttons: ['b'],
  acceptShown: ['Shift+a'],
  rejectShown: ['Shift+r'],
  help: ['?'],
};

const modifiers = ['Ctrl', 'Alt', 'Shift'] as const;
const spelled = new Map<string, string>([
  ['cmd', 'Ctrl'],
  ['meta', 'Ctrl'],
  ['control', 'Ctrl'],
  ['ctrl', 'Ctrl'],
  ['alt', 'Alt'],
  ['option', 'Alt'],
  ['shift', 'Shift'],
]);

/** A key as a person wrote it, in the one spelling; undefined where it is none. */
export function readKey(written: string): string | undefined {
  const parts =
    written === '+' || written.endsWith('++')
      ? [...written.slice(0, -1).split('+'), '+']
      : written.split('+');
  const key = parts.at(-1);
  if (!key) return undefined;
  const held = new Set<string>();
  for (const part of parts.slice(0, -1).filter(Boolean)) {
    const modifier = spelled.get(part.trim().toLowerCase());
    if (modifier === undefined) return undefined;
    held.add(modifier);
  }
  if (key.length === 1 && key !== key.toLowerCase()) held.add('Shift');
  return spell(held, key);
}

function spell(held: ReadonlySet<string>, key: string): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key;
  return [...modifiers.filter((modifier) => held.has(modifier)), name].join('+');
}

/** What of a keyboard event counts. */
export interface Pressed {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  /** The third level of a keyboard (AltGr), which sets Ctrl and Alt too. */
  readonly thirdLevel: boolean;
}

/** The pressed key in the one spelling; undefined while an input method composes. */
export function pressedKey(event: Pressed): string | undefined {
  if (event.isComposing || event.key === 'Process' || event.key === 'Dead') return undefined;
  const held = new Set<string>();
  if ((event.ctrlKey || event.metaKey) && !event.thirdLevel) held.add('Ctrl');
  if (event.altKey && !event.thirdLevel) held.add('Alt');
  // On a keyboard of another script the letter is where the Latin one is.
  const latin = /^Key([A-Z])$/.exec(event.code)?.[1];
  const key = latin && /^\P{ASCII}$/u.test(event.key) ? latin.toLowerCase() : event.key;
  // Signs have their Shift in them: `?` is Shift+/ on one keyboard and Shift+ß on another.
  const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase() && key !== ' ';
  if (event.shiftKey && !sign) held.add('Shift');
  return spell(held, key);
}

export interface KeyMap {
  readonly action: ReadonlyMap<string, Action>;
  readonly keys: Readonly<Record<Action, readonly string[]>>;
}

/** The map with a person's own keys: an action of theirs loses its default keys, a key of theirs its default action. */
export function keyMap(own: Readonly<Partial<Record<Action, readonly string[]>>> = {}): KeyMap {
  const action = new Map<string, Action>();
  const take = (name: Action, written: readonly string[]): void => {
    for (const key of written.map(readKey)) if (key !== undefined && !action.has(key)) action.set(key, name);
  };
  const names = Object.keys(defaultKeys) as Action[];
  for (const name of names) if (own[name]) take(name, own[name]);
  for (const name of names) if (!own[name]) take(name, defaultKeys[name]);
  const keys = Object.fromEntries(names.map((name) => [name, [] as string[]])) as Record<Action, string[]>;
  for (const [key, name] of action) keys[name].push(key);
  return { action, keys };
}

const signs = new Map([
  ['ArrowDown', '↓'],
  ['ArrowUp', '↑'],
  ['PageDown', 'PgDn'],
  ['PageUp', 'PgUp'],
]);

/** The key for people. */
export function keyLabel(key: string, mac: boolean): string {
  const parts = key === '+' ? ['+'] : key.split(/\+(?!$)/);
  return parts
    .map((part) => (mac && part === 'Ctrl' ? '⌘' : mac && part === 'Shift' ? '⇧' : (signs.get(part) ?? part)))
    .map((part) => (part.length === 1 && parts.length > 1 ? part.toUpperCase() : part))
    .join(mac ? '' : '+');
}
