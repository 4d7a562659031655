import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.78;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.93,
  nominal: 0.69,
  'ends in -ed': -1.2,
  'ends in -ly': -1.16,
  'names a thing': 1.13,
  someone: 0.44,
  capital: 0.23,
  length: 0.65,
  'share of strange words': -0.12,
  'only strange word': -0.32,
  'share of its clause found': -0.22,
  'neighbours found': -0.26,
  'related word elsewhere': -0.76,
  'in the first sentence': -1.61,
  'in the sentence before': -0.69,
  'two sentences before': -0.7,
  'far away': 0.62,
  'pronoun there': 0.17,
  'near an unclaimed word': -0.31,
  'same word before': 1.2,
  'same word after': 0.46,
  'both nominal, near': -0.22,
  'same ending': 0.39,
  'far away, near an unclaimed word': 0.49,
  'close to the source': 0.33,
  'close to the source, near an unclaimed word': 0.44,
  'close to the source, nominal': -0.09,
  'share of the sentence found': -0.93,
  'asked for the other word': -0.12,
  'said twice': -1.08,
  'one capital': -0.37,
  'same preposition, both nominal': 0.55,
};
