import { basename, dirname } from 'node:path';
import { FileType, l10n, window, workspace } from 'vscode';
import type { TextEditor, Uri } from 'vscode';
import type { Range } from '../../core/dataset/model.js';
import { askForDataset, byRoot } from '../generation/location.js';
import { openDocument, readEditor, recordedAs } from '../generation/inputs.js';
import type { RunEnd } from '../generation/runs.js';
import type { Work } from '../generation/work.js';
import { tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { filesText } from '../words.js';
import { diskFolders, frontDocument, needEditor, urisOf } from './arguments.js';

type Ended = Promise<RunEnd | undefined>;

/** Pairs from the document in front, or from the one that is named. */
export async function generateDocument(services: Services, ...args: unknown[]): Ended {
  const uri = urisOf(args)[0] ?? (await frontDocument());
  return uri && generateFrom(services, [uri]);
}

/** Pairs from the chunks that hold what is selected; without a selection, from the one at the cursor. */
export async function generateSelection(services: Services): Ended {
  const editor = needEditor();
  if (!editor) return undefined;
  const { uri } = editor.document;
  const ranges = selectedRanges(editor);
  const dataset = ranges && (await askForDataset(uri));
  if (!dataset) return undefined;
  const path = recordedAs(uri, dirname(dataset.fsPath));
  const title = l10n.t('Pairs from the selection in {0}', basename(uri.path));
  return start(services, {
    dataset,
    sources: [uri],
    title,
    name: l10n.t('Selection in {0}', basename(uri.path)),
    beside: uri,
    selection: true,
    limits: { ranges: new Map([[path, ranges]]) },
  });
}

/** The selections as ranges of the document's text, without the blanks around them: those would take other chunks. */
function selectedRanges({ document, selections }: TextEditor): Range[] | undefined {
  const read = readEditor(document);
  if (!read.ok) {
    return tellProblem(read.error);
  }
  const { map, text } = read.value;
  const offset = ({ line, character }: { line: number; character: number }) =>
    map.offsetAt({ line, column: character });
  return selections.map((selection) => {
    const [start, end] = [offset(selection.start), offset(selection.end)];
    const words = text.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    return words.trim() === '' ? [start, start] : [from, from + words.trim().length];
  });
}

/** Pairs from files and folders, as the explorer's menu has them. */
export async function generateFile(services: Services, ...args: unknown[]): Ended {
  const uris = urisOf(args);
  return uris.length > 0 ? generateFrom(services, uris) : generateDocument(services);
}

/** Pairs from the folders that are named, else from one to be chosen. */
export async function generateFolder(services: Services, ...args: unknown[]): Ended {
  const named = urisOf(args);
  if (named.length > 0) return generateFrom(services, named);
  const [here] = diskFolders();
  const picked = await window.showOpenDialog({
    title: l10n.t('Generate Pairs from Folder'),
    openLabel: l10n.t('Generate Pairs'),
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
    ...(here && { defaultUri: here }),
  });
  return picked && generateFrom(services, picked);
}

/** Pairs from all folders of the workspace. */
export async function generateWorkspace(services: Services): Ended {
  const folders = diskFolders();
  if (folders.length > 0) return generateFrom(services, folders);
  return tell(l10n.t('Open a folder first: there is none in this window.'));
}

/** Pairs from documents and folders, those of each dataset in one run. Resolves with how the last one ended. */
export async function generateFrom(
  services: Services,
  sources: readonly Uri[],
  more: Partial<Work> = {},
): Ended {
  let ended: RunEnd | undefined;
  for (const work of await worksOf(sources)) ended = await start(services, { ...work, ...more });
  return ended;
}

/** The work that sources come to, by the dataset that they belong to and the folder whose settings count. */
export async function worksOf(sources: readonly Uri[]): Promise<Work[]> {
  const byDataset = new Map<string, { dataset: Uri; sources: Uri[] }>();
  for (const [number, own] of byRoot(sources.filter(isReadable)).entries()) {
    for (const uri of own) {
      const dataset = await askForDataset(uri);
      if (!dataset) continue;
      const name = `${number} ${dataset.toString()}`;
      const known = byDataset.get(name);
      if (known) known.sources.push(uri);
      else byDataset.set(name, { dataset, sources: [uri] });
    }
  }
  return Promise.all(
    [...byDataset.values()].map(async ({ dataset, sources: own }) => {
      const [first] = own;
      const single = own.length === 1 && first && !(await isFolder(first)) ? first : undefined;
      return {
        dataset,
        sources: own,
        title: l10n.t('Pairs from {0}', nameOf(own)),
        name: nameOf(own),
        beside: single,
      };
    }),
  );
}

/** A document elsewhere than on disk or in a new editor is refused, with a word. */
function isReadable(uri: Uri): boolean {
  if (uri.scheme === 'file') return true;
  const document = openDocument(uri);
  const read = document && readEditor(document);
  if (read?.ok) return true;
  const message = l10n.t('{0} is not open in an editor, and no file on this machine.', uri.toString(true));
  tellProblem(read ? read.error : { code: 'scheme', message });
  return false;
}

async function isFolder(uri: Uri): Promise<boolean> {
  if (uri.scheme !== 'file') return false;
  return workspace.fs.stat(uri).then(
    ({ type }) => (type & FileType.Directory) !== 0,
    () => false, // it may be gone; reading it says so
  );
}

const nameOf = ([first, ...more]: readonly Uri[]): string =>
  more.length === 0 ? basename(first?.path ?? '') : filesText(more.length + 1);

const start = async (services: Services, work: Work): Ended => (await services.runs()).start(work);
