import type { Clause } from './clause.js';
import { capitalize, textOf, withoutBrackets, type Token } from './tokens.js';
import { inside, type Casing } from './casing.js';
import { commonWords, isPlural } from './nouns.js';
import { thirdPersonOf, pastOf, verbAs } from './verbs.js';
import { isAdverb, modals, personalPronouns } from './words.js';

/** Adverbs that tie a clause to its neighbours; a question drops them. */
const loose =
  /^(?:also|then|therefore|thus|however|still|already|even|just|only|instead|again|too|usually|often|typically|normally|generally|sometimes|always|currently|now|recently|later|further|furthermore|subsequently|eventually|soon|simply|once|both|all|mainly|mostly|probably|likely|initially|originally)$/;

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,?])/g, '$1')
    .replace(/[\s,;:–—-]+$/, '')
    .trim();

/** Puts a question together: `When was` + `the bridge` + `opened`, with a mark. */
export function finish(text: string): string {
  return `${capitalize(tidy(text))}?`;
}

export const phrase = (tokens: readonly Token[]): string => tidy(textOf(withoutBrackets(tokens)));

/** The subject as it stands in the middle of a question. */
export function subjectText(clause: Clause, casing: Casing): string {
  const subject = withoutBrackets(clause.subject);
  // "Stevens prefers": one word that looks like a plural and is none
  if (
    subject.length === 1 &&
    !clause.plural &&
    !modals.has(clause.auxiliary?.low ?? '') &&
    !clause.subject[0]?.low.endsWith('ing') &&
    isPlural(subject[0]?.low ?? '') &&
    // "Data is hosted"
    !commonWords.has(subject[0]?.low ?? '')
  )
    return tidy(textOf(subject));
  // "Normally Phoenician trade went": no sentence begins there
  const text = tidy((subject[0]?.start ?? 0) > 0 ? textOf(subject) : inside(subject, casing));
  // "Significant implications": capital by its place alone
  return subject.length > 1 && subject[1]?.capital === false
    ? text.replace(DESCRIBING, (letter) => letter.toLowerCase())
    : text;
}

const DESCRIBING =
  /^\p{Lu}(?=(?:\p{Ll}{3,}(?:ant|ent|ive|ous|ful|able|ible|less|rate|ary|ory|nal|ral|cal|hold)|\p{Ll}{2,}ed|(?:ood|old|roz|rok|idd|ritt|hos)en|\p{Ll}{3,}ly-\p{Ll}+)\s)/u;

/**
 * "`opener` + auxiliary + subject + verb + complement?", with "do" where the verb needs it. `complement` is what
 * of the clause's rest belongs into the question.
 */
export function invert(opener: string, clause: Clause, complement: readonly Token[], casing: Casing): string {
  const subject = subjectText(clause, casing);
  const rest = phrase(complement);
  const middle = clause.group.filter(
    (token) =>
      !loose.test(token.low) && !(isAdverb(token.low) && token.low.endsWith('ly') && clause.group.length > 2),
  );
  if (clause.auxiliary) {
    const group = textOf(middle);
    return finish(`${opener} ${clause.auxiliary.low} ${subject} ${group} ${rest}`);
  }
  const support = clause.tense === 'past' ? 'did' : clause.plural ? 'do' : 'does';
  return finish(`${opener} ${support} ${subject} ${clause.base} ${rest}`);
}

/** "`Which team` + verb group + complement?": a question for the subject keeps the order of words. */
export function askSubject(opener: string, clause: Clause, complement: readonly Token[]): string {
  const middle = clause.group.filter((token) => !loose.test(token.low));
  const verb = clause.auxiliary ? `${clause.auxiliary.low} ${textOf(middle)}` : textOf(middle);
  return finish(`${opener} ${verb} ${phrase(complement)}`);
}

/** "What" + verb in the singular, whatever the subject was: "what is permitted", "what needs approval". */
export function askWhat(clause: Clause, complement: readonly Token[]): string {
  const single: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does' };
  const { auxiliary, verb, base } = clause;
  if (auxiliary)
    return askSubject(
      'What',
      { ...clause, auxiliary: { ...auxiliary, low: single[auxiliary.low] ?? auxiliary.low } },
      complement,
    );
  const text = clause.tense === 'past' ? verb.text : thirdPersonOf(base);
  return askSubject(
    'What',
    { ...clause, group: clause.group.map((token) => (token === verb ? { ...token, text } : token)) },
    complement,
  );
}

/** The verb of a passive turned active: "was written by X" gives "wrote". */
export function activeVerb(clause: Clause): string | undefined {
  if (!clause.passive || !clause.auxiliary || clause.base === '') return undefined;
  const auxiliary = clause.auxiliary.low;
  const group = clause.group.map((token) => token.low).filter((low) => !isAdverb(low));
  if (group.length === 1) {
    if (auxiliary === 'was' || auxiliary === 'were') return pastOf(clause.base);
    if (auxiliary === 'is' || auxiliary === 'are') return thirdPersonOf(clause.base);
    return undefined;
  }
  if (group.length === 2 && group[0] === 'be') return `${auxiliary} ${clause.base}`;
  if (group.length === 2 && group[0] === 'been' && auxiliary !== 'had') return `has ${clause.verb.low}`;
  return undefined;
}

/** What only grants something, or gives a reason: the question can do without it. */
const CONCEDED =
  /^(?:although|though|whereas|while|despite|besides|because|depending|given|due|unlike|like|even|regardless|irrespective|apart|aside|thanks)$/;

/**
 * What stands before the subject, as it can stand at a question's end ("in 2003"); nothing for "by default";
 * undefined where the question would lose its sense without it.
 */
export function setting(clause: Clause): readonly Token[] | undefined {
  const [first, second] = clause.front;
  if (!first) return [];
  if (CONCEDED.test(first.low) && !verbAs(second?.low ?? '', 'gerund')) return [];
  if (first.low === 'according' && clause.front.length <= 8)
    return [{ ...first, text: first.low }, ...clause.front.slice(1)];
  if (
    /^(?:default|law|contrast|comparison|example|instance|general|practice|particular|turn|addition|fact|short|summary|theory|itself|inspiration)$/.test(
      second?.low ?? '',
    ) &&
    clause.front.length === 2
  )
    return [];
  if (
    !/^(?:in|on|at|during|for|with|under|within|throughout|since|from|until|by|between|through|over|across|among|near|outside|inside)$/.test(
      first.low,
    ) ||
    clause.front.length > 7
  )
    return undefined;
  if (
    /^(?:addition|order|case|cases|contrast|general|particular|addition|this|that|these|those|such|some|other|many|all|both)$/.test(
      second?.low ?? '',
    )
  )
    return undefined;
  if (
    clause.front.some(
      (token) =>
        token.mark ||
        personalPronouns.has(token.low) ||
        /^(?:his|her|its|their|our|my)$/.test(token.low) ||
        (token.low.endsWith('ing') && token.low !== 'during'),
    )
  )
    return undefined;
  return [{ ...first, text: first.low }, ...clause.front.slice(1)];
}
