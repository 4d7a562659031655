/**
 * One step of the page: it takes the state to the next one and says what is to be done outside. Every deed and every
 * message is a function of a turn, so that tests play them without a browser.
 */
import type { FromPage } from '../../protocol.js';
import type { Notice, Pending, State } from './state.js';

export type Focus = 'list' | 'editor' | 'search' | 'overlay' | 'buttons';

export class Turn {
  readonly messages: FromPage[] = [];
  focus: Focus | undefined;
  copy: string | undefined;
  /** The half-typed text or the layout changed: keep it for a reload. */
  keep = false;

  constructor(
    public state: State,
    /** Milliseconds since the epoch. */
    readonly now: number,
  ) {}

  set(patch: Partial<State>): void {
    this.state = { ...this.state, ...patch };
  }

  /** Takes optional fields out of the state. */
  clear(
    ...fields: (
      | 'selected'
      | 'opening'
      | 'overlay'
      | 'checked'
      | 'checking'
      | 'goTo'
      | 'run'
      | 'summary'
      | 'file'
      | 'asking'
    )[]
  ): void {
    const next = { ...this.state };
    for (const field of fields) delete next[field];
    this.state = next;
  }

  send(message: FromPage): void {
    this.messages.push(message);
  }

  /** The number of the next request. */
  number(): number {
    this.set({ request: this.state.request + 1 });
    return this.state.request;
  }

  /** Remembers a request that awaits its `done`. */
  await(pending: Omit<Pending, 'at'>): void {
    this.set({ pending: [...this.state.pending, { ...pending, at: this.now }] });
  }

  /** Tells the outcome, to eyes and ears. */
  say(text: string): void {
    this.set({ said: { text, n: this.state.said.n + 1 } });
  }

  /** A message that stays until it is dismissed; the newest three do. */
  notify(notice: Omit<Notice, 'id'>): void {
    const id = this.number();
    this.set({
      notices: [...this.state.notices.filter(({ text }) => text !== notice.text), { ...notice, id }].slice(
        -3,
      ),
    });
  }
}
