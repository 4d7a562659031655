import { commands, env, l10n, UIKind, Uri, window, workspace } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import { verdicts } from '../../core/dataset/model.js';
import type { ExportOptions, ExportReport } from '../../core/export/index.js';
import { fail } from '../../core/outcome.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { ratiosOf } from '../../core/splits/index.js';
import { exportFiles, previewExport } from '../../node/exportFiles.js';
import type { Exported, TrainingSteps } from '../../node/exportFiles.js';
import { chooseDataset } from '../commands/chooseDataset.js';
import { action, tell, tellProblem } from '../messages.js';
import type { Action } from '../messages.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings/read.js';
import { pairsText } from '../words.js';
import { pairChoices } from './choices.js';
import { acceptedButUnsupported, confirmExport, splitsText } from './preview.js';
import { askChoices } from './steps.js';

/**
 * Writes training files: asks for format, pairs and folder, shows what it comes to, then writes. What the second
 * argument says (`{format, pairs, folder}`) is not asked for; where it says all three, nothing is.
 */
export async function exportPairs(services: Services, ...args: unknown[]): Promise<ExportReport | undefined> {
  const uri = await chooseDataset(args);
  if (!uri) return undefined;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  try {
    const { dataset } = opened.value;
    const given = givenChoices(args[1]);
    const asked = await askOptions(uri, dataset, given);
    if (!asked) return undefined;
    if (!asked.ok) return tellProblem(asked.error);
    const whole = given.format && given.pairs && given.folder;
    const options = whole ? asked.value : await confirmed(dataset, asked.value);
    if (!options) return undefined;
    const exported = await exportFiles(dataset, options, services.app);
    if (!exported.ok) return tellProblem(exported.error);
    tellExported(exported.value);
    return exported.value.report;
  } finally {
    opened.value.dispose();
  }
}

interface Given {
  readonly format?: string;
  readonly pairs?: string;
  readonly folder?: string;
}

function givenChoices(value: unknown): Given {
  if (typeof value !== 'object' || value === null || value instanceof Uri) return {};
  const given = Object.entries(value).filter(([, choice]) => typeof choice === 'string');
  return Object.fromEntries(given);
}

/** Undefined: the user left. */
async function askOptions(
  uri: Uri,
  dataset: Dataset,
  given: Given,
): Promise<Outcome<ExportOptions, Problem> | undefined> {
  const settings = readSettings(uri);
  if (!settings.ok) return settings;
  if (dataset.pairs().length === 0) {
    return fail({ code: 'empty', message: l10n.t('This dataset has no pairs yet: generate some first.') });
  }
  const choices = await askChoices(uri, dataset, {
    ...given,
    pairs: pairChoices(dataset.pairs()).find(({ id }) => id === given.pairs),
  });
  if (!choices) return undefined;
  const { format, pairs, folder } = choices;
  const { split, seed, exportSystemMessage } = settings.value;
  return {
    ok: true,
    value: {
      format,
      folder,
      statuses: pairs.statuses,
      minRating: pairs.minRating,
      split: ratiosOf(split),
      seed,
      system: exportSystemMessage,
    },
  };
}

/** The options that the user has seen the outcome of and wants; undefined: none. */
async function confirmed(dataset: Dataset, options: ExportOptions): Promise<ExportOptions | undefined> {
  const preview = await previewExport(dataset, options);
  if (!preview.ok) return tellProblem(preview.error);
  const accepted = dataset.pairs().filter(({ status }) => status === 'accepted');
  const unsupported = acceptedButUnsupported(preview.value, new Set(accepted.map(({ id }) => id)));
  const answer = await confirmExport(preview.value, unsupported);
  if (answer !== 'all') return answer && options;
  return confirmed(dataset, { ...options, grounding: verdicts });
}

function tellExported({ report, training, problems }: Exported): void {
  const { counts, folder } = report;
  const splits = splitsText(counts);
  const what = splits === '' ? pairsText(counts.pairs) : `${pairsText(counts.pairs)} (${splits})`;
  const actions: Action[] = openFolder(folder);
  if (training.length > 0) {
    actions.push({ title: l10n.t('Copy Training Command'), run: () => copyTraining(training) });
  }
  tell(l10n.t('{0} are in {1}.', what, workspace.asRelativePath(folder)), ...actions);
  for (const problem of problems) tellProblem(problem);
}

/** What shows a folder: outside the workspace the system does, where that is the one before the user's eyes. */
function openFolder(folder: string): Action[] {
  const uri = Uri.file(folder);
  const inside = workspace.getWorkspaceFolder(uri) !== undefined;
  if (!inside && (env.remoteName !== undefined || env.uiKind === UIKind.Web)) return [];
  return [action(l10n.t('Open Folder'), inside ? 'revealInExplorer' : 'revealFileInOS', uri)];
}

/** Puts the command that trains with one tool on the clipboard. */
async function copyTraining(training: readonly TrainingSteps[]): Promise<void> {
  const items = training.map(({ tool, commands: lines }) => ({
    label: tool,
    detail: lines.at(-1) ?? '',
    text: lines.join('\n'),
  }));
  const picked =
    items.length === 1 ? items[0] : await window.showQuickPick(items, { title: l10n.t('Train with') });
  if (!picked) return;
  await env.clipboard.writeText(picked.text);
  const open = {
    title: l10n.t('Open a Terminal'),
    run: () => commands.executeCommand('workbench.action.terminal.new'),
  };
  tell(l10n.t('The command for {0} is on the clipboard.', picked.label), open);
}
