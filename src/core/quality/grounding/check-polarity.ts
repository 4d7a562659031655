import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import { contextOf, fit } from './context.js';
import { relate } from './same-fact.js';
import type { Sentence } from './sentences.js';
import { textOf, type Text } from './text.js';

/** One way in which a sentence of the answer turns what a sentence of the source says. */
interface Flip {
  readonly kind: 'negation' | 'opposite' | 'side' | 'modal';
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

const clip = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= 90) return plain;
  return `${plain.slice(0, /[\uD800-\uDBFF]$/.test(plain.slice(0, 88)) ? 87 : 88)}…`;
};

const within = (places: readonly number[] | undefined, sentence: Sentence): number[] =>
  places === undefined ? [] : places.filter((place) => place >= sentence.from && place < sentence.to);

/** Whether a word stands under a denial of its own clause: "refused to approve", "prohibited from entering". */
function denied(text: Text, at: number, sentence: Sentence): boolean {
  for (let j = at - 1; j >= Math.max(sentence.from, at - 5); j--) {
    const token = text.tokens[j]!;
    if (token.kind === 'mark' && token.text !== '-') return false;
    if (token.word.denial || token.word.negator) return true;
  }
  return false;
}

/** Words in `sentence` that deny and that the other sentence has no counterpart for. */
function unmatchedDenial(text: Text, sentence: Sentence, other: ReadonlySet<string>): boolean {
  for (let i = sentence.from; i < sentence.to; i++) {
    const { word } = text.tokens[i]!;
    if (word.denial && !other.has(word.key)) return true;
  }
  return false;
}

const keysIn = (text: Text, sentence: Sentence): Set<string> => {
  const keys = new Set<string>();
  for (let i = sentence.from; i < sentence.to; i++) keys.add(text.tokens[i]!.key);
  return keys;
};

function placesByKey(text: Text, sentence: Sentence): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = sentence.from; i < sentence.to; i++) {
    const { key } = text.tokens[i]!;
    const list = places.get(key);
    if (list === undefined) places.set(key, [i]);
    else list.push(i);
  }
  return places;
}

/** Negations of `one` whose targets stand unturned in `two`. */
function negations(
  one: { text: Text; index: number },
  two: { text: Text; index: number },
  said: (cue: number, target: number | undefined) => Flip | undefined,
  insist: boolean,
): Flip[] {
  const flips: Flip[] = [];
  const home = two.text.sentences[two.index]!;
  const there = placesByKey(two.text, home);
  const here = keysIn(one.text, one.text.sentences[one.index]!);
  for (const cue of one.text.cues[one.index]!) {
    const target = cue.targets.find((each) => there.has(one.text.tokens[each]!.key));
    const first = cue.targets[0];
    if (target === undefined) {
      if (!insist || two.text.cues[two.index]!.length > 0 || unmatchedDenial(two.text, home, here)) continue;
      const flip = said(cue.at, undefined);
      if (flip) flips.push(flip);
      continue;
    }
    if (
      !insist &&
      target !== first &&
      one.text.tokens[cue.at]!.word.low !== 'no' &&
      one.text.tokens[cue.at]!.word.low !== 'without'
    )
      continue;
    // Words with an opposite are weighed by their side.
    if (one.text.tokens[target]!.word.sign !== 0) continue;
    const places = there.get(one.text.tokens[target]!.key)!;
    if (places.some((place) => two.text.negated[place] === 1 || denied(two.text, place, home))) continue;
    if (unmatchedDenial(two.text, home, here)) continue;
    const flip = said(cue.at, target);
    if (flip) flips.push(flip);
  }
  return flips;
}

/** The side a word is on after what turns it. */
function turnedSign(text: Text, at: number): number {
  return text.tokens[at]!.word.sign * (text.negated[at] === 1 ? -1 : 1);
}

/** A bound says itself on which side it is: "before 5 May". */
function leadsToFact(text: Text, at: number): boolean {
  for (let j = at; j < Math.min(text.tokens.length, at + 6); j++) {
    const fact = text.factAt[j]!;
    if (fact >= 0) return text.facts[fact]!.side !== 0 || j > at;
  }
  return false;
}

function opposites(
  source: Text,
  answer: Text,
  mine: Sentence,
  theirs: Sentence,
  question: Text | undefined,
): Flip[] {
  const flips: Flip[] = [];
  for (let i = mine.from; i < mine.to; i++) {
    const { word } = answer.tokens[i]!;
    if (word.sign === 0 || answer.factAt[i]! >= 0) continue;
    if (word.stop && leadsToFact(answer, i)) continue;
    const places: number[] = [];
    for (let j = theirs.from; j < theirs.to; j++) if (source.tokens[j]!.word.key === word.key) places.push(j);
    if (places.length === 0) continue;
    const side = turnedSign(answer, i);
    const same = places.filter((place) => turnedSign(source, place) === side);
    const turned = places.filter((place) => turnedSign(source, place) !== side);
    if (turned.length === 0) continue;
    if (same.length > 0) {
      const context = contextOf(source, answer, i, i + 1, question);
      const score = (list: number[]): number =>
        Math.max(...list.map((place) => fit(source, context, place, place + 1)));
      const [own, rival] = [score(same), score(turned)];
      if (rival <= own * 1.35 || rival - own <= 0.1) continue;
    }
    const theirsWritten = (source.negated[turned[0]!] === 1 ? 'not ' : '') + source.tokens[turned[0]!]!.text;
    const written = (answer.negated[i] === 1 ? 'not ' : '') + answer.tokens[i]!.text;
    flips.push({
      kind: 'opposite',
      message: `says "${written}", the source says "${theirsWritten}"`,
      from: i,
      to: i + 1,
    });
  }
  return flips;
}

function sides(source: Text, answer: Text, mine: Sentence, theirs: Sentence): Flip[] {
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
    const lead = (text: Text, from: number, to: number, sentence: Sentence): string =>
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
function modality(source: Text, answer: Text, mine: Sentence, theirs: Sentence): Flip[] {
  const read = (text: Text, sentence: Sentence): Map<string, { kind: string; at: number }> => {
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

function flipsAgainst(
  source: Text,
  answer: Text,
  index: number,
  candidate: Candidate,
  question: Text | undefined,
): Flip[] {
  const mine = answer.sentences[index]!;
  const theirs = source.sentences[candidate.sentence]!;
  const quote = clip(textOf(source, theirs.from, theirs.to));
  const one = { text: answer, index };
  const two = { text: source, index: candidate.sentence };
  const denies = negations(
    one,
    two,
    (cue, target) => ({
      kind: 'negation',
      message: `denies what the source says: "${quote}"`,
      from: cue,
      to: Math.max(cue, target ?? cue) + 1,
    }),
    true,
  );
  const drops = negations(
    two,
    one,
    (_cue, target) => {
      const key = source.tokens[target!]!.key;
      const at = within(answer.index.get(key), mine)[0];
      return at === undefined
        ? undefined
        : {
            kind: 'negation',
            message: `leaves out the denial of the source: "${quote}"`,
            from: at,
            to: at + 1,
          };
    },
    false,
  );
  const turned = [
    ...opposites(source, answer, mine, theirs, question),
    ...sides(source, answer, mine, theirs),
  ];
  const negation = [...denies, ...drops].slice(0, 1);
  // Two turns cancel: "not after 5 May" says what "before 5 May" says.
  if (negation.length > 0 && turned.length === 1) return modality(source, answer, mine, theirs);
  return [...negation, ...turned, ...modality(source, answer, mine, theirs)];
}

/** Negations, opposites and bounds of one sentence of the answer against the sentences that it may come from. */
export function checkPolarity(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
  question: Text | undefined,
): Reason[] {
  const top = candidates[0];
  if (top === undefined || top.cover < 0.3) return [];
  let fewest: Flip[] | undefined;
  for (const candidate of candidates) {
    if (candidate.cover < top.cover * 0.85) break;
    const flips = flipsAgainst(source, answer, index, candidate, question);
    if (fewest === undefined || flips.length < fewest.length) fewest = flips;
    if (flips.length === 0) break;
  }
  return (fewest ?? []).map((flip) => ({
    code: 'negation',
    message: flip.message,
    at: [answer.tokens[flip.from]!.start, answer.tokens[flip.to - 1]!.end] as const,
  }));
}
