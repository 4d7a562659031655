import { isNounish, verbAs, verbForms } from './verbs.js';
import { adjectiveSuffix, isPlural } from './nouns.js';
import {
  coordinators,
  determiners,
  finiteAuxiliaries,
  isAdverb,
  modals,
  personalPronouns,
  prepositions,
  relatives,
  subordinators,
} from './words.js';
import { type Token, isFunctionWord, withoutBrackets } from './tokens.js';
import { appositionEnd } from './apposition.js';
import { timeLength } from './times.js';
import type { Clause, Core } from './parts.js';
import { describes, opensObject } from './auxiliaries.js';
import { couldBeVerb, isCertainVerb, relativeVerbEnd, verbAt } from './predicate.js';

export type { Clause, Core, Tense } from './parts.js';

const MAX_SUBJECT = 14;
/** Participles that open a sentence without a noun: "Said to be true, ..." */
const bareParticiple =
  /^(?:said|known|based|seen|given|made|born|built|left|taken|found|written|set|held|driven|shown|chosen|called|named)$/;
/** Adverbs that say how often or how nearly: "fully remote work" is another thing than remote work. */
const HEDGE =
  /^(?:typically|usually|normally|generally|commonly|occasionally|currently|approximately|roughly|nearly|exactly|mostly|mainly|initially|originally|finally|recently|eventually|additionally|consequently|interestingly|importantly|unfortunately|fortunately)$/;
const fronting = new Set([
  ...subordinators,
  ...prepositions,
  'to',
  'given',
  'based',
  'depending',
  'according',
  'due',
  'regardless',
  'irrespective',
  'apart',
  'aside',
  'instead',
  'contrary',
  'prior',
  'thanks',
  'together',
]);

/** Finds subject and verb of a sentence's main clause; undefined where that is not certain. */
export function parseClause(tokens: readonly Token[]): Clause | undefined {
  let end = tokens.length;
  while (end > 0 && (tokens[end - 1] as Token).mark && (tokens[end - 1] as Token).text !== ')') end--;
  const body = tokens.slice(0, end);
  const first = body[0];
  if (!first || first.mark) return undefined;
  const fronted =
    bareParticiple.test(first.low) ||
    (isAdverb(first.low) && /(?:ing|ed)$/.test(body[1]?.low ?? '')) ||
    fronting.has(first.low) ||
    verbAs(first.low, 'gerund') !== undefined ||
    first.low.endsWith('ed');
  if (fronted) {
    let tries = 0;
    let depth = 0;
    for (let i = 2; i < body.length && tries < 4 && i < 45; i++) {
      const token = body[i] as Token;
      if (token.text === '(') depth++;
      if (token.text === ')') depth--;
      if ((token.text !== ',' && !(token.low === 'then' && first.low === 'if')) || depth !== 0) continue;
      if (/^\d{4}$/.test(body[i + 1]?.low ?? '')) continue;
      tries++;
      const clause = parseCore(body.slice(body[i + 1]?.low === 'then' ? i + 2 : i + 1));
      const front = body.slice(0, i);
      // "In 2021 it was sent; although it was deleted, ...": two sentences
      if (front.some((each) => each.text === ';')) return undefined;
      // "If you have a file you can use X, Y, or Z": its own main clause is inside
      if (
        front.some(
          (each, k) => k > 3 && personalPronouns.has(each.low) && modals.has(front[k + 1]?.low ?? ''),
        )
      )
        return undefined;
      // "After A is done, B is clear, and C, ..." goes on before its main clause comes
      const main = body.slice(i + 1);
      const second = main.findIndex(
        (each, k) => each.text === ',' && /^(?:and|or)$/.test(main[k + 1]?.low ?? ''),
      );
      if (clause?.subject.some((each) => each.text === ',')) return undefined;
      if (
        clause &&
        subordinators.has(first.low) &&
        second >= 0 &&
        main.slice(second + 1).some((each) => each.text === ',')
      )
        return undefined;
      if (clause) return { ...clause, front };
    }
    // "In July 1971 the strike began", without a comma
    const time = /^(?:in|on|at|by|during)$/.test(first.low) ? timeLength(body, 1) : 0;
    if (
      time > 0 &&
      body[1 + time] &&
      (determiners.has((body[1 + time] as Token).low) || (body[1 + time] as Token).capital)
    ) {
      const clause = parseCore(body.slice(1 + time));
      if (clause) return { ...clause, front: body.slice(0, 1 + time) };
    }
    // "For the walls I used wool", without a comma too
    const speaker = prepositions.has(first.low) ? body.findIndex((token) => isNominative(token)) : -1;
    if (
      speaker > 1 &&
      speaker < 7 &&
      !body.slice(0, speaker).some((token) => token.mark || /^(?:time|moment|minute|way)$/.test(token.low))
    ) {
      const clause = parseCore(body.slice(speaker));
      if (clause && clause.rest.length > 0 && !clause.rest.some(isNominative))
        return { ...clause, front: body.slice(0, speaker) };
    }
    if (prepositions.has(first.low) || subordinators.has(first.low) || first.low === 'to') return undefined;
  }
  const clause = parseCore(body);
  return clause && { ...clause, front: [] };
}

/** Subject first. */
export function parseCore(tokens: readonly Token[]): Core | undefined {
  const first = tokens[0];
  if (!first || first.mark) return undefined;
  if (prepositions.has(first.low) || (relatives.has(first.low) && first.low !== 'that')) return undefined;
  // "Generally in Greece affairs", "already the lords": what stands before the subject has no comma
  if (
    isAdverb(first.low) &&
    tokens[1] &&
    (prepositions.has(tokens[1].low) || /^(?:the|a|an)$/.test(tokens[1].low)) &&
    !/^(?:both|all|each|only|once)$/.test(first.low)
  )
    return undefined;
  if (/^(?:regardless|irrespective|apart|aside|contrary|prior|thanks|according|due)$/.test(first.low))
    return undefined;
  if (
    finiteAuxiliaries.has(first.low) ||
    /^(?:i|you|he|she|it|we|they|there|that|this|who|what|here|let)'(?:s|re|ve|ll|d|m)$/.test(first.low)
  )
    return undefined;
  if (/^(?:even|just|not|also|never|rather|be|do|don't|didn't|doesn't|won't|can't)$/.test(first.low))
    return undefined;
  // "Seems to be hit", "Extracted from the log": the subject is missing
  if (
    first.capital &&
    ((verbAs(first.low, 'third') && !isNounish(first.low) && !finiteAuxiliaries.has(tokens[1]?.low ?? '')) ||
      (verbAs(first.low, 'participle', 'past-or-participle') &&
        !verbAs(first.low, 'base') &&
        (prepositions.has(tokens[1]?.low ?? '') || determiners.has(tokens[1]?.low ?? ''))))
  )
    return undefined;
  // After a comma: "use, distribute, or change it" is the rest of a list
  if (
    !first.capital &&
    (coordinators.has(first.low) || (verbAs(first.low, 'base') !== undefined && !isPlural(first.low)))
  )
    return undefined;
  // "Assume rules are benign", "Always use two keys"
  if (
    first.capital &&
    verbAs(first.low, 'base') &&
    !describes(tokens) &&
    !isNounish(first.low) &&
    tokens[1] &&
    !finiteAuxiliaries.has(tokens[1].low) &&
    !prepositions.has(tokens[1].low)
  )
    return undefined;
  if (
    first.capital &&
    isAdverb(first.low) &&
    verbAs(tokens[1]?.low ?? '', 'base') &&
    !isPlural(tokens[1]?.low ?? '')
  )
    return undefined;
  // "Make sure the valve is shut", "Check that it is"
  const after = tokens[1]?.low ?? '';
  if (
    first.capital &&
    verbAs(first.low, 'base') &&
    !isPlural(first.low) &&
    /^(?:the|a|an|your|our|their|its|all|any|each|every|sure|certain|that|if|whether|how)$/.test(after)
  )
    return undefined;
  let ambiguous = false;
  let depth = 0;
  let commas = 0;
  let joined = false;
  let both = false;
  let skipTo = -1;
  let subjectEnd = -1;
  /** The relative clause's verb takes another: "that help readers choose". */
  let causing = false;
  /** Where a relative clause within the subject begins. */
  let relative = -1;
  for (let i = 0; i < tokens.length && i <= MAX_SUBJECT + 24; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(') depth++;
    if (token.text === ')') {
      depth--;
      continue;
    }
    if (depth > 0) continue;
    if (i < skipTo) continue;
    if (token.text === ',' || token.text === '—' || token.text === '–') {
      const close = i > 0 ? appositionEnd(tokens, i) : -1;
      if (close > 0 && commas === 0) {
        skipTo = close + 1;
        subjectEnd = i;
        continue;
      }
      commas++;
      if (token.text !== ',' || commas > 4) return undefined;
      continue;
    }
    if (token.mark && !/["“”'‘’]/.test(token.text)) return undefined;
    if (i === 0) continue;
    if ((token.low === 'and' || token.low === 'or') && relative < 0) joined = true;
    if (token.low === 'and' && relative < 0) both = true;
    if (/^(?:who|that|which)$/.test(token.low) && relative < 0 && !(tokens[i - 1] as Token).mark) {
      // "Employees who work at night must ...": past the verb of the relative clause
      const past = relativeVerbEnd(tokens, i + 1);
      if (past < 0) return undefined;
      // "Employees who believe they may have been hurt"
      if (isNominative(tokens[past])) {
        skipTo = relativeVerbEnd(tokens, past + 1);
        if (skipTo < 0) return undefined;
      }
      causing = /^(?:help|let|make|see|watch|hear|have)s?$/.test((tokens[past - 1] as Token).low);
      relative = i;
      skipTo = Math.max(skipTo, past);
      continue;
    }
    if (
      relatives.has(token.low) ||
      /^(?:what|how|whether|whatever)$/.test(token.low) ||
      (subordinators.has(token.low) &&
        !prepositions.has(token.low) &&
        token.low !== 'as' &&
        token.low !== 'so' &&
        (token.low !== 'provided' || tokens[i + 1]?.low === 'that'))
    )
      return undefined;
    if (personalPronouns.has(token.low)) {
      // "The data you send us is": a relative clause without its "that"
      const past = relative < 0 && isNominative(token) ? contactVerbEnd(tokens, i) : -1;
      if (past < 0) return undefined;
      relative = i;
      skipTo = past;
      continue;
    }
    // "The amount a storm can change": a clause without its "that"
    const previous = tokens[i - 1] as Token;
    if (
      /^(?:a|an|the)$/.test(token.low) &&
      !previous.mark &&
      tokens[i - 2]?.low !== 'to' &&
      !isFunctionWord(previous.low) &&
      !isAdverb(previous.low) &&
      verbForms(previous.low).every((each) => each.form === 'base' || each.form === 'third')
    )
      return undefined;
    if (i > 1 && token.low === 'to' && verbAs(tokens[i + 1]?.low ?? '', 'base') && subjectEnd < 0) {
      // "The right to vote is": part of the subject
      continue;
    }
    const found = verbAt(tokens, i, both || (relative > 0 && isPlural((tokens[relative - 1] as Token).low)));
    if (!found) {
      // "Tools can and should be used": two verbs
      if (
        finiteAuxiliaries.has(token.low) &&
        !token.capital &&
        relative < 0 &&
        !determiners.has(previous.low) &&
        /^(?:and|or)$/.test(tokens[i + 1]?.low ?? '')
      )
        return undefined;
      if (!token.capital && relative < 0 && couldBeVerb(tokens, i)) ambiguous = true;
      if (subjectEnd >= 0 && i === skipTo) return undefined;
      continue;
    }
    if ((ambiguous || causing) && !found.auxiliary) return undefined;
    // "The tool helps owners write", "the tool helps keep": the verb comes earlier
    if (
      !found.auxiliary &&
      relative < 0 &&
      tokens.slice(1, i).some((each) => /^(?:helps?|helped|lets?|makes?|made)$/.test(each.low))
    )
      return undefined;
    // "preserve or share data": two verbs with one object
    if (/^(?:and|or)$/.test(found.rest[0]?.low ?? '')) return undefined;
    if (
      tokens
        .slice(1, relative < 0 ? i : relative)
        .some((each, k) => !each.capital && isCertainVerb(tokens, k + 1))
    )
      return undefined;
    const subject = tokens.slice(0, subjectEnd >= 0 ? subjectEnd : i);
    if (commas > 0 && (!joined || (tokens[i - 1] as Token).mark)) return undefined;
    // "Reach for custom controls" is an order
    if (
      !describes(tokens) &&
      !found.auxiliary &&
      found.base !== 'have' &&
      first.capital &&
      verbAs(first.low, 'base') &&
      !isPlural(first.low) &&
      (i === 1
        ? !isPlural(first.low)
        : i > 2 || (opensObject(tokens[1]) && !relatives.has(tokens[1]?.low ?? '')))
    )
      return undefined;
    while (subject.length > 1 && isAdverb((subject.at(-1) as Token).low) && !subject.at(-1)?.capital)
      subject.pop();
    // "Equally important is the chance": the subject comes after the verb
    if (found.copula && determiners.has(found.rest[0]?.low ?? '') && isBareAdjective(subject))
      return undefined;
    // "Typically 4 mm is enough"
    if (subject.length > 1 && HEDGE.test(first.low) && !/^(?:all|every|half|each)$/.test(after))
      subject.shift();
    if (subject.every((each) => isAdverb(each.low)) && first.low !== 'it') return undefined;
    // "I hope others find it": the verb comes earlier
    if (
      personalPronouns.has(first.low) &&
      subject.length > 1 &&
      !/^(?:all|both|each)$/.test(subject[1]?.low ?? '')
    )
      return undefined;
    const length = withoutBrackets(subject).filter((each) => !each.mark).length;
    if (length === 0 || length > MAX_SUBJECT || !balanced(subject)) return undefined;
    return { ...found, subject };
  }
  return undefined;
}

const isBareAdjective = (subject: readonly Token[]): boolean => {
  const last = subject.at(-1)?.low ?? '';
  return (
    subject
      .slice(0, -1)
      .every((token) => isAdverb(token.low) || /^(?:more|most|less|least)$/.test(token.low)) &&
    (adjectiveSuffix.test(last) ||
      /^(?:important|interesting|surprising|striking|relevant|worse|better)$/.test(last))
  );
};

const isNominative = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:you|we|i|he|she|they)$/.test(token.low);

/** One past the verb of a relative clause that begins with its subject at `at`, after a noun; or -1. */
function contactVerbEnd(tokens: readonly Token[], at: number): number {
  const noun = tokens[at - 1];
  if (!noun || noun.mark || isFunctionWord(noun.low) || isAdverb(noun.low)) return -1;
  const past = relativeVerbEnd(tokens, at + 1);
  if (past < 0) return -1;
  return /^(?:in|on|at|with|for|from|to|about|under)$/.test(tokens[past]?.low ?? '') &&
    tokens[past + 1] !== undefined &&
    verbAs(tokens[past + 1]?.low ?? '', 'third', 'past', 'base') === undefined &&
    !finiteAuxiliaries.has(tokens[past + 1]?.low ?? '')
    ? past
    : /^(?:in|on|at|with|for|from|to|about|under)$/.test(tokens[past]?.low ?? '')
      ? past + 1
      : past;
}

const balanced = (tokens: readonly Token[]): boolean =>
  tokens.filter((token) => /["“”]/.test(token.text)).length % 2 === 0;
