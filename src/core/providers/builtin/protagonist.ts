import { bodies, commonWords, isGivenName, isPerson, isPlural, places } from './language/nouns.js';
import { wordsOf } from './language/tokens.js';

/** Whose life a text tells, and by which pronoun. */
export interface Protagonist {
  readonly name: string;
  readonly pronoun: 'he' | 'she';
}

const NAMED =
  /^(\p{Lu}[\p{L}’'-]+(?: (?:de|van|von|der|la|\p{Lu}\.|\p{Lu}[\p{L}’'-]+)){1,3})(?=$|\s*[(:,–—])/u;

/**
 * The person whose name is the document's title, where the text speaks of one sex alone: who "she" is there.
 * Undefined for titles that are no name.
 */
export function protagonistOf(title: string | undefined, text: string): Protagonist | undefined {
  const name = NAMED.exec(title ?? '')?.[1];
  if (name === undefined) return undefined;
  const isThing = name.split(' ').some((word) => {
    const low = word.toLowerCase();
    return commonWords.has(low) || places.has(low) || bodies.has(low) || isPerson(low) || isPlural(low);
  });
  const she = /\b(?:she|her|hers)\b/i.test(text);
  const he = /\b(?:he|his|him)\b/i.test(text);
  return isThing || she === he ? undefined : { name, pronoun: she ? 'she' : 'he' };
}

/** "She retired in 1926" with the name, where no sentence of `before` speaks of another person. */
export function withProtagonist(
  text: string,
  hero: Protagonist | undefined,
  before: readonly string[],
): string | undefined {
  if (hero === undefined || !text.toLowerCase().startsWith(`${hero.pronoun} `)) return undefined;
  const own = new Set(hero.name.toLowerCase().split(' '));
  const other = before.some((sentence) =>
    wordsOf(sentence).some(
      (token, i, all) =>
        !own.has(token.low) &&
        ((isPerson(token.low) && !isPlural(token.low)) ||
          isGivenName(token.low) ||
          (i > 1 && token.capital && all[i - 1]?.capital === true && !own.has(all[i - 1]?.low ?? ''))),
    ),
  );
  return other ? undefined : `${hero.name}${text.slice(hero.pronoun.length)}`;
}
