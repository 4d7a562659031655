import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import type { Clause } from './clauses.js';
import { denied } from './denials.js';
import type { Cue } from './polarity.js';
import { textOf, type Text } from './text.js';

const negation = /^(?:not|never|cannot)$|n't$/;
/** Sentences of the source in which a denial is looked for, and how many tokens of each. */
const mostHomes = 2;
const longest = 200;
/** A word further away is not what "not" stands for. */
const mostApart = 3;
/** A sentence of the source that has less of a clause says something else. */
const leastCover = 0.5;
/** Where a word that stands in more places is meant is not plain. */
const mostPlaces = 40;

const cuesIn = (answer: Text, from: number, to: number): Cue[] =>
  answer.cues[answer.sentenceOf[from]!]!.filter(
    ({ at, targets }) =>
      at >= from && at < to && targets.length > 0 && negation.test(answer.tokens[at]!.word.low),
  );

/** Whether a sentence of the source denies at all. */
function denies(source: Text, sentence: number): boolean {
  if (source.cues[sentence]!.length > 0) return true;
  const { from, to } = source.sentences[sentence]!;
  return source.tokens.slice(from, Math.min(to, from + longest)).some(({ word }) => word.denial);
}

const denialTargets = (source: Text, sentence: number): boolean =>
  source.cues[sentence]!.some(({ targets }) => targets.some((at) => source.tokens[at]!.word.denial));

/** "did not refuse": a word that denies, denied, where the source denies once. */
function deniesDenial(source: Text, answer: Text, cue: Cue, candidates: readonly Candidate[]): boolean {
  const [target] = cue.targets;
  return (
    target !== undefined &&
    target - cue.at <= mostApart &&
    answer.tokens[target]!.word.denial &&
    // "is not lost" for "is kept" is no denial of a denial.
    candidates.slice(0, mostHomes).some(({ sentence }) => denies(source, sentence)) &&
    !candidates.some(({ sentence }) => denialTargets(source, sentence))
  );
}

/** "is not paid": a word that has an opposite, denied, where the source says that very word, once and plainly. */
function deniesSide(source: Text, answer: Text, cue: Cue, [top]: readonly Candidate[]): boolean {
  const target = cue.targets[0]!;
  const { key, sign } = answer.tokens[target]!.word;
  if (sign === 0 || top === undefined || top.cover < leastCover) return false;
  const home = source.sentences[top.sentence]!;
  const everywhere = source.index.get(key) ?? [];
  if (everywhere.length > mostPlaces) return false;
  const places = everywhere.filter((each) => each >= home.from && each < home.to);
  const [place] = places;
  return (
    place !== undefined &&
    places.length === 1 &&
    source.tokens[place]!.word.sign === sign &&
    source.negated[place] === 0 &&
    !denied(source, place, home)
  );
}

/** Denials of what denies already, or of one of two opposites, that the source does not have. */
export function checkDoubleDenials(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
  clauses: readonly Clause[],
): Reason[] {
  const { from, to } = answer.sentences[index]!;
  if (candidates.length === 0 || answer.cues[index]!.length === 0) return [];
  const cue =
    cuesIn(answer, from, to).find((each) => deniesDenial(source, answer, each, candidates)) ??
    clauses
      .flatMap((clause) =>
        cuesIn(answer, clause.from, clause.to).filter((each) =>
          deniesSide(source, answer, each, clause.candidates),
        ),
      )
      .at(0);
  if (cue === undefined) return [];
  const end = cue.targets[0]! + 1;
  return [
    {
      code: 'negation',
      message: `says "${textOf(answer, cue.at, end)}", which the source does not deny`,
      at: [answer.tokens[cue.at]!.start, answer.tokens[end - 1]!.end],
    },
  ];
}
