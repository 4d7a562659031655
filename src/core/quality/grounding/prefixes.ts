import type { Flip } from './flips.js';
import { hasContent, type Stretch, type Text } from './text.js';
import { wordOf } from './words.js';

const prefix = /^(?:un|non-?|dis|in|im|ir)(?=[a-z]{4})/;

/** What the rest of a word is compared by: "sold" for "unsold"; undefined for a word without such a prefix. */
function baseOf(low: string): string | undefined {
  const length = prefix.exec(low)?.[0].length;
  return length === undefined ? undefined : wordOf(low.slice(length)).key;
}

function bases(text: Text, { from, to }: Stretch): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = from; i < to; i++) {
    const token = text.tokens[i]!;
    if (!token.word.denial || !hasContent(token) || text.negated[i] === 1) continue;
    const base = baseOf(token.word.low);
    if (base !== undefined) found.set(base, i);
  }
  return found;
}

/** The first place of a stretch that has the word plain: neither denied nor beside a word that denies. */
function plainPlace(text: Text, { from, to }: Stretch, key: string): number | undefined {
  for (let i = from; i < to; i++) {
    if (text.tokens[i]!.key !== key) continue;
    for (let j = Math.max(from, i - 5); j < Math.min(to, i + 3); j++) {
      const { word } = text.tokens[j]!;
      if (word.negator || word.denial) return undefined;
    }
    return text.negated[i] === 0 ? i : undefined;
  }
  return undefined;
}

const hasKey = (text: Text, { from, to }: Stretch, key: string): boolean =>
  text.tokens.slice(from, to).some((token) => token.key === key);

/** "were sold" where the source says "went unsold", and the other way round. */
export function prefixes(source: Text, answer: Text, mine: Stretch, theirs: Stretch): Flip[] {
  const flips: Flip[] = [];
  const add = (at: number, written: string, other: string): void => {
    const message = `says "${written}", the source says "${other}"`;
    flips.push({ kind: 'negation', message, from: at, to: at + 1 });
  };
  for (const [base, there] of bases(source, theirs)) {
    const at = plainPlace(answer, mine, base);
    if (at !== undefined && !hasKey(source, theirs, base))
      add(at, answer.tokens[at]!.text, source.tokens[there]!.text);
  }
  for (const [base, at] of bases(answer, mine)) {
    const there = plainPlace(source, theirs, base);
    if (there !== undefined && !hasKey(answer, mine, base))
      add(at, answer.tokens[at]!.text, source.tokens[there]!.text);
  }
  return flips;
}
