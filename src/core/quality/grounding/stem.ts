import { irregularWords } from './irregular-words.js';

/**
 * A light English stemmer. It joins what a paraphrase changes (pay, pays, paid, payment) and may join a little
 * too much; it is only used to compare an answer with its source, never shown.
 */

/** Suffixes, longest first, each with the shortest stem that may stay. */
const suffixes: readonly (readonly [suffix: string, rest: string, least: number])[] = [
  ['isations', '', 3],
  ['izations', '', 3],
  ['isation', '', 3],
  ['ization', '', 3],
  ['iveness', '', 3],
  ['ations', '', 4],
  ['ements', '', 4],
  ['ation', '', 4],
  ['ement', '', 4],
  ['ments', '', 4],
  ['ances', '', 4],
  ['ences', '', 4],
  ['ities', '', 4],
  ['ising', '', 4],
  ['izing', '', 4],
  ['ment', '', 4],
  ['ance', '', 4],
  ['ence', '', 4],
  ['ness', '', 4],
  ['able', '', 4],
  ['ible', '', 4],
  ['ised', '', 4],
  ['ized', '', 4],
  ['ises', '', 4],
  ['izes', '', 4],
  ['ions', '', 4],
  ['ings', '', 3],
  ['edly', '', 3],
  ['less', '', 3],
  ['ists', '', 4],
  ['ity', '', 4],
  ['ist', '', 4],
  ['ise', '', 4],
  ['ize', '', 4],
  ['ion', '', 4],
  ['ing', '', 3],
  ['ied', 'y', 2],
  ['ies', 'y', 2],
  ['ive', '', 4],
  ['ous', '', 4],
  ['ful', '', 4],
  ['ers', '', 4],
  ['ors', '', 4],
  ['ant', '', 5],
  ['ent', '', 5],
  ['ed', '', 2],
  ['er', '', 4],
  ['or', '', 4],
  ['al', '', 4],
  ['ly', '', 3],
  ['es', '', 3],
  ['s', '', 2],
];

const vowel = /[aeiouy]/;

function strip(word: string, again = false): string {
  for (const [suffix, rest, least] of suffixes) {
    if (again && (suffix === 's' || suffix === 'es')) continue;
    const length = word.length - suffix.length;
    if (length < least || !word.endsWith(suffix)) continue;
    if (suffix === 's' && /[su]s$/.test(word)) return word;
    const stem = word.slice(0, length);
    if (!vowel.test(stem)) return word;
    return stem + rest;
  }
  return word;
}

function finish(word: string): string {
  let stem = word;
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  if (stem.length > (stem.endsWith('ll') ? 5 : 3) && /([bdfglmnprt])\1$/.test(stem)) stem = stem.slice(0, -1);
  if (stem.length > 2 && stem.endsWith('y')) stem = stem.slice(0, -1) + 'i';
  return stem;
}

/** The stem of a lower-case word. Words of other scripts, and those with digits or `_`, come back as they are. */
export function stem(word: string): string {
  const base = irregularWords.get(word);
  if (base !== undefined) return finish(base);
  if (word.length < 4 || word.length > 40 || !/^[a-z]+$/.test(word))
    return word.length === 3 ? finish(word) : word;
  // "employees": what -ees leaves behind is no "emploi".
  const once = word.endsWith('ees') ? word.slice(0, -1) : strip(word);
  const known = irregularWords.get(once);
  if (known !== undefined) return finish(known);
  const twice = once !== word && once.length > 5 ? strip(once, true) : once;
  return finish(twice);
}
