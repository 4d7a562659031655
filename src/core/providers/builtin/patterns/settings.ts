import { answered, type Candidate, type Rule } from '../candidate.js';
import { followsCondition, isImperative } from '../language/imperative.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { finish, phrase } from '../language/question.js';
import { capitalize, isFunctionWord, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { isPlural } from '../language/nouns.js';
import { determiners, isAdverb, personalPronouns, prepositions } from '../language/words.js';

const emptySetting =
  /^(?:example|instance|now|more|further|details|information|this|that|these|those|it|addition|general|particular|case|cases|practice|short|summary|order|all|most|many|some|any|both|each|other|such)$/;

/** "With Django Channels, check the origin"; "When using a proxy, set the header": what to do there. */
export const settings: Rule = (reading): Candidate[] => {
  const { tokens } = reading;
  const [first, second] = tokens;
  if (!first || !second || emptySetting.test(second.low)) return [];
  const comma = tokens.findIndex((token) => token.text === ',');
  if (comma < 2 || comma > 14) return [];
  const front = tokens.slice(0, comma);
  const main = tokens.slice(comma + 1);
  if (!isImperative(main) && !followsCondition(main)) return [];
  const verb = main[0] as Token;
  if (/^(?:see|note|let|be|remember|refer|read|consider|do|say|think)$/.test(verb.low)) return [];
  if (front.some((token) => personalPronouns.has(token.low) && token.low !== 'you')) return [];
  if (!isWhole(front.slice(1), 12) || words(front).filter((each) => !isFunctionWord(each.low)).length < 2)
    return [];
  const where = phrase(front).replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
  if (/^(?:when|while|before|after)$/.test(first.low) && verbAs(second.low, 'gerund'))
    return [answered(reading, finish(`What should you do ${where}`), 'what do when', 'inferential', 0.8)];
  const object = main[1];
  if (!/^(?:for|with|in|on|during|under)$/.test(first.low) || !object || object.mark) return [];
  // "use X or Y": the verb takes an object, which is asked for
  if (!determiners.has(object.low) && isFunctionWord(object.low)) return [];
  if (/^(?:make|take|keep|get|go|give|have|turn|put)$/.test(verb.low)) return [];
  return [
    answered(reading, finish(`What should you ${verb.low} ${where}`), 'what should you', 'factual', 0.65),
  ];
};

/** "Publishing the data allows others to test it": which practice does. */
export const practices: Rule = ({ clause, ...reading }): Candidate[] => {
  const whole = { ...reading, clause };
  if (!clause || clause.negated || clause.front.length > 0) return [];
  const subject = words(clause.subject);
  const first = subject[0];
  if (!first || subject.length < 3 || !verbAs(first.low, 'gerund') || isFunctionWord(first.low)) return [];
  if (clause.plural || clause.tense === 'past') return [];
  // "Pricing structure": a kind of structure, and no act
  const second = subject[1];
  if (
    second &&
    !determiners.has(second.low) &&
    !prepositions.has(second.low) &&
    !isAdverb(second.low) &&
    !isPlural(second.low) &&
    !/^(?:to|data|information|water|text|code|email|up|out|food|money|time|more|less)$/.test(second.low) &&
    !/["“]/.test(reading.text)
  )
    return [];
  const said = firstStretch(clause.rest);
  const told = words(said).filter((token) => !isFunctionWord(token.low)).length;
  if (!isWhole(said, 16) || told < 1 || said[0]?.mark) return [];
  const verb = clause.auxiliary
    ? `${clause.auxiliary.low} ${clause.group.map((token) => token.text).join(' ')}`
    : clause.group.map((token) => token.text).join(' ');
  return [
    {
      ...answered(
        whole,
        capitalize(finish(`Which activity ${verb} ${phrase(said)}`)),
        'which activity',
        'analytical',
        0.65,
      ),
      ...(told < 3 ? { within: true } : {}),
    },
  ];
};
