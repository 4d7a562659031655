import { sharesRoot } from './counterparts.js';
import { relatedKeys } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';

/** How far around a place its neighbours are looked for: in tokens, and in words on each side of either text. */
const mostTokens = 12;
const ownWords = 4;
const theirWords = 6;
/** What a neighbour is worth that is only related to the other text's one, and one that is said of anything. */
const relatedWorth = 0.7;
const freeWorth = 0.4;

/** The words with content on one side of a place in its sentence, nearest first. */
function neighboursOf(text: Text, at: number, step: 1 | -1, most: number): number[] {
  const { from, to } = text.sentences[text.sentenceOf[at]!]!;
  const found: number[] = [];
  for (let i = at + step; i >= from && i < to && found.length < most; i += step) {
    if (Math.abs(i - at) > mostTokens) break;
    if (hasContent(text.tokens[i]!) || text.tokens[i]!.key.startsWith('#')) found.push(i);
  }
  return found;
}

/** How far two words say the same: 0 to 1. */
function likeness(one: Text, i: number, two: Text, j: number): number {
  const [a, b] = [one.tokens[i]!, two.tokens[j]!];
  if (a.key === b.key) return 1;
  if (a.kind !== 'word' || b.kind !== 'word') return 0;
  return relatedKeys(a.key).has(b.key) || sharesRoot(a.word.low, b.word.low) ? relatedWorth : 0;
}

/** How far the words around a place stand around a place of another text, too: 0 to 1. */
export interface Echo {
  readonly before: number;
  readonly after: number;
  /** On both sides together. */
  readonly all: number;
}

/** Looks for the neighbours of a place of `text` around a place of `other`; near ones, and those of its clause, count for more. */
export function echoOf(text: Text, at: number, other: Text, place: number): Echo {
  const there = [...neighboursOf(other, place, -1, theirWords), ...neighboursOf(other, place, 1, theirWords)];
  let [found, total] = [0, 0];
  const side = (step: 1 | -1): number => {
    let [own, all] = [0, 0];
    for (const [n, i] of neighboursOf(text, at, step, ownWords).entries()) {
      const borders = Math.abs(text.clauses[i]! - text.clauses[at]!);
      const weight = (text.tokens[i]!.word.free ? freeWorth : 1) / (1 + n + borders);
      own += weight * there.reduce((best, j) => Math.max(best, likeness(text, i, other, j)), 0);
      all += weight;
    }
    found += own;
    total += all;
    return all === 0 ? 0 : own / all;
  };
  const [before, after] = [side(-1), side(1)];
  return { before, after, all: total === 0 ? 0 : found / total };
}

/** The share of a stretch's words, but the one at `but`, that a stretch of another text has; a half where it has no other. */
export function shareFound(text: Text, stretch: Stretch, other: Text, there: Stretch, but = -1): number {
  const keys = new Set<string>();
  for (let j = there.from; j < there.to; j++) keys.add(other.tokens[j]!.key);
  let [own, all] = [0, 0];
  for (let i = stretch.from; i < stretch.to; i++) {
    const token = text.tokens[i]!;
    if (i === but || !hasContent(token)) continue;
    const weight = token.word.free ? freeWorth : 1;
    all += weight;
    if (keys.has(token.key)) own += weight;
    else if ([...relatedKeys(token.key)].some((key) => keys.has(key))) own += weight * relatedWorth;
  }
  return all === 0 ? 0.5 : own / all;
}
