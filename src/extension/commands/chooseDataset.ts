import { l10n, RelativePattern, Uri, window, workspace } from 'vscode';
import { TabInputCustom } from 'vscode';
import { readerFor } from '../../core/documents/index.js';
import { datasetFor } from '../generation/location.js';
import { tell, action } from '../messages.js';
import { reviewType } from '../review/names.js';
import { byPath, diskFolders, frontEditor, isDataset, urisOf } from './arguments.js';

/** So many datasets of a workspace are offered. */
const mostOffered = 50;

/**
 * The dataset that a command is to work on: the one that is named, the one whose review is in front, that of the
 * document in front, the only one that there is, else one to be chosen. Undefined: none, which is said.
 */
export async function chooseDataset(args: readonly unknown[]): Promise<Uri | undefined> {
  // By whatever name, as the setting may give it any; a document is named where a menu of its own was used.
  const [named] = urisOf(args);
  if (named && !readerFor(named.path)) return named;
  const front = await datasetInFront();
  if (front) return front;
  const found = await datasetsOfWorkspace();
  if (found.length === 1) return found[0];
  if (found.length > 1) {
    const items = found.map((uri) => ({ label: workspace.asRelativePath(uri), uri }));
    return (await window.showQuickPick(items, { placeHolder: l10n.t('Which dataset?') }))?.uri;
  }
  return tell(
    l10n.t('There is no dataset yet: generate pairs from a document first.'),
    action(l10n.t('Generate Pairs'), 'pairsmith.generateDocument'),
  );
}

/** As `chooseDataset`, but where there is a choice to be made, or no dataset, there is none. */
export async function likelyDataset(): Promise<Uri | undefined> {
  const front = await datasetInFront();
  if (front) return front;
  const found = await datasetsOfWorkspace();
  return found.length === 1 ? found[0] : undefined;
}

/** The dataset whose review is in front, or that of the document in front. */
async function datasetInFront(): Promise<Uri | undefined> {
  const shown = reviewInFront();
  if (shown) return shown;
  const editor = frontEditor();
  if (editor && isDataset(editor.document.uri)) return editor.document.uri;
  const own = editor && (await datasetFor(editor.document.uri));
  return own && (await exists(own)) ? own : undefined;
}

export function reviewInFront(): Uri | undefined {
  const shown = window.tabGroups.activeTabGroup.activeTab?.input;
  return shown instanceof TabInputCustom && shown.viewType === reviewType ? shown.uri : undefined;
}

async function datasetsOfWorkspace(): Promise<Uri[]> {
  const configured = await Promise.all(diskFolders().map((folder) => datasetFor(folder)));
  const others = await Promise.all(
    diskFolders().map((folder) =>
      workspace.findFiles(
        new RelativePattern(folder, '**/*.pairs.jsonl'),
        '**/{node_modules,.git}/**',
        mostOffered,
      ),
    ),
  );
  const all = [...configured.filter((uri) => uri !== undefined), ...byPath(others.flat())];
  const byName = new Map(all.map((uri) => [uri.toString(), uri]));
  const there = await Promise.all(
    [...byName.values()].map(async (uri) => ((await exists(uri)) ? uri : undefined)),
  );
  return there.filter((uri) => uri !== undefined);
}

const exists = async (uri: Uri): Promise<boolean> =>
  workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
