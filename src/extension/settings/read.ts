import { workspace } from 'vscode';
import type { Uri } from 'vscode';
import { resolveSettings } from '../../core/settings/index.js';
import type { Settings } from '../../core/settings/index.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { section, settingsLayer } from './values.js';

/** The settings as they hold for a document or a folder. A wrong one is named as in settings.json. */
export function readSettings(scope: Uri | undefined): Outcome<Settings, Problem> {
  const configuration = workspace.getConfiguration(section, scope);
  const layer = settingsLayer(
    (name) => ({ value: configuration.get(name), user: configuration.inspect(name)?.globalValue }),
    workspace.isTrusted,
  );
  return resolveSettings([layer]);
}

/** Whether the base URL that counts is the user's own choice, and no folder's. */
export function isUsersBaseUrl(scope: Uri | undefined): boolean {
  const found = workspace.getConfiguration(section, scope).inspect('baseUrl');
  return found?.workspaceValue === undefined && found?.workspaceFolderValue === undefined;
}
