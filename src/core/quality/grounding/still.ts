import type { Flip } from './flips.js';
import { keysIn } from './flips.js';
import { hasContent, type Stretch, type Text } from './text.js';

const goesOn = /^(?:still|continue|continues|continued|remain|remains|remained|today)$/;
const ended =
  /^(?:stopped|stops|ceased|ceases|lost|gone|ended|discontinued|abandoned|closed|former|formerly|anymore)$/;

interface Mark {
  /** 1: goes on; -1: is over. */
  readonly side: 1 | -1;
  readonly at: number;
}

/** What a stretch says of whether a thing goes on; undefined where it says neither, or both. */
function markOf(text: Text, { from, to }: Stretch, firm: boolean): Mark | undefined {
  let found: Mark | undefined;
  for (let i = from; i < to; i++) {
    const { low } = text.tokens[i]!.word;
    const next = text.tokens[i + 1]?.word.low;
    const over =
      (low === 'no' && next === 'longer') ||
      (low === 'any' && next === 'more' && text.tokens[i + 2]?.word.low !== 'than') ||
      (!firm && ended.test(low));
    const side = over ? -1 : (firm ? low === 'still' : goesOn.test(low)) ? 1 : undefined;
    if (side === undefined) continue;
    if (found !== undefined && found.side !== side) return undefined;
    found ??= { side, at: i };
  }
  return found;
}

/** "is still made" where the source says "is no longer made", and the other way round. One of the two says so firmly. */
export function stills(source: Text, answer: Text, mine: Stretch, theirs: Stretch): Flip[] {
  const own = markOf(answer, mine, true);
  if (own === undefined) return [];
  const other = markOf(source, theirs, false);
  if (other === undefined || other.side === own.side) return [];
  // "no longer has a link" for "has lost the link" is over on both sides; "is still not open" denies.
  const denied = (text: Text, { from, to }: Stretch, { at }: Mark): boolean =>
    text.cues[text.sentenceOf[from]!]!.some((cue) => cue.at !== at && cue.at >= from && cue.at < to);
  if (denied(answer, mine, own) || denied(source, theirs, other)) return [];
  const words = keysIn(source, theirs);
  let shared = 0;
  for (let i = mine.from; i < mine.to; i++)
    if (hasContent(answer.tokens[i]!) && words.has(answer.tokens[i]!.key)) shared++;
  if (shared < 2) return [];
  return [
    {
      kind: 'side',
      byNegation: true,
      message: `says "${own.side > 0 ? 'still' : 'no longer'}", the source says "${source.tokens[other.at]!.text}"`,
      from: own.at,
      to: own.at + 1,
    },
  ];
}
