/** Holds the state, plays turns, and does what they ask for outside. */
import type { FromPage } from '../../protocol.js';
import type { State } from './state.js';
import { Turn } from './turn.js';
import type { Focus } from './turn.js';

/** The page's surroundings, as far as turns reach. */
export interface Outside {
  now(): number;
  send(message: FromPage): void;
  focus(where: Focus): void;
  copy(text: string): void;
  /** The state is to be kept for a reload. */
  remember(state: State): void;
  draw(state: State): void;
}

export type Play = (deed: (turn: Turn) => void) => void;

export class Store {
  constructor(
    public state: State,
    private readonly outside: Outside,
  ) {}

  readonly play: Play = (deed) => {
    const turn = new Turn(this.state, this.outside.now());
    deed(turn);
    const changed = turn.state !== this.state;
    this.state = turn.state;
    for (const message of turn.messages) this.outside.send(message);
    if (turn.keep) this.outside.remember(turn.state);
    if (changed) this.outside.draw(turn.state);
    if (turn.copy !== undefined) this.outside.copy(turn.copy);
    if (turn.focus) this.outside.focus(turn.focus);
  };
}
