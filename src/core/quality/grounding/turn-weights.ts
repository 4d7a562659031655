import type { addedTraits, droppedTraits } from './turned-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by `npx tsx test/bench/grounding-turns-fit.ts --write` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const threshold = 1.39;

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = {
  words: {
    bias: -1.38,
    'neighbours found': 0.81,
    'those after it found': 0.14,
    'same token before': 1.14,
    'same token after': 0.69,
    'same ending': 0.2,
    'one of a pair': 0.83,
    'unit of time': 0.61,
    'elsewhere with such neighbours': -2.09,
    'opposite elsewhere with such neighbours': -0.75,
    'opposite in the answer, too': -1.35,
    'opposite in the question': -0.73,
    'share of the sentence found': 0.42,
    'one side limits': -0.09,
    'share of the clause taken up': 0.86,
    'found better elsewhere': -0.26,
    capital: -0.48,
    'both denied': 0.52,
    'other denials in the source': 0.55,
  },
  added: {
    bias: -0.43,
    'neighbours on both sides found': 0.65,
    'the very word': 0.95,
    'denied there': -1.1,
    'denials in the source': -0.75,
    'denials beside it': -0.3,
    'word that denies there': 0.28,
    'nothing follows it': -0.75,
    'of a subject': -1,
    without: 0.18,
    hardly: -0.08,
    'question denies': 0.52,
    condition: 0.41,
    'neighbours found, plain clause': 0.94,
    'neighbours found, only denial': 0.8,
    'more denials': 0.81,
    'denies a denial': 0.99,
    'denied by its verb there': -1.02,
    'said plainly, too': -1.14,
    'set apart': -0.84,
    'share of the clause found': -0.49,
    contrast: -0.2,
    'contrast on one side': 0.54,
    'other words that deny there': -0.15,
  },
  dropped: {
    bias: -1.11,
    'neighbours found, plain sentence': 0.81,
    'neighbours found, plain clause': 1.03,
    'the first word denied': 0.37,
    'share of the sentence found': 1.29,
    'denied here, too': -0.68,
    'fewer denials': 0.08,
    'question denies': -1.07,
    'in the question': -0.31,
    condition: -0.29,
    hardly: -0.41,
    'said plainly, too': -0.74,
    'share of the clause found': 0.35,
    'set apart': 0.05,
    'denials differ by one': -0.12,
    'neighbours found, only denial': 0.57,
    'more denials in the clause': -0.13,
  },
};
