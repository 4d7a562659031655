import { answered, type Rule } from '../candidate.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { finish, phrase, subjectText } from '../language/question.js';
import { words, type Token } from '../language/tokens.js';

/** What rules say of things. */
const judged =
  /^(?:appropriate|acceptable|possible|necessary|available|responsible|eligible|valid|mandatory|enough|sufficient|subject|liable|welcome|compatible|safe|suitable|entitled|optional)$/;

/** Verbs with which "may not" says what is possible rather than what is allowed. */
const POSSIBLE =
  /^(?:be|have|contain|know|understand|work|need|want|see|notice|find|get|become|appear|realise|realize|match|reflect|require|apply|include|last|exist|happen|occur|fit|show|provide|support|give|reach|cover|cause|affect|receive)$/;

/** "Employees may not ...", "the key must be ...": whether it is allowed, or needed. */
export const permissions: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause?.auxiliary || clause.front.length > 0) return [];
  const said = firstStretch(clause.rest);
  const refused =
    clause.negated &&
    /^(?:is|are)(?:n't)?$/.test(clause.auxiliary.low) &&
    (clause.passive
      ? /^(?:allow|permit|include|cover|require|support|need|recommend|guarantee|expect|accept)$/.test(
          clause.base,
        )
      : judged.test(clause.rest[0]?.low ?? ''));
  const rule =
    refused ||
    (clause.negated &&
      (/^(?:can|cannot|can't|should|must)$/.test(clause.auxiliary.low) ||
        (clause.auxiliary.low === 'may' && !clause.copula && !POSSIBLE.test(clause.base))));
  if (!rule || !isWhole(said, 14) || words(said).length < (refused ? 1 : 2)) return [];
  const asked: Token[] = clause.group.filter((token) => token.low !== 'not' && token.low !== 'never');
  const auxiliary = /^(?:isn't|aren't)$/.test(clause.auxiliary.low)
    ? clause.auxiliary.low.slice(0, -3)
    : /^(?:cannot|can't|may|must)$/.test(clause.auxiliary.low)
      ? clause.auxiliary.low === 'may'
        ? 'may'
        : 'can'
      : clause.auxiliary.low;
  const question = finish(`${auxiliary} ${subjectText(clause, casing)} ${phrase(asked)} ${phrase(said)}`);
  // "No" with a condition is no plain no
  if (
    clause.rest
      .slice(said.length)
      .some((token) => /^(?:if|unless|when|until|without|except)$/.test(token.low))
  )
    return [];
  if (clause.group.some((token) => /^(?:necessarily|always|only|ever|yet)$/.test(token.low))) return [];
  return [{ ...answered(reading, question, 'can', 'analytical', 0.55), answer: `No. ${reading.text}` }];
};
