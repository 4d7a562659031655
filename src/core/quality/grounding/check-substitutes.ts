import type { Reason } from '../../dataset/model.js';
import { alike, isWord, type Alignment, type Item } from './counterparts.js';
import { isGeneral } from './general-words.js';
import { nominal, prepositionOf } from './nouns.js';
import { relatedKeys } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';

/** The words of a source's sentence that neither the answer nor the question takes up. */
function unclaimed(
  source: Text,
  theirs: Stretch,
  items: readonly Item[],
  givenTo: readonly Text[],
  answer: Text,
): number[] {
  const taken = new Set(items.flatMap(({ places }) => places));
  const left: number[] = [];
  for (let j = theirs.from; j < theirs.to; j++) {
    if (!isWord(source, j) || source.tokens[j]!.word.free || taken.has(j)) continue;
    const { key } = source.tokens[j]!;
    const related = relatedKeys(key);
    const claimed =
      answer.index.has(key) ||
      givenTo.some((text) =>
        text.tokens.some((_, i) => isWord(text, i) && alike(source, j, text, i, related)),
      );
    if (!claimed) left.push(j);
  }
  return left;
}

/** Whether only small and general words stand between two places, and no end of a sentence. */
function close(text: Text, a: number, b: number, skip: ReadonlySet<number>): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  if (to - from > 8) return false;
  for (let i = from + 1; i < to; i++) {
    const token = text.tokens[i]!;
    if (/^[.;:()]$/.test(token.text)) return false;
    if (hasContent(token) && !token.word.free && !skip.has(i)) return false;
  }
  return true;
}

/** The next item on one side that the source has. */
function anchor(items: readonly Item[], n: number, step: 1 | -1): Item | undefined {
  for (let k = n + step; k >= 0 && k < items.length; k += step)
    if (items[k]!.places.length > 0) return items[k];
  return undefined;
}

/** Longer questions and headings give no words in particular. */
const mostGiven = 300;
/** A word that the source has more often is what it speaks of, and may stand anywhere. */
const mostPlaces = 3;

/** A name, which no common word stands in for. */
const isName = (text: Text, at: number): boolean =>
  text.names.some((name) => name.kind === 'proper' && name.certain && name.from <= at && at < name.to);

/** "on behalf of", "in spite of": part of a preposition. */
const inPreposition = ({ tokens }: Text, at: number): boolean =>
  tokens[at + 1]?.word.low === 'of' &&
  /^(?:behalf|spite|means|account|favour|favor|front|terms|charge|light|view|lieu|case|need|search|honour|memory|support|excess|place|virtue|way|aid|pursuit|process|course)$/.test(
    tokens[at]!.word.low,
  );

/** "reeds and sedges": two words with nothing but "and" or "or" between. */
const joined = ({ tokens }: Text, a: number, b: number): boolean =>
  b === a + 2 && /^(?:and|or)$/.test(tokens[a + 1]!.word.low);

/** "A value suggests contamination": in -s, after the first noun of a clause that has no verb yet, and before another. */
function finite({ tokens }: Text, at: number, { from }: Stretch): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at]!, tokens[at + 1]];
  if (!/[^s]s$/.test(token.word.low) || before === undefined || after === undefined) return false;
  if (at === from || !hasContent(before) || before.word.low.endsWith('s') || !hasContent(after)) return false;
  for (let i = at - 1; i >= from; i--) {
    const { word, kind } = tokens[i]!;
    if (kind === 'mark' && word.border > 0) break;
    if (/^(?:is|are|was|were|has|have|had|can|may|must|will|would|to)$|ed$/.test(word.low)) return false;
  }
  return true;
}

/** "are usually gone": says how something is. */
const afterBe = ({ tokens }: Text, at: number, { from }: Stretch): boolean =>
  at - 2 >= from &&
  tokens[at - 1]!.word.low.endsWith('ly') &&
  /^(?:is|was|are|were|be|been)$/.test(tokens[at - 2]!.word.low);

/** Words of one sentence of the answer that the source does not have, in the place of others that it has. */
export function checkSubstitutes(
  source: Text,
  answer: Text,
  { mine, homes, items }: Alignment,
  allGiven: readonly Text[],
  words: ReadonlySet<string>,
): Reason[] {
  const given = allGiven.filter(({ tokens }) => tokens.length <= mostGiven);
  const strange: number[] = [];
  const asked: number[] = [];
  items.forEach((item, n) => {
    if (item.places.length > 0 || answer.factAt[item.from]! >= 0) return;
    const { word, key } = answer.tokens[item.from]!;
    if (
      word.free ||
      isGeneral(word.low) ||
      word.low.length < 3 ||
      (source.index.get(key)?.length ?? (words.has(key) || words.has(word.low) ? 99 : 0)) > mostPlaces
    )
      return;
    if (
      given.some((text) => text.tokens.some((_, j) => isWord(text, j) && alike(answer, item.from, text, j)))
    ) {
      asked.push(n);
      return;
    }
    strange.push(n);
  });
  if (strange.length + asked.length === 0) return [];
  const reasons: Reason[] = [];
  let leftOver: readonly (readonly number[])[] | undefined;
  const mineStrange = new Set(strange.map((n) => items[n]!.from));
  for (const n of [...strange, ...asked]) {
    const at = items[n]!.from;
    const { word } = answer.tokens[at]!;
    if (
      word.sign !== 0 ||
      /[ai]bl[ey]$/.test(word.low) ||
      !nominal(answer, at, mine) ||
      inPreposition(answer, at) ||
      finite(answer, at, mine)
    )
      continue;
    const [before, after] = [anchor(items, n, -1), anchor(items, n, 1)];
    const lead = prepositionOf(answer, at, mine);
    const displaced = source.index.has(answer.tokens[at]!.key);
    const found = items.filter(({ places }) => places.length > 0).length;
    if (displaced && (word.opensUnit || found < 3 || found < items.length * 0.5)) continue;
    const fills = (text: Text, j: number, home: Stretch): boolean =>
      nominal(text, j, home, true) && !isName(text, j) && !afterBe(text, j, home);
    const inPlace = (j: number, home: Stretch, theirStrange: ReadonlySet<number>): boolean => {
      const there = prepositionOf(source, j, home);
      // The question's words count only against the other one of a pair: "reeds and sedges" for "reeds and willows".
      if (asked.includes(n))
        return (
          (before !== undefined &&
            joined(answer, before.from, at) &&
            before.places.some((place) => joined(source, place, j))) ||
          (after !== undefined &&
            joined(answer, at, after.from) &&
            after.places.some((place) => joined(source, j, place)))
        );
      if (lead === 'by' && there === 'by') return true;
      // "an angler reported it" for "it was reported by a shepherd"
      if (
        after !== undefined &&
        there === 'by' &&
        after.from === at + 1 &&
        after.places.some((place) => place < j && close(source, place, j, theirStrange))
      )
        return true;
      // "a sugar placebo" for "a placebo of saline", "the guests' addresses" for "names of the guests"
      if (
        after?.from === at + 1 &&
        there === 'of' &&
        after.places.some((place) => place < j && close(source, place, j, theirStrange))
      )
        return true;
      if (
        before?.to === at &&
        /['’]s?$/.test(answer.tokens[at - 1]!.text) &&
        before.places.some(
          (place) =>
            place > j && close(source, j, place, theirStrange) && prepositionOf(source, place, home) === 'of',
        )
      )
        return true;
      const follows =
        before !== undefined &&
        close(answer, before.from, at, mineStrange) &&
        before.places.some(
          (place) =>
            place < j &&
            close(source, place, j, theirStrange) &&
            (lead === there || (before.to === at && place === j - 1)),
        );
      const leads =
        after !== undefined &&
        close(answer, at, after.from, mineStrange) &&
        after.places.some((place) => place > j && close(source, j, place, theirStrange));
      return displaced ? follows && leads : follows || leads;
    };
    let original: number | undefined;
    leftOver ??= homes.map((home) => unclaimed(source, home, items, given, answer));
    for (const [h, home] of homes.entries()) {
      const left = leftOver[h]!;
      const theirStrange = new Set(left);
      for (const j of left) {
        if (original === undefined && fills(source, j, home) && inPlace(j, home, theirStrange)) original = j;
      }
    }
    if (original === undefined) continue;
    reasons.push({
      code: 'content',
      message: `says "${answer.tokens[at]!.text}", where the source says "${source.tokens[original]!.text}"`,
      at: [answer.tokens[at]!.start, answer.tokens[at]!.end],
    });
  }
  return reasons;
}
