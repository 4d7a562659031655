import type { Item } from './counterparts.js';
import { hasContent, type Stretch, type Text } from './text.js';

/** A way through the words of a clause that meets its words, in their order, in one sentence of the source. */
export interface Chain {
  /** How much the words that it meets come to. */
  readonly worth: number;
  readonly home: Stretch | undefined;
  /** The place in the source of each token of the clause that it meets. */
  readonly places: ReadonlyMap<number, number>;
}

/** What it is worth to meet a word, a general one, one that only may stand for another, a small one and a mark. */
const [wordWorth, freeWorth, relatedWorth, smallWorth, markWorth] = [2, 1, 1.2, 0.4, 0.15];
/** What it is worth that two that stand side by side do so in the source. */
const besideWorth = 0.3;

const none: Chain = { worth: 0, home: undefined, places: new Map() };
/** Longer clauses and sentences are not followed to their ends. */
const mostTokens = 80;

/** The item of each token of a clause that has one. */
export type Items = ReadonlyMap<number, Item>;

/** What a clause comes to whose every word is met, side by side. */
export function mostWorth({ tokens }: Text, { from, to }: Stretch): number {
  let sum = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    sum += !hasContent(token) ? smallWorth : (token.word.free ? freeWorth : wordWorth) + besideWorth;
  }
  return sum;
}

/** Notes in `row` what each token of a sentence of the source is worth to a token of the answer; false where none is. */
function meet(
  source: Text,
  answer: Text,
  home: Stretch,
  at: number,
  items: Items,
  row: Float64Array,
): boolean {
  let met = false;
  const token = answer.tokens[at]!;
  if (hasContent(token)) {
    const item = items.get(at);
    if (item === undefined) return false;
    const { word } = answer.tokens[item.from]!;
    const worth = word.free ? freeWorth : item.exact ? wordWorth : relatedWorth;
    for (const place of item.places) {
      const j = place - home.from;
      if (j < 0 || place >= home.to || j >= mostTokens || source.tokens[place]!.word.sign !== word.sign)
        continue;
      row[j] = worth;
      met = true;
    }
    return met;
  }
  const worth = token.kind === 'word' ? smallWorth : markWorth;
  const end = Math.min(home.to, home.from + mostTokens);
  for (let j = home.from; j < end; j++)
    if (source.tokens[j]!.word.low === token.word.low) {
      row[j - home.from] = worth;
      met = true;
    }
  return met;
}

function chainIn(source: Text, answer: Text, clause: Stretch, items: Items, home: Stretch): Chain {
  const height = Math.min(mostTokens, clause.to - clause.from);
  const width = Math.min(mostTokens, home.to - home.from);
  const sums = new Float64Array((height + 1) * (width + 1));
  const met = new Uint8Array((height + 1) * (width + 1));
  const row = new Float64Array(width);
  for (let i = 1; i <= height; i++) {
    const [above, here] = [(i - 1) * (width + 1), i * (width + 1)];
    if (!meet(source, answer, home, clause.from + i - 1, items, row)) {
      sums.copyWithin(here, above, here);
      continue;
    }
    for (let j = 1; j <= width; j++) {
      let best = Math.max(sums[above + j]!, sums[here + j - 1]!);
      const worth = row[j - 1]!;
      if (worth > 0) {
        const through = sums[above + j - 1]! + worth + besideWorth * met[above + j - 1]!;
        if (through >= best) {
          best = through;
          met[here + j] = 1;
        }
      }
      sums[here + j] = best;
    }
    row.fill(0);
  }
  const places = new Map<number, number>();
  for (let i = height, j = width; i > 0 && j > 0;) {
    const here = i * (width + 1) + j;
    if (met[here] === 1) {
      i--;
      j--;
      places.set(clause.from + i, home.from + j);
    } else if (sums[here] === sums[here - width - 1]) i--;
    else j--;
  }
  return { worth: sums.at(-1)!, home, places };
}

/** The best chain of a clause through any one of some sentences of the source. */
export function bestChain(
  source: Text,
  answer: Text,
  clause: Stretch,
  items: Items,
  homes: readonly Stretch[],
): Chain {
  let best = none;
  for (const home of homes) {
    const chain = chainIn(source, answer, clause, items, home);
    if (chain.worth > best.worth) best = chain;
  }
  return best;
}
