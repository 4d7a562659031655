import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.08;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -1.32,
  nominal: 0.72,
  'ends in -ed': -1.54,
  'ends in -ly': -0.93,
  'names a thing': 1.13,
  someone: 0.3,
  capital: 0.29,
  length: 0.48,
  'share of strange words': 0.04,
  'only strange word': -0.17,
  'share of its clause found': -0.62,
  'neighbours found': -0.3,
  'related word elsewhere': -0.92,
  'in the first sentence': -1.51,
  'in the sentence before': -0.74,
  'two sentences before': -0.57,
  'far away': 0.52,
  'pronoun there': 0.19,
  'near an unclaimed word': -0.4,
  'same word before': 1.41,
  'same word after': 0.4,
  'both nominal, near': 0.08,
  'same ending': 0.39,
  'far away, near an unclaimed word': 0.72,
  'close to the source': 0.1,
  'close to the source, near an unclaimed word': 0.45,
  'close to the source, nominal': -0.01,
};
