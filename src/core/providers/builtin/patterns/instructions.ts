import { answered, type Candidate, type Rule } from '../candidate.js';
import { adjunctsOf, firstStretch, headOf, isWhole, purposeAt } from '../language/adjuncts.js';
import { parseCore } from '../language/clause.js';
import { durationLength } from '../language/times.js';
import { finish, invert, phrase } from '../language/question.js';
import { textOf, words, type Token } from '../language/tokens.js';
import { isNounish, verbAs } from '../language/verbs.js';
import {
  determiners,
  finiteAuxiliaries,
  isAdverb,
  personalPronouns,
  prepositions,
} from '../language/words.js';

/** Is this "Open the lid": a base verb with what follows one, and no subject? */
export function isImperative(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  const second = tokens[1];
  if (!first || !second || first.mark) return false;
  if (!verbAs(first.low, 'base') || first.low === 'found') return false;
  const object =
    determiners.has(second.low) ||
    (prepositions.has(second.low) && second.low !== 'of') ||
    personalPronouns.has(second.low) ||
    /^(?:that|all|sure|how|whether|up|out)$/.test(second.low);
  if (
    object &&
    (!isNounish(first.low) || /^(?:the|a|an|your|any|all|each|every|our|their)$/.test(second.low))
  )
    return true;
  return !isNounish(first.low) && !second.mark && parseCore(tokens) === undefined;
}

/** After "If ..., " a bare base verb is an order, though it may also be a noun: "raise issues early". */
const followsCondition = (main: readonly Token[]): boolean => {
  const [first, second, third] = main;
  if (!first || !second || first.capital) return false;
  if (isAdverb(first.low) && !verbAs(first.low, 'base'))
    return third !== undefined && followsCondition(main.slice(1));
  return (
    verbAs(first.low, 'base') !== undefined &&
    !verbAs(first.low, 'past', 'past-or-participle') &&
    !second.mark &&
    !finiteAuxiliaries.has(second.low) &&
    !/^(?:or|and)$/.test(second.low) &&
    !main.slice(0, 14).some((token, i) => /^(?:or|and)$/.test(token.low) && main[i - 1]?.text === ',')
  );
};

/** "Do X when Y", "use X to do Y", "to do Y, do X", "if X, do Y". */
export const instructions: Rule = (reading) => [...orders(reading), ...fronted(reading), ...ability(reading)];

function orders(reading: Parameters<Rule>[0]): Candidate[] {
  const { tokens } = reading;
  const first = (tokens[0] as Token).low;
  const dont = /^(?:don't|never|avoid)$/.test(first) ? 1 : first === 'do' && tokens[1]?.low === 'not' ? 2 : 0;
  if (dont > 0) return prohibited(reading, dont);
  if (!isImperative(tokens)) return [];
  const made: Candidate[] = [];
  const end = tokens.findLastIndex((token) => !token.mark) + 1;
  const rest = tokens.slice(1, end);
  const verb = (tokens[0] as Token).low;
  if (
    /^(?:let|see|note|remember|imagine|consider|think|read|thank|welcome|be|say|suppose|assume)$/.test(verb)
  )
    return [];
  for (const adjunct of adjunctsOf(
    rest,
    /^(?:put|place|store|save|post|upload|paste|enter|record|document|file|submit|publish|report|keep|add|write|find|list|mount|install|hang)$/.test(
      verb,
    )
      ? 'any'
      : false,
  )) {
    const before = rest.slice(0, adjunct.at);
    while (before.length > 0 && (before.at(-1) as Token).mark) before.pop();
    if (words(before).length < 1 || !isWhole(before, 12)) continue;
    const act = `${verb} ${phrase(before)}`;
    if (rest[adjunct.at]?.low === 'while') continue;
    if (adjunct.kind === 'when' || adjunct.kind === 'if')
      made.push(answered(reading, finish(`When should you ${act}`), 'when should you', 'inferential', 0.85));
    if (adjunct.kind === 'where')
      made.push(answered(reading, finish(`Where should you ${act}`), 'where should you', 'factual', 0.8));
    if (adjunct.kind === 'why')
      made.push(answered(reading, finish(`Why should you ${act}`), 'why should you', 'explanatory', 0.95));
    if (adjunct.kind === 'how')
      made.push(answered(reading, finish(`How should you ${act}`), 'how should you', 'explanatory', 0.9));
    if (adjunct.kind === 'how often')
      made.push(answered(reading, finish(`How often should you ${act}`), 'how often you', 'factual', 0.9));
    if (adjunct.kind === 'how long')
      made.push(answered(reading, finish(`For how long should you ${act}`), 'how long you', 'factual', 0.85));
  }
  const reach = /^(?:reach|speak|talk|write|turn|go)$/.test(verb)
    ? rest.findIndex((token, i) => token.low === 'to' && i < 2)
    : /^(?:contact|ask|email|call|consult|notify|tell)$/.test(verb)
      ? -1
      : -2;
  if (reach > -2 && (reach >= 0 || /^(?:contact|ask|email|call|consult|notify|tell)$/.test(verb))) {
    const after = rest.slice(reach + 1);
    const about = after.findIndex(
      (token, i) => i > 0 && /^(?:with|for|about|if|when|before|regarding)$/.test(token.low),
    );
    const matter = firstStretch(about > 0 ? after.slice(about + 1) : []);
    const person = headOf(after)?.head;
    if (
      about > 0 &&
      about <= 9 &&
      person &&
      isWhole(matter, 12) &&
      words(matter).length >= 1 &&
      !after[0]?.mark &&
      !/^(?:us|me|them|him|her|you|it|yourself)$/.test(after[0]?.low ?? '') &&
      !/\.\w|\//.test(after[0]?.text ?? '')
    )
      made.push(
        answered(
          reading,
          finish(
            `Who should you ${verb} ${phrase(rest.slice(0, reach + 1))} ${(after[about] as Token).low} ${phrase(matter)}`,
          ),
          'who contact',
          'factual',
          0.85,
        ),
      );
  }
  if (/^(?:use|choose|select|prefer|provide|include|add|create|set|apply)$/.test(verb)) {
    const at = rest.findIndex((token, i) => i > 0 && token.low === 'for');
    const use = firstStretch(rest.slice(at + 1));
    if (
      at > 1 &&
      isWhole(use, 8) &&
      isWhole(rest.slice(0, at), 12) &&
      words(use).length >= 1 &&
      !use[0]?.mark &&
      !verbAs(use[0]?.low ?? '', 'gerund') &&
      !/^(?:example|instance|this|that|these|it|you|each|now|more|further|details|information|all|any)$/.test(
        use[0]?.low ?? '',
      ) &&
      durationLength(use, 0) === 0
    )
      made.push(
        answered(
          reading,
          finish(`What should you ${verb} for ${phrase(use)}`),
          'what should you',
          'factual',
          0.6,
        ),
      );
  }
  const goal = purposeAt(verb, rest);
  if (goal > 0 && isWhole(rest.slice(0, goal), 10) && words(rest.slice(goal)).length >= 3)
    made.push(
      answered(
        reading,
        finish(`Why should you ${verb} ${phrase(rest.slice(0, goal))}`),
        'why should you',
        'explanatory',
        0.8,
      ),
    );
  if (/^(?:use|run|press|click|select|choose|call|contact|open|ask|email|visit|tap)$/.test(verb)) {
    const to = rest.findIndex(
      (token, i) => i > 0 && token.low === 'to' && verbAs(rest[i + 1]?.low ?? '', 'base') !== undefined,
    );
    const purpose = to > 0 ? firstStretch(rest.slice(to + 1)) : [];
    const object = rest.slice(0, to < 0 ? 0 : to);
    const at = headOf(object);
    if (
      to > 0 &&
      isWhole(purpose, 14) &&
      words(purpose).length >= 3 &&
      words(object).length >= 1 &&
      isWhole(object, 10)
    ) {
      const person = /^(?:contact|ask|email|call)$/.test(verb);
      if (person)
        made.push(
          answered(
            reading,
            finish(`Who should you ${verb} to ${phrase(purpose)}`),
            'who contact',
            'factual',
            0.85,
          ),
        );
      else if (
        at &&
        at.index >= 2 &&
        /^(?:the|a|an)$/.test(object[0]?.low ?? '') &&
        /^(?:command|button|option|menu|tool|key|form|setting|tab|flag|field|template|script|method|function|page|link|checklist|label|parameter)$/.test(
          at.head.low,
        )
      )
        made.push(
          answered(
            reading,
            finish(`Which ${at.head.low} should you ${verb} to ${phrase(purpose)}`),
            'which use',
            'factual',
            0.9,
          ),
        );
      else
        made.push(
          answered(reading, finish(`How do you ${phrase(purpose)}`), 'how do you', 'explanatory', 0.75),
        );
    }
  }
  return made;
}

/** "Do not block the exit": whether one should. */
function prohibited(reading: Parameters<Rule>[0], from: number): Candidate[] {
  const rest = reading.tokens.slice(from, reading.tokens.findLastIndex((token) => !token.mark) + 1);
  const [verb, ...more] = rest;
  const gerund = verb && reading.tokens[0]?.low === 'avoid' ? verbAs(verb.low, 'gerund') : undefined;
  const base = gerund?.base ?? (verb && verbAs(verb.low, 'base') ? verb.low : undefined);
  if (
    base === undefined ||
    /^(?:be|forget|worry|hesitate|let|get|want|need|know|care|think|expect|feel|have|panic|miss|hesitate)$/.test(
      base,
    )
  )
    return [];
  const made: Candidate[] = [];
  const because = adjunctsOf(more, false).find((adjunct) => adjunct.kind === 'why');
  const before = because ? more.slice(0, because.at) : firstStretch(more);
  if (!isWhole(before, 14) || words(before).length < 2) return [];
  if (because)
    made.push(
      answered(
        reading,
        finish(`Why should you not ${base} ${phrase(before)}`),
        'why not',
        'explanatory',
        0.9,
      ),
    );
  made.push(answered(reading, finish(`Should you ${base} ${phrase(before)}`), 'should', 'analytical', 0.5));
  return made;
}

/** A fronted purpose or condition before an order or a clause. */
function fronted(reading: Parameters<Rule>[0]): Candidate[] {
  const { tokens, clause, casing } = reading;
  const first = tokens[0];
  if (!first || !/^(?:to|if|when|before|after|once|unless|in|whenever)$/.test(first.low)) return [];
  const comma = frontEnd(tokens);
  if (comma < 2) return [];
  const front = tokens.slice(0, comma);
  const main = tokens.slice(tokens[comma + 1]?.low === 'then' ? comma + 2 : comma + 1);
  const order =
    followsCondition(main) ||
    isImperative(main) ||
    (isAdverb(main[0]?.low ?? '') && isImperative(main.slice(1))) ||
    main[0]?.low === 'please';
  const made: Candidate[] = [];
  const purpose =
    first.low === 'to'
      ? front.slice(1)
      : first.low === 'in' && front[1]?.low === 'order' && front[2]?.low === 'to'
        ? front.slice(3)
        : undefined;
  if (purpose) {
    if (!verbAs(purpose[0]?.low ?? '', 'base') || words(purpose).length < 2 || !isWhole(purpose, 14))
      return [];
    const you = main[0]?.low === 'you';
    if (order || you)
      made.push(
        answered(reading, finish(`How do you ${phrase(purpose)}`), 'how do you', 'explanatory', 0.95),
      );
    else if (main[0]?.low === 'we') return [];
    else if (clause && clause.front.length > 0 && !clause.negated) {
      const rest = isWhole(clause.rest, 12) ? clause.rest : firstStretch(clause.rest);
      if (isWhole(rest, 12) && !/^(?:have|need)$/.test(clause.base))
        made.push(answered(reading, invert('Why', clause, rest, casing), 'why to', 'explanatory', 0.75));
    }
    return made;
  }
  if (first.low === 'in' || words(front).length < 4 || !isWhole(front.slice(1), 16)) return [];
  if (first.low === 'unless' || (/^(?:if|when|whenever|once)$/.test(first.low) && !parseCore(front.slice(1))))
    return [];
  const condition = textOf(front).replace(/^\S+\s/, '');
  if (order) {
    const polite = main[0]?.low === 'please' || isAdverb(main[0]?.low ?? '') ? main.slice(1) : main;
    if (/^(?:do|be|see|note|let|remember)$/.test(polite[0]?.low ?? '')) {
      if (first.low === 'if')
        made.push(
          answered(reading, finish(`What should you do if ${condition}`), 'what do if', 'inferential', 0.8),
        );
      return made;
    }
    const act = firstStretch(polite.slice(1, polite.findLastIndex((token) => !token.mark) + 1));
    if (isWhole(act, 12) && words(act).length >= 2)
      made.push(
        answered(
          reading,
          finish(`When should you ${(polite[0] as Token).low} ${phrase(act)}`),
          'when should you',
          'inferential',
          0.8,
        ),
      );
    made.push(
      answered(
        reading,
        finish(`What should you do ${first.low} ${condition}`),
        `what do ${first.low}`,
        'inferential',
        0.85,
      ),
    );
    return made;
  }
  if (!clause || clause.front.length === 0 || !/^(?:if|when|whenever|once|after)$/.test(first.low))
    return made;
  const you = clause.subject.length === 1 && clause.subject[0]?.low === 'you';
  const we = clause.subject.length === 1 && /^(?:we|i)$/.test(clause.subject[0]?.low ?? '');
  if (you && clause.auxiliary && /^(?:should|must)$/.test(clause.auxiliary.low) && !clause.negated)
    made.push(
      answered(
        reading,
        finish(`What ${clause.auxiliary.low} you do ${first.low} ${condition}`),
        `what do ${first.low}`,
        'inferential',
        0.85,
      ),
    );
  else if (!you && !we && !clause.copula)
    made.push(
      answered(
        reading,
        finish(`What happens ${first.low === 'once' ? 'once' : first.low} ${condition}`),
        'what happens',
        'inferential',
        0.8,
      ),
    );
  if (first.low === 'if' && !clause.negated && !we) {
    const rest = isWhole(clause.rest, 12) ? clause.rest : firstStretch(clause.rest);
    if (isWhole(rest, 12) && words(rest).length >= 2 && (clause.auxiliary || !clause.copula))
      made.push(answered(reading, invert('When', clause, rest, casing), 'when if', 'inferential', 0.7));
  }
  return made;
}

function frontEnd(tokens: readonly Token[]): number {
  let depth = 0;
  for (let i = 1; i < Math.min(tokens.length, 30); i++) {
    const token = tokens[i] as Token;
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth !== 0 || token.text !== ',') continue;
    const main = tokens.slice(i + 1);
    if (
      followsCondition(main) ||
      isImperative(main) ||
      main[0]?.low === 'please' ||
      (isAdverb(main[0]?.low ?? '') && isImperative(main.slice(1))) ||
      parseCore(main)
    )
      return i;
  }
  return -1;
}

/** "You can reset it by ...", "You must apply before ...": what "you" do, by way of the circumstances rule; here the means. */
function ability(reading: Parameters<Rule>[0]): Candidate[] {
  const { clause } = reading;
  if (!clause || clause.negated || clause.front.length > 0 || clause.passive) return [];
  const you = clause.subject.length === 1 && clause.subject[0]?.low === 'you';
  if (!you || !/^(?:can|may|should)$/.test(clause.auxiliary?.low ?? '') || clause.base !== 'use') return [];
  const to = clause.rest.findIndex(
    (token, i) => token.low === 'to' && verbAs(clause.rest[i + 1]?.low ?? '', 'base') !== undefined,
  );
  if (to < 1) return [];
  const purpose = firstStretch(clause.rest.slice(to + 1));
  if (!isWhole(purpose, 14) || words(purpose).length < 3) return [];
  return [answered(reading, finish(`How can you ${phrase(purpose)}`), 'how can you', 'explanatory', 0.85)];
}
