import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import { datasetSuffix } from '../../node/dataset.js';
import { tellProblem } from '../messages.js';
import { readSettings, rootOf } from '../settings/read.js';

/** Where the user put the pairs of documents that have no folder, while this window lives. */
const chosen = new Map<string, Uri>();

/**
 * The dataset that a document's (or a folder's) pairs are in, or would be: as the settings have it, in its workspace
 * folder, else beside the document. Undefined where there is no folder for it, or the settings are wrong.
 */
export async function datasetFor(uri: Uri): Promise<Uri | undefined> {
  const settings = readSettings(uri);
  if (!settings.ok) return undefined;
  const folder = await folderOf(uri);
  return folder === undefined
    ? chosen.get(uri.toString())
    : Uri.file(resolve(folder, settings.value.dataset));
}

/** As `datasetFor`, but asks where there is no folder, and tells what is wrong with the settings. */
export async function askForDataset(uri: Uri): Promise<Uri | undefined> {
  const settings = readSettings(uri);
  if (!settings.ok) return tellProblem(settings.error);
  const known = await datasetFor(uri);
  if (known) return known;
  const name = basename(uri.path).replace(/\.[^.]*$/, '') || 'dataset';
  const picked = await window.showSaveDialog({
    title: l10n.t('Where Should the Pairs of {0} Go?', name),
    saveLabel: l10n.t('Put Them Here'),
    defaultUri: Uri.file(join(homedir(), name + datasetSuffix)),
    filters: { [l10n.t('Datasets')]: ['pairs.jsonl', 'jsonl'] },
  });
  if (!picked) return undefined;
  const uriOfPairs = picked.path.endsWith(datasetSuffix)
    ? picked
    : picked.with({ path: picked.path.replace(/\.jsonl$/, '') + datasetSuffix });
  chosen.set(uri.toString(), uriOfPairs);
  return uriOfPairs;
}

/** What relative paths of the settings are relative to: the workspace folder, else the document's own. */
export async function folderOf(uri: Uri): Promise<string | undefined> {
  const own = rootOf(uri);
  if (own) return own.uri.fsPath;
  if (uri.scheme !== 'file') return undefined;
  const type = await workspace.fs.stat(uri).then(
    (stat) => stat.type,
    () => 1, // a new file
  );
  return (type & 2) !== 0 ? uri.fsPath : dirname(uri.fsPath);
}

/** Documents and folders, those of one folder of the window together: one run has one folder's settings. */
export function byRoot(uris: readonly Uri[]): Uri[][] {
  const groups = new Map<string, Uri[]>();
  for (const uri of uris) {
    const name = rootOf(uri)?.uri.toString() ?? '';
    const group = groups.get(name);
    if (group) group.push(uri);
    else groups.set(name, [uri]);
  }
  return [...groups.values()];
}
