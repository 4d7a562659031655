import * as vscode from 'vscode';
import type { PairId } from '../../core/dataset/model.js';
import type { Log } from '../../core/ports.js';
import type { Action } from '../../protocol.js';
import type { Datasets } from '../datasets.js';
import type { Texts } from '../texts.js';
import { Diffs } from './diffs.js';
import { Models } from './models.js';
import { openShown } from './opening.js';
import { ReviewPage } from './page.js';
import { ReviewPanel } from './panel.js';
import { isSame, openBeside } from './placing.js';
import { recoverTabs } from './recover.js';
import { touchesSettings } from './settings.js';
import { SourceEditors } from './source-editors.js';
import type { EvidenceIn } from './source-editors.js';

/** What the review needs of the extension. */
export interface ReviewServices {
  readonly extensionUri: vscode.Uri;
  readonly datasets: Datasets;
  readonly texts: Texts;
  readonly log: Log;
  /** Of this workspace: keeps what pages want back after a crash. */
  readonly memory: vscode.Memento;
  /** The dataset that a document's pairs are in, or would be; undefined where there is none. */
  datasetFor(document: vscode.Uri): Promise<vscode.Uri | undefined>;
}

/** The review pages of this window: editors on datasets, and the side panel. */
export interface Review extends vscode.Disposable {
  /** For `CustomReadonlyEditorProvider` of `pairsmith.review`. */
  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument;
  resolveCustomEditor(document: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void>;
  /** For `WebviewViewProvider` of `pairsmith.panel`. */
  resolveWebviewView(view: vscode.WebviewView): Promise<void>;
  /** Does something in the page that is active, or was last. False: there is none. */
  act(action: Action): Promise<boolean>;
  /**
   * Opens the dataset's review, if need be, and selects the pair there; a filter that leaves it out is taken away.
   * Without `focus`, a review that somebody is at work in stays as it is; in one that is new, as it was opened for this,
   * nobody is.
   */
  reveal(
    dataset: vscode.Uri,
    pair: PairId,
    options?: { readonly focus?: boolean; readonly isNew?: boolean },
  ): Promise<void>;
  /**
   * Opens a dataset's review beside a document, or shows the one that is open. The focus stays where it is, so that
   * nothing that is being typed decides on a pair, and the document stays in view; unless `focus` says that the review
   * was asked for.
   */
  readonly openBeside: typeof openBeside;
  /**
   * Opens editors anew that a crash of the extension host has left without anyone behind them, now and when they come
   * into view. To be called once, after the start, where there is a tab of ours.
   */
  recoverTabs(): void;
  /** Where evidence is marked in documents now. */
  readonly marked: readonly EvidenceIn[];
}

interface OpenEditor {
  readonly page: ReviewPage;
  readonly panel: vscode.WebviewPanel;
}

/** Makes the review pages. */
export function createReview(services: ReviewServices): Review {
  const { log, texts, extensionUri, memory } = services;
  const editors = new Set<OpenEditor>();
  /** Editors that VS Code has asked for, also those whose dataset is still being read. */
  const asked = new Map<vscode.WebviewPanel, vscode.Uri>();
  /** Pairs to be selected by editors that are yet to open, by dataset. */
  const toReveal = new Map<string, PairId>();
  let panel: ReviewPanel | undefined;
  let last: ReviewPage | undefined;
  let recovering: vscode.Disposable | undefined;
  const diffs = new Diffs(asked, (error) => log.warn(`Could not show the diff as text: ${String(error)}`));
  const sources = new SourceEditors(texts, (message) => log.warn(message));
  const pages = (): ReviewPage[] => [...[...editors].map(({ page }) => page), ...(panel ? [panel.page] : [])];
  const models = new Models(
    services.datasets,
    texts,
    (dataset, path) => {
      for (const page of pages()) if (isSame(page.dataset, dataset)) page.touch(path);
      void sources.refresh();
    },
    (dataset, ids) => {
      if (sources.shows(dataset, ids)) void sources.refresh();
    },
  );
  const pageServices = { extensionUri, texts, sources, log, memory };

  const refresh = () => pages().forEach((page) => page.refresh());
  const subscriptions = [
    vscode.workspace.onDidChangeConfiguration((event) => touchesSettings(event) && refresh()),
    vscode.workspace.onDidGrantWorkspaceTrust(refresh),
  ];

  const closed = (page: ReviewPage) => {
    page.dispose();
    if (last === page) last = undefined;
    if (pages().length === 0) sources.clear();
  };

  return {
    openCustomDocument: (uri) => ({ uri, dispose: () => undefined }),

    async resolveCustomEditor({ uri }, webviewPanel) {
      if (uri.scheme !== 'file') return openAsText(uri, webviewPanel);
      asked.set(webviewPanel, uri);
      webviewPanel.onDidDispose(() => asked.delete(webviewPanel));
      diffs.look();
      const shown = await openShown(models, uri);
      if (!asked.has(webviewPanel)) {
        if ('held' in shown) shown.held.dispose();
        return;
      }
      const page = new ReviewPage(
        webviewPanel.webview,
        { place: 'editor', column: () => webviewPanel.viewColumn, inFront: () => webviewPanel.active },
        pageServices,
        shown,
      );
      page.reopen = async () => page.show(await openShown(models, uri), page.filter);
      const editor = { page, panel: webviewPanel };
      editors.add(editor);
      if (webviewPanel.active || !last) last = page;
      const pair = toReveal.get(uri.toString());
      if (pair !== undefined) await page.reveal(pair);
      toReveal.delete(uri.toString());
      webviewPanel.onDidChangeViewState(() => {
        if (webviewPanel.active) last = page;
      });
      webviewPanel.onDidDispose(() => {
        editors.delete(editor);
        closed(page);
      });
    },

    resolveWebviewView(view) {
      const own = new ReviewPanel(view, {
        ...pageServices,
        models,
        datasetFor: (uri) => services.datasetFor(uri),
      });
      panel = own;
      last ??= own.page;
      view.onDidDispose(() => {
        own.dispose();
        if (panel === own) panel = undefined;
        closed(own.page);
      });
      return Promise.resolve();
    },

    act(action) {
      const active = [...editors].find((editor) => editor.panel.active)?.page ?? last ?? pages()[0];
      active?.act(action);
      return Promise.resolve(active !== undefined);
    },

    async reveal(dataset, pair, { focus = true, isNew = false } = {}) {
      const open = [...editors].filter(({ page }) => isSame(page.dataset, dataset));
      const editor = open.find((each) => each.panel.visible) ?? open[0];
      if (editor) {
        if (!focus && !isNew && editor.panel.active) return;
        if (focus) editor.panel.reveal(editor.panel.viewColumn, false);
        await editor.page.reveal(pair);
        return;
      }
      toReveal.set(dataset.toString(), pair);
      await openBeside(dataset, vscode.window.activeTextEditor?.document.uri, { focus });
    },

    openBeside,

    recoverTabs() {
      recovering ??= recoverTabs(
        (uri, column) =>
          [...asked].some(([{ viewColumn }, own]) => isSame(own, uri) && viewColumn === column),
        (error) => log.warn(`Could not open the review anew: ${String(error)}`),
      );
    },

    get marked() {
      return sources.marked;
    },

    dispose() {
      recovering?.dispose();
      diffs.dispose();
      for (const page of pages()) page.dispose();
      editors.clear();
      panel = undefined;
      models.dispose();
      sources.dispose();
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** What is not on disk (git's old version of a dataset, say) can't be reviewed: it is shown as the lines that it is. */
async function openAsText(uri: vscode.Uri, panel: vscode.WebviewPanel): Promise<void> {
  const { viewColumn = vscode.ViewColumn.Active, active } = panel;
  panel.dispose();
  await vscode.commands.executeCommand('vscode.openWith', uri, 'default', {
    viewColumn,
    preserveFocus: !active,
  });
}
