import { answered, type Candidate, type Rule } from '../candidate.js';
import { MEASURED } from './agents.js';
import { isPerson, isPlural } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { activeVerb, askWhat, finish, phrase, setting, subjectText } from '../language/question.js';
import { allNames, isFunctionWord, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { personalPronouns, vagueHeads } from '../language/words.js';

const UNTOLD =
  /^(?:many|most|some|several|all|each|every|any|few|no|both|other|another|this|that|these|those|there|here|nothing|everything|something|anything|what|whatever|one|such|people|your|its|their|his|her)$/;
const IDLE =
  /^(?:be|have|include|contain|become|seem|appear|mean|remain|need|want|like|know|think|feel|say|come|go|get|take|look|tend|start|begin|continue|happen|occur|exist|work|live|stand|consist|depend|vary|differ|follow|agree|believe|write|tell|hope|try|lay|lie|do|make)$/;

/** "A fire destroyed the mill in 1840": what did it. */
export const causes: Rule = (reading): Candidate[] => {
  const { clause } = reading;
  if (!clause || clause.negated || clause.copula || reading.spoken) return [];
  const subject = words(clause.subject);
  const head = headOf(clause.subject)?.head;
  const [first] = subject;
  if (!first || !head || UNTOLD.test(first.low) || personalPronouns.has(first.low)) return [];
  if (isPerson(head.low) || (subject.length === 1 && vagueHeads.has(head.low)) || allNames(clause.subject))
    return [];
  if (clause.subject.some((token) => token.low === 'who')) return [];
  if (!clause.passive && (!identifies(subject) || isPlural(head.low) || head.capital)) return [];
  if (clause.passive) return byWhat(reading);
  const where = setting(clause);
  if (where === undefined || IDLE.test(clause.base)) return [];
  const said = firstStretch(clause.rest);
  const object = said[0];
  if (!object || object.mark || !isWhole(said, 16)) return [];
  // "more than someone who is not paid": what narrows the last noun would be lost
  if (/^(?:who|whom|whose|that|where|which)$/.test(clause.rest[said.length]?.low ?? '')) return [];
  const told = words(said).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 2 || words(said).some((token) => /^(?:its|their|his|her|it|them|and)$/.test(token.low)))
    return [];
  return [
    {
      ...answered(reading, askWhat(clause, [...said, ...where]), 'what does it', 'analytical', 0.55),
      ...(told < 3 && !said.some((token) => token.capital) ? { within: true } : {}),
    },
  ];
};

/** "A train", "the counter": one of many, or one that only the text knows; "a solar panel" says which kind. */
const identifies = (subject: readonly Token[]): boolean =>
  !/^(?:the|an?|your|our)$/.test(subject[0]?.low ?? '') ||
  subject.some((token) => token.capital && token !== subject[0]) ||
  subject.filter((token) => !isFunctionWord(token.low)).length >= 3;

/** What only people and their bodies do. */
const SOMEBODY =
  /^(?:pay|sign|approve|check|inspect|hire|employ|invite|organi[sz]e|fund|donate|choose|elect|appoint|publish|manage|teach|sell|buy|clean|repair|deliver|review|audit)$/;

/** "X is governed by the Act": what governs X. */
function byWhat(reading: Parameters<Rule>[0]): Candidate[] {
  const { clause, casing } = reading;
  if (!clause || clause.front.length > 0) return [];
  const verb = activeVerb(clause);
  const at = clause.rest.findIndex((token) => token.low === 'by');
  const agent = firstStretch(clause.rest.slice(at + 1));
  if (
    !verb ||
    MEASURED.test(clause.base) ||
    IDLE.test(clause.base) ||
    verb.includes(' ') ||
    at < 0 ||
    at > 6 ||
    agent.length === 0
  )
    return [];
  const [first] = agent;
  const head = headOf(agent)?.head;
  if (!first || !head || isPerson(head.low) || verbAs(first.low, 'gerund') || personalPronouns.has(first.low))
    return [];
  if (
    allNames(agent.slice(0, 2)) ||
    (isPlural(head.low) && !/^(?:a|an|the)$/.test(first.low) && words(agent).length < 2) ||
    /^(?:default|hand|mail|email|post|law|name|number|date|time|\d.*)$/.test(head.low)
  )
    return [];
  const before = clause.rest.slice(0, at);
  if (!isWhole(before, 8) || before.some((token) => verbAs(token.low, 'participle', 'past-or-participle')))
    return [];
  return [
    answered(
      reading,
      finish(
        `${SOMEBODY.test(clause.base) ? 'Who' : 'What'} ${verb} ${subjectText(clause, casing)} ${phrase(before)}`,
      ),
      'what by',
      'factual',
      0.6,
    ),
  ];
}
