import type * as vscode from 'vscode';
import type { Dataset } from '../core/dataset/dataset.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import type { FileFollower } from './review/file-follower.js';
import type { FileProblem } from './review/model/file-problem.js';
import type { PairChange } from './review/model/history.js';
import { LiveDataset } from './review/model/live.js';
import type { DatasetNews, RunProgress, RunSummary, Undone } from './review/model/live.js';

/** A dataset that is open in this extension host. Everyone who asks for the same file gets the same `dataset`. */
export interface OpenDataset extends vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly dataset: Dataset;
  /** For those that show it: news, undo, problems and the run are all here. */
  readonly live: LiveDataset;
  /** Told at most 30 ms after a change, by whomever. Undefined: anything may be different. */
  readonly onDidChange: vscode.Event<DatasetNews | undefined>;
  readonly problem: FileProblem | undefined;
  readonly onDidChangeProblem: vscode.Event<FileProblem | undefined>;
  /** The run that writes to it now; set by who runs it. */
  readonly run: RunProgress | undefined;
  setRun(progress: RunProgress | undefined): void;
  /** How it ended: shown on the pages until it is dismissed, or another run begins. */
  setSummary(summary: RunSummary | undefined): void;
  readonly onDidChangeRun: vscode.Event<RunProgress | undefined>;
  /** One append and one undo step. `what` is for people: "accept 3 pairs". */
  edit(changes: readonly PairChange[], what: string): Promise<Outcome<void, Problem>>;
  /** Undefined: nothing was left to undo. */
  undo(): Promise<Outcome<Undone | undefined, Problem>>;
  redo(): Promise<Outcome<Undone | undefined, Problem>>;
  /** Reads the file anew. */
  reload(): Promise<void>;
  /**
   * Writes the file anew without what is overtaken. Resolves with where the lines that could not be read are kept, if
   * there were any.
   */
  tidy(): Promise<Outcome<{ readonly badLinesIn: string | undefined }, Problem>>;
  /** Lets go of it. The file is closed when the last one has. */
  dispose(): void;
}

interface Shared {
  readonly live: LiveDataset;
  readonly follower: FileFollower;
  holders: number;
}

/** The datasets that are open, one a file, however many show it or write to it. */
export class Datasets implements vscode.Disposable {
  readonly #open = new Map<string, Promise<Outcome<Shared, Problem>>>();

  /**
   * Opens a dataset, or shares it. A file that does not exist yet is an empty dataset (`problem` says `missing`); the
   * first append makes it. Fails where the file is something else, or can't be read.
   */
  async open(uri: vscode.Uri): Promise<Outcome<OpenDataset, Problem>> {
    const name = uri.toString();
    let opening = this.#open.get(name);
    if (!opening) this.#open.set(name, (opening = openShared(uri)));
    const opened = await opening;
    if (!opened.ok) {
      if (this.#open.get(name) === opening) this.#open.delete(name);
      return opened;
    }
    const shared = opened.value;
    // Its last holder may have let go of it while this one waited.
    if (this.#open.get(name) !== opening) return this.open(uri);
    shared.holders++;
    return ok(handle(uri, shared, () => this.#release(name, shared)));
  }

  dispose(): void {
    for (const opening of this.#open.values()) {
      void opening.then((opened) => opened.ok && close(opened.value));
    }
    this.#open.clear();
  }

  #release(name: string, shared: Shared): void {
    if (--shared.holders > 0) return;
    this.#open.delete(name);
    close(shared);
  }
}

async function openShared(uri: vscode.Uri): Promise<Outcome<Shared, Problem>> {
  if (uri.scheme !== 'file') {
    return fail({ code: 'scheme', message: `Only a dataset on disk can be reviewed: ${uri.toString(true)}` });
  }
  // With what reads its lines, which is no part of what VS Code loads at its start.
  const { openDataset } = await import('../node/dataset.js');
  const { FileFollower } = await import('./review/file-follower.js');
  const opened = await openDataset(uri.fsPath);
  if (!opened.ok) return opened;
  let follower: FileFollower | undefined;
  const live = new LiveDataset(opened.value, () => follower?.startOver() ?? Promise.resolve(false));
  follower = new FileFollower(live, uri);
  await follower.begin();
  return ok({ live, follower, holders: 0 });
}

function close({ live, follower }: Shared): void {
  follower.dispose();
  live.dispose();
  void live.dataset.close();
}

function handle(uri: vscode.Uri, { live, follower }: Shared, release: () => void): OpenDataset {
  let held = true;
  return {
    uri,
    dataset: live.dataset,
    live,
    onDidChange: live.onDidChange,
    onDidChangeProblem: live.onDidChangeProblem,
    onDidChangeRun: live.onDidChangeRun,
    get problem() {
      return live.problem;
    },
    get run() {
      return live.run;
    },
    setRun: (progress) => live.setRun(progress),
    setSummary: (summary) => live.setSummary(summary),
    edit: (changes, what) => live.edit(changes, what),
    undo: () => live.undo(),
    redo: () => live.redo(),
    reload: () => follower.look(true),
    tidy: () => follower.tidy(),
    dispose: () => {
      if (held) release();
      held = false;
    },
  };
}
