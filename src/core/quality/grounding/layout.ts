import type { Candidate } from './align.js';
import type { Clause } from './clauses.js';
import { alignmentOf, isWord, type Alignment } from './counterparts.js';
import type { Stretch, Text } from './text.js';

/** A sentence of an answer laid beside the sentences of the source that it, or one of its clauses, may come from. */
export interface Layout extends Alignment {
  readonly source: Text;
  readonly answer: Text;
  /** The question and the headings, whose words count as given. */
  readonly given: readonly Text[];
  readonly clauses: readonly Clause[];
  /** The share of the sentence's words that the best of the source's sentences has, by weight: 0 to 1. */
  readonly cover: number;
  /** How far the sentence follows the source's order and wording: the share of its neighbouring words that do, 0 to 1. */
  readonly close: number;
  /** Words of the source's sentences that the answer does not have. */
  readonly unclaimed: readonly number[];
}

/** A clause that a sentence of the source covers so far may come from there, whatever the rest of its sentence says. */
const clauseCover = 0.35;

/** Words of `homes` that stand in no item's places and nowhere in the answer. */
function unclaimedIn(source: Text, answer: Text, { homes, items }: Alignment): number[] {
  const taken = new Set(items.flatMap(({ places }) => places));
  const left: number[] = [];
  for (const { from, to } of homes)
    for (let j = from; j < to; j++) {
      const { word, key } = source.tokens[j]!;
      if (isWord(source, j) && !word.free && !taken.has(j) && !answer.index.has(key)) left.push(j);
    }
  return left;
}

/** Words of the source that stand further apart are no neighbours. */
const mostApart = 4;

function closeness({ items }: Alignment): number {
  if (items.length < 2) return 0;
  let followed = 0;
  for (let i = 1; i < items.length; i++) {
    const [before, after] = [items[i - 1]!.places, items[i]!.places];
    if (before.some((a) => after.some((b) => b > a && b - a <= mostApart))) followed++;
  }
  return followed / (items.length - 1);
}

/** The sentences that a clause comes from, beside the alignment's homes. */
function addedHomes(source: Text, { homes }: Alignment, clauses: readonly Clause[]): Candidate[] {
  const added: Candidate[] = [];
  for (const {
    candidates: [best],
  } of clauses)
    if (best !== undefined && best.cover >= clauseCover && !homes.includes(source.sentences[best.sentence]!))
      added.push(best);
  return added;
}

/** Lays a sentence out. `alignment`: beside what the sentence as a whole may come from, best of `candidates` first. */
export function layOut(
  source: Text,
  answer: Text,
  given: readonly Text[],
  index: number,
  candidates: readonly Candidate[],
  clauses: readonly Clause[],
  alignment: Alignment,
): Layout {
  const cover = candidates[0]?.cover ?? 0;
  const added = addedHomes(source, alignment, clauses);
  const all =
    added.length === 0
      ? alignment
      : (alignmentOf(
          source,
          answer,
          index,
          [...candidates, ...added.map(({ sentence }) => ({ sentence, cover }))].filter(
            (each, n, list) =>
              n < candidates.length || list.findIndex((one) => one.sentence === each.sentence) === n,
          ),
        ) ?? alignment);
  return {
    ...all,
    source,
    answer,
    given,
    clauses,
    cover,
    close: closeness(all),
    unclaimed: unclaimedIn(source, answer, all),
  };
}

/** The sentence of the source's homes that a place stands in. */
export const homeOf = ({ homes }: Layout, place: number): Stretch =>
  homes.find(({ from, to }) => from <= place && place < to)!;
