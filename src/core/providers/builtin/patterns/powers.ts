import { answered, type Candidate, type Rule } from '../candidate.js';
import { isWhole } from '../language/phrases.js';
import { finish, invert, phrase } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { isNamed } from './complements.js';

/** What one can have with a "to do" of its own. */
const POWER =
  /^(?:tendency|ability|right|duty|responsibility|authority|power|obligation|option|opportunity|capacity|freedom|permission|plan|goal|aim|mission|task|job|chance)s?$/;

/** "The board has the authority to ...": what to do; "it is the responsibility of the tenant to ...": whose it is. */
export const powers: Rule = (reading): Candidate[] => {
  const { clause, tokens, casing } = reading;
  const [first, second, third, noun, of] = tokens;
  if (
    first?.low === 'it' &&
    /^(?:is|was|remains)$/.test(second?.low ?? '') &&
    third?.low === 'the' &&
    /^(?:responsibility|duty|job|task|role)$/.test(noun?.low ?? '') &&
    of?.low === 'of'
  ) {
    const to = tokens.findIndex((token, i) => i > 5 && i < 16 && token.low === 'to');
    const act = tokens.slice(to + 1, tokens.findLastIndex((token) => !token.mark) + 1);
    const begins = verbAs(act[0]?.low ?? '', 'base') ? 0 : verbAs(act[1]?.low ?? '', 'base') ? 1 : -1;
    return to > 0 && begins >= 0 && isWhole(act, 16) && words(act).length >= 3
      ? [
          answered(
            reading,
            finish(`Whose ${noun?.low ?? ''} ${second?.low ?? 'is'} it to ${phrase(act)}`),
            'whose',
            'factual',
            0.85,
          ),
        ]
      : [];
  }
  if (!clause || clause.negated || clause.base !== 'have' || clause.front.length > 0) return [];
  if (!isNamed(clause.subject)) return [];
  const to = clause.rest.findIndex((token) => token.low === 'to');
  if (to < 1 || to > 6 || !POWER.test(clause.rest[to - 1]?.low ?? '')) return [];
  if (!verbAs(clause.rest[to + 1]?.low ?? '', 'base')) return [];
  const told = words(clause.rest.slice(to)).filter((token) => !isFunctionWord(token.low)).length;
  const had = clause.rest.slice(0, to + 1);
  if (told < 3 || !isWhole(had.slice(0, -1), 6)) return [];
  return [
    answered(
      reading,
      invert('What', clause, had, casing).replace(/\?$/, ' do?'),
      'what power',
      'explanatory',
      0.7,
    ),
  ];
};
