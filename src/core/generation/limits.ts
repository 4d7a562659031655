import type { Hash } from '../ports.js';

/** How much of what is wanted a run takes on. All that are given apply. */
export interface Limits {
  /** The first so many chunks, in the order of the documents. */
  readonly firstChunks?: number | undefined;
  /** The first so many chunks of each document. */
  readonly perDocument?: number | undefined;
  /** So many chunks drawn by `seed`, the same ones each time. */
  readonly sample?: number | undefined;
  /** At most so many new results. */
  readonly results?: number | undefined;
}

/** What the limits on chunks leave, in the order given: chunks that are already done count as taken. */
export function takeChunks<T extends { readonly document: object; readonly key: string }>(
  chunks: readonly T[],
  limits: Limits,
  seed: number,
  hash: Hash,
): T[] {
  const { firstChunks = Infinity, perDocument = Infinity, sample = Infinity } = limits;
  const seen = new Map<object, number>();
  const left = chunks.slice(0, firstChunks).filter(({ document }) => {
    const before = seen.get(document) ?? 0;
    seen.set(document, before + 1);
    return before < perDocument;
  });
  if (left.length <= sample) return left;
  // By the hash of what a chunk says, not of where it stands: a document more changes little of the sample.
  const ranked = left.map((chunk, place) => ({ place, rank: hash(`${seed}\n${chunk.key}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.place - b.place));
  const taken = new Set(ranked.slice(0, sample).map(({ place }) => place));
  return left.filter((_, place) => taken.has(place));
}
