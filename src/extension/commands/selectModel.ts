import { ConfigurationTarget, l10n, ProgressLocation, window, workspace } from 'vscode';
import type { QuickPickItem, Uri, WorkspaceFolder } from 'vscode';
import { offeredModels } from '../../core/providers/models.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { addressOf, keyFor, originOf } from '../../core/providers/keys.js';
import { environmentSecrets } from '../../node/ports.js';
import { action, tell, tellProblem, warn } from '../messages.js';
import type { Services } from '../services.js';
import { noteGivenAddress, readSettings, rootOf } from '../settings/read.js';
import { section } from '../settings/values.js';
import { frontEditor } from './arguments.js';
import { askAddress } from './askAddress.js';
import { chooseProvider } from './chooseProvider.js';

const environment = environmentSecrets(process.env);

/** What counts of the settings once a model is chosen; undefined is not set. */
interface Choice {
  readonly provider: string;
  readonly model: string | undefined;
  readonly baseUrl: string | undefined;
}

/** Asks who makes the pairs and with which model, and writes the settings. */
export async function selectModel(services: Services): Promise<void> {
  const scope = frontEditor()?.document.uri;
  const choice = await askForModel(services, scope);
  if (choice) await write(choice, scope);
}

/** Asks who makes the pairs and with which model, of those that the server has. Nothing is written. */
export async function askForModel(services: Services, scope: Uri | undefined): Promise<Choice | undefined> {
  const settings = readSettings(scope);
  if (!settings.ok) return tellProblem(settings.error);
  if (!workspace.isTrusted) {
    const message = l10n.t('Only the built-in generator works in a folder that you have not trusted.');
    return tellProblem({ code: 'trust', message });
  }
  const row = await chooseProvider(settings.value.provider);
  if (!row) return undefined;
  if (!row.needsModel) return { provider: row.id, model: undefined, baseUrl: undefined };
  const used = row.id === settings.value.provider ? settings.value : undefined;
  if (row.place === 'editor') {
    const model = await chooseEditorModel(used?.model);
    return model === undefined ? undefined : { provider: row.id, model, baseUrl: undefined };
  }
  const baseUrl = await askAddress(row, await addressOf(row, used?.baseUrl, environment));
  const origin = baseUrl === undefined ? undefined : originOf(baseUrl);
  if (baseUrl === undefined || origin === undefined) return undefined;
  await noteGivenAddress(services.context, origin);
  const model = await chooseModel(services, row, baseUrl, used?.model);
  if (model === undefined) return undefined;
  const own = baseUrl === (await addressOf(row, undefined, environment));
  return { provider: row.id, model, baseUrl: own ? undefined : baseUrl };
}

/** Asks which of VS Code's own models, of those that are there now. */
async function chooseEditorModel(used: string | undefined): Promise<string | undefined> {
  const { editorModels } = await import('../models/vscodeModels.js');
  const models = await editorModels();
  if (models.length === 0) {
    warn(
      l10n.t(
        'VS Code has no language model. Sign in to GitHub Copilot or install an extension that brings models.',
      ),
    );
    return undefined;
  }
  const items = models.map(({ name, about }) => ({
    label: name,
    description: name === used ? `${about} ${l10n.t('in use')}`.trim() : about,
  }));
  return (await window.showQuickPick(items, { title: l10n.t('Which Model?'), matchOnDescription: true }))
    ?.label;
}

/** Asks which model, of those that the server has; where it does not say, by name. */
async function chooseModel(
  { context }: Services,
  row: ProviderRow,
  address: string,
  used: string | undefined,
): Promise<string | undefined> {
  const question = { row, baseUrl: address, usersChoice: true };
  const key = await keyFor(question, environment, context.secrets);
  const offered = await window.withProgress(
    {
      location: ProgressLocation.Window,
      title: l10n.t('Asking {0} for its models', originOf(address) ?? address),
    },
    () => offeredModels({ provider: row.id, address, key }),
  );
  if (!offered.ok) {
    tellProblem(offered.error);
    return askName(used);
  }
  if (offered.value.length === 0) {
    warn(
      l10n.t('{0} has no model yet; get one first, with "ollama pull" say.', originOf(address) ?? address),
    );
    return undefined;
  }
  const other = { label: l10n.t('Another Model…'), alwaysShow: true };
  const items: QuickPickItem[] = offered.value.map(({ name, about }) => ({
    label: name,
    description: name === used ? `${about} ${l10n.t('in use')}`.trim() : about,
  }));
  const picked = await window.showQuickPick([...items, other], {
    title: l10n.t('Which Model?'),
    matchOnDescription: true,
  });
  return picked === other ? askName(used) : picked?.label;
}

const askName = async (used: string | undefined): Promise<string | undefined> => {
  const name = await window.showInputBox({
    title: l10n.t('Name of the Model'),
    prompt: l10n.t('As its server names it.'),
    ...(used !== undefined && { value: used }),
    ignoreFocusOut: true,
  });
  return name?.trim() || undefined;
};

/** Writes the settings where the user wants them: for one folder of several, for this workspace, or everywhere. */
async function write(choice: Choice, scope: Uri | undefined): Promise<void> {
  const folder = scope && rootOf(scope);
  const target = await chooseTarget(folder);
  if (target === undefined) return;
  const configuration = workspace.getConfiguration(section, folder);
  for (const [name, value] of Object.entries(choice)) await configuration.update(name, value, target);
  tell(
    choice.model === undefined
      ? l10n.t('Pairs are now made by the built-in rules.')
      : l10n.t('Pairs are now made by {0}.', choice.model),
    action(l10n.t('Try 5 Chunks'), 'pairsmith.tryFive'),
  );
}

async function chooseTarget(folder: WorkspaceFolder | undefined): Promise<ConfigurationTarget | undefined> {
  const { workspaceFolders } = workspace;
  if (!workspaceFolders) return ConfigurationTarget.Global;
  // What a folder's own settings say counts there, whatever the workspace's do.
  const own = workspaceFolders.length > 1 && folder ? [folder] : [];
  const items = [
    ...own.map(({ name }) => ({
      label: l10n.t('For the Folder {0}', name),
      target: ConfigurationTarget.WorkspaceFolder,
    })),
    { label: l10n.t('For This Workspace'), target: ConfigurationTarget.Workspace },
    { label: l10n.t('For All My Work'), target: ConfigurationTarget.Global },
  ];
  return (await window.showQuickPick(items, { title: l10n.t('Where Should This Hold?') }))?.target;
}
