import { isFunctionWord, isNumber, tokenize, type Token } from './language/tokens.js';
import { verbAs, isNounish } from './language/verbs.js';
import { isAdverb } from './language/words.js';

const OPENING = /^(?:This|That|These|Those|Such|The said) (\p{Ll}[\p{L}-]{2,24})(?= )/u;
const stem = (word: string): string => word.toLowerCase().replace(/(?:es|s)$/, '');

/**
 * "These licenses are ..." after "Many source available licenses ..." as "The source available licenses are ...";
 * undefined where the sentence before names no such thing, or more than one.
 */
export function named(text: string, before: string | undefined): string | undefined {
  const found = OPENING.exec(text.slice(0, 60));
  const noun = found?.[1];
  if (!found || noun === undefined || before === undefined) return undefined;
  if (verbAs(noun, 'third', 'base') && !isNounish(noun)) return undefined;
  const tokens = tokenize(before);
  const phrases = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (stem(token.low) !== stem(noun)) continue;
    const from = describedFrom(tokens, at);
    if (from === at) return undefined;
    phrases.add(
      tokens
        .slice(from, at)
        .map((each) => each.text)
        .join(' '),
    );
  }
  const [described] = phrases;
  return phrases.size === 1 && described !== undefined
    ? `The ${described} ${noun}${text.slice(found[0].length)}`
    : undefined;
}

/** Where the words begin that describe the noun at `at`: at most three, none of grammar. */
function describedFrom(tokens: readonly Token[], at: number): number {
  let from = at;
  while (from > 0 && at - from < 3) {
    const token = tokens[from - 1] as Token;
    if (
      token.mark ||
      isFunctionWord(token.low) ||
      isNumber(token.low) ||
      isAdverb(token.low) ||
      /['’]s?$|^(?:new|same|other|following|first|second|next|last|own|single|certain|different|several|various|above|previous|current)$/.test(
        token.low,
      ) ||
      (verbAs(token.low, 'base', 'third', 'past', 'gerund') && !isNounish(token.low))
    )
      break;
    // A sentence's first word has its capital by its place
    if (from - 1 === 0 && token.capital) break;
    from--;
  }
  return from;
}
