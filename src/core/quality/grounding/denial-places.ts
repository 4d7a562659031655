import { denials } from './denials.js';
import { echoOf, type Echo } from './echo.js';
import type { Cue } from './polarity.js';
import { relatedKeys } from './related.js';
import { hasContent, type Stretch, type Text } from './text.js';
import { opposed } from './turned-words.js';
import { denialsIn, freshDenials, freshLimits, some, type Told } from './turns.js';

/** "hardly": denies by half. */
export const faint = /^(?:hardly|barely|scarcely)$/;
/** What makes of a statement a condition. */
export const condition = /^(?:if|unless|when|once|until)$/;
const exactWorth = 0.2;
const coverWorth = 0.2;
const laterCost = 0.15;
const auxiliary =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|may|might|can|could|will|would|shall|should|must)$/;

interface Found {
  readonly target: number;
  readonly place: number;
  readonly cover: number;
  readonly exact: boolean;
  readonly echo: Echo;
}

/** Where another text speaks of what a denial turns. `ofAnswer`: the denial is the answer's one. */
export function bestPlace(
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

export const holdsWord = (text: Text, stretch: Stretch, pattern: RegExp): boolean =>
  some(stretch, (i) => pattern.test(text.tokens[i]!.word.low));

/** Whether a stretch says a word without denial in another place than `but`. */
export const saysPlainly = (text: Text, stretch: Stretch, root: string, but: number): boolean =>
  some(stretch, (i) => i !== but && text.tokens[i]!.word.root === root && text.negated[i] === 0);

/** Whether a stretch neither denies, nor denies or limits by a word that the other text does not have. */
export const isPlain = (text: Text, stretch: Stretch, other: Text, there: Stretch): boolean =>
  denialsIn(text, stretch) === 0 &&
  freshDenials(text, stretch, other, there) === 0 &&
  !freshLimits(text, stretch, other, there);

/** Whether a stretch denies once more than another one, and nothing else in them denies or limits what the other does not. */
export function onlyDenial(
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
export const saysOpposite = (text: Text, { targets }: Cue, other: Text, there: Stretch): boolean =>
  targets.some((target) => {
    const { word } = text.tokens[target]!;
    return (
      some(there, (i) => opposed(word, other.tokens[i]!.word) !== undefined) &&
      !some(there, (i) => other.tokens[i]!.word.root === word.root)
    );
  });

/** "is not refunded" and "is refunded": whether the verb before a denial stands before a place of another text, too. */
export function sameForm(text: Text, cue: number, other: Text, place: number): boolean {
  const verb = /^can(?:not|'t)$/.test(text.tokens[cue]!.word.low)
    ? 'can'
    : (text.tokens[cue - 1]?.word.low ?? '');
  if (!auxiliary.test(verb)) return false;
  return [1, 2, 3].some((n) => other.tokens[place - n]?.word.low === verb);
}

/** Asks the rules for denials, once for each sentence of the source, whether they find a denial, too. */
export function rulesOf(
  { source, answer, mine, homes }: Told,
  added: boolean,
): (cue: Cue, home: number) => boolean {
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
