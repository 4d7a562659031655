import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 1.41;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.75,
  nominal: 0.56,
  'ends in -ed': -1.2,
  'ends in -ly': -1.52,
  'names a thing': 1.11,
  someone: 0.36,
  capital: 0.8,
  length: 0.23,
  'only strange word': -0.6,
  'share of its clause found': 0.08,
  'related word elsewhere': -0.83,
  'in the first sentence': -1.48,
  'in the sentence before': -1.67,
  'two sentences before': -0.91,
  'far away': 0.32,
  'pronoun there': 0.33,
  'near an unclaimed word': -0.58,
  'same ending': 0.33,
  'far away, near an unclaimed word': 0.16,
  'close to the source': 0.6,
  'close to the source, near an unclaimed word': 0.45,
  'share of the sentence found': -0.19,
  'asked for the other word': -0.95,
  'said twice': -1.51,
  'one capital': -0.66,
  'same preposition, both nominal': 0.96,
  'same words around': 1.12,
  'same words around, both nominal': 1.72,
  'both end a clause': 0.65,
};
