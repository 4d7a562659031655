/** All that the page knows and shows. Never changed in place: a turn makes the next one. */
import type { Status } from '../../core/dataset/model.js';
import type { Action, Detail, Filter, PageCommand, PairSet, Row, ToPage } from '../../protocol.js';
import { noFilter } from '../../protocol.js';
import { keyMap } from '../keys/keys.js';
import type { KeyMap } from '../keys/keys.js';

type Of<Type extends ToPage['type']> = Extract<ToPage, { type: Type }>;
export type Init = Of<'init'>;
export type Run = NonNullable<Of<'run'>['run']>;
export type Summary = NonNullable<Of<'summary'>['summary']>;
export type FileProblem = NonNullable<Of<'file'>['problem']>;
export type View = Omit<Of<'view'>, 'type'>;

/** What a person did last, for the strip at the bottom. */
export type Deed = 'accepted' | 'rejected' | 'new' | 'edited' | 'rated' | 'tagged' | 'noted';
export interface Recent {
  readonly pair: string;
  readonly deed: Deed;
  /** The rating, where it is one. */
  readonly rating?: number | undefined;
  readonly title: string;
  /** The request that it was sent with; unknown after a reload. */
  readonly request?: number | undefined;
}

/** A change that was sent and is not confirmed yet; shown as if it was. */
export interface Pending {
  readonly request: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind: 'edit' | 'editShown' | 'undo' | 'redo' | 'retry';
  readonly pair?: string;
  readonly set?: PairSet;
  /** Status of the pair before, to count by. */
  readonly before?: Status;
  /** Taken back into the editor if it is not kept. */
  readonly draft?: Draft;
  /** A decision: it shows, and the next pair does, once it is on the disk. */
  readonly onward?: boolean;
}

/** A text that is being typed, and not yet kept. */
export interface Draft {
  readonly field: 'question' | 'completion';
  /** The text that typing began with. */
  readonly base: string;
  readonly text: string;
  /** The cursor, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Escape was pressed once: again drops it. */
  readonly armed?: boolean;
  /** The pair's text is not `base` any more: someone else changed it. */
  readonly theirs?: string;
}

/** What `check` said of a draft, and of which text. */
export interface Checked {
  readonly text: string;
  readonly grounding: NonNullable<Of<'checked'>['grounding']>;
}

export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'warning' | 'info';
  readonly text: string;
  /** A pair to go to. */
  readonly pair?: string;
  readonly command?: PageCommand;
}

export type Overlay =
  | { readonly kind: 'help' | 'filter' | 'tag' | 'note' }
  | { readonly kind: 'confirm'; readonly status: Status; readonly pairs: number; readonly view: number };

export interface Health {
  /** When anything came from the extension, in milliseconds since the epoch. */
  readonly heard: number;
  readonly pinged: number;
  /** The ping that is not answered yet. */
  readonly ping?: { readonly request: number; readonly at: number };
  readonly ticked: number;
  readonly silent: boolean;
}

/** How the page is laid out; kept over reloads. */
export interface Layout {
  /** The list's share of width (wide) and of height (narrow), 0 to 1, where one has drawn the border. */
  readonly wide?: number | undefined;
  readonly narrow?: number | undefined;
  readonly focus: boolean;
  /** Evidence is shown in the whole of its chunk. */
  readonly chunk?: boolean | undefined;
}

/** The list's share of the window where one has not chosen it: two lines of a question are enough for it. */
export function listShare({ layout }: State, wide: boolean, windowWidth: number): number {
  const chosen = wide ? layout.wide : layout.narrow;
  return chosen ?? (wide ? Math.min(400, Math.max(240, windowWidth * 0.34)) / windowWidth : 0.34);
}

/** Rows are asked for and kept in batches of this many. */
export const batch = 100;

export interface State {
  readonly init?: Init;
  readonly keys: KeyMap;
  readonly view?: View;
  /** As set here; the view's own follows when its rows are there. */
  readonly filter: Filter;
  /** The filter that was sent last, when, and not answered by a view yet. */
  readonly asking?: { readonly filter: Filter; readonly at: number };
  /** Another dataset may follow: the next view is a new one whatever its number. */
  readonly renew: boolean;
  readonly rows: ReadonlyMap<number, readonly Row[]>;
  /** Batches that were asked for, and when, in milliseconds since the epoch. */
  readonly asked: ReadonlyMap<number, number>;
  /** Batches that came shorter than asked for, and when: not asked for again at once. */
  readonly short: ReadonlyMap<number, number>;
  /** Batches that look different now. */
  readonly outdated: ReadonlySet<number>;
  /** Rows that are seen: the first, and the one after the last. */
  readonly seen: readonly [from: number, to: number];
  readonly selected?: { readonly at: number; readonly id?: string };
  /** Raised each time the selected row is to be scrolled into sight. */
  readonly reveal: number;
  readonly details: ReadonlyMap<string, Detail>;
  readonly pending: readonly Pending[];
  /** Keys pressed while a decision is on its way to the disk: they are meant for what comes next. */
  readonly queue: readonly Action[];
  readonly recent: readonly Recent[];
  readonly undone: readonly Recent[];
  readonly drafts: ReadonlyMap<string, Draft>;
  /** An edit that was asked for before the text was there: it begins when the text comes. */
  readonly opening?: Draft['field'];
  readonly checking?: { readonly request: number; readonly pair: string; readonly text: string };
  readonly checked?: Checked;
  /** Where one goes once the view that was asked for is there. */
  readonly goTo?: string;
  /** Since when its place, or a text to edit, is waited for, in milliseconds since the epoch. */
  readonly soughtSince: number;
  readonly overlay?: Overlay;
  /** The model's version is shown. */
  readonly original: boolean;
  /** Spans that `evidence` has gone by, for the selected pair. */
  readonly shown: number;
  readonly layout: Layout;
  readonly run?: Run;
  /** How the last run ended. */
  readonly summary?: Summary;
  readonly file?: FileProblem;
  /** The text of what is wrong with the file that was dismissed. */
  readonly dismissed?: string;
  readonly notices: readonly Notice[];
  /** The last outcome, for the live region and the strip; the number tells equal ones apart. */
  readonly said: { readonly text: string; readonly n: number };
  readonly health: Health;
  readonly request: number;
}

export const initial = (now: number): State => ({
  keys: keyMap(),
  filter: noFilter,
  renew: false,
  soughtSince: now,
  rows: new Map(),
  asked: new Map(),
  short: new Map(),
  outdated: new Set(),
  seen: [0, 30],
  reveal: 0,
  details: new Map(),
  pending: [],
  queue: [],
  recent: [],
  undone: [],
  drafts: new Map(),
  original: false,
  shown: 0,
  layout: { focus: false },
  notices: [],
  said: { text: '', n: 0 },
  health: { heard: now, pinged: now, ticked: now, silent: false },
  request: 0,
});

/** Nothing can be written now: the extension is silent, or the file can't be written. */
export const blocked = (state: State): boolean => state.health.silent || state.file?.blocks === true;

export const emptyFilter = (filter: Filter): boolean =>
  filter.status.length + filter.verdict.length + filter.documents.length === 0 &&
  !filter.only &&
  !filter.text;

/** Whether a person filters by anything: not by the document that the side panel follows. */
export const isFiltered = ({ filter, init }: Pick<State, 'filter' | 'init'>): boolean =>
  !emptyFilter(init?.place === 'panel' ? { ...filter, documents: [] } : filter);
