import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch, headOf, isWhole } from '../language/adjuncts.js';
import type { Clause } from '../language/clause.js';
import { bodies, isPerson, isPlural, timeUnits } from '../language/nouns.js';
import { activeVerb, askSubject, finish, phrase, subjectText } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { demonstratives, isAdverb, vagueHeads, wordSet } from '../language/words.js';
import { isNumber } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';

/** What people do, and other things hardly. */
const human =
  wordSet(`write say tell believe argue marry die bear suggest explain compose sing star propose mention ask think invent paint direct
 describe comment note thank volunteer agree disagree report present summarize raise discover play teach study graduate coach captain portray
 resign retire apologise confirm clarify follow add review lead join`);
const madeBy = wordSet(
  'write direct compose paint found invent produce design create build discover develop edit publish score direct sing perform illustrate introduce propose lead command',
);

/** Who does it, or which of its kind: the subject or the agent of a passive is asked for. */
export const agents: Rule = (reading) => {
  const { clause } = reading;
  if (!clause || clause.negated) return [];
  return [...byAgent(reading, clause), ...subjects(reading, clause)];
};

const allNames = (tokens: readonly Token[]): boolean => {
  const content = words(tokens);
  return (
    content.length > 0 &&
    content.length <= 4 &&
    content.every((token) => token.capital || /^(?:de|van|von|der|la|and)$/.test(token.low)) &&
    content.every((token) => !/\d/.test(token.text))
  );
};

function byAgent(reading: Parameters<Rule>[0], clause: Clause): Candidate[] {
  const verb = activeVerb(clause);
  const by = clause.rest.findIndex((token) => token.low === 'by');
  if (!verb || by < 0 || by > 8) return [];
  const before = clause.rest.slice(0, by);
  const agent = agentAfter(clause.rest, by + 1);
  if (!isWhole(before, 8) || agent.length === 0 || verbAs(agent[0]?.low ?? '', 'gerund')) return [];
  const head = headOf(agent);
  if (!head) return [];
  const subject = subjectText(clause, reading.casing);
  const object = `${verb} ${subject} ${phrase(before)}`;
  const person =
    isPerson(head.head.low) || (allNames(agent) && words(agent).length >= 2 && madeBy.has(clause.base));
  if (person) return [answered(reading, finish(`Who ${object}`), 'who by', 'factual', 0.9)];
  if (
    head.index > 0 &&
    !head.head.capital &&
    !vagueHeads.has(head.head.low) &&
    isNoun(head.head) &&
    words(agent).length >= 3 &&
    /^(?:the|a|an)$/.test(agent[0]?.low ?? '')
  ) {
    const plural = isPlural(head.head.low);
    if (plural && clause.auxiliary && /^(?:is|are)$/.test(clause.auxiliary.low)) return [];
    return [answered(reading, finish(`Which ${head.head.text} ${object}`), 'which by', 'factual', 0.75)];
  }
  return [];
}

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

const isNoun = (token: Token): boolean =>
  !isFunctionWord(token.low) &&
  !isAdverb(token.low) &&
  !isNumber(token.low) &&
  /^[a-z][a-z-]{2,}$/.test(token.low);

function subjects(reading: Parameters<Rule>[0], clause: Clause): Candidate[] {
  const subject = clause.subject;
  const content = words(subject);
  const first = content[0];
  const at = headOf(subject);
  if (!first || !at || clause.front.length > 0) return [];
  const said = firstStretch(clause.rest);
  if (!isWhole(said, 15)) return [];
  const told = words(said).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 2 || (clause.copula && told < 3)) return [];
  if (
    demonstratives.has(first.low) ||
    /^(?:no|all|every|each|any|some|many|most|both|few|several|more|other|another|one|certain|various)$/.test(
      first.low,
    )
  )
    return [];
  const ask = (opener: string, frame: string, worth: number): Candidate[] => [
    answered(reading, askSubject(opener, clause, said), frame, 'factual', worth),
  ];
  const head = at.head;
  const simple = at.index === subject.length - 1;
  if (allNames(subject) && !subject.some((token) => token.low === 'and') && !isPlural(first.low)) {
    const titled =
      /^(?:mr|mrs|ms|dr|sir|lady|president|king|queen|prof|professor|captain|general|lieutenant|lord|father|prince|princess)\.?$/.test(
        first.low,
      );
    if (
      human.has(clause.base) &&
      !clause.passive &&
      !clause.copula &&
      (content.length >= 2 || titled || reading.item)
    )
      return ask('Who', 'who name', 0.8);
    return [];
  }
  if (isPerson(head.low) && simple && !head.capital) {
    if (clause.copula) return [];
    if (/^(?:the|a|an|your|our|their)$/.test(first.low) || isPlural(head.low)) {
      if (clause.plural && clause.auxiliary === undefined && clause.tense === 'present')
        return content.length >= 2 && first.low !== 'your'
          ? ask(`Which ${head.low}`, 'which people', 0.55)
          : [];
      if (clause.plural) return content.length >= 3 ? ask(`Which ${head.low}`, 'which people', 0.6) : [];
      return ask('Who', 'who role', 0.75);
    }
  }
  if (!simple || head.capital || !isNoun(head) || vagueHeads.has(head.low)) return [];
  const modifiers = content
    .slice(0, -1)
    .filter((token) => !/^(?:the|a|an|your|our|their|its|his|her|my)$/.test(token.low));
  if (
    modifiers.length === 0 ||
    modifiers.some((token) => token.low === 'and' || /'s?$/.test(token.low)) ||
    timeUnits.has(head.low)
  )
    return [];
  if (
    modifiers.every((token) =>
      /^(?:new|next|first|last|main|final|same|whole|entire|own|good|other|above|following|current|second|third)$/.test(
        token.low,
      ),
    )
  )
    return [];
  if (clause.copula && !/^(?:responsible|available|required|able|located)$/.test(said[0]?.low ?? ''))
    return [];
  const worth = bodies.has(head.low) ? 0.8 : modifiers.some((token) => token.capital) ? 0.75 : 0.55;
  return ask(`Which ${head.text}`, 'which subject', worth);
}
