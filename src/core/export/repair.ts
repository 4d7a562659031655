import type { RowPair } from './format.js';

// With the u flag, only a half of a surrogate pair that stands alone is a surrogate.
const bad = /[\0\p{Surrogate}]/u;
const allBad = /[\0\p{Surrogate}]/gu;

/** Takes out what no training file may hold: NUL and halves of surrogate pairs. */
export const repair = (text: string): string => (bad.test(text) ? text.replace(allBad, '') : text);

/** Whether text was lost when it was decoded: it holds U+FFFD. */
export const hasReplacement = (text: string): boolean => text.includes('\uFFFD');

/** Whether every string inside a JSON value, keys too, may go into a training file as it is. */
export function isClean(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === 'string') {
      if (repair(next) !== next || hasReplacement(next)) return false;
    } else if (typeof next === 'object' && next !== null) {
      for (const [key, inner] of Object.entries(next)) {
        if (repair(key) !== key || hasReplacement(key)) return false;
        open.push(inner);
      }
    }
  }
  return true;
}

/** The pair with its texts repaired, and whether anything had to be. */
export function repairPair(pair: RowPair): { readonly pair: RowPair; readonly repaired: boolean } {
  const texts = [...pair.prompt.map((m) => m.content), pair.completion, pair.rejected, pair.reasoning];
  if (!texts.some((text) => text !== undefined && repair(text) !== text)) return { pair, repaired: false };
  const { untouched: _, ...rest } = pair;
  return {
    repaired: true,
    pair: {
      ...rest,
      prompt: pair.prompt.map((m) => ({ ...m, content: repair(m.content) })),
      completion: repair(pair.completion),
      rejected: pair.rejected === undefined ? undefined : repair(pair.rejected),
      reasoning: pair.reasoning === undefined ? undefined : repair(pair.reasoning),
    },
  };
}
