import { splitNames, type DocumentId, type SplitName } from '../dataset/model.js';
import type { Hash } from '../ports.js';
import type { SplitChunk, SplitPair } from './input.js';

/** How finely documents are divided: whole, or by runs of sections. */
export type Grain = 'documents' | 'sections';

/**
 * The unit of a chunk: the smallest thing that has a split. A document, or, where documents are too few, a section
 * of it (by its headings), or the chunk itself where there are no headings to go by. What is recorded comes first,
 * so that a document once divided stays divided and one that was whole stays whole.
 */
export function unitFinder(
  pairs: readonly SplitPair[],
  recorded: ReadonlyMap<string, SplitName>,
  grain: Grain,
  hash: Hash,
): (chunk: SplitChunk) => string {
  const divided = dividedDocuments(recorded);
  const sectioned = sectionedDocuments(pairs);
  const known = new Map<string, string>();
  const find = (chunk: SplitChunk): string => {
    const own = `chunk:${chunk.id}`;
    if (recorded.has(own)) return own;
    const section = `section:${chunk.document}:${hash(chunk.heading.join('\0'))}`;
    if (recorded.has(section)) return section;
    const whole = `document:${chunk.document}`;
    if (recorded.has(whole)) return whole;
    if (grain === 'documents' && !divided.has(chunk.document)) return whole;
    return chunk.heading.length > 0 && sectioned.has(chunk.document) ? section : own;
  };
  return (chunk) => {
    const before = known.get(chunk.id);
    if (before !== undefined) return before;
    const unit = find(chunk);
    known.set(chunk.id, unit);
    return unit;
  };
}

/** Documents that have a split by section or chunk on record. */
function dividedDocuments(recorded: ReadonlyMap<string, SplitName>): Set<DocumentId> {
  const divided = new Set<DocumentId>();
  for (const group of recorded.keys()) {
    const parts = group.split(':');
    // section:<document>:<hash>, and chunk:<document>:<hash>:<n>
    if (parts[0] === 'section') divided.add(parts.slice(1, -1).join(':'));
    else if (parts[0] === 'chunk') divided.add(parts.slice(1, -2).join(':'));
  }
  return divided;
}

/** Documents with enough sections to divide them by: three heading paths or more. */
function sectionedDocuments(pairs: readonly SplitPair[]): Set<DocumentId> {
  const paths = new Map<DocumentId, Set<string>>();
  for (const pair of pairs)
    for (const { document, heading } of pair.chunks) {
      const seen = paths.get(document) ?? new Set();
      if (seen.size < 3) paths.set(document, seen.add(heading.join('\0')));
    }
  return new Set([...paths].filter(([, seen]) => seen.size >= 3).map(([document]) => document));
}

/**
 * Neighbouring units without a split, joined into runs of about `size` pairs, so that a divided document has few
 * borders. Each run is a list of units.
 */
export function runsOfUnits(
  pairs: readonly SplitPair[],
  recorded: ReadonlyMap<string, SplitName>,
  unitOf: (chunk: SplitChunk) => string,
  size: number,
): string[][] {
  const places = new Map<string, { document: DocumentId; start: number; weight: number }>();
  for (const pair of pairs) {
    const chunk = pair.chunks[0];
    if (chunk === undefined) continue;
    const unit = unitOf(chunk);
    const start = chunk.start ?? Number.MAX_SAFE_INTEGER;
    const place = places.get(unit);
    if (place === undefined) places.set(unit, { document: chunk.document, start, weight: 1 });
    else {
      place.start = Math.min(place.start, start);
      place.weight++;
    }
  }
  const inOrder = [...places].sort(
    ([u, a], [v, b]) => compare(a.document, b.document) || a.start - b.start || compare(u, v),
  );
  const runs: string[][] = [];
  let document: DocumentId | undefined;
  let weight = Infinity;
  for (const [unit, place] of inOrder) {
    if (recorded.has(unit)) {
      weight = Infinity; // What has a split parts the runs.
      continue;
    }
    if (place.document !== document || weight >= size || weight + place.weight > size * 1.5) {
      runs.push([]);
      weight = 0;
    }
    runs.at(-1)?.push(unit);
    weight += place.weight;
    document = place.document;
  }
  // So few that joining would leave a split without any.
  return runs.length < splitNames.length ? runs.flat().map((unit) => [unit]) : runs;
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
