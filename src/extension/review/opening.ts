import * as vscode from 'vscode';
import type { Problem } from '../../core/outcome.js';
import type { FileProblem } from './model/file-problem.js';
import type { Models } from './models.js';
import type { Shown } from './page.js';

/** Opens a dataset for a page; what can't be opened is a page that says why. */
export async function openShown(models: Models, uri: vscode.Uri): Promise<Shown> {
  const opened = await models.open(uri);
  return opened.ok ? { uri, held: opened.value } : { uri, problem: notOpened(opened.error) };
}

/** For a panel that follows a document which belongs to no dataset, or none at all. */
export const noDataset = (document: vscode.Uri | undefined): Shown => ({
  uri: undefined,
  problem: {
    code: 'no-dataset',
    message: document
      ? vscode.l10n.t('There are no pairs from this document yet.')
      : vscode.l10n.t('Open a document to see its pairs here, or to generate some.'),
    blocks: true,
    actions: document ? ['generate'] : [],
  },
});

function notOpened({ code, message }: Problem): FileProblem {
  const foreign = code === 'foreign';
  return {
    code: foreign ? 'foreign' : 'io',
    message: foreign ? message.replace(/ Name another file\.$/, ' It can be opened as text.') : message,
    blocks: true,
    actions: foreign ? ['openText', 'reload'] : ['reload', 'openText'],
  };
}
