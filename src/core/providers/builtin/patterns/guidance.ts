import { answered, type Candidate, type Rule } from '../candidate.js';
import { isImperative } from '../language/imperative.js';
import { isPerson, isPlural } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { durationLength, timeLength } from '../language/times.js';
import { finish, phrase, setting } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { determiners, isAdverb, prepositions, wordSet } from '../language/words.js';

/** Verbs of orders with the preposition that belongs to them. */
const bound = wordSet(
  `focus:on look:for start:with start:by begin:with begin:by rely:on stick:to refer:to listen:to work:with
   concentrate:on plan:for prepare:for watch:for aim:for ask:for beware:of agree:on end:with link:to point:to contribute:to`,
);
/** Verbs whose object is told to do something. */
const telling =
  /^(?:encourage|allow|ask|remind|invite|advise|require|help|enable|instruct|teach|persuade|urge|expect|tell|get|permit|train)$/;

/** What an order asks for, to be asked under its heading. */
export const guidance: Rule = (reading): Candidate[] => {
  const { tokens } = reading;
  const [first] = tokens;
  if (!first) return [];
  const avoid = first.low === 'avoid';
  if (!avoid && !isImperative(tokens)) return [];
  const rest = tokens.slice(1, tokens.findLastIndex((token) => !token.mark) + 1);
  const [object, second] = rest;
  if (!object || object.mark) return [];
  const told = words(rest).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 2) return [];
  const ask = (question: string, worth: number): Candidate[] => [
    { ...answered(reading, finish(question), 'what order', 'analytical', worth), within: true },
  ];
  if (telling.test(first.low)) {
    const to = rest.findIndex(
      (token, i) => i > 0 && i < 5 && token.low === 'to' && verbAs(rest[i + 1]?.low ?? '', 'base'),
    );
    const whom = rest.slice(0, to);
    const last = whom.at(-1);
    if (
      to > 0 &&
      last &&
      !prepositions.has(whom[0]?.low ?? '') &&
      isWhole(whom, 4) &&
      (isPerson(last.low) || isPlural(last.low) || last.low === 'people')
    )
      return ask(`What should you ${first.low} ${phrase(whom)} to do`, 0.65);
    return [];
  }
  if (bound.has(`${first.low}:${object.low}`) && second && !second.mark && told >= 2) {
    if (object.low === 'by') return ask(`How should you ${first.low}`, 0.6);
    return ask(`What should you ${first.low} ${object.low}`, 0.65);
  }
  if (first.low === 'keep' && object.low === 'in' && second?.low === 'mind')
    return ask('What should you keep in mind', 0.55);
  if (first.low === 'make' && object.low === 'sure' && told >= 3)
    return ask('What should you make sure of', 0.5);
  const said = firstStretch(rest);
  if (!isWhole(said, 30) || !opensNoun(object)) return [];
  const stranded = strandedAt(first.low, said);
  if (stranded > 0) {
    const asked = said.slice(0, stranded + 1);
    const target = said.slice(stranded + 1);
    const whom = isPerson(headOf(target)?.head.low ?? '');
    return [
      {
        ...answered(
          reading,
          finish(`${whom ? 'Who' : 'What'} should you ${first.low} ${phrase(asked)}`),
          'what order to',
          'analytical',
          0.6,
        ),
        ...(words(asked).filter((token) => !isFunctionWord(token.low)).length < 2 ? { within: true } : {}),
      },
    ];
  }
  return [];
};

/** Verbs that bring one thing to another "with" it. */
const JOINING =
  /^(?:link|replace|combine|compare|share|connect|integrate|associate|pair|sync|synchronize|align|mix|merge|register|file|coordinate|discuss|agree)$/;

/** The preposition of "clear feedback on the attempts that remain", so that its noun can be asked for; or -1. */
function strandedAt(verb: string, said: readonly Token[]): number {
  const at = said.findIndex((token, i) => i > 0 && prepositions.has(token.low));
  const preposition = said[at]?.low ?? '';
  if (preposition === 'with' && !JOINING.test(verb)) return -1;
  const after = said.slice(at + 1);
  const told = words(after).filter((token) => !isFunctionWord(token.low)).length;
  return at > 0 &&
    at <= 6 &&
    /^(?:on|with|to|from|about)$/.test(preposition) &&
    told >= 2 &&
    !verbAs(after[0]?.low ?? '', 'base', 'gerund') &&
    !said.slice(0, at).some((token) => token.mark || token.low === 'and' || token.low === 'or') &&
    !after.some((token) => prepositions.has(token.low) && token.low !== 'of') &&
    durationLength(after, 0) === 0 &&
    timeLength(after, 0) === 0
    ? at
    : -1;
}

/** Begins a noun phrase: what follows the verb is its object. */
const opensNoun = (token: Token): boolean =>
  determiners.has(token.low) ||
  (!isFunctionWord(token.low) && !isAdverb(token.low) && !prepositions.has(token.low));

/** "For larger expenses, you will need approval": what you need, get, can use. */
export const needs: Rule = (reading): Candidate[] => {
  const { clause } = reading;
  if (!clause || clause.negated || clause.copula || clause.passive) return [];
  if (clause.subject.length !== 1 || clause.subject[0]?.low !== 'you') return [];
  if (!/^(?:need|receive|get|pay|earn|lose|require|find|see|use|provide|submit|keep)$/.test(clause.base))
    return [];
  const [object] = clause.rest;
  if (!object || object.mark || !opensNoun(object) || object.low === 'to') return [];
  const where = setting(clause);
  if (where === undefined) return [];
  const told = words(clause.rest).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 2) return [];
  const bare = where.length < 3;
  if (bare && !/^(?:need|receive|pay|earn|lose|get)$/.test(clause.base)) return [];
  const verb = clause.auxiliary
    ? `What ${clause.auxiliary.low} you ${clause.base}`
    : `What ${clause.tense === 'past' ? 'did' : 'do'} you ${clause.base}`;
  if (clause.auxiliary && !/^(?:will|must|should|can|may)$/.test(clause.auxiliary.low)) return [];
  return [
    {
      ...answered(reading, finish(`${verb} ${phrase(where)}`), 'what need', 'factual', 0.6),
      ...(bare ? { within: true } : {}),
    },
  ];
};

/** "We recommend using a minifier": what is recommended. */
export const recommendations: Rule = (reading): Candidate[] => {
  const { clause } = reading;
  if (!clause || clause.negated || clause.passive) return [];
  const where = setting(clause);
  if (
    where === undefined ||
    clause.subject.length !== 1 ||
    clause.subject[0]?.low !== 'we' ||
    clause.auxiliary
  )
    return [];
  if (!/^(?:recommend|suggest|advise)$/.test(clause.base)) return [];
  const told = words(clause.rest).filter((token) => !isFunctionWord(token.low)).length;
  const participle = clause.base === 'advise' ? 'advised' : `${clause.base}ed`;
  const at = clause.rest.findIndex((token) => token.low === 'to' || token.low === 'for');
  const purpose = at > 1 ? clause.rest.slice(at) : [];
  const goal =
    isWhole(purpose, 12) && words(purpose).length >= 4 && verbAs(purpose[1]?.low ?? '', 'base')
      ? purpose
      : [];
  // "What is suggested?": about what
  if (told < 3 || (goal.length === 0 && where.length < 3)) return [];
  return [
    {
      ...answered(
        reading,
        finish(`What is ${participle} ${phrase(goal)} ${phrase(where)}`),
        'what recommended',
        'factual',
        0.65,
      ),
    },
  ];
};
