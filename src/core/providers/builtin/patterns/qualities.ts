import { answered, type Candidate, type Rule } from '../candidate.js';
import { finish, subjectText } from '../language/question.js';
import { isFunctionWord, isNumber, words, type Token } from '../language/tokens.js';
import { looksParticiple, verbAs } from '../language/verbs.js';
import { isAdverb, personalPronouns } from '../language/words.js';

/** "How is the error handling described?": for what something is like. */
export const qualities: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (
    reading.spoken ||
    !clause?.copula ||
    clause.negated ||
    clause.group.some((token) => !isAdverb(token.low))
  )
    return [];
  const subject = words(clause.subject);
  const first = subject[0];
  const said = clause.rest[0];
  if (
    !first ||
    !said ||
    clause.front.length > 0 ||
    personalPronouns.has(first.low) ||
    subject.length > 9 ||
    !specific(subject)
  )
    return [];
  if (
    subject.at(-1)?.low === 'there' ||
    /^(?:to|that|how|what|why|when|where|because|the|in|on|at|by|from|up|out|about|for|going|sure|able|due|not|here|there|everywhere|nowhere|back|away|gone|done|over|alone|as|so|responsible|required|unable|likely|unlikely|supposed|willing|ready|free|set|issued|given|available|listed|shown|one|still|now|then|too|very|quite|missing|dead|home|part)$/.test(
      said.low,
    ) ||
    isNumber(said.low) ||
    said.capital
  )
    return [];
  if (words(clause.rest).filter((token) => !isFunctionWord(token.low)).length < 2) return [];
  if (/^(?:how|what|who|where|why|when|whether)$/.test(first.low)) return [];
  if (clause.subject.some((token) => token.text === ',' || /^(?:\w{2,}est|ones?)$/.test(token.low)))
    return [];
  if (verbAs(first.low, 'gerund') || looksParticiple(subject.at(-1)?.low ?? '')) return [];
  const is = clause.auxiliary?.low ?? 'is';
  const noun = /^(?:a|an)$/.test(said.low);
  // What was so on one occasion is no description
  const proper = clause.subject.every((token) => token.capital || isFunctionWord(token.low));
  if (!/^(?:is|are)$/.test(is) && !(noun && proper && /^(?:was|were)$/.test(is))) return [];
  if (looksParticiple(said.low) || (said.low.endsWith('ing') && !noun)) return [];
  return [
    {
      ...answered(
        reading,
        finish(`How ${is} ${subjectText(clause, casing)} described`),
        'how described',
        'analytical',
        0.5,
      ),
      last: true,
    },
  ];
};

/** Says enough by itself of what is meant: a name, or a noun with something before it. */
function specific(subject: readonly Token[]): boolean {
  if (
    /^(?:many|most|some|several|all|each|every|any|few|no|both|other|another|people|things|this|that|these|those|your|our|one)$/.test(
      subject[0]?.low ?? '',
    )
  )
    return false;
  return (
    subject.some((token, i) => token.capital && i > 0) ||
    subject.length >= 3 ||
    (subject.length >= 2 && !/^(?:the|a|an)$/.test(subject[0]?.low ?? '')) ||
    (subject.length === 1 && /[A-Z].*[A-Z0-9]/.test(subject[0]?.text ?? ''))
  );
}
