import type { Reason } from '../../dataset/model.js';
import { onOtherSides } from './antonyms.js';
import type { Alignment, Item } from './counterparts.js';
import { neutral } from './neutral.js';
import type { Text } from './text.js';

/** How far from the two words something has to stand that both sentences have, so that they speak of one thing. */
const near = 3;

/** Whether a word is turned, or set apart, where it stands. */
const turned = (text: Text, at: number): boolean => text.negated[at] === 1 || text.excluded[at] === 1;

/** Whether one of the other words near `at` stands near `place` in the source. */
const shared = (items: readonly Item[], at: number, place: number): boolean =>
  items.some(
    ({ from, places }) =>
      from !== at &&
      Math.abs(from - at) <= near &&
      places.some((each) => each !== place && Math.abs(each - place) <= near),
  );

/** Whether a text has a word of a stem. */
const hasRoot = (text: Text | undefined, root: string): boolean =>
  text?.tokens.some(({ word }) => word.root === root) === true;

/**
 * Words of one sentence of the answer that the source's sentence does not have, but their opposite, which the answer
 * in turn does not have: "she accepted the medal" for "she declined it".
 */
export function checkAntonyms(
  source: Text,
  answer: Text,
  { homes, items }: Alignment,
  question: Text | undefined,
): Reason[] {
  const reasons: Reason[] = [];
  for (const { from: at, places } of items) {
    const token = answer.tokens[at]!;
    const { sides } = token.word;
    if (
      sides.length === 0 ||
      token.word.free ||
      places.length > 0 ||
      answer.factAt[at]! >= 0 ||
      neutral(answer, at)
    )
      continue;
    if (hasRoot(question, token.word.root)) continue;
    for (const { from, to } of homes) {
      for (let j = from; j < to; j++) {
        const there = source.tokens[j]!;
        if (!onOtherSides(sides, there.word.sides) || neutral(source, j)) continue;
        if (turned(answer, at) !== turned(source, j) || hasRoot(answer, there.word.root)) continue;
        if (answer.index.has(there.key) || !shared(items, at, j)) continue;
        reasons.push({
          code: 'negation',
          message: `says "${token.text}", the source says "${there.text}"`,
          at: [token.start, token.end],
        });
        break;
      }
    }
  }
  return reasons;
}
