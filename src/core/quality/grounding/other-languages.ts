import type { Grounding, Reason } from '../../dataset/model.js';
import { checkFacts } from './check-facts.js';
import { contentOf } from './check-content.js';
import { wordSet } from './name-forms.js';
import type { PreparedSource } from './source.js';
import { textOf, type Text } from './text.js';
import { unchecked, verdictOf } from './verdict.js';

/** From this share of its words an answer counts as supported, below that it is left unchecked. */
const enough = 0.6;
/** Below this one counts as made up. */
const tooFew = 0.1;

function pairsOf(text: string): Set<string> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < letters.length; i++) pairs.add(letters.slice(i, i + 2));
  return pairs;
}

function pairShare(answer: string, given: readonly string[]): { words: number; share: number } {
  const mine = pairsOf(answer);
  const theirs = pairsOf(given.join('\n'));
  let found = 0;
  for (const pair of mine) if (theirs.has(pair)) found++;
  return { words: mine.size, share: mine.size === 0 ? 0 : found / mine.size };
}

function wordShare(
  source: PreparedSource,
  answer: Text,
  given: readonly Text[],
): { words: number; share: number } {
  const known = [source.words, ...given.map(wordSet)];
  let words = 0;
  let supported = 0;
  for (const sentence of answer.sentences) {
    const content = contentOf(answer, sentence, known, () => source.roots);
    words += content.words;
    supported += content.supported;
  }
  return { words, share: words === 0 ? 0 : supported / words };
}

/** Numbers and dates of another language: those in digits alone are certain. */
function digitsOnly(answer: Text, reasons: readonly Reason[]): Reason[] {
  return reasons.filter(({ at }) => at !== undefined && /\p{N}/u.test(answer.text.slice(at[0], at[1])));
}

/**
 * A verdict where the rules for English words do not hold: numbers in digits, and the overlap of words (of pairs
 * of characters where the script has no spaces). Honest about the middle: `unchecked` with a `language` reason.
 */
export function judgeByOverlap(
  source: PreparedSource,
  answer: Text,
  question: Text | undefined,
  given: readonly Text[],
  quoted: readonly Reason[],
): Grounding {
  const reasons = [...digitsOnly(answer, checkFacts(source.text, answer, question)), ...quoted];
  const sentence = { words: 0, supported: 0, missing: [] };
  if (reasons.length > 0) return verdictOf(answer, [sentence], reasons);
  const { words, share } =
    source.text.language === 'unsegmented'
      ? pairShare(answer.text, [source.text.text, ...given.map(({ text }) => text)])
      : wordShare(source, answer, given);
  const numbers = answer.facts.length;
  if (share >= enough || (words <= 1 && numbers > 0)) {
    return {
      ...verdictOf(answer, [], []),
      score: words === 0 ? 1 : Math.round((0.4 + 0.6 * share) * 1000) / 1000,
    };
  }
  if (
    share < tooFew &&
    words >= 6 &&
    source.text.language === answer.language &&
    answer.sentences.length > 0
  ) {
    const at = [answer.tokens[0]!.start, answer.tokens.at(-1)!.end] as const;
    const message = `hardly any of its words are in the source: "${textOf(answer, 0, 1)} ..."`;
    return verdictOf(answer, [{ ...sentence, words }], [{ code: 'content', message, at }]);
  }
  return unchecked(
    'language',
    'is not in English, and shares too few words with the source to be judged by them',
  );
}
