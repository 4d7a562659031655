import type { Reason } from '../../dataset/model.js';
import type { Alignment, Item } from './counterparts.js';
import { meaning } from './meanings.js';
import { nominal, prepositionOf } from './nouns.js';
import { textOf, type Stretch, type Text } from './text.js';

const border =
  /^(?:[,;:()—–.!?]|and|but|while|whereas|though|although|who|which|versus|instead|not|because|then|against|after|before|when)$/;

/** The number of the part of a sentence that each of its tokens stands in, from `first` on. */
function partsOf(text: Text, { from, to }: Stretch, first: number, parts: number[]): number {
  let part = first;
  let filled = false;
  for (let i = from; i < to; i++) {
    const { word } = text.tokens[i]!;
    if (filled && border.test(word.low)) {
      part++;
      filled = false;
    }
    parts.push(part);
    if (!word.stop && text.tokens[i]!.kind !== 'mark') filled = true;
  }
  return part + 1;
}

/** "costs", "charge", "fee": said of each of two things alike. */
const price = meaning('cost').key;

interface Placed {
  readonly item: Item;
  readonly mine: number;
  readonly theirs: number;
}

/** The items that have one place in the source, with their parts of both sentences. */
function placed(source: Text, answer: Text, { mine, homes, items }: Alignment, whole: boolean): Placed[] {
  const own: number[] = [];
  partsOf(answer, mine, 0, own);
  let next = 0;
  const theirs = homes.map((home) => {
    const parts: number[] = [];
    const first = next;
    next = partsOf(source, home, next, parts);
    if (whole) parts.fill(first);
    return { home, parts };
  });
  /** Undefined where the places are in several parts. */
  const partOf = (places: readonly number[], sign: number): number | undefined => {
    let part: number | undefined;
    for (const place of places) {
      if (source.tokens[place]!.word.sign !== sign) continue;
      const { home, parts } = theirs.find((each) => place >= each.home.from && place < each.home.to)!;
      const here = parts[place - home.from]!;
      if (part !== undefined && part !== here) return undefined;
      part = here;
    }
    return part;
  };
  const counts = new Map<string, number>();
  for (const { from } of items)
    counts.set(answer.tokens[from]!.key, (counts.get(answer.tokens[from]!.key) ?? 0) + 1);
  const found: Placed[] = [];
  for (const item of items) {
    // What the answer says twice may stand for either place.
    if (counts.get(answer.tokens[item.from]!.key) !== 1) continue;
    const { word } = answer.tokens[item.from]!;
    const part = word.free || word.key === price ? undefined : partOf(item.places, word.sign);
    if (part !== undefined) found.push({ item, mine: own[item.from - mine.from]!, theirs: part });
  }
  return found;
}

/** More items than this in one sentence are not weighed. */
const mostItems = 40;

const turned = new Map([
  ['from', 'to'],
  ['to', 'from'],
  ['before', 'after'],
  ['after', 'before'],
]);

/** "from grey to turquoise" where the source says "from turquoise to grey". */
function checkWays(source: Text, answer: Text, { mine, items }: Alignment): Reason[] {
  const ways = items.flatMap(({ from, to, places }) => {
    const lead = prepositionOf(answer, from, mine);
    const other = turned.get(lead);
    if (other === undefined || places.length === 0) return [];
    const leads = places.map((place) =>
      prepositionOf(source, place, source.sentences[source.sentenceOf[place]!]!),
    );
    return leads.every((each) => each === other) ? [{ from, to, lead }] : [];
  });
  const [one] = ways;
  const two = ways.find(({ lead }) => lead !== one?.lead);
  if (one === undefined || two === undefined) return [];
  return [
    {
      code: 'role',
      message: `${textOf(answer, one.from, one.to)} and ${textOf(answer, two.from, two.to)} stand the other way round in the source`,
      at: [answer.tokens[one.from]!.start, answer.tokens[two.to - 1]!.end],
    },
  ];
}

/**
 * Two parts of the answer's sentence that each join what the source says in two: "the lads gutted, the women carried"
 * where the source has the lads carry and the women gut.
 */
export function checkCrossings(source: Text, answer: Text, alignment: Alignment): Reason[] {
  const filled = alignment.items.filter(({ places }) => places.length > 0).length;
  // A crossing takes two items of each of two parts.
  if (filled < 4) return checkWays(source, answer, alignment);
  const crossing =
    crossingIn(answer, alignment.mine, placed(source, answer, alignment, false)) ??
    (sets(answer, alignment.mine)
      ? crossingIn(answer, alignment.mine, placed(source, answer, alignment, true))
      : undefined);
  return crossing === undefined ? checkWays(source, answer, alignment) : [crossing];
}

/** Whether a sentence sets two statements against each other. */
const sets = ({ tokens }: Text, { from, to }: Stretch): boolean =>
  tokens.slice(from, to).some(({ text, word }) => text === ';' || /^(?:while|whereas)$/.test(word.low));

/** Two values or two nouns: only one of a sort is taken for another. */
function likes(answer: Text, mine: Stretch, one: Item, two: Item): boolean {
  const value = answer.factAt[one.from]! >= 0;
  if (value !== answer.factAt[two.from]! >= 0) return false;
  // "a lost permit ... a stolen one"
  const named = ({ from }: Item): boolean =>
    nominal(answer, from, mine, true) || /^(?:an?|the)$/.test(answer.tokens[from - 1]?.word.low ?? '');
  return value || (named(one) && named(two));
}

function crossingIn(answer: Text, mine: Stretch, all: readonly Placed[]): Reason | undefined {
  const items = all.slice(0, mostItems);
  // Of each pair of parts, the first two items that the source has apart.
  const apart: { readonly one: Placed; readonly two: Placed }[] = [];
  for (const one of items)
    for (const two of items) if (one.mine === two.mine && one.theirs !== two.theirs) apart.push({ one, two });
  for (const first of apart) {
    const second = apart.find(
      ({ one, two }) =>
        one.mine > first.one.mine &&
        one.theirs === first.two.theirs &&
        two.theirs === first.one.theirs &&
        (likes(answer, mine, first.one.item, one.item) || likes(answer, mine, first.two.item, two.item)),
    );
    if (second === undefined) continue;
    const [a, b] = [first.one.item, second.one.item];
    return {
      code: 'role',
      message: `${textOf(answer, a.from, a.to)} and ${textOf(answer, b.from, b.to)} stand the other way round in the source`,
      at: [answer.tokens[a.from]!.start, answer.tokens[b.to - 1]!.end],
    };
  }
  return undefined;
}
