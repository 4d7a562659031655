import { answered, type Candidate, type Rule } from '../candidate.js';
import { finish } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';

const DECIDED =
  /^(?:agreed|decided|resolved|noted|suggested|proposed|mentioned|reported|recommended|announced|confirmed|found|established|discovered|explained|stressed|concluded|believed|thought|known|estimated|moved)$/;

/** "It was agreed that ...", "We decided to ...": what was; asked under the heading of what was talked about. */
export const reports: Rule = (reading): Candidate[] => {
  const { clause, tokens } = reading;
  const [first, second, third, fourth] = tokens;
  if (!first || !second || !third || !fourth) return [];
  const told = words(tokens.slice(3)).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 3) return [];
  if (first.low === 'it' && /^(?:was|is|has)$/.test(second.low)) {
    const been = third.low === 'been' ? 1 : 0;
    const verb = tokens[2 + been];
    const joint = tokens[3 + been];
    if (!verb || !DECIDED.test(verb.low) || !/^(?:that|to)$/.test(joint?.low ?? '')) return [];
    if (second.low === 'is' && !/^(?:recommended|known|believed|estimated|thought)$/.test(verb.low))
      return [];
    return [
      {
        ...answered(
          reading,
          finish(`What ${second.low} ${been ? 'been ' : ''}${verb.low}`),
          'what agreed',
          'factual',
          0.65,
        ),
        within: true,
      },
    ];
  }
  if (
    clause &&
    clause.subject.length === 1 &&
    clause.subject[0]?.low === 'we' &&
    clause.front.length === 0 &&
    !clause.negated &&
    clause.auxiliary === undefined &&
    clause.tense === 'past' &&
    /^(?:agree|decide|resolve|vote)$/.test(clause.base) &&
    clause.rest[0]?.low === 'to' &&
    verbAs(clause.rest[1]?.low ?? '', 'base')
  )
    return [
      {
        ...answered(
          reading,
          finish(`What was ${clause.base === 'vote' ? 'the vote' : clause.verb.low}`),
          'what agreed',
          'factual',
          0.6,
        ),
        within: true,
      },
    ];
  return [];
};
