import { answered, type Candidate, type Rule } from '../candidate.js';
import { headOf, isWhole } from '../language/phrases.js';
import type { Clause } from '../language/clause.js';
import { isGivenName, isPerson, isPlural, timeUnits } from '../language/nouns.js';
import { activeVerb, finish, phrase, setting, subjectText } from '../language/question.js';
import { allNames, isNumber, isPlainNoun, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { vagueHeads, wordSet } from '../language/words.js';

const madeBy = wordSet(
  'write direct compose paint found invent produce design create build discover develop edit publish score direct sing perform illustrate introduce propose lead command',
);

/** Who did it, or which of its kind: the agent of a passive is asked for. */
export const agents: Rule = (reading) => {
  const { clause } = reading;
  if (!clause || clause.negated || /^(?:most|many|some|several)$/.test(clause.subject[0]?.low ?? ''))
    return [];
  return byAgent(reading, clause);
};

function byAgent(reading: Parameters<Rule>[0], clause: Clause): Candidate[] {
  const verb = activeVerb(clause);
  const by = clause.rest.findIndex((token) => token.low === 'by');
  if (!verb || by < 0 || by > 8 || MEASURED.test(clause.base)) return [];
  const before = clause.rest.slice(0, by);
  const agent = agentAfter(clause.rest, by + 1);
  if (
    !isWhole(before, 8) ||
    /^(?:and|or)$/.test(before[0]?.low ?? '') ||
    agent.length === 0 ||
    // "after a course held every week by Denise": the agent is the participle's
    before.some(({ low }) => verbAs(low, 'participle', 'past-or-participle') !== undefined) ||
    verbAs(agent[0]?.low ?? '', 'gerund')
  )
    return [];
  const head = headOf(agent);
  if (!head) return [];
  if (timeUnits.has(head.head.low)) return [];
  // "informed by the Secretary of the admission": of what is half of it
  if (
    /^(?:inform|notify|advise|tell|warn|remind|ask|require)$/.test(clause.base) &&
    (agent.some((token) => token.low === 'of') || clause.rest[by + 1 + agent.length] !== undefined)
  )
    return [];
  // "In new kitchens, the pipe is closed by a membrane"
  const where = setting(clause);
  if (where === undefined) return [];
  const subject = subjectText(clause, reading.casing);
  const object = `${verb} ${subject} ${phrase(before)} ${phrase(where)}`;
  const person =
    isPerson(head.head.low) ||
    agent.some((token) => token.capital && isGivenName(token.low)) ||
    (head.head.capital && agent.some((token) => isPerson(token.low))) ||
    // "by the Caterer": a party to a contract
    (agent[0]?.low === 'the' && agent.length === 2 && /^\p{Lu}\p{Ll}+(?:er|or|ee)$/u.test(head.head.text)) ||
    (allNames(agent) && words(agent).length >= 2 && madeBy.has(clause.base)) ||
    (isNamedBody(agent) && RUN.test(clause.base));
  if (person) return [answered(reading, finish(`Who ${object}`), 'who by', 'factual', 0.9)];
  if (
    head.index > 0 &&
    !head.head.capital &&
    !vagueHeads.has(head.head.low) &&
    !/^(?:collection|community|host|array|range|number|set|variety|group|series|combination|mix|majority|minority|handful|couple|pair|list)$/.test(
      head.head.low,
    ) &&
    !agent.some((token, i) => token.low === 'and' || (i < head.index && isNumber(token.low))) &&
    isPlainNoun(head.head) &&
    words(agent).length >= 3 &&
    /^(?:the|a|an)$/.test(agent[0]?.low ?? '')
  ) {
    const plural = isPlural(head.head.low);
    if (plural && clause.auxiliary && /^(?:is|are)$/.test(clause.auxiliary.low)) return [];
    const agreeing = plural ? object.replace(/^has /, 'have ') : object;
    return [answered(reading, finish(`Which ${head.head.text} ${agreeing}`), 'which by', 'factual', 0.75)];
  }
  return [];
}

/** Acts of which "by the date" says how, and not who. */
export const MEASURED =
  /^(?:sort|group|order|rank|arrange|divide|multiply|increase|reduce|rise|fall|grow|filter|index|calculate|measure|name|identify|classify|organi[sz]e|extend|raise|lower|cut|shorten|lengthen|exceed|postpone|delay|delimit|separate|replace|accompany|follow|precede)$/;

/** "The World Health Organization", "NASA’s Space Flight Center": a body by its name. */
const isNamedBody = (agent: readonly Token[]): boolean => {
  const named = words(agent).filter((token) => !/^(?:the|of|and|for)$/.test(token.low));
  return named.length > 0 && named.every((token) => token.capital && !/\d/.test(token.text));
};

/** What bodies do. */
const RUN =
  /^(?:operate|run|own|manage|fund|organi[sz]e|publish|found|build|lead|host|sponsor|make|develop|produce|maintain|approve|adopt|issue|announce|sign|establish|create|control|acquire|buy|sell|defeat|award|appoint|elect|propose|introduce|ratify|pass|finance|administer|govern|release|launch|rule|conquer|capture|settle|invade|regulate|oversee|supervise|commission|manufacture|supply|provide|perform|record|film|stage|sing|play|premiere|write|design|restore|donate|give|fine|sue|criticize|criticise|praise|honour|honor)$/;

function agentAfter(rest: readonly Token[], from: number): Token[] {
  const agent: Token[] = [];
  for (let i = from; i < rest.length; i++) {
    const token = rest[i] as Token;
    if (token.mark) break;
    if (
      i > from &&
      /^(?:in|on|at|to|for|from|and|as|who|which|that|with|when|if|before|after|during|via|using|because|so|under)$/.test(
        token.low,
      )
    )
      break;
    agent.push(token);
  }
  return agent;
}
