import { answered, type Candidate, type Reading } from '../candidate.js';
import { purposeAt } from '../language/purposes.js';
import { isWhole } from '../language/phrases.js';
import { timeLength } from '../language/times.js';
import type { Clause } from '../language/clause.js';
import { invert } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';

/** "The wall was built to keep the river out": why. */
export function purpose(reading: Reading, clause: Clause): Candidate[] {
  if (
    clause.copula ||
    clause.front.length > 0 ||
    /^(?:can|could|may|might)$/.test(clause.auxiliary?.low ?? '')
  )
    return [];
  if (clause.base === '') return [];
  const at = purposeAt(clause.base, clause.passive ? [clause.verb, ...clause.rest] : clause.rest);
  const to = clause.passive ? at - 1 : at;
  if (at < 0 || words(clause.rest.slice(to)).length < 3) return [];
  const before = clause.rest.slice(0, to);
  if (!isWhole(before, 9) || /^(?:and|or|but)$/.test(before[0]?.low ?? '')) return [];
  return [
    answered(reading, invert('Why', clause, before, reading.casing), 'why purpose', 'explanatory', 0.7),
  ];
}

/** Acts that are done "through" a means; what is bubbled through oil goes a way. */
const DONE =
  /^(?:determine|manage|make|provide|submit|request|arrange|handle|process|track|collect|distribute|fund|achieve|measure|control|configure|enforce|verify|access|deliver|implement|book|order|report|update|obtain|share)$/;

/** Acts of which "in X", "as X", "with X" says how. */
const MANNERED =
  /^(?:express|build|design|test|write|define|deliver|calculate|measure|organi[sz]e|arrange|group|sort|present|handle|treat|label|mark|divide|structure|encode|format|render|determine|classify|describe|spell|pronounce|capitalize|abbreviate|rank|score|evaluate|assess|weigh|split|list|name|number|code|report|display|phrase|apply|distribute|allocate|pay|issue|track)$/;

/** "Teams track bugs using a board": how. */
function byUsing(reading: Reading, clause: Clause): Candidate[] {
  if (clause.copula || clause.front.length > 0) return [];
  const at = clause.rest.findIndex((token) => token.low === 'using');
  if (at < 1 || /^(?:and|or|by|of|for|in|on|,)$/.test(clause.rest[at - 1]?.low ?? '')) return [];
  const before = clause.rest.slice(0, at);
  if (!isWhole(before, 10) || words(before).some((token) => verbAs(token.low, 'gerund'))) return [];
  return [answered(reading, invert('How', clause, before, reading.casing), 'how using', 'explanatory', 0.8)];
}

/** "Results are measured using X", "requests must be submitted in writing": how. */
export function means(reading: Reading, clause: Clause): Candidate[] {
  if (!clause.passive) return byUsing(reading, clause);
  const [first] = clause.rest;
  if (
    MANNERED.test(clause.base) &&
    clause.front.length === 0 &&
    first &&
    /^(?:in|as|with|from|into|on|at|per|according|mobile)$/.test(first.low) &&
    timeLength(clause.rest, 1) === 0 &&
    words(clause.rest).filter((token) => !isFunctionWord(token.low)).length >= 2
  )
    return [answered(reading, invert('How', clause, [], reading.casing), 'how manner', 'explanatory', 0.7)];
  const at = clause.rest.findIndex((token, i) => {
    const next = clause.rest[i + 1]?.low ?? '';
    return (
      /^(?:using|via)$/.test(token.low) ||
      (token.low === 'through' && DONE.test(clause.base)) ||
      (token.low === 'in' && /^(?:writing|person)$/.test(next)) ||
      (token.low === 'on' &&
        clause.rest.slice(i + 2, i + 8).some((each) => each.low === 'basis') &&
        /^an?$/.test(next)) ||
      /^(?:manually|automatically|electronically|online|anonymously)$/.test(token.low)
    );
  });
  if (at < 0 || clause.rest[at - 1]?.low === 'and') return [];
  const before = clause.rest.slice(0, at);
  if (!isWhole(before, 8)) return [];
  const often = clause.rest
    .slice(at, at + 5)
    .some((token) =>
      /^(?:regular|daily|weekly|monthly|yearly|annual|quarterly|ongoing|continuous)$/.test(token.low),
    );
  if (clause.rest[at]?.low === 'on' && often)
    return [
      answered(
        reading,
        invert('How often', clause, before, reading.casing),
        'how often means',
        'factual',
        0.8,
      ),
    ];
  return [answered(reading, invert('How', clause, before, reading.casing), 'how means', 'explanatory', 0.8)];
}
