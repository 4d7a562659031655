import { stem } from './stem.js';
import type { Sentence } from './sentences.js';
import type { Token } from './tokens.js';

/**
 * Someone or something that a text speaks of by name (`proper`), by function (`actor`: "the finance director"), or
 * by a member of a closed class ("Monday", "red").
 */
export interface Name {
  readonly kind: 'proper' | 'actor' | `class ${string}`;
  /** Tokens `from` (with) to `to` (without). */
  readonly from: number;
  readonly to: number;
  /** Stems of its words, in order, for comparing. */
  readonly parts: readonly string[];
  /** False where only its place at the start of a sentence may account for the capital. */
  readonly certain: boolean;
}

const joiners = /^(?:of|de|la|le|du|van|von|der|den|di|da|del|bin|al|&|and|the|for)$/;
const titles = /^(?:mr|mrs|ms|dr|prof|sir|dame|lord|lady|miss|mx|councillor|cllr|professor|doctor)$/;
const opensClause = /^[:"“‘'([*_#>|•–—-]$/;

function isCapital(token: Token): boolean {
  return (
    token.kind === 'word' &&
    (token.capital || token.word.written) &&
    token.word.low.length > 1 &&
    token.word.low !== "i'm"
  );
}

/** Compares by stem and side, so that buyer and seller differ. */
const part = (token: Token): string =>
  token.capital || token.word.written ? token.word.low : stem(token.word.low);

const stemsOf = (tokens: readonly Token[], from: number, last: number): string[] =>
  tokens
    .slice(from, last + 1)
    .filter((token) => token.kind === 'word' && !token.word.stop)
    .map((token) => stem(token.word.low));

/** The names in one sentence. */
function namesIn(tokens: readonly Token[], { from, to }: Sentence, names: Name[]): void {
  let words = 0;
  let capitals = 0;
  for (let i = from; i < to; i++) {
    if (tokens[i]!.kind !== 'word' || tokens[i]!.word.stop) continue;
    words++;
    if (tokens[i]!.capital) capitals++;
  }
  // A title in capitals says nothing about which of its words are names.
  const title = words > 3 && capitals >= words * 0.9;
  for (let i = from; i < to;) {
    const token = tokens[i]!;
    if (isCapital(token) && !(token.word.stop && !token.word.written) && !title) {
      let last = i;
      const parts = [part(token)];
      for (let j = i + 1; j < to && j < i + 8; j++) {
        const next = tokens[j]!;
        if (isCapital(next) && next.breaks === 0) {
          if (!next.word.stop) parts.push(part(next));
          last = j;
        } else if (
          !(joiners.test(next.word.low) && next.word.low !== 'and') &&
          next.text !== '-' &&
          next.text !== '.'
        )
          break;
        else if (next.text === '.' && !titles.test(tokens[j - 1]!.word.low) && tokens[j - 1]!.text.length > 2)
          break;
      }
      const previous = tokens[i - 1];
      const first =
        i === from ||
        (previous !== undefined &&
          opensClause.test(previous.text) &&
          previous.end >= 0 &&
          onlyMarks(tokens, from, i));
      const ofClass = last === i ? token.word.closed : undefined;
      const kept = parts.filter((each) => !titles.test(each));
      const certain = !first || last > i || token.word.written || ofClass !== undefined;
      // "the Tenant", "the Finance Director": capitals, but still who they are by what they do.
      const acts =
        ofClass === undefined &&
        tokens[last]!.word.actor &&
        !tokens[last]!.word.written &&
        !titles.test(tokens[i]!.word.low);
      names.push({
        kind: ofClass !== undefined ? `class ${ofClass}` : acts ? 'actor' : 'proper',
        from: i,
        to: last + 1,
        parts:
          ofClass !== undefined
            ? [partOf(token, ofClass)]
            : acts
              ? stemsOf(tokens, i, last)
              : kept.length > 0
                ? kept
                : parts,
        certain: acts || certain,
      });
      i = last + 1;
      continue;
    }
    if (token.kind === 'word') {
      const ofClass = token.word.closed;
      if (ofClass !== undefined && !(ofClass === 'hand' && leftBehind(tokens, i))) {
        const parts = [partOf(token, ofClass)];
        names.push({ kind: `class ${ofClass}`, from: i, to: i + 1, parts, certain: true });
      } else if (rateAt(tokens, i)) {
        const parts = [`${tokens[i + 1]!.word.low.replace('annum', 'year')}ly`];
        names.push({ kind: 'class frequency', from: i, to: i + 2, parts, certain: true });
        i += 2;
        continue;
      } else if (token.word.actor && !token.word.stop) names.push(actorAt(tokens, i, from));
    }
    i++;
  }
}

/** What a member of a closed class is compared by: "daily" as "every day". */
const partOf = ({ word }: Token, ofClass: string): string =>
  (ofClass === 'frequency' ? rates.get(word.low) : undefined) ?? stem(word.low);

const rates = new Map([
  ['daily', 'dayly'],
  ['hourly', 'hourly'],
  ['nightly', 'nightly'],
  ['weekly', 'weekly'],
  ['fortnightly', 'fortnightly'],
  ['monthly', 'monthly'],
  ['quarterly', 'quarterly'],
  ['yearly', 'yearly'],
  ['annually', 'yearly'],
  ['annual', 'yearly'],
]);
const measures =
  /^(?:second|minute|hour|day|night|week|fortnight|month|quarter|year|annum|mile|kilometre|kilometer|km|metre|meter|kg|kilogram|kilo|gram|litre|liter|tonne|person|head|household|item|share|page|copy|room|vehicle|acre|hectare)$/;

/** "per week", "each month", "twice a day": how often. */
function rateAt(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined || next.breaks > 0 || !measures.test(next.word.low)) return false;
  const { low } = tokens[i]!.word;
  if (low === 'per' || low === 'each' || low === 'every') return true;
  if (low !== 'a' && low !== 'an') return false;
  return [tokens[i - 1], tokens[i - 2]].some(
    (each) =>
      each !== undefined &&
      (each.kind === 'number' ||
        each.word.opensNumber ||
        /^(?:once|twice|thrice|times)$/.test(each.word.low)),
  );
}

/** "left" as the past of "leave", "right" as what one has. */
const leftBehind = (tokens: readonly Token[], i: number): boolean =>
  tokens[i + 1]?.kind !== 'word' ||
  /^(?:has|have|had|was|were|is|be|all|no|any|a|of|to)$/.test(tokens[i - 1]?.word.low ?? '') ||
  /^(?:to|of|the|a|in|for|from)$/.test(tokens[i + 1]!.word.low);

const onlyMarks = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (tokens[i]!.kind === 'word') return false;
  return true;
};

function actorAt(tokens: readonly Token[], head: number, from: number): Name {
  let first = head;
  const parts = [stem(tokens[head]!.word.low)];
  for (let j = head - 1; j >= Math.max(from, head - 2); j--) {
    const before = tokens[j]!;
    if (before.kind !== 'word' || before.word.stop || before.breaks > 0) break;
    // "the operations director", but not "asks members": a plural needs its article.
    const plural =
      before.word.low.endsWith('s') && !/^(?:the|a|an|its|our|their)$/.test(tokens[j - 1]?.word.low ?? '');
    if (plural || /(?:ed|ing|ly)$/.test(before.word.low)) break;
    parts.unshift(stem(before.word.low));
    first = j;
  }
  return { kind: 'actor', from: first, to: head + 1, parts, certain: true };
}

/** The words that are names for certain, somewhere in a text. */
export function certainParts(names: readonly Name[]): ReadonlySet<string> {
  return new Set(
    names.filter((name) => name.kind === 'proper' && name.certain).flatMap((name) => name.parts),
  );
}

/** The names of a text, in order. Linear. */
export function namesOf(tokens: readonly Token[], sentences: readonly Sentence[]): Name[] {
  const names: Name[] = [];
  for (const sentence of sentences) namesIn(tokens, sentence, names);
  const sure = certainParts(names);
  return names.map((name) =>
    !name.certain && name.parts.some((each) => sure.has(each)) ? { ...name, certain: true } : name,
  );
}

/** Europe and European, Friday and Fridays. */
function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const length = Math.max(5, Math.min(a.length, b.length) - 1);
  return (
    a.length >= length &&
    b.length >= length &&
    Math.abs(a.length - b.length) < 4 &&
    a.slice(0, length) === b.slice(0, length)
  );
}

/** Whether two names may mean the same: the words of one are among those of the other. */
export function sameName(a: Name, b: Name): boolean {
  const [few, many] = a.parts.length <= b.parts.length ? [a.parts, b.parts] : [b.parts, a.parts];
  if (a.kind === 'actor' || b.kind === 'actor') {
    // An actor is what its last word says: a "director" may be the "finance director", not the "director's office".
    if (a.parts.at(-1) !== b.parts.at(-1)) return false;
  }
  return few.every((each) => many.some((other) => sameWord(each, other)));
}
