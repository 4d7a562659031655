import type { Candidate } from './candidate.js';
import { quality } from './checks.js';

/** A small number in [0, 1) that depends on all of `text` and on `seed` (FNV-1a). */
export function fraction(text: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822519) >>> 0;
  hash ^= hash >>> 13;
  return hash / 4294967296;
}

const opening = (question: string): string => question.split(' ', 2).join(' ').toLowerCase();
const starter = (question: string): string => (question.split(' ', 1)[0] ?? '').toLowerCase();
const asking = /^(?:who|whom|whose|which|when|where|why|how)$/;

/** Below this a pair is not shown. */
const FLOOR = 0.4;

/**
 * The best `want` candidates, at most one for each place in the text, with as many different frames as can be had
 * and "what" or yes-no questions in the minority.
 */
export function select(candidates: readonly Candidate[], want: number, seed: number): Candidate[] {
  const scored = candidates
    .map((candidate) => ({
      candidate,
      score: candidate.worth + quality(candidate) + 0.16 * fraction(candidate.question, seed),
    }))
    .filter(({ score }) => score >= FLOOR)
    .sort((a, b) => b.score - a.score || (a.candidate.question < b.candidate.question ? -1 : 1));
  const chosen: Candidate[] = [];
  while (chosen.length < want) {
    let best: { candidate: Candidate; score: number } | undefined;
    for (const entry of scored) {
      if (chosen.includes(entry.candidate) || chosen.some((each) => clash(each, entry.candidate))) continue;
      const score = entry.score - repetition(chosen, entry.candidate);
      if (score >= FLOOR && (!best || score > best.score)) best = { candidate: entry.candidate, score };
    }
    if (!best) break;
    chosen.push(best.candidate);
  }
  return chosen;
}

function clash(a: Candidate, b: Candidate): boolean {
  return a.place === b.place || a.question === b.question || a.answer === b.answer;
}

/** What sameness costs. */
function repetition(chosen: readonly Candidate[], candidate: Candidate): number {
  let cost = 0;
  const own = candidate.own === true;
  for (const each of chosen) {
    if (each.frame === candidate.frame && !own) cost += 0.3;
    if (opening(each.question) === opening(candidate.question)) cost += 0.2;
    else if (starter(each.question) === starter(candidate.question)) cost += 0.12;
  }
  if (!own && !asking.test(starter(candidate.question))) {
    cost += 0.12;
    cost += 0.35 * chosen.filter((each) => !asking.test(starter(each.question))).length;
  }
  return cost;
}
