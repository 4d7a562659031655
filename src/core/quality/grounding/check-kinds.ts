import type { Range, Reason } from '../../dataset/model.js';
import { isWord, type Alignment } from './counterparts.js';
import { excludes, isPlainThing, kindsOf } from './kinds.js';
import { nominal } from './nouns.js';
import { relatedKeys } from './related.js';
import type { Text } from './text.js';

/** Whether a text has a word, or one that may stand for it. */
function has(text: Text, key: string): boolean {
  if (text.index.has(key)) return true;
  for (const each of relatedKeys(key)) if (text.index.has(each)) return true;
  return false;
}

/** A word is of a family with another one by this many letters. */
const leastFamily = 4;

/** Whether a text has a word of the same family: "gas-fired" for "gas", "earthquakes" for "quake". */
function hasFamily(text: Text, root: string): boolean {
  const start = root.slice(0, Math.max(leastFamily, Math.ceil(root.length * 0.6)));
  return text.tokens.some(
    ({ kind, word }) =>
      kind === 'word' &&
      !word.stop &&
      (word.root.startsWith(start) ||
        word.root.endsWith(root) ||
        (word.root.length >= leastFamily && root.startsWith(word.root))),
  );
}

/** Things that a sentence of the answer names in the place of others of their kind: "a sextant" for "a theodolite". */
export function checkKinds(
  source: Text,
  answer: Text,
  { mine, homes, items }: Alignment,
  given: readonly Text[],
): Reason[] {
  const reasons: Reason[] = [];
  for (const { from: at, places } of items) {
    if (places.length > 0 || !isWord(answer, at) || answer.excluded[at] === 1) continue;
    const token = answer.tokens[at]!;
    if (token.word.pronoun) continue;
    const kinds = kindsOf(token.word.root);
    if (kinds.size === 0 || !nominal(answer, at, mine, true)) continue;
    const span: Range = [token.start, token.end];
    const elsewhere = has(source, token.key);
    if (given.some((text) => has(text, token.key))) continue;
    const rival = rivalOf(source, answer, homes, kinds, given);
    if (rival === undefined) {
      const strange =
        !elsewhere &&
        !token.capital &&
        isPlainThing(token.word.root) &&
        nominal(answer, at, mine) &&
        ![source, ...given].some((text) => hasFamily(text, token.word.root));
      if (strange)
        reasons.push({
          code: 'content',
          message: `says "${token.text}", which is not in the source`,
          at: span,
        });
      continue;
    }
    reasons.push({
      code: elsewhere ? 'misplaced' : 'content',
      message: `says "${token.text}", where the source says "${source.tokens[rival]!.text}"`,
      at: span,
    });
  }
  return reasons;
}

/** Another thing of the same kind in the source's sentences that the answer does not speak of. */
function rivalOf(
  source: Text,
  answer: Text,
  homes: Alignment['homes'],
  kinds: ReadonlyMap<number, number>,
  given: readonly Text[],
): number | undefined {
  for (const { from, to } of homes) {
    for (let j = from; j < to; j++) {
      const { key, word } = source.tokens[j]!;
      if (
        !excludes(kinds, kindsOf(word.root)) ||
        !isWord(source, j) ||
        !nominal(source, j, { from, to }, true)
      )
        continue;
      if (has(answer, key) || given.some((text) => has(text, key))) continue;
      return j;
    }
  }
  return undefined;
}
