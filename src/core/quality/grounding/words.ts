import { detached } from '../../detached.js';
import { sidesOf } from './antonyms.js';
import { beginsDate } from './dates.js';
import { englishWords, foreignWords } from './language.js';
import { actors, closedClasses, denials, freeWords, negators, stopWords } from './lexicon.js';
import { meaning } from './meanings.js';
import { beginsNumber } from './numerals.js';
import { stem } from './stem.js';
import { beginsUnit, periodOf } from './units.js';

/** What is known of a word wherever it stands. Shared between all its occurrences. */
export interface Word {
  /** Lower case, without soft hyphens and possessive `'s`, apostrophes straight. */
  readonly low: string;
  /** What it is compared by: stem, synonyms and opposites joined. */
  readonly key: string;
  /** Its stem. */
  readonly root: string;
  /** The side it is on, where it has an opposite; else 0. */
  readonly sign: -1 | 0 | 1;
  /** Where it stands among the words that have opposites. */
  readonly sides: readonly number[];
  /** The stem of the word that it turns: "sold" for "unsold". */
  readonly turns: string | undefined;
  /** The unit of time that it names. */
  readonly period: string | undefined;
  readonly stop: boolean;
  /** So general that an answer may use it freely. */
  readonly free: boolean;
  /** Turns what follows. */
  readonly negator: boolean;
  /** Denies by its meaning. */
  readonly denial: boolean;
  /** Ends in "-less": says that there is none. */
  readonly without: boolean;
  readonly actor: boolean;
  /** Member of a class whose members exclude each other: colours, weekdays. */
  readonly closed: string | undefined;
  /** `camelCase`, `max_retries`, `A4`, `NATO`: written as a name wherever it stands. */
  readonly written: boolean;
  /** May begin a number, a date or a time. */
  readonly opensFact: boolean;
  /** May begin a number that is not in digits. */
  readonly opensNumber: boolean;
  readonly opensUnit: boolean;
  /** May set something apart: "except", "instead of". */
  readonly setsApart: boolean;
  readonly pronoun: boolean;
  /** How far it sets the words on its two sides apart as a border of clauses: a comma 1, others 2. */
  readonly border: 0 | 1 | 2;
  /** A function word of English, or of other languages: tells them apart. */
  readonly english: boolean;
  readonly foreign: boolean;
  /** May be a Roman numeral. */
  readonly roman: boolean;
  /** Its first 5 to 9 letters, by which it compares with related words. */
  readonly roots: readonly string[];
}

const pronouns = /^(?:he|she|him|his|her|hers|they|them|their|it|its)$/;
const borders = /^(?:[;:()—–|]|and|or|but|while|whereas|plus|against|versus|compared)$/;
const apart = /^(?:except|excepting|excluding|outside|unlike|instead|rather|other|apart|aside|not)$/;

const denialStems = new Set([...denials].map(stem));
const notWithout = /^(?:regardless|nevertheless|nonetheless|wireless|countless|priceless|unless|stainless)$/;
/** "unfit", "discontinue", "invalid": most words in in- deny nothing ("invoice"), so that those which do are named. */
const prefixed =
  /^(?:un(?!der|ti|i[toqvf]|cle)|non|dis(?!cuss|cover|tan|tri|play|pos|patch|eas|count|cipl|turb|tinct|solv|sol|put|c$|k|h)|mis(?!s)|in(?:complete|correct|valid|activ|formal|depend|accura|suffici|adequa|abil|visib|capab|eligib|expens|frequen|consist|conveni|direct|effecti|effici|appropri|secur|signific|experience|toler|definit|edib|flexib|soluble|stab)|im(?:possib|patien|matur|mobil|perfect|permeab|proper|prob|pur)|ir(?:regular|relevan|responsib|reversib|replac))[a-z]{2,}$/;
const prefix = /^(?:un|non-?|dis|mis|in|im|ir)/;

function describe(raw: string): Word {
  let low = raw
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\u00AD/g, '')
    .replace(/[’ʼ]/g, "'");
  const contracted = low.endsWith("n't") || low === 'cannot';
  if (low.endsWith("'s") || low.endsWith("s'")) low = low.slice(0, low.endsWith("'s") ? -2 : -1);
  const { key, sign } = meaning(low);
  const root = stem(low);
  const denies = prefixed.test(low);
  const negator = contracted || negators.has(low);
  const opensNumber = beginsNumber(low) || beginsNumber(raw);
  return {
    low,
    key,
    root,
    sign,
    sides: sidesOf(root),
    turns: denies ? stem(low.replace(prefix, '')) : undefined,
    period: periodOf(low),
    stop: negator || stopWords.has(low),
    free: freeWords.has(low),
    negator,
    denial: denials.has(low) || denialStems.has(root) || denies || low.endsWith('less'),
    without: low.length > 6 && low.endsWith('less') && !notWithout.test(low),
    closed: closedClasses.get(low),
    written: raw.length > 1 && /\p{L}.*\p{Lu}|_|\p{L}.*\p{N}/u.test(raw),
    opensFact: opensNumber || beginsDate(low) || low === 'a' || low === 'an',
    opensNumber,
    opensUnit: beginsUnit(raw, low),
    setsApart: apart.test(low),
    pronoun: pronouns.test(low),
    border: low === ',' ? 1 : borders.test(low) ? 2 : 0,
    english: englishWords.has(low),
    foreign: foreignWords.has(low),
    roman: /^[IVXLC]{1,6}$/.test(raw),
    roots: [5, 6, 7, 8, 9].filter((length) => length <= low.length).map((length) => low.slice(0, length)),
    actor: actors.has(low) || (low.endsWith('s') && actors.has(low.slice(0, -1))),
  };
}

const known = new Map<string, Word>();
/** Bounds the memory that words cost, some 500 bytes each; beyond it the map starts afresh. */
const mostKnown = 8_000;

/** The word behind its spelling in a text. */
export function wordOf(raw: string): Word {
  const seen = known.get(raw);
  if (seen !== undefined) return seen;
  if (raw.length > 60) return describe(raw.slice(0, 60));
  const own = detached(raw);
  const word = describe(own);
  if (known.size >= mostKnown) known.clear();
  known.set(own, word);
  return word;
}
