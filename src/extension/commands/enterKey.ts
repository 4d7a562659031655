import { l10n, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { keyProblem } from '../../core/providers/keys.js';
import { tell } from '../messages.js';
import { keepKey, removeKey } from '../settings/enteredKeys.js';
import type { EnteredKey, KeyStore } from '../settings/enteredKeys.js';

/** Asks for a key and keeps it; it goes to that host alone. */
export async function enterKey(store: KeyStore, at: EnteredKey): Promise<void> {
  const { origin } = at;
  const key = await window.showInputBox({
    title: l10n.t('API Key for {0}', origin),
    prompt: l10n.t('It goes to {0} alone, and stays in the secret storage of VS Code.', origin),
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === ''
        ? l10n.t('There is no key yet: paste one, or press Escape to leave all as it is.')
        : keyProblem(origin, text),
  });
  if (key === undefined) return;
  await keepKey(store, at, key.trim());
  tell(l10n.t('The key for {0} is kept.', origin));
}

/** Asks what to do with a key that is kept, and does it. */
export async function replaceOrRemove(store: KeyStore, at: EnteredKey): Promise<void> {
  const items: (QuickPickItem & { act: () => Promise<unknown> })[] = [
    { label: l10n.t('Enter Another Key'), act: () => enterKey(store, at) },
    {
      label: l10n.t('Remove Key'),
      act: async () => {
        await removeKey(store, at);
        tell(l10n.t('The key for {0} is removed.', at.origin));
      },
    },
  ];
  const title = l10n.t('There is a key for {0}', at.origin);
  await (await window.showQuickPick(items, { title }))?.act();
}
