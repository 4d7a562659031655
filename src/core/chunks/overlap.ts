import { nextSentence } from './sentences.js';
import type { Ruler } from './ruler.js';
import type { Unit } from './units.js';

/**
 * Where a chunk that starts with `units[first]` may start instead, so that it repeats the end of what stands
 * before: the earliest start of a unit or of a sentence that keeps to the overlap, to the room that is left, and to
 * the section (no heading is repeated or crossed). `length` is what the chunk holds without it, `floor` an offset that
 * it must stay above. Gives the start of the unit itself where nothing can be repeated.
 */
export function overlapStart(
  text: string,
  units: readonly Unit[],
  first: number,
  length: number,
  floor: number,
  ruler: Ruler,
): number {
  const own = units[first];
  if (own === undefined || own.heading || ruler.overlap === 0) return own?.start ?? 0;
  const core = own.start;
  const room = Math.min(ruler.overlap, ruler.size - length);
  const fits = (start: number) => start > floor && ruler.length(start, core) <= room;

  let start = core;
  let at = first - 1;
  for (; at >= 0; at--) {
    const unit = units[at];
    if (unit === undefined || unit.heading || unit.section !== own.section) return start;
    if (!fits(unit.start)) break;
    start = unit.start;
  }
  const unit = units[at];
  if (unit === undefined || !unit.prose) return start;

  // The unit that fits in part: its last sentences.
  const sentences: number[] = [];
  let from = Math.max(unit.start, floor);
  if (ruler.exact) from = Math.max(from, core - room - 4);
  for (
    let next = nextSentence(text, from, unit.end);
    next < unit.end;
    next = nextSentence(text, next, unit.end)
  ) {
    sentences.push(next);
  }
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(sentences[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return sentences[low] ?? start;
}
