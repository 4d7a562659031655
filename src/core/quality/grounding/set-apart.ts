import { hasContent, type Stretch, type Text } from './text.js';

/** "except in the 14 flats, where larger ones will be fitted": whether a stretch says something of what it sets apart. */
function goesOn({ tokens, excluded }: Text, { from, to }: Stretch): boolean {
  let last = from;
  for (let i = from; i < to; i++) {
    if (excluded[i] === 1) last = i;
    const leads = /^(?:where|which|who|whose)$/.test(tokens[i]!.word.low) && tokens[i - 1]!.text === ',';
    if (leads && last > from && i - last <= nearApart) return true;
  }
  return false;
}
/** How far, in tokens, what is said of something set apart may begin after it. */
const nearApart = 6;

/** Content words of the source's sentence that it sets apart wherever they stand in it. */
function setApart(source: Text, theirs: Stretch): Set<string> {
  const apart = new Set<string>();
  for (let i = theirs.from; i < theirs.to; i++)
    if (source.excluded[i] === 1) apart.add(source.tokens[i]!.key);
  if (apart.size === 0) return apart;
  if (goesOn(source, theirs)) return new Set();
  for (let i = theirs.from; i < theirs.to; i++)
    if (source.excluded[i] === 0) apart.delete(source.tokens[i]!.key);
  return apart;
}

/** Whether the clause speaks of what the source's sentence sets apart, as if it were not: "in Iceland" for "but not in Iceland". */
const within = (text: Text, { from, to }: Stretch, key: string): boolean =>
  text.index.get(key)?.some((place) => place >= from && place < to) === true;

/** The content words just before what a sentence sets apart: "Tuesdays" in "on Tuesdays instead of Wednesdays". */
function keptFor(source: Text, { from, to }: Stretch): string[] {
  let first = from;
  while (first < to && source.excluded[first] === 0) first++;
  const kept: string[] = [];
  for (let i = first - 1; i >= from && kept.length < 2; i--) {
    if (hasContent(source.tokens[i]!)) kept.push(source.tokens[i]!.key);
  }
  return kept;
}

const setsApart =
  /^(?:except|exempt|exclu|apart|unless|unlike|instead|rather|otherwise|only|alone|just|solely|merely)/;

/** How far before a word, in tokens, it may be said that it is compared. */
const farthestLead = 5;

export function speaksOfApart(
  source: Text,
  answer: Text,
  mine: Stretch,
  theirs: Stretch,
): { at: number; swapped: boolean } | undefined {
  const apart = setApart(source, theirs);
  if (apart.size === 0) return undefined;
  // "cod instead of haddock" for "haddock instead of cod"
  const home = answer.sentences[answer.sentenceOf[mine.from]!]!;
  const mineApart = setApart(answer, home);
  if (mineApart.size > 0) {
    for (let i = mine.from; i < mine.to; i++) {
      const { key } = answer.tokens[i]!;
      if (apart.has(key) && !mineApart.has(key)) {
        const turned = [...mineApart].some((each) => !apart.has(each) && within(source, theirs, each));
        if (turned) return { at: i, swapped: true };
      }
    }
  }
  // It names what the source keeps, too: it tells the two apart in its own words.
  const kept = keptFor(source, theirs);
  if (kept.some((key) => within(answer, home, key))) return undefined;
  let found: number | undefined;
  for (let i = mine.from; i < mine.to; i++) {
    if (answer.excluded[i] === 1 || setsApart.test(answer.tokens[i]!.word.low)) return undefined;
    if (!apart.has(answer.tokens[i]!.key)) continue;
    const lead = answer.tokens.slice(Math.max(mine.from, i - farthestLead), i).map(({ word }) => word.low);
    if (lead.slice(-2).some((low) => /^(?:from|to)$/.test(low))) return undefined;
    // "as that of the common stoat does"
    if (lead.some((low) => /^(?:as|like|than)$/.test(low))) return undefined;
    found ??= i;
  }
  return found === undefined ? undefined : { at: found, swapped: false };
}
