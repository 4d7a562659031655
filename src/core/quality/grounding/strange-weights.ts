import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 1.26;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.6,
  nominal: 0.54,
  'ends in -ed': -1.14,
  'ends in -ly': -1.45,
  'names a thing': 1.21,
  someone: 0.29,
  capital: 0.72,
  length: 0.37,
  'only strange word': -0.63,
  'share of its clause found': 0.02,
  'related word elsewhere': -0.71,
  'in the first sentence': -1.42,
  'in the sentence before': -1.46,
  'two sentences before': -0.93,
  'far away': 0.36,
  'pronoun there': 0.28,
  'near an unclaimed word': -0.65,
  'same ending': 0.34,
  'far away, near an unclaimed word': 0.3,
  'close to the source': 0.46,
  'close to the source, near an unclaimed word': 0.33,
  'share of the sentence found': -0.15,
  'asked for the other word': -0.89,
  'said twice': -1.6,
  'one capital': -0.57,
  'same preposition, both nominal': 0.86,
  'same words around': 1.21,
  'same words around, both nominal': 1.5,
  'both end a clause': 0.56,
};
