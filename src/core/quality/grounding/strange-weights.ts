import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 1.37;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.81,
  nominal: 0.55,
  'ends in -ed': -1.19,
  'ends in -ly': -1.52,
  'names a thing': 1.13,
  someone: 0.37,
  capital: 0.8,
  length: 0.28,
  'only strange word': -0.61,
  'share of its clause found': 0.08,
  'related word elsewhere': -0.83,
  'in the first sentence': -1.48,
  'in the sentence before': -1.65,
  'two sentences before': -0.9,
  'far away': 0.35,
  'pronoun there': 0.31,
  'near an unclaimed word': -0.57,
  'same ending': 0.32,
  'far away, near an unclaimed word': 0.15,
  'close to the source': 0.59,
  'close to the source, near an unclaimed word': 0.45,
  'share of the sentence found': -0.2,
  'asked for the other word': -1,
  'said twice': -1.5,
  'one capital': -0.65,
  'same preposition, both nominal': 0.97,
  'same words around': 1.13,
  'same words around, both nominal': 1.7,
  'both end a clause': 0.65,
};
