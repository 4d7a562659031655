import { leavesBehind, sameBound } from './denials.js';
import {
  bestPlace,
  condition,
  faint,
  holdsWord,
  isPlain,
  onlyDenial,
  rulesOf,
  sameForm,
  saysOpposite,
  saysPlainly,
} from './denial-places.js';
import { denied } from './denied.js';
import { shareFound } from './echo.js';
import type { Stretch, Text } from './text.js';
import { beginsWithNo, clauseOf, denialsIn, flag, freshDenials, type Told, type Turn } from './turns.js';

/** What speaks for and against a denial of the source being left out. */
export const droppedTraits = [
  'bias',
  'neighbours found, plain sentence',
  'neighbours found, plain clause',
  'the first word denied',
  'share of the sentence found',
  'denied here, too',
  'fewer denials',
  'question denies',
  'in the question',
  'condition',
  'hardly',
  'said plainly, too',
  'share of the clause found',
  'set apart',
  'denials differ by one',
  'neighbours found, only denial',
  'more denials in the clause',
  'rules agree',
  'why is asked',
  'share of the denied clause taken up',
  'same verb form here',
  'nothing between them',
  'same bound here',
  'denied in another sentence',
  'answer begins with no',
] as const;

/** Whether another sentence of a text denies a word. */
const deniedElsewhere = ({ tokens, cues, sentenceOf }: Text, { from }: Stretch, root: string): boolean =>
  cues.some(
    (each, n) =>
      n !== sentenceOf[from] &&
      each.some(({ targets }) => targets.some((at) => tokens[at]!.word.root === root)),
  );

/** Denials of what a sentence of the answer comes from, each with where the answer speaks of what it denies. */
export function droppedDenials(told: Told): Turn[] {
  const { source, answer, question, mine, homes } = told;
  const asked = question?.cues.some((cues) => cues.length > 0) === true;
  const agrees = rulesOf(told, false);
  const turns: Turn[] = [];
  const ownCues = answer.cues[answer.sentenceOf[mine.from]!]!;
  // "whereas those of members are not": the denial stands after what it denies.
  if (ownCues.some(({ bare }) => bare)) return turns;
  for (const { from, to, cover } of homes) {
    const home = { from, to };
    const cues = source.cues[source.sentenceOf[from]!]!;
    for (const cue of cues) {
      const best = bestPlace(source, cue, answer, [{ ...mine, cover: 0 }], false);
      if (best === undefined) continue;
      const { target, place: at, echo } = best;
      // "keep them from being seized"
      if (denied(answer, at, mine) || saysOpposite(source, cue, answer, mine)) continue;
      if (leavesBehind(answer, at)) continue;
      const [own, theirs] = [clauseOf(answer, at), clauseOf(source, cue.at)];
      const { root } = source.tokens[target]!.word;
      const words = freshDenials(source, home, answer, mine) - freshDenials(answer, mine, source, home);
      turns.push({
        at,
        other: cue.at,
        traits: [
          1,
          echo.all * flag(isPlain(answer, mine, source, home)),
          echo.all * flag(isPlain(answer, own, source, home)),
          flag(target === cue.targets[0]),
          cover,
          flag(answer.negated[at] === 1),
          flag(ownCues.length < cues.length),
          flag(asked),
          flag(question?.tokens.some(({ word }) => word.root === root) === true),
          flag(holdsWord(answer, own, condition)),
          flag(faint.test(source.tokens[cue.at]!.word.low)),
          flag(saysPlainly(source, home, root, target)),
          shareFound(answer, own, source, home),
          flag(answer.excluded[at] === 1),
          Math.abs(cues.length - ownCues.length + words) % 2,
          echo.all * flag(onlyDenial(source, home, home, answer, mine, mine)),
          Math.max(-1, Math.min(1, denialsIn(source, theirs) - denialsIn(answer, own))),
          flag(agrees(cue, source.sentenceOf[from]!)),
          flag(question?.tokens[0]?.word.low === 'why'),
          shareFound(source, theirs, answer, mine, target),
          flag(sameForm(source, cue.at, answer, at)),
          flag(target - cue.at <= 2),
          flag(sameBound({ text: source, ...home }, cue, { text: answer, ...mine })),
          flag(deniedElsewhere(answer, mine, root)),
          flag(beginsWithNo(answer)),
        ],
      });
    }
  }
  return turns;
}
