import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import { irregularPast } from './frames.js';
import { nominal } from './nouns.js';
import { hasContent, type Stretch, type Text } from './text.js';
import { isPassive } from './voice.js';

/** What a verb has to do with stands no further from it, in tokens. */
const mostApart = 6;
/** Sentences of the source that come this near to the best one are looked at, and no more than two. */
const closeToBest = 0.7;
const mostHomes = 2;
/** Where a word that stands in more places is meant is not plain. */
const mostPlaces = 40;

const inflected = /(?:s|ed)$/;
const beforeVerb = /^(?:to|can|may|must|will|would|could|should|did|does|do|not)$/;
const beforeNoun = /^(?:the|a|an|his|her|its|their|your|of|in|on|at|for|with|from|by)$/;
const relative = /^(?:whom|who|which|that)$/;
const object = /^(?:him|her|it|them|us|you|me)$/;

/** Whether a word joins what stands before it to what stands after it: an active verb, or "longer than". */
function joins(answer: Text, at: number): boolean {
  const { tokens } = answer;
  const { low } = tokens[at]!.word;
  const before = tokens[at - 1]?.word.low ?? '';
  const [next, afterNext] = [tokens[at + 1]?.word.low ?? '', tokens[at + 2]?.word.low ?? ''];
  if (beforeNoun.test(before) || object.test(next) || isPassive(answer, at)) return false;
  return (
    inflected.test(low) ||
    irregularPast.test(low) ||
    beforeVerb.test(before) ||
    next === 'than' ||
    afterNext === 'than'
  );
}

/** The nouns of the clause of a verb on one of its sides, nearest first. */
function nounsBeside(answer: Text, verb: number, home: Stretch, step: 1 | -1): number[] {
  const nouns: number[] = [];
  for (let i = verb + step; i >= home.from && i < home.to && Math.abs(i - verb) <= mostApart; i += step) {
    const token = answer.tokens[i]!;
    if (answer.clauses[i] !== answer.clauses[verb] || relative.test(token.word.low)) break;
    if (hasContent(token) && !token.word.free && answer.factAt[i]! < 0 && nominal(answer, i, home))
      nouns.push(i);
  }
  return nouns;
}

/** How `one`, `verb` and `two` of the answer stand in a sentence of the source: turned, not so, or without one of them. */
function orderIn(
  source: Text,
  answer: Text,
  { from, to }: Stretch,
  [one, verb, two]: readonly [number, number, number],
): 'straight' | 'turned' | undefined {
  const placesOf = (at: number): readonly number[] => {
    const places = source.index.get(answer.tokens[at]!.key) ?? [];
    return places.length > mostPlaces ? [] : places.filter((place) => place >= from && place < to);
  };
  const [first, second] = [placesOf(one), placesOf(two)];
  let order: 'turned' | undefined;
  for (const at of first.length > 0 && second.length > 0 ? placesOf(verb) : []) {
    if (source.tokens[at]!.word.sign !== answer.tokens[verb]!.word.sign || isPassive(source, at))
      return 'straight';
    for (const a of first)
      for (const b of second) {
        // In another clause it may belong to another verb.
        if (b >= at || at >= a || source.clauses[a] !== source.clauses[b]) return 'straight';
        order = 'turned';
      }
  }
  return order;
}

/** "The vault sends the data to the agents" where the source has the same three words the other way round. */
export function checkInversions(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
): Reason[] {
  const [top] = candidates;
  if (top === undefined) return [];
  const home = answer.sentences[index]!;
  let homes: Stretch[] | undefined;
  for (let verb = home.from + 1; verb < home.to; verb++) {
    const token = answer.tokens[verb]!;
    if (!hasContent(token) || token.word.free || !source.index.has(token.key) || !joins(answer, verb))
      continue;
    homes ??= candidates
      .filter(({ cover }) => cover >= top.cover * closeToBest)
      .slice(0, mostHomes)
      .map(({ sentence }) => source.sentences[sentence]!);
    const places = source.index.get(token.key)!;
    if (
      places.length > mostPlaces ||
      !homes.some(({ from, to }) => places.some((place) => place >= from && place < to))
    )
      continue;
    const after = nounsBeside(answer, verb, home, 1);
    for (const one of after.length === 0 ? [] : nounsBeside(answer, verb, home, -1))
      for (const two of after) {
        const [a, b] = [answer.tokens[one]!, answer.tokens[two]!];
        if (a.key === b.key) continue;
        const orders = homes.map((each) => orderIn(source, answer, each, [one, verb, two]));
        if (!orders.includes('turned') || orders.includes('straight')) continue;
        return [
          {
            code: 'role',
            message: `swaps "${a.text}" and "${b.text}": in the source they stand the other way round to "${token.text}"`,
            at: [a.start, b.end],
          },
        ];
      }
  }
  return [];
}
