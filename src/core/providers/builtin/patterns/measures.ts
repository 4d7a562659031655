import { answered, type Candidate, type Rule } from '../candidate.js';
import { isImperative } from '../language/imperative.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { finish, invert, phrase, setting } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { isNamed } from './complements.js';

/** "425 F", "20 °C", "-5°C". */
function temperatureAt(rest: readonly Token[]): number {
  return rest.findIndex((token, i) => {
    if (!/^(?:at|to)$/.test(token.low)) return false;
    const value = rest[i + 1]?.text ?? '';
    const unit = rest[i + 2]?.text ?? '';
    return (
      /^[-–]?\d{1,4}(?:[-–]\d{1,4})?°[CFK]?$/.test(value) ||
      (/^[-–]?\d{1,4}(?:[-–]\d{1,4})?$/.test(value) && /^(?:°[CF]?|[CFK]|degrees)$/.test(unit))
    );
  });
}

/** At which temperature something is done; what something depends on; how a thing is worked out or sorted. */
export const measures: Rule = (reading): Candidate[] => {
  const { clause, tokens, casing } = reading;
  const end = tokens.findLastIndex((token) => !token.mark) + 1;
  if (isImperative(tokens)) {
    const rest = tokens.slice(1, end);
    const at = temperatureAt(rest);
    const act = rest.slice(0, at);
    return at > 0 && isWhole(act, 10)
      ? [
          answered(
            reading,
            finish(
              `${rest[at]?.low === 'to' ? 'To' : 'At'} what temperature should you ${tokens[0]?.low ?? ''} ${phrase(act)}`,
            ),
            'what temperature',
            'factual',
            0.9,
          ),
        ]
      : [];
  }
  if (!clause || clause.negated) return [];
  const where = setting(clause);
  if (where === undefined) return [];
  const at = clause.copula ? -1 : temperatureAt(clause.rest);
  if (at >= 0 && isWhole(clause.rest.slice(0, at), 10))
    return [
      answered(
        reading,
        invert(
          `${clause.rest[at]?.low === 'to' ? 'To' : 'At'} what temperature`,
          clause,
          [...clause.rest.slice(0, at), ...where],
          casing,
        ),
        'what temperature',
        'factual',
        0.9,
      ),
    ];
  if (!isNamed(clause.subject)) return [];
  if (
    /^(?:vary|differ|change)$/.test(clause.base) &&
    clause.rest[0]?.low === 'depending' &&
    /^(?:on|upon)$/.test(clause.rest[1]?.low ?? '')
  )
    return [
      answered(
        reading,
        invert('What', { ...clause, base: 'depend' }, [clause.rest[1] as Token, ...where], casing),
        'what depend',
        'factual',
        0.75,
      ),
    ];
  const [first] = clause.rest;
  if (
    clause.passive &&
    ((first?.low === 'based' && /^(?:on|upon)$/.test(clause.rest[1]?.low ?? '')) ||
      (first?.low === 'by' &&
        clause.rest
          .slice(1, 6)
          .some((token) => /^(?:vote|resolution|ballot|lot|acclamation|consent)$/.test(token.low))) ||
      (/^(?:by|according|into)$/.test(first?.low ?? '') &&
        /^(?:classify|group|sort|order|rank|divide|calculate|measure|categori[sz]e|name|label|identify|organi[sz]e|distinguish)$/.test(
          clause.base,
        ))) &&
    words(firstStretch(clause.rest)).filter((token) => !isFunctionWord(token.low)).length >= 2
  )
    return [answered(reading, invert('How', clause, where, casing), 'how worked out', 'explanatory', 0.75)];
  return [];
};
