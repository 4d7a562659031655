import { type Candidate, type Rule, answered } from '../candidate.js';
import { adjunctsOf } from '../language/adjuncts.js';
import { purposeAt } from '../language/purposes.js';
import { isManner } from './circumstances.js';
import { bodies, isPerson } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { durationLength } from '../language/times.js';
import { finish, phrase } from '../language/question.js';
import { isNumber, type Token, words } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { isImperative } from '../language/imperative.js';
import { prepositions } from '../language/words.js';

/** "Do X when Y", "use X to do Y", "do not do X": orders. */
export const instructions: Rule = (reading) => orders(reading);

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
    /^(?:let|see|note|remember|imagine|consider|think|read|thank|welcome|be|say|suppose|assume|become|remain)$/.test(
      verb,
    ) ||
    /^(?:(?:take|have|get) an? (?:\w+ )?(?:look|read|break|sense|feel)|check out)\b/i.test(reading.text)
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
    if (rest[adjunct.at]?.low === 'while' || prepositions.has(before[0]?.low ?? '')) continue;
    if (/^(?:until|till)$/.test(rest[adjunct.at]?.low ?? ''))
      made.push(answered(reading, finish(`For how long should you ${act}`), 'how long you', 'factual', 0.8));
    else if (adjunct.kind === 'when' || (adjunct.kind === 'if' && rest[adjunct.at]?.low !== 'unless'))
      made.push(answered(reading, finish(`When should you ${act}`), 'when should you', 'inferential', 0.85));
    // "Keep 20 centimetres between stove and wall": how many of them is what matters
    if (
      adjunct.kind === 'where' &&
      !isNumber(before[0]?.low ?? '') &&
      !/^(?:one|each)$/.test(rest[adjunct.at + 1]?.low ?? '')
    )
      made.push(answered(reading, finish(`Where should you ${act}`), 'where should you', 'factual', 0.8));
    if (adjunct.kind === 'why' && isManner(verb, rest, adjunct.at))
      made.push(answered(reading, finish(`How should you ${act}`), 'how should you', 'explanatory', 0.9));
    else if (adjunct.kind === 'why')
      made.push(answered(reading, finish(`Why should you ${act}`), 'why should you', 'explanatory', 0.95));
    if (adjunct.kind === 'how')
      made.push(answered(reading, finish(`How should you ${act}`), 'how should you', 'explanatory', 0.9));
    if (adjunct.kind === 'how often')
      made.push(answered(reading, finish(`How often should you ${act}`), 'how often you', 'factual', 0.9));
    if (adjunct.kind === 'how long')
      made.push(answered(reading, finish(`For how long should you ${act}`), 'how long you', 'factual', 0.85));
  }
  const reach = /^(?:reach|speak|talk|write)$/.test(verb)
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
      !after
        .slice(0, about)
        .some((token) => /^(?:what|how|whether|that|where|when|why|who|which|if)$/.test(token.low)) &&
      isWhole(matter, 12) &&
      words(matter).length >= 1 &&
      !after[0]?.mark &&
      !prepositions.has(after[0]?.low ?? '') &&
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
  if (/^(?:use|run|press|click|select|call|contact|open|ask|email|visit|tap)$/.test(verb)) {
    const to = rest.findIndex(
      (token, i) =>
        i > 0 &&
        token.low === 'to' &&
        verbAs(rest[i + 1]?.low ?? '', 'base') !== undefined &&
        // "the page you want to edit"
        !/^(?:want|wish|need|like|have|going|able|plan|intend|try|used|happen)$/.test(rest[i - 1]?.low ?? ''),
    );
    const purpose = to > 0 ? firstStretch(rest.slice(to + 1)) : [];
    const object = rest.slice(0, to < 0 ? 0 : to);
    const at = headOf(object);
    if (
      to > 0 &&
      isWhole(purpose, 14) &&
      words(purpose).length >= 3 &&
      words(object).length >= 2 &&
      isWhole(object, 10)
    ) {
      const person = /^(?:contact|ask|email|call)$/.test(verb);
      if (person && (prepositions.has(object[0]?.low ?? '') || !(at && isSomebody(at.head)))) return made;
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

/** A person, a body of people or a name. */
const isSomebody = (head: Token): boolean => isPerson(head.low) || bodies.has(head.low) || head.capital;

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
  // "Avoid rebasing and force-pushing"
  if (
    gerund &&
    more.some((token, i) => token.low.endsWith('ing') && /^(?:and|or)$/.test(more[i - 1]?.low ?? ''))
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
  made.push({
    ...answered(reading, finish(`Should you ${base} ${phrase(before)}`), 'should', 'analytical', 0.5),
    answer: `No. ${reading.text}`,
  });
  return made;
}
