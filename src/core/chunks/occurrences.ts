/**
 * Finds where texts occur in another, all in one pass, by a rolling hash of their first characters (Rabin and Karp).
 */

/** Texts shorter than this are not looked for: they would be found everywhere. */
const shortestSought = 16;

const base = 0x01000193;
const filterBits = 16;

/** Comparisons allowed for each character: far more than real texts need, few enough for hostile ones. */
const comparisons = 4;

/** For each of `sought` (distinct texts), its starts in `text` within `[from, to)`, rising. */
export function findOccurrences(
  text: string,
  from: number,
  to: number,
  sought: readonly string[],
): number[][] {
  const found: number[][] = sought.map(() => []);
  const byHash = new Map<number, number[]>();
  const filter = new Uint8Array(1 << filterBits);
  sought.forEach((one, index) => {
    if (one.length < shortestSought) return;
    const hash = hashStart(one, 0);
    const same = byHash.get(hash);
    if (same === undefined) byHash.set(hash, [index]);
    else same.push(index);
    filter[hash >>> (32 - filterBits)] = 1;
  });
  if (byHash.size === 0 || to - from < shortestSought) return found;

  let top = 1;
  for (let i = 1; i < shortestSought; i++) top = Math.imul(top, base);
  let left = comparisons * (to - from) + 10_000;
  let hash = hashStart(text, from);
  for (let at = from; ; at++) {
    if (filter[hash >>> (32 - filterBits)] === 1) {
      for (const index of byHash.get(hash) ?? []) {
        const one = sought[index] ?? '';
        if (at + one.length <= to && left-- > 0 && text.startsWith(one, at)) found[index]?.push(at);
      }
    }
    const next = at + shortestSought;
    if (next >= to) return found;
    const rest = (hash - Math.imul(text.charCodeAt(at), top)) | 0;
    hash = (Math.imul(rest, base) + text.charCodeAt(next)) >>> 0;
  }
}

function hashStart(text: string, from: number): number {
  let hash = 0;
  for (let i = from; i < from + shortestSought; i++) hash = (Math.imul(hash, base) + text.charCodeAt(i)) | 0;
  return hash >>> 0;
}
