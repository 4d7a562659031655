import { otherChange } from './change.js';
import type { Fact } from './facts.js';
import { turnsTime } from './neutral.js';
import { textOf, type Text } from './text.js';

/** 1 for "two weeks after", "a day late"; -1 for "two weeks before", "a day early"; 0 where nothing follows. */
function directionAfter(text: Text, fact: Fact): -1 | 0 | 1 {
  if (fact.unit?.dimension !== 'time' && fact.unit?.dimension !== 'months') return 0;
  // "15 weeks or more before"
  const next = text.tokens[fact.to + 1]?.word.low ?? '';
  const from =
    text.tokens[fact.to]?.word.low === 'or' && /^(?:more|less|fewer|longer)$/.test(next)
      ? fact.to + 2
      : fact.to;
  for (let i = from; i < Math.min(text.tokens.length, from + 2); i++) {
    const { low } = text.tokens[i]!.word;
    if (/^(?:after|later|late|following)$/.test(low)) return 1;
    if (/^(?:before|earlier|early|prior|ahead)$/.test(low)) return -1;
    if (low !== 'too') return 0;
  }
  return 0;
}

/** How far after a value, in tokens, the verb may be denied whose subject it stands in. */
const farthestVerb = 5;
const ofAll = /^(?:nobody|none|neither)$/;

/** A value with the words that lead to it and follow it: "at most 5 days". */
const led = (text: Text, fact: Fact): string => {
  const { from, to } = text.sentences[text.sentenceOf[fact.from]!]!;
  return textOf(text, Math.max(from, fact.from - 3), Math.min(to, fact.to + 2));
};

/**
 * Whether a bound of an answer only seems to lie on the other side: "You cannot apply with £16,000 or more" for "those
 * with less than £16,000 can", or "worn through by 240 km", which is no deadline.
 */
export function turnsTwice(source: Text, answer: Text, fact: Fact, same: readonly Fact[]): boolean {
  if (fact.kind === 'number' && fact.side < 0 && answer.tokens[fact.from - 1]?.word.low === 'by') return true;
  const denies = (text: Text, at: number): boolean =>
    text.cues[text.sentenceOf[at]!]!.some(
      (cue) =>
        // "fewer than three people should not carry it"
        (cue.at < at || (text.clauses[at] === text.clauses[cue.at] && cue.at - at <= farthestVerb)) &&
        // "not after 10 a.m."
        (cue.targets.length > 0 || at - cue.at <= 2) &&
        // "Nobody who is younger than 25 or older than 65 may"
        (text.clauses[at]! - text.clauses[cue.at]! < 2 || ofAll.test(text.tokens[cue.at]!.word.low)),
    );
  const denied = denies(answer, fact.from);
  return same.every((each) => denies(source, each.from) !== denied);
}

/**
 * Where the source has the value, but on the other side wherever it has it: "at most" for "at least", or "more than
 * two days" for two. Left to the check of negations where one of the sentences denies something.
 */
function otherSide(source: Text, answer: Text, fact: Fact, same: readonly Fact[]): Fact | undefined {
  if (fact.side === 0 || answer.negated[fact.from] === 1 || supposed(answer, fact)) return undefined;
  if (turnsTwice(source, answer, fact, same)) return undefined;
  // "less than the 190 she charged" compares with a value, and does not state it.
  const stated = answer.tokens[fact.from - 1]?.word.low !== 'the';
  const strict = fact.strict === true && stated && fact.unit?.dimension !== 'ratio';
  const contradicts = (each: Fact): boolean =>
    (each.side === -fact.side || (strict && each.side === 0 && each.value === fact.value)) &&
    source.negated[each.from] === 0 &&
    !turnsTime(source, each.from - 1);
  return same.every(contradicts) ? same[0] : undefined;
}

/** "If it is below 6.0" for "it should be above 6.0": what is only supposed may be the other case. */
function supposed(text: Text, fact: Fact): boolean {
  const { from } = text.sentences[text.sentenceOf[fact.from]!]!;
  for (let i = fact.from - 1; i >= from && text.tokens[i]!.word.border === 0; i--)
    if (/^(?:if|when|where|once|unless)$/.test(text.tokens[i]!.word.low)) return true;
  return false;
}

/** What is said of a value that the source has, but turned: on the other side of a bound, or of a day. */
export function turnedValue(
  source: Text,
  answer: Text,
  fact: Fact,
  same: readonly Fact[],
): string | undefined {
  const way = directionAfter(answer, fact);
  const opposed = way !== 0 && same.every((each) => directionAfter(source, each) === -way);
  const apart = answer.excluded[fact.from] === 1 && same.some((each) => source.excluded[each.from] === 1);
  const there = opposed
    ? same[0]
    : apart
      ? undefined
      : (otherSide(source, answer, fact, same) ?? otherChange(source, answer, fact, same));
  if (there === undefined) return undefined;
  return `says "${led(answer, fact)}", the source says "${led(source, there)}"`;
}
