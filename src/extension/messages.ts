import { commands, l10n, window } from 'vscode';
import type { Uri } from 'vscode';
import type { PairId } from '../core/dataset/model.js';
import type { Problem } from '../core/outcome.js';

/** A button of a message, and what it does. */
export interface Action {
  readonly title: string;
  run(): unknown;
}

/** Runs a command of VS Code or of ours. */
export const action = (title: string, command: string, ...args: unknown[]): Action => ({
  title,
  run: () => commands.executeCommand(command, ...args),
});

type Show = (message: string, ...titles: string[]) => Thenable<string | undefined>;

async function show(how: Show, message: string, actions: readonly Action[]): Promise<void> {
  const chosen = await how(withoutLinks(message), ...actions.map(({ title }) => title));
  await actions.find(({ title }) => title === chosen)?.run();
}

/** VS Code makes links of `[text](command:…)` in a message, also where a server's words or a file's name hold it. */
const withoutLinks = (message: string): string => message.replaceAll('](', '] (');

/** Tells something, and offers what to do next. Nobody waits for the answer. */
export function tell(message: string, ...actions: Action[]): undefined {
  void show(window.showInformationMessage, message, actions);
}

export function warn(message: string, ...actions: Action[]): undefined {
  void show(window.showWarningMessage, message, actions);
}

/** Tells what went wrong, with what mends it. */
export function tellProblem(problem: Problem, ...actions: Action[]): undefined {
  void show(window.showErrorMessage, problem.message, actions.length > 0 ? actions : remedies(problem));
}

export const showLogAction = (): Action => action(l10n.t('Show Log'), 'pairsmith.showLog');
/** Opens the review of a dataset, at a pair where one is named. */
export const reviewAction = (dataset: Uri, pair: PairId | undefined): Action =>
  action(l10n.t('Review'), 'pairsmith.reviewDataset', dataset, ...(pair === undefined ? [] : [pair]));

export const chooseModelAction = (): Action => action(l10n.t('Choose a Model'), 'pairsmith.selectModel');

/** What a person can do about a problem of this kind. */
export function remedies({ code, message }: Problem): Action[] {
  switch (code) {
    case 'setting': {
      // A message about a setting begins with its name.
      const name = /^pairsmith(?:\.\w+)+/.exec(message)?.[0] ?? 'pairsmith.';
      return [action(l10n.t('Open Settings'), 'workbench.action.openSettings', name)];
    }
    case 'foreign':
      return [
        action(l10n.t('Open Settings'), 'workbench.action.openSettings', 'pairsmith.dataset'),
        showLogAction(),
      ];
    case 'prompt':
      return [action(l10n.t('Open Settings'), 'workbench.action.openSettings', 'pairsmith.promptFile')];
    case 'no-model':
    case 'not-found':
      return [chooseModelAction()];
    case 'no-key':
    case 'auth':
      return [action(l10n.t('Set API Key'), 'pairsmith.setKey')];
    case 'trust':
      return [action(l10n.t('Manage Trust'), 'workbench.trust.manage')];
    default:
      return [showLogAction()];
  }
}

/** For what should never happen. */
export const showBug = (): undefined =>
  tellProblem({
    code: 'internal',
    message: l10n.t('Something went wrong inside Pairsmith; the log says what.'),
  });
