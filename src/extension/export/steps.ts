import { basename, dirname, join } from 'node:path';
import { l10n, Uri, window, workspace } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import { exportFormats } from '../../core/export/index.js';
import { pairsText } from '../words.js';
import { pairChoices } from './choices.js';
import type { PairChoice } from './choices.js';
import { back, Picker } from './picker.js';
import type { Question } from './picker.js';

/** What an export is told by the person: each undefined until it is. */
export interface Choices {
  readonly format?: string | undefined;
  readonly pairs?: PairChoice | undefined;
  readonly folder?: string | undefined;
}

/** All of it. */
export type Chosen = { readonly [Name in keyof Choices]-?: NonNullable<Choices[Name]> };

interface ChoiceItem extends QuickPickItem {
  readonly choice: Choices;
}

/** Asks for what is not given, one question after the other in the same picker. Undefined: the person left. */
export async function askChoices(uri: Uri, dataset: Dataset, given: Choices): Promise<Chosen | undefined> {
  const questions: (() => Question<ChoiceItem>)[] = [
    ...(given.format === undefined ? [formatQuestion] : []),
    ...(given.pairs === undefined ? [() => pairsQuestion(dataset)] : []),
    ...(given.folder === undefined ? [() => folderQuestion(uri)] : []),
  ];
  const picker = new Picker(l10n.t('Export'), questions.length);
  const answers: Choices[] = [given];
  try {
    while (answers.length <= questions.length) {
      const question = questions[answers.length - 1]?.();
      const answer = question && (await picker.ask(answers.length, question));
      if (answer === undefined) return undefined;
      if (answer === back) answers.pop();
      else answers.push({ ...answers.at(-1), ...answer.choice });
    }
  } finally {
    picker.dispose();
  }
  const { format, pairs, folder = await chooseFolder(uri) } = answers.at(-1) ?? {};
  if (format === undefined || pairs === undefined || folder === undefined) return undefined;
  return { format, pairs, folder };
}

/** Asks for the shape of the files. Undefined: the person left. */
export async function chooseFormat(title: string): Promise<string | undefined> {
  const { items, placeholder } = formatQuestion();
  const options = { title, placeHolder: placeholder, matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.choice.format;
}

const formatQuestion = () => ({
  placeholder: l10n.t('Which shape does your trainer read?'),
  items: exportFormats.map(({ id, title }) => ({ label: id, description: title, choice: { format: id } })),
});

const pairsQuestion = (dataset: Dataset) => ({
  placeholder: l10n.t('Which pairs?'),
  items: pairChoices(dataset.pairs()).map((pairs) => ({
    label: nameOf(pairs),
    description: pairsText(pairs.count),
    choice: { pairs },
  })),
});

function nameOf({ id, minRating }: PairChoice): string {
  if (minRating !== undefined) {
    return minRating === 5 ? l10n.t('Rated 5') : l10n.t('Rated {0} or Better', minRating);
  }
  return id === 'accepted' ? l10n.t('Accepted Alone') : l10n.t('Accepted and New');
}

function folderQuestion(dataset: Uri) {
  const folder = usualFolder(dataset);
  return {
    placeholder: l10n.t('Where do the files go?'),
    items: [
      { label: basename(folder), description: dirname(folder), choice: { folder } },
      { label: l10n.t('Another Folder…'), choice: { folder: undefined } },
    ],
  };
}

async function chooseFolder(dataset: Uri): Promise<string | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Where do the files go?'),
    openLabel: l10n.t('Export Here'),
    canSelectFolders: true,
    canSelectFiles: false,
    defaultUri: Uri.file(dirname(usualFolder(dataset))),
  });
  return chosen?.[0]?.fsPath;
}

/** In the workspace folder, else beside the dataset; as the command line has it. */
function usualFolder(dataset: Uri): string {
  const root = workspace.getWorkspaceFolder(dataset)?.uri.fsPath ?? dirname(dataset.fsPath);
  return join(root, 'pairsmith-export');
}
