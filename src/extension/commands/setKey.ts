import { l10n, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { providers } from '../../core/providers/index.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { addressOf, keyProblem, originOf, secretName } from '../settings/keys.js';
import { readSettings } from '../settings/read.js';
import { frontEditor } from './arguments.js';

/**
 * Asks for the key of a provider at one address, and keeps it in VS Code's secret storage; or removes it. It goes to
 * that host alone.
 */
export async function setKey({ context }: Services): Promise<void> {
  const settings = readSettings(frontEditor()?.document.uri);
  if (!settings.ok) return tellProblem(settings.error);
  const { provider, baseUrl } = settings.value;
  const row = await chooseProvider(provider);
  if (!row) return;
  const address = addressOf(row, row.id === provider ? baseUrl : undefined, process.env);
  const origin = originOf(address);
  if (origin === undefined) {
    const message = l10n.t(
      'pairsmith.baseUrl is not an address: write it like {0}.',
      'http://localhost:8080/v1',
    );
    return tellProblem({ code: 'setting', message });
  }
  const name = secretName(row.id, origin);
  const kept = await context.secrets.get(name);
  if (kept !== undefined) {
    const choice = await replaceOrRemove(origin);
    if (choice === undefined) return;
    if (choice === 'remove') {
      await context.secrets.delete(name);
      return tell(l10n.t('The key for {0} is removed.', origin));
    }
  }
  const key = await window.showInputBox({
    title: l10n.t('API Key for {0}', origin),
    prompt: l10n.t('It goes to {0} alone, and stays in the secret storage of VS Code.', origin),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === ''
        ? l10n.t('There is no key yet: paste one, or press Escape to leave all as it is.')
        : keyProblem(address, text),
  });
  if (key === undefined) return;
  await context.secrets.store(name, key.trim());
  tell(l10n.t('The key for {0} is kept.', origin));
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

async function replaceOrRemove(origin: string): Promise<'replace' | 'remove' | undefined> {
  const items: (QuickPickItem & { choice: 'replace' | 'remove' })[] = [
    { label: l10n.t('Enter Another Key'), choice: 'replace' },
    { label: l10n.t('Remove Key'), choice: 'remove' },
  ];
  const title = l10n.t('There is a key for {0}', origin);
  return (await window.showQuickPick(items, { title }))?.choice;
}
