import type { Token } from './tokens.js';
import { verbAs } from './verbs.js';
import { articles, finiteAuxiliaries, isAdverb } from './words.js';

/** Where "X, a town in Y, is" has its second comma. */
export function appositionEnd(tokens: readonly Token[], comma: number): number {
  const next = tokens[comma + 1];
  if (
    !next ||
    (!articles.has(next.low) &&
      !isNameUntil(tokens, comma) &&
      !/^(?:who|which|whose|also|known|formerly|or|originally|located|born|including|such|both|like|especially|particularly|when|if|where|however|therefore|then|too|though|unlike|together|along|based|by|in|on|at|for|with|as|from|to|after|before|during|under|without|through|because|although|while|named|called|founded|used|given|if|once|using|usually|typically|often|perhaps|depending|rather|instead)$/.test(
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
      (finiteAuxiliaries.has(after.low) ||
        verbAs(after.low, 'third', 'past', 'past-or-participle', 'base') !== undefined ||
        isAdverb(after.low))
    )
      return i;
    if (token.text === ';' || token.text === ':') return -1;
  }
  return -1;
}

/** "The conductor, | Naomi Farquhar |, was": nothing but a name. */
function isNameUntil(tokens: readonly Token[], comma: number): boolean {
  const end = tokens.findIndex((token, i) => i > comma && token.text === ',');
  const name = tokens.slice(comma + 1, end);
  return (
    tokens[0]?.capital === true &&
    /^(?:the|our|its|their|his|her)$/.test(tokens[0].low) &&
    end > 0 &&
    name.length >= 2 &&
    name.length <= 4 &&
    name.every((token) => token.capital && !/\d/.test(token.text))
  );
}
