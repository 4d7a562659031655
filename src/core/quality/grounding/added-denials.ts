import { elseLapses, sameBound } from './denials.js';
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
import { denied, denialsOf } from './denied.js';
import { shareFound } from './echo.js';
import type { Stretch, Text } from './text.js';
import {
  beginsWithNo,
  clauseOf,
  contrasts,
  denialsIn,
  flag,
  freshDenials,
  some,
  type Told,
  type Turn,
} from './turns.js';

/** What speaks for and against a denial of the answer that the source does not have. */
export const addedTraits = [
  'bias',
  'neighbours on both sides found',
  'the very word',
  'denied there',
  'denials in the source',
  'denials beside it',
  'word that denies there',
  'nothing follows it',
  'of a subject',
  'without',
  'hardly',
  'question denies',
  'condition',
  'neighbours found, plain clause',
  'neighbours found, only denial',
  'more denials',
  'denies a denial',
  'denied by its verb there',
  'said plainly, too',
  'set apart',
  'share of the clause found',
  'contrast',
  'contrast on one side',
  'other words that deny there',
  'rules agree',
  'answer begins with no',
  'word that goes with denials',
  'point in time',
  'compares',
  'same verb form there',
  'by do',
  'never',
  'but follows',
  'only or other there',
  'same value follows',
  'share of the sentence found',
] as const;

const nouns = /^(?:no|none|neither|nor|nobody|nothing)$/;
const withDenials = /^(?:any|anyone|anybody|anything|anywhere|ever|yet|either|even|further|anymore|all)$/;
const point = /^(?:until|before|since|first|then)$/;
const deadline = /^(?:until|till|before)$/;
const comparison = /^(?:more|less|longer|later|earlier|than|within|as|exceed|beyond)$/;
const instead = /^(?:but|instead|rather)$/;
const apart = /^(?:only|other|another|different|separate|instead|rather|too|alone|own)$/;

const denies = (text: Text, stretch: Stretch): boolean => some(stretch, (i) => text.tokens[i]!.word.denial);

/** Whether a stretch states a value that a stretch of another text has: seldom does one deny what a value is said of. */
const sharesValue = (text: Text, { from, to }: Stretch, other: Text, there: Stretch): boolean =>
  text.facts.some(
    (fact) =>
      !fact.weak &&
      fact.side === 0 &&
      fact.from >= from &&
      fact.to <= to &&
      other.facts.some(
        (each) =>
          each.from >= there.from &&
          each.to <= there.to &&
          each.value === fact.value &&
          each.kind === fact.kind,
      ),
  );

/** Denials of a sentence of the answer, each with where the source speaks of what it denies. */
export function addedDenials(told: Told): Turn[] {
  const { source, answer, question, mine, homes } = told;
  const asked = question?.cues.some((cues) => cues.length > 0) === true;
  const agrees = rulesOf(told, true);
  const turns: Turn[] = [];
  const cues = answer.cues[answer.sentenceOf[mine.from]!]!;
  for (const cue of cues) {
    const { low } = answer.tokens[cue.at]!.word;
    // "no fuller than"
    if (low === 'no' && answer.tokens[cue.at + 1]?.word.low.endsWith('er') === true) continue;
    const best = bestPlace(answer, cue, source, homes, true);
    if (best === undefined) continue;
    const { target, place: other, exact, echo } = best;
    const n = source.sentenceOf[other]!;
    const home = source.sentences[n]!;
    if (saysOpposite(answer, cue, source, home)) continue;
    if (elseLapses(answer, cue, source, home)) continue;
    const [own, theirs] = [clauseOf(answer, cue.at), clauseOf(source, other)];
    // "not expected before October" for "expected in October"
    if (holdsWord(answer, { from: cue.at + 1, to: own.to }, deadline) && !holdsWord(source, home, deadline))
      continue;
    turns.push({
      at: cue.at,
      other,
      traits: [
        1,
        Math.min(echo.before, echo.after),
        flag(exact),
        flag(source.negated[other] === 1),
        flag(homes.some((each) => denialsIn(source, each) > 0)),
        flag([n - 1, n + 1].some((each) => (source.cues[each]?.length ?? 0) > 0)),
        flag(denies(source, home)),
        flag(cue.bare),
        flag(nouns.test(low)),
        flag(low === 'without'),
        flag(faint.test(low)),
        flag(asked),
        flag(holdsWord(answer, own, condition)),
        echo.all * flag(isPlain(source, theirs, answer, mine)),
        echo.all * flag(onlyDenial(answer, own, mine, source, theirs, home)),
        flag(denialsOf(source, n) < denialsOf(answer, answer.sentenceOf[mine.from]!)),
        flag(cue.targets.some((each) => answer.tokens[each]!.word.denial)),
        flag(denied(source, other, home)),
        flag(saysPlainly(answer, mine, answer.tokens[target]!.word.root, target)),
        flag(answer.excluded[target] === 1),
        shareFound(answer, own, source, home, cue.at),
        flag(contrasts(answer, own)),
        flag(contrasts(answer, own) !== contrasts(source, theirs)),
        flag(freshDenials(source, theirs, answer, mine) > 0),
        flag(agrees(cue, n)),
        flag(beginsWithNo(answer)),
        flag(holdsWord(answer, { from: cue.at + 1, to: own.to }, withDenials)),
        flag(holdsWord(answer, { from: cue.at + 1, to: own.to }, point)),
        flag(
          sameBound({ text: answer, ...mine }, cue, { text: source, ...home }) ||
            holdsWord(answer, { from: cue.at + 1, to: own.to }, comparison),
        ),
        flag(sameForm(answer, cue.at, source, other)),
        flag(/^do(?:es)?$|^did$/.test(answer.tokens[cue.at - 1]?.word.low ?? '')),
        flag(low === 'never'),
        flag(holdsWord(answer, { from: cue.at + 1, to: mine.to }, instead)),
        flag(holdsWord(source, home, apart)),
        flag(sharesValue(answer, { from: cue.at + 1, to: own.to }, source, home)),
        shareFound(answer, mine, source, home, cue.at),
      ],
    });
  }
  return turns;
}
