import { relatedTrust, weightOf } from './context.js';
import { counterpartKey } from './related.js';
import { hasContent, type Text } from './text.js';

/** A sentence of the source that may say what a sentence of the answer says. */
export interface Candidate {
  readonly sentence: number;
  /** The share of the answer's words that it has, by weight: 0 to 1. */
  readonly cover: number;
}

/** Collects a word's weight for each sentence that has it. */
function spread(source: Text, key: string, weight: number, scores: Map<number, number>): void {
  const places = source.index.get(key);
  if (places === undefined) return;
  let last = -1;
  for (const place of places) {
    const sentence = source.sentenceOf[place]!;
    if (sentence === last) continue;
    last = sentence;
    scores.set(sentence, (scores.get(sentence) ?? 0) + weight);
  }
}

/** Words in more sentences than this tell nothing about which one is meant. */
const tooCommon = 400;

/** The source's sentences that share most with a sentence of the answer, or with a clause of one; best first. */
export function candidatesFor(
  source: Text,
  answer: Text,
  { from, to }: { readonly from: number; readonly to: number },
  question: Text | undefined,
  most = 4,
): Candidate[] {
  const scores = new Map<number, number>();
  const seen = new Set<string>();
  let total = 0;
  const take = (text: Text, from: number, to: number, trust: number): void => {
    for (let i = from; i < to; i++) {
      const token = text.tokens[i]!;
      if (!hasContent(token) || seen.has(token.key)) continue;
      seen.add(token.key);
      const key = counterpartKey(source.index, token.key);
      const weight = (key === undefined ? 1.5 : weightOf(source, key)) * trust * (token.word.free ? 0.4 : 1);
      total += weight;
      if (key !== undefined && source.index.get(key)!.length <= tooCommon)
        spread(source, key, key === token.key ? weight : weight * relatedTrust, scores);
    }
  };
  take(answer, from, to, 1);
  // A clause leans on the rest of its sentence.
  const sentence = answer.sentences[answer.sentenceOf[from]!]!;
  take(answer, sentence.from, from, 0.3);
  take(answer, to, sentence.to, 0.3);
  if (question !== undefined) take(question, 0, question.tokens.length, seen.size < 4 ? 0.7 : 0.35);
  if (total === 0) return [];
  return [...scores]
    .map(([index, score]) => ({ sentence: index, cover: score / total }))
    .sort((a, b) => b.cover - a.cover || a.sentence - b.sentence)
    .slice(0, most);
}
