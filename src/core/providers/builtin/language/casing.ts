import {
  adjectiveSuffix,
  commonSuffix,
  commonWords,
  isGivenName,
  isPerson,
  isPlural,
  places,
} from './nouns.js';
import { isFunctionWord, isNumber, textOf, type Token } from './tokens.js';
import { isNounish, verbAs, verbForms } from './verbs.js';
import { articles, finiteAuxiliaries, isAdverb, prepositions } from './words.js';

/**
 * The words of a text that are written with a small letter somewhere, and those that have a capital where no
 * sentence begins: how to tell a name from a word that only begins a sentence.
 */
export interface Casing {
  readonly small: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export function casingOf(text: string): Casing {
  const small = new Set<string>();
  const names = new Set<string>();
  for (const match of text.matchAll(/(\S?)(\s|^|[([“"'*_`])(\p{L}[\p{L}\p{N}'’-]{0,60})/gu)) {
    const word = match[3] as string;
    if (/^\p{Ll}/u.test(word)) small.add(word);
    else if (/[\p{Ll},]/u.test(match[1] as string) && match[2] === ' ') names.add(word);
  }
  return { small, names };
}

/** What is called by its number. */
const NUMBERED =
  /^(?:year|grade|class|room|route|line|platform|level|stage|phase|part|tier|section|article|unit|form|block|flat|type|day|week|annex|appendix|schedule|rule|zone|gate|hall|bus)s?$/;

/** What stands before a name and is part of it. */
const NAMING =
  /^(?:lake|mount|river|port|cape|fort|loch|saint|queen|king|prince|princess|pope|captain|doctor|professor|president|sir|lady|lord|castle|camp|point|isle)$/;

/** Words that are no part of the name after them: "previous Hackathons". */
const ORDERING =
  /^(?:previous|current|former|most|many|several|future|existing|early|late|recent|subsequent|various|certain)$/;

const isCommon = (low: string, casing: Casing): boolean =>
  casing.small.has(low) || commonWords.has(low) || commonWords.has(low.replace(/s$/, ''));

/** Would this word, at the start of a sentence, be written with a small letter inside one? */
export function wasCapitalizedByPlace(token: Token, next: Token | undefined, casing: Casing): boolean {
  const { text, low } = token;
  if (!token.capital || text === 'I' || /^I['’]/.test(text)) return false;
  if (/[\d_]|.\p{Lu}/u.test(text)) return false;
  // "Year 11 pupils", "Hamish is"
  if (next && /^\d/.test(next.text) && NUMBERED.test(low)) return false;
  if (low.endsWith('ish') && next && finiteAuxiliaries.has(next.low)) return false;
  // "People Ops"
  if (low === 'people' && next?.capital && !casing.small.has(next.low)) return false;
  if (
    isFunctionWord(low) ||
    isAdverb(low) ||
    articles.has(low) ||
    /^(?:one|anyone|everyone|someone|people|nobody|anybody|everybody|somebody|everything|nothing|anything|something)$/.test(
      low,
    )
  )
    return true;
  if (ORDERING.test(low)) return true;
  // "Lake Veshna", "Mount Gorrad"
  if (next?.capital && NAMING.test(low)) return false;
  // "Directors' trips"
  const owner = low.replace(/['’]s?$/, '');
  if (owner !== low && !casing.names.has(text) && (isPerson(owner) || casing.small.has(owner)))
    return !isGivenName(owner);
  // "Marlhaven's bridge"
  if (/['’]s$/.test(low) && !isCommon(owner, casing)) return false;
  // "Privacy Guides": two common words with capitals are a name
  if (next?.capital && isCommon(next.low, casing)) return false;
  if ((next?.capital && !casing.small.has(low)) || (isGivenName(low) && !casing.small.has(low))) return false;
  if (casing.names.has(text)) return false;
  // "Guidelines and considerations", "Authenticators with": no name of a people
  if (
    next !== undefined &&
    (/^(?:and|that|who|which)$/.test(next.low) || prepositions.has(next.low)) &&
    isPlural(low) &&
    (!/(?:ans|[^s]s'|jews|greeks|turks|kings|saxons|celts)$/.test(low) ||
      /(?:ici|stri|hum|guardi|librari|veter|civili|pl|lo|oce|org|orph|be|c|f|p|v|sc)ans$/.test(low))
  )
    return true;
  if (casing.small.has(low) || casing.small.has(low.replace(/s$/, '')) || casing.small.has(`${low}s`))
    return true;
  const verbNext =
    next !== undefined &&
    (finiteAuxiliaries.has(next.low) || verbForms(next.low).some((each) => each.form !== 'gerund'));
  if (isNumber(low) || commonSuffix.test(low) || (adjectiveSuffix.test(low) && !verbNext)) return true;
  // "Dash is the hub": no act, and no article
  if (verbForms(low).length > 0)
    return next !== undefined || verbAs(low, 'base') === undefined || isNounish(low) || commonWords.has(low);
  if (
    commonWords.has(low) ||
    commonWords.has(low.replace(/(?:es|s)$/, '')) ||
    isPerson(low) ||
    places.has(low)
  )
    return true;
  // "Pressure-rig operators": the part after the hyphen is small
  if (/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(text)) return true;
  return (
    isPlural(low) &&
    !/[^s]s'$/.test(low) &&
    (next === undefined || verbNext) &&
    !/^(?:is|was|has)$/.test(next?.low ?? '')
  );
}

/**
 * Is a word that begins the answer within the question, with a capital that nothing in the text confirms: "Household oils"?
 * Names of peoples, of what has capitals or digits inside and of what `titles` (the headings) name are none.
 */
export function hasDoubtfulCapital(
  question: string,
  answer: string,
  casing: Casing,
  titles: string,
): boolean {
  // "Marchbanks died" under "Ellen Marchbanks"
  const [surname = ''] = /^\p{Lu}\p{Ll}{3,}(?= )/u.exec(answer) ?? [];
  if (surname !== '' && question.includes(` ${surname.toLowerCase()} `)) {
    const before = new RegExp(`(\\p{L}+) ${surname}(?!\\p{L})`, 'iu').exec(titles)?.[1]?.toLowerCase();
    if (before !== undefined && isGivenName(before)) return true;
  }
  // "Llandovery stands": a name that ends as common nouns do
  const only = /^(\p{Lu}\p{Ll}+(?:ery|ary|ory|ish)) \p{Ll}/u.exec(answer)?.[1];
  if (
    only !== undefined &&
    question.includes(` ${only.toLowerCase()} `) &&
    !casing.small.has(only.toLowerCase())
  )
    return true;
  // "Arsenal boss Arsene Wenger"
  const club = /^(\p{Lu}\p{Ll}+al) \p{Ll}+ \p{Lu}/u.exec(answer)?.[1]?.toLowerCase();
  if (
    club !== undefined &&
    question.includes(` ${club} `) &&
    !casing.small.has(club) &&
    !/^(?:local|national|federal|general|royal)$/.test(club)
  )
    return true;
  const found = /^(\p{Lu}\p{Ll}{2,}) (\p{Ll}{2,})/u.exec(answer);
  const [, word, next] = found ?? [];
  if (word === undefined || next === undefined) return false;
  // "Carol singing is": not what Carol does
  if (isGivenName(word.toLowerCase()) && next.endsWith('ing') && !casing.names.has(word)) return true;
  // "Swimwear is": a name, or only the first word?
  if (finiteAuxiliaries.has(next))
    return (
      question.includes(` ${word} `) &&
      !casing.names.has(word) &&
      !isGivenName(word.toLowerCase()) &&
      !titles.includes(word)
    );
  // "Oat drinks foam" as "When does Oat drink foam?"
  if (
    question.includes(` ${word} `) &&
    !question.includes(` ${word} ${next}`) &&
    next.endsWith('s') &&
    !casing.names.has(word) &&
    !isGivenName(word.toLowerCase()) &&
    !titles.includes(word) &&
    new RegExp(`\\b${word} ${next.replace(/s$/, '')}\\b`).test(question)
  )
    return true;
  if (!question.includes(` ${word} ${next}`)) return false;
  // "Sodium and chloride ions"
  if (/^(?:and|or)$/.test(next) && /^\p{Lu}\p{Ll}+ (?:and|or) \p{Ll}/u.test(answer))
    return !casing.names.has(word) && !isGivenName(word.toLowerCase()) && !titles.includes(word);
  return (
    !casing.names.has(word) &&
    !isGivenName(word.toLowerCase()) &&
    !isFunctionWord(next) &&
    !/(?:ish|ese|ian|ean|can|ic)$/.test(word)
  );
}

/** The text of a phrase that began a sentence, as it stands inside one. */
export function inside(tokens: readonly Token[], casing: Casing): string {
  const text = textOf(tokens);
  const first = tokens[0];
  if (first && wasCapitalizedByPlace(first, tokens[1], casing)) return text[0]?.toLowerCase() + text.slice(1);
  return text;
}
