import type { traits } from './strange-words.js';

// Made by `npx tsx test/bench/grounding-fit.ts --write` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = 0.63;

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = {
  bias: -0.93,
  nominal: 0.5,
  'ends in -ed': -1.22,
  'ends in -ly': -1.15,
  'names a thing': 1.2,
  someone: 0.45,
  capital: 0.26,
  length: 0.67,
  'only strange word': -0.41,
  'share of its clause found': -0.31,
  'related word elsewhere': -0.75,
  'in the first sentence': -1.51,
  'in the sentence before': -0.73,
  'two sentences before': -0.63,
  'far away': 0.51,
  'pronoun there': 0.26,
  'near an unclaimed word': -0.39,
  'same ending': 0.26,
  'far away, near an unclaimed word': 0.58,
  'close to the source': 0.17,
  'close to the source, near an unclaimed word': 0.4,
  'share of the sentence found': -0.78,
  'asked for the other word': -0.16,
  'said twice': -1.12,
  'one capital': -0.44,
  'same preposition, both nominal': 0.58,
  'same words around': 1.06,
  'same words around, both nominal': 0.75,
  'both end a clause': 0.72,
};
