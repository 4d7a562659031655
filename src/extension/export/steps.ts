import { basename, dirname, join } from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import { exportFormats } from '../../core/export/index.js';
import { pairsText } from '../words.js';
import { pairChoices } from './choices.js';
import type { PairChoice } from './choices.js';

/** Asks for the shape of the files. Undefined: the user left. */
export async function chooseFormat(title: string): Promise<string | undefined> {
  const items = exportFormats.map(({ id, title: about }) => ({ label: id, description: about, id }));
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t('Which shape does your trainer read?'),
    matchOnDescription: true,
  });
  return picked?.id;
}

/** Asks which pairs go out. */
export async function choosePairs(dataset: Dataset, title: string): Promise<PairChoice | undefined> {
  const items = pairChoices(dataset.pairs()).map((choice) => ({
    label: nameOf(choice),
    description: pairsText(choice.count),
    choice,
  }));
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Which pairs?') });
  return picked?.choice;
}

function nameOf({ id, minRating }: PairChoice): string {
  if (minRating !== undefined) {
    return minRating === 5 ? l10n.t('Rated 5') : l10n.t('Rated {0} or Better', minRating);
  }
  return id === 'accepted' ? l10n.t('Accepted Alone') : l10n.t('Accepted and New');
}

/** Asks where the files go. */
export async function chooseFolder(dataset: Uri, title: string): Promise<string | undefined> {
  const usual = usualFolder(dataset);
  const other = { label: l10n.t('Another Folder…'), folder: undefined };
  const items = [{ label: basename(usual), description: dirname(usual), folder: usual }, other];
  const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('Where do the files go?') });
  if (picked !== other) return picked?.folder;
  const chosen = await window.showOpenDialog({
    title,
    openLabel: l10n.t('Export Here'),
    canSelectFolders: true,
    canSelectFiles: false,
    defaultUri: Uri.file(dirname(usual)),
  });
  return chosen?.[0]?.fsPath;
}

/** In the workspace folder, else beside the dataset; as the command line has it. */
export function usualFolder(dataset: Uri): string {
  const root = workspace.getWorkspaceFolder(dataset)?.uri.fsPath ?? dirname(dataset.fsPath);
  return join(root, 'pairsmith-export');
}
