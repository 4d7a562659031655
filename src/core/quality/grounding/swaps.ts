import { contextOf, fit } from './context.js';
import type { Stretch, Text } from './text.js';

/** What the same leading word ("from", "to") is worth. */
const leadWorth = 0.4;
const mostPlaces = 12;

const leading = /^(?:from|to|until|between|before|after|than|in|at|of|by|for|with|on|against)$/;

export function leadOf(text: Text, { from }: Stretch): string | undefined {
  const low = text.tokens[from - 1]?.word.low;
  return low !== undefined && leading.test(low) ? low : undefined;
}

/** "between A and B", "from A until B", "A to B": one after the other, with one small word between. */
function joins(text: Text, one: Stretch, two: Stretch): boolean {
  if (two.from - one.to !== 1) return false;
  return /^(?:and|to|until|till|or|[-–—])$/.test(text.tokens[one.to]!.word.low) && leadOf(text, one) !== 'to';
}

/**
 * Whether two values of one sentence of the answer stand in each other's place: "Paper 120 and Packaging 94" where
 * the source has it the other way round. `places` are where the source has each of them; `margin` is the
 * share of their context by which they must fit each other's place better.
 */
export function swapped(
  source: Text,
  answer: Text,
  one: Stretch,
  two: Stretch,
  places: readonly [one: readonly Stretch[], two: readonly Stretch[]],
  margin: number,
): boolean {
  if (joins(answer, one, two)) {
    const inOrder = places[0]
      .slice(0, mostPlaces)
      .some((a) => places[1].slice(0, mostPlaces).some((b) => joins(source, a, b)));
    if (inOrder) return false;
  }
  const skip = (token: number): boolean =>
    (token >= one.from && token < one.to) || (token >= two.from && token < two.to);
  // The question's words stand by both alike.
  const first = contextOf(source, answer, one.from, one.to, undefined, skip);
  const second = contextOf(source, answer, two.from, two.to, undefined, skip);
  const total = Math.max(first.total, second.total);
  if (total === 0) return false;
  const [shareOne, shareTwo] = [first.total / total, second.total / total];
  const [leadOne, leadTwo] = [leadOf(answer, one), leadOf(answer, two)];
  let best: { own: number; cross: number } | undefined;
  for (const a of places[0].slice(0, mostPlaces)) {
    for (const b of places[1].slice(0, mostPlaces)) {
      if (source.sentenceOf[a.from] !== source.sentenceOf[b.from] || a.from === b.from) continue;
      let own = shareOne * fit(source, first, a.from, a.to) + shareTwo * fit(source, second, b.from, b.to);
      let cross = shareOne * fit(source, first, b.from, b.to) + shareTwo * fit(source, second, a.from, a.to);
      const [leadA, leadB] = [leadOf(source, a), leadOf(source, b)];
      if (leadA !== leadB) {
        for (const [mine, straight, turned] of [
          [leadOne, leadA, leadB],
          [leadTwo, leadB, leadA],
        ] as const) {
          if (mine === undefined) continue;
          if (mine === straight) own += leadWorth;
          else if (mine === turned) cross += leadWorth;
        }
      }
      if (best === undefined || own + cross > best.own + best.cross) best = { own, cross };
    }
  }
  return best !== undefined && best.cross > best.own + margin;
}
