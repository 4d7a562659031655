import type { Stretch, Text } from './text.js';

/** One way in which a sentence of the answer turns what a sentence of the source says. */
export interface Flip {
  readonly kind: 'negation' | 'opposite' | 'side' | 'apart';
  readonly message: string;
  /** The words are the same, only one of them is negated. */
  readonly byNegation?: boolean | undefined;
  readonly from: number;
  readonly to: number;
}
/** Words in `sentence` that deny and that the other sentence has no counterpart for. */
export function unmatchedDenial(text: Text, sentence: Stretch, other: ReadonlySet<string>): boolean {
  for (let i = sentence.from; i < sentence.to; i++) {
    const { word } = text.tokens[i]!;
    if (word.denial && !other.has(word.key)) return true;
  }
  return false;
}

export const keysIn = (text: Text, sentence: Stretch): Set<string> => {
  const keys = new Set<string>();
  for (let i = sentence.from; i < sentence.to; i++) keys.add(text.tokens[i]!.key);
  return keys;
};
