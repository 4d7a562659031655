import { auxiliaryGroup, opensObject } from './auxiliaries.js';
import { adjectiveSuffix, isPlural } from './nouns.js';
import type { Clause, Core } from './parts.js';
import { isNumber, type Token } from './tokens.js';
import { isNounish, verbAs, type VerbForm } from './verbs.js';
import {
  coordinators,
  determiners,
  finiteAuxiliaries,
  isAdverb,
  personalPronouns,
  prepositions,
  relatives,
  subordinators,
} from './words.js';

/** Longest subject that is looked for, in tokens. */
const MAX_SUBJECT = 12;

/**
 * The main clause where the grammar alone does not tell the verb from a noun ("the scheme offers loans"): weighs all
 * words that could be it, and takes one where the others cannot. Undefined where two are as likely.
 */
export function likelyClause(tokens: readonly Token[]): Clause | undefined {
  const end = tokens.findLastIndex((token) => !token.mark || token.text === ')') + 1;
  const body = tokens.slice(0, end);
  const first = body[0];
  if (!first || first.mark) return undefined;
  if (!opensFront(first)) {
    const core = likelyCore(body);
    return core && { ...core, front: [] };
  }
  const comma = body.findIndex((token) => token.text === ',');
  if (comma < 1 || comma > 14) return undefined;
  const core = likelyCore(body.slice(comma + 1));
  return core && { ...core, front: body.slice(0, comma) };
}

const opensFront = ({ low }: Token): boolean =>
  prepositions.has(low) || subordinators.has(low) || isAdverb(low) || verbAs(low, 'gerund') !== undefined;

interface Possible {
  readonly at: number;
  readonly form: VerbForm | undefined;
  readonly nounish: boolean;
}

function likelyCore(tokens: readonly Token[]): Core | undefined {
  const [first, second] = tokens;
  if (!first || !second || first.mark || !opensSubject(first, second)) return undefined;
  const found = possibleVerbs(tokens);
  const chosen = found && theVerb(tokens, found);
  if (!chosen) return undefined;
  const { at, form } = chosen;
  const subject = tokens.slice(0, at);
  while (subject.length > 1 && isAdverb((subject.at(-1) as Token).low)) subject.pop();
  if (form === undefined) {
    const group = auxiliaryGroup(tokens, at, false);
    // "may keep or share it": two verbs with one object
    return group && (group.passive || !coordinators.has(group.rest[0]?.low ?? ''))
      ? { ...group, subject }
      : undefined;
  }
  const verb = tokens[at] as Token;
  return {
    subject,
    auxiliary: undefined,
    negated: false,
    group: [verb],
    verb,
    base: form.base,
    passive: false,
    copula: false,
    tense: form.form.startsWith('past') ? 'past' : 'present',
    plural: form.form === 'base' || (form.form.startsWith('past') && numberOf(tokens, at) === 'plural'),
    rest: tokens.slice(at + 1),
  };
}

/** A determiner, a name or a noun; no order, and nothing that only stands before a subject. */
const opensSubject = (first: Token, second: Token): boolean =>
  !personalPronouns.has(first.low) &&
  !finiteAuxiliaries.has(first.low) &&
  !relatives.has(first.low) &&
  !prepositions.has(first.low) &&
  !coordinators.has(first.low) &&
  !subordinators.has(first.low) &&
  !isAdverb(first.low) &&
  !/^(?:not|there|here|please|what|how|whether)$/.test(first.low) &&
  !(
    verbAs(first.low, 'base') &&
    !isPlural(first.low) &&
    (!isNounish(first.low) || second.mark || !verbAs(second.low, 'third'))
  ) &&
  !verbAs(first.low, 'gerund', 'participle', 'past-or-participle');

/** All words up to the end of the first clause that could be its verb; undefined where none can be told. */
function possibleVerbs(tokens: readonly Token[]): Possible[] | undefined {
  const found: Possible[] = [];
  let depth = 0;
  for (let i = 1; i < Math.min(tokens.length, 40); i++) {
    const token = tokens[i] as Token;
    const { low } = token;
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth > 0 || token.text === ')' || /["“”]/.test(token.text)) continue;
    if (
      token.mark ||
      relatives.has(low) ||
      personalPronouns.has(low) ||
      (subordinators.has(low) && !prepositions.has(low) && !/^(?:as|so|provided)$/.test(low)) ||
      /^(?:what|how|whether)$/.test(low)
    )
      return found.length > 0 ? found : undefined;
    if (coordinators.has(low)) {
      if (found.length > 0) return found;
      continue;
    }
    if (token.capital || i > MAX_SUBJECT + 20) continue;
    const before = wordBefore(tokens, i);
    if (!before || !mayPrecede(before)) continue;
    if (finiteAuxiliaries.has(low)) {
      found.push({ at: i, form: undefined, nounish: false });
      continue;
    }
    // "countries like Brazil"
    if (before.low === 'to' || low === 'like') continue;
    const form = agreeing(tokens, i, low);
    if (form) found.push({ at: i, form, nounish: isNounish(low) && !low.endsWith('ed') });
  }
  return found;
}

const mayPrecede = (before: Token): boolean =>
  !determiners.has(before.low) &&
  !prepositions.has(before.low) &&
  !coordinators.has(before.low) &&
  !isNumber(before.low) &&
  !/^(?:to|not|than|be|been|being)$|['’]s?$/.test(before.low) &&
  (before.capital || !adjectiveSuffix.test(before.low) || isPlural(before.low));

/** The form of `low` that fits the number of what stands before it. */
function agreeing(tokens: readonly Token[], at: number, low: string): VerbForm | undefined {
  const number = numberOf(tokens, at);
  const base = verbAs(low, 'base');
  if (base && number === 'plural' && !/^(?:found|saw|ground|wound|bound|felt|lay)$/.test(low)) return base;
  const third = verbAs(low, 'third');
  if (third) return number === 'single' ? third : undefined;
  return base && !/^(?:put|set|cut|let|hit|read|found|saw|felt|lay|shut|cost|spread|split)$/.test(low)
    ? undefined
    : verbAs(low, 'past', 'past-or-participle');
}

/** The number of the noun before the subject's first preposition, or before the verb; of two nouns plural. */
function numberOf(tokens: readonly Token[], end: number): 'single' | 'plural' {
  const preposition =
    tokens
      .slice(1, end)
      .findIndex(
        (token) => prepositions.has(token.low) || (verbAs(token.low, 'gerund') && !isNounish(token.low)),
      ) + 1;
  let stop = preposition > 0 ? preposition : end;
  // "Tables pasted from sheets": the noun before the participle
  if (preposition > 1 && verbAs(tokens[stop - 1]?.low ?? '', 'participle', 'past-or-participle')) stop--;
  if (tokens.slice(0, stop).some((token) => token.low === 'and')) return 'plural';
  const head = wordBefore(tokens, stop);
  return head && isPlural(head.low) && !(head.capital && stop > 1 && tokens[0]?.low !== 'the')
    ? 'plural'
    : 'single';
}

function wordBefore(tokens: readonly Token[], at: number): Token | undefined {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] as Token;
    if (token.mark || (i > 0 && isAdverb(token.low))) continue;
    return token;
  }
  return undefined;
}

/** The one of them that is the verb, where the others cannot be. */
function theVerb(tokens: readonly Token[], found: readonly Possible[]): Possible | undefined {
  const fit = found.filter(({ at, form }) => form === undefined || isFollowed(tokens, at, form));
  const auxiliary = fit.findIndex((each) => each.form === undefined);
  if (auxiliary >= 0)
    return fit
      .slice(0, auxiliary)
      .every((each) => each.nounish || each.form?.form === 'past-or-participle') &&
      (fit[auxiliary] as Possible).at <= MAX_SUBJECT
      ? fit[auxiliary]
      : undefined;
  // "Aspirin works by blocking": nothing but a verb
  const plain = fit.find(
    ({ at }) => tokens[at + 1]?.low === 'by' && verbAs(tokens[at + 2]?.low ?? '', 'gerund') !== undefined,
  );
  if (plain && plain === fit[0]) return plain;
  // "The tool helps owners write": the second verb belongs to the first
  const helping = fit[0];
  if (helping && /^(?:help|let|make)$/.test(helping.form?.base ?? '')) return helping;
  const strong = fit.filter((each) => !each.nounish);
  const [one, two] = strong;
  const chosen =
    strong.length === 0
      ? fit.length === 1
        ? fit[0]
        : undefined
      : two === undefined || isReduced(tokens, two)
        ? one
        : one &&
            isReduced(tokens, one) &&
            strong.length === 2 &&
            determiners.has(tokens[two.at + 1]?.low ?? '')
          ? two
          : undefined;
  if (!chosen || chosen.at > MAX_SUBJECT) return undefined;
  // "Tables pasted from sheets keep their widths"
  if (
    isReduced(tokens, chosen) &&
    fit.some(({ at }) => at > chosen.at && determiners.has(tokens[at + 1]?.low ?? ''))
  )
    return undefined;
  // A noun before it that may be the verb itself: "the plan offers seek"
  return fit.some((each) => each.at < chosen.at && each !== chosen && !(chosen === two && each === one))
    ? undefined
    : chosen;
}

/** "The gains achieved through trade": describes the noun before it. */
const isReduced = (tokens: readonly Token[], { at, form }: Possible): boolean =>
  form?.form === 'past-or-participle' && prepositions.has(tokens[at + 1]?.low ?? '');

/** Stands after it what can follow a verb? */
function isFollowed(tokens: readonly Token[], at: number, form: VerbForm): boolean {
  const next = tokens[at + 1];
  if (!next) return !isNounish(form.base);
  if (next.mark) return next.text === ',' && !isNounish(form.base);
  if (next.low === 'of' || /^(?:and|or)$/.test(next.low)) return false;
  if (form.form === 'past-or-participle' && (next.low === 'by' || at === 1))
    return opensObject(next) && next.low !== 'by';
  if (opensObject(next) || next.capital || isPlural(next.low)) return true;
  const second = tokens[at + 2];
  // "converts phytochrome in", "offers scenic driving"
  return (
    second === undefined ||
    second.mark ||
    prepositions.has(second.low) ||
    isPlural(second.low) ||
    coordinators.has(second.low) ||
    adjectiveSuffix.test(next.low) ||
    !finiteAuxiliaries.has(second.low)
  );
}
