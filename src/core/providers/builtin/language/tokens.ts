import {
  coordinators,
  determiners,
  finiteAuxiliaries,
  isAdverb,
  personalPronouns,
  prepositions,
  subordinators,
  wordSet,
} from './words.js';

/** A word or one mark of punctuation, with its place in the sentence. */
export interface Token {
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  readonly mark: boolean;
  /** Begins with a capital letter. */
  readonly capital: boolean;
}

/** Nothing but letters: most words. */
const PLAIN = /^[A-Za-z]+$/;
const CAPITAL = /^[A-Z]/;
const LEADING = /^["'“‘«([{]/;
const TRAILING = /["'”’»)\]},;:.!?…]$/;

/** Cuts a sentence into words and marks. A full stop inside a word ("Node.js") or of an initial stays. */
export function tokenize(sentence: string): Token[] {
  const tokens: Token[] = [];
  const add = (text: string, start: number): void => {
    const low = text.toLowerCase().replaceAll('’', "'");
    const mark = !/[\p{L}\p{N}%$£€#@/\\_=+<>*&|-]/u.test(text) || text === '-' || text === '--';
    tokens.push({ text, low, start, end: start + text.length, mark, capital: /^\p{Lu}/u.test(text) });
  };
  /** "you'll" as "you" and "will"; the gap of the apostrophe stands for the space. */
  const contraction = (text: string, start: number): boolean => {
    const parts = /^(i|you|he|she|it|we|they|there|that|this|who|what|here)['’](s|re|ve|ll|m)$/i.exec(text);
    if (!parts) return false;
    const pronoun = parts[1] as string;
    add(pronoun, start);
    const full = expanded[(parts[2] as string).toLowerCase()] as string;
    tokens.push({
      text: full,
      low: full,
      start: start + pronoun.length + 1,
      end: start + text.length,
      mark: false,
      capital: false,
    });
    return true;
  };
  for (const match of sentence.matchAll(/\S+/g)) {
    let text = match[0];
    let start = match.index;
    if (PLAIN.test(text)) {
      const end = start + text.length;
      tokens.push({ text, low: text.toLowerCase(), start, end, mark: false, capital: CAPITAL.test(text) });
      continue;
    }
    while (text.length > 1 && LEADING.test(text)) {
      add(text[0] as string, start);
      text = text.slice(1);
      start++;
    }
    const tail: string[] = [];
    while (text.length > 1 && TRAILING.test(text)) {
      const last = text.at(-1) as string;
      if (
        last === '.' &&
        start + text.length < sentence.length &&
        /^(?:\p{L}|\p{L}\.\p{L}|\p{Lu}\p{Ll}{1,3}|e\.g|i\.e|etc|vs)\.$/u.test(text)
      )
        break;
      if (last === ')' && text.includes('(')) break;
      // "the interviewers’ notes"
      if (/[sS]['’]$/.test(text) && !sentence.includes('‘') && !/(?:^|\s)'/.test(sentence.slice(0, start)))
        break;
      if (last === ']' && text.includes('[')) break;
      tail.unshift(last);
      text = text.slice(0, -1);
    }
    const dash = /^(.+?)(—|–)(\p{L}.+)$/u.exec(text.slice(0, 80));
    if (dash && text.length <= 80 && !/\d/.test(text)) {
      add(dash[1] as string, start);
      add(dash[2] as string, start + (dash[1] as string).length);
      add(dash[3] as string, start + (dash[1] as string).length + 1);
    } else if (!contraction(text, start)) add(text, start);
    let at = start + text.length;
    for (const mark of tail) add(mark, at++);
  }
  return tokens;
}

const expanded: Readonly<Record<string, string>> = { s: 'is', re: 'are', ve: 'have', ll: 'will', m: 'am' };

/** Words and marks as text again, with the spaces that they had. */
export function textOf(tokens: readonly Token[]): string {
  let text = '';
  let end = -1;
  for (const token of tokens) {
    text += end >= 0 && token.start !== end ? ` ${token.text}` : token.text;
    end = token.end;
  }
  return text;
}

/** Without what stands in brackets. */
export function withoutBrackets(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(' || token.text === '[') depth++;
    else if ((token.text === ')' || token.text === ']') && depth > 0) depth--;
    else if (depth === 0) kept.push(token);
  }
  return kept;
}

/** Words of the questions and answers looked at last: each is judged by several checks. */
const known = new Map<string, readonly Token[]>();

/** The words of a short text, without its marks. */
export function wordsOf(text: string): readonly Token[] {
  const found = known.get(text);
  if (found) return found;
  const made = words(tokenize(text));
  if (known.size >= 400) known.clear();
  known.set(text, made);
  return made;
}

export const words = (tokens: readonly Token[]): Token[] => tokens.filter((token) => !token.mark);

export const isNumber = (word: string): boolean =>
  /^[$£€]?\d[\d,.]*(?:%|k|m|st|nd|rd|th|x)?$/i.test(word) || numerals.has(word);
const numerals = new Set(
  `two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty
forty fifty sixty seventy eighty ninety hundred thousand million billion dozen`.split(/\s+/),
);

const functionWords = new Set([
  ...determiners,
  ...prepositions,
  ...personalPronouns,
  ...coordinators,
  ...subordinators,
  ...finiteAuxiliaries,
  ...wordSet('be been being not to there who which that what how when where why do up'),
]);

/** Is a word of grammar rather than of content. */
export const isFunctionWord = (low: string): boolean => functionWords.has(low);

export const capitalize = (text: string): string => {
  const first = text.codePointAt(0);
  return first === undefined
    ? text
    : String.fromCodePoint(first).toUpperCase() + text.slice(String.fromCodePoint(first).length);
};

/** A common noun, as far as its form tells: in small letters, no number, no word of grammar. */
export const isPlainNoun = (token: Token): boolean =>
  !isFunctionWord(token.low) &&
  !isAdverb(token.low) &&
  !isNumber(token.low) &&
  /^[a-z][a-z-]{2,}$/.test(token.text);

/** Up to four words with capitals and no digits: "Ada Lovelace", "General Clinton". */
export function allNames(tokens: readonly Token[]): boolean {
  const content = words(tokens);
  return (
    content.length > 0 &&
    content.length <= 4 &&
    content.every(
      (token) => (token.capital || /^(?:de|van|von|der|la|and)$/.test(token.low)) && !/\d/.test(token.text),
    )
  );
}
