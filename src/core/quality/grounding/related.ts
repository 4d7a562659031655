import { meaning } from './meanings.js';
import { relatedWords } from './related-words.js';

let byKey: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Each key with those of the words in its groups. Made when first needed. */
function table(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const line of relatedWords.trim().split('\n')) {
    const keys = line.split(' ').map((word) => meaning(word).key);
    for (const key of keys) {
      const known = map.get(key) ?? new Set();
      map.set(key, known);
      for (const other of keys) if (other !== key) known.add(other);
    }
  }
  return map;
}

const none: ReadonlySet<string> = new Set();

/** The keys of words that may stand for the word of a key in a paraphrase. */
export const relatedKeys = (key: string): ReadonlySet<string> => (byKey ??= table()).get(key) ?? none;

/**
 * What a word of an answer is found by in a source's index: its own key, else that of a related word, the rarest one
 * that the source has; undefined where it has none.
 */
export function counterpartKey(
  index: ReadonlyMap<string, readonly number[]>,
  key: string,
): string | undefined {
  if (index.has(key)) return key;
  let found: string | undefined;
  let fewest = Infinity;
  for (const other of relatedKeys(key)) {
    const places = index.get(other);
    if (places !== undefined && places.length < fewest) [found, fewest] = [other, places.length];
  }
  return found;
}
