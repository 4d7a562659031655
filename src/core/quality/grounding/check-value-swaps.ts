import type { Range, Reason } from '../../dataset/model.js';
import type { Fact } from './facts.js';
import { relate } from './same-fact.js';
import { swapped } from './swaps.js';
import { textOf, type Text } from './text.js';

/** A fact of the answer, and where the source has it. */
export interface Standing {
  readonly fact: Fact;
  readonly same: readonly Fact[];
}

/** How much better two values must fit each other's place. */
const margin = 0.04;
const mostBetween = 4;

/** Two values of one sentence that stand in each other's place. `reasons`: what is already said against the answer. */
export function checkValueSwaps(
  source: Text,
  answer: Text,
  standing: readonly Standing[],
  reasons: readonly Reason[],
): Reason[] {
  const found: Reason[] = [];
  const said = (at: Range): boolean =>
    [...reasons, ...found].some(
      (reason) => reason.at !== undefined && reason.at[0] < at[1] && reason.at[1] > at[0],
    );
  for (let i = 0; i < standing.length; i++) {
    for (let j = i + 1; j < Math.min(standing.length, i + mostBetween); j++) {
      const [one, two] = [standing[i]!, standing[j]!];
      if (answer.sentenceOf[one.fact.from] !== answer.sentenceOf[two.fact.from]) continue;
      const [first, second] = [
        textOf(answer, one.fact.from, one.fact.to),
        textOf(answer, two.fact.from, two.fact.to),
      ];
      if (relate(one.fact, two.fact, [first, second]) !== 'rival') continue;
      const at: Range = [answer.tokens[one.fact.from]!.start, answer.tokens[two.fact.to - 1]!.end];
      if (said(at) || !swapped(source, answer, one.fact, two.fact, [one.same, two.same], margin)) continue;
      found.push({
        code: 'misplaced',
        message: `${first} and ${second} stand the other way round in the source`,
        at,
      });
    }
  }
  return found;
}
