import type { Candidate } from './candidate.js';
import { answerFaults } from './answers.js';
import { bareDefinites } from './definites.js';
import { premiseFaults } from './premises.js';
import { replyFaults } from './replies.js';
import { untoldFaults } from './untold.js';
import { PLACED, wordingFaults, type Fault } from './wording.js';
import { isFunctionWord, isNumber, wordsOf, type Token } from './language/tokens.js';
import { firstPerson, thirdPersonPronouns } from './language/words.js';

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Words that point outside the pair. */
const POINTING =
  /\b(?:this|these|those|here|above|below|aforementioned|the (?:former|latter)(?=[?,.]|\s(?:is|are|was|were|has|have)\b)|respectively|following|previously|such|aforesaid|herein|thereof|the same|another|the other|the others|as follows|last (?:week|month|year|meeting)|next (?:week|month|year|meeting)|today|tonight|tomorrow|yesterday|ago|beforehand|afterwards?|thereafter|meanwhile|otherwise|(?:until|since|by) then|there(?=[?,])|(?:from|over|up|down|out|in|to) there|the (?:two|three|four|five)(?=[?,]|\s(?:and|or|is|are|was|were|have|has)\b))\b/i;
/** What is wrong with pairs, in the order of what it costs to find out. */
const faults: Readonly<Record<string, Fault>> = {
  'too long or too short a question': ({ question }, asked) =>
    asked.length > 26 ||
    ((asked.length < 4 || question.length > 200) &&
      (!/^(?:What|Who) (?:is|are|was|were) /.test(question) || asked.length < 3)),
  'marks in the question': ({ question }) =>
    /[:;…{}<>|=\\!]|\(s\)|\bis\/are\b|\.{2,}|https?:|\?\S|\?.*\?|--/.test(
      question.replace(/“[^”:;]*[:;] [^”]*”/g, '“”'),
    ),
  'a blank to fill in': ({ question, answer }) => /_{3,}/.test(question) || /_{3,}/.test(answer),
  'points outside the question': ({ question }) =>
    POINTING.test(question) && !/\bthose (?:who|with)\b/.test(question),
  'says that there is more': ({ question }) =>
    /\bother (?!than\b)|\b(?:further|certain things|however|too\?|either\?)|\b(?:as well|also)\?/i.test(
      question,
    ),
  'does "so"': ({ question, answer }) =>
    /^What (?:can|should|must|may|do|does) /.test(question) && /\bdo so\b/.test(answer),
  'an open bracket or quote': ({ question, answer }) => unbalanced(question) || unbalanced(answer),
  'a pronoun without its noun': ({ question, frame }, asked) =>
    pointsBack(
      frame !== 'why to' && EXPLETIVE.test(question)
        ? asked.filter((token, i) => token.low !== 'it' || i > 2)
        : asked,
    ),
  'holds its answer': ({ question, answer }, asked) =>
    !(
      /^(?:can|may|should|is|are|does|do)$/.test(asked[0]?.low ?? '') &&
      /\b(?:not|no|never|cannot|avoid)\b|n't\b|n’t\b/i.test(answer)
    ) && holdsAnswer(question, answer),
  ...answerFaults,
  ...wordingFaults,
  ...replyFaults,
  ...premiseFaults,
  ...untoldFaults,
};

const inOrder = Object.entries(faults);

/** Whose words they are is told by a title. */
const AUTHOR = / the authors? of “/;

/** What speaks against showing a pair at all: its form, or that it is not understood by itself. */
export function faultOf(candidate: Candidate): string | undefined {
  const length = countWords(candidate.answer);
  if (length < 3 || length > 60) return 'too long or too short an answer';
  if (candidate.own) return candidate.question.length > 220 ? 'too long a question' : undefined;
  // The words of a heading are its own: "How We Use Information"
  const bare =
    candidate.within === true || AUTHOR.test(candidate.question)
      ? { ...candidate, question: candidate.question.replace(/“[^”]*”/g, '“Title”') }
      : candidate;
  const asked = wordsOf(bare.question.replace(PLACED, '?'));
  if (candidate.question.length > 240) return 'too long or too short a question';
  // "How many hearts ..., according to “Three Hearts”?"
  if (candidate.within === true && holdsAnswer(candidate.question, candidate.answer))
    return 'holds its answer';
  return inOrder.find(([, isFault]) => isFault(bare, asked))?.[0];
}

const unbalanced = (text: string): boolean => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    count(/\(/g) !== count(/\)/g) ||
    count(/"/g) % 2 !== 0 ||
    count(/“/g) !== count(/”/g) ||
    count(/\[/g) !== count(/\]/g)
  );
};

/** "Why is it important to": an "it" that stands for nothing. */
const EXPLETIVE =
  /\bis it (?:\w+ )?(?:possible|impossible|necessary|important|essential|useful|helpful|advisable|recommended|required|safe|unsafe|best|better|mandatory|customary|illegal|unlawful|forbidden|crucial|vital|critical|a good idea|good practice) to\b/i;

/** Before a "one" that stands for a noun. */
const ONE_OF =
  /^(?:an?|the|this|that|these|those|new|old|second|third|another|other|big|small|large|larger|smaller|better|good|last|next|first|different|similar|own)$/;

/** A pronoun in the question without a noun of the question before it. */
function pointsBack(asked: readonly Token[]): boolean {
  let nouns = 0;
  let told = false;
  for (let i = 0; i < asked.length; i++) {
    const token = asked[i] as Token;
    if (firstPerson.has(token.low) && !(token.low === 'us' && token.text === 'US')) return true;
    if (/^(?:if|when|whenever|as|after|before|once|while|because|until|since)$/.test(token.low) && nouns > 0)
      told = true;
    // "What should an employee do if they leave?"
    if (told && /^(?:it|he|she|they)$/.test(token.low)) continue;
    // "How much will a new one cost?"
    if (/^ones?$/.test(token.low) && ONE_OF.test(asked[i - 1]?.low ?? '')) return true;
    // "Put one drop of oil"
    const next = asked[i + 1];
    if (token.low === 'one' && next && !isFunctionWord(next.low)) continue;
    if (/^(?:it|he|she|they|him|them|one|ones|it's|its|there's)$/.test(token.low) && token.low !== 'its')
      return true;
    // "Who left his name": the one who is asked for
    if (
      /^(?:his|her|their)$/.test(token.low) &&
      asked[0]?.low === 'who' &&
      !(token.low === 'her' && (asked[i + 1] === undefined || isFunctionWord(asked[i + 1]?.low ?? '')))
    )
      continue;
    if (thirdPersonPronouns.has(token.low) && token.text !== 'IT' && nouns < 1) return true;
    if (/^(?:its|their|his|her)$/.test(token.low) && i < 4) return true;
    if (i > 0 && !isFunctionWord(token.low) && !isNumber(token.low)) nouns++;
  }
  return false;
}

/** The question says all that the answer says. */
function holdsAnswer(question: string, answer: string): boolean {
  const asked = new Set(wordsOf(question).map((token) => token.low.replace(/(?:s|es|ed|ing|d)$/, '')));
  const fresh = wordsOf(answer).filter(
    (token) => !isFunctionWord(token.low) && !asked.has(token.low.replace(/(?:s|es|ed|ing|d)$/, '')),
  );
  return (
    new Set(fresh.map((token) => token.low)).size < 1 ||
    question.toLowerCase().includes(answer.toLowerCase().replace(/\.$/, ''))
  );
}

/** How well a pair stands by itself and how much it tells: to be added to its rule's worth. */
export function quality(candidate: Candidate): number {
  if (candidate.own) return 0.5;
  const { answer } = candidate;
  const question = candidate.question.replace(PLACED, '?');
  const asked = wordsOf(question);
  const told = wordsOf(answer);
  let score = 0;
  const content = asked.filter((token) => !isFunctionWord(token.low)).length;
  const defines = /^(?:what is|who is|what are|what mean|what refer|what stands|what term)$/.test(
    candidate.frame,
  );
  if (defines) score += 0;
  else if (candidate.within) score -= 0.05;
  else if (content < 2) score -= 0.35;
  else if (content < 3) score -= 0.14;
  if (asked.length > 18) score -= 0.15;
  // "When had the mailer been deployed?": before what?
  if (/^(?:\S+ ){1,3}had (?!to\b)/.test(question)) score -= 0.2;
  if (told.length < 6) score -= 0.1;
  if (told.length > 40) score -= 0.2;
  else if (told.length > 30) score -= 0.08;
  if (/\b(?:its|their|his|her)\b/i.test(question)) score -= 0.12;
  if (/\b(?:we|our|us|I|my)\b/.test(answer)) score -= 0.13;
  if (question.includes(' the authors of “')) score -= 0.12;
  if (/https?:|www\.|[_/]{1}\w+[_/]|\(e\.g/.test(question)) score -= 0.1;
  if (/["“”]/.test(question)) score -= 0.08;
  if (asked.some((token) => token.capital && asked.indexOf(token) > 1)) score += 0.08;
  score -= 0.06 * bareDefinites(asked).length;
  return score;
}
