import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.97;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -1.26,
  nominal: 0.71,
  'ends in -ed': -1.53,
  'ends in -ly': -0.94,
  'names a thing': 1.15,
  someone: 0.29,
  capital: 0.32,
  length: 0.44,
  'share of strange words': 0.05,
  'only strange word': -0.18,
  'share of its clause found': -0.67,
  'neighbours found': -0.3,
  'related word elsewhere': -0.93,
  'in the first sentence': -1.54,
  'in the sentence before': -0.63,
  'two sentences before': -0.58,
  'far away': 0.52,
  'pronoun there': 0.21,
  'near an unclaimed word': -0.36,
  'same word before': 1.44,
  'same word after': 0.38,
  'both nominal, near': 0.1,
  'same ending': 0.39,
  'far away, near an unclaimed word': 0.73,
  'close to the source': 0.06,
  'close to the source, near an unclaimed word': 0.42,
  'close to the source, nominal': -0.04,
};
