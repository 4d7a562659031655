import { answered, type Candidate, type Rule } from '../candidate.js';
import { isTelling, titlesOf } from '../context.js';
import { isWhole } from '../language/phrases.js';
import { finish, subjectText } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { isNounish, verbAs } from '../language/verbs.js';
import { isAdverb } from '../language/words.js';
import { isNamed } from './complements.js';

const COMMON =
  /^(?:the|a|an|your|our) (?:\p{L}+ )?(?:problem|idea|thing|way|reason|goal|aim|point|answer|question|result|example|case|fact|difference|purpose|rest|following|list|table|figure|section|chapter|author|article|page|document|text|step|option|next|first|second|third|last|user|reader|people|one|time|day|year)s?$/iu;

/** How a named section describes what a sentence of it is about: for chunks of which nothing better can be asked. */
export const mentions: Rule = (reading, page): Candidate[] => {
  const { clause, casing, text } = reading;
  if (!clause || reading.spoken || clause.front.length > 0 || !isNamed(clause.subject)) return [];
  const subject = words(clause.subject);
  const length = text.split(' ').length;
  if (subject.length > 7 || length < 8 || length > 45) return [];
  if (clause.subject.some((token) => token.mark) || !isWhole(clause.subject, 8)) return [];
  const [first] = subject;
  if (
    subject.some(
      (token) =>
        isAdverb(token.low) ||
        /^(?:being|able|better|next|first|last|other|another|only)$/.test(token.low) ||
        (!isNounish(token.low) && verbAs(token.low, 'third', 'base') !== undefined),
    )
  )
    return [];
  if (!first || verbAs(first.low, 'gerund') || /^(?:any|every|each|all|many|most|you)$/.test(first.low))
    return [];
  const told = words(clause.rest).filter((token) => !isFunctionWord(token.low)).length;
  const named = subject.filter((token) => !isFunctionWord(token.low)).length;
  if (told < 4 || (named < 2 && !subject.some((token, i) => i > 0 && token.capital))) return [];
  const name = subjectText(clause, casing);
  if (COMMON.test(name) || /\b(?:it|its|their|this|these|his|her)\b/i.test(name)) return [];
  const title = titlesOf(page.headings(reading.sentence.block)).find(isTelling);
  if (title === undefined) return [];
  const known = new Set(title.toLowerCase().split(/\W+/));
  if (subject.every((token) => isFunctionWord(token.low) || known.has(token.low))) return [];
  const stative = clause.copula || clause.passive || clause.base === 'have';
  return [
    {
      ...answered(
        reading,
        finish(
          stative ? `How does “${title}” describe ${name}` : `Which point does “${title}” make about ${name}`,
        ),
        stative ? 'how mention' : 'which mention',
        'analytical',
        0.7,
      ),
      last: true,
    },
  ];
};
