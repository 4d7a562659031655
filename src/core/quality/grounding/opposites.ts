import { onOtherSides } from './antonyms.js';
import { contextOf, fit } from './context.js';
import { deniedNear } from './denied.js';
import { clauseAround } from './denials.js';
import { keysIn, unmatchedDenial, type Flip } from './flips.js';
import { isParticle, neutral, turnsTime } from './neutral.js';
import { relate } from './same-fact.js';
import { hasContent, textOf, type Stretch, type Text } from './text.js';
import { turnsTwice } from './turned-value.js';

/** Whether a negation turns this very word: it is the first one in its scope that has an opposite. */
function turned(text: Text, at: number): boolean {
  if (text.negated[at] === 0) return false;
  // "never on thin-walled pipe"
  if (text.tokens[at + 1]?.text === '-' && text.tokens[at + 1]!.glued) return false;
  // "without the buyer being told"
  if (
    /[eo]rs?$/.test(text.tokens[at]!.word.low) &&
    /^(?:the|a|an|his|her|its|their)$/.test(text.tokens[at - 1]!.word.low)
  )
    return false;
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

const comparative = /(?:er|less|more|up|down)$/;
const grows = '~increase';
/** "The effect is stronger" for "increases the effect". */
const isGrown = (key: string, low: string): boolean =>
  /^~(?:high|strong|up)$/.test(key) && comparative.test(low);

/** Comparatives in the place of "increase" and "reduce", and these in the place of comparatives. */
function grown(
  source: Text,
  theirs: Stretch,
  word: { readonly key: string; readonly low: string },
): number[] {
  const wanted =
    word.key === grows ? isGrown : isGrown(word.key, word.low) ? (key: string) => key === grows : undefined;
  const places: number[] = [];
  if (wanted === undefined) return places;
  for (let j = theirs.from; j < theirs.to; j++) {
    const { key, low } = source.tokens[j]!.word;
    if (wanted(key, low) && !isParticle(source, j)) places.push(j);
  }
  // With two of them it is not plain which is meant.
  return places.length === 1 ? places : [];
}

/** Where the source has a word or its opposite: in its sentence, else in the next one where that goes on about it. */
function counterparts(source: Text, theirs: Stretch, key: string): number[] {
  const places: number[] = [];
  for (let j = theirs.from; j < theirs.to; j++)
    if (source.tokens[j]!.word.key === key && !neutral(source, j)) places.push(j);
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
    if (fact >= 0 && !text.facts[fact]!.weak) return text.facts[fact]!.side !== 0 || j > at;
  }
  return false;
}

/** "£16,000 or more": a bound of the value before. */
const endsFact = (text: Text, at: number): boolean =>
  at > 1 && text.tokens[at - 1]!.word.low === 'or' && text.factAt[at - 2]! >= 0;

/** "later than", "no longer than": a bound of the value that follows. */
const compares = (text: Text, at: number): boolean => text.tokens[at + 1]?.word.low === 'than';

/** Whether a word says on which side of a value something lies: that is weighed with the value. */
export const boundsValue = (text: Text, at: number): boolean =>
  (text.tokens[at]!.word.stop || compares(text, at)) && (leadsToFact(text, at) || endsFact(text, at));

/** Whether the clause or the question has the opposite too: "thin it" for a sauce that is too thick. */
function bothSides(answer: Text, mine: Stretch, at: number, question: Text | undefined): boolean {
  const { key, sign } = answer.tokens[at]!.word;
  const opposed = ({ word }: { word: { key: string; sign: number } }): boolean =>
    word.key === key && word.sign === -sign;
  const home = answer.sentences[answer.sentenceOf[mine.from]!]!;
  if (answer.tokens.slice(home.from, home.to).some(opposed)) return true;
  const supposes =
    question?.tokens.some(({ word }) => /^(?:if|too|when|why|avoid|instead)$/.test(word.low)) === true;
  return supposes && question?.tokens.some(opposed) === true;
}

/** Whether one of the source's places has a word near it that the clause or the question has too, so that both speak of one thing. */
function neighbours(
  source: Text,
  answer: Text,
  mine: Stretch,
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
    for (let i = Math.max(from, place - 6); i < Math.min(to, place + 7); i++) {
      if (i !== place && hasContent(source.tokens[i]!) && words.has(source.tokens[i]!.key)) return true;
    }
    return false;
  });
}

/** "Always unplug" and "never unplug": the same word follows. */
const leadsAlike = (answer: Text, at: number, source: Text, place: number): boolean => {
  const next = answer.tokens.slice(at + 1, at + 4).filter((token) => hasContent(token));
  return source.tokens.slice(place + 1, place + 4).some((token) => next.some(({ key }) => key === token.key));
};

const hasLow = (text: Text, { from, to }: Stretch, low: string): boolean =>
  text.tokens.slice(from, to).some(({ word }) => word.low === low);

/** "He bought it from her" says what "she sold it to him" says. */
const conversely = (source: Text, answer: Text, mine: Stretch, theirs: Stretch): boolean =>
  (hasLow(answer, mine, 'from') && hasLow(source, theirs, 'to')) ||
  (hasLow(answer, mine, 'to') && hasLow(source, theirs, 'from'));

/** "Stourmouth lent them one" for "one borrowed from Stourmouth". */
const oneSided = (source: Text, answer: Text, mine: Stretch, theirs: Stretch): boolean =>
  hasLow(answer, mine, 'from') !== hasLow(source, theirs, 'from');

/** Whether both sentences have a denial, of which one goes on for longer. */
const bothDeny = (answer: Text, at: number, source: Text, place: number): boolean =>
  answer.cues[answer.sentenceOf[at]!]!.length > 0 && source.cues[source.sentenceOf[place]!]!.length > 0;

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

/** "have fixed starts" for "do not have flexible starts": beside the word that is denied stands the opposite of one of the answer's. */
const turnsBeside = (
  source: Text,
  answer: Text,
  mine: Stretch,
  theirs: Stretch,
  places: readonly number[],
): boolean =>
  places.every((place) => {
    const beside = source.tokens.slice(Math.max(theirs.from, place - 2), Math.min(theirs.to, place + 3));
    return beside.some(({ word: { sides } }) =>
      answer.tokens.slice(mine.from, mine.to).some(({ word }) => onOtherSides(sides, word.sides)),
    );
  });

/** "does not sell stamps" for "sells maps; stamps are not sold": the source denies what else a denial of the answer turns. */
function deniesOfAnother(source: Text, answer: Text, at: number, theirs: Stretch): boolean {
  const cue = answer.cues[answer.sentenceOf[at]!]!.find(({ targets }) => targets.includes(at));
  const others = cue?.targets.filter((each) => each !== at) ?? [];
  return deniedNear(
    source,
    others.map((each) => answer.tokens[each]!.key),
    [source.sentenceOf[theirs.from]!],
  );
}

export function opposites(
  source: Text,
  answer: Text,
  mine: Stretch,
  theirs: Stretch,
  question: Text | undefined,
): Flip[] {
  const flips: Flip[] = [];
  for (let i = mine.from; i < mine.to; i++) {
    const { word } = answer.tokens[i]!;
    const fact = answer.factAt[i]!;
    if (word.sign === 0 || (fact >= 0 && !answer.facts[fact]!.weak)) continue;
    if (boundsValue(answer, i)) continue;
    if (/^(?:before|after)$/.test(word.low) && !leadsOn(answer, i, mine.to)) continue;
    if (neutral(answer, i)) continue;
    if (bothSides(answer, mine, i, question)) continue;
    // "Their first final since 1988": the one before was in 1988.
    if (word.key === '~first' && hasLow(source, theirs, 'since')) continue;
    const named = counterparts(source, theirs, word.key);
    const all = named.length > 0 ? named : grown(source, theirs, word);
    if (all.length === 0) continue;
    // The very word is what the answer's one comes from, whatever else speaks of the two sides.
    const exact = all.filter((place) => source.tokens[place]!.word.low === word.low);
    const places = exact.length > 0 && answer.negated[i] === 1 ? exact : all;
    if (
      /^(?:always|never|before|after)$/.test(word.low) &&
      !places.some((place) => leadsAlike(answer, i, source, place))
    )
      continue;
    const side = turnedSign(answer, i);
    const limited = hasLow(answer, mine, 'only');
    const sideAt = (place: number): number =>
      turnedSign(source, place) * (limited && turnsTime(source, place) ? -1 : 1);
    const same = places.filter((place) => sideAt(place) === side);
    const opposed = places.filter((place) => sideAt(place) !== side);
    if (opposed.length === 0) continue;
    if (!neighbours(source, answer, mine, opposed, question)) continue;
    const sameWord = source.tokens[opposed[0]!]!.word.sign === word.sign;
    // "No shoe is heavier" for "the heaviest shoe"
    if (
      sameWord &&
      word.low.endsWith('er') &&
      opposed.every((place) => source.tokens[place]!.word.low.endsWith('est'))
    )
      continue;
    // "It may not begin earlier than 11 weeks before": the bound is denied, not the beginning.
    if (sameWord && (hasLow(source, theirs, 'than') || hasLow(answer, mine, 'than'))) continue;
    // "but the allowance does not": the denial stands after what it denies.
    if (
      sameWord &&
      answer.cues[answer.sentenceOf[i]!]!.some(({ targets, bare }) => bare || targets.length === 0)
    )
      continue;
    // "did not fall" and "reduced" are denied and said of different things.
    if (sameWord && opposed.every((place) => source.tokens[place]!.word.root !== word.root)) continue;
    // "will not grow large" for "stays small": one of the two is denied, though another word stands between.
    if (!sameWord && opposed.every((place) => source.negated[place] !== answer.negated[i])) continue;
    const otherwise =
      unmatchedDenial(answer, clauseAround({ text: answer, ...mine }, i), keysIn(source, theirs)) ||
      opposed.every((place) =>
        unmatchedDenial(source, clauseAround({ text: source, ...theirs }, place), keysIn(answer, mine)),
      );
    if (sameWord && (otherwise || turnsBeside(source, answer, mine, theirs, opposed))) continue;
    if (sameWord && deniesOfAnother(source, answer, i, theirs)) continue;
    if (sameWord && bothDeny(answer, i, source, opposed[0]!)) continue;
    if (word.key === '~buy' && conversely(source, answer, mine, theirs)) continue;
    if (word.key === '~borrow!' && oneSided(source, answer, mine, theirs)) continue;
    if (opposed.every((place) => softened(source, place)) || softened(answer, i)) continue;
    if (same.length > 0) {
      const context = contextOf(source, answer, i, i + 1, question);
      const score = (list: number[]): number =>
        Math.max(...list.map((place) => fit(source, context, place, place + 1)));
      const [own, rival] = [score(same), score(opposed)];
      // "the day before ... the day after": small words stand in many places.
      const [factor, margin] = word.stop ? [1.5, 0.12] : [1.2, 0.05];
      if (rival <= own * factor || rival - own <= margin) continue;
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

export function sides(source: Text, answer: Text, mine: Stretch, theirs: Stretch): Flip[] {
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
    if (
      same.length === 0 ||
      !same.every((each) => each.side === -fact.side && !turnsTime(source, each.from - 1))
    )
      continue;
    if (turnsTwice(source, answer, fact, same)) continue;
    const lead = (text: Text, from: number, to: number, sentence: Stretch): string =>
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
