import { l10n } from 'vscode';
import type { Uri } from 'vscode';
import { providerRow } from '../../core/providers/index.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { keyOf } from '../../core/providers/key.js';
import type { Settings } from '../../core/settings/index.js';
import { fail, ok } from '../../core/outcome.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import type { Secrets } from '../../core/ports.js';
import { prepare } from '../../node/prepare.js';
import type { Prepared } from '../../node/prepare.js';
import { withAnyKey } from '../../node/wireRequest.js';
import { cacheFolder } from '../../node/cacheFolder.js';
import { serverMemory } from '../../node/serverMemory.js';
import type { Services } from '../services.js';
import { addressOf, originOf, runSecrets } from './keys.js';
import { isUsersChoice, readSettings } from './read.js';

export interface PreparedRun extends Prepared {
  readonly settings: Settings;
  readonly row: ProviderRow;
}

/**
 * Reads the settings that hold for a document or folder and makes the provider. Sends nothing yet.
 * @param folder what a relative prompt file is relative to
 */
export async function prepareRun(
  { context }: Services,
  scope: Uri | undefined,
  folder: string,
  sends: 'may send' | 'nothing is sent' = 'may send',
): Promise<Outcome<PreparedRun, Problem>> {
  const read = readSettings(scope);
  if (!read.ok) return read;
  const settings = read.value;
  const row = providerRow(settings.provider) as ProviderRow; // the settings' own check knows every provider
  if (settings.model === undefined && row.defaultModel === undefined) {
    return fail({ code: 'no-model', message: l10n.t('{0}: no model is chosen yet.', row.title) });
  }
  const origin = originOf(addressOf(row, settings.baseUrl, process.env));
  const usersChoice = isUsersChoice(context, scope, origin);
  const source = { row, baseUrl: settings.baseUrl, usersChoice };
  const known = runSecrets(source, context.secrets, process.env);
  const secrets = sends === 'may send' ? known : withAnyKey(known);
  if (await lacksKey(row, settings, secrets)) {
    return fail({ code: 'no-key', message: l10n.t('{0}: there is no API key yet.', row.title) });
  }
  const prepared = await prepare(settings, secrets, folder, serverMemory(cacheFolder(process.env)));
  return prepared.ok ? ok({ ...prepared.value, settings, row }) : prepared;
}

async function lacksKey(row: ProviderRow, settings: Settings, secrets: Secrets): Promise<boolean> {
  if (!row.needsKey || row.keyName === undefined || settings.baseUrl !== undefined) return false;
  if (row.addressName !== undefined && (await secrets.get(row.addressName)) !== undefined) return false;
  return (await keyOf(row, secrets)) === undefined;
}
