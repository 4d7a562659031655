import { answered, type Candidate, type Rule } from '../candidate.js';
import { finish } from '../language/question.js';

/** The term in quotes, and what it means. */
const MEANT =
  /^[^"“”]{6,120} (?:is|are|was|were) (?:called |known as |said to be |described as )?["“]([^"“”]{4,50})["”], which means (?:that )?\S+ \S+ \S+/u;

/** "Many projects are “permitted development”, which means that ...": what the words mean. */
export const meanings: Rule = (reading): Candidate[] => {
  const term = MEANT.exec(reading.text)?.[1];
  return term === undefined || reading.clause === undefined
    ? []
    : [
        {
          ...answered(reading, finish(`What does ‘${term}’ mean`), 'what mean', 'explanatory', 0.8),
          within: true,
        },
      ];
};
