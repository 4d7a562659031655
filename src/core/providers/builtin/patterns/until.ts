import { answered, type Candidate, type Rule } from '../candidate.js';
import { parseCore } from '../language/clause.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { invert } from '../language/question.js';
import { personalPronouns } from '../language/words.js';

/** "It was not until 1901 that the government acted": when it did. */
export const until: Rule = (reading): Candidate[] => {
  const { tokens, casing } = reading;
  const opening = tokens
    .slice(0, 4)
    .map((token) => token.low)
    .join(' ');
  if (!/^it (?:was|is) (?:not|only) (?:until|in|on|after|when)$/.test(opening)) return [];
  const that = tokens.findIndex((token, i) => i > 4 && i < 24 && token.low === 'that');
  const main = tokens.slice(that + 1, tokens.findLastIndex((token) => !token.mark) + 1);
  const core = that > 0 ? parseCore(main) : undefined;
  if (!core || core.negated || personalPronouns.has(core.subject[0]?.low ?? '')) return [];
  const said = firstStretch(core.rest);
  if (!isWhole(said, 14)) return [];
  const clause = { ...core, front: [] };
  // "would engage": as "did engage"
  const plain =
    core.auxiliary?.low === 'would' && !core.passive && !core.copula
      ? { ...clause, auxiliary: undefined, tense: 'past' as const }
      : clause;
  return [answered(reading, invert('When', plain, said, casing), 'when until', 'factual', 0.85)];
};
