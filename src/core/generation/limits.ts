import type { ChunkId, Range } from '../dataset/model.js';
import type { Hash } from '../ports.js';
import { spread } from './spread.js';

/** How much of what is wanted a run takes on. All that are given apply, in this order. */
export interface Limits {
  /** Only these chunks. */
  readonly chunks?: ReadonlySet<ChunkId> | undefined;
  /**
   * Only chunks that hold something of these ranges of their document's text, by the document's path. What two chunks
   * hold counts for the first of them; an empty range is a cursor, and takes the chunk that began last before it.
   */
  readonly ranges?: ReadonlyMap<string, readonly Range[]> | undefined;
  /** The first so many chunks, in the order of the documents. */
  readonly firstChunks?: number | undefined;
  /** The first so many chunks of each document. */
  readonly perDocument?: number | undefined;
  /** So many chunks drawn by `seed`, the same ones each time. */
  readonly sample?: number | undefined;
  /** So many chunks drawn by `seed` from all documents and all their parts alike. */
  readonly spread?: number | undefined;
  /** At most so many new results. */
  readonly results?: number | undefined;
}

/** Whether limits leave out chunks, as opposed to results. */
export const selects = ({
  chunks,
  ranges,
  firstChunks,
  perDocument,
  sample,
  spread: drawn,
}: Limits): boolean =>
  [chunks, ranges, firstChunks, perDocument, sample, drawn].some((limit) => limit !== undefined);

interface Placed {
  readonly start: number;
  readonly end: number;
}

/** What limits need to know of a chunk. */
export interface Limited {
  readonly document: {
    readonly input: { readonly path: string };
    readonly chunks: Iterable<Placed>;
  };
  readonly chunk: Placed & { readonly id: ChunkId };
  /** Its place in its document, from 0. */
  readonly place: number;
  readonly key: string;
}

/** What the limits on chunks leave, in the order given: chunks that are already done count as taken. */
export function takeChunks<T extends Limited>(
  chunks: readonly T[],
  limits: Limits,
  seed: number,
  hash: Hash,
): readonly T[] {
  const { firstChunks = Infinity, perDocument = Infinity, sample = Infinity } = limits;
  const seen = new Map<object, number>();
  const named = chunks.filter(namedBy(limits));
  const left = named.slice(0, firstChunks).filter(({ document }) => {
    const before = seen.get(document) ?? 0;
    seen.set(document, before + 1);
    return before < perDocument;
  });
  const drawn = draw(left, sample, seed, hash);
  // By the text alone: other settings are tried on the same chunks.
  return spread(drawn, limits.spread ?? Infinity, ({ chunk }) =>
    hash(`${seed}\n${withoutDocument(chunk.id)}`),
  );
}

const withoutDocument = (chunk: ChunkId): string => chunk.slice(chunk.indexOf(':'));

function namedBy({ chunks, ranges }: Limits): (one: Limited) => boolean {
  const touched = new Map<object, ReadonlySet<number>>();
  const touches = ({ document, place }: Limited): boolean => {
    let places = touched.get(document);
    if (!places) {
      places = placesOf([...document.chunks], ranges?.get(document.input.path) ?? []);
      touched.set(document, places);
    }
    return places.has(place);
  };
  return (one) => (!chunks || chunks.has(one.chunk.id)) && (!ranges || touches(one));
}

/** Places of the chunks, of all of a document's, that ranges of its text take. */
function placesOf(chunks: readonly Placed[], ranges: readonly Range[]): ReadonlySet<number> {
  const places = new Set<number>();
  let reached = 0;
  for (const [place, chunk] of chunks.entries()) {
    const own = Math.max(reached, chunk.start);
    reached = Math.max(reached, chunk.end);
    if (ranges.some(([start, end]) => Math.max(own, start) < Math.min(chunk.end, end))) places.add(place);
  }
  for (const [start, end] of ranges) {
    if (start === end)
      places.add(
        Math.max(
          0,
          chunks.findLastIndex((chunk) => chunk.start <= start),
        ),
      );
  }
  return places;
}

function draw<T extends Limited>(left: readonly T[], sample: number, seed: number, hash: Hash): readonly T[] {
  if (left.length <= sample) return left;
  // By the hash of what a chunk says, not of where it stands: a document more changes little of the sample.
  const ranked = left.map((chunk, place) => ({ place, rank: hash(`${seed}\n${chunk.key}`) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.place - b.place));
  const taken = new Set(ranked.slice(0, sample).map(({ place }) => place));
  return left.filter((_, place) => taken.has(place));
}
