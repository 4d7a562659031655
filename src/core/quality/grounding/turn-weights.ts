import type { addedTraits, droppedTraits } from './turned-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by `npx tsx test/bench/grounding-turns-fit.ts --write` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const threshold = 1.37;

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = {
  words: {
    bias: -1.39,
    'neighbours found': 0.83,
    'those after it found': 0.04,
    'same token before': 1.16,
    'same token after': 0.7,
    'same ending': 0.2,
    'one of a pair': 0.77,
    'unit of time': 0.56,
    'elsewhere with such neighbours': -2.01,
    'opposite elsewhere with such neighbours': -0.92,
    'opposite in the answer, too': -1.39,
    'opposite in the question': -0.78,
    'share of the sentence found': 0.55,
    'one side limits': -0.11,
    'share of the clause taken up': 0.93,
    'found better elsewhere': -0.3,
    capital: -0.49,
    'both denied': 0.96,
    'other denials in the source': 0.47,
  },
  added: {
    bias: -0.42,
    'neighbours on both sides found': 0.67,
    'the very word': 0.96,
    'denied there': -1.1,
    'denials in the source': -0.8,
    'denials beside it': -0.26,
    'word that denies there': 0.24,
    'nothing follows it': -0.71,
    'of a subject': -0.95,
    without: 0.19,
    hardly: -0.08,
    'question denies': 0.49,
    condition: 0.4,
    'neighbours found, plain clause': 0.96,
    'neighbours found, only denial': 0.83,
    'more denials': 0.8,
    'denies a denial': 0.99,
    'denied by its verb there': -1,
    'said plainly, too': -1.06,
    'set apart': -0.83,
    'share of the clause found': -0.49,
    contrast: -0.22,
    'contrast on one side': 0.54,
    'other words that deny there': -0.2,
  },
  dropped: {
    bias: -1.14,
    'neighbours found, plain sentence': 0.79,
    'neighbours found, plain clause': 1.06,
    'the first word denied': 0.36,
    'share of the sentence found': 1.36,
    'denied here, too': -0.75,
    'fewer denials': 0.13,
    'question denies': -1.02,
    'in the question': -0.27,
    condition: -0.29,
    hardly: -0.41,
    'said plainly, too': -0.75,
    'share of the clause found': 0.31,
    'set apart': 0.05,
    'denials differ by one': -0.15,
    'neighbours found, only denial': 0.56,
    'more denials in the clause': -0.14,
  },
};
