/**
 * The extension's side of the review page, played from memory: it speaks the protocol, keeps a journal of edits, and
 * does on request what a real one does at its worst (refuse, be silent, lose its file).
 */
import { noFilter, parseFromPage } from '../../src/protocol.js';
import type { Counts, Detail, Filter, FromPage, PairSet, Row, ToPage } from '../../src/protocol.js';
import { makeDataset } from './pairs.js';

type Of<Type extends ToPage['type']> = Extract<ToPage, { type: Type }>;

/** What a page is to show. */
export interface Scene {
  readonly pairs?: number;
  readonly failures?: number;
  /** Instead of made ones. */
  readonly details?: readonly Detail[];
  readonly init?: Partial<Of<'init'>>;
  /** Milliseconds until an answer. */
  readonly delay?: number;
  readonly run?: Of<'run'>['run'];
  readonly summary?: Of<'summary'>['summary'];
  readonly file?: Of<'file'>['problem'];
  /** Edits are answered by this problem. */
  readonly refuse?: { readonly code: string; readonly message: string };
  /** Never answers. */
  readonly silent?: boolean;
  /** Answers all but the views: the page goes on loading. */
  readonly stuck?: boolean;
}

interface Step {
  readonly details: readonly { readonly at: number; readonly before: Detail; readonly after: Detail }[];
  readonly what: string;
}

export class FakeHost {
  readonly got: FromPage[] = [];
  /** What the page sent that is not in the protocol. */
  readonly broken: unknown[] = [];
  silent: boolean;
  refuse: Scene['refuse'];
  /** Lines from this place on can't be read: the rows before it are all that is given. */
  readable = Infinity;
  private details: Detail[];
  private readonly places = new Map<string, number>();
  private readonly counts = noCounts();
  private readonly documents = new Map<string, number>();
  private view = 0;
  private filter: Filter;
  private shown: number[] = [];
  private shownPairs = 0;
  private done: Step[] = [];
  private undone: Step[] = [];

  constructor(
    private readonly scene: Scene,
    private readonly post: (message: unknown) => void,
  ) {
    this.details = [...(scene.details ?? makeDataset(scene.pairs ?? 40, scene.failures))];
    this.details.forEach((detail, at) => {
      this.places.set(detail.id, at);
      this.count(detail, 1);
    });
    this.filter = scene.init?.filter ?? noFilter;
    this.silent = scene.silent ?? false;
    this.refuse = scene.refuse;
  }

  /** Pairs arrive, as from a run. */
  add(details: readonly Detail[]): void {
    for (const detail of details) {
      if (this.matches(detail)) {
        this.shown.push(this.details.length);
        this.shownPairs += Number(detail.kind === 'pair');
      }
      this.put(this.details.length, detail);
    }
    this.sendView();
  }

  private count({ row }: Detail, by: 1 | -1): void {
    this.documents.set(row.document, (this.documents.get(row.document) ?? 0) + by);
    countRow(this.counts, row, by);
  }

  /** In the panel, of the documents that are filtered by. */
  private own(): Counts | undefined {
    const { documents } = this.filter;
    if (documents.length === 0 || this.scene.init?.place !== 'panel') return undefined;
    const counts = noCounts();
    for (const { row } of this.details) if (documents.includes(row.document)) countRow(counts, row, 1);
    return counts;
  }

  private put(at: number, detail: Detail): void {
    const before = this.details[at];
    if (before) this.count(before, -1);
    this.count(detail, 1);
    this.places.set(detail.id, at);
    this.details[at] = detail;
  }

  /** Someone else changes a pair. */
  change(id: string, set: PairSet): void {
    const at = this.places.get(id) ?? -1;
    this.put(at, withSet(this.details[at] as Detail, set));
    this.send({ type: 'changed', ids: [id] });
  }

  detail(id: string): Detail | undefined {
    return this.details[this.places.get(id) ?? -1];
  }

  send(message: ToPage): void {
    if (this.silent) return;
    setTimeout(() => this.post(message), this.scene.delay ?? 3);
  }

  receive(data: unknown): void {
    const message = parseFromPage(data);
    if (message === undefined) return void this.broken.push(data);
    this.got.push(message);
    if (!this.silent) this.answer(message);
  }

  private answer(message: FromPage): void {
    switch (message.type) {
      case 'ready':
        this.send({
          type: 'init',
          name: 'policies.pairs.jsonl',
          path: 'pairsmith/policies.pairs.jsonl',
          place: 'editor',
          trusted: true,
          texts: {},
          keys: {},
          options: { advance: true, autoReveal: false },
          filter: this.filter,
          ...this.scene.init,
        });
        if (this.scene.stuck) return;
        this.setFilter(this.filter);
        if (this.scene.run) this.send({ type: 'run', run: this.scene.run });
        if (this.scene.summary) this.send({ type: 'summary', summary: this.scene.summary });
        if (this.scene.file) this.send({ type: 'file', problem: this.scene.file });
        return;
      case 'ping':
        return this.send({ type: 'pong', request: message.request });
      case 'filter':
        return this.setFilter(message.filter);
      case 'rows': {
        if (message.view !== this.view) return;
        const places = this.shown.slice(message.from, Math.min(message.to, this.readable));
        const rows = places.map((at) => (this.details[at] as Detail).row);
        return this.send({ type: 'rows', view: this.view, from: message.from, rows });
      }
      case 'select':
        return this.sendDetail(message.id);
      case 'peek':
        return message.ids.forEach((id) => this.sendDetail(id));
      case 'edit':
        return this.edit(message.request, [message.pair], message.set);
      case 'editShown': {
        const ids = this.shown.map((at) => this.details[at] as Detail).filter(({ kind }) => kind === 'pair');
        return this.edit(
          message.request,
          ids.map(({ id }) => id),
          { status: message.status },
        );
      }
      case 'undo':
      case 'redo':
        return this.turn(message.request, message.type);
      case 'retry':
        return this.send({ type: 'done', request: message.request });
      case 'check': {
        const source = this.detail(message.pair);
        const text = source?.kind === 'pair' ? (source.sources[0]?.text ?? '') : '';
        const missing = Array.from(message.completion.matchAll(/\b[\w-]{6,}\b/g)).filter(
          ({ 0: word }) => !text.includes(word),
        );
        return this.send({
          type: 'checked',
          request: message.request,
          grounding: {
            verdict: missing.length === 0 ? 'supported' : 'partly',
            score: 0.8,
            reasons: missing.map(({ 0: word, index }) => ({
              code: 'content',
              message: `the source does not have “${word}”`,
              at: [index, index + word.length],
            })),
            unsupported: missing.map(({ 0: word, index }) => [index, index + word.length]),
          },
        });
      }
      case 'keep':
      case 'show':
      case 'command':
      case 'error':
    }
  }

  private matches(detail: Detail): boolean {
    const { row } = detail;
    const { status, verdict, only, documents, text } = this.filter;
    if (documents.length > 0 && !documents.includes(row.document)) return false;
    if (row.kind === 'failure')
      return status.length + verdict.length === 0 && text === '' && (!only || only === 'failed');
    if (status.length > 0 && !status.includes(row.status)) return false;
    if (verdict.length > 0 && !verdict.includes(row.verdict)) return false;
    if (only && !(only === 'stale' ? row.stale : only === 'edited' ? row.edited : false)) return false;
    const all = detail.kind === 'pair' ? `${row.title} ${detail.completion}`.toLowerCase() : '';
    return text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => all.includes(word));
  }

  private setFilter(filter: Filter): void {
    this.filter = filter;
    this.view++;
    this.shown = this.details.flatMap((detail, at) => (this.matches(detail) ? [at] : []));
    if (filter.order) this.shown.sort((a, b) => doubtOf(this.details[a]) - doubtOf(this.details[b]));
    this.shownPairs = this.shown.filter((at) => this.details[at]?.kind === 'pair').length;
    this.sendView();
  }

  private sendView(): void {
    const undo = this.done.at(-1)?.what;
    const redo = this.undone.at(-1)?.what;
    const own = this.own();
    this.send({
      type: 'view',
      view: this.view,
      filter: this.filter,
      total: this.shown.length,
      pairs: this.shownPairs,
      counts: own ?? structuredClone(this.counts),
      ...(own && { whole: structuredClone(this.counts) }),
      documents: [...this.documents].map(([path, pairs]) => ({ path, pairs })),
      ...(undo === undefined ? {} : { undo }),
      ...(redo === undefined ? {} : { redo }),
    });
  }

  private sendDetail(id: string): void {
    const index = this.places.get(id) ?? -1;
    const detail = this.details[index];
    if (detail === undefined) return;
    const at = this.shown.indexOf(index);
    this.send({ type: 'detail', detail, view: this.view, ...(at < 0 ? {} : { at }) });
  }

  private edit(request: number, ids: readonly string[], set: PairSet): void {
    if (this.refuse) return this.send({ type: 'done', request, problem: this.refuse });
    const details = ids.flatMap((id) => {
      const at = this.places.get(id) ?? -1;
      const before = this.details[at];
      return before ? [{ at, before, after: withSet(before, set) }] : [];
    });
    for (const { at, after } of details) this.put(at, after);
    this.done.push({ details, what: set.status ?? 'edit' });
    this.undone = [];
    this.finish(
      request,
      details.map(({ before }) => before.id),
    );
  }

  private turn(request: number, kind: 'undo' | 'redo'): void {
    const step = (kind === 'undo' ? this.done : this.undone).pop();
    if (step === undefined) {
      return this.send({
        type: 'done',
        request,
        problem: { code: 'nothing', message: 'There is nothing to undo.' },
      });
    }
    (kind === 'undo' ? this.undone : this.done).push(step);
    for (const { at, before, after } of step.details) this.put(at, kind === 'undo' ? before : after);
    this.finish(
      request,
      step.details.map(({ before }) => before.id),
      step.what,
    );
  }

  private finish(request: number, ids: readonly string[], what?: string): void {
    this.send({ type: 'done', request, ids: ids.slice(0, 10), ...(what === undefined ? {} : { what }) });
    this.sendView();
    this.send(ids.length > 10 ? { type: 'changed' } : { type: 'changed', ids: [...ids] });
  }
}

const doubtOf = (detail: Detail | undefined): number =>
  detail?.kind === 'pair' ? (detail.grounding?.score ?? 1) : Infinity;

const noCounts = (): Counts => ({ pairs: 0, status: {}, verdict: {}, stale: 0, failed: 0, edited: 0 });

function countRow(counts: Counts, row: Row, by: 1 | -1): void {
  if (row.kind === 'failure') {
    counts.failed += by;
    return;
  }
  counts.pairs += by;
  counts.status[row.status] = (counts.status[row.status] ?? 0) + by;
  counts.verdict[row.verdict] = (counts.verdict[row.verdict] ?? 0) + by;
  counts.stale += Number(row.stale) * by;
  counts.edited += Number(row.edited) * by;
}

function withSet(detail: Detail, set: PairSet): Detail {
  if (detail.kind !== 'pair' || detail.row.kind !== 'pair') return detail;
  const { rating: _rating, ...row } = detail.row;
  const rating = set.rating === undefined ? _rating : (set.rating ?? undefined);
  const edited = detail.row.edited || typeof set.completion === 'string' || Array.isArray(set.prompt);
  const prompt = set.prompt ?? detail.prompt;
  const { note: _note, ...rest } = detail;
  const note = set.note === undefined ? _note : (set.note ?? undefined);
  return {
    ...rest,
    ...(note === undefined ? {} : { note }),
    prompt,
    completion: set.completion ?? detail.completion,
    ...(edited
      ? { original: detail.original ?? { prompt: detail.prompt, completion: detail.completion } }
      : {}),
    row: {
      ...row,
      status: set.status ?? row.status,
      tags: set.tags ?? row.tags,
      title: prompt.at(-1)?.content.slice(0, 300) ?? row.title,
      edited,
      ...(rating === undefined ? {} : { rating }),
    },
  };
}
