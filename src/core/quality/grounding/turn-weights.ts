import type { addedTraits, droppedTraits } from './turned-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by `npx tsx test/bench/grounding-turns-fit.ts --write` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const threshold = 1.36;

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = {
  words: {
    bias: -1.4,
    'neighbours found': 0.83,
    'those after it found': 0.04,
    'same token before': 1.16,
    'same token after': 0.71,
    'same ending': 0.19,
    'one of a pair': 0.77,
    'unit of time': 0.56,
    'elsewhere with such neighbours': -2.02,
    'opposite elsewhere with such neighbours': -0.92,
    'opposite in the answer, too': -1.38,
    'opposite in the question': -0.81,
    'share of the sentence found': 0.58,
    'one side limits': -0.14,
    'share of the clause taken up': 0.91,
    'found better elsewhere': -0.3,
    capital: -0.5,
    'both denied': 0.97,
    'other denials in the source': 0.49,
  },
  added: {
    bias: -0.44,
    'neighbours on both sides found': 0.67,
    'the very word': 0.97,
    'denied there': -1.1,
    'denials in the source': -0.79,
    'denials beside it': -0.24,
    'word that denies there': 0.24,
    'nothing follows it': -0.75,
    'of a subject': -0.96,
    without: 0.19,
    hardly: -0.08,
    'question denies': 0.53,
    condition: 0.4,
    'neighbours found, plain clause': 0.96,
    'neighbours found, only denial': 0.84,
    'more denials': 0.81,
    'denies a denial': 0.99,
    'denied by its verb there': -1,
    'said plainly, too': -1.06,
    'set apart': -0.84,
    'share of the clause found': -0.5,
    contrast: -0.21,
    'contrast on one side': 0.55,
    'other words that deny there': -0.2,
  },
  dropped: {
    bias: -1.12,
    'neighbours found, plain sentence': 0.79,
    'neighbours found, plain clause': 1.04,
    'the first word denied': 0.37,
    'share of the sentence found': 1.35,
    'denied here, too': -0.68,
    'fewer denials': 0.09,
    'question denies': -1.02,
    'in the question': -0.29,
    condition: -0.29,
    hardly: -0.41,
    'said plainly, too': -0.75,
    'share of the clause found': 0.32,
    'set apart': 0.05,
    'denials differ by one': -0.15,
    'neighbours found, only denial': 0.58,
    'more denials in the clause': -0.13,
  },
};
