import type { Ruler } from './ruler.js';
import type { Units } from './units.js';

/**
 * Which units make which chunk: the cheapest way through the text, found by dynamic programming over the places
 * where it may be cut (as Knuth and Plass break paragraphs into lines). A cut costs by what it falls on, a chunk by
 * the room it leaves and by the sections that it mixes.
 */

/** Each chunk, so that fewer are better. */
const chunkCost = 0.3;
/** Times the square of the share of the size that is left empty. */
const emptyCost = 4;
/** A chunk that holds the end of a section and then others, so that its heading path says less than it should. */
const tailCost = 1.5;
/** A chunk that ends within one of several sections. */
const partialCost = 1.5;
/** Sharing a chunk at all, for each step that the heading path loses. */
const mixedCost = 0.25;
/** A chunk within a section that has no room for the overlap. */
const crampedCost = 0.4;
/** The share of the overlap that whole sentences fill, about. */
const usedOverlap = 0.6;

/** A chunk holds no more units than this, which bounds the work. Units are at least size / 16, but for headings. */
const mostUnits = 128;

/** Chunks as ends in the list of units, from unit `first` on: chunk k holds units [ends[k - 1], ends[k]). */
export function pack(units: Units, first: number, ruler: Ruler): number[] {
  const { count, before, after, cuts, depths, headings } = units;
  const { size } = ruler;
  const overlap = Math.round(ruler.overlap * usedOverlap);
  const perOverlap = overlap > 0 ? crampedCost / overlap : 0;
  const perSize = 1 / size;
  const best = new Float64Array(count + 1);
  const from = new Int32Array(count + 1);
  for (let j = first + 1; j <= count; j++) {
    const end = after[j - 1] as number;
    const least = Math.max(first, j - mostUnits);
    const ownDepth = depths[j - 1] as number;
    // How deep the path may be for the end of the chunk to end all that it holds.
    const nextDepth = j === count ? 0 : (depths[j] as number) - (headings[j] as number);
    let cheapest = Infinity;
    let chosen = j - 1;

    // Chunks that start within the section that they end in: most of them, so this is the loop to keep short.
    let partial = nextDepth > ownDepth ? partialCost : 0;
    let i = j - 1;
    for (; i > least && headings[i] === 0; i--) {
      const length = end - (before[i] as number);
      let filled = length + overlap;
      let cost = best[i] as number;
      if (filled > size) {
        if (length > size && i < j - 1) break;
        cost += perOverlap * (filled - size);
        filled = size;
      }
      const empty = 1 - filled * perSize;
      cost += emptyCost * empty * empty;
      if (cost < cheapest) {
        cheapest = cost;
        chosen = i;
      }
    }
    cheapest += partial;

    // Chunks that start with its heading, or before it. `path` is how deep the path is that they share.
    let shared = ownDepth;
    let path = ownDepth;
    for (; i >= least; i--) {
      const length = end - (before[i] as number);
      if (length > size && i < j - 1) break;
      const depth = depths[i] as number;
      const above = headings[i] === 1 && i + 1 < j && headings[i + 1] === 1 && depths[i + 1] === depth + 1;
      // A heading right above another takes nothing from the path of that.
      if (!above) path = depth < shared ? depth : shared;
      let cost = (best[i] as number) + (path < depth ? mixedCost * (depth - path) : 0);
      let filled = length;
      if (headings[i] === 1) {
        if (depth <= shared) shared = depth - 1;
      } else if (i > first) {
        if (path < depth) cost += tailCost;
        filled += overlap;
        if (filled > size) {
          cost += perOverlap * (filled - size);
          filled = size;
        }
      }
      partial = nextDepth > path ? partialCost : 0;
      const empty = 1 - filled * perSize;
      cost += emptyCost * empty * empty + partial;
      if (cost < cheapest) {
        cheapest = cost;
        chosen = i;
      }
    }
    best[j] = cheapest + chunkCost + (j < count ? (cuts[j] as number) : 0);
    from[j] = chosen;
  }
  const ends: number[] = [];
  for (let j = count; j > first; j = from[j] as number) ends.push(j);
  return ends.toReversed();
}
