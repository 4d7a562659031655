import { l10n } from 'vscode';
import type { Uri } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import type { ChunkId } from '../../core/dataset/model.js';
import type { RunEnd } from '../generation/runs.js';
import { isGoneIn, uriOfDocument } from '../generation/gone.js';
import { tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { chunksText } from '../words.js';
import { chooseDataset } from './chooseDataset.js';

/** Shows the first chunk that failed in the review, among its like. */
export async function showFailures(services: Services, ...args: unknown[]): Promise<void> {
  const uri = await chooseDataset(args);
  if (!uri) return;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  const [first] = failedResults(opened.value.dataset);
  if (first) await (await services.review()).reveal(uri, first.id);
  else tell(l10n.t('No chunk of this dataset has failed.'));
  opened.value.dispose();
}

/**
 * Asks failed chunks again: those of the named results, or all. Resolves when the run has ended; where results are
 * named, as soon as it has begun.
 */
export async function retryFailures(services: Services, ...args: unknown[]): Promise<RunEnd | undefined> {
  const uri = await chooseDataset(args);
  if (!uri) return undefined;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  const { dataset } = opened.value;
  const wanted = Array.isArray(args[1]) ? new Set(args[1] as unknown[]) : undefined;
  const failed = failedResults(dataset).filter(({ id }) => !wanted || wanted.has(id));
  const chunks = new Set(failed.flatMap(({ inputs }) => inputs));
  const sources = await documentsOf(dataset, chunks);
  opened.value.dispose();
  if (sources.length === 0) {
    return tell(l10n.t('There is no failed chunk whose document is still there.'));
  }
  const title = l10n.t('Once more: {0}', chunksText(chunks.size));
  const runs = await services.runs();
  const work = { dataset: uri, sources, title, limits: { chunks }, retry: 'all', existing: 'keep' } as const;
  const run = runs.start(work);
  if (!wanted) return run;
  run.catch((error: unknown) => services.log.error(String(error)));
  return undefined;
}

const failedResults = (dataset: Dataset) => dataset.results().filter(({ outcome }) => outcome === 'failed');

/** The documents of some chunks that are still there. */
async function documentsOf(dataset: Dataset, chunks: ReadonlySet<ChunkId>): Promise<Uri[]> {
  const ids = new Set([...chunks].map((chunk) => dataset.chunk(chunk)?.document));
  const isGone = isGoneIn(dataset);
  const there: Uri[] = [];
  for (const id of ids) {
    const path = id === undefined ? undefined : dataset.document(id)?.path;
    if (path !== undefined && !(await isGone(path))) there.push(uriOfDocument(dataset, path));
  }
  return there;
}
