import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import { yesOrNo } from './check-polarity.js';
import { clauseAround, limits, type Side } from './denials.js';
import { denied } from './denied.js';
import { counterpartKey } from './related.js';
import { hasContent, textOf, type Text } from './text.js';

/** A word that the source has only under a denial is said of nothing: more places than this are not looked through. */
const mostPlaces = 4;
/** A denied sentence has to share this many words with the answer and its question, unless it is shorter. */
const leastShared = 2;
const leastShare = 0.3;

/** Whether a clause says what it says without any denial, limit or condition. */
function plain({ text, from, to }: Side): boolean {
  for (let i = from; i < to; i++) {
    const { word } = text.tokens[i]!;
    if (word.negator || word.denial || limits.test(word.low)) return false;
    const fact = text.factAt[i]!;
    if (fact >= 0 && text.facts[fact]!.side !== 0) return false;
  }
  return true;
}

/** The places of the word that an answer's word comes from, where the source denies it at all of them. */
function deniedPlaces(source: Text, key: string): readonly number[] {
  const found = counterpartKey(source.index, key);
  const places = found === undefined ? undefined : source.index.get(found);
  if (places === undefined || places.length > mostPlaces) return [];
  return places.every((place) => isTarget(source, place)) ? places : [];
}

/** "not the six that they aim at": the value is denied, not the aiming. */
function valueBetween(source: Text, from: number, to: number): boolean {
  for (let j = from + 1; j < to; j++) {
    const fact = source.factAt[j]!;
    if (fact >= 0 && !source.facts[fact]!.weak) return true;
  }
  return false;
}

/** Whether a negation turns the word as one of the first two that follow it. */
const isTarget = (source: Text, place: number): boolean =>
  source.tokens[place]!.word.sign === 0 &&
  source.cues[source.sentenceOf[place]!]!.some(
    ({ at, targets, bare }) =>
      !bare &&
      targets.every(
        (each) => source.tokens[each]!.word.sign === 0 || !source.tokens[each]!.word.low.endsWith('er'),
      ) &&
      at < place &&
      targets.slice(0, 2).includes(place) &&
      !valueBetween(source, at, place),
  );

/** How many other words of the source's sentence the answer or the question has; all where it has none. */
function shares(source: Text, place: number, texts: readonly Text[]): boolean {
  const { from, to } = source.sentences[source.sentenceOf[place]!]!;
  let shared = 0;
  let all = 0;
  for (let j = from; j < to; j++) {
    const token = source.tokens[j]!;
    if (token.key === source.tokens[place]!.key || !hasContent(token) || token.word.free) continue;
    all++;
    if (texts.some(({ index }) => counterpartKey(index, token.key) !== undefined)) shared++;
  }
  return shared >= Math.min(leastShared, all) && shared >= all * leastShare;
}

/** Words that a sentence of the answer says plainly, and the source nowhere but under a denial: "vortexing is allowed". */
export function checkDenied(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
  question: Text | undefined,
): Reason[] {
  const [top] = candidates;
  // "No." denies all that follows it in the answer's own words.
  if (
    top === undefined ||
    yesOrNo(answer) === 'no' ||
    question?.cues.some((cues) => cues.length > 0) === true
  )
    return [];
  const sentence = answer.sentences[index]!;
  const near = new Set(candidates.flatMap((each) => [each.sentence - 1, each.sentence, each.sentence + 1]));
  const texts = question === undefined ? [answer] : [answer, question];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = answer.tokens[i]!;
    if (!hasContent(token) || token.word.free || token.word.sign !== 0 || answer.factAt[i]! >= 0) continue;
    if (answer.index.get(token.key)?.some((each) => answer.negated[each] === 1)) continue;
    const [place] = deniedPlaces(source, token.key);
    if (place === undefined || !shares(source, place, texts)) continue;
    const home = source.sentenceOf[place]!;
    if (
      source.tokens[place]!.key === token.key
        ? !near.has(home)
        : !candidates.slice(0, 2).some((each) => each.sentence === home)
    )
      continue;
    if (denied(answer, i, sentence)) continue;
    if (!plain(clauseAround({ text: answer, ...sentence }, i))) continue;
    const { from, to } = source.sentences[source.sentenceOf[place]!]!;
    return [
      {
        code: 'negation',
        message: `says "${token.text}", which the source only denies: "${textOf(source, from, Math.min(to, from + 16))}"`,
        at: [token.start, token.end],
      },
    ];
  }
  return [];
}
