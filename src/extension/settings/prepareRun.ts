import { l10n } from 'vscode';
import type { Uri } from 'vscode';
import { isServer, providerRow } from '../../core/providers/index.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { setupsOf } from '../../core/settings/index.js';
import type { Settings } from '../../core/settings/index.js';
import { fail, ok } from '../../core/outcome.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { addressOf, keyFor, originOf } from '../../core/providers/keys.js';
import { prepare } from '../../node/prepare.js';
import type { Prepared } from '../../node/prepare.js';
import { environmentSecrets } from '../../node/ports.js';
import { withAnyKey } from '../../node/wireRequest.js';
import { cacheFolder } from '../../node/cacheFolder.js';
import { serverMemory } from '../../node/serverMemory.js';
import { showLogAction, warn } from '../messages.js';
import type { Services } from '../services.js';
import { isUsersChoice, readSettings } from './read.js';
import { section } from './values.js';

export interface PreparedRun extends Prepared {
  readonly settings: Settings;
  readonly row: ProviderRow;
}

/**
 * Reads the settings that hold for a document or folder and makes the provider. Sends nothing yet.
 * @param folder what a relative prompt file is relative to
 * @param spent what an earlier part of the run has spent of its budget
 * @param once settings over those that hold, for this run alone
 */
export async function prepareRun(
  { context, log }: Services,
  scope: Uri | undefined,
  folder: string,
  sends: 'may send' | 'nothing is sent' = 'may send',
  spent?: Prepared['budget']['spent'],
  once: Partial<Settings> = {},
): Promise<Outcome<PreparedRun, Problem>> {
  const read = readSettings(scope, once);
  if (!read.ok) return read;
  const setups = setupsOf(read.value, (name) => `${section}.${name}`);
  if (!setups.ok) return setups;
  const { used, fallbacks } = setups.value;
  const [settings] = used;
  const environment = environmentSecrets(process.env);
  const secrets = sends === 'may send' ? environment : withAnyKey(environment);
  const usersChoice = (setup: Settings, origin: string | undefined): boolean =>
    isUsersChoice(context, scope, origin, setup === read.value ? 'baseUrl' : 'profiles');
  for (const setup of [...used, ...fallbacks]) {
    const row = rowOf(setup);
    if (setup.model === undefined && row.defaultModel === undefined) {
      return fail({ code: 'no-model', message: l10n.t('{0}: no model is chosen yet.', row.title) });
    }
    const address = await addressOf(row, setup.baseUrl, environment);
    if (address === '' && isServer(row)) {
      const message = l10n.t('{0}: say where your server is, in pairsmith.baseUrl.', row.title);
      return fail({ code: 'setting', message });
    }
    const origin = originOf(address);
    if (origin === undefined && isServer(row)) {
      const setting = setup === read.value ? 'baseUrl' : 'profiles';
      const message = l10n.t('{0} is not an address: write it like {1}.', `${section}.${setting}`, example);
      return fail({ code: 'setting', message });
    }
    const question = { row, baseUrl: setup.baseUrl, usersChoice: usersChoice(setup, origin) };
    if (lacksKey(row, origin, await keyFor(question, secrets, context.secrets))) {
      return fail({ code: 'no-key', message: l10n.t('{0}: there is no API key yet.', row.title) });
    }
  }
  const memory = serverMemory(cacheFolder(process.env));
  const inEditor = [...used, ...fallbacks].some((setup) => rowOf(setup).place === 'editor');
  const editor = inEditor ? await ownModels() : undefined;
  const onNotKept = ({ message }: Problem): void => {
    log.warn(message);
    if (told !== message) warn(message, showLogAction());
    told = message;
  };
  const ways = { kept: context.secrets, usersChoice, memory, editor, spent, fetch, onNotKept };
  const prepared = await prepare(read.value, secrets, folder, ways);
  if (prepared.ok) return ok({ ...prepared.value, settings, row: rowOf(settings) });
  const { code, message } = prepared.error;
  return fail({ code, message: code === 'prompt' ? `${section}.promptFile: ${message}` : message });
}

/** That replies can't be kept is said once, not at each run. */
let told: string | undefined;

const example = 'http://localhost:8080/v1';

/** The settings' own check knows every provider. */
const rowOf = ({ provider }: Settings): ProviderRow => providerRow(provider) as ProviderRow;

const ownModels = async () => (await import('../models/vscodeModels.js')).vscodeProvider();

/** A service of its own takes nothing without a key; of another server behind the address nobody knows. */
const lacksKey = (row: ProviderRow, origin: string | undefined, key: string | undefined): boolean =>
  row.needsKey &&
  key === undefined &&
  row.defaultBaseUrl !== undefined &&
  origin === originOf(row.defaultBaseUrl);
