import type { FoldedResult } from '../dataset/result-table.js';
import type { ResultId } from '../dataset/model.js';
import type { DocumentInfo } from '../dataset/view.js';
import type { Problem } from '../outcome.js';
import { Candidates } from './candidates.js';
import { knownDocuments, planDocument } from './documents.js';
import type { PlannedChunk, PlannedDocument } from './documents.js';
import { JobList } from './jobs.js';
import { keyMaker, textHashOf } from './keys.js';
import { targetsOf } from './request.js';
import type { PlanRequest, Target } from './request.js';
import { staleFinder } from './stale.js';
import type { StalePair } from './stale.js';
import { pathUnder, WantedList } from './wanted.js';

/**
 * chunks = present + repeated + otherModel + otherSettings + failedBefore + leftOut + jobs. Where several are asked, a
 * chunk counts once for each of them.
 */
export interface PlanCounts {
  readonly documents: number;
  readonly chunks: number;
  /** Done just so already. */
  readonly present: number;
  /** The same words under the same headings as another chunk: asked once. */
  readonly repeated: number;
  /** Done by another model, and kept. */
  readonly otherModel: number;
  /** Done by this model with other settings, and kept. */
  readonly otherSettings: number;
  /** Failed before, and not asked again. */
  readonly failedBefore: number;
  /** Beyond the limits. */
  readonly leftOut: number;
  readonly jobs: number;
  /** Among the jobs: failed or cut before, asked again. */
  readonly retried: number;
}

export interface Plan<Settings = unknown> {
  readonly request: PlanRequest<Settings>;
  readonly jobs: JobList;
  readonly documents: readonly PlannedDocument[];
  /** The chunks that the limits leave, in order, done or not. */
  readonly wanted: WantedList;
  readonly counts: PlanCounts;
  /** Documents that could not be read. */
  readonly unreadable: readonly { readonly path: string; readonly problem: Problem }[];
  /** Pairs whose words are no longer in the documents of this plan. */
  readonly stale: readonly StalePair[];
  /** The dataset's documents that are no longer there. */
  readonly gone: readonly DocumentInfo[];
}

type Standing = 'job' | 'retried' | 'present' | 'otherModel' | 'otherSettings' | 'failedBefore';

/** Failures of the moment, as opposed to those that the same request would meet again. */
const transient = new Set([
  'rate',
  'server',
  'network',
  'timeout',
  'auth',
  'quota',
  'not-found',
  'internal',
  'cut',
]);

/** Finds out what a run would do, before anything is spent. It writes nothing. */
export async function plan<Settings>(request: PlanRequest<Settings>): Promise<Plan<Settings>> {
  const { dataset, hash, limits = {} } = request;
  const known = knownDocuments(dataset);
  // What is to be made good are chunks as they were: other settings must not cut them away.
  const context = { ...request, known, keepsChunks: request.makeGood !== undefined };
  const documents: PlannedDocument[] = [];
  const unreadable: { path: string; problem: Problem }[] = [];
  const stale: StalePair[] = [];
  const seen = new Set<string>();
  const findStale = staleFinder(dataset);
  for await (const input of request.documents) {
    if (seen.has(input.path)) continue;
    seen.add(input.path);
    const planned = await planDocument(input, context);
    if (!planned.ok) {
      unreadable.push({ path: input.path, problem: planned.error });
      continue;
    }
    const { document, text } = planned.value;
    documents.push(document);
    if (document.state !== 'new') stale.push(...(await findStale(document, text)));
  }
  const targets = targetsOf(request);
  const keysOf = keyMaker(request);
  const candidates = new Candidates(documents, keysOf);
  const { taken, leftOut: outside } = candidates.within(limits, request.seed ?? 0, hash);
  const findsEarlier = request.existing !== 'add' || request.makeGood !== undefined;
  const earlier = findsEarlier ? earlierResults(request, candidates) : undefined;
  const counts = { present: 0, repeated: 0, otherModel: 0, otherSettings: 0, failedBefore: 0, retried: 0 };
  let leftOut = targets.length * outside;
  const wanted = new WantedList(documents);
  const jobs = new JobList(documents, (chunk, target) => keysOf(chunk)[target] as string);
  /** Numbers of wanted chunks; -1 for what others than the first are asked. */
  const byKey = new Map<string, number>();
  for (const { document, documentNumber, chunk, place, keys } of taken) {
    for (const [target, who] of targets.entries()) {
      const key = keys[target] as string;
      const twin = byKey.get(key);
      if (twin !== undefined) {
        counts.repeated++;
        if (target === 0) wanted.addTwin(documentNumber, place, twin);
        continue;
      }
      const { standing, supersedes, kept } = standingOf(key, chunk, request, who, earlier);
      const under = kept ? pathUnder(kept, document, dataset.fold) : document.input.path;
      byKey.set(key, target === 0 ? wanted.add(documentNumber, place, kept?.id, under) : -1);
      if (standing !== 'job' && standing !== 'retried') counts[standing]++;
      else if (jobs.length >= (limits.results ?? Infinity)) leftOut++;
      else {
        jobs.add(documentNumber, place, target, supersedes);
        if (standing === 'retried') counts.retried++;
      }
    }
  }
  const gone = await goneDocuments(known.byPath, documents, request);
  const totals = {
    documents: documents.length,
    chunks: targets.length * candidates.length,
    leftOut,
    jobs: jobs.length,
  };
  return { request, jobs, documents, wanted, counts: { ...counts, ...totals }, unreadable, stale, gone };
}

function standingOf<Settings>(
  key: string,
  chunk: PlannedChunk,
  request: PlanRequest<Settings>,
  { provider, model }: Target,
  earlier: ReadonlyMap<string, FoldedResult[]> | undefined,
): { standing: Standing; supersedes: ResultId[]; kept?: FoldedResult | undefined } {
  const { existing = 'keep', retry = 'transient' } = request;
  const { fold } = request.dataset;
  const sameText = earlier?.get(textHashOf(chunk.id)) ?? [];
  const toMakeGood = sameText
    .filter(({ id, inputs }) => inputs[0] === chunk.id && request.makeGood?.has(id) === true)
    .map(({ id }) => id);
  const own = fold.resultFor(key);
  if (own) {
    const unfinished = own.outcome === 'failed' || (own.outcome === 'partial' && own.cut);
    if (!unfinished) return { standing: 'present', supersedes: [], kept: own };
    const wanted = toMakeGood.length > 0 || request.makeGood?.has(own.id) === true;
    const again =
      wanted ||
      retry === 'all' ||
      (retry === 'transient' && (own.cut || transient.has(own.failureCode ?? '')));
    if (again && !fold.isTouched(own.id)) return { standing: 'retried', supersedes: [own.id, ...toMakeGood] };
    return { standing: own.outcome === 'failed' ? 'failedBefore' : 'present', supersedes: [], kept: own };
  }
  const before = (existing === 'add' ? [] : sameText).filter((other) => {
    // What another one of those that are asked has done stands beside this.
    const run = fold.runs.get(other.run);
    return !targetsOf(request).some(
      (one) =>
        one.provider === run?.provider &&
        one.model === run.model &&
        (one.provider !== provider || one.model !== model),
    );
  });
  // Once a chunk is asked anew, that it failed with another model or other settings is of no more interest.
  const failed = before.filter((other) => other.outcome === 'failed' && other.inputs[0] === chunk.id);
  if (toMakeGood.length > 0) return { standing: 'retried', supersedes: toMakeGood };
  const others = before.filter((other) => other.outcome !== 'failed');
  const untouched = others.every((other) => !fold.isTouched(other.id));
  if (others.length === 0 || (existing === 'replace' && untouched))
    return { standing: 'job', supersedes: [...others, ...failed].map((other) => other.id) };
  const run = fold.runs.get(others[0]?.run ?? '');
  const sameModel = run?.provider === provider && run.model === model;
  return { standing: sameModel ? 'otherSettings' : 'otherModel', supersedes: [], kept: others[0] };
}

/**
 * The results that count, by the hash of their chunk's text: it stays the same when a document moves. What is some
 * chunk's own result is not among them: it is no earlier one of another that says the same under other headings.
 */
function earlierResults<Settings>(
  { dataset, recipe }: PlanRequest<Settings>,
  candidates: Candidates,
): Map<string, FoldedResult[]> {
  const byText = new Map<string, FoldedResult[]>();
  if (dataset.fold.results.size === 0) return byText;
  const own = new Set<ResultId>();
  for (const { keys } of candidates) {
    for (const key of keys) for (const id of dataset.fold.resultsFor(key)) own.add(id);
  }
  for (const result of dataset.fold.results.values()) {
    const [input] = result.inputs;
    if (result.recipe !== recipe.id || input === undefined || own.has(result.id)) continue;
    if (!dataset.fold.counts(result)) continue;
    const text = textHashOf(input);
    const known = byText.get(text);
    if (known) known.push(result);
    else byText.set(text, [result]);
  }
  return byText;
}

async function goneDocuments<Settings>(
  known: ReadonlyMap<string, DocumentInfo>,
  planned: readonly PlannedDocument[],
  { isGone }: PlanRequest<Settings>,
): Promise<DocumentInfo[]> {
  const here = new Set(planned.map((document) => document.id));
  const gone: DocumentInfo[] = [];
  for (const document of known.values()) {
    if (!here.has(document.id) && (await isGone(document.path))) gone.push(document);
  }
  return gone;
}
