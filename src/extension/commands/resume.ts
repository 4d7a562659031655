import { l10n } from 'vscode';
import type { Uri } from 'vscode';
import { isGoneIn, uriOfDocument } from '../generation/gone.js';
import { byRoot } from '../generation/location.js';
import { unfinishedWork } from '../generation/unfinished.js';
import type { ActiveRun } from '../generation/activeRun.js';
import type { RunEnd, Runs } from '../generation/runs.js';
import { tell } from '../messages.js';
import type { Services } from '../services.js';
import { RunNode } from '../views/nodes.js';
import { chooseDataset } from './chooseDataset.js';

/** Goes on with what was begun on a dataset; where all that has ended, with what its documents lack. */
export async function resume(services: Services, ...args: unknown[]): Promise<RunEnd | undefined> {
  const runs = await services.runs();
  const [row] = args;
  if (row instanceof RunNode) return resumeRun(runs, row.run);
  const dataset = await chooseDataset(args);
  if (!dataset) return undefined;
  if (runs.resume(dataset)) return undefined;
  const unfinished = runs.left(dataset) ?? unfinishedWork(services.context, dataset);
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

/** Goes on with a run that is paused, or with what one that was stopped has left. */
async function resumeRun(runs: Runs, run: ActiveRun): Promise<RunEnd | undefined> {
  if (run.state === 'ended') return runs.start({ ...run.work, existing: run.work.existing ?? 'keep' });
  run.resume();
  return undefined;
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
