import { basename } from 'node:path';
import { l10n, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import { uriOfDocument } from '../generation/gone.js';
import { readEditor } from '../generation/inputs.js';
import { tell, tellProblem } from '../messages.js';
import { estimate, standingAt } from '../review/model/places.js';
import type { Services } from '../services.js';
import { failedResults } from '../views/failureGroups.js';
import { FailureNode } from '../views/nodes.js';
import { chooseDataset } from './chooseDataset.js';
import { showText } from './showText.js';

/** Shows what failed in a dataset, in the view of failures. Resolves with how many chunks. */
export async function showFailures(services: Services, ...args: unknown[]): Promise<number | undefined> {
  const uri = await chooseDataset(args);
  if (!uri) return undefined;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  const count = failedResults(opened.value.dataset).length;
  opened.value.dispose();
  if (count === 0) tell(l10n.t('No chunk of this dataset has failed.'));
  else await (await services.failures()).reveal(uri);
  return count;
}

/** Shows the reply to a chunk that failed as it came, beside: of a row of the view, or of a dataset's result. Resolves with it. */
export function showReply(services: Services, ...args: unknown[]): Promise<string | undefined> {
  return withFailed(services, args, async (dataset, id) => {
    const { failure, inputs } = await dataset.result(id);
    if (failure?.reply === undefined) {
      const message = failure?.message ?? '';
      return tell(l10n.t('No reply came: {0}', message));
    }
    const document = dataset.document(dataset.chunk(inputs[0] ?? '')?.document ?? '');
    const number = (document?.chunks.findIndex((chunk) => chunk.id === inputs[0]) ?? -1) + 1;
    const name = l10n.t('Reply to chunk {0} of {1}', number, basename(document?.path ?? id));
    const wellFormed = name.replace(/\p{Surrogate}/gu, '\ufffd'); // a URI holds no others
    await showText(services, wellFormed, failure.reply, isJson(failure.reply) ? 'json' : 'txt');
    return failure.reply;
  });
}

/** Selects a chunk that failed in its document: of a row of the view, or of a dataset's result. */
export async function showFailedChunk(services: Services, ...args: unknown[]): Promise<void> {
  await withFailed(services, args, async (dataset, id) => {
    const { inputs } = await dataset.result(id);
    const chunk = dataset.chunk(inputs[0] ?? '');
    const recorded = dataset.document(chunk?.document ?? '');
    if (!chunk || !recorded) return tell(l10n.t('The document of this chunk is not known any more.'));
    const uri = uriOfDocument(dataset, recorded.path);
    const document = await workspace.openTextDocument(uri).then(
      (opened) => opened,
      () => undefined, // which is said
    );
    const read = document && readEditor(document);
    if (!document || !read?.ok) return tell(l10n.t('{0} can no longer be read.', recorded.path));
    const { text, map } = read.value;
    const start = recorded.chunks.find(({ id: own }) => own === chunk.id)?.start;
    const old = { text: await dataset.chunkText(chunk.id), start };
    const from = standingAt(text, old);
    const [begin, end] = [
      map.position(from ?? estimate(text, old)),
      map.position(from === undefined ? estimate(text, old) : from + old.text.length),
    ];
    const selection = new Range(begin.line, begin.column, end.line, end.column);
    await window.showTextDocument(document, { selection, viewColumn: ViewColumn.Active });
    if (from === undefined) tell(l10n.t('This chunk has changed since; it was about here.'));
    return undefined;
  });
}

/** Does something with the result that a command was called with, while its dataset is open. */
async function withFailed<T>(
  services: Services,
  [row, result]: readonly unknown[],
  act: (dataset: Dataset, id: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  const [uri, id] = row instanceof FailureNode ? [row.dataset, row.failed.result] : [row, result];
  if (!(uri instanceof Uri) || typeof id !== 'string') return undefined;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  const { dataset } = opened.value;
  try {
    if (!dataset.fold.results.has(id)) return tell(l10n.t('This chunk has been asked again meanwhile.'));
    return await act(dataset, id);
  } finally {
    opened.value.dispose();
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
