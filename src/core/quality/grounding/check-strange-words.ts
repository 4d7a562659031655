import type { Weighed } from './doubts.js';
import type { Layout } from './layout.js';
import { strangeWords, traits, type StrangeWord } from './strange-words.js';
import { threshold, weights } from './strange-weights.js';

const worths = traits.map((trait) => weights[trait]);

/** What the traits of a strange word add up to: the more, the likelier it is a changed word rather than a paraphrase. */
function suspicion(word: StrangeWord): number {
  let sum = 0;
  for (let i = 0; i < worths.length; i++) sum += worths[i]! * word.traits[i]!;
  return sum;
}

/**
 * The word of a sentence of the answer that looks most like one put in another's place, by how changed words and
 * paraphrases looked in documents where they are known. Told, where it looks enough like one, as a supposition, since a
 * paraphrase may look like it.
 */
export function weighStrangeWords(layout: Layout): Weighed {
  const { source, answer } = layout;
  let found: StrangeWord | undefined;
  let excess = -Infinity;
  for (const word of strangeWords(layout)) {
    const sum = suspicion(word) - threshold;
    if (sum > excess) [found, excess] = [word, sum];
  }
  if (found === undefined || excess <= 0) return { excess, reason: undefined };
  const { start, end, text, key } = answer.tokens[found.at]!;
  const reason = {
    code: source.index.has(key) ? 'misplaced' : 'content',
    message: `may say "${text}" where the source says "${source.tokens[found.other]!.text}"`,
    at: [start, end],
  } as const;
  return { excess, reason };
}
