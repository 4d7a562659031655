import type { Fact } from './facts.js';
import { keysIn, unmatchedDenial } from './flips.js';
import type { Cue } from './polarity.js';
import { sharesRoot } from './counterparts.js';
import { relatedKeys } from './related.js';
import { denied, deniedNear, denialsOf } from './denied.js';
import { hasContent, type Stretch, type Text } from './text.js';
import type { Token } from './tokens.js';

function placesByKey(text: Text, sentence: Stretch): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = sentence.from; i < sentence.to; i++) {
    const { key } = text.tokens[i]!;
    const list = places.get(key);
    if (list === undefined) places.set(key, [i]);
    else list.push(i);
  }
  return places;
}

/** A stretch of one of the two texts. */
export interface Side {
  readonly text: Text;
  readonly from: number;
  readonly to: number;
}

const cuesIn = ({ text, from, to }: Side): Cue[] =>
  to <= from ? [] : text.cues[text.sentenceOf[from]!]!.filter((cue) => cue.at >= from && cue.at < to);

/** Whether a stretch states something without any denial, limit or condition. */
function plainly(side: Side): boolean {
  if (side.to <= side.from || side.text.cues[side.text.sentenceOf[side.from]!]!.length > 0) return false;
  for (let i = side.from; i < side.to; i++) {
    const { word } = side.text.tokens[i]!;
    if (word.denial || limits.test(word.low)) return false;
    const fact = side.text.factAt[i]!;
    if (fact >= 0 && side.text.facts[fact]!.side !== 0) return false;
  }
  return true;
}

/** What stands around a word between commas and the like: a denial elsewhere denies something else. */
export function clauseAround(side: Side, at: number): Side {
  const { text } = side;
  let { from, to } = side;
  for (let i = at - 1; i >= from; i--) if (scopeEnds.test(text.tokens[i]!.word.low)) from = i + 1;
  for (let i = at + 1; i < to; i++) if (scopeEnds.test(text.tokens[i]!.word.low)) to = i;
  return { text, from, to };
}
const scopeEnds = /^(?:[,;:()—–]|but|while|whereas|although|though)$/;
const supposition = /^(?:if|when|whenever|once|unless|should|case)$/;

/** Whether a clause only supposes what it says: the nearest border before all the places leads to an "if". */
const supposes = (side: Side, places: readonly number[]): boolean =>
  places.every((place) => {
    const { from } = clauseAround(side, place);
    for (let i = from; i < Math.min(place, from + 3); i++)
      if (supposition.test(side.text.tokens[i]!.word.low)) return true;
    return false;
  });

/** "is not allowed to cancel" denies the cancelling. */
const carries = /^(?:allowed|permitted|able|possible|supposed|entitled|required|obliged|necessary|expected)$/;

/** From this cover on a clause follows the source's words. */
const closeCover = 0.6;

export const limits =
  /^(?:only|max|maximum|limit|limited|most|least|minimum|if|unless|until|before|but|except|just|up|out|whether|unclear|unknown|open|uncertain|cannot)$/;

/** A sentence beside the best one says the denial: "Replace the filter yearly; it may not be washed." */
function deniedBeside({ text, from }: Side, words: ReadonlySet<string>): boolean {
  const home = text.sentenceOf[from]!;
  return [home - 1, home + 1].some((n) =>
    text.cues[n]?.some((cue) => cue.targets.some((at) => words.has(text.tokens[at]!.key))),
  );
}

/** Whether the sentence of a stretch denies a word in another of its clauses. */
const deniesToo = ({ text, from }: Side, key: string): boolean =>
  text.cues[text.sentenceOf[from]!]!.some((cue) => cue.targets.some((at) => text.tokens[at]!.key === key));

/** How many words with content the first side shares with the second. */
function sharedWords(side: Side, other: Side): number {
  const there = keysIn(other.text, other);
  const keys = new Set<string>();
  for (let i = side.from; i < side.to; i++) {
    const token = side.text.tokens[i]!;
    if (hasContent(token) && there.has(token.key)) keys.add(token.key);
  }
  return keys.size;
}

/** Whether a stretch has a word that denies by its meaning. */
function hasDenial({ text, from, to }: Side): boolean {
  for (let i = from; i < to; i++) if (text.tokens[i]!.word.denial) return true;
  return false;
}

const deniedAt = ({ text }: Side, places: readonly number[] | undefined): boolean =>
  places?.some((place) => text.negated[place] === 1) === true;

/** Whether both sides have a value, bounded on opposite sides. */
const boundsTurned = (one: Side, two: Side): boolean => {
  const bounded = (side: Side): Fact[] =>
    side.text.facts.filter((fact) => fact.side !== 0 && fact.from >= side.from && fact.to <= side.to);
  const theirs = bounded(two);
  return bounded(one).some((a) => theirs.some((b) => a.value === b.value && a.side === -b.side));
};

const hasTwin = ({ word }: Token, { text, from, to }: Side): boolean =>
  text.tokens.slice(from, to).some((each) => each.word.key === word.key && each.word.sign === word.sign);

const superlative = ({ text, from, to }: Side): boolean =>
  text.tokens.slice(from, to).some(({ word }) => /[^r]est$|^most$/.test(word.low));

const subjects = /^(?:no|neither|nor|none|nobody)$/;

/** Where a stretch has a word of the same family, or one that may stand for it. */
function familyIn({ text, from, to }: Side, { key, word }: Token): readonly number[] | undefined {
  const related = relatedKeys(key);
  const places: number[] = [];
  for (let i = from; i < to; i++) {
    const other = text.tokens[i]!;
    if (
      hasContent(other) &&
      other.kind === 'word' &&
      (related.has(other.key) || sharesRoot(word.low, other.word.low))
    )
      places.push(i);
  }
  return places.length === 0 ? undefined : places;
}

/**
 * Whether the other sentence has the bound that a denial makes: "no more than three terms" for "may not serve more than
 * three", "needs at least an hour" for "cannot come for at least an hour", "at least 100 m away" for "never within 100 m".
 */
export function sameBound({ text, to }: Side, { at }: Cue, { text: other, from }: Side): boolean {
  const home = other.sentences[other.sentenceOf[from]!]!;
  for (let i = at + 1; i < to && text.clauses[i] === text.clauses[at]; i++) {
    const fact = text.facts[text.factAt[i]!];
    if (fact === undefined || fact.side === 0) continue;
    const within = [1, 2].some((n) => text.tokens[fact.from - n]?.word.low === 'within');
    const side = within ? 1 : fact.side;
    for (let j = home.from; j < home.to; j++) {
      const there = other.facts[other.factAt[j]!];
      if (there !== undefined && there.value === fact.value && there.side === side) return true;
    }
  }
  return false;
}

/** "corrected from 12 October", "rather than 12": names what holds no longer. */
export const leavesBehind = ({ tokens }: Text, at: number): boolean =>
  /^(?:from|than|instead|of)$/.test(tokens[at - 1]?.word.low ?? '');

/** "It lapses if it is not used" for "it must be used, or it lapses": the one condition, told from its two sides. */
export function elseLapses(answer: Text, { at }: Cue, source: Text, { from, to }: Stretch): boolean {
  const { from: start } = answer.sentences[answer.sentenceOf[at]!]!;
  for (let i = at - 1; i >= start && answer.tokens[i]!.word.border === 0; i--)
    if (/^(?:if|when|once)$/.test(answer.tokens[i]!.word.low))
      return source.tokens
        .slice(from, to)
        .some(({ word }) => /^(?:or|unless|until|otherwise|only|must|else)$/.test(word.low));
  return false;
}

const keysOf = ({ text }: Side, { targets }: Cue): string[] => targets.map((at) => text.tokens[at]!.key);

/** Where `one` denies and `two` does not: the places of the cue, of the first word in its scope and of the word that it turns.
 * `homes`: the sentences of the other side that may be meant, too. */
export function denials(
  one: Side,
  two: Side,
  insist: boolean,
  cover: number,
  homes: readonly number[],
): { cue: number; first: number; target: number }[] {
  const cues = cuesIn(one);
  if (cues.length === 0) return [];
  const found: { cue: number; first: number; target: number }[] = [];
  const there = placesByKey(two.text, two);
  const here = keysIn(one.text, one);
  const placesOf = (at: number): readonly number[] | undefined => {
    const token = one.text.tokens[at]!;
    return there.get(token.key) ?? (token.word.free || insist ? undefined : familyIn(two, token));
  };
  const home = two.text.sentenceOf[two.from]!;
  const [ours, others] = [denialsOf(one.text, one.text.sentenceOf[one.from]!), denialsOf(two.text, home)];
  // Where the other side denies as often, one of its denials may tell this one in other words: "failed" for "did not pass".
  const tellsDenial = others >= ours;
  for (const cue of cues) {
    if (!insist && (cue.bare || tellsDenial || sameBound(one, cue, two))) continue;
    const { low } = one.text.tokens[cue.at]!.word;
    // "barely half a mile" is about half a mile.
    if (!insist && /^(?:hardly|barely|scarcely)$/.test(low)) continue;
    const carried = carries.test(one.text.tokens[cue.targets[0] ?? cue.at]!.word.low);
    const first = carried ? (cue.targets[1] ?? cue.targets[0]) : cue.targets[0];
    const target =
      first !== undefined && placesOf(first) !== undefined
        ? first
        : /^(?:no|without)$/.test(low)
          ? undefined
          : cue.targets.find((each) => {
              const { key, word } = one.text.tokens[each]!;
              return word.sign === 0 && there.has(key);
            });
    // A denial in other words is no contradiction: only a word that both have can be turned.
    if (target === undefined) continue;
    if (insist && one.text.excluded[target] === 1) continue;
    // "for not applying sooner" says what "for applying late" says.
    if (
      !insist &&
      cue.targets.some(
        (each) =>
          each !== target && one.text.tokens[each]!.word.sign !== 0 && !hasTwin(one.text.tokens[each]!, two),
      )
    )
      continue;
    // "no shoe is heavier" for "the heaviest shoe"
    if (
      insist &&
      subjects.test(low) &&
      superlative(two) &&
      cue.targets.some((each) => one.text.tokens[each]!.word.low.endsWith('er'))
    )
      continue;
    // "cannot apply with £16,000 or more" for "can apply with less than £16,000"
    if (insist && boundsTurned(one, two)) continue;
    const general = one.text.tokens[target]!.word.free;
    if (
      general &&
      (insist || cover < closeCover) &&
      !cue.targets.some((each) => each !== target && there.has(one.text.tokens[each]!.key))
    )
      continue;
    if (!insist && cover < closeCover && sharedWords(two, one) < 2) continue;
    if (!insist && target !== first && (cover < closeCover || !plainly(two))) continue;
    if (insist && deniedBeside(two, here)) continue;
    if (insist && tellsDenial) continue;
    if (insist && elseLapses(one.text, cue, two.text, two.text.sentences[home]!)) continue;
    if (insist && deniedNear(two.text, keysOf(one, cue), [...homes, home])) continue;
    // "never used on home visits" for "in halls, and never at home visits": another word in its scope is denied there, too.
    if (insist && cue.targets.some((at) => deniedAt(two, there.get(one.text.tokens[at]!.key)))) continue;
    // "Freezing is not a good idea" for "must not be frozen": denied in other words.
    if (!insist && cuesIn(two).length > 0) continue;
    // "If it thaws, the sample is lost" for "do not let it thaw"
    if (!insist && supposes(two, placesOf(target)!)) continue;
    if (!insist && placesOf(target)!.every((place) => leavesBehind(two.text, place))) continue;
    // Another clause of the answer has the denial.
    const { key } = one.text.tokens[target]!;
    if (!insist && deniesToo(two, key)) continue;
    // Words with an opposite are weighed by their side.
    if (one.text.tokens[target]!.word.sign !== 0) continue;
    const places = placesOf(target)!;
    // The sentence says one thing and denies another: which of them is meant is not plain.
    const around = places.map((place) => clauseAround(two, place));
    // "the other is not" for "the other, which fell, improbable"
    if (cue.bare && (hasDenial(two) || around.some((clause) => cuesIn(clause).length > 0))) continue;
    // "Neither contractors nor ...": a denial of the subject is one of what is said of it.
    const ofSubject = subjects.test(low);
    if (insist && (cover < 0.75 || ofSubject) && around.some((clause) => cuesIn(clause).length > 0)) continue;
    if (places.some((place) => two.text.negated[place] === 1 || denied(two.text, place, two))) continue;
    if (around.some((clause) => unmatchedDenial(two.text, clause, here))) continue;
    found.push({ cue: cue.at, first: first ?? target, target });
  }
  return found;
}

const holds =
  /^(?:includ|cover|allow|permit|possible|available|count|appl|valid|eligible|entitle|accept|affect)/;

/** "Trips to Norway are not included", where the other side speaks of them without any denial: the place of the denial. */
export function setAside(one: Side, two: Side): number | undefined {
  const [cue, another] = cuesIn(one);
  if (cue === undefined || another !== undefined || cuesIn(two).length > 0 || hasDenial(two))
    return undefined;
  const [target] = cue.targets;
  if (target === undefined || !holds.test(one.text.tokens[target]!.word.low)) return undefined;
  const limited = (side: Side): boolean =>
    side.text.tokens
      .slice(side.from, side.to)
      .some(({ word }) => /^(?:only|if|unless|except|but|until)$/.test(word.low));
  return hasDenial(one) || limited(one) || limited(two) ? undefined : cue.at;
}
