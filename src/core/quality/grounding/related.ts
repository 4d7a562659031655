import { meaning } from './meanings.js';
import { relatedWords } from './related-words.js';

let byKey: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Each key with those of the words in its groups. Made when first needed. */
function table(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const group of relatedWords.trim().split(/[|\n]/)) {
    const words = group.trim().split(' ');
    const kinds = words[1] === '>';
    const keys = words.filter((word) => word !== '>').map((word) => meaning(word).key);
    for (const [n, key] of keys.entries()) {
      const known = map.get(key) ?? new Set();
      map.set(key, known);
      for (const [m, other] of keys.entries())
        if (other !== key && (!kinds || n === 0 || m === 0)) known.add(other);
    }
  }
  return map;
}

const none: ReadonlySet<string> = new Set();

/** The keys of words that may stand for the word of a key in a paraphrase. */
export const relatedKeys = (key: string): ReadonlySet<string> => (byKey ??= table()).get(key) ?? none;

type Index = ReadonlyMap<string, readonly number[]>;

/** What was found for the keys that an index does not have: they are asked for again and again. */
const found = new WeakMap<Index, Map<string, string | undefined>>();

function rarestRelated(index: Index, key: string): string | undefined {
  let rarest: string | undefined;
  let fewest = Infinity;
  for (const other of relatedKeys(key)) {
    const places = index.get(other);
    if (places !== undefined && places.length < fewest) [rarest, fewest] = [other, places.length];
  }
  return rarest;
}

/**
 * What a word of an answer is found by in a source's index: its own key, else that of a related word, the rarest one
 * that the source has; undefined where it has none.
 */
export function counterpartKey(index: Index, key: string): string | undefined {
  if (index.has(key)) return key;
  let known = found.get(index);
  if (known === undefined) found.set(index, (known = new Map()));
  if (known.has(key)) return known.get(key);
  const other = rarestRelated(index, key);
  known.set(key, other);
  return other;
}
