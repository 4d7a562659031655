import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.2;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -1.74,
  nominal: 0.78,
  'ends in -ed': -1.27,
  'ends in -ly': -0.95,
  'names a thing': 0.79,
  someone: 0.54,
  capital: 0.31,
  length: 0.46,
  'share of strange words': -0.2,
  'only strange word': -0.09,
  'share of its clause found': -0.16,
  'neighbours found': -0.55,
  'related word elsewhere': -0.79,
  'in the first sentence': -1.54,
  'in the sentence before': -1.27,
  'two sentences before': -0.97,
  'far away': 0.44,
  'pronoun there': 0.41,
  'near an unclaimed word': 0.15,
  'same word before': 1.07,
  'same word after': 0.53,
  'both nominal, near': 0.5,
  'same ending': 0.11,
  'far away, near an unclaimed word': 0.7,
  'close to the source': -0.07,
  'close to the source, near an unclaimed word': 0.52,
  'close to the source, nominal': -0.17,
};
