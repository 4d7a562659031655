import { antonymWords } from './antonym-words.js';
import { stem } from './stem.js';

let known: ReadonlyMap<string, readonly number[]> | undefined;

/** For each stem the lines that it stands in: the line's number, below 0 for the right side. Made when first needed. */
function table(): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  for (const [n, line] of antonymWords.trim().split('\n').entries())
    for (const [side, words] of line.split('|').entries())
      for (const root of new Set(words.trim().split(/\s+/).map(stem))) {
        const lines = map.get(root) ?? [];
        map.set(root, lines);
        lines.push(side === 0 ? n + 1 : -n - 1);
      }
  return map;
}

const none: readonly number[] = [];

/** In which lines of opposites a stem stands, and on which side: the number of the line, below 0 for the right side. */
export const sidesOf = (root: string): readonly number[] => (known ??= table()).get(root) ?? none;

/** Whether two words stand on the two sides of one line. */
export function onOtherSides(a: readonly number[], b: readonly number[]): boolean {
  for (const line of a) if (b.includes(-line)) return true;
  return false;
}
