import * as vscode from 'vscode';
import type { Filter } from '../../protocol.js';
import { noFilter } from '../../protocol.js';
import type { Texts } from '../texts.js';
import type { Models } from './models.js';
import { noDataset, openShown } from './opening.js';
import { ReviewPage } from './page.js';
import type { PageServices, Shown } from './page.js';

export interface PanelServices extends PageServices {
  readonly models: Models;
  readonly texts: Texts;
  datasetFor(document: vscode.Uri): Promise<vscode.Uri | undefined>;
}

/** The review page in a side panel: it follows the active document, and keeps it while a review editor is active. */
export class ReviewPanel implements vscode.Disposable {
  readonly page: ReviewPage;
  readonly #subscription: vscode.Disposable;
  #document: vscode.Uri | undefined;
  #disposed = false;

  constructor(
    readonly view: vscode.WebviewView,
    private readonly services: PanelServices,
  ) {
    this.page = new ReviewPage(
      view.webview,
      { place: 'panel', column: () => undefined, inFront: () => true, followed: () => this.#document },
      services,
      noDataset(undefined),
    );
    this.page.reopen = () => this.#follow(this.#document);
    this.#subscription = vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && isSource(editor.document.uri)) void this.#follow(editor.document.uri);
    });
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    const first = [activeTextEditor, ...visibleTextEditors].find(
      (each) => each && isSource(each.document.uri),
    );
    if (first) void this.#follow(first.document.uri);
  }

  dispose(): void {
    this.#disposed = true;
    this.#subscription.dispose();
    this.page.dispose();
  }

  async #follow(document: vscode.Uri | undefined): Promise<void> {
    this.#document = document;
    const dataset = document && (await this.services.datasetFor(document));
    const overtaken = () => this.#disposed || this.#document !== document;
    if (overtaken()) return;
    const filter: Filter =
      dataset && document
        ? { ...this.page.filter, documents: [this.services.texts.pathOf(dataset, document)] }
        : noFilter;
    if (dataset && dataset.toString() === this.page.dataset?.toString()) return this.page.setFilter(filter);
    const shown: Shown = dataset ? await openShown(this.services.models, dataset) : noDataset(document);
    if (!overtaken()) this.page.show(shown, filter);
    else if ('held' in shown) shown.held.dispose();
  }
}

/** A document that pairs can be from: neither a dataset nor what VS Code shows of itself. */
const isSource = (uri: vscode.Uri): boolean =>
  (uri.scheme === 'file' || uri.scheme === 'untitled') && !uri.path.endsWith('.pairs.jsonl');
