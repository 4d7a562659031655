import type { Candidate } from './candidate.js';
import { quality } from './checks.js';

/** A small number in [0, 1) that depends on all of `text` and on `seed` (FNV-1a). */
export function fraction(text: string, seed: number): number {
  let hash = (2166136261 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619) >>> 0;
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 2246822519) >>> 0;
  hash ^= hash >>> 13;
  return (hash >>> 0) / 4294967296;
}

const opening = (question: string): string => question.split(' ', 2).join(' ').toLowerCase();
const starter = (question: string): string => (question.split(' ', 1)[0] ?? '').toLowerCase();
const asking = /^(?:(?:to|by|until|since|for|from|with|of) )?(?:who|whom|whose|which|when|where|why|how)\b/i;

/** Below this a pair is not shown. */
const FLOOR = 0.4;
/** The same for a made question that begins with "what": more of those ask too little. */
const WHAT_FLOOR = 0.5;
/** The same where nothing better can be asked of the chunk. */
const LAST_FLOOR = 0.28;

/**
 * The best `want` candidates that are sound, at most one for each place in the text, with as many different frames
 * as can be had and "what" or yes-no questions in the minority. `isSound` is asked for as few as can be: to check a
 * pair takes longer than to rank it.
 */
export function select(
  candidates: readonly Candidate[],
  want: number,
  seed: number,
  isSound: (candidate: Candidate) => boolean,
): Candidate[] {
  const judged = new Map<Candidate, boolean>();
  const sound = (candidate: Candidate): boolean => {
    const known = judged.get(candidate);
    if (known !== undefined) return known;
    const is = isSound(candidate);
    judged.set(candidate, is);
    return is;
  };
  const scored = candidates
    .map((candidate) => ({
      candidate,
      score: candidate.worth + quality(candidate) + 0.16 * fraction(candidate.question, seed),
    }))
    .filter(({ candidate, score }) => score >= floorOf(candidate))
    .sort((a, b) => b.score - a.score || (a.candidate.question < b.candidate.question ? -1 : 1));
  const chosen: Candidate[] = [];
  while (chosen.length < want) {
    const best = scored
      .map(({ candidate, score }) => ({ candidate, order: orderOf(candidate, score, chosen, seed) }))
      .filter(({ order }) => order > -Infinity)
      .sort((a, b) => b.order - a.order)
      .find(({ candidate }) => sound(candidate));
    if (!best) break;
    chosen.push(best.candidate);
  }
  return chosen;
}

function floorOf(candidate: Candidate): number {
  if (candidate.last === true) return LAST_FLOOR;
  return candidate.own !== true && starter(candidate.question) === 'what' ? WHAT_FLOOR : FLOOR;
}

/** How far in front a candidate stands after those chosen; -Infinity where it cannot follow them. */
function orderOf(candidate: Candidate, score: number, chosen: readonly Candidate[], seed: number): number {
  if (chosen.some((each) => clash(each, candidate))) return -Infinity;
  if (candidate.last === true && chosen.length > 0) return -Infinity;
  const plain = isPlain(candidate);
  if (plain && !mayBePlain(chosen, candidate, seed)) return -Infinity;
  const worth = score - repetition(chosen, candidate);
  if (worth < floorOf(candidate)) return -Infinity;
  return worth - (plain ? 0.3 : 0) - (candidate.last === true ? 10 : 0);
}

/** Begins with "what", or asks for yes or no; the document's own questions are as they are. */
const isPlain = (candidate: Candidate): boolean => candidate.own !== true && !asking.test(candidate.question);

/**
 * Two in five of all pairs may be plain. A chunk sees only itself, and many have no more than one pair: the first
 * may be plain, a third after two that are not may be in some chunks, by chance.
 */
function mayBePlain(chosen: readonly Candidate[], candidate: Candidate, seed: number): boolean {
  if (chosen.length === 0) return true;
  return !chosen.some(isPlain) && chosen.length >= 2 && fraction(candidate.answer, seed + 1) < 0.5;
}

function clash(a: Candidate, b: Candidate): boolean {
  return a.place === b.place || a.question === b.question || a.answer === b.answer;
}

/** What sameness costs. */
function repetition(chosen: readonly Candidate[], candidate: Candidate): number {
  let cost = 0;
  for (const each of chosen) {
    if (each.frame === candidate.frame && candidate.own !== true) cost += 0.3;
    if (opening(each.question) === opening(candidate.question)) cost += 0.2;
    else if (starter(each.question) === starter(candidate.question)) cost += 0.12;
  }
  return cost;
}
