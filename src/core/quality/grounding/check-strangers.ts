import type { Reason } from '../../dataset/model.js';
import type { Alignment } from './counterparts.js';
import { isGeneral } from './general-words.js';
import { irregularWords } from './irregular-words.js';
import { nominal } from './nouns.js';
import { relatedKeys } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';

/** Shorter words, and sentences with more words of their own, are in the answer's own words. */
const leastLength = 3;
const mostStrangers = 3;
/** A word must be known by this many letters of its beginning to be of a family with one of the source. */
const leastRoot = 4;

const leads =
  /^(?:a|an|the|its|his|her|their|our|your|no|any|each|every|some|both|this|that|these|those|of|in|on|at|by|for|from|with|without|per|against|between|under|over|into|onto|via|among|during|through|within|another|other|several|many|few)$/;

/** Whether a word stands after an article, a preposition or a number, with at most two words that describe it between. */
function led(text: Text, at: number, { from }: Stretch): boolean {
  for (let i = at - 1; i >= Math.max(from, at - 3); i--) {
    const token = text.tokens[i]!;
    if (text.factAt[i]! >= 0 || leads.test(token.word.low)) return true;
    if (/['’]s?$/.test(token.text)) return true;
    if (!hasContent(token) && token.text !== '-') return false;
  }
  return false;
}

/** Whether a text has a word of the same family, or one that may stand for it. */
function knows(text: Text, at: { readonly low: string; readonly key: string }): boolean {
  if (text.index.has(at.key)) return true;
  for (const key of relatedKeys(at.key)) if (text.index.has(key)) return true;
  const root = at.low.slice(0, Math.max(leastRoot, Math.ceil(at.low.length * 0.6)));
  return text.tokens.some(
    ({ kind, word }) =>
      kind === 'word' &&
      !word.stop &&
      (word.low.startsWith(root) ||
        word.low.endsWith(at.low) ||
        (word.low.length >= leastRoot && at.low.startsWith(word.low))),
  );
}

/**
 * Nouns of an answer that neither the source nor the question has, in any form or other words, and that say more than
 * a paraphrase brings in of itself.
 */
export function checkStrangers(
  source: Text,
  answer: Text,
  { mine, items }: Alignment,
  given: readonly Text[],
): Reason[] {
  const found: number[] = [];
  for (const { from: at, places } of items) {
    const token = answer.tokens[at]!;
    const { word } = token;
    if (places.length > 0 || token.kind !== 'word' || token.capital || answer.factAt[at]! >= 0) continue;
    if (word.free || word.sign !== 0 || word.denial || word.closed !== undefined) continue;
    if (word.low.length < leastLength || isGeneral(word.low)) continue;
    if (
      /(?:ed|ing|ly)$/.test(word.low) ||
      irregularWords.has(word.low) ||
      !nominal(answer, at, mine) ||
      !led(answer, at, mine)
    )
      continue;
    if (![source, ...given].some((text) => knows(text, word))) found.push(at);
  }
  if (found.length > mostStrangers) return [];
  return found.map((at) => {
    const { text, start, end } = answer.tokens[at]!;
    return { code: 'content', message: `says "${text}", which is not in the source`, at: [start, end] };
  });
}
