import { workspace } from 'vscode';
import type { ExtensionContext, Uri, WorkspaceFolder } from 'vscode';
import { resolveSettings } from '../../core/settings/index.js';
import type { Settings } from '../../core/settings/index.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { section, settingsLayer } from './values.js';

/**
 * The folder of the window whose dataset and settings count for a document: its own; the first on disk for one that was
 * never saved. Undefined for one that is in none of them.
 */
export const rootOf = (uri: Uri): WorkspaceFolder | undefined =>
  workspace.getWorkspaceFolder(uri) ??
  (uri.scheme === 'file'
    ? undefined
    : workspace.workspaceFolders?.find((folder) => folder.uri.scheme === 'file'));

/**
 * The settings as they hold for a document or a folder. A wrong one is named as in settings.json.
 * @param once what counts instead of them; undefined of one counts as not set
 */
export function readSettings(
  scope: Uri | undefined,
  once: Partial<Settings> = {},
): Outcome<Settings, Problem> {
  const configuration = workspace.getConfiguration(section, scopeOf(scope));
  const layer = settingsLayer(
    (name) => ({ value: configuration.get(name), user: configuration.inspect(name)?.globalValue }),
    workspace.isTrusted,
  );
  return resolveSettings([{ ...layer, values: { ...layer.values, ...once } }]);
}

const scopeOf = (uri: Uri | undefined): Uri | undefined => (uri && rootOf(uri)?.uri) ?? uri;

const given = 'addresses';

/** Remembers that the user themself gave an address, in a question of ours, as opposed to a folder's settings. */
export async function noteGivenAddress({ globalState }: ExtensionContext, origin: string): Promise<void> {
  const known = globalState.get<string[]>(given, []);
  if (!known.includes(origin)) await globalState.update(given, [...known, origin]);
}

/**
 * Whether the base URL that counts is the user's own choice: of their own settings, or given in a question.
 * @param where which setting it stands in
 */
export function isUsersChoice(
  { globalState }: ExtensionContext,
  scope: Uri | undefined,
  origin: string | undefined,
  where: 'baseUrl' | 'profiles',
): boolean {
  const found = workspace.getConfiguration(section, scopeOf(scope)).inspect(where);
  const byFolder = Boolean(found?.workspaceFolderValue ?? found?.workspaceValue);
  return !byFolder || (origin !== undefined && globalState.get<string[]>(given, []).includes(origin));
}
