import type { addedTraits, droppedTraits } from './turned-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by `npx tsx test/bench/grounding-turns-fit.ts --write` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const threshold = 1.42;

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = {
  words: {
    bias: -1.31,
    'neighbours found': 1.04,
    'those after it found': 0.13,
    'same token before': 1.06,
    'same token after': 0.79,
    'same ending': 0.09,
    'one of a pair': 0.7,
    'unit of time': 0.62,
    'elsewhere with such neighbours': -1.94,
    'opposite elsewhere with such neighbours': -1.23,
    'opposite in the answer, too': -1.08,
    'opposite in the question': -0.76,
    'share of the sentence found': 0.32,
    'one side limits': 0.03,
    'share of the clause taken up': 0.92,
    'found better elsewhere': -0.18,
    capital: -0.44,
    'both denied': 1.18,
    'other denials in the source': 0.49,
  },
  added: {
    bias: -0.1,
    'neighbours on both sides found': 0.99,
    'the very word': 0.77,
    'denied there': -1.08,
    'denials in the source': -0.84,
    'denials beside it': -0.36,
    'word that denies there': 0.35,
    'nothing follows it': -0.75,
    'of a subject': -0.91,
    without: 0.51,
    hardly: -0.09,
    'question denies': 0.4,
    condition: 0.29,
    'neighbours found, plain clause': 0.93,
    'neighbours found, only denial': 0.85,
    'more denials': 0.78,
    'denies a denial': 0.76,
    'denied by its verb there': -1.24,
    'said plainly, too': -1.03,
    'set apart': -0.84,
    'share of the clause found': -0.54,
    contrast: -0.15,
    'contrast on one side': 0.38,
    'other words that deny there': -0.07,
  },
  dropped: {
    bias: -1.05,
    'neighbours found, plain sentence': 0.43,
    'neighbours found, plain clause': 1.25,
    'the first word denied': 0.43,
    'share of the sentence found': 1.37,
    'denied here, too': -0.5,
    'fewer denials': -0.07,
    'question denies': -0.54,
    'in the question': -0.31,
    condition: -0.1,
    hardly: -0.43,
    'said plainly, too': -0.82,
    'share of the clause found': 0.5,
    'set apart': 0.02,
    'denials differ by one': -0.31,
    'neighbours found, only denial': 0.78,
    'more denials in the clause': 0.03,
  },
};
