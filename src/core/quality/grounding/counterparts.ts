import type { Candidate } from './align.js';
import { relatedKeys } from './related.js';
import { relate } from './same-fact.js';
import type { Sentence } from './sentences.js';
import { hasContent, textOf, type Stretch, type Text } from './text.js';

/** A word or a value of an answer's sentence, and where the sentences that it comes from have it. */
export interface Item {
  /** Tokens `from` (with) to `to` (without). */
  readonly from: number;
  readonly to: number;
  /** Places in the source, by their first token, ascending; empty where there is none. */
  readonly places: readonly number[];
  /** The places have the word itself, not only one that may stand for it. */
  readonly exact: boolean;
}

/** A sentence of the answer laid beside the sentences of the source that it may come from. */
export interface Alignment {
  readonly mine: Sentence;
  /** Best first. */
  readonly homes: readonly Sentence[];
  /** The words and values of the answer's sentence, in order. */
  readonly items: readonly Item[];
}

/** Shorter words tell nothing by their letters. */
const leastRoot = 5;

/** "quake" and "earthquake", "administrator" and "administration". */
export function sharesRoot(a: string, b: string): boolean {
  if (a.length < leastRoot || b.length < leastRoot)
    return Math.min(a.length, b.length) === leastRoot - 1 && (a.startsWith(b) || b.startsWith(a));
  // "exams" and "examinations"
  if (a.length === leastRoot && a.endsWith('s') && b.startsWith(a.slice(0, -1))) return true;
  if (b.length === leastRoot && b.endsWith('s') && a.startsWith(b.slice(0, -1))) return true;
  if (a.charCodeAt(0) === b.charCodeAt(0)) {
    const root = Math.max(5, Math.ceil(Math.min(a.length, b.length) * 0.65));
    if (a.startsWith(b.slice(0, root))) return true;
  }
  return a.endsWith(b) || b.endsWith(a);
}

/** Whether a token stands for something by itself: a word with content that is not part of a value. */
export const isWord = (text: Text, at: number): boolean =>
  text.tokens[at]!.kind === 'word' && hasContent(text.tokens[at]!) && text.factAt[at]! < 0;

function valueItem(source: Text, answer: Text, n: number, homes: readonly Stretch[]): Item {
  const fact = answer.facts[n]!;
  const written = textOf(answer, fact.from, fact.to);
  const places: number[] = [];
  for (const { from, to } of homes) {
    for (let j = from; j < to; j++) {
      const there = source.factAt[j]!;
      if (there < 0 || source.facts[there]!.from !== j) continue;
      const each = source.facts[there]!;
      if (relate(fact, each, [written, textOf(source, each.from, each.to)]) === 'same') places.push(j);
    }
  }
  return { from: fact.from, to: fact.to, places, exact: true };
}

/** The words of sentences of the source, in order. */
const wordsIn = (source: Text, homes: readonly Stretch[]): number[] => {
  const words: number[] = [];
  for (const { from, to } of homes) for (let j = from; j < to; j++) if (isWord(source, j)) words.push(j);
  return words;
};

function wordItem(source: Text, answer: Text, at: number, there: readonly number[]): Item {
  const { key, word } = answer.tokens[at]!;
  const own = source.index.has(key) ? there.filter((j) => source.tokens[j]!.key === key) : [];
  if (own.length > 0) return { from: at, to: at + 1, places: own, exact: true };
  const related = relatedKeys(key);
  const long = word.low.length >= leastRoot - 1;
  const places: number[] = [];
  for (const j of there) {
    const other = source.tokens[j]!;
    if ((related.size > 0 && related.has(other.key)) || (long && sharesRoot(word.low, other.word.low)))
      places.push(j);
  }
  return { from: at, to: at + 1, places, exact: false };
}

/** Sentences that cover this share of what the best one does may say part of it. */
const closeToBest = 0.6;

/** Longer stretches, in tokens, are no sentences that could be laid beside each other. */
const longestSentence = 300;

/** Lays a sentence of an answer beside its candidates in the source; undefined where there are none of a sentence's length. */
export function alignmentOf(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
): Alignment | undefined {
  const [top] = candidates;
  if (top === undefined) return undefined;
  const homes = candidates
    .filter(({ cover }) => cover >= top.cover * closeToBest)
    .map(({ sentence }) => source.sentences[sentence]!)
    .filter(({ from, to }) => to - from <= longestSentence);
  return aligned(source, answer, index, homes);
}

/** As `alignmentOf`, beside the best candidate and the two sentences around it alone: what they say goes together. */
export function alignmentAround(
  source: Text,
  answer: Text,
  index: number,
  [top]: readonly Candidate[],
): Alignment | undefined {
  if (top === undefined) return undefined;
  const homes = source.sentences
    .slice(Math.max(0, top.sentence - 1), top.sentence + 2)
    .filter(({ from, to }) => to - from <= longestSentence);
  return aligned(source, answer, index, homes);
}

function aligned(
  source: Text,
  answer: Text,
  index: number,
  homes: readonly Sentence[],
): Alignment | undefined {
  const mine = answer.sentences[index]!;
  if (homes.length === 0 || mine.to - mine.from > longestSentence) return undefined;
  const there = wordsIn(source, homes);
  const items: Item[] = [];
  for (let i = mine.from; i < mine.to; i++) {
    const fact = answer.factAt[i]!;
    if (fact >= 0) {
      if (answer.facts[fact]!.from === i && !answer.facts[fact]!.weak)
        items.push(valueItem(source, answer, fact, homes));
    } else if (isWord(answer, i)) items.push(wordItem(source, answer, i, there));
  }
  return { mine, homes, items };
}
