import type { Ruler } from './ruler.js';
import type { Border, Unit } from './units.js';

/**
 * Which units make which chunk: the cheapest way through the text, found by dynamic programming over the places
 * where it may be cut (as Knuth and Plass break paragraphs into lines). A cut costs by what it falls on, a chunk by
 * the room it leaves and by the sections that it mixes.
 */

const cutCost: Record<Border, number> = {
  section: 0,
  block: 0.12,
  nested: 0.3,
  line: 0.6,
  sentence: 0.4,
  word: 3,
  character: 6,
};

/** Each chunk, so that fewer are better. */
const chunkCost = 0.3;
/** Times the square of the share of the size that is left empty. */
const emptyCost = 4;
/** A heading at the end of a chunk. */
const danglingCost = 40;
/** A cut after "as follows:". */
const announcedCost = 0.3;
/** A chunk that holds the end of a section and then others, so that its heading path says less than it should. */
const tailCost = 1;
/** A chunk that ends within one of several sections. */
const partialCost = 1;
/** Sharing a chunk at all, for each step that the heading path loses. */
const mixedCost = 0.1;
/** A chunk within a section that has no room for the overlap. */
const crampedCost = 0.4;
/** The share of the overlap that whole sentences fill, about. */
const usedOverlap = 0.6;

/** A chunk holds no more units than this, which bounds the work. Units are at least size / 48, but for headings. */
const mostUnits = 256;

/** Chunks as ends in the list of units: chunk k holds units [ends[k - 1], ends[k]). */
export function pack(units: readonly Unit[], ruler: Ruler): number[] {
  const count = units.length;
  const { size } = ruler;
  const overlap = ruler.overlap * usedOverlap;
  const before = new Float64Array(count);
  const after = new Float64Array(count);
  const depth = new Int32Array(count);
  const heading = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const unit = units[i] as Unit;
    before[i] = unit.before;
    after[i] = unit.after;
    depth[i] = unit.section.depth;
    heading[i] = unit.heading ? 1 : 0;
  }
  const best = new Float64Array(count + 1);
  const from = new Int32Array(count + 1);
  for (let j = 1; j <= count; j++) {
    const end = after[j - 1] as number;
    let cut = 0;
    // How deep the path may be for the end of the chunk to end all that it holds.
    let nextDepth = 0;
    if (j < count) {
      const next = units[j] as Unit;
      const last = units[j - 1] as Unit;
      cut = cutCost[next.border];
      if (last.heading) cut += danglingCost;
      else if (last.announces && !next.heading) cut += announcedCost;
      nextDepth = (depth[j] as number) - (heading[j] as number);
    }
    let cheapest = Infinity;
    let chosen = j - 1;
    // The depth of the heading path that all units from i on share.
    let shared = Infinity;
    const least = Math.max(0, j - mostUnits);
    for (let i = j - 1; i >= least; i--) {
      const length = end - (before[i] as number);
      if (length > size && i < j - 1) break;
      const own = depth[i] as number;
      const starts = heading[i] as number;
      const path = Math.min(own, shared);
      let cost = (best[i] as number) + chunkCost;
      let filled = length;
      if (starts === 0 && i > 0) {
        const room = size - length;
        if (room < overlap) cost += crampedCost * (1 - room / overlap);
        filled += Math.min(overlap, room);
      }
      const empty = 1 - filled / size;
      cost += emptyCost * empty * empty;
      if (path < own) {
        cost += mixedCost * (own - path);
        if (starts === 0) cost += tailCost;
      }
      if (nextDepth > path) cost += partialCost;
      if (cost < cheapest) {
        cheapest = cost;
        chosen = i;
      }
      if (starts === 1) shared = Math.min(shared, own - 1);
    }
    best[j] = cheapest + cut;
    from[j] = chosen;
  }
  const ends: number[] = [];
  for (let j = count; j > 0; j = from[j] as number) ends.push(j);
  return ends.reverse();
}
