import type { Grounding, Range, Reason, Verdict } from '../../dataset/model.js';
import type { Content } from './check-content.js';
import { Doubts } from './doubts.js';
import type { Text } from './text.js';

/** The score of an answer with none of its words in the source, if nothing else is against it. */
const leastScore = 0.4;
/** No answer that something is said against, but for a missing quote, scores more; and none that is supported less. */
const border = 0.56;

/** Joined where they touch, in order. */
export function joined(ranges: readonly Range[]): Range[] {
  const out: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) out.push([start, end]);
  }
  return out;
}

/** Whether every sentence of the answer has something against it. */
function allBad(answer: Text, reasons: readonly Reason[]): boolean {
  return answer.sentences.every(({ from, to }) => {
    const [start, end] = [answer.tokens[from]!.start, answer.tokens[to - 1]!.end];
    return reasons.some(
      ({ code, at }) => code !== 'quote' && at !== undefined && at[0] < end && at[1] > start,
    );
  });
}

/** One reason a kind and place. */
function distinct(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, at, message }) => {
    const key = `${code} ${at === undefined ? message : at.join(' ')}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The verdict that reasons and supported words come to. */
export function verdictOf(
  answer: Text,
  contents: readonly Content[],
  all: readonly Reason[],
  doubts = new Doubts(),
): Grounding {
  const reasons = distinct(all);
  const words = contents.reduce((sum, each) => sum + each.words, 0);
  const supported = contents.reduce((sum, each) => sum + each.supported, 0);
  const share = words === 0 ? 1 : supported / words;
  const found = leastScore + (1 - leastScore) * share;
  let score =
    reasons.length === 0
      ? border + (1 - border) * found * doubts.leftAnyway
      : reasons.reduce((left, reason) => left * doubts.leftBy(reason), found);
  let verdict: Verdict = 'supported';
  if (reasons.length > 0) {
    const nothingLeft = allBad(answer, reasons) && (words <= 3 || share < 0.4);
    verdict = nothingLeft ? 'unsupported' : 'partly';
  }
  if (verdict === 'unsupported') score = Math.min(score, 0.25);
  return {
    verdict,
    score: Math.round(score * 1000) / 1000,
    reasons,
    unsupported: joined(reasons.flatMap(({ at }) => (at === undefined ? [] : [at]))),
  };
}

/** A verdict for what was not judged. */
export const unchecked = (code: string, message: string): Grounding => ({
  verdict: 'unchecked',
  score: 0,
  reasons: [{ code, message }],
  unsupported: [],
});
