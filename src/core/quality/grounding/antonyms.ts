import { antonymWords } from './antonym-words.js';
import { stem } from './stem.js';

type Table = ReadonlyMap<string, ReadonlySet<string>>;

let known: Table | undefined;

function add(map: Map<string, Set<string>>, from: readonly string[], to: readonly string[]): void {
  for (const each of from) {
    const set = map.get(each) ?? new Set();
    map.set(each, set);
    for (const other of to) if (other !== each) set.add(other);
  }
}

/** Each stem with those of its opposites. Made when first needed. */
function table(): Table {
  const map = new Map<string, Set<string>>();
  for (const line of antonymWords.trim().split('\n')) {
    const [one = [], two = []] = line.split('|').map((side) => side.trim().split(/\s+/).map(stem));
    add(map, one, two);
    add(map, two, one);
  }
  return map;
}

const none: ReadonlySet<string> = new Set();

/** The stems of words that say the opposite of a stem. */
export const antonymsOf = (root: string): ReadonlySet<string> => (known ??= table()).get(root) ?? none;
