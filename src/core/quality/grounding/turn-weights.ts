import type { addedTraits, droppedTraits } from './turned-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by `npx tsx test/bench/grounding-turns-fit.ts --write` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const threshold = 1.41;

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = {
  words: {
    bias: -1.74,
    'neighbours found': 0.82,
    'those after it found': 0.17,
    'same token before': 0.89,
    'same token after': 0.83,
    'same ending': 0.19,
    'one of a pair': 1.03,
    'elsewhere with such neighbours': -2.19,
    'opposite elsewhere with such neighbours': -0.69,
    'opposite in the answer, too': -1.39,
    'opposite in the question': -0.63,
    'share of the sentence found': 0.55,
    'one side limits': -0.21,
    'share of the clause taken up': 0.97,
    'found better elsewhere': -0.29,
    capital: -0.41,
    'both denied': 0.67,
    'other denials in the source': 0.67,
  },
  added: {
    bias: -0.45,
    'neighbours on both sides found': 0.63,
    'the very word': 0.94,
    'denied there': -1.13,
    'denials in the source': -0.76,
    'denials beside it': -0.29,
    'word that denies there': 0.3,
    'nothing follows it': -0.74,
    'of a subject': -0.98,
    without: 0.2,
    hardly: -0.08,
    'question denies': 0.55,
    condition: 0.42,
    'neighbours found, plain clause': 0.93,
    'neighbours found, only denial': 0.82,
    'more denials': 0.83,
    'denies a denial': 1,
    'denied by its verb there': -1.03,
    'said plainly, too': -1.14,
    'set apart': -0.83,
    'share of the clause found': -0.48,
    contrast: -0.18,
    'contrast on one side': 0.55,
    'other words that deny there': -0.15,
  },
  dropped: {
    bias: -1.25,
    'neighbours found, plain sentence': 0.83,
    'neighbours found, plain clause': 1.05,
    'the first word denied': 0.35,
    'share of the sentence found': 1.38,
    'denied here, too': -0.66,
    'fewer denials': 0.09,
    'question denies': -1.03,
    'in the question': -0.38,
    condition: -0.31,
    hardly: -0.41,
    'said plainly, too': -0.72,
    'share of the clause found': 0.45,
    'set apart': 0.07,
    'denials differ by one': -0.1,
    'neighbours found, only denial': 0.55,
    'more denials in the clause': -0.17,
  },
};
