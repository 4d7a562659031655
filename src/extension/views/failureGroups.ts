import type { DatasetReader, ResultInfo } from '../../core/dataset/view.js';
import type { ChunkId, ResultId } from '../../core/dataset/model.js';

/** A chunk that failed, and its place. */
export interface FailedChunk {
  readonly result: ResultId;
  readonly code: string;
  readonly chunk: ChunkId | undefined;
  /** As the dataset records it; undefined where it is not known. */
  readonly document: string | undefined;
  /** Its place in the document from 1; undefined where the document no longer has it. */
  readonly place: number | undefined;
  readonly heading: readonly string[];
}

/** What failed for one reason. */
export interface FailureGroup {
  readonly code: string;
  /** By document and place. */
  readonly chunks: readonly FailedChunk[];
}

/** The results of a dataset that failed. */
export const failedResults = (dataset: Pick<DatasetReader, 'results'>): ResultInfo[] =>
  dataset.results().filter(({ outcome }) => outcome === 'failed');

/** What failed in a dataset, by reason, the commonest first. */
export function failureGroups(
  dataset: Pick<DatasetReader, 'results' | 'chunk' | 'document'>,
): FailureGroup[] {
  const placeOf = places(dataset);
  const groups = new Map<string, FailedChunk[]>();
  for (const { id, failureCode: code = 'unknown', inputs } of failedResults(dataset)) {
    const [chunk] = inputs;
    const failed = { result: id, code, chunk, ...placeOf(chunk) };
    const group = groups.get(code);
    if (group) group.push(failed);
    else groups.set(code, [failed]);
  }
  return [...groups]
    .map(([code, chunks]) => ({ code, chunks: chunks.sort(byPlace) }))
    .sort((a, b) => b.chunks.length - a.chunks.length || compare(a.code, b.code));
}

type Placed = Pick<FailedChunk, 'document' | 'place' | 'heading'>;

function places(dataset: Pick<DatasetReader, 'chunk' | 'document'>): (chunk: ChunkId | undefined) => Placed {
  const orders = new Map<string, ReadonlyMap<ChunkId, number>>();
  return (id = '') => {
    const chunk = dataset.chunk(id);
    const document = chunk && dataset.document(chunk.document);
    if (!document) return { document: undefined, place: undefined, heading: chunk?.heading ?? [] };
    const order =
      orders.get(document.id) ?? new Map(document.chunks.map((one, place) => [one.id, place + 1]));
    orders.set(document.id, order);
    return { document: document.path, place: order.get(id), heading: chunk.heading };
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: FailedChunk, b: FailedChunk): number =>
  compare(a.document ?? '\uffff', b.document ?? '\uffff') ||
  (a.place ?? Infinity) - (b.place ?? Infinity) ||
  compare(a.result, b.result);
