import type * as vscode from 'vscode';
import type { PageCommand } from '../../protocol.js';

/** What a button of the page was pressed for. */
export interface PageContext {
  /** Undefined in a panel that follows no document yet. */
  readonly dataset: vscode.Uri | undefined;
  /** The document of the selected pair, else the one that is followed. */
  readonly document: vscode.Uri | undefined;
}

/** The command of VS Code or of Pairsmith that does what a button says, with its arguments. */
export function commandOf(
  command: PageCommand,
  { dataset, document }: PageContext,
): [string, ...unknown[]] | undefined {
  const data = dataset ? [dataset] : [];
  const source = document ? [document] : [];
  switch (command) {
    case 'generate':
    case 'refreshDocument':
      return ['pairsmith.generateFile', ...source];
    case 'stop':
      return ['pairsmith.stop', ...data];
    case 'resume':
      return ['pairsmith.resume', ...data];
    case 'export':
      return ['pairsmith.export', ...data];
    case 'openText':
      return dataset && ['vscode.openWith', dataset, 'default'];
    case 'openSource':
      return document && ['vscode.open', document];
    case 'chooseModel':
      return ['pairsmith.selectModel'];
    case 'showLog':
      return ['pairsmith.showLog'];
    case 'manageTrust':
      return ['workbench.trust.manage'];
    case 'keySettings':
      return ['workbench.action.openSettings', 'pairsmith.review.keys'];
    case 'keepStale':
    case 'dismissSummary':
    case 'reload':
    case 'tidy':
      return undefined; // done by the page's own session
  }
}
