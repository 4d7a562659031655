import { contextOf, fit, type Context } from './context.js';
import { isDifference, isSum } from './derived.js';
import type { Fact } from './facts.js';
import { outshared, rivalFactor, rivalMargin } from './rivals.js';
import { relate } from './same-fact.js';
import { leadOf } from './leads.js';
import { textOf, type Text } from './text.js';

/** The most facts of a source that one fact of an answer is weighed against. */
const mostRivals = 400;
/** What the same leading word adds to how well a value fits: "by 9", "to 58". */
const leadWorth = 0.12;
/** Of how well the other value fits its own place, what it must come to in the place of the one weighed. */
const leastCrossing = 0.8;
/** A sentence that has so many more of the words is meant, however near they stand. */
const manyWords = 3;
const manyFactor = 1.05;
/** A value that may be derived counts as misplaced only where it fits nowhere, and its rival well. */
const fitsNowhere = 0.1;
const fitsWell = 0.35;

interface Weighed {
  readonly fact: Fact;
  readonly fit: number;
}

/** Of facts of the source, the one that stands best among the words around a fact of the answer. */
export function bestFit(
  source: Text,
  answer: Text,
  fact: Fact,
  context: Context,
  facts: readonly Fact[],
): Weighed | undefined {
  let top: Weighed | undefined;
  for (const each of facts.slice(0, mostRivals)) {
    const score =
      fit(source, context, each.from, each.to) + (sameLead(answer, fact, source, each) ? leadWorth : 0);
    if (top === undefined || score > top.fit) top = { fact: each, fit: score };
  }
  return top;
}

/** A value of the source that the answer's sentence gives itself, beside the one weighed: it tells the two apart. */
function statedBeside(source: Text, answer: Text, fact: Fact, rival: Fact): Fact | undefined {
  const written = textOf(source, rival.from, rival.to);
  return answer.facts.find(
    (each) =>
      each !== fact &&
      answer.sentenceOf[each.from] === answer.sentenceOf[fact.from] &&
      relate(each, rival, [textOf(answer, each.from, each.to), written]) === 'same',
  );
}

/** Whether the other value of the answer stands as well, or better, where the source has the one weighed. */
function crosses(
  source: Text,
  answer: Text,
  [fact, beside]: readonly [Fact, Fact],
  own: Fact,
  rival: Fact,
): boolean {
  const skip = (token: number): boolean => token >= fact.from && token < fact.to;
  const context = contextOf(source, answer, beside.from, beside.to, undefined, skip);
  return fit(source, context, own.from, own.to) >= leastCrossing * fit(source, context, rival.from, rival.to);
}

/** A value of another unit, or a count of other things, is a less likely rival. */
function strictness(fact: Fact, rival: Fact): number {
  if (fact.unit !== undefined && rival.unit !== undefined) return fact.unit.name === rival.unit.name ? 1 : 2;
  if (fact.kind !== 'number') return 1;
  // Three levels do not compete with 1,150 seats.
  const [small, large] = [Math.abs(fact.value), Math.abs(rival.value)].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  if (large > 20 && large > small * 12) return 6;
  if (fact.noun === undefined) return 1;
  return fact.noun === rival.noun ? 1 : fact.value <= 6 ? 4 : 1.5;
}

function sameLead(answer: Text, a: Fact, source: Text, b: Fact): boolean {
  const own = leadOf(answer, a);
  return own !== undefined && own === leadOf(source, b);
}

/** "5 pm instead of 9 pm", "compared with six", "all but two": a value that something else is told by. */
function onlyCompared({ tokens, excluded }: Text, { from }: Fact): boolean {
  // "on plot 70, not plot 61"
  if (excluded[from] === 1 && [2, 3].some((n) => tokens[from - n]?.word.low === 'not')) return true;
  const [before, last] = [2, 1].map((n) => tokens[from - n]?.word.low ?? '') as [string, string];
  return (
    (last === 'of' && before === 'instead') ||
    (last === 'than' && before === 'rather') ||
    (/^(?:with|to)$/.test(last) && before === 'compared') ||
    (last === 'but' && /^(?:all|every|none)$/.test(before))
  );
}

/** The fact of the source that stands where the answer has another one of the source; undefined where that one may stand there. */
export function misplacedValue(
  source: Text,
  answer: Text,
  question: Text | undefined,
  fact: Fact,
  same: readonly Fact[],
  rivals: readonly Fact[],
): Fact | undefined {
  if (onlyCompared(answer, fact)) return undefined;
  const context = contextOf(source, answer, fact.from, fact.to, question);
  if (context.keys.length === 0) return undefined;
  const own = bestFit(source, answer, fact, context, same);
  if (own === undefined) return undefined;
  const top = bestFit(source, answer, fact, context, rivals);
  // No rival, whichever it is, comes into question below this.
  if (top === undefined || top.fit <= own.fit * manyFactor) return undefined;
  // A value that the answer gives beside it is told apart from it, unless the two have changed places.
  const apart = (each: Fact): boolean => {
    const beside = statedBeside(source, answer, fact, each);
    return beside !== undefined && !crosses(source, answer, [fact, beside], own.fact, each);
  };
  const rival = !apart(top.fact)
    ? top
    : bestFit(
        source,
        answer,
        fact,
        context,
        rivals.slice(0, mostRivals).filter((each) => !apart(each)),
      );
  if (rival === undefined) return undefined;
  const derived = isDifference(source, answer, fact) || isSum(source, fact);
  if (derived && (own.fit >= fitsNowhere || rival.fit <= fitsWell)) return undefined;
  const strict = strictness(fact, rival.fact);
  const better =
    rival.fit > own.fit * (1 + (rivalFactor - 1) * strict) &&
    rival.fit - own.fit > rivalMargin * strict &&
    outshared(source, context, own.fact, rival.fact);
  const elsewhere = source.sentenceOf[own.fact.from] !== source.sentenceOf[rival.fact.from];
  const meant =
    strict <= 1 &&
    elsewhere &&
    rival.fit > own.fit * manyFactor &&
    outshared(source, context, own.fact, rival.fact, manyWords);
  return better || meant ? rival.fact : undefined;
}
