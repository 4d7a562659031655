import { noFilter } from '../../../protocol.js';
import type { Filter } from '../../../protocol.js';
import type { FileProblem } from './file-problem.js';
import type { Asked, SessionHost } from './session.js';

const none = { pairs: 0, status: {}, verdict: {}, stale: 0, failed: 0, edited: 0 };

/** Answers a page that has no dataset to show, and says why. */
export class BlankSession {
  readonly selected: string | undefined = undefined;
  #view = 0;
  #filter: Filter = noFilter;

  constructor(
    private readonly host: SessionHost,
    readonly problem: FileProblem,
  ) {}

  receive(message: Asked): Promise<void> {
    const { type } = message;
    if (type === 'ready') this.refresh();
    else if (type === 'ping') this.host.post({ type: 'pong', request: message.request });
    else if (type === 'command') this.host.command(message.command, undefined);
    else if (type === 'error') this.host.log(`The review page: ${message.message}`);
    else if (type === 'filter') {
      this.#filter = message.filter;
      this.#postView();
    } else if ('request' in message) {
      const { code, message: text } = this.problem;
      this.host.post({ type: 'done', request: message.request, problem: { code, message: text } });
    }
    return Promise.resolve();
  }

  refresh(): void {
    const { code, message, blocks, actions } = this.problem;
    this.host.post({ type: 'init', ...this.host.init(), filter: this.#filter });
    this.host.post({ type: 'file', problem: { code, message, blocks, actions: [...actions] } });
    this.host.post({ type: 'run' });
    this.#postView();
  }

  dispose(): void {}

  #postView(): void {
    this.host.post({
      type: 'view',
      view: ++this.#view,
      filter: this.#filter,
      total: 0,
      pairs: 0,
      counts: none,
      documents: [],
    });
  }
}
