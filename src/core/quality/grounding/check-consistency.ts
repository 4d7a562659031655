import type { Range, Reason } from '../../dataset/model.js';
import type { Fact } from './facts.js';
import { leadOf } from './leads.js';
import { textOf, type Text } from './text.js';

const rangeOf = (text: Text, from: number, to: number): Range => [
  text.tokens[from]!.start,
  text.tokens[to - 1]!.end,
];

/** The amounts of two values where they are of one kind; a value may take its unit from the other one. */
function amounts(one: Fact, two: Fact): readonly [number, number] | undefined {
  if (one.kind !== 'number' || two.kind !== 'number' || one.ordinal || two.ordinal) return undefined;
  const [a, b] = [one.unit ?? two.unit, two.unit ?? one.unit];
  if (a?.dimension !== b?.dimension) return undefined;
  return [one.value * (a?.factor ?? 1), two.value * (b?.factor ?? 1)];
}

/** 1 where the words before a value say that things grow, -1 where they shrink, 0 where they say neither or deny it. */
function direction(text: Text, before: number, from: number): number {
  for (let i = before; i >= Math.max(from, before - 9); i--) {
    const { word } = text.tokens[i]!;
    if (word.border === 2) return 0;
    const grows = word.key === '~increase' || /^(?:up|down|widen|narrow)/.test(word.low);
    if (!grows) continue;
    if (text.negated[i] === 1) return 0;
    if (word.key === '~increase' || word.low === 'up' || word.low === 'down')
      return word.sign !== 0 ? word.sign : word.low === 'up' ? 1 : -1;
    return word.low.startsWith('widen') ? 1 : -1;
  }
  return 0;
}

/** "fell from 2.6 to 3.4", "up from 10 to 8": the verb and the values say opposite things. */
function againstItsVerb(text: Text, one: Fact, two: Fact): boolean {
  const [a, b] = [leadOf(text, one), leadOf(text, two)];
  const pair = amounts(one, two);
  if (pair === undefined || two.from - one.to > 9) return false;
  const sentence = text.sentences[text.sentenceOf[one.from]!]!;
  const bare = (fact: Fact): number => {
    let at = fact.from - 1;
    while (
      at > sentence.from &&
      /^(?:a|an|the|mere|about|around|roughly|just|only|nearly|almost|some|over)$/.test(
        text.tokens[at]!.word.low,
      )
    )
      at--;
    return at;
  };
  const [leadOne, leadTwo] = [a ?? text.tokens[bare(one)]?.word.low, b ?? text.tokens[bare(two)]?.word.low];
  const difference = pair[1] - pair[0];
  if (difference === 0) return false;
  if (leadOne === 'from' && leadTwo === 'to')
    return direction(text, one.from - 1, sentence.from) * difference < 0;
  if (leadOne === 'to' && leadTwo === 'from')
    return direction(text, one.from - 1, sentence.from) * difference > 0;
  // "six per cent, down from five"
  const way = text.tokens[two.from - 2]?.word.low;
  if (leadTwo === 'from' && (way === 'up' || way === 'down') && one.side === 0)
    return way === 'up' ? difference > 0 : difference < 0;
  return false;
}

const small =
  /^(?:the|its|his|her|their|our|a|an|total|all|in|overall|original|about|around|roughly|some|nearly|almost|over|budget|objects)$/;

/** "four of the two pumps", "£70m out of a total of £25m": a part larger than its whole. */
function partOfLess(text: Text, one: Fact, two: Fact): boolean {
  const pair = amounts(one, two);
  if (pair === undefined || pair[0] <= pair[1] || one.value < 1 || two.value < 1) return false;
  // "ten days of two hours"
  if (one.unit !== undefined && one.unit.dimension.startsWith('money') === false) return false;
  const first = text.tokens[one.to]?.word.low;
  if (first !== 'of' && !(first === 'out' && text.tokens[one.to + 1]?.word.low === 'of')) return false;
  // "12 of 3 mm each", "a budget of 3": only small words may stand between.
  let ofs = 0;
  for (let i = one.to; i < two.from; i++) {
    const { low } = text.tokens[i]!.word;
    if (low === 'of') ofs++;
    else if (
      low !== 'out' &&
      !small.test(low) &&
      text.tokens[i]!.kind === 'word' &&
      !(text.tokens[i + 1]?.word.low === 'of' || text.tokens[i + 1]?.word.low === 'budget')
    )
      return false;
  }
  if (two.from - one.to === 1)
    return one.unit === undefined && two.unit === undefined && first === 'of' && two.noun !== undefined;
  return ofs > 0;
}

const exceeds = /^(?:above|over|exceeds|exceeded|exceeding|beats|topped)$/;
const falls = /^(?:below|under)$/;
const stands = /^(?:is|was|are|were|which|that|well|still|far|much|just|slightly|being)$/;

const larger = /^(?:more|higher|larger|bigger|greater|longer|taller|heavier|later|dearer|wider)$/;
const smaller = /^(?:less|fewer|lower|smaller|shorter|lighter|cheaper|earlier|narrower)$/;

/** Whether only small words, or a name and its verb, lead to a value that something is compared with. */
function leadsOn(text: Text, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (/^(?:half|twice|double|times|and|or|but|by|of)$|^[;:.]$/.test(text.tokens[i]!.word.low)) return false;
  return true;
}

/** "96 per cent, which is below the target of 95.2": a comparison that the two values deny. */
function misCompared(text: Text, one: Fact, two: Fact): boolean {
  const pair = amounts(one, two);
  if (pair === undefined || pair[0] === pair[1] || one.side !== 0 || two.from - one.to > 10) return false;
  for (let i = one.to; i < two.from; i++) {
    const { low } = text.tokens[i]!.word;
    if (low === ',' || stands.test(low)) continue;
    const than = text.tokens[i + 1]?.word.low === 'than';
    if (than && i > one.to && text.negated[i] === 0 && one.unit !== undefined) {
      const turn = larger.test(low) ? 1 : smaller.test(low) ? -1 : 0;
      return turn * (pair[0] - pair[1]) < 0 && leadsOn(text, i + 2, two.from);
    }
    const way = exceeds.test(low) ? 1 : falls.test(low) ? -1 : 0;
    if (way === 0 || i === one.to || text.negated[i] === 1) return false;
    for (let j = i + 1; j < two.from; j++)
      if (
        !/^(?:the|its|their|a|target|limit|goal|average|of|aim|set|threshold|minimum|maximum|mark|figure)$/.test(
          text.tokens[j]!.word.low,
        )
      )
        return false;
    return way * (pair[0] - pair[1]) < 0;
  }
  return false;
}

const license =
  /^(?:if|whether|than|before|until|unless|without|only|hardly|rarely|seldom|too|like|as|all|instead|every|any|first)$/;

/** "It runs on Windows any more": words that need a denial, which is not there. */
function unlicensed(text: Text, question: Text | undefined): Range | undefined {
  if (question?.cues.some((cues) => cues.length > 0) === true) return undefined;
  for (let i = 1; i < text.tokens.length; i++) {
    const { low } = text.tokens[i]!.word;
    const next = text.tokens[i + 1];
    const any = low === 'any' && next !== undefined && /^(?:more|longer)$/.test(next.word.low);
    const last = low === 'anymore' || low === 'anything' || low === 'anybody';
    if (!any && !last) continue;
    const end = any ? i + 2 : i + 1;
    const after = text.tokens[end];
    if (after !== undefined && after.kind !== 'mark' && low !== 'any') continue;
    if (any && after?.word.low === 'than') continue;
    const { from, to } = text.sentences[text.sentenceOf[i]!]!;
    const licensed = text.tokens
      .slice(from, to)
      .some(({ word }) => word.negator || word.denial || (license.test(word.low) && word.low !== low));
    if (!licensed) return [text.tokens[i]!.start, text.tokens[end - 1]!.end];
  }
  return undefined;
}

/** Statements of the answer that cannot hold whatever the source says. */
export function checkConsistency(answer: Text, question: Text | undefined): Reason[] {
  const reasons: Reason[] = [];
  const { facts } = answer;
  for (let i = 0; i < facts.length; i++) {
    for (let j = i + 1; j < Math.min(facts.length, i + 3); j++) {
      const [one, two] = [facts[i]!, facts[j]!];
      if (answer.sentenceOf[one.from] !== answer.sentenceOf[two.from]) continue;
      const at = rangeOf(answer, one.from, two.to);
      const [first, second] = [textOf(answer, one.from, one.to), textOf(answer, two.from, two.to)];
      if (againstItsVerb(answer, one, two))
        reasons.push({
          code: 'misplaced',
          message: `${first} and ${second} stand the other way round to their verb`,
          at,
        });
      else if (partOfLess(answer, one, two))
        reasons.push({ code: 'misplaced', message: `says ${first} of ${second}, which is less`, at });
      else if (misCompared(answer, one, two))
        reasons.push({
          code: 'misplaced',
          message: `compares ${first} and ${second} the wrong way round`,
          at,
        });
    }
  }
  const bare = unlicensed(answer, question);
  if (bare !== undefined)
    reasons.push({
      code: 'negation',
      message: 'has words that go with a denial, but denies nothing',
      at: bare,
    });
  return reasons;
}
