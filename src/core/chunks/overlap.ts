import type { Ruler } from './ruler.js';
import { nextSentence } from './sentences.js';
import type { Units } from './units.js';

/**
 * Where a chunk that starts with unit `first` may start instead, so that it repeats the end of what stands before:
 * the earliest start of a unit or of a sentence that keeps to the overlap, to the room that is left, and to the
 * section (no heading is repeated or crossed). `length` is what the chunk holds without it, `floor` an offset that
 * it must stay above. Gives the start of the unit itself where nothing can be repeated.
 */
export function overlapStart(
  text: string,
  units: Units,
  first: number,
  length: number,
  floor: number,
  ruler: Ruler,
): number {
  const core = units.starts[first] as number;
  const room = Math.min(ruler.overlap, ruler.size - length);
  if (room <= 0 || units.headings[first] === 1) return core;
  const section = units.section(first);
  let start = core;
  let unit = first - 1;
  for (; unit >= 0; unit--) {
    if (units.headings[unit] === 1 || units.section(unit) !== section) return start;
    const earlier = units.starts[unit] as number;
    if (earlier <= floor || ruler.length(earlier, core) > room) break;
    start = earlier;
  }
  if (unit < 0 || !units.isProse(unit)) return start;
  // The unit that fits in part: its last sentences.
  const end = units.ends[unit] as number;
  let from = Math.max(units.starts[unit] as number, floor);
  if (ruler.exact) {
    from = Math.max(from, core - room - 1);
    const sentence = nextSentence(text, from, end);
    return sentence < end ? sentence : start;
  }
  const sentences: number[] = [];
  while ((from = nextSentence(text, from, end)) < end) sentences.push(from);
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ruler.length(sentences[middle] as number, core) <= room) high = middle;
    else low = middle + 1;
  }
  return sentences[low] ?? start;
}
