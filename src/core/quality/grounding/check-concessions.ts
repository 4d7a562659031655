import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import type { Stretch, Text } from './text.js';

const suppositions = /^(?:if|when|once|after|while|before|without|as)$/;
const conditions = /^(?:only|unless|until)$/;
const concedes =
  /^(?:even|regardless|whether|although|though|still|anyway|despite|matter|irrespective|any|always|ever|also|nor|whatever|however|never|alone|already)$/;

/** A sentence is no longer than that, in tokens, unless its text has no full stops. */
const longest = 200;

const has = ({ tokens }: Text, { from, to }: Stretch, pattern: RegExp): boolean => {
  for (let i = from; i < Math.min(to, from + longest); i++)
    if (pattern.test(tokens[i]!.word.low)) return true;
  return false;
};

/** Whether neither a sentence of the source nor those beside it grant anything. */
const grantsNothing = (source: Text, sentence: number): boolean =>
  [sentence - 1, sentence, sentence + 1].every((n) => {
    const stretch = source.sentences[n];
    return stretch === undefined || !has(source, stretch, concedes);
  });

/** How many sentences of the source a condition is looked for in, and how near they must come to the best one. */
const mostHomes = 2;
const closeToBest = 0.6;

/** "even if", "even after" where the source makes it a condition, "only after", or does not speak of it at all. */
export function checkConcessions(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
): Reason[] {
  const [top] = candidates;
  if (top === undefined) return [];
  const { from, to } = answer.sentences[index]!;
  let at = from;
  while (at < to && answer.tokens[at]!.word.low !== 'even') at++;
  if (at === to) return [];
  const conditional = candidates
    .slice(0, mostHomes)
    .filter(({ cover }) => cover >= top.cover * closeToBest)
    .every(({ sentence }) => {
      const home = source.sentences[sentence]!;
      return has(source, home, conditions) && !has(source, home, /^(?:even|though|although|but|while|yet)$/);
    });
  const unheard =
    suppositions.test(answer.tokens[at + 1]?.word.low ?? '') &&
    candidates.every(({ sentence }) => grantsNothing(source, sentence));
  if (!conditional && !unheard) return [];
  return [
    {
      code: 'negation',
      message: `says "even", where the source makes it a condition or says nothing of the kind`,
      at: [answer.tokens[at]!.start, answer.tokens[Math.min(at + 1, to - 1)]!.end],
    },
  ];
}
