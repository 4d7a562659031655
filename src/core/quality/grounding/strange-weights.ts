import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 1.37;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.63,
  nominal: 0.69,
  'ends in -ed': -0.9,
  'ends in -ly': -1.16,
  'names a thing': 1.2,
  someone: 0.53,
  capital: 0.48,
  length: 0.56,
  'only strange word': -0.61,
  'share of its clause found': -0.4,
  'related word elsewhere': -0.88,
  'in the first sentence': -1.42,
  'in the sentence before': -1.13,
  'two sentences before': -0.65,
  'far away': 0.22,
  'pronoun there': 0.42,
  'near an unclaimed word': -0.48,
  'same ending': 0.35,
  'far away, near an unclaimed word': 0.44,
  'close to the source': 0.78,
  'close to the source, near an unclaimed word': 0.34,
  'share of the sentence found': -0.35,
  'asked for the other word': -0.71,
  'said twice': -1.43,
  'one capital': -0.65,
  'same preposition, both nominal': 1.02,
  'same words around': 1.05,
  'same words around, both nominal': 1.3,
  'both end a clause': 0.47,
};
