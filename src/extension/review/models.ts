import type * as vscode from 'vscode';
import type { Outcome, Problem } from '../../core/outcome.js';
import { ok } from '../../core/outcome.js';
import { nodeHash } from '../../node/ports.js';
import type { Datasets, OpenDataset } from '../datasets.js';
import type { Texts } from '../texts.js';
import { ReviewModel } from './model/review-model.js';

/** A text that is being typed in is looked at after so many milliseconds of rest. */
const rest = 150;

/** A dataset's model, as long as a page shows it. */
export interface HeldModel extends vscode.Disposable {
  readonly dataset: OpenDataset;
  readonly model: ReviewModel;
}

interface Shared {
  readonly dataset: OpenDataset;
  readonly model: ReviewModel;
  holders: number;
}

/** One model a dataset, however many pages show it; told of documents that change. */
export class Models implements vscode.Disposable {
  readonly #open = new Map<string, Shared>();
  readonly #touched = new Set<vscode.Uri>();
  readonly #subscription: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param documentChanged called when the pairs of a document have been looked at after it changed
   * @param pairsChanged called when pairs look different; undefined: any may
   */
  constructor(
    private readonly datasets: Datasets,
    private readonly texts: Texts,
    private readonly documentChanged: (dataset: vscode.Uri, path: string) => void,
    private readonly pairsChanged: (dataset: OpenDataset, ids: readonly string[] | undefined) => void,
  ) {
    this.#subscription = texts.onDidChange((uri) => {
      this.#touched.add(uri);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#lookAgain(), rest);
    });
  }

  async open(uri: vscode.Uri): Promise<Outcome<HeldModel, Problem>> {
    const opened = await this.datasets.open(uri);
    if (!opened.ok) return opened;
    const name = uri.toString();
    let shared = this.#open.get(name);
    if (shared) opened.value.dispose();
    else this.#open.set(name, (shared = this.#make(opened.value)));
    const { dataset, model } = shared;
    shared.holders++;
    let held = true;
    const dispose = () => {
      if (held && --shared.holders === 0) {
        this.#open.delete(name);
        model.dispose();
        dataset.dispose();
      }
      held = false;
    };
    return ok({ dataset, model, dispose });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    for (const { model, dataset } of this.#open.values()) {
      model.dispose();
      dataset.dispose();
    }
    this.#open.clear();
  }

  #make(dataset: OpenDataset): Shared {
    const read = async (path: string) => {
      const text = await this.texts.read(this.texts.uriOf(dataset.uri, path));
      return text.ok ? ok(text.value.document) : text;
    };
    const model = new ReviewModel(dataset.live, read, nodeHash);
    model.onDidChange(({ ids }) => this.pairsChanged(dataset, ids));
    void model.checkStale();
    return { dataset, model, holders: 0 };
  }

  async #lookAgain(): Promise<void> {
    const touched = [...this.#touched];
    this.#touched.clear();
    for (const { dataset, model } of this.#open.values()) {
      const paths = new Set(touched.map((uri) => this.texts.pathOf(dataset.uri, uri)));
      const own = [...paths].filter((path) => model.entries.pairsOf(path).size > 0);
      if (own.length === 0) continue;
      await model.checkStale(own);
      for (const path of own) this.documentChanged(dataset.uri, path);
    }
  }
}
