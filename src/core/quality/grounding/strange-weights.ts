import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.57;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -1.73,
  nominal: 0.79,
  'ends in -ed': -1.27,
  'ends in -ly': -0.95,
  'names a thing': 0.69,
  someone: 0.68,
  capital: 0.27,
  length: 0.43,
  'share of strange words': -0.18,
  'only strange word': -0.1,
  'share of its clause found': -0.21,
  'neighbours found': -0.54,
  'asked about': -0.99,
  'related word elsewhere': -0.8,
  'in the first sentence': -1.58,
  'in the sentence before': -1.08,
  'two sentences before': -0.97,
  'far away': 0.47,
  'pronoun there': 0.44,
  'near an unclaimed word': 0.19,
  'same word before': 1.14,
  'same word after': 0.54,
  'both nominal, near': 0.53,
  'same ending': 0.11,
  'far away, near an unclaimed word': 0.7,
  'close to the source': -0.1,
  'close to the source, near an unclaimed word': 0.48,
  'close to the source, nominal': -0.26,
};
