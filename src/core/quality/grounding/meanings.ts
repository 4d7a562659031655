import { alikeWords } from './alike-words.js';
import { oppositeWords } from './opposite-words.js';
import { stem } from './stem.js';

/**
 * Words that mean much the same, and pairs of words that say the opposite. Both sides of a pair share a key, so
 * that an answer's word finds its counterpart; the sign tells which side it is on.
 */
interface Meaning {
  readonly key: string;
  /** 0 for a word without an opposite. */
  readonly sign: -1 | 0 | 1;
}

const meanings = new Map<string, Meaning>();

const words = (text: string): string[] => text.trim().split(/\s+/);

for (const line of alikeWords.trim().split('\n')) {
  const stems = words(line).map(stem);
  const key = meanings.get(stems.find((each) => meanings.has(each)) ?? '')?.key ?? `=${stems[0]}`;
  for (const each of stems) if (!meanings.has(each)) meanings.set(each, { key, sign: 0 });
}
const paired = new Map<string, Meaning>();
const pairedStems = new Map<string, Meaning>();

function pair(marked: string, meaning: Meaning): void {
  const word = marked.replace('!', '');
  if (!paired.has(word)) paired.set(word, meaning);
  const root = stem(word);
  if (!marked.endsWith('!') && !pairedStems.has(root)) pairedStems.set(root, meaning);
}
for (const line of oppositeWords.trim().split('\n')) {
  const [plus = '', minus = ''] = line.split('|');
  const key = `~${words(plus)[0]}`;
  for (const word of words(plus)) pair(word, { key, sign: 1 });
  for (const word of words(minus)) pair(word, { key, sign: -1 });
}

/** Small words that only look like members of a pair: "will" is no form of "willing". */
const plain = new Set(['will', 'various']);

/** What a lower-case word is compared by. */
export function meaning(word: string): Meaning {
  const exact = paired.get(word);
  if (exact !== undefined) return exact;
  const root = stem(word);
  return (
    (plain.has(word) ? undefined : pairedStems.get(root)) ?? meanings.get(root) ?? { key: root, sign: 0 }
  );
}
