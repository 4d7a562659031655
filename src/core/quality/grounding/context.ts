import { counterpartKey } from './related.js';
import { hasContent, type Text } from './text.js';

/**
 * The words around a place of the answer, each with how much it says. A value of the answer belongs where the
 * same words stand around it in the source.
 */
export interface Context {
  readonly keys: readonly string[];
  readonly weights: readonly number[];
  /** 1 where the answer sets the word apart. */
  readonly excluded: readonly number[];
  readonly total: number;
}

/** What a related word is worth, beside the word itself. */
export const relatedTrust = 0.5;

/** How much a word says, by how few places of the source have it. */
export function weightOf(source: Text, key: string): number {
  const places = source.index.get(key);
  return places === undefined ? 0 : Math.log(1 + (source.sentences.length + 1) / places.length);
}

/** The nearest of the ascending `places` to `at`, on each side: the index of the first one not below `at`. */
function lowerBound(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (places[mid]! < at) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** In a row of a table each cell is as near as any other. */
const rowNearness = 0.7;

const nearness = (distance: number): number => 1 / (1 + distance / 6);

function span(text: Text, a: number, b: number): number {
  const [from, to] = a < b ? [a, b] : [b, a];
  return to - from + 2 * (text.clauses[to]! - text.clauses[from]!);
}

/**
 * The context of tokens `from` to `to` of the answer, the question's words among it. `skip` leaves out tokens of the
 * answer that belong to the value, or to another one that it is told apart from.
 */
export function contextOf(
  source: Text,
  answer: Text,
  from: number,
  to: number,
  question: Text | undefined,
  skip?: (token: number) => boolean,
): Context {
  const weights = new Map<string, number>();
  const apart = new Set<string>();
  const sentence = answer.sentences[answer.sentenceOf[from]!]!;
  let own = 0;
  let unknown = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    if ((i >= from && i < to) || skip?.(i) === true) continue;
    const token = answer.tokens[i]!;
    if (!hasContent(token)) continue;
    const key = counterpartKey(source.index, token.key);
    const trust = key === token.key ? 1 : relatedTrust;
    const weight =
      key === undefined
        ? 0
        : weightOf(source, key) * trust * nearness(span(answer, i, from)) * (token.word.free ? 0.4 : 1);
    if (key === undefined) {
      if (!token.word.free && answer.factAt[i]! < 0) unknown += 0.6 * nearness(span(answer, i, from));
      continue;
    }
    own++;
    if (answer.excluded[i] === 1) apart.add(key);
    weights.set(key, Math.max(weights.get(key) ?? 0, weight));
  }
  if (question !== undefined) {
    const trust = own < 2 ? 0.6 : own < 4 ? 0.4 : 0.25;
    for (let i = 0; i < question.tokens.length; i++) {
      const token = question.tokens[i]!;
      if (!hasContent(token)) continue;
      const key = counterpartKey(source.index, token.key);
      if (key === undefined) continue;
      const same = key === token.key ? 1 : relatedTrust;
      const weight = weightOf(source, key) * trust * same * (token.word.free ? 0.4 : 1);
      if (question.excluded[i] === 1) apart.add(key);
      weights.set(key, Math.max(weights.get(key) ?? 0, weight));
    }
  }
  let total = unknown;
  for (const weight of weights.values()) total += weight;
  const keys = [...weights.keys()];
  return {
    keys,
    weights: [...weights.values()],
    excluded: keys.map((key) => (apart.has(key) ? 1 : 0)),
    total,
  };
}

function closeness(source: Text, key: string, apart: number, from: number, to: number, home: number): number {
  const places = source.index.get(key);
  if (places === undefined) return 0;
  const sentence = source.sentences[home]!;
  let best = 0;
  const at = lowerBound(places, from);
  for (const place of [places[at - 1], places[at], places[at + 1]]) {
    if (place === undefined || (place >= from && place < to)) continue;
    if (place >= sentence.from && place < sentence.to) {
      const distance = place < from ? span(source, place, from) : span(source, to - 1, place);
      const near = sentence.kind === 'row' ? rowNearness : nearness(distance);
      best = Math.max(best, source.excluded[place] === apart ? near : near * 0.25);
    } else {
      const there = source.sentenceOf[place]!;
      if (there === home - 1) best = Math.max(best, 0.2);
      else if (there === home + 1) best = Math.max(best, 0.1);
    }
  }
  if (best < 0.25 && inHeading(source, places, home)) best = 0.25;
  return Math.max(best, inColumn(source, places, from, home));
}

function inHeading(source: Text, places: readonly number[], home: number): boolean {
  const heading = source.headingOf[home]!;
  if (heading < 0) return false;
  const { from, to } = source.sentences[heading]!;
  const at = lowerBound(places, from);
  return at < places.length && places[at]! < to;
}

/** In a table, the words at the head of a column stand by each of its cells. */
function inColumn(source: Text, places: readonly number[], from: number, home: number): number {
  if (source.sentences[home]!.kind !== 'row') return 0;
  let head = home;
  while (head > 0 && home - head < 200 && source.sentences[head - 1]!.kind === 'row') head--;
  if (head === home) return 0;
  const { from: start, to: end } = source.sentences[head]!;
  const at = lowerBound(places, start);
  if (at >= places.length || places[at]! >= end) return 0;
  return cell(source, start, places[at]!) === cell(source, source.sentences[home]!.from, from) ? 0.8 : 0;
}

function cell(source: Text, from: number, at: number): number {
  let bars = 0;
  for (let i = from; i < at; i++) if (source.tokens[i]!.text === '|') bars++;
  return bars;
}

/** How many words of a context stand in a sentence of the source. */
export function sharedWith(source: Text, context: Context, sentence: number): number {
  const { from, to } = source.sentences[sentence]!;
  let count = 0;
  for (const key of context.keys) {
    const places = source.index.get(key)!;
    const at = lowerBound(places, from);
    if (at < places.length && places[at]! < to) count++;
  }
  return count;
}

/** How well the source's tokens `from` to `to` stand among the words of a context: 0 to 1. */
export function fit(source: Text, context: Context, from: number, to: number): number {
  if (context.total === 0) return 0;
  const home = source.sentenceOf[from]!;
  let sum = 0;
  for (let n = 0; n < context.keys.length; n++) {
    sum += context.weights[n]! * closeness(source, context.keys[n]!, context.excluded[n]!, from, to, home);
  }
  return sum / context.total;
}
