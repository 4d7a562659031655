import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 1.03;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -1.29,
  nominal: 0.72,
  'ends in -ed': -1.53,
  'ends in -ly': -0.93,
  'names a thing': 1.15,
  someone: 0.29,
  capital: 0.32,
  length: 0.44,
  'share of strange words': 0.07,
  'only strange word': -0.17,
  'share of its clause found': -0.65,
  'neighbours found': -0.33,
  'related word elsewhere': -0.91,
  'in the first sentence': -1.54,
  'in the sentence before': -0.63,
  'two sentences before': -0.58,
  'far away': 0.53,
  'pronoun there': 0.2,
  'near an unclaimed word': -0.38,
  'same word before': 1.41,
  'same word after': 0.39,
  'both nominal, near': 0.11,
  'same ending': 0.41,
  'far away, near an unclaimed word': 0.72,
  'close to the source': 0.07,
  'close to the source, near an unclaimed word': 0.45,
  'close to the source, nominal': -0.06,
};
