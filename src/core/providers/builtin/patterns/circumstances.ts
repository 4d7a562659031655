import { answered, type Candidate, type Reading, type Rule } from '../candidate.js';
import { adjunctsOf, type Adjunct, type AdjunctKind } from '../language/adjuncts.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { durationLength, timeLength } from '../language/times.js';
import type { Clause } from '../language/clause.js';
import { means, purpose } from './means.js';
import { invert, setting } from '../language/question.js';
import { isFunctionWord, isNumber, words, type Token } from '../language/tokens.js';
import { isPlural } from '../language/nouns.js';
import { isNounish, verbAs } from '../language/verbs.js';
import { isAdverb, wordSet } from '../language/words.js';
import type { QuestionType } from '../../../dataset/model.js';

/** Verbs of which "in X" or "at X" says where. */
/** Verbs with which almost every "in X" or "on X" says where. */
const putting = wordSet(
  'store post publish save put place record keep upload list document locate find display house hang install file print',
);
const locatives =
  wordSet(`locate situate store save hold find list place keep live bear die publish record display show locate install base
 house bury hang meet host film shoot build appear grow stand reside serve work study take happen occur stay land arrive perform
 play park open put set exhibit sell offer print post describe document define configure specify enter declare educate raise station file
 register announce release discuss deploy run`);

const openers: Readonly<
  Record<AdjunctKind, readonly [opener: string, type: QuestionType, worth: number] | undefined>
> = {
  when: ['When', 'factual', 0.85],
  where: ['Where', 'factual', 0.8],
  why: ['Why', 'explanatory', 0.95],
  how: ['How', 'explanatory', 0.9],
  'how long': ['How long', 'factual', 0.85],
  'how often': ['How often', 'factual', 0.9],
  'how soon': ['How soon', 'factual', 0.8],
  if: ['When', 'inferential', 0.75],
  by: undefined,
};

/** When, where, why, how, how long, how often: the part that says so goes, the rest is asked. */
export const circumstances: Rule = (reading) => {
  const { clause } = reading;
  if (!clause || /^(?:there|no|none|nobody|neither)$/.test(clause.subject[0]?.low ?? '')) return [];
  // What is not so has a reason, and no time or place
  if (clause.negated)
    return clause.auxiliary?.low.endsWith("n't") === true || clause.front.length > 0
      ? []
      : afterVerb(reading, clause).filter((each) => each.question.startsWith('Why '));
  return [
    ...afterVerb(reading, clause),
    ...beforeSubject(reading, clause),
    ...means(reading, clause),
    ...purpose(reading, clause),
  ];
};

function afterVerb(reading: Reading, clause: Clause): Candidate[] {
  const made: Candidate[] = [];
  // "With sync off, it is called once a second": true only there
  const where = setting(clause);
  if (where === undefined) return [];
  for (const adjunct of adjunctsOf(
    clause.rest,
    putting.has(clause.base) ? 'any' : locatives.has(clause.base) || (clause.passive && 'plain'),
    /^(?:has|have|had)$/.test(clause.auxiliary?.low ?? ''),
  )) {
    const opener = openers[adjunct.kind];
    // "determines if the candidate continues"
    if (
      adjunct.at === 0 &&
      /^(?:if|when|whether)$/.test(clause.rest[0]?.low ?? '') &&
      EMBEDDING.test(clause.base)
    )
      continue;
    if (!opener || (clause.copula && clause.rest[0]?.low === 'to')) continue;
    if (
      adjunct.kind === 'how long' &&
      /^(?:call|ask|provide|allow|account|plan|aim|budget|look|pay|know|use|apply)$/.test(clause.base) &&
      adjunct.at === 0
    )
      continue;
    // "times are based on 8 am", "took a hard line on Cuba"
    if (
      (adjunct.kind === 'when' && clause.base === 'base') ||
      (adjunct.kind === 'where' && clause.base === 'take' && clause.rest[adjunct.at]?.low === 'on')
    )
      continue;
    // "put the name before the mark": a place
    if (
      /^(?:before|after)$/.test(clause.rest[adjunct.at]?.low ?? '') &&
      /^(?:put|place|come|add|insert|appear|list|write|type|stand|use)$/.test(clause.base)
    )
      continue;
    // "made options expire after", "can be found if": the time is the other verb's
    if (
      /^(?:when|if)$/.test(adjunct.kind) &&
      (/^(?:make|let|have|help|cause|see|get)$/.test(clause.base) ||
        (clause.passive && clause.base === 'find'))
    )
      continue;
    // "voluntary except during July"
    if (/^(?:except|excluding|but|save|not|other)$/.test(lastWord(clause.rest, adjunct.at))) continue;
    // "It is translucent, so that the liver can be seen": what follows from it, and no reason
    if (clause.rest[adjunct.at]?.low === 'so' && clause.rest[adjunct.at - 1]?.text === ',') continue;
    // "stays open and, because it is dark, has lamps": the reason of what follows
    if (/^(?:and|or)$/.test(lastWord(clause.rest, adjunct.at))) continue;
    const before = clause.rest.slice(0, adjunct.at);
    while (before.length > 0 && (before.at(-1) as Token).text === ',') before.pop();
    while (
      before.length > 0 &&
      /^(?:only|just|even|not|as|usually|often|partly|mainly|largely|simply|well|approximately|about|around|exactly|somewhere|sometime|shortly|soon|immediately|right|anywhere|everywhere|until|and|or|to|from)$/.test(
        (before.at(-1) as Token).low,
      )
    )
      before.pop();
    if (adjunct.kind === 'when' && /^(?:before|after)$/.test(clause.rest[adjunct.at]?.low ?? '')) {
      // "at least six weeks before travel": how long before is part of the answer
      const from = before.findIndex((_, i) => durationLength(before, i) === before.length - i);
      if (from >= 0) before.length = from;
      // "half an hour before they come"
      if (from >= 0 && before.at(-1)?.low === 'half') before.pop();
    }
    // "held in the garage in Allen": half of the place would be asked, half told
    // "overshadowed by the failure of a machine in Aeschach": where the machine is
    if (adjunct.kind === 'where' && before.some((token) => /^(?:in|at|on|by|from)$/.test(token.low)))
      continue;
    // "as it was at her death in 1958": the time of the death
    if (adjunct.kind === 'when' && EVENT.test(before.at(-1)?.low ?? '') && before.length > 2) continue;
    if (!isWhole(before, 16)) continue;
    if (!/^(?:why|how)$/.test(adjunct.kind) && isOfAnother(clause, before)) continue;
    // "for certificates issued from March": the date belongs to the participle
    const last = before.at(-1);
    if (
      before.length > 1 &&
      last &&
      verbAs(last.low, 'participle', 'past-or-participle') &&
      !verbAs(last.low, 'base')
    )
      continue;
    if (
      clause.copula &&
      ((words(before).length === 0 && !isWhenOrWhere(adjunct.kind, clause.rest, adjunct.at)) ||
        (/^(?:when|how)$/.test(adjunct.kind) && /^(?:a|an|the|one)$/.test(clause.rest[0]?.low ?? '')))
    )
      continue;
    if (adjunct.kind === 'how soon' && clause.base === 'be') continue;
    // "The salary is £800 for 24 hours": what is paid for them
    if (clause.copula && adjunct.kind === 'how long' && isNumber(before[0]?.low ?? '')) continue;
    // "Some 1,500 yachts use it every year": how many, and not how often
    if (adjunct.kind === 'how often' && clause.subject.some((token) => isNumber(token.low))) continue;
    // "is in November every year"
    if (adjunct.kind === 'how often' && before.some((_, i) => timeLength(before, i) > 0)) continue;
    if (/^(?:find|see|hear|watch)$/.test(clause.base) && before.some((token) => verbAs(token.low, 'gerund')))
      continue;
    // "Worked on a chapter": at what, not where
    if (adjunct.kind === 'where' && clause.base === 'work' && clause.rest[adjunct.at]?.low === 'on') continue;
    if (
      adjunct.kind === 'how' &&
      (/^(?:have|need|want)$/.test(clause.base) || /^(?:may|might)$/.test(clause.auxiliary?.low ?? ''))
    )
      continue;
    if (adjunct.kind === 'why' && isAmbiguousReason(clause, before, clause.rest[adjunct.at]?.low ?? ''))
      continue;
    // "It is deferred, if you want it now tell us": begins another sentence
    if (
      clause.rest[adjunct.at]?.low === 'if' &&
      clause.rest[adjunct.at - 1]?.text === ',' &&
      clause.rest.length - adjunct.at > 14
    )
      continue;
    // What "unless" says is when it is not so
    if (clause.rest[adjunct.at]?.low === 'unless') continue;
    if (adjunct.kind === 'if' && words(clause.rest.slice(adjunct.at)).length < 4) continue;
    // "is known for", "from 1990 to 1995": a bare verb asks too little
    const said = words(before).length + words(clause.subject).length;
    const works =
      adjunct.kind === 'how' &&
      /^(?:work|operate|function|spread|reproduce|form|grow|start|begin)$/.test(clause.base);
    if (said < (clause.passive || clause.copula || works || adjunct.kind === 'where' ? 1 : 2)) continue;
    let kind = opener[0];
    // "Designed so that it fails safely"; "placed on rests so that it is not strained" has a reason
    if (kind === 'Why' && before.length === 0 && isManner(clause.base, clause.rest, adjunct.at)) kind = 'How';
    if (kind === 'How soon' && clause.tense === 'past') kind = 'How quickly';
    if (adjunct.kind === 'when' && clause.rest[adjunct.at]?.low === 'until') kind = 'Until when';
    if (kind === 'Until when') continue;
    if (adjunct.kind === 'when' && clause.rest[adjunct.at]?.low === 'since') kind = 'Since when';
    if (adjunct.kind === 'when' && clause.rest[adjunct.at]?.low === 'by') kind = 'By when';
    if (adjunct.kind === 'when' && clause.rest[adjunct.at]?.low === 'while') continue;
    made.push(
      answered(
        reading,
        invert(kind, clause, [...before, ...roleAfter(clause, adjunct), ...where], reading.casing),
        `${opener[0].toLowerCase()} ${adjunct.kind === 'if' ? 'if' : clause.auxiliary ? 'aux' : 'do'}`,
        opener[1],
        opener[2],
      ),
    );
  }
  return made;
}

/** What has a time of its own. */
const EVENT =
  /^(?:death|birth|coronation|wedding|marriage|funeral|foundation|founding|outbreak|accident|opening|arrival|departure|election)$/;

/** "Asked for help to sort the store on 8 June": the day of the sorting, and not of the request. */
const isOfAnother = (clause: Clause, before: readonly Token[]): boolean =>
  (!(before[0]?.low === 'to' && RAISING.test(clause.base)) &&
    before.some(
      (token, i) => token.low === 'to' && verbAs(before[i + 1]?.low ?? '', 'base') !== undefined,
    )) ||
  // "planted five kilos in spring and dug up thirty in July"
  before.some(
    (token, i) =>
      /^(?:and|or|but)$/.test(before[i - 1]?.low ?? '') &&
      verbAs(token.low, 'base', 'third', 'past', 'past-or-participle') !== undefined &&
      (isNounish(token.low) ? opensNoun(before[i + 1]) : !isPlural(before[i + 1]?.low ?? '')),
  );

/** "and stores everything": what comes is acted on, so that the word before is a verb. */
const opensNoun = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:the|an?|its|their|his|her|your)$/.test(token.low) ||
    /^(?:every|some|any)thing$|^(?:it|them|all)$/.test(token.low));

/** "Worked for ten years as an editor": as what. */
function roleAfter({ rest }: Clause, { kind, end }: Adjunct): readonly Token[] {
  const role =
    rest[end]?.low === 'as' && /^(?:when|how long)$/.test(kind) ? firstStretch(rest.slice(end)) : [];
  return /^(?:an?|the)$/.test(role[1]?.low ?? '') && isWhole(role, 8) ? role : [];
}

/** Verbs that only say whether or how their "to do" is done. */
const RAISING =
  /^(?:have|need|begin|start|continue|expect|allow|permit|require|use|suppose|able|schedule|plan|go|tend|seem|be|entitle|oblige|forbid|set|due|cease|stop|fail|manage|come|appear|happen|refuse|agree)$/;

/** The word before `at`, over a comma. */
const lastWord = (rest: readonly Token[], at: number): string =>
  (rest[at - 1]?.mark ? rest[at - 2] : rest[at - 1])?.low ?? '';

/** "Designed so that it fails safely": says how it is designed. */
export const isManner = (base: string, rest: readonly Token[], at: number): boolean =>
  rest[at]?.low === 'so' &&
  // "Place the trestles a metre from each end so that": how is said already, and what for is new
  !rest
    .slice(0, at)
    .some(
      (token, i) => i > 0 && /^(?:from|on|in|at|under|near|between|behind|above|below)$/.test(token.low),
    ) &&
  /^(?:design|build|write|configure|structure|organi[sz]e|arrange|construct|shape|place|position|format)$/.test(
    base,
  );

/** "Open enrollment is in November": when it is. */
const isWhenOrWhere = (kind: AdjunctKind, rest: readonly Token[], at: number): boolean =>
  at === 0 &&
  /^(?:in|on|at|from|during)$/.test(rest[0]?.low ?? '') &&
  (kind === 'where' || (kind === 'when' && timeLength(rest, 1) > 0));

const EMBEDDING =
  /^(?:define|determine|know|decide|see|specify|describe|explain|understand|learn|track|show|indicate|control|tell|find|ask|wonder|predict|remember|choose|say|check|test|verify|confirm|assess|evaluate)$/;

/** "Prohibits discrimination because of a request": the reason may be the noun's or a later verb's. */
const isAmbiguousReason = (clause: Clause, before: readonly Token[], word: string): boolean =>
  /^(?:because|due)$/.test(word) &&
  (/^(?:prohibit|forbid|ban|prevent|deny|refuse|avoid|stop|reject|fear)$/.test(clause.base) ||
    before.some(
      (token, i) =>
        verbAs(token.low, 'gerund') !== undefined ||
        (token.low === 'to' && verbAs(before[i + 1]?.low ?? '', 'base') !== undefined),
    ));

/** "In 1912, the corps was founded"; "When the light is red, the door stays shut"; "To do X, the server does Y". */
function beforeSubject(reading: Reading, clause: Clause): Candidate[] {
  const [first, second] = clause.front;
  if (!first || !second) return [];
  const complement = wholeRest(clause);
  if (!complement || (clause.copula && isNumber(complement[0]?.low ?? ''))) return [];
  const ask = (opener: string, frame: string, type: QuestionType, worth: number): Candidate[] => [
    answered(reading, invert(opener, clause, complement, reading.casing), frame, type, worth),
  ];
  if (
    /^(?:in|on|at|during|by|around|from)$/.test(first.low) &&
    timeLength(clause.front, 1) > 0 &&
    (timeLength(clause.front, 1) >= clause.front.length - 2 ||
      clause.front[1 + timeLength(clause.front, 1)]?.text === ',')
  )
    return ask(first.low === 'by' ? 'By when' : 'When', 'when front', 'factual', 0.85);
  if (/^(?:when|whenever|after|before|once)$/.test(first.low) && clause.front.length > 3)
    return ask('When', 'when clause', 'analytical', 0.7);
  if (
    first.low === 'because' ||
    (first.low === 'since' &&
      clause.front.length > 4 &&
      timeLength(clause.front, 1) === 0 &&
      !verbAs(second.low, 'gerund'))
  )
    return first.low === 'because' ? ask('Why', 'why front', 'explanatory', 0.9) : [];
  if (first.low === 'due' || (first.low === 'as' && second.low === 'a'))
    return ask('Why', 'why front', 'explanatory', 0.85);
  if (first.low === 'by' && verbAs(second.low, 'gerund')) return ask('How', 'how front', 'explanatory', 0.85);
  return [];
}

/** All that follows the verb, or its part up to a comma, when it can stand in a question. */
function wholeRest(clause: Clause): readonly Token[] | undefined {
  if (isWhole(clause.rest, 14)) return clause.rest;
  const comma = clause.rest.findIndex((token) => /^[,;]$/.test(token.text));
  const part = comma < 0 ? clause.rest : clause.rest.slice(0, comma);
  const next = clause.rest[comma + 1];
  // "for heavy, slow meals": a comma between adjectives
  if (
    comma > 0 &&
    next &&
    !isFunctionWord(next.low) &&
    !next.capital &&
    !verbAs(next.low, 'gerund') &&
    !isAdverb(next.low) &&
    !verbAs(next.low, 'participle', 'past-or-participle') &&
    !/^(?:including|such|known|also)$/.test(next.low)
  )
    return undefined;
  return comma > 0 && isWhole(part, 14) && !/^(?:and|or)$/.test(clause.rest[comma + 2]?.low ?? '')
    ? part
    : undefined;
}
