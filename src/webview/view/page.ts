import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Action } from '../../protocol.js';
import { act } from '../store/act.js';
import type { State } from '../store/state.js';
import type { Play } from '../store/store.js';

/** What every part of the page draws from, and how it acts. */
export interface Page {
  readonly state: State;
  readonly play: Play;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page & { readonly act: (action: Action) => void } {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('Drawn outside the page');
  return { ...page, act: (action) => page.play((turn) => act(turn, action)) };
}
