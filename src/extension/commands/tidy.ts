import { l10n, window } from 'vscode';
import { tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { chooseDataset } from './chooseDataset.js';

/** Writes a dataset anew without what no longer counts, once the user has said so. */
export async function tidy(services: Services, ...args: unknown[]): Promise<void> {
  const uri = await chooseDataset(args);
  if (!uri) return;
  const go = l10n.t('Tidy');
  const detail = l10n.t(
    'The file is written anew without what no longer counts: replaced results, and all but the first and the last words of edited pairs. Undo ends there.',
  );
  const question = l10n.t('Tidy this dataset?');
  if ((await window.showWarningMessage(question, { modal: true, detail }, go)) !== go) return;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  const tidied = await opened.value.tidy();
  opened.value.dispose();
  if (!tidied.ok) return tellProblem(tidied.error);
  const { badLinesIn } = tidied.value;
  if (badLinesIn === undefined) return tell(l10n.t('The dataset is tidy.'));
  return tell(l10n.t('The dataset is tidy; lines that could not be read are kept in {0}.', badLinesIn));
}
