import { l10n, QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { providers } from '../../core/providers/index.js';
import type { ProviderRow } from '../../core/providers/index.js';
import { answeringHere } from '../../core/providers/nearby.js';
import { environmentSecrets } from '../../node/ports.js';

interface Choice extends QuickPickItem {
  readonly row?: ProviderRow;
}

/** Asks who makes the pairs: the rules, servers on this machine (which answer now comes first), services on the net. */
export async function chooseProvider(used: string): Promise<ProviderRow | undefined> {
  const answering = await answeringHere(environmentSecrets(process.env));
  const item = (row: ProviderRow): Choice => ({
    label: row.title,
    description: [row.id === used ? l10n.t('in use') : '', answering.has(row.id) ? l10n.t('answers now') : '']
      .filter((word) => word !== '')
      .join(', '),
    row,
  });
  const of = (place: ProviderRow['place']) => providers.filter((row) => row.place === place);
  const here = of('here').sort((a, b) => Number(answering.has(b.id)) - Number(answering.has(a.id)));
  const group = (label: string): Choice => ({ label, kind: QuickPickItemKind.Separator });
  const items = [
    ...[...of('rules'), ...of('editor')].map(item),
    group(l10n.t('On this machine, or one of yours')),
    ...here.map(item),
    group(l10n.t('Services on the net')),
    ...of('hosted').map(item),
  ];
  const title = l10n.t('Who Should Make the Pairs?');
  return (await window.showQuickPick(items, { title, matchOnDescription: true }))?.row;
}
