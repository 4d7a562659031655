import type { Fact } from './facts.js';
import type { Text } from './text.js';

const more =
  /^(?:up|more|higher|larger|bigger|greater|longer|taller|dearer|wider|deeper|heavier|faster|stronger|extra)$/;
const less = /^(?:down|less|fewer|lower|smaller|shorter|cheaper|narrower|shallower|lighter|slower|weaker)$/;
const between =
  /^(?:by|to|of|a|an|the|about|around|roughly|nearly|almost|just|another|further|only|mere|some|again|sharply|slightly|also)$/;
const widens = /^(?:widen|lengthen|extend|prolong)/;
const narrows = /^(?:narrow|shorten|lighten)/;

/**
 * The way in which a value says that something changes or differs: 1 for "up 6%", "rose by 6%", "6% more"; -1 for
 * "6% less", "fell to 6%"; 0 where it says neither, or denies it.
 */
export function changeOf(text: Text, { from, to }: Fact): -1 | 0 | 1 {
  const { tokens } = text;
  const after = tokens[to];
  if (after !== undefined && tokens[to + 1]?.word.low !== 'or') {
    if (more.test(after.word.low)) return 1;
    if (less.test(after.word.low)) return -1;
  }
  const home = text.sentences[text.sentenceOf[from]!]!;
  for (let i = from - 1; i >= Math.max(home.from, from - 5); i--) {
    const { kind, word } = tokens[i]!;
    if (text.negated[i] === 1) return 0;
    if (word.low === 'up' || word.low === 'down') {
      if (tokens[i + 1]?.word.low === 'to' && !grows(tokens[i - 1]?.word.low)) return 0;
      return word.low === 'up' ? 1 : -1;
    }
    if (word.key === '~increase') return word.sign;
    if (widens.test(word.low)) return 1;
    if (narrows.test(word.low)) return -1;
    if (kind === 'mark' ? !/^[$£€¥]$/.test(word.low) : !between.test(word.low)) return 0;
  }
  return 0;
}

/** "up to 5" is a bound, "goes up to 5" a change. */
const grows = (low: string | undefined): boolean =>
  low !== undefined && /^(?:go|goes|going|went|gone|move|moves|moved|is|was)$/.test(low);

/** Where the source has a value, but changing the other way wherever it has it: "6% less" for "up 6%". */
export function otherChange(source: Text, answer: Text, fact: Fact, same: readonly Fact[]): Fact | undefined {
  if (fact.kind !== 'number' || fact.unit === undefined) return undefined;
  const way = changeOf(answer, fact);
  return way !== 0 && same.every((each) => changeOf(source, each) === -way) ? same[0] : undefined;
}
