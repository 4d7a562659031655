import type { addedTraits } from './added-denials.js';
import type { droppedTraits } from './dropped-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by `npx tsx test/bench/grounding-turns-fit.ts --write` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const thresholds = { words: 1.71, added: 2.15, dropped: 2.68 };

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = {
  words: {
    bias: -1.15,
    'neighbours found': 1.36,
    'those after it found': 0.05,
    'same token before': 1.18,
    'same token after': 0.66,
    'same ending': 0.2,
    'one of a pair': 0.18,
    'unit of time': 1.03,
    'elsewhere with such neighbours': -1.97,
    'opposite elsewhere with such neighbours': -1.31,
    'opposite in the answer, too': -0.81,
    'opposite in the question': -0.73,
    'share of the sentence found': -0.04,
    'one side limits': -0.02,
    'share of the clause taken up': 0.52,
    'found better elsewhere': -0.03,
    capital: -0.53,
    'both denied': 1.78,
    'other denials in the source': 0.26,
    'said of anything': 0,
    'by prefix': -0.39,
    'answer begins with no': -1.04,
    'rules agree': 0.91,
  },
  added: {
    bias: 0.38,
    'neighbours on both sides found': 0.59,
    'the very word': 0.24,
    'denied there': -1.41,
    'denials in the source': -0.21,
    'denials beside it': -0.33,
    'word that denies there': 0.51,
    'nothing follows it': -0.3,
    'of a subject': -1.82,
    without: -0.79,
    hardly: -0.33,
    'question denies': -0.46,
    condition: 0.28,
    'neighbours found, plain clause': 0.87,
    'neighbours found, only denial': 0.98,
    'more denials': 0.43,
    'denies a denial': 0.78,
    'denied by its verb there': -1.06,
    'said plainly, too': -0.75,
    'set apart': -1.39,
    'share of the clause found': -0.38,
    contrast: -0.41,
    'contrast on one side': -0.42,
    'other words that deny there': 0.14,
    'rules agree': 1,
    'answer begins with no': -1.51,
    'word that goes with denials': -0.85,
    'point in time': -0.88,
    compares: -0.11,
    'same verb form there': 0.55,
    'by do': -0.45,
    never: -0.85,
    'but follows': -0.27,
    'only or other there': -0.19,
    'same value follows': 0.51,
    'share of the sentence found': 0.2,
  },
  dropped: {
    bias: -0.11,
    'neighbours found, plain sentence': 0.22,
    'neighbours found, plain clause': 1.11,
    'the first word denied': 0.07,
    'share of the sentence found': 0.57,
    'denied here, too': -0.38,
    'fewer denials': -0.24,
    'question denies': -0.69,
    'in the question': -0.29,
    condition: 0.39,
    hardly: -0.27,
    'said plainly, too': -0.47,
    'share of the clause found': 0.4,
    'set apart': -0.08,
    'denials differ by one': -0.18,
    'neighbours found, only denial': 0.93,
    'more denials in the clause': -0.28,
    'rules agree': 0.73,
    'why is asked': -0.52,
    'share of the denied clause taken up': -0.09,
    'same verb form here': 1.19,
    'nothing between them': 0.21,
    'same bound here': -1.02,
    'denied in another sentence': -0.27,
    'answer begins with no': -0.74,
  },
};
