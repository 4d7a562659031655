import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.64;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.92,
  nominal: 0.5,
  'ends in -ed': -1.23,
  'ends in -ly': -1.15,
  'names a thing': 1.21,
  someone: 0.39,
  capital: 0.26,
  length: 0.68,
  'only strange word': -0.42,
  'share of its clause found': -0.32,
  'related word elsewhere': -0.77,
  'in the first sentence': -1.55,
  'in the sentence before': -0.73,
  'two sentences before': -0.62,
  'far away': 0.52,
  'pronoun there': 0.26,
  'near an unclaimed word': -0.39,
  'same ending': 0.25,
  'far away, near an unclaimed word': 0.58,
  'close to the source': 0.15,
  'close to the source, near an unclaimed word': 0.4,
  'share of the sentence found': -0.76,
  'asked for the other word': -0.17,
  'said twice': -1.12,
  'one capital': -0.43,
  'same preposition, both nominal': 0.56,
  'same words around': 1.06,
  'same words around, both nominal': 0.77,
  'both end a clause': 0.74,
};
