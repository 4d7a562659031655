import type { Reason } from '../../dataset/model.js';
import { candidatesFor } from './align.js';
import { clausesOf } from './clauses.js';
import { checkFacts } from './check-facts.js';
import { polarityOf, yesOrNo } from './check-polarity.js';
import { checkRoles } from './check-roles.js';
import { relatedKeys } from './related.js';
import { hasContent, type Text } from './text.js';

/** How much of a question a sentence of the source must have before a bare yes or no is weighed against it. */
const leastCover = 0.6;

const endsLead =
  /^(?:[,.;:()—–!]|but|because|although|though|as|since|if|unless|provided|while|whereas|until|when|so|except|only|just|more)$/;

const leadsToBound = ({ tokens }: Text, at: number): boolean =>
  tokens[at]!.word.low === 'at' && /^(?:most|least)$/.test(tokens[at + 1]?.word.low ?? '');

/**
 * "Yes, it is not permitted", "No, the guarantee includes them": what follows the word turns it. Only a clause in the
 * question's own words says so for "no", and a question that denies something is left alone.
 */
function turnsItself(answer: Text, said: 'yes' | 'no', question: Text): boolean {
  const asked = question.tokens.filter((token) => hasContent(token));
  if (question.cues.some((cues) => cues.length > 0) || asked.some(({ word }) => word.denial)) return false;
  const keys = new Set(asked.map(({ key }) => key));
  const from = 2;
  let to = from;
  while (
    to < answer.tokens.length &&
    !endsLead.test(answer.tokens[to]!.word.low) &&
    !leadsToBound(answer, to)
  )
    to++;
  const clause = answer.tokens.slice(from, to);
  if (
    answer.tokens[1]!.text !== ',' ||
    [answer.tokens[to], answer.tokens[to + 1]].some((each) =>
      /^(?:only|if|unless|except|but)$/.test(each?.word.low ?? ''),
    )
  )
    return false;
  const signs = clause.filter(({ word, key }) => word.sign !== 0 && keys.has(key));
  const opposed = signs.some(({ word, key }) =>
    asked.some((each) => each.key === key && each.word.sign === -word.sign),
  );
  // "does not rule out"
  const twice = clause.some(({ word }, i) => word.low === 'rule' && clause[i + 1]?.word.low === 'out');
  if (twice) return false;
  const denied = answer.cues[0]?.some(({ at }) => at >= from && at < to) === true;
  const own = clause.filter((token, i) => hasContent(token) && answer.factAt[from + i]! < 0);
  const shared = own.filter(({ key }) => keys.has(key)).length;
  if (said === 'yes') return denied !== opposed && shared > 0;
  if (denied || opposed || own.some(({ word }) => word.denial)) return false;
  // "Has it gone up?" "No, it has gone down": an opposite among the words that are said of anything.
  if (
    clause.some(({ word }) =>
      question.tokens.some(
        (each) => word.key === each.key && word.sign === -each.word.sign && word.sign !== 0,
      ),
    )
  )
    return false;
  // "No, it spent 1.29 million against an income of 1.36": its figures answer.
  if (clause.some((_, i) => answer.factAt[from + i]! >= 0)) return false;
  const alike = own.filter(({ key }) => {
    const related = relatedKeys(key);
    return keys.has(key) || asked.some((each) => related.has(each.key));
  }).length;
  const pronouns = clause.filter(({ word }) => word.pronoun).length;
  return shared > 0 && alike === own.length && alike + pronouns > 1;
}

/** "Yes" and "No" answer for the whole question: what they claim is checked in its place. */
export function checkYesNo(source: Text, answer: Text, question: Text | undefined): Reason[] {
  const said = yesOrNo(answer);
  if (said === undefined || question === undefined || question.sentences.length === 0) return [];
  if (answer.tokens.length > 3 && turnsItself(answer, said, question)) {
    const at = [answer.tokens[0]!.start, answer.tokens[0]!.end] as const;
    return [{ code: 'negation', message: `answers ${said}, but goes on to say the opposite`, at }];
  }
  if (answer.tokens.filter((token, i) => i > 0 && hasContent(token)).length > 1) return [];
  if (said === 'no' && answer.tokens.some((token, i) => i > 0 && token.kind === 'word')) return [];
  const last = question.sentences.length - 1;
  const candidates = candidatesFor(source, question, question.sentences[last]!, undefined);
  const top = candidates[0];
  if (top === undefined || top.cover < leastCover) return [];
  const sentence = question.sentences[last]!;
  const turned = [
    ...polarityOf(source, question, clausesOf(source, question, sentence, undefined, candidates), undefined),
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
