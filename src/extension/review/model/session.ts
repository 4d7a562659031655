import type { PairId } from '../../../core/dataset/model.js';
import type { Outcome, Problem } from '../../../core/outcome.js';
import { fail, ok } from '../../../core/outcome.js';
import { noFilter, withoutFilter } from '../../../protocol.js';
import type { Filter, FromPage, PageCommand, Row, ToPage } from '../../../protocol.js';
import { labelOfMany } from './labels.js';
import { orderOf } from './order.js';
import type { RunSummary, Undone } from './live.js';
import type { ModelNews, ReviewModel } from './review-model.js';
import { View, select } from './view.js';

type Init = Extract<ToPage, { type: 'init' }>;
type Message<T extends FromPage['type']> = Extract<FromPage, { type: T }>;

/** What a page's session needs of the window it is in. */
export interface SessionHost {
  post(message: ToPage): void;
  /** The page follows a document: its counts are of the documents that its filter names, and the whole's beside. */
  readonly follows: boolean;
  /** What the page is told first, but for its filter and its selection. */
  init(): Omit<Init, 'type' | 'filter' | 'select'>;
  /** Reveals evidence in the source editor; `focus`: and goes there. */
  show(pair: PairId, source: number, span: number | undefined, focus: boolean): void;
  command(command: PageCommand, id: string | undefined): void;
  /** Asks again for failed results. Resolves when the run has begun. */
  retry(results: readonly string[]): Promise<Outcome<void, Problem>>;
  warn(message: string): void;
  log(message: string): void;
}

/** More rows than this are not sent at once. */
const mostRows = 200;
/** Of more pairs than this, the page is told that any may look different. */
const mostChanged = 500;
/** Of what an action changed, so many are named. */
const mostNamed = 10;

/** What a page asks of its session; what it wants kept, its place keeps. */
export type Asked = Exclude<FromPage, { type: 'keep' }>;

/** One page and its dataset: what it shows, and what it is answered. */
export class ReviewSession {
  #view: View;
  #numbers = 0;
  #filter: Filter;
  #selected: string | undefined;
  #reveal: string | undefined;
  #search = new AbortController();
  /** What was new while a search was under way. */
  #late: KnownNews[] | undefined;
  /** Actions of this page that are not answered yet: what they change is told after the answer. */
  #pending = 0;
  #held: ModelNews[] = [];
  /** News are told one after the other: the last one knows best what the filter takes. */
  #telling: Promise<void> = Promise.resolve();
  #began = false;
  #toldSummary: RunSummary | undefined;
  readonly #subscriptions: { dispose(): void }[];

  constructor(
    private readonly model: ReviewModel,
    private readonly host: SessionHost,
    filter: Filter = noFilter,
  ) {
    this.#filter = filter;
    this.#view = new View(0, filter, [], model.entries);
    const { live } = model;
    this.#subscriptions = [
      model.onDidChange((news) => this.#takeNews(news)),
      live.onDidChangeProblem(() => this.#postFile()),
      live.onDidChangeRun(() => this.#postRun()),
    ];
  }

  /** The row that the page shows, if it shows one. */
  get selected(): string | undefined {
    return this.#selected;
  }

  get filter(): Filter {
    return this.#filter;
  }

  /** Answers a message of the page. Never rejects for what the page may ask. */
  async receive(message: Asked): Promise<void> {
    switch (message.type) {
      case 'ready':
        return this.#ready();
      case 'ping':
        return this.host.post({ type: 'pong', request: message.request });
      case 'filter':
        return this.setFilter(message.filter);
      case 'rows':
        return this.#rows(message);
      case 'select':
        this.#selected = message.id;
        this.#reveal = undefined;
        return this.#detail(message.id);
      case 'peek':
        await Promise.all(message.ids.map((id) => this.#detail(id)));
        return undefined;
      case 'edit':
        return this.#act(message.request, async () => {
          const edited = await this.model.edit(message.pair, message.set);
          return edited.ok ? ok({ ids: [message.pair] }) : edited;
        });
      case 'editShown':
        return this.#act(message.request, () => this.#editShown(message));
      case 'undo':
        return this.#act(message.request, async () => this.#turned(await this.model.live.undo(), 'undo'));
      case 'redo':
        return this.#act(message.request, async () => this.#turned(await this.model.live.redo(), 'redo'));
      case 'retry':
        return this.#act(message.request, () => this.#retry(message.results));
      case 'check':
        return this.#check(message);
      case 'show':
        return this.host.show(message.pair, message.source, message.span, message.focus);
      case 'command':
        if (message.command === 'keepStale') return this.#keepStale(message.id);
        if (message.command === 'dismissSummary') return this.model.live.setSummary(undefined);
        return this.host.command(message.command, message.id);
      case 'error':
        return this.host.log(`The review page: ${message.message}`);
    }
  }

  /** Shows other rows. The page gets a view with a new number. */
  async setFilter(filter: Filter): Promise<void> {
    this.#filter = filter;
    this.#search.abort();
    const search = (this.#search = new AbortController());
    this.#late = [];
    const ids = await select(this.model, filter, orderOf(this.model.entries, filter.order), search.signal);
    if (!ids) return;
    const late = this.#late;
    this.#late = undefined;
    this.#view = new View(++this.#numbers, filter, ids, this.model.entries);
    this.#postView();
    for (const news of late) await this.#update(news);
  }

  /** Has the page select a row, whatever it filters by. One that has not loaded yet does so when it has. */
  async reveal(id: string): Promise<void> {
    this.#reveal = id;
    if (!this.#began) return;
    this.model.live.flush(); // it may have come just now
    await this.#telling;
    const signal = new AbortController().signal;
    const taken = await select(this.model, this.#view.filter, [id], signal);
    if (taken?.length === 0 && this.model.entries.get(id)) await this.setFilter(withoutFilter(this.#filter));
    this.host.post({ type: 'reveal', id });
  }

  /** Tells the page all anew, after settings have changed. */
  refresh(): void {
    if (this.#began) void this.#ready();
  }

  /** For when a document is different: where a line is, and what is found. */
  touch(path: string): void {
    const selected = this.#selected;
    if (selected !== undefined && this.model.entries.pairsOf(path).has(selected))
      this.#postChanged([selected]);
  }

  dispose(): void {
    this.#search.abort();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #ready(): Promise<void> {
    this.#began = true;
    const select = this.#reveal ?? this.#selected;
    this.host.post({
      type: 'init',
      ...this.host.init(),
      filter: this.#filter,
      ...(select !== undefined && { select }),
    });
    this.#postFile();
    this.#toldSummary = undefined;
    this.#postRun();
    await this.setFilter(this.#filter);
  }

  async #rows({ view, from, to }: Message<'rows'>): Promise<void> {
    if (view !== this.#view.number) return;
    const ids = this.#view.slice(from, Math.min(to, from + mostRows));
    const rows = await Promise.all(ids.map((id) => this.#row(id)));
    // A row that is gone altogether would shift those below it: what is there till then is sent.
    const end = rows.findIndex((row) => row === undefined);
    const whole = (end < 0 ? rows : rows.slice(0, end)).filter((row) => row !== undefined);
    if (view === this.#view.number) this.host.post({ type: 'rows', view, from, rows: whole });
  }

  /** Undefined also where its line can't be read now: the page asks again. */
  #row(id: string): Promise<Row | undefined> {
    return this.model.row(id).catch((error: unknown) => {
      this.host.log(`Could not read ${id}: ${String(error)}`);
      return undefined;
    });
  }

  async #detail(id: string): Promise<void> {
    const detail = await this.model.detail(id).catch((error: unknown) => {
      this.host.log(`Could not read ${id}: ${String(error)}`);
      return undefined;
    });
    if (!detail) return;
    const at = this.#view.placeOf(id);
    this.host.post({ type: 'detail', detail, view: this.#view.number, ...(at !== undefined && { at }) });
  }

  /** The documents that the counts are of; none: the whole. */
  get #counted(): readonly string[] {
    return this.host.follows ? this.#view.filter.documents : [];
  }

  /** None named: all that failed, as the counts have it. */
  async #retry(named: readonly string[]): Promise<Outcome<Done, Problem>> {
    const results = named.length > 0 ? named : this.model.entries.failures(this.#counted);
    if (results.length === 0) return fail({ code: 'nothing', message: 'No chunk has failed.' });
    const begun = await this.host.retry(results);
    return begun.ok ? ok({}) : begun;
  }

  async #editShown({ view, status }: Message<'editShown'>): Promise<Outcome<Done, Problem>> {
    if (view !== this.#view.number) return fail(otherView);
    const { filter } = this.#view;
    const taken = await select(this.model, filter, this.#view.ids(), this.#search.signal);
    if (!taken) return fail(otherView);
    const ids = taken.filter((id) => {
      const entry = this.model.entries.get(id);
      return entry?.kind === 'pair' && entry.info.status !== status;
    });
    if (ids.length === 0) return ok({ ids });
    const what = labelOfMany(status, ids.length);
    const edited = await this.model.live.edit(
      ids.map((pair) => ({ pair, set: { status } })),
      what,
    );
    return edited.ok ? ok({ ids: ids.slice(0, mostNamed), what }) : edited;
  }

  #turned(turned: Outcome<Undone | undefined, Problem>, how: 'undo' | 'redo'): Outcome<Done, Problem> {
    if (!turned.ok) return turned;
    if (!turned.value) return fail({ code: 'nothing', message: `There is nothing to ${how}.` });
    const { what, pairs } = turned.value;
    return ok({ what, ids: pairs.length > 1 ? this.#first(pairs) : pairs });
  }

  /** The first ones by their places in the view; what the view leaves out comes last. */
  #first(pairs: readonly PairId[]): PairId[] {
    const placed = pairs.map((pair) => ({ pair, at: this.#view.placeOf(pair) ?? Infinity }));
    return placed
      .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
      .slice(0, mostNamed)
      .map(({ pair }) => pair);
  }

  async #check({ request, pair, question, completion }: Message<'check'>): Promise<void> {
    const grounding = await this.model.check(pair, question, completion);
    this.host.post({ type: 'checked', request, ...(grounding && { grounding }) });
  }

  async #keepStale(id: string | undefined): Promise<void> {
    if (id === undefined) return;
    const kept = await this.model.keepStale(id);
    if (!kept.ok) this.host.warn(kept.error.message);
  }

  /** Does something and answers with its number; only then the page hears what it changed. */
  async #act(request: number, job: () => Promise<Outcome<Done, Problem>>): Promise<void> {
    this.#pending++;
    let done: Outcome<Done, Problem>;
    try {
      done = await job();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.host.log(error instanceof Error ? (error.stack ?? reason) : reason);
      done = fail({ code: 'internal', message: `Something went wrong inside Pairsmith: ${reason}` });
    }
    if (done.ok) {
      const { ids, what } = done.value;
      this.host.post({
        type: 'done',
        request,
        ...(ids && { ids: [...ids] }),
        ...(what !== undefined && { what }),
      });
    } else {
      const { code, message } = done.error;
      this.host.post({ type: 'done', request, problem: { code, message } });
    }
    if (--this.#pending > 0) return;
    const held = this.#held;
    this.#held = [];
    await Promise.all(held.map((news) => this.#tell(news)));
  }

  #takeNews(news: ModelNews): void {
    if (!this.#began) return;
    if (this.#pending > 0) this.#held.push(news);
    else void this.#tell(news);
  }

  #tell({ ids, come }: ModelNews): Promise<void> {
    if (!ids) {
      this.#postChanged(undefined);
      return this.setFilter(this.#filter);
    }
    const news = { ids, come };
    this.#late?.push(news);
    this.#telling = this.#telling
      .then(() => this.#update(news))
      .catch((error: unknown) => {
        // A line that was damaged since can't be searched; the counts are told all the same.
        this.host.log(`Could not search what is new: ${String(error)}`);
        this.#postView();
      })
      .then(() => {
        if (ids.length > 0) this.#postChanged(ids);
      });
    return this.#telling;
  }

  /** Tells what the view is after news. */
  async #update({ ids, come }: KnownNews): Promise<void> {
    const view = this.#view;
    const different = ids.filter((id) => view.placeOf(id) !== undefined);
    const taken = await select(this.model, view.filter, [...different, ...come], this.#search.signal);
    if (!taken || view !== this.#view) return;
    view.update(different, taken);
    this.#postView();
  }

  #postChanged(ids: readonly string[] | undefined): void {
    const told = ids && ids.length <= mostChanged ? [...ids] : undefined;
    this.host.post({ type: 'changed', ...(told && { ids: told }) });
  }

  #postView(): void {
    const { number, filter, total, pairs } = this.#view;
    if (number === 0) return;
    const { counts, documents } = this.model.tally(this.#counted);
    const whole = this.#counted.length > 0 && this.model.tally().counts;
    const { undoable, redoable } = this.model.live;
    this.host.post({
      type: 'view',
      view: number,
      filter,
      total,
      pairs,
      counts,
      documents: [...documents],
      ...(whole && { whole }),
      ...(undoable !== undefined && { undo: undoable }),
      ...(redoable !== undefined && { redo: redoable }),
    });
  }

  #postFile(): void {
    if (!this.#began) return;
    const { problem } = this.model.live;
    if (!problem) return this.host.post({ type: 'file' });
    const { code, message, blocks, actions } = problem;
    this.host.post({ type: 'file', problem: { code, message, blocks, actions: [...actions] } });
  }

  #postRun(): void {
    if (!this.#began) return;
    const { run, summary } = this.model.live;
    this.host.post({ type: 'run', ...(run && { run: { ...run } }) });
    if (summary === this.#toldSummary) return;
    this.#toldSummary = summary;
    const told = summary && { ...summary, actions: [...summary.actions] };
    this.host.post({ type: 'summary', ...(told && { summary: told }) });
  }
}

/** News that name what is different. */
interface KnownNews {
  readonly ids: readonly string[];
  readonly come: readonly string[];
}

/** What an action is answered with. */
interface Done {
  readonly ids?: readonly string[];
  readonly what?: string;
}

const otherView: Problem = {
  code: 'view',
  message: 'The list has changed meanwhile. Look at it and do it again.',
};
