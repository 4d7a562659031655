import { setImmediate as breathe } from 'node:timers/promises';
import type { PairTexts } from './pair-texts.js';
import { wordsOf } from './filter.js';

/** So many texts are read at the same time. */
const together = 32;
/** Others get a turn after so many milliseconds. */
const slice = 8;

/**
 * Which of the pairs have all the words of `search` in their texts, in the order given. Undefined once `signal` is
 * aborted. Reads what is not at hand, in slices, so that nothing else waits.
 */
export async function searchPairs(
  pairs: readonly string[],
  search: string,
  texts: PairTexts,
  signal: AbortSignal,
): Promise<string[] | undefined> {
  const words = wordsOf(search);
  if (words.length === 0) return [...pairs];
  const found: string[] = [];
  const has = (text: string) => words.every((word) => text.includes(word));
  let until = performance.now() + slice;
  for (let from = 0; from < pairs.length; from += together) {
    const some = pairs.slice(from, from + together);
    const unread = some.filter((pair) => texts.folded(pair) === undefined);
    const read = new Map<string, string>();
    if (unread.length > 0) {
      await Promise.all(unread.map(async (pair) => read.set(pair, await texts.fold(pair))));
      if (signal.aborted) return undefined;
    }
    for (const pair of some) if (has(texts.folded(pair) ?? read.get(pair) ?? '')) found.push(pair);
    if (performance.now() > until) {
      await breathe();
      if (signal.aborted) return undefined;
      until = performance.now() + slice;
    }
  }
  return found;
}
