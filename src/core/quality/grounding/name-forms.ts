import type { Name } from './names.js';
import type { Text } from './text.js';

/** The words of a text that a name may draw on, lower case and stemmed alike. */
export function wordSet(text: Text): ReadonlySet<string> {
  const words = new Set<string>();
  for (const token of text.tokens) {
    if (token.kind !== 'word') continue;
    words.add(token.word.low);
    words.add(token.word.key);
  }
  return words;
}

/** Initials of runs of words: "GP" for "general practitioner". */
function isAcronymOf(acronym: string, text: Text): boolean {
  const letters = acronym
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/s$/, '');
  if (letters.length < 2 || letters.length > 8) return false;
  const { tokens } = text;
  for (let i = 0; i < tokens.length; i++) {
    let at = 0;
    for (let j = i; j < tokens.length && at < letters.length && j < i + letters.length * 2; j++) {
      const token = tokens[j]!;
      if (token.kind !== 'word') continue;
      if (token.word.low.startsWith(letters[at]!)) at++;
      else if (!token.word.stop) break;
    }
    if (at === letters.length) return true;
  }
  return false;
}

/** "Food and Agriculture Organization" where the source has "FAO". */
function isExpansionIn(parts: readonly string[], words: ReadonlySet<string>): boolean {
  return parts.length > 1 && words.has(parts.map((part) => part[0]).join(''));
}

/** Countries whose people are called by another root, each with what they are called. */
const called: readonly (readonly string[])[] = [
  ['denmark', 'danish'],
  ['netherlands', 'dutch'],
  ['france', 'french'],
  ['spain', 'spanish'],
  ['wales', 'welsh'],
  ['greece', 'greek'],
  ['switzerland', 'swiss'],
  ['turkey', 'turkish'],
  ['poland', 'polish'],
  ['england', 'english'],
  ['britain', 'british'],
  ['ireland', 'irish'],
  ['brittany', 'breton'],
  ['norway', 'norwegian'],
  ['sweden', 'swedish', 'swede'],
  ['finland', 'finnish', 'finn'],
  ['iceland', 'icelandic'],
  ['scotland', 'scottish', 'scots'],
  ['germany', 'german'],
  ['flanders', 'flemish'],
  ['normandy', 'norman'],
  ['peru', 'peruvian'],
  ['cyprus', 'cypriot'],
  ['portugal', 'portuguese'],
  ['china', 'chinese'],
  ['japan', 'japanese'],
  ['naples', 'neapolitan'],
  ['venice', 'venetian'],
  ['vienna', 'viennese'],
  ['genoa', 'genoese'],
  ['moscow', 'muscovite'],
  ['paris', 'parisian'],
  ['cornwall', 'cornish'],
  ['asia', 'asian'],
  ['europe', 'european'],
  ['america', 'american', 'usa'],
];

/** Words from one root: France and French, Norway and Norwegian. */
function sharesRoot(word: string, words: ReadonlySet<string>): boolean {
  if (called.some((pair) => pair.includes(word) && pair.some((other) => words.has(other)))) return true;
  if (word.length < 5) return false;
  const root = word.slice(0, Math.max(4, word.length - 3));
  for (const other of words)
    if (other.length > 4 && other.startsWith(root) && Math.abs(other.length - word.length) < 5) return true;
  return false;
}

/** The words of a name that none of the texts has, in any form of it that is known. */
export function missingParts(
  answer: Text,
  name: Name,
  known: readonly ReadonlySet<string>[],
  texts: readonly Text[],
): string[] {
  const missing: string[] = [];
  for (let i = name.from; i < name.to; i++) {
    const token = answer.tokens[i]!;
    if (token.kind !== 'word' || token.word.stop || !token.capital || token.word.free) continue;
    if (
      known.some(
        (words) =>
          words.has(token.word.low) || words.has(token.word.key) || sharesRoot(token.word.low, words),
      )
    )
      continue;
    if (/^\p{Lu}{2,}s?$/u.test(token.text) && texts.some((text) => isAcronymOf(token.text, text))) continue;
    missing.push(token.text);
  }
  if (missing.length > 1 && known.some((words) => isExpansionIn(name.parts, words))) return [];
  return missing;
}
