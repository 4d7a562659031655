import type { Reason } from '../../dataset/model.js';
import { candidatesFor } from './align.js';
import { outshared, rivalFactor, rivalMargin } from './check-facts.js';
import { contextOf, fit } from './context.js';
import { sameName, type Name } from './names.js';
import { textOf, type Text } from './text.js';

const mostRivals = 300;

/** The words of a text that a name may draw on, lower case and stemmed alike. */
export function wordSet(text: Text): ReadonlySet<string> {
  const words = new Set<string>();
  for (const token of text.tokens) {
    if (token.kind !== 'word') continue;
    words.add(token.word.low);
    words.add(token.word.key);
  }
  return words;
}

/** Initials of runs of words: "GP" for "general practitioner". */
function isAcronymOf(acronym: string, text: Text): boolean {
  const letters = acronym
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '')
    .replace(/s$/, '');
  if (letters.length < 2 || letters.length > 8) return false;
  const { tokens } = text;
  for (let i = 0; i < tokens.length; i++) {
    let at = 0;
    for (let j = i; j < tokens.length && at < letters.length && j < i + letters.length * 2; j++) {
      const token = tokens[j]!;
      if (token.kind !== 'word') continue;
      if (token.word.low.startsWith(letters[at]!)) at++;
      else if (!token.word.stop) break;
    }
    if (at === letters.length) return true;
  }
  return false;
}

/** "Food and Agriculture Organization" where the source has "FAO". */
function isExpansionIn(parts: readonly string[], words: ReadonlySet<string>): boolean {
  return parts.length > 1 && words.has(parts.map((part) => part[0]).join(''));
}

/** Countries whose people are called by another root, each with what they are called. */
const called: readonly (readonly string[])[] = [
  ['denmark', 'danish'],
  ['netherlands', 'dutch'],
  ['france', 'french'],
  ['spain', 'spanish'],
  ['wales', 'welsh'],
  ['greece', 'greek'],
  ['switzerland', 'swiss'],
  ['turkey', 'turkish'],
  ['poland', 'polish'],
  ['england', 'english'],
  ['britain', 'british'],
  ['ireland', 'irish'],
  ['brittany', 'breton'],
  ['norway', 'norwegian'],
  ['sweden', 'swedish', 'swede'],
  ['finland', 'finnish', 'finn'],
  ['iceland', 'icelandic'],
  ['scotland', 'scottish', 'scots'],
  ['germany', 'german'],
  ['flanders', 'flemish'],
  ['normandy', 'norman'],
  ['peru', 'peruvian'],
  ['cyprus', 'cypriot'],
  ['portugal', 'portuguese'],
  ['china', 'chinese'],
  ['japan', 'japanese'],
  ['naples', 'neapolitan'],
  ['venice', 'venetian'],
  ['vienna', 'viennese'],
  ['genoa', 'genoese'],
  ['moscow', 'muscovite'],
  ['paris', 'parisian'],
  ['cornwall', 'cornish'],
  ['asia', 'asian'],
  ['europe', 'european'],
  ['america', 'american', 'usa'],
];

/** Words from one root: France and French, Norway and Norwegian. */
function sharesRoot(word: string, words: ReadonlySet<string>): boolean {
  if (called.some((pair) => pair.includes(word) && pair.some((other) => words.has(other)))) return true;
  if (word.length < 5) return false;
  const root = word.slice(0, Math.max(4, word.length - 3));
  for (const other of words)
    if (other.length > 4 && other.startsWith(root) && Math.abs(other.length - word.length) < 5) return true;
  return false;
}

function missingParts(
  answer: Text,
  name: Name,
  known: readonly ReadonlySet<string>[],
  texts: readonly Text[],
): string[] {
  const missing: string[] = [];
  for (let i = name.from; i < name.to; i++) {
    const token = answer.tokens[i]!;
    if (token.kind !== 'word' || token.word.stop || !token.capital || token.word.free) continue;
    if (
      known.some(
        (words) =>
          words.has(token.word.low) || words.has(token.word.key) || sharesRoot(token.word.low, words),
      )
    )
      continue;
    if (/^\p{Lu}{2,}s?$/u.test(token.text) && texts.some((text) => isAcronymOf(token.text, text))) continue;
    missing.push(token.text);
  }
  if (missing.length > 1 && known.some((words) => isExpansionIn(name.parts, words))) return [];
  return missing;
}

/** Names that the source does not have, and names that stand where the source has another. */
export function checkNames(
  source: Text,
  answer: Text,
  given: readonly Text[],
  question: Text | undefined,
  words: ReadonlySet<string>,
): Reason[] {
  const reasons: Reason[] = [];
  const english = source.language === 'english';
  const known = [words, ...given.map(wordSet)];
  for (const name of answer.names) {
    const written = textOf(answer, name.from, name.to);
    const at: [number, number] = [answer.tokens[name.from]!.start, answer.tokens[name.to - 1]!.end];
    if (name.kind === 'proper' && (english || /^\p{Lu}{2,}$/u.test(written))) {
      if (answer.factAt[name.from]! >= 0) continue;
      const missing = missingParts(answer, name, known, [source, ...given]);
      if (missing.length > 0) {
        if (name.certain || takesAName(source, answer, name, question)) {
          reasons.push({ code: 'name', message: `names ${written}, which is not in the source`, at });
        }
        continue;
      }
    }
    if (!english) continue;
    const misplaced = misplacedName(source, answer, name, given, question);
    if (misplaced !== undefined) {
      const missing = misplaced.own === 0 && name.kind !== 'actor';
      reasons.push({
        code: missing ? 'name' : 'misplaced',
        message: `says ${written}, where the source says ${textOf(source, misplaced.rival.from, misplaced.rival.to)}`,
        at,
      });
    }
  }
  return reasons;
}

/** A capital at the start of a sentence is a name where the source has one in that place. */
function takesAName(source: Text, answer: Text, name: Name, question: Text | undefined): boolean {
  if (/(?:ing|ed|ly|s|tion|ment|ness|ity|able|ful|ive|al|ous)$/i.test(answer.tokens[name.from]!.text))
    return false;
  const { word } = answer.tokens[name.from]!;
  if (word.sign !== 0 || word.denial || word.actor || word.closed !== undefined) return false;
  if (/^(?:it|the|a|an|them|your|this|that|any|all|is|are)$/.test(answer.tokens[name.to]?.word.low ?? ''))
    return false;
  const sentence = answer.sentences[answer.sentenceOf[name.from]!]!;
  const [top] = candidatesFor(source, answer, sentence, question, 1);
  if (top === undefined || top.cover < 0.45) return false;
  const { from } = source.sentences[top.sentence]!;
  const first = source.names.find((each) => each.kind === 'proper' && each.from >= from);
  return first !== undefined && first.certain && first.from <= from + 1;
}

interface Misplaced {
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

const mostPronouns = 60;

/**
 * Places where a pronoun may stand for a name: after it, in the next two sentences; anywhere after it for the name
 * that the text speaks of most.
 */
function pronounsFor(source: Text, places: readonly Name[], most: number): number[] {
  if (places.length === 0 || source.pronouns.length === 0) return [];
  const main = places.length >= 2 && places.length >= most * 0.6;
  const found: number[] = [];
  for (const pronoun of source.pronouns) {
    if (found.length >= mostPronouns) break;
    const home = source.sentenceOf[pronoun]!;
    const near = places.some(({ from }) => from < pronoun && (main || home - source.sentenceOf[from]! <= 2));
    if (near) found.push(pronoun);
  }
  return found;
}

function misplacedName(
  source: Text,
  answer: Text,
  name: Name,
  given: readonly Text[],
  question: Text | undefined,
): Misplaced | undefined {
  if (given.some((text) => text.names.some((each) => each.kind === name.kind && sameName(each, name))))
    return undefined;
  const beside = answer.names.filter((each) => each !== name && besides(answer, name, each));
  const context = contextOf(source, answer, name.from, name.to, question, (token) =>
    beside.some((each) => token >= each.from && token < each.to),
  );
  if (context.keys.length === 0) return undefined;
  const sentence = answer.sentences[answer.sentenceOf[name.from]!]!;
  const mentioned = [
    ...answer.names.filter((each) => each.from >= sentence.from && each.to <= sentence.to),
    ...(question?.names ?? []),
  ];
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
  // Two names in one sentence are told apart by their places alone, which a paraphrase may change.
  const together = places.some((each) => source.sentenceOf[each.from] === source.sentenceOf[rival.from]);
  const strict = (name.kind === 'actor' ? 1.3 : 1) * (together ? 1.5 : 1);
  const loses = (): boolean => best > own * rivalFactor * strict && best - own > rivalMargin * strict * 1.5;
  if (!loses()) return undefined;
  if (name.kind === 'proper' || name.kind === 'actor') {
    for (const pronoun of pronounsFor(source, places, Math.max(...counts.values()))) {
      own = Math.max(own, fit(source, context, pronoun, pronoun + 1));
    }
  }
  if (name.kind === 'actor') return undefined;
  if (name.kind === 'proper') {
    // Names of one sentence, or of two beside each other, share their words.
    const there = source.sentenceOf[rival.from]!;
    const apart = Math.min(...places.map(({ from }) => Math.abs(source.sentenceOf[from]! - there)));
    if (apart < (context.keys.length > 3 || question !== undefined ? 1 : 2)) return undefined;
  }
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
