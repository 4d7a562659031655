import { l10n, window } from 'vscode';
import type { Uri } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import type { ChunkId, ResultId } from '../../core/dataset/model.js';
import type { ResultInfo } from '../../core/dataset/view.js';
import type { Settings } from '../../core/settings/index.js';
import type { RunEnd } from '../generation/runs.js';
import { isGoneIn, uriOfDocument } from '../generation/gone.js';
import { tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import { readSettings } from '../settings/read.js';
import { failedResults } from '../views/failureGroups.js';
import { FailureGroupNode, FailureNode, MoreFailuresNode } from '../views/nodes.js';
import { chunksText } from '../words.js';
import { chooseDataset } from './chooseDataset.js';
import { isFrom1 } from './runs.js';
import { askForModel } from './selectModel.js';

type Ended = Promise<RunEnd | undefined>;

/**
 * Asks failed chunks again: those of the rows that are selected, of the named results, or all. Resolves when the run has ended; where results are
 * named, as soon as it has begun.
 */
export async function retryFailures(services: Services, ...args: unknown[]): Ended {
  const failed = await chooseFailed(services, args);
  const run = failed && retry(services, failed, {});
  if (!Array.isArray(args[1])) return run;
  run?.catch((error: unknown) => services.log.error(String(error)));
  return undefined;
}

/** Asks failed chunks again, of a model to be chosen, this once. */
export async function retryWithModel(services: Services, ...args: unknown[]): Ended {
  const failed = await chooseFailed(services, args);
  const model = failed && (await askForModel(services, failed.sources[0]));
  return model && retry(services, failed, model);
}

/** Asks failed chunks again, with room for longer replies, this once. */
export async function retryWithLimit(services: Services, ...args: unknown[]): Ended {
  const failed = await chooseFailed(services, args);
  const settings = failed && readSettings(failed.sources[0]);
  if (settings?.ok === false) return tellProblem(settings.error);
  if (!failed || !settings) return undefined;
  const { numPredict, maxTokens } = settings.value;
  const now = failed.limit ?? numPredict ?? maxTokens;
  const answer = await window.showInputBox({
    title: l10n.t('Most Tokens of a Reply'),
    prompt:
      now === undefined
        ? l10n.t('For this once. The server’s own limit held so far.')
        : l10n.t('For this once. It was {0}.', now.toLocaleString()),
    value: String(2 * (now ?? usual)),
    validateInput: (text) => (isFrom1(text) ? undefined : l10n.t('A whole number of at least 1.')),
  });
  if (answer === undefined) return undefined;
  return retry(services, failed, withLimit(settings.value, Number(answer)));
}

/** Settings with another limit, those of the profiles too. */
function withLimit({ numPredict, profiles }: Settings, maxTokens: number): Partial<Settings> {
  // Ollama's own name for it would win.
  const limits = (own: number | undefined) => ({
    maxTokens,
    ...(own !== undefined && { numPredict: maxTokens }),
  });
  const raised = Object.entries(profiles).map(([name, one]) => [name, { ...one, ...limits(one.numPredict) }]);
  return { ...limits(numPredict), profiles: Object.fromEntries(raised) as Settings['profiles'] };
}

/** What is doubled where nobody has set a limit, in tokens. */
const usual = 2_048;

/** Failed chunks whose documents are still there. */
interface Failed {
  readonly dataset: Uri;
  readonly results: ReadonlySet<ResultId>;
  readonly chunks: ReadonlySet<ChunkId>;
  readonly sources: readonly Uri[];
  /** Most tokens that a reply to one of them could have; undefined where none had such a limit. */
  readonly limit: number | undefined;
}

/** The failed chunks that a command is for: of the rows that are selected, of the results that are named, or all. */
async function chooseFailed(services: Services, args: readonly unknown[]): Promise<Failed | undefined> {
  const [first, all] = args;
  const rows = (Array.isArray(all) && all.includes(first) ? (all as unknown[]) : [first]).filter(isRow);
  const uri = rows[0]?.dataset ?? (await inView(services, args)) ?? (await chooseDataset(args));
  if (!uri) return undefined;
  const named =
    rows.length > 0 ? rows.flatMap(resultsOf) : Array.isArray(all) ? (all as unknown[]) : undefined;
  const opened = await (await services.datasets()).open(uri);
  if (!opened.ok) return tellProblem(opened.error);
  const { dataset } = opened.value;
  const wanted = named && new Set(named);
  const results = failedResults(dataset).filter(({ id }) => !wanted || wanted.has(id));
  const ids = new Set(results.map(({ id }) => id));
  const chunks = new Set(results.flatMap(({ inputs }) => inputs));
  const sources = await documentsOf(dataset, chunks);
  const limit = largestLimit(dataset, results);
  opened.value.dispose();
  if (sources.length > 0) return { dataset: uri, results: ids, chunks, sources, limit };
  return tell(l10n.t('There is no failed chunk whose document is still there.'));
}

type Row = FailureGroupNode | MoreFailuresNode | FailureNode;

const isRow = (value: unknown): value is Row =>
  value instanceof FailureGroupNode || value instanceof MoreFailuresNode || value instanceof FailureNode;

const resultsOf = (row: Row): ResultId[] =>
  row instanceof FailureNode ? [row.failed.result] : row.group.chunks.map(({ result }) => result);

/** The dataset of the view of failures, where a command is called without saying what for and that is in view. */
async function inView(services: Services, args: readonly unknown[]): Promise<Uri | undefined> {
  if (args.some((arg) => arg !== undefined)) return undefined;
  const tray = await services.failures();
  return tray.visible ? tray.dataset : undefined;
}

async function retry(services: Services, failed: Failed, once: Partial<Settings>): Ended {
  const { dataset, results, chunks, sources } = failed;
  const title = l10n.t('Once more: {0}', chunksText(chunks.size));
  const work = {
    dataset,
    sources,
    title,
    limits: { chunks },
    failed: results,
    existing: 'keep',
    once,
  } as const;
  return (await services.runs()).start(work);
}

function largestLimit(dataset: Dataset, results: readonly ResultInfo[]): number | undefined {
  let largest: number | undefined;
  for (const id of new Set(results.map(({ run }) => run))) {
    const { numPredict, maxTokens } = (dataset.run(id)?.sampling ?? {}) as Partial<Settings>;
    const limit = numPredict ?? maxTokens;
    if (limit !== undefined && limit > 0) largest = Math.max(largest ?? 0, limit);
  }
  return largest;
}

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
