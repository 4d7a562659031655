import type { Reason } from '../../dataset/model.js';
import { candidatesFor, type Candidate } from './align.js';
import { contextOf, fit } from './context.js';
import { relate } from './same-fact.js';
import type { Cue } from './polarity.js';
import { hasContent, textOf, type Text } from './text.js';

/** Tokens `from` (with) to `to` (without). */
interface Range {
  readonly from: number;
  readonly to: number;
}

/** One way in which a sentence of the answer turns what a sentence of the source says. */
interface Flip {
  readonly kind: 'negation' | 'opposite' | 'side' | 'modal';
  readonly message: string;
  /** The words are the same, only one of them is negated. */
  readonly byNegation?: boolean | undefined;
  readonly from: number;
  readonly to: number;
}

const clip = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= 90) return plain;
  return `${plain.slice(0, /[\uD800-\uDBFF]$/.test(plain.slice(0, 88)) ? 87 : 88)}…`;
};

/** Whether a word stands under a denial of its own clause: "refused to approve", "prohibited from entering". */
function denied(text: Text, at: number, sentence: Range): boolean {
  for (let j = at - 1; j >= Math.max(sentence.from, at - 5); j--) {
    const token = text.tokens[j]!;
    if (token.kind === 'mark' && token.text !== '-') return false;
    if (token.word.denial || token.word.negator) return true;
  }
  return false;
}

/** Words in `sentence` that deny and that the other sentence has no counterpart for. */
function unmatchedDenial(text: Text, sentence: Range, other: ReadonlySet<string>): boolean {
  for (let i = sentence.from; i < sentence.to; i++) {
    const { word } = text.tokens[i]!;
    if (word.denial && !other.has(word.key)) return true;
  }
  return false;
}

const keysIn = (text: Text, sentence: Range): Set<string> => {
  const keys = new Set<string>();
  for (let i = sentence.from; i < sentence.to; i++) keys.add(text.tokens[i]!.key);
  return keys;
};

function placesByKey(text: Text, sentence: Range): Map<string, number[]> {
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
interface Side {
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

/** From this cover on a clause follows the source's words. */
const closeCover = 0.6;

const limits =
  /^(?:only|max|maximum|limit|limited|most|least|minimum|if|unless|until|before|but|except|just|up|out|whether|unclear|unknown|open|uncertain|cannot)$/;

/** Where `one` denies and `two` does not: the places of the cue and of the word that it turns. */
function denials(one: Side, two: Side, insist: boolean, cover: number): { cue: number; target: number }[] {
  const found: { cue: number; target: number }[] = [];
  const there = placesByKey(two.text, two);
  const here = keysIn(one.text, one);
  for (const cue of cuesIn(one)) {
    const { low } = one.text.tokens[cue.at]!.word;
    const first = cue.targets[0];
    const target =
      first !== undefined && there.has(one.text.tokens[first]!.key)
        ? first
        : /^(?:no|without)$/.test(low)
          ? undefined
          : cue.targets.find((each) => {
              const { key, word } = one.text.tokens[each]!;
              return word.sign === 0 && there.has(key);
            });
    // A denial in other words is no contradiction: only a word that both have can be turned.
    if (target === undefined || (insist && target !== first && cover < closeCover)) continue;
    // The sentence says one thing and denies another: which of them is meant is not plain.
    if (insist && cuesIn(two).length > 0 && cover < 0.75) continue;
    const general = one.text.tokens[target]!.word.free;
    if (general && !cue.targets.some((each) => each !== target && there.has(one.text.tokens[each]!.key)))
      continue;
    if (!insist && target !== first && !plainly(two)) continue;
    // "Freezing is not a good idea" for "must not be frozen": denied in other words.
    if (!insist && cuesIn(two).length > 0) continue;
    // Words with an opposite are weighed by their side.
    if (one.text.tokens[target]!.word.sign !== 0) continue;
    const places = there.get(one.text.tokens[target]!.key)!;
    if (places.some((place) => two.text.negated[place] === 1 || denied(two.text, place, two))) continue;
    if (unmatchedDenial(two.text, two, here)) continue;
    found.push({ cue: cue.at, target });
  }
  return found;
}

/** Whether a negation turns this very word: it is the first one in its scope that has an opposite. */
function turned(text: Text, at: number): boolean {
  if (text.negated[at] === 0) return false;
  for (let j = at - 1; j >= 0 && text.negated[j] === 1 && text.sentenceOf[j] === text.sentenceOf[at]; j--) {
    if (text.tokens[j]!.word.sign !== 0 && !text.tokens[j]!.word.stop) return false;
  }
  return true;
}

/** The side a word is on after what turns it. */
const turnedSign = (text: Text, at: number): number =>
  text.tokens[at]!.word.sign * (turned(text, at) ? -1 : 1);

/** "They are voluntary": goes on about what the sentence before it says. */
const goesOn = /^(?:they|it|this|these|those|he|she|both|such)$/;

/** Where the source has a word or its opposite: in its sentence, else in the next one where that goes on about it. */
function counterparts(source: Text, theirs: Range, key: string): number[] {
  const places: number[] = [];
  for (let j = theirs.from; j < theirs.to; j++) if (source.tokens[j]!.word.key === key) places.push(j);
  const next = source.sentences[source.sentenceOf[theirs.from]! + 1];
  if (places.length > 0 || next === undefined || !goesOn.test(source.tokens[next.from]!.word.low))
    return places;
  for (let j = next.from; j < next.to; j++) if (source.tokens[j]!.word.key === key) places.push(j);
  return places;
}

/** A bound says itself on which side it is: "before 5 May". */
function leadsToFact(text: Text, at: number): boolean {
  for (let j = at; j < Math.min(text.tokens.length, at + 6); j++) {
    const fact = text.factAt[j]!;
    if (fact >= 0) return text.facts[fact]!.side !== 0 || j > at;
  }
  return false;
}

/** "later than", "no longer than": a bound of the value that follows. */
const compares = (text: Text, at: number): boolean => text.tokens[at + 1]?.word.low === 'than';

/** Whether the clause or the question has the opposite too: "thin it" for a sauce that is too thick. */
function bothSides(answer: Text, mine: Range, at: number, question: Text | undefined): boolean {
  const { key, sign } = answer.tokens[at]!.word;
  const opposed = ({ word }: { word: { key: string; sign: number } }): boolean =>
    word.key === key && word.sign === -sign;
  if (answer.tokens.slice(mine.from, mine.to).some(opposed)) return true;
  const supposes =
    question?.tokens.some(({ word }) => /^(?:if|too|when|avoid|instead)$/.test(word.low)) === true;
  return supposes && question?.tokens.some(opposed) === true;
}

/** Whether one of the source's places has a word near it that the clause or the question has too, so that both speak of one thing. */
function neighbours(
  source: Text,
  answer: Text,
  mine: Range,
  places: readonly number[],
  question: Text | undefined,
): boolean {
  const words = keysIn(answer, mine);
  for (const token of question?.tokens ?? []) words.add(token.key);
  return places.some((place) => {
    const { from, to } = source.sentences[source.sentenceOf[place]!]!;
    let content = 0;
    for (let i = from; i < to; i++) if (hasContent(source.tokens[i]!)) content++;
    if (content <= 4) return true;
    for (let i = Math.max(from, place - 5); i < Math.min(to, place + 6); i++) {
      if (i !== place && hasContent(source.tokens[i]!) && words.has(source.tokens[i]!.key)) return true;
    }
    return false;
  });
}

/** "He bought it from her" says what "she sold it to him" says. */
function conversely(source: Text, answer: Text, mine: Range, theirs: Range): boolean {
  const has = (text: Text, { from, to }: Range, low: string): boolean =>
    text.tokens.slice(from, to).some(({ word }) => word.low === low);
  return (
    (has(answer, mine, 'from') && has(source, theirs, 'to')) ||
    (has(answer, mine, 'to') && has(source, theirs, 'from'))
  );
}

/** "improved little", "hardly any better": half way to the opposite. */
const softened = (text: Text, at: number): boolean =>
  text.tokens
    .slice(Math.max(0, at - 3), at + 3)
    .some(({ word }) => /^(?:little|hardly|barely|scarcely|few)$/.test(word.low));

/** "the year before", "the day after": nothing follows that it would be before or after of. */
function leadsOn(text: Text, at: number, to: number): boolean {
  const next = text.tokens[at + 1];
  return (
    at + 1 < to &&
    next !== undefined &&
    next.kind !== 'mark' &&
    next.word.low !== 'and' &&
    next.word.low !== 'or'
  );
}

function opposites(
  source: Text,
  answer: Text,
  mine: Range,
  theirs: Range,
  question: Text | undefined,
): Flip[] {
  const flips: Flip[] = [];
  for (let i = mine.from; i < mine.to; i++) {
    const { word } = answer.tokens[i]!;
    const fact = answer.factAt[i]!;
    if (word.sign === 0 || (fact >= 0 && !answer.facts[fact]!.weak)) continue;
    if ((word.stop || compares(answer, i)) && leadsToFact(answer, i)) continue;
    if (/^(?:before|after)$/.test(word.low) && !leadsOn(answer, i, mine.to)) continue;
    if (bothSides(answer, mine, i, question)) continue;
    const places = counterparts(source, theirs, word.key);
    if (places.length === 0) continue;
    const side = turnedSign(answer, i);
    const same = places.filter((place) => turnedSign(source, place) === side);
    const opposed = places.filter((place) => turnedSign(source, place) !== side);
    if (opposed.length === 0) continue;
    if (!neighbours(source, answer, mine, opposed, question)) continue;
    const sameWord = source.tokens[opposed[0]!]!.word.sign === word.sign;
    const otherwise =
      unmatchedDenial(answer, mine, keysIn(source, theirs)) ||
      unmatchedDenial(source, theirs, keysIn(answer, mine));
    if (sameWord && otherwise) continue;
    if (word.key === '~buy' && conversely(source, answer, mine, theirs)) continue;
    if (opposed.every((place) => softened(source, place)) || softened(answer, i)) continue;
    if (same.length > 0) {
      const context = contextOf(source, answer, i, i + 1, question);
      const score = (list: number[]): number =>
        Math.max(...list.map((place) => fit(source, context, place, place + 1)));
      const [own, rival] = [score(same), score(opposed)];
      if (rival <= own * 1.2 || rival - own <= 0.05) continue;
    }
    const theirsWritten = (turned(source, opposed[0]!) ? 'not ' : '') + source.tokens[opposed[0]!]!.text;
    const written = (turned(answer, i) ? 'not ' : '') + answer.tokens[i]!.text;
    flips.push({
      kind: 'opposite',
      byNegation: source.tokens[opposed[0]!]!.word.sign === word.sign,
      message: `says "${written}", the source says "${theirsWritten}"`,
      from: i,
      to: i + 1,
    });
  }
  return flips;
}

function sides(source: Text, answer: Text, mine: Range, theirs: Range): Flip[] {
  const flips: Flip[] = [];
  for (const fact of answer.facts) {
    if (fact.side === 0 || fact.from < mine.from || fact.to > mine.to) continue;
    const written = textOf(answer, fact.from, fact.to);
    const same = source.facts.filter(
      (each) =>
        each.from >= theirs.from &&
        each.to <= theirs.to &&
        relate(fact, each, [written, textOf(source, each.from, each.to)]) === 'same',
    );
    if (same.length === 0 || !same.every((each) => each.side === -fact.side)) continue;
    const lead = (text: Text, from: number, to: number, sentence: Range): string =>
      textOf(text, Math.max(sentence.from, from - 3), Math.min(sentence.to, to + 2));
    flips.push({
      kind: 'side',
      message: `says "${lead(answer, fact.from, fact.to, mine)}", the source says "${lead(source, same[0]!.from, same[0]!.to, theirs)}"`,
      from: fact.from,
      to: fact.to,
    });
  }
  return flips;
}

const modals = new Map<string, 'duty' | 'option'>([
  ['must', 'duty'],
  ['shall', 'duty'],
  ['may', 'option'],
  ['can', 'option'],
  ['could', 'option'],
  ['might', 'option'],
]);

/** "must submit" where the source says "may submit": the same verb under another kind of modal. */
function modality(source: Text, answer: Text, mine: Range, theirs: Range): Flip[] {
  const read = (text: Text, sentence: Range): Map<string, { kind: string; at: number }> => {
    const found = new Map<string, { kind: string; at: number }>();
    for (let i = sentence.from; i < sentence.to; i++) {
      const kind = modals.get(text.tokens[i]!.word.low);
      if (kind === undefined || text.tokens[i]!.capital) continue;
      for (let j = i + 1; j < Math.min(sentence.to, i + 6); j++) {
        const token = text.tokens[j]!;
        if (token.kind === 'mark') break;
        if (token.word.negator) break;
        if (token.word.stop || token.word.low.endsWith('ly')) continue;
        found.set(token.key, { kind, at: i });
        break;
      }
    }
    return found;
  };
  const ours = read(answer, mine);
  if (ours.size === 0) return [];
  const their = read(source, theirs);
  const flips: Flip[] = [];
  for (const [key, { kind, at }] of ours) {
    const other = their.get(key);
    if (other === undefined || other.kind === kind) continue;
    flips.push({
      kind: 'modal',
      message: `says "${answer.tokens[at]!.text}", the source says "${source.tokens[other.at]!.text}"`,
      from: at,
      to: at + 1,
    });
  }
  return flips;
}

/** A question answered by yes or no is itself the claim. */
export function yesOrNo(answer: Text): 'yes' | 'no' | undefined {
  const first = answer.tokens[0]?.word.low;
  if (first !== 'yes' && first !== 'no') return undefined;
  const next = answer.tokens[1];
  return next === undefined || next.kind === 'mark' ? first : undefined;
}

/** Content words of the source's sentence that it sets apart wherever they stand in it. */
function setApart(source: Text, theirs: Range): Set<string> {
  const apart = new Set<string>();
  for (let i = theirs.from; i < theirs.to; i++)
    if (source.excluded[i] === 1) apart.add(source.tokens[i]!.key);
  if (apart.size === 0) return apart;
  for (let i = theirs.from; i < theirs.to; i++)
    if (source.excluded[i] === 0) apart.delete(source.tokens[i]!.key);
  return apart;
}

/** Whether the clause speaks of what the source's sentence sets apart, as if it were not: "in Iceland" for "but not in Iceland". */
const within = (text: Text, { from, to }: Range, key: string): boolean =>
  text.index.get(key)?.some((place) => place >= from && place < to) === true;

/** The content words just before what a sentence sets apart: "Tuesdays" in "on Tuesdays instead of Wednesdays". */
function keptFor(source: Text, { from, to }: Range): string[] {
  let first = from;
  while (first < to && source.excluded[first] === 0) first++;
  const kept: string[] = [];
  for (let i = first - 1; i >= from && kept.length < 2; i--) {
    if (hasContent(source.tokens[i]!)) kept.push(source.tokens[i]!.key);
  }
  return kept;
}

const setsApart = /^(?:except|exempt|exclu|apart|unless|unlike|instead|rather|otherwise|only|alone)/;

function speaksOfApart(
  source: Text,
  answer: Text,
  mine: Range,
  theirs: Range,
): { at: number; swapped: boolean } | undefined {
  const apart = setApart(source, theirs);
  if (apart.size === 0) return undefined;
  // "cod instead of haddock" for "haddock instead of cod"
  const mineApart = setApart(answer, mine);
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
  const home = answer.sentences[answer.sentenceOf[mine.from]!]!;
  if (kept.some((key) => within(answer, home, key))) return undefined;
  let found: number | undefined;
  for (let i = mine.from; i < mine.to; i++) {
    if (answer.excluded[i] === 1 || setsApart.test(answer.tokens[i]!.word.low)) return undefined;
    if (!apart.has(answer.tokens[i]!.key)) continue;
    const lead = [answer.tokens[i - 1], answer.tokens[i - 2]].map((token) => token?.word.low ?? '');
    if (lead.some((low) => /^(?:as|like|than)$/.test(low))) return undefined;
    found ??= i;
  }
  return found === undefined ? undefined : { at: found, swapped: false };
}

function flipsAgainst(
  source: Text,
  answer: Text,
  mine: Range,
  candidate: Candidate,
  question: Text | undefined,
): Flip[] {
  const theirs = source.sentences[candidate.sentence]!;
  const quote = clip(textOf(source, theirs.from, theirs.to));
  const one: Side = { text: answer, ...mine };
  const two: Side = { text: source, from: theirs.from, to: theirs.to };
  const negation: Flip[] = [];
  for (const { cue, target } of denials(one, two, true, candidate.cover)) {
    negation.push({
      kind: 'negation',
      message: `denies what the source says: "${quote}"`,
      from: cue,
      to: Math.max(cue, target) + 1,
    });
  }
  // "What must not be frozen?": the answer takes the denial from the question.
  const denied = question?.cues.some((cues) => cues.length > 0) === true;
  for (const { target } of denied ? [] : denials(two, one, false, candidate.cover)) {
    const { key } = source.tokens[target]!;
    let at = mine.from;
    while (at < mine.to - 1 && answer.tokens[at]!.key !== key) at++;
    negation.push({
      kind: 'negation',
      message: `leaves out the denial of the source: "${quote}"`,
      from: at,
      to: at + 1,
    });
  }
  negation.splice(1);
  const others = [
    ...opposites(source, answer, mine, theirs, question),
    ...sides(source, answer, mine, theirs),
  ];
  // Two turns cancel: "not after 5 May" says what "before 5 May" says.
  // What the negation itself turned is no second turn.
  const own = negation.length > 0 ? others.filter((flip) => !flip.byNegation) : others;
  const flips = negation.length > 0 && own.length === 1 ? [] : [...negation, ...own];
  const apart = speaksOfApart(source, answer, mine, theirs);
  if (apart !== undefined) {
    if (flips.length > 0 && !apart.swapped) return [];
    return [
      {
        kind: 'negation',
        message: `says of "${answer.tokens[apart.at]!.text}" what the source does not: "${quote}"`,
        from: apart.at,
        to: apart.at + 1,
      },
    ];
  }
  return [...flips, ...modality(source, answer, mine, theirs)];
}

const clauseBorder = /^(?:[,;:—–()]|and|but|while|whereas|because|although|though)$/;
/** A clause needs this many words with content to be looked up on its own. */
const leastWords = 2;
/** A sentence of the source that has less of a clause says something else. */
const leastCover = 0.33;

/** The clauses of a sentence, each with enough words to be found in the source. */
function clausesOf(answer: Text, sentence: Range): Range[] {
  const clauses: Range[] = [];
  let from = sentence.from;
  let words = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = answer.tokens[i]!;
    if (words >= leastWords && clauseBorder.test(token.word.low)) {
      clauses.push({ from, to: i });
      from = i;
      words = 0;
    }
    if (hasContent(token)) words++;
  }
  const last = clauses.at(-1);
  if (words < leastWords && last !== undefined)
    clauses[clauses.length - 1] = { from: last.from, to: sentence.to };
  else clauses.push({ from, to: sentence.to });
  return clauses;
}

/** Negations, opposites and bounds of one sentence of the answer against what it may come from. */
export function checkPolarity(
  source: Text,
  answer: Text,
  index: number,
  question: Text | undefined,
): Reason[] {
  const reasons: Reason[] = [];
  for (const mine of clausesOf(answer, answer.sentences[index]!)) {
    const candidates = candidatesFor(source, answer, mine, question);
    const top = candidates[0];
    if (top === undefined || top.cover < leastCover) continue;
    let fewest: Flip[] | undefined;
    for (const candidate of candidates) {
      if (candidate.cover < top.cover * 0.85) break;
      const flips = flipsAgainst(source, answer, mine, candidate, question);
      if (fewest === undefined || flips.length < fewest.length) fewest = flips;
      if (flips.length === 0) break;
    }
    for (const { message, from, to } of fewest ?? []) {
      reasons.push({
        code: 'negation',
        message,
        at: [answer.tokens[from]!.start, answer.tokens[to - 1]!.end],
      });
    }
  }
  return reasons;
}
