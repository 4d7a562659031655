import type * as vscode from 'vscode';
import type { Log } from '../../core/ports.js';
import type { PairId } from '../../core/dataset/model.js';
import type { Action } from '../../protocol.js';
import type { Datasets } from '../datasets.js';
import type { Texts } from '../texts.js';

/** What the review needs of the extension. */
export interface ReviewServices {
  readonly extensionUri: vscode.Uri;
  readonly datasets: Datasets;
  readonly texts: Texts;
  readonly log: Log;
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
  /** Opens the dataset's review, if need be, and selects the pair there. */
  reveal(dataset: vscode.Uri, pair: PairId): Promise<void>;
  /** Opens a dataset's review beside a document, or shows the one that is open. */
  openBeside(dataset: vscode.Uri, source?: vscode.Uri): Promise<void>;
}

export { panelId, reviewType } from './names.js';
export { recoverTabs } from './recover.js';

/** Makes the review pages. */
export declare function createReview(services: ReviewServices): Review;
