import { type VerbForm, isNounish, verbAs, verbForms } from './verbs.js';
import { adjectiveSuffix, commonWords, isPlural } from './nouns.js';
import {
  coordinators,
  determiners,
  finiteAuxiliaries,
  finiteBe,
  isAdverb,
  modals,
  personalPronouns,
  prepositions,
  relatives,
  subordinators,
} from './words.js';
import type { Token } from './tokens.js';
import type { Predicate } from './parts.js';
import { auxiliaryGroup, opensObject } from './auxiliaries.js';

/** One past the verb group at `at` of a relative clause without a subject of its own, or -1. */
export function relativeVerbEnd(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < tokens.length && isAdverb((tokens[i] as Token).low)) i++;
  const token = tokens[i];
  if (!token || token.mark) return -1;
  if (finiteAuxiliaries.has(token.low)) {
    const found = auxiliaryGroup(tokens, i, false);
    return found ? Math.max(i + 1, tokens.length - found.rest.length) : i + 1;
  }
  return verbAs(token.low, 'base', 'third', 'past', 'past-or-participle') && !determiners.has(token.low)
    ? i + 1
    : -1;
}

/** Certainly a verb: "means" after a single noun, "believed the" after any. */
export function isCertainVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  if (before === undefined || before.mark || determiners.has(before.low) || prepositions.has(before.low))
    return false;
  // "members believed a body would be needed"
  if (verbAs(token.low, 'past', 'past-or-participle') && /^(?:a|an|the)$/.test(tokens[i + 1]?.low ?? ''))
    return true;
  // "The gate collapsed and the canal was closed"
  if (
    verbAs(token.low, 'past', 'past-or-participle') &&
    /^(?:and|but)$/.test(tokens[i + 1]?.low ?? '') &&
    /^(?:a|an|the)$/.test(tokens[i + 2]?.low ?? '')
  )
    return true;
  return !isPlural(before.low) && verbAs(token.low, 'third') !== undefined && !isNounish(token.low);
}

/** A word after a plural or a single noun that may well be its verb though it was not taken for one. */
export function couldBeVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = previousWord(tokens, i);
  if (!before || determiners.has(before.low) || prepositions.has(before.low)) return false;
  if (verbAs(token.low, 'base') && isPlural(before.low)) return true;
  const next = tokens[i + 1];
  const past = verbAs(token.low, 'past', 'past-or-participle');
  if (past && next && next.low !== 'by')
    // "A study commissioned in 2022 suggested replacing it"
    return !(past.form === 'past-or-participle' && prepositions.has(next.low) && actsLater(tokens, i + 2));
  return verbAs(token.low, 'third') !== undefined && !isNounish(token.low) && !isPlural(before.low);
}

/** The finite verb group that begins at `i`, if one does. */
export function verbAt(tokens: readonly Token[], i: number, joined: boolean): Predicate | undefined {
  const token = tokens[i] as Token;
  const before = previousWord(tokens, i);
  if (!before) return undefined;
  if (token.mark) return undefined;
  const contracted =
    /^(is|are|was|were|has|have|had|ca|could|wo|would|should|do|does|did|must|might)n't$/.exec(token.low);
  const low = contracted ? token.low : token.low;
  if (contracted || low === 'cannot') return auxiliaryGroup(tokens, i, true);
  if (finiteAuxiliaries.has(low)) {
    // "does release": said with stress, no question of its own
    if (
      (token.capital && !/^(?:SHOULD|MUST|MAY|SHALL)$/.test(token.text)) ||
      (/^(?:do|does|did)$/.test(low) && tokens[i + 1]?.low !== 'not')
    )
      return undefined;
    if (
      (determiners.has(before.low) &&
        !/^(?:this|that|these|those|each|all|both|some|most|many|none|which)$/.test(before.low)) ||
      prepositions.has(before.low) ||
      // "costs 30 euros and is fixed": its subject is that of a verb before
      coordinators.has(before.low)
    )
      return undefined;
    return auxiliaryGroup(tokens, i, false);
  }
  if (token.capital) return undefined;
  if (
    determiners.has(before.low) ||
    prepositions.has(before.low) ||
    before.low === 'to' ||
    /^(?:and|or|not|as|than)$/.test(before.low)
  )
    return undefined;
  const you = /^(?:you|they|we|i)$/.test(before.low);
  const head = headNumber(tokens, i);
  const pluralSubject = you || joined || isPlural(before.low) || head === 'plural';
  // "Kari responds with", "Nick suggested using": after a name alone stands its verb
  const afterName =
    (isNameAlone(tokens, i) && (i > 1 || !isNounish(low)) && onlyVerb(tokens, i)) ||
    (i === 1 &&
      (you
        ? verbAs(low, 'base') !== undefined
        : /^(?:he|she|it)$/.test(before.low) && verbAs(low, 'third') !== undefined));
  const third = verbAs(low, 'third');
  const past = verbAs(low, 'past', 'past-or-participle');
  // "found" is the past of "find" far more often than a verb of its own
  const base = /^(?:found|saw|ground|wound|bound|felt|lay)$/.test(low) ? undefined : verbAs(low, 'base');
  const form =
    third && !you ? third : past && !(base && pluralSubject) ? past : base && pluralSubject ? base : past;
  if (!form || form.form === 'gerund' || form.form === 'participle') return undefined;
  const next = tokens[i + 1];
  // "personal experiences from events", "types presented on the site change": a noun, and no verb yet
  if (isNounish(low) && form.form === 'third' && adjectiveSuffix.test((tokens[i - 1] as Token).low))
    return undefined;
  if (form.form === 'past-or-participle' && next && prepositions.has(next.low) && endsInVerb(tokens))
    return undefined;
  const pair = `${form.base} ${next?.low ?? ''}`;
  if (
    isNounish(low) &&
    !afterName &&
    !verbPairs.test(pair) &&
    !provesVerb(form.form, next) &&
    !isShownByAdverb(tokens, i) &&
    !(
      (form.form === 'base') === isPlural(before.low) &&
      (doing.test(form.base) || i === 1) &&
      opensPlural(next, tokens[i + 2])
    ) &&
    !(
      form.form === 'third' &&
      head === 'single' &&
      i > 1 &&
      opensPlural(next, tokens[i + 2]) &&
      onlyVerb(tokens, i)
    )
  )
    return undefined;
  // "The accounts department pays correct claims": the verb came before
  if (form.form === 'base' && !you && i > 2 && verbAs(before.low, 'third') && !isNounish(before.low))
    return undefined;
  if (form.form === 'third' && isPlural(before.low) && !before.capital && head !== 'single') return undefined;
  // "remained involved", "being composed": not the verb
  if (
    form.form.startsWith('past') &&
    (/^(?:be|been|being)$/.test(before.low) ||
      (!before.capital && verbAs(before.low, 'past', 'past-or-participle') && !isPlural(before.low)))
  )
    return undefined;
  if (form.form === 'past-or-participle') {
    if (next?.low === 'by' || /^(?:the|a|an|each|every)$/.test((tokens[i - 1] as Token).low))
      return undefined;
    // An adjective before its noun, or a reduced relative clause: "improved tools", "data collected there"
    if (
      next &&
      !afterName &&
      !next.mark &&
      !opensObject(next) &&
      !(PROPOSING.test(form.base) && verbAs(next.low, 'gerund')) &&
      !isAdverb(next.low) &&
      !next.capital &&
      !isPlural(next.low)
    )
      return undefined;
    if (!isPlural(before.low) && !hasHead(tokens, i)) return undefined;
  }
  // "counties under Quaker rule feared the growth": the noun before the verb
  if (
    next &&
    isNounish(low) &&
    form.form !== 'past' &&
    verbAs(next.low, 'past', 'past-or-participle') &&
    /^(?:the|a|an|their|its|his|her|in|to|from)$/.test(tokens[i + 2]?.low ?? '')
  )
    return undefined;
  // "provide allow teams": two verbs, so one of them is none
  if (
    next &&
    !isNounish(next.low) &&
    !next.capital &&
    verbAs(next.low, 'base', 'third', 'past') &&
    !verbAs(next.low, 'past-or-participle')
  )
    return undefined;
  if (!you && !afterName && finiteLater(tokens, i + 1)) return undefined;
  if (form.form === 'past-or-participle' && next && prepositions.has(next.low) && actsLater(tokens, i + 2))
    return undefined;
  return {
    auxiliary: undefined,
    negated: false,
    group: [token],
    verb: token,
    base: form.base,
    passive: false,
    copula: false,
    tense: form.form === 'past' || form.form === 'past-or-participle' ? 'past' : 'present',
    plural: form.form === 'base' || (pluralSubject && form.form !== 'third'),
    rest: tokens.slice(i + 1),
  };
}

/** Verbs that take an act: "suggested replacing it". */
const PROPOSING = /^(?:suggest|propose|recommend|consider|oppose|avoid|begin|start|stop|advise)$/;

/** There is a noun before the verb, not just a determiner and an adjective. */
function hasHead(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1] as Token;
  return before.capital || before.mark || !determiners.has(before.low);
}

function previousWord(tokens: readonly Token[], i: number): Token | undefined {
  for (let k = i - 1; k >= 0; k--) {
    const token = tokens[k] as Token;
    if (token.mark) continue;
    if (isAdverb(token.low) && k > 0) continue;
    return token;
  }
  return undefined;
}

/** Whether the head before the subject's first preposition is plural: "Members of the board meet". */
function headNumber(tokens: readonly Token[], end: number): 'plural' | 'single' | undefined {
  for (let k = 1; k < end; k++) {
    if (!prepositions.has((tokens[k] as Token).low)) continue;
    const head = tokens[k - 1] as Token;
    return head.mark ? undefined : isPlural(head.low) ? 'plural' : 'single';
  }
  return undefined;
}

/** Names alone before `end`: "Nick Farr", "St. Piran". */
const isNameAlone = (tokens: readonly Token[], end: number): boolean =>
  end <= 4 &&
  tokens
    .slice(0, end)
    .every(
      (token) =>
        token.capital && !/\d/.test(token.text) && !determiners.has(token.low) && !isPlural(token.low),
    ) &&
  (end > 1 || isProper(tokens[0]));

/** No word that only begins a sentence. */
const isProper = (token: Token | undefined): boolean =>
  token !== undefined &&
  !commonWords.has(token.low) &&
  verbForms(token.low).length === 0 &&
  !isAdverb(token.low);

/** Nothing else up to the next mark that could be the verb. */
function onlyVerb(tokens: readonly Token[], at: number): boolean {
  let depth = 0;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth > 0 || token.text === ')') continue;
    if (token.mark || relatives.has(token.low) || coordinators.has(token.low)) return true;
    if (finiteAuxiliaries.has(token.low)) return false;
    if (
      !token.capital &&
      before.low !== 'to' &&
      !determiners.has(before.low) &&
      !prepositions.has(before.low) &&
      i > at + 1 &&
      !isNounish(token.low) &&
      verbAs(token.low, 'third', 'past', 'base') !== undefined
    )
      return false;
  }
  return true;
}

/** Verbs that are known by their preposition. */
const verbPairs =
  /^(?:account for|amount to|result in|rest on|lie in|focus on|center on|centre on|act as|start with|start on|begin on|end on|end with|call for|point to|deal with|report to|work with)$/;

/** "Authentication options also help": after such an adverb and a noun stands a verb. */
const isShownByAdverb = (tokens: readonly Token[], i: number): boolean =>
  (i > 1 && /\wly$/.test(tokens[i - 1]?.low ?? '') && isAdverb(tokens[i - 1]?.low ?? '')) ||
  (/^(?:also|often|usually|never|always|sometimes|typically|generally|frequently|still|only|rarely|now|then)$/.test(
    tokens[i - 1]?.low ?? '',
  ) &&
    i > 1);

/** "... on the site changes": the last word is the verb. */
function endsInVerb(tokens: readonly Token[]): boolean {
  const end = tokens.findLastIndex((token) => !token.mark);
  const last = tokens[end];
  const before = tokens[end - 1];
  return (
    last !== undefined &&
    before !== undefined &&
    verbAs(last.low, 'third') !== undefined &&
    !before.mark &&
    !isPlural(before.low) &&
    !determiners.has(before.low) &&
    !prepositions.has(before.low) &&
    !adjectiveSuffix.test(before.low) &&
    /^(?:changes|expires|ends|fails|stops|varies|grows|increases|decreases|happens|occurs|exists|works|applies|matters|begins|starts|closes|opens)$/.test(
      last.low,
    )
  );
}

/** Nouns too, but with a plural before and a noun after them hardly. */
const doing =
  /^(?:use|need|support|help|impact|cause|cover|report|offer|return|share|face|handle|change|show|work|process|store|force|influence|value|purchase|request|limit)$/;
const opensPlural = (next: Token | undefined, second: Token | undefined): boolean =>
  next !== undefined &&
  !next.mark &&
  !prepositions.has(next.low) &&
  (next.capital || isPlural(next.low) || (second !== undefined && !second.mark && isPlural(second.low)));

/** Does what follows show that a word like "reviews" or "plan" is a verb here? */
function provesVerb(form: VerbForm['form'], next: Token | undefined): boolean {
  if (!next || next.mark || next.low === 'of') return false;
  if (isAdverb(next.low) && !determiners.has(next.low)) return false;
  if (form === 'third' && (prepositions.has(next.low) || next.low === 'that'))
    return /^(?:to|from|into)$/.test(next.low);
  if (form === 'base' && adjectiveSuffix.test(next.low) && !isPlural(next.low)) return true;
  return opensObject(next);
}

/** "A female observed off Monterey guarded her eggs": the word before only described. */
function actsLater(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i + 1 < tokens.length; i++) {
    const { mark, low } = tokens[i] as Token;
    const before = (tokens[i - 1] as Token).low;
    if (mark || relatives.has(low) || coordinators.has(low) || personalPronouns.has(low)) return false;
    if (subordinators.has(low) && !prepositions.has(low)) return false;
    if (
      (verbAs(low, 'past', 'past-or-participle') !== undefined ||
        // "Tables pasted from spreadsheets keep their widths"
        verbAs(low, isPlural(before) ? 'base' : 'third') !== undefined) &&
      !determiners.has(before) &&
      !prepositions.has(before) &&
      (/^(?:the|an?|its|his|her|their|to|that|[$£€]?\d.*)$/.test((tokens[i + 1] as Token).low) ||
        // "A study commissioned in 2022 suggested replacing the ferry"
        verbAs((tokens[i + 1] as Token).low, 'gerund') !== undefined)
    )
      return true;
  }
  return false;
}

/** Another finite verb in the same stretch: then the word before was no verb. */
function finiteLater(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.mark && token.text !== '(' && token.text !== ')' && !/["“”]/.test(token.text)) return false;
    if (
      relatives.has(token.low) ||
      (subordinators.has(token.low) && !prepositions.has(token.low)) ||
      /^(?:and|or|but|if|how|what|than|as)$/.test(token.low)
    )
      return false;
    if (personalPronouns.has(token.low) && i > from) return false;
    if (
      (finiteBe.has(token.low) || modals.has(token.low) || /^(?:has|does|did)$/.test(token.low)) &&
      !token.capital
    )
      return true;
    const next = tokens[i + 1];
    if (
      verbAs(token.low, 'third') &&
      next &&
      (determiners.has(next.low) || next.low === 'to' || !isNounish(token.low)) &&
      i > from &&
      !determiners.has((tokens[i - 1] as Token).low) &&
      !prepositions.has((tokens[i - 1] as Token).low)
    )
      return true;
  }
  return false;
}
