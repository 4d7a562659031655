import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import type { Clause } from './clauses.js';
import { denials, setAside, type Side } from './denials.js';
import type { Flip } from './flips.js';
import { follows } from './follows.js';
import { opposites, sides } from './opposites.js';
import { speaksOfApart } from './set-apart.js';
import { stills } from './still.js';
import { textOf, type Stretch, type Text } from './text.js';

const clip = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= 90) return plain;
  return `${plain.slice(0, /[\uD800-\uDBFF]$/.test(plain.slice(0, 88)) ? 87 : 88)}…`;
};
/** A question answered by yes or no is itself the claim. */
export function yesOrNo(answer: Text): 'yes' | 'no' | undefined {
  const first = answer.tokens[0]?.word.low;
  if (first !== 'yes' && first !== 'no') return undefined;
  const next = answer.tokens[1];
  return next === undefined || next.kind === 'mark' ? first : undefined;
}
const permits = /^(?:may|can|could|should|must|is|are|was|were|has|have|to)$/;

/** "It may be used": says so itself, whatever the question denies. */
function allows(answer: Text, { from, to }: Stretch, key: string): boolean {
  for (let i = from; i < to; i++) {
    if (answer.tokens[i]!.key !== key) continue;
    for (let j = Math.max(from, i - 3); j < i; j++) if (permits.test(answer.tokens[j]!.word.low)) return true;
  }
  return false;
}

/** From this cover on a clause speaks of what the source's sentence says, whatever its verb. */
const wholeCover = 0.65;

/** Whether the answer's sentence has as many denials as the source's: then one of them says this one in other words. */
const deniesAsOften = (source: Text, there: number, answer: Text, here: number): boolean =>
  answer.cues[answer.sentenceOf[here]!]!.length >= source.cues[source.sentenceOf[there]!]!.length;

function flipsAgainst(
  source: Text,
  answer: Text,
  mine: Stretch,
  candidate: Candidate,
  question: Text | undefined,
  homes: readonly number[],
): Flip[] {
  const theirs = source.sentences[candidate.sentence]!;
  const quote = (): string => clip(textOf(source, theirs.from, theirs.to));
  const one: Side = { text: answer, ...mine };
  const two: Side = { text: source, from: theirs.from, to: theirs.to };
  const negation: Flip[] = [];
  for (const { cue, target } of denials(one, two, true, candidate.cover, homes)) {
    negation.push({
      kind: 'negation',
      message: `denies what the source says: "${quote()}"`,
      from: cue,
      to: Math.max(cue, target) + 1,
    });
  }
  // "What must not be frozen?": the answer takes the denial from the question.
  const denied = question?.cues.some((cues) => cues.length > 0) === true;
  for (const { first, target } of denials(two, one, false, candidate.cover, [])) {
    const { key } = source.tokens[target]!;
    if (denied && !allows(answer, mine, key)) continue;
    // "When may I drive?" "After 12 hours.": what the source denies is in the question.
    const asked = source.tokens[first]!.key;
    if (first !== target && question?.index.has(asked) === true) continue;
    if (deniesAsOften(source, theirs.from, answer, mine.from)) continue;
    let at = mine.from;
    while (at < mine.to - 1 && answer.tokens[at]!.key !== key) at++;
    negation.push({
      kind: 'negation',
      message: `leaves out the denial of the source: "${quote()}"`,
      from: at,
      to: at + 1,
    });
  }
  if (negation.length === 0 && candidate.cover >= wholeCover) {
    const cue = setAside(one, two);
    if (cue !== undefined)
      negation.push({
        kind: 'negation',
        message: `denies what the source says: "${quote()}"`,
        from: cue,
        to: cue + 1,
      });
  }
  negation.splice(1);
  const others = [
    ...opposites(source, answer, mine, theirs, question),
    ...sides(source, answer, mine, theirs),
    ...stills(source, answer, mine, theirs),
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
        kind: 'apart',
        message: `says of "${answer.tokens[apart.at]!.text}" what the source does not: "${quote()}"`,
        from: apart.at,
        to: apart.at + 1,
      },
    ];
  }
  return flips;
}

/** A sentence of the source that has less of a clause says something else. */
const leastCover = 0.33;

/**
 * Bounds and what is set apart, of one sentence of the answer against what it may come from; and denials and opposites
 * where it follows the source word for word. In other words, these come with any paraphrase, and are weighed as turns.
 */
export const checkPolarity = (
  source: Text,
  answer: Text,
  clauses: readonly Clause[],
  question: Text | undefined,
): Reason[] =>
  polarityOf(
    source,
    answer,
    clauses,
    question,
    ({ kind }, mine, theirs) =>
      kind === 'side' ||
      kind === 'apart' ||
      (!turnsElse(answer, mine, question) && follows(source, answer, mine, theirs)),
  );

/** "No, it ...", "not before October", or a question that denies: something else than the word may turn what is said. */
const turnsElse = (answer: Text, { from, to }: Stretch, question: Text | undefined): boolean =>
  yesOrNo(answer) !== undefined ||
  question?.cues.some((cues) => cues.length > 0) === true ||
  answer.tokens.slice(from, to).some(({ word }) => /^(?:until|before|beyond|since|yet)$/.test(word.low));

/** Negations, opposites, bounds and what is set apart: those of the kinds that `reports` names. */
export function polarityOf(
  source: Text,
  answer: Text,
  clauses: readonly Clause[],
  question: Text | undefined,
  reports: (flip: Flip, mine: Stretch, theirs: Stretch) => boolean = () => true,
): Reason[] {
  const reasons: Reason[] = [];
  for (const mine of clauses) {
    const { candidates } = mine;
    const [top] = candidates;
    if (top === undefined || top.cover < leastCover) continue;
    const homes = candidates.map(({ sentence }) => sentence);
    let fewest: Flip[] | undefined;
    let theirs: Stretch | undefined;
    for (const candidate of candidates) {
      if (candidate.cover < top.cover * 0.85) break;
      const flips = flipsAgainst(source, answer, mine, candidate, question, homes);
      if (fewest === undefined || flips.length < fewest.length)
        [fewest, theirs] = [flips, source.sentences[candidate.sentence]!];
      if (flips.length === 0) break;
    }
    for (const flip of fewest ?? []) {
      if (!reports(flip, mine, theirs!)) continue;
      const { message, from, to } = flip;
      reasons.push({
        code: 'negation',
        message,
        at: [answer.tokens[from]!.start, answer.tokens[to - 1]!.end],
      });
    }
  }
  return reasons;
}
