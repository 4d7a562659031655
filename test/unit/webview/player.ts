/** Plays the page's turns without a browser. */
import type { FromPage, Row, ToPage } from '../../../src/protocol.js';
import { receive } from '../../../src/webview/store/receive.js';
import { initial } from '../../../src/webview/store/state.js';
import type { State } from '../../../src/webview/store/state.js';
import { Turn } from '../../../src/webview/store/turn.js';

type Of<Message, Type> = Extract<Message, { type: Type }>;

export const row = (n: number, more: Partial<Extract<Row, { kind: 'pair' }>> = {}): Row => ({
  kind: 'pair',
  id: `p${n}`,
  document: 'a.md',
  heading: 'Heading',
  title: `Question ${n}?`,
  status: 'new',
  verdict: 'supported',
  stale: false,
  edited: false,
  tags: [],
  ...more,
});

export const detail = (n: number, completion = `Answer ${n}.`): Of<ToPage, 'detail'> => ({
  type: 'detail',
  detail: {
    kind: 'pair',
    id: `p${n}`,
    row: row(n),
    prompt: [{ role: 'user', content: `Question ${n}?` }],
    completion,
    sources: [],
    recipe: 'qa',
  },
  view: 1,
  at: n,
});

export class Player {
  now = 1000;
  state: State;
  sent: FromPage[] = [];

  constructor(state: State = initial(1000)) {
    this.state = state;
  }

  play(deed: (turn: Turn) => void): this {
    const turn = new Turn(this.state, this.now);
    deed(turn);
    this.state = turn.state;
    this.sent.push(...turn.messages);
    return this;
  }

  get(...messages: readonly ToPage[]): this {
    for (const message of messages) this.play((turn) => receive(turn, message));
    return this;
  }

  /** Answers that all that was sent is on the disk, until nothing more is sent. */
  confirm(): this {
    for (let pending = this.state.pending[0]; pending; pending = this.state.pending[0]) {
      const { request, pair } = pending;
      this.get({ type: 'done', request, ...(pair === undefined ? {} : { ids: [pair] }) });
    }
    return this;
  }

  /** What was sent of a type, and forgotten then. */
  took<Type extends FromPage['type']>(type: Type): Of<FromPage, Type>[] {
    const found = this.sent.filter((message): message is Of<FromPage, Type> => message.type === type);
    this.sent = this.sent.filter((message) => message.type !== type);
    return found;
  }

  /** A view of so many rows, of which the first batch is there, the first selected. */
  begin(total: number, more: Partial<Of<ToPage, 'view'>> = {}): this {
    this.get(
      {
        type: 'init',
        name: 'x',
        path: 'x',
        place: 'editor',
        trusted: true,
        texts: {},
        keys: {},
        options: { advance: true, autoReveal: false },
        filter: { status: [], verdict: [], documents: [], text: '' },
      },
      this.view(total, more),
    );
    return this.rows(0, Math.min(total, 100)).get(detail(0));
  }

  view(total: number, more: Partial<Of<ToPage, 'view'>> = {}): Of<ToPage, 'view'> {
    return {
      type: 'view',
      view: 1,
      filter: { status: [], verdict: [], documents: [], text: '' },
      total,
      counts: { pairs: total, status: { new: total }, verdict: {}, stale: 0, failed: 0, edited: 0 },
      documents: [],
      ...more,
    };
  }

  rows(from: number, to: number): this {
    const rows = Array.from({ length: to - from }, (_, i) => row(from + i));
    return this.get({ type: 'rows', view: this.state.view?.view ?? 1, from, rows });
  }
}
