import type { Reason } from '../../dataset/model.js';
import { candidatesFor } from './align.js';
import { checkFacts } from './check-facts.js';
import { checkPolarity, yesOrNo } from './check-polarity.js';
import { checkRoles } from './check-roles.js';
import { hasContent, type Text } from './text.js';

/** How much of a question a sentence of the source must have before a bare yes or no is weighed against it. */
const leastCover = 0.6;

/** "Yes" and "No" answer for the whole question: what they claim is checked in its place. */
export function checkYesNo(source: Text, answer: Text, question: Text | undefined): Reason[] {
  const said = yesOrNo(answer);
  if (said === undefined || question === undefined || question.sentences.length === 0) return [];
  if (answer.tokens.filter((token, i) => i > 0 && hasContent(token)).length > 1) return [];
  if (said === 'no' && answer.tokens.some((token, i) => i > 0 && token.kind === 'word')) return [];
  const last = question.sentences.length - 1;
  const candidates = candidatesFor(source, question, question.sentences[last]!, undefined);
  const top = candidates[0];
  if (top === undefined || top.cover < leastCover) return [];
  const turned = [
    ...checkPolarity(source, question, last, undefined),
    ...checkRoles(source, question, last, candidates),
    ...checkFacts(source, question, undefined),
  ];
  const first = answer.tokens[0]!;
  const at = [first.start, first.end] as const;
  if (said === 'yes') {
    const [reason] = turned;
    return reason === undefined
      ? []
      : [{ code: reason.code, message: `answers yes, but the question ${reason.message}`, at }];
  }
  if (turned.length > 0) return [];
  const { from, to } = source.sentences[top.sentence]!;
  for (let i = from; i < to; i++) {
    const { word } = source.tokens[i]!;
    if (word.negator || word.denial) return [];
  }
  return [{ code: 'negation', message: 'answers no, where the source says yes', at }];
}
