import type { DocumentId, PairId, SplitName } from '../dataset/model.js';
import type { SplitChunk, SplitPair } from './input.js';

/** Why a pair can't be in any split. */
export type StraddleReason = 'sources' | 'border' | 'prompt' | 'family';

const held: Record<SplitName, number> = { train: 0, validation: 1, test: 2 };

/** The more held-out of two splits. */
export const heldOut = (a: SplitName, b: SplitName): SplitName => (held[a] >= held[b] ? a : b);

/**
 * Finds the pairs that would carry something across splits, and takes them out of `splitOf`: whose chunks overlap a
 * chunk of a split more held out, whose prompt or family stands in one. So the held-out side keeps what it has.
 */
export function leaveOutStraddling(
  pairs: readonly SplitPair[],
  splitOf: Map<PairId, SplitName>,
): Map<PairId, StraddleReason> {
  const straddling = new Map<PairId, StraddleReason>();
  const drop = (pair: SplitPair, reason: StraddleReason): void => {
    straddling.set(pair.id, reason);
    splitOf.delete(pair.id);
  };
  for (const pair of overlapping(pairs, splitOf)) drop(pair, 'border');
  for (const [reason, keyOf] of keys) {
    const most = new Map<string, SplitName>();
    for (const pair of pairs) {
      const key = keyOf(pair);
      const split = splitOf.get(pair.id);
      if (key === undefined || split === undefined) continue;
      const before = most.get(key);
      most.set(key, before === undefined ? split : heldOut(before, split));
    }
    for (const pair of pairs) {
      const key = keyOf(pair);
      const split = splitOf.get(pair.id);
      if (key !== undefined && split !== undefined && most.get(key) !== split) drop(pair, reason);
    }
  }
  return straddling;
}

const keys: readonly [StraddleReason, (pair: SplitPair) => string | undefined][] = [
  ['prompt', (pair) => pair.prompt],
  ['family', (pair) => pair.family],
];

interface Placed {
  readonly pair: SplitPair;
  readonly split: SplitName;
  readonly chunk: SplitChunk;
}

/** Pairs with a chunk that overlaps a chunk of a split more held out. A sort and a sweep for each document. */
function overlapping(pairs: readonly SplitPair[], splitOf: ReadonlyMap<PairId, SplitName>): Set<SplitPair> {
  const byDocument = new Map<DocumentId, Placed[]>();
  for (const pair of pairs) {
    const split = splitOf.get(pair.id);
    if (split === undefined) continue;
    for (const chunk of pair.chunks) {
      const list = byDocument.get(chunk.document);
      if (list === undefined) byDocument.set(chunk.document, [{ pair, split, chunk }]);
      else list.push({ pair, split, chunk });
    }
  }
  const out = new Set<SplitPair>();
  for (const placed of byDocument.values()) {
    if (new Set(placed.map((p) => p.split)).size < 2) continue;
    for (const p of placed) if (p.chunk.start === undefined) out.add(p.pair); // It may overlap anything.
    for (const split of ['validation', 'train'] as const) {
      const above = covered(placed.filter((p) => held[p.split] > held[split] && !out.has(p.pair)));
      for (const p of placed) if (p.split === split && above(p.chunk)) out.add(p.pair);
    }
  }
  return out;
}

/** A test of whether a chunk overlaps any of those given. */
function covered(placed: readonly Placed[]): (chunk: SplitChunk) => boolean {
  const ranges = placed
    .map(({ chunk }) => ({ start: chunk.start ?? 0, end: (chunk.start ?? 0) + chunk.length }))
    .sort((a, b) => a.start - b.start);
  let furthest = 0;
  const reach = ranges.map(({ end }) => (furthest = Math.max(furthest, end)));
  return ({ start, length }) => {
    if (start === undefined) return true;
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.start ?? 0) < start + length) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (reach[low - 1] ?? 0) > start;
  };
}
