import type { Range, Reason } from '../../dataset/model.js';
import type { Sentence } from './sentences.js';
import type { Text } from './text.js';

export interface Content {
  /** Words with content in the sentence, the general ones left out. */
  readonly words: number;
  /** Those that stand in the source, the question or the headings. */
  readonly supported: number;
  /** Where those stand that do not. */
  readonly missing: readonly Range[];
}

/** The first letters of a word that a related word shares: "admin" for administrate, administrator. */
const root = (word: string): string => word.slice(0, Math.max(5, Math.ceil(word.length * 0.65)));

/** The roots of a text's longer words. */
export function rootsOf(text: Text): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const { word } of text.tokens) for (const each of word.roots) roots.add(each);
  return roots;
}

/** How many of a sentence's words the source has. */
export function contentOf(
  answer: Text,
  sentence: Sentence,
  known: readonly ReadonlySet<string>[],
  roots: () => ReadonlySet<string>,
): Content {
  let words = 0;
  let supported = 0;
  const missing: Range[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = answer.tokens[i]!;
    if (
      token.kind !== 'word' ||
      token.word.stop ||
      token.word.free ||
      answer.factAt[i]! >= 0 ||
      token.word.low.length < 2
    )
      continue;
    words++;
    const { low, key } = token.word;
    if (
      known.some((set) => set.has(key) || set.has(low)) ||
      (low.length >= 5 && roots().has(root(low).slice(0, 9)))
    )
      supported++;
    else missing.push([token.start, token.end]);
  }
  return { words, supported, missing };
}

/** Below this share of supported words a sentence of the answer counts as made up. */
const leastShare = 0.25;

/** "Under no circumstances", "No, that is forbidden": an answer by its denial. */
const denies = (answer: Text): boolean => answer.tokens.some(({ word }) => word.negator || word.denial);

/** Sentences of which the source has too few words. */
export function checkContent(answer: Text, sentence: Sentence, content: Content): Reason[] {
  const { words, supported } = content;
  // Numbers and dates are checked on their own; where they hold, the sentence is about the source.
  const facts = answer.facts.filter(
    (fact) => !fact.weak && fact.from >= sentence.from && fact.to <= sentence.to,
  ).length;
  const enough =
    words >= 4
      ? supported + 2 * facts >= words * leastShare
      : words === 0 || supported + facts > 0 || answer.sentences.length > 1 || denies(answer);
  if (enough) return [];
  const at: Range = [answer.tokens[sentence.from]!.start, answer.tokens[sentence.to - 1]!.end];
  const message =
    supported === 0
      ? 'none of its words with content are in the source'
      : `only ${supported} of its ${words} words with content are in the source`;
  return [{ code: 'content', message, at }];
}
