import { contextOf, fit } from './context.js';
import { outshared, rivalFactor, rivalMargin } from './rivals.js';
import { sameName, type Name } from './names.js';
import type { Text } from './text.js';

const mostRivals = 300;

/** A name that stands where another fits better. */
export interface Misplaced {
  readonly rival: Name;
  /** How well the name's own places fit. */
  readonly own: number;
}

/** Names beside each other, with a comma or an article between: "Tom Wells, the operations director". */
function besides(answer: Text, name: Name, other: Name): boolean {
  const [a, b] = name.from < other.from ? [name, other] : [other, name];
  if (b.from - a.to > 3 || b.from < a.to) return false;
  for (let i = a.to; i < b.from; i++)
    if (!/^(?:[,(–—-]|the|a|an|as|its|our|their)$/.test(answer.tokens[i]!.word.low)) return false;
  return true;
}

/** "Swiss", "Canadian": what a thing is like, which takes the place of no name but of another such word. */
const ofPeople = (text: Text, { from, to }: Name): boolean =>
  to === from + 1 && /(?:ish|ese|nch|tch|iss|[aei]an)$/.test(text.tokens[from]!.word.low);

/** Whether a name is one long word in capitals, as headings are: shorter ones are names of their own. */
const isShouted = (text: Text, { from, to }: Name): boolean =>
  to === from + 1 && /^\p{Lu}{5,}$/u.test(text.tokens[from]!.text);

const mostPronouns = 60;
/** A name that the source has this share as often as its most frequent one may be what it speaks of. */
const mainShare = 0.6;

/**
 * Places where a pronoun may stand for a name: after it, in the next two sentences; anywhere after it for the name
 * that the text speaks of most.
 */
function pronounsFor(source: Text, places: readonly Name[], most: number): number[] {
  if (places.length === 0 || source.pronouns.length === 0) return [];
  const main = places.length >= 2 && places.length >= most * mainShare;
  const found: number[] = [];
  for (const pronoun of source.pronouns) {
    if (found.length >= mostPronouns) break;
    const home = source.sentenceOf[pronoun]!;
    const near = places.some(({ from }) => from < pronoun && (main || home - source.sentenceOf[from]! <= 2));
    if (near) found.push(pronoun);
  }
  return found;
}

/** Whether the source speaks of a name about as much as of any other. */
const isMain = (places: readonly Name[], counts: ReadonlyMap<string, number>): boolean =>
  places.length >= 3 && places.length >= mainShare * Math.max(...counts.values());

/** The name that the source has in the place of one of the answer; undefined where that one fits. */
export function misplacedName(
  source: Text,
  answer: Text,
  name: Name,
  given: readonly Text[],
  question: Text | undefined,
): Misplaced | undefined {
  // "other employees" are none that the source names.
  if (name.kind === 'actor' && answer.tokens[name.from - 1]?.word.low === 'other') return undefined;
  if (given.some((text) => text.names.some((each) => each.kind === name.kind && sameName(each, name))))
    return undefined;
  // "Residents pay $40": a capital that only begins a sentence.
  if (name.kind === 'proper' && !name.certain && !source.sureNames.has(name.parts.at(-1)!)) return undefined;
  const beside = answer.names.filter((each) => each !== name && besides(answer, name, each));
  const context = contextOf(source, answer, name.from, name.to, question, (token) =>
    beside.some((each) => token >= each.from && token < each.to),
  );
  if (context.keys.length === 0) return undefined;
  const sentence = answer.sentences[answer.sentenceOf[name.from]!]!;
  const mentioned = answer.names.filter((each) => each.from >= sentence.from && each.to <= sentence.to);
  // "£48 per month" where the source, as the question, speaks of years only.
  const unknown = !source.names.some((each) => each.kind === name.kind && sameName(name, each));
  const places: Name[] = [];
  const counts = new Map<string, number>();
  let own = 0;
  let best = 0;
  let rival: Name | undefined;
  let weighed = 0;
  for (const each of source.names) {
    if (each.kind !== name.kind) continue;
    const last = each.parts.at(-1)!;
    counts.set(last, (counts.get(last) ?? 0) + 1);
    if (sameName(name, each)) {
      places.push(each);
      if (places.length <= mostRivals) own = Math.max(own, fit(source, context, each.from, each.to));
      continue;
    }
    if (weighed++ > mostRivals || !each.certain) continue;
    // "TOMATOES", a heading
    if (name.kind === 'proper' && isShouted(source, each) && !isShouted(answer, name)) continue;
    if (name.kind === 'proper' && ofPeople(source, each) && !ofPeople(answer, name)) continue;
    if (
      !(name.kind === 'class frequency' && unknown) &&
      mentioned.some((other) => other.kind === each.kind && sameName(other, each))
    )
      continue;
    const score = fit(source, context, each.from, each.to);
    if (score > best) {
      best = score;
      rival = each;
    }
  }
  if (rival === undefined) return undefined;
  if (places.length === 0) {
    // Words of the name stand in the source, but not as this name.
    if (name.kind === 'proper') return undefined;
    if (name.kind === 'actor')
      return unknownActor(source, answer, name, rival, best) ? { rival, own: 0 } : undefined;
    return best > 0.3 ? { rival, own: 0 } : undefined;
  }
  // A paraphrase says "the applicant" where the source has an order, and the club's name where it has "the club".
  if (name.kind === 'actor' || (name.kind === 'proper' && isMain(places, counts))) return undefined;
  // Two names in one sentence are told apart by their places alone, which a paraphrase may change.
  const together = places.some((each) => source.sentenceOf[each.from] === source.sentenceOf[rival.from]);
  const strict = together ? 1.5 : 1;
  const loses = (): boolean => best > own * rivalFactor * strict && best - own > rivalMargin * strict * 1.5;
  if (!loses()) return undefined;
  if (name.kind === 'proper') {
    for (const pronoun of pronounsFor(source, places, Math.max(...counts.values()))) {
      own = Math.max(own, fit(source, context, pronoun, pronoun + 1));
    }
  }
  // Names of one sentence share their words.
  if (name.kind === 'proper' && together) return undefined;
  const found = rival;
  const shares =
    name.kind.startsWith('class') ||
    places.every((each) => outshared(source, context, each, found, context.keys.length > 5 ? 2 : 1));
  return loses() && shares ? { rival, own } : undefined;
}

/** "The marketing director" where the source has only a finance director; else someone else in a place that fits well. */
function unknownActor(source: Text, answer: Text, name: Name, rival: Name, best: number): boolean {
  const head = answer.tokens[name.to - 1]!;
  if (!source.index.has(head.key)) return best > 0.5;
  const modifiers = name.parts.slice(0, -1);
  const described = rival.parts.length > 1 && rival.parts.at(-1) === name.parts.at(-1);
  return (
    described &&
    modifiers.length > 0 &&
    answer.tokens.slice(name.from, name.to - 1).every((token) => !source.index.has(token.key))
  );
}
