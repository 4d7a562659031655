import type { Candidate } from './align.js';
import type { Clause } from './clauses.js';
import type { Stretch, Text } from './text.js';

/** A sentence of an answer, with what it may come from. */
export interface Told {
  readonly source: Text;
  readonly answer: Text;
  readonly question: Text | undefined;
  readonly mine: Stretch;
  readonly homes: readonly Home[];
}

/** A sentence of the source, and the share of the answer's words that it has. */
interface Home extends Stretch {
  readonly cover: number;
}

/** What may be turned in a sentence, and what speaks for and against it. */
export interface Turn {
  /** Token of the answer. */
  readonly at: number;
  /** Token of the source. */
  readonly other: number;
  /** A number for each trait of its kind, 0 to 1 or little more. */
  readonly traits: readonly number[];
}

const mostOfSentence = 3;
const mostOfClause = 2;
/** How many pairs of their tokens are looked at: sentences that have more are lists without an end. */
const mostPairs = 300_000;

/** The sentences of the source that a sentence of the answer, or one of its clauses, may come from. */
export function toldOf(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
  clauses: readonly Clause[],
  question: Text | undefined,
): Told {
  const covers = new Map<number, number>();
  const add = (list: readonly Candidate[], most: number): void => {
    for (let n = 0; n < Math.min(most, list.length); n++) {
      const { sentence, cover } = list[n]!;
      covers.set(sentence, Math.max(covers.get(sentence) ?? 0, cover));
    }
  };
  for (const clause of clauses) add(clause.candidates, mostOfClause);
  add(candidates, mostOfSentence);
  const homes: Home[] = [];
  const mine = answer.sentences[index]!;
  let pairs = 0;
  for (const [sentence, cover] of covers) {
    const { from, to } = source.sentences[sentence]!;
    pairs += (mine.to - mine.from) * (to - from);
    if (pairs <= mostPairs) homes.push({ from, to, cover });
  }
  return { source, answer, question, mine, homes };
}

/** "No, ...": what follows may deny with it. */
export const beginsWithNo = ({ tokens }: Text): boolean =>
  tokens[0]?.word.low === 'no' && tokens[1]?.kind === 'mark';

export const flag = (holds: boolean): number => (holds ? 1 : 0);

/** Whether something holds for a place of a stretch. */
export function some({ from, to }: Stretch, holds: (at: number) => boolean): boolean {
  for (let i = from; i < to; i++) if (holds(i)) return true;
  return false;
}

const border = /^(?:[,;:()—–]|but|while|whereas|although|though)$/;

/** What stands around a place between commas and words that join clauses. */
export function clauseOf(text: Text, at: number): Stretch {
  let { from, to } = text.sentences[text.sentenceOf[at]!]!;
  for (let i = at; i > from; i--) if (border.test(text.tokens[i - 1]!.word.low)) from = i;
  for (let i = at + 1; i < to; i++) if (border.test(text.tokens[i]!.word.low)) to = i;
  return { from, to };
}

const limit =
  /^(?:only|unless|until|except|but|alone|just|too|than|rather|instead|otherwise|hardly|barely|little|few)$/;

/** Whether a stretch has a word that limits what it says. */
export const limits = ({ tokens }: Text, stretch: Stretch): boolean =>
  some(stretch, (i) => limit.test(tokens[i]!.word.low));

/** How many denials a stretch has that stand for themselves: "not", "never", "without". */
export const denialsIn = (text: Text, { from, to }: Stretch): number =>
  to > from ? text.cues[text.sentenceOf[from]!]!.filter(({ at }) => at >= from && at < to).length : 0;

/** How many words of a stretch deny by their meaning that another text's stretch does not have. */
export function freshDenials(text: Text, stretch: Stretch, other: Text, there: Stretch): number {
  let count = 0;
  for (let i = stretch.from; i < stretch.to; i++) {
    const { word } = text.tokens[i]!;
    if (word.denial && !word.negator && !some(there, (j) => other.tokens[j]!.word.root === word.root))
      count++;
  }
  return count;
}

/** How many words of a stretch limit what it says that another text's stretch does not have. */
export const freshLimits = (text: Text, stretch: Stretch, other: Text, there: Stretch): boolean =>
  some(stretch, (i) => {
    const { low } = text.tokens[i]!.word;
    return limit.test(low) && !some(there, (j) => other.tokens[j]!.word.low === low);
  });

const contrast = /^(?:but|although|though|while|whereas|yet|however|even|despite|nevertheless)$/;

/** Whether a clause is set against what stands before it. */
export const contrasts = (text: Text, { from, to }: Stretch): boolean =>
  some(
    { from: Math.max(text.sentences[text.sentenceOf[from]!]!.from, from - 2), to: Math.min(to, from + 3) },
    (i) => contrast.test(text.tokens[i]!.word.low),
  );
