import type { PairId } from '../../../core/dataset/model.js';
import type { DocumentText } from '../../../core/documents/index.js';
import type { Outcome, Problem } from '../../../core/outcome.js';
import { fail, ok } from '../../../core/outcome.js';
import type { Hash } from '../../../core/ports.js';
import type { Detail, PageGrounding, PairSet, Row } from '../../../protocol.js';
import { tallyOf } from './counts.js';
import type { Tally } from './counts.js';
import { failureDetail, pageGrounding, pairDetail } from './detail.js';
import { Emitter } from './emitter.js';
import { Entries, documentsOf } from './entries.js';
import type { Entry } from './entries.js';
import { isGone } from './evidence.js';
import { Grounder } from './grounding.js';
import { anchor } from './keep-stale.js';
import { labelOf } from './labels.js';
import type { DatasetNews, LiveDataset } from './live.js';
import { PairTexts } from './pair-texts.js';
import { nowTextOf } from './places.js';
import type { NowText } from './places.js';
import { rowOf } from './rows.js';
import { StalePairs } from './stale.js';
import type { ViewSource } from './view.js';

/** Reads a document, by its path in the dataset, as it is now. Fails with the code `gone` where there is none any more. */
export type ReadDocument = (path: string) => Promise<Outcome<DocumentText, Problem>>;

/** What looks different now. */
export interface ModelNews {
  /** Rows that look different; undefined: any may, and others may be there. */
  readonly ids: readonly string[] | undefined;
  /** Rows that are new, in order. */
  readonly come: readonly string[];
}

/** What the pages that show a dataset have in common: its rows, counts, texts, and which pairs are stale. */
export class ReviewModel implements ViewSource {
  readonly entries: Entries;
  readonly texts: PairTexts;
  readonly #stale: StalePairs;
  readonly #grounder: Grounder;
  readonly #changed = new Emitter<ModelNews>();
  readonly #subscriptions: { dispose(): void }[];
  /** By the paths of the documents that they are of. */
  readonly #tallies = new Map<string, Tally>();
  #turn: Promise<unknown> = Promise.resolve();

  readonly onDidChange = this.#changed.event;

  constructor(
    readonly live: LiveDataset,
    private readonly readDocument: ReadDocument,
    private readonly hash: Hash,
  ) {
    const { dataset } = live;
    this.entries = new Entries(dataset);
    this.texts = new PairTexts(dataset);
    this.#grounder = new Grounder(dataset);
    this.#stale = new StalePairs(dataset, this.entries, (path) => this.now(path), hash);
    this.#subscriptions = [
      live.onDidChange((news) => this.#take(news)),
      this.#stale.onDidChange((ids) => this.#tell({ ids, come: [] })),
      this.#stale,
    ];
  }

  isStale(pair: PairId): boolean {
    return this.#stale.has(pair);
  }

  /** Looks again whether the pairs of these documents are stale; of all where none is named. */
  checkStale(paths?: Iterable<string>): Promise<void> {
    return this.#stale.check(paths);
  }

  /** The counts of some documents, by their paths; of the whole where none is named. */
  tally(within: readonly string[] = []): Tally {
    const name = within.join('\n');
    let tally = this.#tallies.get(name);
    if (!tally)
      this.#tallies.set(name, (tally = tallyOf(this.entries, (pair) => this.isStale(pair), within)));
    return tally;
  }

  /** A row's entry, also of one that does not count any more but is still shown. */
  entry(id: string): Entry | undefined {
    const known = this.entries.get(id);
    if (known) return known;
    const info = this.live.dataset.pairInfo(id);
    return info && { kind: 'pair', id, info, document: '' };
  }

  async row(id: string): Promise<Row | undefined> {
    const entry = this.entry(id);
    return entry && rowOf(this.live.dataset, this.texts, entry, (pair) => this.isStale(pair));
  }

  /** All of a row's texts; undefined where there is none of that id, or its line can't be read any more. */
  async detail(id: string): Promise<Detail | undefined> {
    const entry = this.entry(id);
    const row = await this.row(id);
    if (!entry || !row) return undefined;
    const { dataset } = this.live;
    const read = (path: string) => this.now(path);
    if (entry.kind === 'failure') return failureDetail(dataset, entry, row, read);
    const detail = await pairDetail(dataset, entry, row, read);
    // A document outside the workspace is watched by nobody: that it has changed shows here first.
    const spans = detail.sources.flatMap((source) => source.spans);
    if (spans.length > 0 && spans.some(({ found }) => !found) !== this.isStale(id)) {
      void this.#stale.check(detail.sources.map(({ document }) => document).filter((path) => path !== ''));
    }
    return detail;
  }

  /** A document as it is now, ready to find evidence in. */
  async now(path: string): Promise<Outcome<NowText, Problem>> {
    const document = await this.#read(path);
    return document.ok ? ok(nowTextOf(document.value)) : document;
  }

  /** Sets fields of a pair; new words come with their grounding. One at a time, as one stands on the other. */
  edit(id: PairId, set: PairSet): Promise<Outcome<void, Problem>> {
    return this.#takeTurn(async () => {
      if (!this.live.dataset.pairInfo(id)) return fail(noPair);
      const reworded = set.completion !== undefined || set.prompt !== undefined;
      const fields = reworded
        ? await this.#grounder.withGrounding(await this.live.dataset.pair(id), set)
        : set;
      return this.live.edit([{ pair: id, set: fields }], labelOf(set));
    });
  }

  /** How a pair's words would stand on its sources; undefined where it has none. */
  async check(id: PairId, question: string, completion: string): Promise<PageGrounding | undefined> {
    if (!this.live.dataset.pairInfo(id)) return undefined;
    const { sources } = await this.live.dataset.pair(id);
    const grounding = await this.#grounder.check(sources, question, completion);
    return grounding && pageGrounding(grounding);
  }

  /** Puts a stale pair's evidence on its documents as they are now, as one step that can be undone. */
  keepStale(id: PairId): Promise<Outcome<void, Problem>> {
    return this.#takeTurn(async () => {
      if (!this.live.dataset.pairInfo(id)) return fail(noPair);
      const pair = await this.live.dataset.pair(id);
      const anchored = await anchor(this.live.dataset, pair, (path) => this.#read(path), this.hash);
      if (!anchored.ok) return anchored;
      const { sources, along } = anchored.value;
      const grounding = await this.#grounder.checkOn(sources, along, pair);
      const set = { sources, ...(grounding && { grounding }) };
      return this.live.edit([{ pair: id, set }], 'keep with the present text', along);
    });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** A document that is gone is named as the dataset names it. */
  async #read(path: string): Promise<Outcome<DocumentText, Problem>> {
    const document = await this.readDocument(path);
    if (document.ok || !isGone(document.error)) return document;
    return fail({ ...document.error, message: `There is no file ${path} any more.` });
  }

  #take(news: DatasetNews | undefined): void {
    const come = this.entries.take(news);
    if (!news || !come) {
      this.texts.forget(undefined);
      this.#stale.forgetDocuments(undefined);
      this.#grounder.forget();
      this.#tell({ ids: undefined, come: [] });
      void this.#stale.check();
      return;
    }
    this.texts.forget(news.pairs);
    this.#stale.forget(news.pairs);
    const { documents } = this.live.dataset.fold;
    const revised = [...news.documents].map((id) => documents.get(id)?.path ?? '');
    this.#stale.forgetDocuments(revised);
    this.#tell({ ids: [...news.pairs], come });
    void this.#stale.check([...this.#documentsOf([...news.pairs, ...come]), ...revised]);
  }

  #tell(news: ModelNews): void {
    this.#tallies.clear();
    this.#changed.fire(news);
  }

  #documentsOf(ids: readonly string[]): Set<string> {
    const entries = ids.flatMap((id) => this.entries.get(id) ?? []);
    return new Set(entries.flatMap(documentsOf));
  }

  #takeTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(job);
    this.#turn = turn.catch(() => undefined); // the one who asked gets the error; the next has its turn all the same
    return turn;
  }
}

const noPair: Problem = { code: 'no-pair', message: 'That pair is not in the dataset any more.' };
