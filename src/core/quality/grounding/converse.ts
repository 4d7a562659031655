import type { Frame, Role } from './frames.js';
import { stem } from './stem.js';
import type { Text } from './text.js';
import { wordOf } from './words.js';

/**
 * Verbs that tell one deed from its two sides, or in other words: who gives stands first (`+`) or last (`-`). After
 * the colon the role of the one who is not its subject.
 */
const deeds = `
+teach:other +instruct:other -learn:from
+sell:to -buy:from -purchase:from -acquire:from
+lend:to +loan:to -borrow:from
+give:to +grant:to +present:to -receive:from -get:from
+beat:other +defeat:other -lose:to
+replace:other +succeed:other +take:from
+own:other -belong:to
+bequeath:to +leave:to -inherit:from
+employ:other +hire:other
+precede:other -follow:other
`;

interface Side {
  readonly deed: number;
  readonly first: boolean;
  readonly other: Role;
}

const sides = new Map<string, Side>();
const partners: (readonly string[])[] = [];
for (const [deed, line] of deeds.trim().split('\n').entries()) {
  const entries = line.split(' ').map((each) => each.split(':') as [string, Role]);
  for (const [verb, other] of entries)
    sides.set(stem(verb.slice(1)), { deed, first: verb.startsWith('+'), other });
  partners.push(entries.map(([verb]) => wordOf(verb.slice(1)).key));
}

function sideOf(text: Text, verb: number): Side | undefined {
  const { low } = text.tokens[verb]!.word;
  const root = stem(low);
  // "takes over from"
  if (root === 'take' && text.tokens[verb + 1]?.word.low !== 'over') return undefined;
  return sides.get(root);
}

/** Whether two verbs, by their stems, tell one deed from its two sides: "lend" and "borrow". */
export function tellsOtherSide(one: string, two: string): boolean {
  const [a, b] = [sides.get(one), sides.get(two)];
  return a !== undefined && a.deed === b?.deed && a.first !== b.first;
}

/** The keys of the verbs that may tell the same deed as the verb at a place. */
export function partnerKeys(text: Text, verb: number): readonly string[] {
  const side = sideOf(text, verb);
  return side === undefined ? [] : partners[side.deed]!;
}

/** Who stands first and who second in a deed, by the keys of their words. */
function ordered(
  { tokens }: Text,
  { parts }: Frame,
  { first, other }: Side,
): Map<string, { first: boolean; at: number }> {
  const places = new Map<string, { first: boolean; at: number }>();
  for (const [key, { role, at }] of parts) {
    if (role === 'agent') places.set(key, { first, at });
    // "from a printer, Kenji Otani": what follows the comma is the same person.
    else if (role === other || (role === 'other' && tokens[at]!.capital))
      places.set(key, { first: !first, at });
  }
  return places;
}

/**
 * Two words of the answer that stand the other way round in a frame of the source that tells the same deed by another
 * verb: "she taught him" for "she learned it from him". A person whom the source does not name there is passed over.
 */
export function converse(
  answer: Text,
  frame: Frame,
  source: Text,
  other: Frame,
): { first: number; second: number } | undefined {
  const [mine, theirs] = [sideOf(answer, frame.verb), sideOf(source, other.verb)];
  if (mine === undefined || theirs === undefined || mine.deed !== theirs.deed) return undefined;
  if (answer.tokens[frame.verb]!.key === source.tokens[other.verb]!.key && mine.first === theirs.first)
    return undefined;
  const there = ordered(source, other, theirs);
  const turned: number[] = [];
  let straight = 0;
  for (const [key, { first, at }] of ordered(answer, frame, mine)) {
    const place = there.get(key);
    if (place === undefined) continue;
    if (place.first === first) straight++;
    else turned.push(at);
  }
  if (straight > 0 || turned.length < 2) return undefined;
  return { first: turned[0]!, second: turned[1]! };
}
