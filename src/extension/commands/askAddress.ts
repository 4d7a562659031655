import { l10n, window } from 'vscode';
import type { ProviderRow } from '../../core/providers/index.js';
import { originOf } from '../../core/providers/keys.js';

/** Asks where a provider's server is. Undefined: the user did not say. */
export async function askAddress(row: ProviderRow, address: string): Promise<string | undefined> {
  const given = await window.showInputBox({
    title: l10n.t('Address of the Server'),
    value: address,
    prompt: l10n.t('{0}: Enter keeps what is there.', row.title),
    ignoreFocusOut: true,
    validateInput: (text) =>
      originOf(text) === undefined ? l10n.t('Write it like {0}.', 'http://localhost:8080/v1') : undefined,
  });
  return given?.trim();
}
