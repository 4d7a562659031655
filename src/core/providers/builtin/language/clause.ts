import { verbAs, isNounish, looksParticiple, verbForms, type VerbForm } from './verbs.js';
import { adjectiveSuffix, isPlural } from './nouns.js';
import {
  articles,
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
import { isFunctionWord, isNumber, withoutBrackets, type Token } from './tokens.js';
import { timeLength } from './times.js';

export type Tense = 'past' | 'present';

/** A finite clause with its parts found: "[Since 2019,] [the board] [has] [met] [every month]". */
export interface Clause {
  /** What stands before the subject, without its comma. */
  readonly front: readonly Token[];
  readonly subject: readonly Token[];
  /** The verb that stands before the subject in a question; undefined where "do" is needed. */
  readonly auxiliary: Token | undefined;
  readonly negated: boolean;
  /** Between the auxiliary and the main verb, main verb included: "been carefully [checked]". */
  readonly group: readonly Token[];
  /** The main verb; for "is" alone, that. */
  readonly verb: Token;
  readonly base: string;
  readonly passive: boolean;
  readonly copula: boolean;
  readonly tense: Tense;
  readonly plural: boolean;
  /** What follows the main verb, without the final mark. */
  readonly rest: readonly Token[];
}

const MAX_SUBJECT = 14;
/** Participles that open a sentence without a noun: "Said to be true, ..." */
const bareParticiple =
  /^(?:said|known|based|seen|given|made|born|built|left|taken|found|written|set|held|driven|shown|chosen|called|named)$/;
const plainWord = /^[a-z]{3,14}$/;
const fronting = new Set([
  ...subordinators,
  ...prepositions,
  'to',
  'given',
  'based',
  'depending',
  'according',
  'due',
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
    if (prepositions.has(first.low) || subordinators.has(first.low) || first.low === 'to') return undefined;
  }
  const clause = parseCore(body);
  return clause && { ...clause, front: [] };
}

type Core = Omit<Clause, 'front'>;

/** Subject first. */
export function parseCore(tokens: readonly Token[]): Core | undefined {
  const first = tokens[0];
  if (!first || first.mark) return undefined;
  if (prepositions.has(first.low) || (relatives.has(first.low) && first.low !== 'that')) return undefined;
  if (
    finiteAuxiliaries.has(first.low) ||
    /^(?:i|you|he|she|it|we|they|there|that|this|who|what|here|let)'(?:s|re|ve|ll|d|m)$/.test(first.low)
  )
    return undefined;
  if (/^(?:even|just|not|also|never|rather)$/.test(first.low)) return undefined;
  // After a comma: "use, distribute, or change it" is the rest of a list
  if (
    !first.capital &&
    (coordinators.has(first.low) || (verbAs(first.low, 'base') !== undefined && !isPlural(first.low)))
  )
    return undefined;
  let ambiguous = false;
  let depth = 0;
  let commas = 0;
  let joined = false;
  let skipTo = -1;
  let subjectEnd = -1;
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
    if (/^(?:who|that|which)$/.test(token.low) && relative < 0 && !(tokens[i - 1] as Token).mark) {
      // "Employees who work at night must ...": past the verb of the relative clause
      const past = relativeVerbEnd(tokens, i + 1);
      if (past < 0) return undefined;
      relative = i;
      skipTo = past;
      continue;
    }
    if (
      relatives.has(token.low) ||
      /^(?:what|how|whether|whatever)$/.test(token.low) ||
      (subordinators.has(token.low) &&
        !prepositions.has(token.low) &&
        token.low !== 'as' &&
        token.low !== 'so')
    )
      return undefined;
    if (personalPronouns.has(token.low)) return undefined;
    // "The amount a storm can change": a clause without its "that"
    const previous = tokens[i - 1] as Token;
    if (
      /^(?:a|an|the)$/.test(token.low) &&
      !previous.mark &&
      !isFunctionWord(previous.low) &&
      !isAdverb(previous.low) &&
      verbForms(previous.low).every((each) => each.form === 'base' || each.form === 'third')
    )
      return undefined;
    if (i > 1 && token.low === 'to' && verbAs(tokens[i + 1]?.low ?? '', 'base') && subjectEnd < 0) {
      // "The right to vote is": part of the subject
      continue;
    }
    const found = verbAt(
      tokens,
      i,
      joined || (relative > 0 && isPlural((tokens[relative - 1] as Token).low)),
    );
    if (!found) {
      if (!token.capital && relative < 0 && couldBeVerb(tokens, i)) ambiguous = true;
      if (subjectEnd >= 0 && i === skipTo) return undefined;
      continue;
    }
    if (ambiguous && !found.auxiliary) return undefined;
    if (
      tokens
        .slice(1, relative < 0 ? i : relative)
        .some((each, k) => !each.capital && isThirdPerson(tokens, k + 1))
    )
      return undefined;
    const subject = tokens.slice(0, subjectEnd >= 0 ? subjectEnd : i);
    if (commas > 0 && (!joined || (tokens[i - 1] as Token).mark)) return undefined;
    // "Reach for custom controls" is an order
    if (
      !found.auxiliary &&
      found.base !== 'have' &&
      first.capital &&
      verbAs(first.low, 'base') &&
      !isPlural(first.low) &&
      (i === 1
        ? isNounish(token.low) && !isPlural(first.low)
        : opensObject(tokens[1]) && !relatives.has(tokens[1]?.low ?? ''))
    )
      return undefined;
    while (subject.length > 1 && isAdverb((subject.at(-1) as Token).low) && !subject.at(-1)?.capital)
      subject.pop();
    if (subject.every((each) => isAdverb(each.low)) && first.low !== 'it') return undefined;
    const length = withoutBrackets(subject).filter((each) => !each.mark).length;
    if (length === 0 || length > MAX_SUBJECT || !balanced(subject)) return undefined;
    return { ...found, subject };
  }
  return undefined;
}

const balanced = (tokens: readonly Token[]): boolean =>
  tokens.filter((token) => /["“”]/.test(token.text)).length % 2 === 0;

/** Where "X, a town in Y, is" has its second comma. */
function appositionEnd(tokens: readonly Token[], comma: number): number {
  const next = tokens[comma + 1];
  if (
    !next ||
    (!articles.has(next.low) &&
      !/^(?:who|which|whose|also|known|formerly|or|originally|located|born|including|such|both|like|especially|particularly)$/.test(
        next.low,
      ))
  )
    return -1;
  const mark = (tokens[comma] as Token).text;
  for (let i = comma + 2; i < Math.min(tokens.length, comma + 18); i++) {
    const token = tokens[i] as Token;
    const after = tokens[i + 1];
    if (
      token.text === mark &&
      after &&
      (finiteAuxiliaries.has(after.low) || verbForms(after.low).length > 0 || isAdverb(after.low))
    )
      return i;
    if (token.text === ';' || token.text === ':') return -1;
  }
  return -1;
}

/** One past the verb group at `at` of a relative clause without a subject of its own, or -1. */
function relativeVerbEnd(tokens: readonly Token[], at: number): number {
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

/** Certainly a verb, "means" or "provides", after a single noun. */
function isThirdPerson(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = tokens[i - 1];
  return (
    before !== undefined &&
    !before.mark &&
    !determiners.has(before.low) &&
    !prepositions.has(before.low) &&
    !isPlural(before.low) &&
    verbAs(token.low, 'third') !== undefined &&
    !isNounish(token.low)
  );
}

/** A word after a plural or a single noun that may well be its verb though it was not taken for one. */
function couldBeVerb(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token;
  const before = previousWord(tokens, i);
  if (!before || determiners.has(before.low) || prepositions.has(before.low)) return false;
  if (verbAs(token.low, 'base') && isPlural(before.low)) return true;
  const next = tokens[i + 1];
  if (
    verbAs(token.low, 'past', 'past-or-participle') &&
    next &&
    (determiners.has(next.low) || next.low === 'to')
  )
    return true;
  return verbAs(token.low, 'third') !== undefined && !isNounish(token.low) && !isPlural(before.low);
}

/** The finite verb group that begins at `i`, if one does. */
function verbAt(tokens: readonly Token[], i: number, joined: boolean): Omit<Core, 'subject'> | undefined {
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
    if (token.capital || (/^(?:do|does|did)$/.test(low) && tokens[i + 1]?.low !== 'not')) return undefined;
    if (
      (determiners.has(before.low) &&
        !/^(?:this|that|these|those|each|all|both|some|most|many|none|which)$/.test(before.low)) ||
      prepositions.has(before.low)
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
  const pluralSubject = you || joined || isPlural(before.low) || subjectIsPlural(tokens, i);
  const third = verbAs(low, 'third');
  const past = verbAs(low, 'past', 'past-or-participle');
  const base = verbAs(low, 'base');
  const form =
    third && !you ? third : past && !(base && pluralSubject) ? past : base && pluralSubject ? base : past;
  if (!form || form.form === 'gerund' || form.form === 'participle') return undefined;
  const next = tokens[i + 1];
  const pair = `${form.base} ${next?.low ?? ''}`;
  if (isNounish(low) && !verbPairs.test(pair) && !provesVerb(form.form, next)) return undefined;
  if (form.form === 'third' && isPlural(before.low) && !before.capital) return undefined;
  // "remained involved", "being composed": not the verb
  if (
    /^past/.test(form.form) &&
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
      !next.mark &&
      !opensObject(next) &&
      !isAdverb(next.low) &&
      !next.capital &&
      !isPlural(next.low)
    )
      return undefined;
    if (!isPlural(before.low) && !hasHead(tokens, i)) return undefined;
  }
  // "provide allow teams": two verbs, so one of them is none
  if (
    next &&
    !isNounish(next.low) &&
    !next.capital &&
    verbAs(next.low, 'base', 'third', 'past') &&
    !verbAs(next.low, 'past-or-participle')
  )
    return undefined;
  if (finiteLater(tokens, i + 1)) return undefined;
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

/** The head before the first preposition is plural: "Members of the board meet". */
function subjectIsPlural(tokens: readonly Token[], end: number): boolean {
  for (let k = 1; k < end; k++) {
    if (prepositions.has((tokens[k] as Token).low)) return isPlural((tokens[k - 1] as Token).low);
  }
  return false;
}

/** Verbs that are known by their preposition. */
const verbPairs =
  /^(?:account for|amount to|result in|rest on|lie in|focus on|center on|centre on|act as|start with|end with|call for|point to|deal with|report to|work with)$/;

/** Does what follows show that a word like "reviews" or "plan" is a verb here? */
function provesVerb(form: VerbForm['form'], next: Token | undefined): boolean {
  if (!next || next.mark || next.low === 'of' || isAdverb(next.low)) return false;
  if (form === 'third' && (prepositions.has(next.low) || next.low === 'that'))
    return /^(?:to|from|into)$/.test(next.low);
  if (form === 'base' && adjectiveSuffix.test(next.low) && !isPlural(next.low)) return true;
  return opensObject(next);
}

/** Could begin what follows a verb: an object, a complement, an adverb. */
function opensObject(next: Token | undefined): boolean {
  if (!next || next.mark) return true;
  return (
    determiners.has(next.low) ||
    prepositions.has(next.low) ||
    personalPronouns.has(next.low) ||
    isAdverb(next.low) ||
    isNumber(next.low) ||
    /^(?:that|how|whether|when|where|why|because|if|it|themselves|itself|not|as|anytime|anywhere|together|online|offline|alone|early|late|well|here|there|free|unless|so)$/.test(
      next.low,
    )
  );
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

/** Parses "has not yet been approved": auxiliary, adverbs, further auxiliaries, main verb. */
function auxiliaryGroup(
  tokens: readonly Token[],
  at: number,
  contracted: boolean,
): Omit<Core, 'subject'> | undefined {
  const auxiliary = tokens[at] as Token;
  let negated = contracted;
  let i = at + 1;
  const group: Token[] = [];
  let be = finiteBe.has(auxiliary.low);
  let have = /^(?:has|have|had)$/.test(auxiliary.low);
  const modal = modals.has(auxiliary.low) || /^(?:do|does|did)$/.test(auxiliary.low);
  const tense: Tense = /^(?:was|were|had|did|could|would|might)$/.test(auxiliary.low) ? 'past' : 'present';
  const plural = /^(?:are|were|have|do)$/.test(auxiliary.low);
  const common = { tense, plural };
  for (; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.low === 'not' || token.low === 'never') {
      negated = true;
      group.push(token);
      continue;
    }
    if (token.mark) break;
    if (token.low === 'be' && modal) {
      be = true;
      group.push(token);
      continue;
    }
    if (token.low === 'have' && modal) {
      const after = tokens[i + 1];
      if (after && (after.low === 'been' || verbAs(after.low, 'participle', 'past-or-participle'))) {
        have = true;
        group.push(token);
        continue;
      }
    }
    if ((token.low === 'been' && have) || (token.low === 'being' && be)) {
      be = true;
      group.push(token);
      continue;
    }
    if (isAdverb(token.low) && !verbAs(token.low, 'base')) {
      group.push(token);
      continue;
    }
    break;
  }
  const main = tokens[i];
  const verbal = (base: string, passive: boolean): Omit<Core, 'subject'> => ({
    ...common,
    auxiliary,
    negated,
    group: [...group, main as Token],
    verb: main as Token,
    base,
    passive,
    copula: false,
    rest: tokens.slice(i + 1),
  });
  if (main && !main.mark) {
    const participle = verbAs(main.low, 'participle', 'past-or-participle');
    const gerund = verbAs(main.low, 'gerund');
    const base = verbAs(main.low, 'base');
    const next = tokens[i + 1];
    const adjectival =
      next !== undefined && !next.mark && !opensObject(next) && !/^(?:to|and|or)$/.test(next.low);
    if (be && (participle || looksParticiple(main.low)) && !adjectival)
      return verbal(participle?.base ?? '', true);
    if (be && gerund && !/^(?:missing|interesting|willing)$/.test(main.low))
      return verbal(gerund.base, false);
    if (
      have &&
      !be &&
      participle &&
      !(isNounish(main.low) && verbAs(main.low, 'base') && main.low !== participle.base + 'ed')
    )
      return verbal(participle.base, false);
    if (modal && !be && base) return verbal(base.base, false);
    if (modal && !be && !have)
      return plainWord.test(main.low) && !isFunctionWord(main.low) ? verbal(main.low, false) : undefined;
  }
  if (be && !have && !group.some((token) => token.low === 'be')) {
    return {
      ...common,
      auxiliary,
      negated,
      group,
      verb: auxiliary,
      base: 'be',
      passive: false,
      copula: true,
      rest: tokens.slice(i),
    };
  }
  if (be) {
    const last = group.at(-1) ?? auxiliary;
    return {
      ...common,
      auxiliary,
      negated,
      group,
      verb: last,
      base: 'be',
      passive: false,
      copula: true,
      rest: tokens.slice(i),
    };
  }
  if (
    /^(?:has|have|had)$/.test(auxiliary.low) &&
    !negated &&
    main &&
    (determiners.has(main.low) || isNumber(main.low) || group.length === 0 || true)
  ) {
    if (main.low === 'to') return undefined;
    return {
      ...common,
      auxiliary: undefined,
      negated: false,
      group: [...group, auxiliary],
      verb: auxiliary,
      base: 'have',
      passive: false,
      copula: false,
      rest: tokens.slice(i),
    };
  }
  return undefined;
}
