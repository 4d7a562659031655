import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch } from '../language/phrases.js';
import { finish, phrase, subjectText } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { isNamed } from './complements.js';

/** "A Bloom filter never gives you a false no": what it never does. */
export const nevers: Rule = (reading): Candidate[] => {
  const { clause, casing, text } = reading;
  if (!clause || clause.negated || clause.copula || clause.passive || clause.auxiliary) return [];
  if (clause.front.length > 0 || !isNamed(clause.subject)) return [];
  if (!/\bnever $/.test(text.slice(0, clause.verb.start)) || clause.tense !== 'present') return [];
  const [first, second] = clause.rest;
  const whom = /^(?:you|people|users)$/.test(first?.low ?? '') ? 1 : 0;
  const object = whom === 1 ? second : first;
  const said = firstStretch(clause.rest);
  if (!object || !/^(?:an?|any|the|your|its|their)$/.test(object.low) || said.length > 14) return [];
  if (words(said.slice(whom)).filter((token) => !isFunctionWord(token.low)).length < 2) return [];
  const support = clause.plural ? 'do' : 'does';
  return [
    answered(
      reading,
      finish(
        `What ${support} ${subjectText(clause, casing)} never ${clause.base} ${phrase(clause.rest.slice(0, whom))}`,
      ),
      'what never',
      'factual',
      0.75,
    ),
  ];
};
