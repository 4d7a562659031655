import type { Dataset, DatasetChange } from '../../../core/dataset/dataset.js';
import { inverseOf } from '../../../core/dataset/edit.js';
import type { JournalProblem } from '../../../core/dataset/journal.js';
import type { Draft, Line } from '../../../core/dataset/lines.js';
import type { DocumentId, PairFields, PairId, ResultId } from '../../../core/dataset/model.js';
import type { Outcome, Problem } from '../../../core/outcome.js';
import { fail, ok } from '../../../core/outcome.js';
import type { SummaryAction } from '../../../protocol.js';
import { Emitter } from './emitter.js';
import type { Listen } from './emitter.js';
import type { FileProblem } from './file-problem.js';
import { History } from './history.js';
import type { PairChange, Step } from './history.js';

/** What is different in a dataset; undefined: anything may be. */
export interface DatasetNews {
  /** Pairs that were edited. */
  readonly pairs: ReadonlySet<PairId>;
  /** Results that came. Others of the same key, or that they supersede, may no longer count. */
  readonly results: ReadonlySet<ResultId>;
  /** Documents came, or have a new revision. */
  readonly documents: ReadonlySet<DocumentId>;
}

/** How far the run is that writes to a dataset. */
export interface RunProgress {
  readonly ended: number;
  readonly planned: number;
  readonly pairs: number;
  readonly failed: number;
  /** Chunks a second. */
  readonly rate?: number | undefined;
  readonly secondsLeft?: number | undefined;
  /** It is paused: by somebody, or by what it met. */
  readonly paused?: { readonly reason?: string | undefined } | undefined;
}

/** How a run ended, for people, and what they may do next. */
export interface RunSummary {
  readonly well: boolean;
  readonly text: string;
  readonly actions: readonly SummaryAction[];
}

/** What an undo or a redo did. */
export interface Undone {
  readonly what: string;
  readonly pairs: readonly PairId[];
}

/** Changes wait so long, in milliseconds, for others to be told along; longer where telling takes its time. */
const gathering = 30;
const timesTelling = 4;

/**
 * A dataset that people look at: edits that can be undone, news of what is different, what is wrong with its file and
 * the run that writes to it. Shared by all that show it.
 */
export class LiveDataset {
  readonly dataset: Dataset;
  readonly #changed = new Emitter<DatasetNews | undefined>();
  readonly #problemChanged = new Emitter<FileProblem | undefined>();
  readonly #runChanged = new Emitter<RunProgress | undefined>();
  readonly #history = new History();
  readonly #stop: () => void;
  #news: { pairs: Set<PairId>; results: Set<ResultId>; documents: Set<DocumentId> } | 'any' | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** How long the last telling took, in milliseconds. */
  #telling = 0;
  #problem: FileProblem | undefined;
  #run: RunProgress | undefined;
  #summary: RunSummary | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  readonly onDidChange: Listen<DatasetNews | undefined> = this.#changed.event;
  readonly onDidChangeProblem: Listen<FileProblem | undefined> = this.#problemChanged.event;
  /** Of the run, or of how it ended. */
  readonly onDidChangeRun: Listen<RunProgress | undefined> = this.#runChanged.event;

  /** @param recover called where the file is no longer the one that was read; resolves with whether it is now */
  constructor(
    dataset: Dataset,
    private readonly recover: () => Promise<boolean> = () => Promise.resolve(false),
  ) {
    this.dataset = dataset;
    this.#stop = dataset.onChange((change) => this.#take(change));
  }

  get problem(): FileProblem | undefined {
    return this.#problem;
  }
  get run(): RunProgress | undefined {
    return this.#run;
  }
  /** How the last run ended, until that is dismissed or another begins. */
  get summary(): RunSummary | undefined {
    return this.#summary;
  }
  /** What an undo would take back, for people; undefined where there is nothing. */
  get undoable(): string | undefined {
    return this.#history.toUndo?.what;
  }
  get redoable(): string | undefined {
    return this.#history.toRedo?.what;
  }

  setProblem(problem: FileProblem | undefined): void {
    if (this.#problem?.code === problem?.code && this.#problem?.message === problem?.message) return;
    this.#problem = problem;
    this.#problemChanged.fire(problem);
  }

  setRun(progress: RunProgress | undefined): void {
    this.#run = progress;
    if (progress) this.#summary = undefined;
    this.#runChanged.fire(progress);
  }

  setSummary(summary: RunSummary | undefined): void {
    this.#summary = summary;
    this.#runChanged.fire(this.#run);
  }

  /** Forgets what could be undone: the file is another one. */
  forget(): void {
    this.#history.clear();
  }

  /**
   * Appends edits, as one step that can be undone, once they are on the disk. Where that fails, nothing of it is in
   * the file. `along` are lines that the edits stand on; they stay when the step is undone.
   */
  edit(
    changes: readonly PairChange[],
    what: string,
    along: readonly Draft[] = [],
  ): Promise<Outcome<void, Problem>> {
    return this.#takeTurn(async () => {
      const drafts = [...along, ...changes.map(draftOf)];
      let inverse = this.#inverseOf(changes);
      let appended = await this.#append(drafts);
      if (!appended.ok && (await this.#movedOn(appended.error, changes))) {
        inverse = this.#inverseOf(changes);
        appended = await this.#append(drafts);
      }
      if (!appended.ok) return fail(this.#problem?.blocks ? this.#problem : appended.error);
      this.#history.push({ what, changes, inverse });
      this.flush();
      return ok(undefined);
    });
  }

  /** Takes the newest step back, as far as nobody has changed the same since. Undefined: there is none. */
  undo(): Promise<Outcome<Undone | undefined, Problem>> {
    return this.#takeTurn(() => this.#turnBack('undo'));
  }

  /** Does the step that was undone last once more. */
  redo(): Promise<Outcome<Undone | undefined, Problem>> {
    return this.#takeTurn(() => this.#turnBack('redo'));
  }

  async #turnBack(how: 'undo' | 'redo'): Promise<Outcome<Undone | undefined, Problem>> {
    const step = how === 'undo' ? this.#history.toUndo : this.#history.toRedo;
    if (!step) return ok(undefined);
    const [from, to] = how === 'undo' ? [step.changes, step.inverse] : [step.inverse, step.changes];
    const changes = stillAs(this.dataset, from, to);
    if (changes.length === 0) {
      if (how === 'undo') this.#history.dropUndo();
      else this.#history.dropRedo();
      this.#changed.fire(noNews);
      return fail({ code: 'overtaken', message: overtaken(step, how) });
    }
    const appended = await this.#append(changes.map(draftOf));
    if (!appended.ok) {
      // What is to be turned back was done in another file.
      if (appended.error.code === 'replaced') await this.recover();
      return fail(this.#problem ?? appended.error);
    }
    if (how === 'undo') this.#history.undone();
    else this.#history.redone();
    this.flush();
    return ok({ what: step.what, pairs: changes.map(({ pair }) => pair) });
  }

  #inverseOf(changes: readonly PairChange[]): PairChange[] {
    return changes.map(({ pair, set }) => ({ pair, set: inverseOf(this.dataset.fold, pair, set) }));
  }

  async #append(drafts: readonly Draft[]): Promise<Outcome<unknown, Problem>> {
    if (this.#problem?.blocks) return fail(this.#problem);
    const appended = await this.dataset.append<Line>(drafts);
    if (!appended.ok && appended.error.code !== 'replaced') this.setProblem(problemOf(appended.error));
    if (appended.ok && this.#problem && passing.has(this.#problem.code)) this.setProblem(undefined);
    return appended;
  }

  /** Whether another file took the place of the one that was read, and has all of the pairs: a decision is on a pair. */
  async #movedOn(error: Problem, changes: readonly PairChange[]): Promise<boolean> {
    if (error.code !== 'replaced' || !(await this.recover())) return false;
    return changes.every(({ pair }) => this.dataset.pairInfo(pair) !== undefined);
  }

  /** Tells what is different now, without waiting for more. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const news = this.#news;
    this.#news = undefined;
    if (!news) return;
    const started = performance.now();
    this.#changed.fire(news === 'any' ? undefined : news);
    this.#telling = performance.now() - started;
  }

  dispose(): void {
    this.#stop();
    clearTimeout(this.#timer);
    for (const emitter of [this.#changed, this.#problemChanged, this.#runChanged]) emitter.dispose();
  }

  #take(change: DatasetChange): void {
    if (change === undefined) this.#news = 'any';
    else if (this.#news !== 'any') {
      this.#news ??= { pairs: new Set(), results: new Set(), documents: new Set() };
      for (const line of change) {
        if (line.type === 'edit') this.#news.pairs.add(line.pair);
        else if (line.type === 'result') this.#news.results.add(line.id);
        else if (line.type === 'document') this.#news.documents.add(line.document);
      }
    }
    this.#timer ??= setTimeout(() => this.flush(), Math.max(gathering, this.#telling * timesTelling));
  }

  #takeTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(job);
    this.#turn = turn.catch(() => undefined); // the one who asked gets the error; the next has its turn all the same
    return turn;
  }
}

const noNews: DatasetNews = { pairs: new Set(), results: new Set(), documents: new Set() };

/** Problems that are over once something was written. */
const passing = new Set<string>(['replaced', 'locked', 'disk-full', 'io', 'read-only']);

const draftOf = ({ pair, set }: PairChange): Draft => ({ type: 'edit', pair, set });

function problemOf(error: JournalProblem): FileProblem {
  const code = error.code === 'replaced' ? 'gone' : error.code;
  return { code, message: error.message, blocks: false, actions: ['reload'] };
}

/** Of `to`, the fields that are still as `from` has set them: what others have changed since, stays. */
function stillAs(dataset: Dataset, from: readonly PairChange[], to: readonly PairChange[]): PairChange[] {
  return from.flatMap(({ pair, set }, i) => {
    const now = dataset.fold.editsOf(pair);
    const back = to[i]?.set ?? {};
    const fields = (Object.keys(set) as (keyof PairFields)[]).filter((field) =>
      isSame(now[field] ?? null, set[field] ?? null),
    );
    if (fields.length === 0) return [];
    return [{ pair, set: Object.fromEntries(fields.map((field) => [field, back[field] ?? null])) }];
  });
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const overtaken = ({ what }: Step, how: string): string =>
  `Could not ${how} “${what}”: somebody else has changed the same since.`;
