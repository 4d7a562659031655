import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 1.39;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.6,
  nominal: 0.75,
  'ends in -ed': -0.9,
  'ends in -ly': -1.17,
  'names a thing': 1.24,
  someone: 0.51,
  capital: 0.57,
  length: 0.56,
  'only strange word': -0.61,
  'share of its clause found': -0.29,
  'related word elsewhere': -0.84,
  'in the first sentence': -1.41,
  'in the sentence before': -1.21,
  'two sentences before': -0.67,
  'far away': 0.18,
  'pronoun there': 0.37,
  'near an unclaimed word': -0.53,
  'same ending': 0.33,
  'far away, near an unclaimed word': 0.43,
  'close to the source': 0.74,
  'close to the source, near an unclaimed word': 0.32,
  'share of the sentence found': -0.39,
  'asked for the other word': -0.8,
  'said twice': -1.45,
  'one capital': -0.62,
  'same preposition, both nominal': 0.96,
  'same words around': 1.02,
  'same words around, both nominal': 1.33,
  'both end a clause': 0.53,
};
