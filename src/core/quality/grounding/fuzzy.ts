import type { Range } from '../../dataset/model.js';
import { relate } from './same-fact.js';
import { textOf, type Text } from './text.js';

/** The share of a quote's words that must stand, in order, in the place that is taken for it. */
const leastShare = 0.8;
const leastWords = 5;
const mostWords = 400;
/** Words that stand in more places than this are no anchors. */
const mostAnchors = 64;

/** Words and numbers of a text, marks left out, as their lower-case spelling. */
const wordsOf = (text: Text): { low: string; token: number }[] => {
  const words: { low: string; token: number }[] = [];
  text.tokens.forEach((token, i) => {
    if (token.kind !== 'mark')
      words.push({ low: token.kind === 'number' ? token.key : token.word.low, token: i });
  });
  return words;
};

/** The longest common subsequence of `a` and `b`, as pairs of places. Work: product of the lengths. */
function common(a: readonly string[], b: readonly string[]): [number, number][] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] =
        a[i] === b[j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

/** Numbers and negations must be the same on both sides: a quote that differs there is another statement. */
function saysTheSame(source: Text, from: number, to: number, quote: Text): boolean {
  const facts = source.facts.filter((fact) => fact.from >= from && fact.to <= to);
  const mine = quote.facts;
  if (facts.length !== mine.length) return false;
  const same = mine.every((fact, n) => {
    const other = facts[n]!;
    return (
      relate(fact, other, [textOf(quote, fact.from, fact.to), textOf(source, other.from, other.to)]) ===
        'same' && fact.side === other.side
    );
  });
  if (!same) return false;
  const turns = (text: Text, a: number, b: number): string => {
    const found: string[] = [];
    for (let i = a; i < b; i++) {
      const { word } = text.tokens[i]!;
      if (word.negator) found.push('not');
      else if (word.sign !== 0) found.push(`${word.key}${word.sign}`);
      else if (/^(?:unless|if|except|only|must|may|all|some)$/.test(word.low)) found.push(word.low);
    }
    return found.join(' ');
  };
  return turns(source, from, to) === turns(quote, 0, quote.tokens.length);
}

/** The words of a text, and the places of each, for finding many quotes in it. */
export interface WordPlaces {
  readonly words: readonly { readonly low: string; readonly token: number }[];
  readonly places: ReadonlyMap<string, readonly number[]>;
}

/** Gathers the words of a text that quotes are looked for in. Linear. */
export function wordPlaces(text: Text): WordPlaces {
  const words = wordsOf(text);
  const places = new Map<string, number[]>();
  words.forEach(({ low }, i) => {
    const list = places.get(low);
    if (list === undefined) places.set(low, [i]);
    else list.push(i);
  });
  return { words, places };
}

/** The place of `source` that a quote stands in but for a few words, or undefined. */
export function fuzzyFind(source: Text, { words: hay, places }: WordPlaces, quote: Text): Range | undefined {
  const needle = wordsOf(quote);
  if (needle.length < leastWords || needle.length > mostWords) return undefined;
  // Each rare word of the quote votes for where the quote would begin.
  const votes = new Map<number, number>();
  const slack = Math.max(2, Math.floor(needle.length / 5));
  needle.forEach(({ low }, i) => {
    const list = places.get(low);
    if (list === undefined || list.length > mostAnchors) return;
    for (const place of list) {
      const start = Math.floor((place - i) / slack);
      votes.set(start, (votes.get(start) ?? 0) + 1);
    }
  });
  const starts = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 3);
  const words = needle.map(({ low }) => low);
  let best: { from: number; to: number; share: number } | undefined;
  for (const [start] of starts) {
    const from = Math.max(0, start * slack - slack);
    const to = Math.min(hay.length, start * slack + needle.length + 2 * slack);
    const window = hay.slice(from, to).map(({ low }) => low);
    const pairs = common(words, window);
    if (pairs.length === 0) continue;
    const first = from + pairs[0]![1];
    const last = from + pairs.at(-1)![1];
    // Words that stand between but are not in the quote count against it.
    const share = pairs.length / Math.max(words.length, last - first + 1);
    if (best === undefined || share > best.share)
      best = { from: hay[first]!.token, to: hay[last]!.token + 1, share };
  }
  if (best === undefined || best.share < leastShare || !saysTheSame(source, best.from, best.to, quote))
    return undefined;
  return [source.tokens[best.from]!.start, source.tokens[best.to - 1]!.end];
}
