import { l10n, window } from 'vscode';
import { providerRow, providers } from '../../core/providers/index.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { addressOf, originOf, secretName } from '../../core/providers/keys.js';
import { environmentSecrets } from '../../node/ports.js';
import { tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { enteredKeys } from '../settings/enteredKeys.js';
import type { EnteredKey } from '../settings/enteredKeys.js';
import { readSettings } from '../settings/read.js';
import { frontEditor } from './arguments.js';
import { askAddress } from './askAddress.js';
import { enterKey, replaceOrRemove } from './enterKey.js';

/**
 * Asks for the key of a provider at the address in use, and keeps it in VS Code's secret storage; or removes it. It goes
 * to that host alone.
 */
export async function setKey(services: Services): Promise<void> {
  const settings = readSettings(frontEditor()?.document.uri);
  if (!settings.ok) return tellProblem(settings.error);
  const { provider, baseUrl } = settings.value;
  const row = await chooseProvider(provider);
  if (!row) return;
  const used = await addressOf(
    row,
    row.id === provider ? baseUrl : undefined,
    environmentSecrets(process.env),
  );
  const address = used === '' ? await askAddress(row, '') : used;
  if (address === undefined) return;
  const origin = originOf(address);
  if (origin !== undefined) return enterOrReplace(services, { provider: row.id, origin });
  const message = l10n.t(
    '{0} is not an address: write it like {1}.',
    'pairsmith.baseUrl',
    'http://localhost:8080/v1',
  );
  tellProblem({ code: 'setting', message });
}

/** Shows which keys are kept, for whom and for which host, and lets them be added, replaced and removed. */
export async function manageKeys(services: Services): Promise<void> {
  const kept = (await enteredKeys(services.context)).map((at) => ({
    label: providerRow(at.provider)?.title ?? at.provider,
    description: at.origin,
    act: () => replaceOrRemove(services.context, at),
  }));
  const add = { label: l10n.t('Add a Key…'), alwaysShow: true, act: () => addKey(services) };
  const picked = await window.showQuickPick([...kept, add], {
    title: l10n.t('Manage Keys'),
    placeHolder:
      kept.length === 0
        ? l10n.t('No key is kept yet.')
        : l10n.t('Each key goes to its own host alone. Choose one to replace or remove it.'),
    matchOnDescription: true,
  });
  await picked?.act();
}

async function addKey(services: Services): Promise<void> {
  const row = await chooseProvider('');
  if (!row) return;
  const address = await askAddress(row, await addressOf(row, undefined, environmentSecrets(process.env)));
  const origin = address === undefined ? undefined : originOf(address);
  if (origin !== undefined) await enterOrReplace(services, { provider: row.id, origin });
}

async function enterOrReplace({ context }: Services, at: EnteredKey): Promise<void> {
  const kept = await context.secrets.get(secretName(at.provider, at.origin));
  await (kept === undefined ? enterKey(context, at) : replaceOrRemove(context, at));
}

/** Asks which of those that take a key; the one that is in use comes first. */
async function chooseProvider(used: string): Promise<ProviderRow | undefined> {
  const rows = providers.filter((row) => row.keyName !== undefined);
  rows.sort((a, b) => Number(b.id === used) - Number(a.id === used));
  const items = rows.map((row) => ({
    label: row.title,
    description: row.id === used ? l10n.t('in use') : '',
    row,
  }));
  return (
    await window.showQuickPick(items, { title: l10n.t('Set API Key'), placeHolder: l10n.t('For whom?') })
  )?.row;
}
