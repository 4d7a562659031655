import type { Reason } from '../../dataset/model.js';
import type { Alignment, Item } from './counterparts.js';
import { textOf, type Stretch, type Text } from './text.js';

const border =
  /^(?:[,;:()—–.!?]|and|but|while|whereas|though|although|who|which|versus|instead|not|then|against|after|before|when)$/;

/** The number of the part of a sentence that each of its tokens stands in, from `first` on. */
function partsOf(text: Text, { from, to }: Stretch, first: number, parts: Map<number, number>): number {
  let part = first;
  let filled = false;
  for (let i = from; i < to; i++) {
    const { word } = text.tokens[i]!;
    if (filled && border.test(word.low)) {
      part++;
      filled = false;
    }
    parts.set(i, part);
    if (!word.stop && text.tokens[i]!.kind !== 'mark') filled = true;
  }
  return part + 1;
}

interface Placed {
  readonly item: Item;
  readonly mine: number;
  readonly theirs: number;
}

/** The items that have one place in the source, with their parts of both sentences. */
function placed(source: Text, answer: Text, { mine, homes, items }: Alignment): Placed[] {
  const own = new Map<number, number>();
  partsOf(answer, mine, 0, own);
  const theirs = new Map<number, number>();
  let next = 0;
  for (const home of homes) next = partsOf(source, home, next, theirs);
  const found: Placed[] = [];
  for (const item of items) {
    const token = answer.tokens[item.from]!;
    if (token.word.free) continue;
    const places = item.places.filter((place) => source.tokens[place]!.word.sign === token.word.sign);
    const parts = new Set(places.map((place) => theirs.get(place)!));
    if (parts.size !== 1) continue;
    const [part] = parts;
    found.push({ item, mine: own.get(item.from)!, theirs: part! });
  }
  return found;
}

/** More items than this in one sentence are not weighed. */
const mostItems = 40;

/**
 * Two parts of the answer's sentence that each join what the source says in two: "the lads gutted, the women carried"
 * where the source has the lads carry and the women gut.
 */
export function checkCrossings(source: Text, answer: Text, alignment: Alignment): Reason[] {
  const items = placed(source, answer, alignment).slice(0, mostItems);
  // Of each pair of parts, the first two items that the source has apart.
  const apart: { readonly one: Placed; readonly two: Placed }[] = [];
  for (const one of items)
    for (const two of items) if (one.mine === two.mine && one.theirs !== two.theirs) apart.push({ one, two });
  for (const first of apart) {
    const second = apart.find(
      ({ one, two }) =>
        one.mine > first.one.mine && one.theirs === first.two.theirs && two.theirs === first.one.theirs,
    );
    if (second === undefined) continue;
    const [a, b] = [first.one.item, second.one.item];
    return [
      {
        code: 'role',
        message: `${textOf(answer, a.from, a.to)} and ${textOf(answer, b.from, b.to)} stand the other way round in the source`,
        at: [answer.tokens[a.from]!.start, answer.tokens[b.to - 1]!.end],
      },
    ];
  }
  return [];
}
