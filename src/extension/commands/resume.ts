import { l10n } from 'vscode';
import type { Uri } from 'vscode';
import { isGoneIn, uriOfDocument } from '../generation/gone.js';
import { byRoot } from '../generation/location.js';
import { unfinishedWork } from '../generation/unfinished.js';
import type { RunEnd } from '../generation/runs.js';
import { tell } from '../messages.js';
import type { Services } from '../services.js';
import { urisOf } from './arguments.js';
import { chooseDataset } from './chooseDataset.js';

/** Goes on with what was begun on a dataset; where all that has ended, with what its documents lack. */
export async function resume(services: Services, ...args: unknown[]): Promise<RunEnd | undefined> {
  const dataset = await chooseDataset(args);
  if (!dataset) return undefined;
  const runs = await services.runs();
  if (runs.resume(dataset)) return undefined;
  const unfinished = unfinishedWork(services.context, dataset);
  if (unfinished) return runs.start({ ...unfinished, existing: 'keep' });
  const sources = await knownDocuments(services, dataset);
  if (sources.length === 0) {
    return tell(l10n.t('There is nothing to go on with: no document of this dataset is still there.'));
  }
  let ended: RunEnd | undefined;
  for (const own of byRoot(sources)) {
    ended = await runs.start({
      dataset,
      sources: own,
      title: l10n.t('The rest of the pairs'),
      existing: 'keep',
    });
  }
  return ended;
}

/** The documents of a dataset that are still there. */
export async function knownDocuments(services: Services, uri: Uri): Promise<Uri[]> {
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return [];
  const { dataset } = opened.value;
  const isGone = isGoneIn(dataset);
  const there: Uri[] = [];
  for (const { path } of dataset.documents())
    if (!(await isGone(path))) there.push(uriOfDocument(dataset, path));
  opened.value.dispose();
  return there;
}

/** Stops the run on a dataset; without one, every run. */
export async function stop(services: Services, ...args: unknown[]): Promise<void> {
  (await services.runs()).stop(urisOf(args)[0]);
}
