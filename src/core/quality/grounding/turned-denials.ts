import { denials, elseLapses, leavesBehind, sameBound } from './denials.js';
import { denied, denialsOf } from './denied.js';
import { echoOf, shareFound, type Echo } from './echo.js';
import type { Cue } from './polarity.js';
import { relatedKeys } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';
import { opposed } from './turned-words.js';
import {
  clauseOf,
  contrasts,
  denialsIn,
  flag,
  freshDenials,
  freshLimits,
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

const exactWorth = 0.2;
const coverWorth = 0.2;
const laterCost = 0.15;
const nouns = /^(?:no|none|neither|nor|nobody|nothing)$/;
const faint = /^(?:hardly|barely|scarcely)$/;
const withDenials = /^(?:any|anyone|anybody|anything|anywhere|ever|yet|either|even|further|anymore|all)$/;
const point = /^(?:until|before|since|first|then)$/;
const deadline = /^(?:until|till|before)$/;
const comparison = /^(?:more|less|longer|later|earlier|than|within|as|exceed|beyond)$/;
const instead = /^(?:but|instead|rather)$/;
const apart = /^(?:only|other|another|different|separate|instead|rather|too|alone|own)$/;
const auxiliary =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|may|might|can|could|will|would|shall|should|must)$/;
const condition = /^(?:if|unless|when|once|until)$/;

interface Found {
  readonly target: number;
  readonly place: number;
  readonly cover: number;
  readonly exact: boolean;
  readonly echo: Echo;
}

/** Where another text speaks of what a denial turns. `ofAnswer`: the denial is the answer's one. */
function bestPlace(
  text: Text,
  { targets }: Cue,
  other: Text,
  homes: readonly (Stretch & { readonly cover: number })[],
  ofAnswer: boolean,
): Found | undefined {
  let best: Found | undefined;
  let most = -1;
  for (const [n, target] of targets.entries()) {
    const { key, word } = text.tokens[target]!;
    const related = relatedKeys(key);
    for (const { from, to, cover } of homes)
      for (let place = from; place < to; place++) {
        const token = other.tokens[place]!;
        if (!hasContent(token)) continue;
        const exact = token.key === key && token.word.sign === word.sign;
        if (!exact && !related.has(token.key)) continue;
        const echo = ofAnswer ? echoOf(text, target, other, place) : echoOf(other, place, text, target);
        const worth = echo.all + coverWorth * cover + (exact ? exactWorth : 0) - laterCost * n;
        if (worth > most) [most, best] = [worth, { target, place, cover, exact, echo }];
      }
  }
  return best;
}

const holdsWord = (text: Text, stretch: Stretch, pattern: RegExp): boolean =>
  some(stretch, (i) => pattern.test(text.tokens[i]!.word.low));

/** Whether a stretch says a word without denial in another place than `but`. */
const saysPlainly = (text: Text, stretch: Stretch, root: string, but: number): boolean =>
  some(stretch, (i) => i !== but && text.tokens[i]!.word.root === root && text.negated[i] === 0);

const denies = (text: Text, stretch: Stretch): boolean => some(stretch, (i) => text.tokens[i]!.word.denial);

/** Whether a stretch neither denies, nor denies or limits by a word that the other text does not have. */
const isPlain = (text: Text, stretch: Stretch, other: Text, there: Stretch): boolean =>
  denialsIn(text, stretch) === 0 &&
  freshDenials(text, stretch, other, there) === 0 &&
  !freshLimits(text, stretch, other, there);

/** Whether a stretch denies once more than another one, and nothing else in them denies or limits what the other does not. */
function onlyDenial(
  one: Text,
  a: Stretch,
  oneHome: Stretch,
  two: Text,
  b: Stretch,
  twoHome: Stretch,
): boolean {
  return (
    denialsIn(one, a) - denialsIn(two, b) === 1 &&
    freshDenials(one, a, two, twoHome) + freshDenials(two, b, one, oneHome) === 0 &&
    !freshLimits(one, a, two, twoHome) &&
    !freshLimits(two, b, one, oneHome)
  );
}

/**
 * "not open" says what "closed" says, and "late" what "not sooner" says: whether a stretch has the opposite of a denied
 * word, and not that word.
 */
const saysOpposite = (text: Text, { targets }: Cue, other: Text, there: Stretch): boolean =>
  targets.some((target) => {
    const { word } = text.tokens[target]!;
    return (
      some(there, (i) => opposed(word, other.tokens[i]!.word) !== undefined) &&
      !some(there, (i) => other.tokens[i]!.word.root === word.root)
    );
  });

/** "is not refunded" and "is refunded": whether the verb before a denial stands before a place of another text, too. */
function sameForm(text: Text, cue: number, other: Text, place: number): boolean {
  const verb = /^can(?:not|'t)$/.test(text.tokens[cue]!.word.low)
    ? 'can'
    : (text.tokens[cue - 1]?.word.low ?? '');
  if (!auxiliary.test(verb)) return false;
  return [1, 2, 3].some((n) => other.tokens[place - n]?.word.low === verb);
}

/** Asks the rules for denials, once for each sentence of the source, whether they find a denial, too. */
function rulesOf({ source, answer, mine, homes }: Told, added: boolean): (cue: Cue, home: number) => boolean {
  const near = homes.map(({ from }) => source.sentenceOf[from]!);
  const found = new Map<number, ReadonlySet<number>>();
  return (cue, home) => {
    let cues = found.get(home);
    if (cues === undefined) {
      const ours = { text: answer, ...mine };
      const theirs = { text: source, ...source.sentences[home]! };
      const cover = homes.find(({ from }) => from === theirs.from)?.cover ?? 0;
      const all = added ? denials(ours, theirs, true, cover, near) : denials(theirs, ours, false, cover, []);
      cues = new Set(all.map((each) => each.cue));
      found.set(home, cues);
    }
    return cues.has(cue.at);
  };
}

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
        flag(answer.tokens[0]?.word.low === 'no' && answer.tokens[1]?.kind === 'mark'),
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
          flag(answer.tokens[0]?.word.low === 'no' && answer.tokens[1]?.kind === 'mark'),
        ],
      });
    }
  }
  return turns;
}
