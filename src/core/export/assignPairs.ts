import type { PairId } from '../dataset/model.js';
import type { DatasetReader } from '../dataset/view.js';
import type { Hash } from '../ports.js';
import {
  assignSplits,
  type Assignment,
  type Ratios,
  type SplitChunk,
  type SplitPair,
} from '../splits/index.js';
import type { Chosen } from './select.js';

/** Splits of the pairs that go out, by their documents, families and prompts, and what is on record. */
export function assignPairs(
  reader: DatasetReader,
  chosen: readonly Chosen[],
  ratios: Ratios,
  seed: string | number,
  hash: Hash,
): Assignment {
  const starts = new Map<string, number>();
  for (const document of reader.documents())
    for (const { id, start } of document.chunks) starts.set(id, start);
  const familyOf = families(reader);
  const pairs = chosen.map(({ info, prompt }): SplitPair => ({
    id: info.id,
    prompt,
    family: familyOf(info.id),
    chunks: info.chunks.flatMap((id): SplitChunk[] => {
      const chunk = reader.chunk(id);
      if (chunk === undefined) return [];
      const { document, length, heading } = chunk;
      return [{ id, document, start: starts.get(id), length, heading }];
    }),
  }));
  return assignSplits({ pairs, recorded: reader.splits(), ratios, seed, hash });
}

/** Finds the first ancestor of a pair; a circle of parents, which only a hostile file has, ends at its smallest. */
function families(reader: DatasetReader): (id: PairId) => PairId {
  const parents = new Map(reader.pairs().map(({ id, parent }) => [id, parent]));
  const known = new Map<PairId, PairId>();
  return (id) => {
    const path = new Set<PairId>();
    let at = id;
    for (;;) {
      const before = known.get(at);
      const parent = parents.get(at);
      if (before !== undefined || parent === undefined || path.has(at)) {
        const root = before ?? (path.has(at) ? [...path].reduce((a, b) => (a < b ? a : b)) : at);
        for (const member of path) known.set(member, root);
        return root;
      }
      path.add(at);
      at = parent;
    }
  };
}
