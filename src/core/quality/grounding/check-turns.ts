import { addedDenials, addedTraits } from './added-denials.js';
import type { Candidate } from './align.js';
import type { Clause } from './clauses.js';
import type { Weighed } from './doubts.js';
import { textOf, type Text } from './text.js';
import { thresholds, weights } from './turn-weights.js';
import { droppedDenials, droppedTraits } from './dropped-denials.js';
import { turnedWords, wordTraits } from './turned-words.js';
import { toldOf, type Told, type Turn } from './turns.js';

/** The ways in which a sentence may be turned, each with what finds it and what its traits are called. */
export const turnKinds = {
  words: { find: turnedWords, traits: wordTraits },
  added: { find: addedDenials, traits: addedTraits },
  dropped: { find: droppedDenials, traits: droppedTraits },
} as const;

export type TurnKind = keyof typeof turnKinds;

const values = {
  words: wordTraits.map((trait) => weights.words[trait]),
  added: addedTraits.map((trait) => weights.added[trait]),
  dropped: droppedTraits.map((trait) => weights.dropped[trait]),
};

const mostQuoted = 24;

function messageOf({ source, answer }: Told, kind: TurnKind, { at, other }: Turn): string {
  if (kind === 'words')
    return `says "${answer.tokens[at]!.text}", the source says "${source.tokens[other]!.text}"`;
  const { from, to } = source.sentences[source.sentenceOf[other]!]!;
  const quote = textOf(source, from, Math.min(to, from + mostQuoted)).replace(/\s+/g, ' ');
  return kind === 'added'
    ? `denies what the source says: "${quote}"`
    : `leaves out the denial of the source: "${quote}"`;
}

const isPeriod = ({ answer, source }: Told, { at, other }: Turn): boolean =>
  answer.tokens[at]!.word.period !== undefined && source.tokens[other]!.word.period !== undefined;

/** The turn of one sentence that most speaks for: a word become its opposite, a denial added or left out; told where enough does. */
export function weighTurns(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
  clauses: readonly Clause[],
  question: Text | undefined,
): Weighed {
  const told = toldOf(source, answer, index, candidates, clauses, question);
  let excess = -Infinity;
  let found: readonly [TurnKind, Turn] | undefined;
  for (const kind of ['words', 'added', 'dropped'] as const)
    for (const turn of turnKinds[kind].find(told)) {
      const sum = turn.traits.reduce((all, trait, k) => all + trait * values[kind][k]!, -thresholds[kind]);
      if (sum > excess) [excess, found] = [sum, [kind, turn]];
    }
  if (found === undefined || excess <= 0) return { excess, reason: undefined };
  const { start, end } = answer.tokens[found[1].at]!;
  const code = found[0] === 'words' && isPeriod(told, found[1]) ? 'unit' : 'negation';
  return { excess, reason: { code, message: messageOf(told, ...found), at: [start, end] } };
}
