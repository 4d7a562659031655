import { answered, type Candidate, type Rule } from '../candidate.js';
import type { Clause } from '../language/clause.js';
import { bodies, isPerson } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { finish, invert, phrase, setting, subjectText } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { isNamed } from './complements.js';

/** What is done to somebody. */
const GIVEN =
  /^(?:report|send|submit|hand|address|refer|direct|forward|return|sell|award|give|grant|lend|pay|present|deliver|offer|release|disclose|pass|transfer|lease|let|donate|bequeath|escalate|e-mail|email|post)$/;

/** Verbs that give somebody a sum. */
const PAYING = /^(?:pay|give|grant|lend|award|offer|owe|charge|cost|fine|save|earn|leave|refund)$/;

/** "A breach must be reported to the officer": to whom; "the council pays the operator £5": how much. */
export const recipients: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || clause.copula || !isNamed(clause.subject)) return [];
  const where = setting(clause) ?? (isAside(clause) ? [] : undefined);
  if (where === undefined) return [];
  const { rest } = clause;
  if (clause.passive && GIVEN.test(clause.base)) {
    const to = rest.findIndex((token) => token.low === 'to');
    const before = rest.slice(0, to);
    const whom = to < 0 ? [] : firstStretch(rest.slice(to + 1));
    if (to < 0 || to > 3 || !isWhole(before, 3) || !isSomebody(whom)) return [];
    const asked = invert('To whom', clause, [...before, ...where], casing);
    return [answered(reading, asked, 'to whom', 'factual', 0.8)];
  }
  if (clause.passive || !PAYING.test(clause.base)) return [];
  const sum = rest.findIndex(({ text }) => /^[$£€]\d/.test(text));
  if (sum < 2 || sum > 10) return [];
  const from = /^(?:up|about|around|over|under|roughly|nearly|almost)$/.test(rest[sum - 1]?.low ?? '')
    ? sum - 1
    : rest[sum - 1]?.low === 'to' && rest[sum - 2]?.low === 'up'
      ? sum - 2
      : sum;
  // "the operator, Carrick Marine,"
  const payee = rest.slice(0, from).filter((token, i, all) => !(i === all.length - 1 && token.mark));
  const [first] = payee;
  if (
    !first ||
    first.mark ||
    !(first.capital || /^(?:the|an?|its|each|every|any|all|\p{L}+s)$/u.test(first.low)) ||
    payee.some((token) =>
      /^(?:of|for|in|on|with|at|and|that|who|which|if|sum|supplement|fee|charge|price|total)$/.test(
        token.low,
      ),
    ) ||
    payee.filter((token) => token.text === ',').length > 1
  )
    return [];
  const after = firstStretch(rest.slice(sum + 1)).filter(
    (token) => !/^(?:million|billion|thousand)$/.test(token.low),
  );
  if (!isWhole(after, 8)) return [];
  const group = clause.auxiliary
    ? `${clause.auxiliary.low} ${subjectText(clause, casing)} ${clause.group.map((token) => token.text).join(' ')}`
    : `${clause.tense === 'past' ? 'did' : clause.plural ? 'do' : 'does'} ${subjectText(clause, casing)} ${clause.base}`;
  const name =
    payee.filter((token) => token.text !== ',').length === payee.length ? phrase(payee) : named(payee);
  return [
    answered(reading, finish(`How much ${group} ${name} ${phrase(after)}`), 'how much to', 'factual', 0.85),
  ];
};

/** "The operator, Carrick Marine," with both of its commas. */
const named = (payee: readonly Token[]): string => `${phrase(payee)},`;

/** "Under the agreement, which was reached ...,": the question can do without it. */
const isAside = ({ front }: Clause): boolean =>
  /^(?:under|in)$/.test(front[0]?.low ?? '') &&
  front.some((token, i) => token.text === ',' && front[i + 1]?.low === 'which');

/** A person, a body or an office known by its letters. */
function isSomebody(whom: readonly Token[]): boolean {
  const head = headOf(whom)?.head;
  const told = words(whom).filter((token) => !isFunctionWord(token.low)).length;
  return (
    head !== undefined &&
    told >= 1 &&
    (isPerson(head.low) || bodies.has(head.low) || /^\p{Lu}{2,5}$/u.test(head.text))
  );
}
