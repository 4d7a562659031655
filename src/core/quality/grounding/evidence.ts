import type { Range, Span } from '../../dataset/model.js';
import { weightOf } from './context.js';
import { quotePlaces, type Haystack } from './find-quote.js';
import { hasContent, type Text } from './text.js';

const mostSpans = 3;

/** The words of answer and question that the source has, each with its weight. */
function wantedWords(source: Text, answer: Text, question: Text | undefined): Map<string, number> {
  const wanted = new Map<string, number>();
  const take = (text: Text, trust: number): void => {
    for (const token of text.tokens) {
      if (!hasContent(token) || !source.index.has(token.key)) continue;
      const weight =
        weightOf(source, token.key) *
        trust *
        (token.word.free ? 0.3 : 1) *
        (token.key.startsWith('#') ? 1.5 : 1);
      wanted.set(token.key, Math.max(wanted.get(token.key) ?? 0, weight));
    }
  };
  take(answer, 1);
  if (question !== undefined) take(question, 0.4);
  return wanted;
}

function spanOf(text: string, [start, end]: Range): Span {
  return { start, end, quote: text.slice(start, end) };
}

/** The sentences that together have most of the wanted words: taken one by one while each adds enough. */
function bestSentences(source: Text, wanted: ReadonlyMap<string, number>): Span[] {
  const left = new Map(wanted);
  const total = [...wanted.values()].reduce((sum, weight) => sum + weight, 0);
  const chosen: number[] = [];
  while (chosen.length < mostSpans && left.size > 0) {
    const gains = new Map<number, number>();
    for (const [key, weight] of left) {
      let last = -1;
      for (const place of source.index.get(key)!) {
        const sentence = source.sentenceOf[place]!;
        if (sentence === last) continue;
        last = sentence;
        gains.set(sentence, (gains.get(sentence) ?? 0) + weight);
      }
    }
    let best = -1;
    let most = 0;
    for (const [sentence, gain] of gains) {
      // A heading is evidence only of itself.
      const worth = source.sentences[sentence]!.kind === 'heading' ? gain * 0.5 : gain;
      if (worth > most || (worth === most && sentence < best)) [best, most] = [sentence, worth];
    }
    if (best < 0 || (chosen.length > 0 && most < 0.18 * total)) break;
    chosen.push(best);
    const { from, to } = source.sentences[best]!;
    for (let i = from; i < to; i++) left.delete(source.tokens[i]!.key);
  }
  return chosen
    .sort((a, b) => a - b)
    .map((sentence) => {
      const { from, to } = source.sentences[sentence]!;
      return spanOf(source.text, [source.tokens[from]!.start, source.tokens[to - 1]!.end]);
    });
}

/** Of several places of one quote, the one whose sentence has most of the wanted words. */
function bestPlace(source: Text, places: readonly Range[], wanted: ReadonlyMap<string, number>): Range {
  if (places.length === 1) return places[0]!;
  let best = places[0]!;
  let most = -1;
  let token = 0;
  for (const place of places.slice(0, 50)) {
    while (token < source.tokens.length - 1 && source.tokens[token]!.end <= place[0]) token++;
    const home = source.sentenceOf[token] ?? 0;
    let gain = 0;
    const seen = new Set<string>();
    for (const s of [home, home - 1, home + 1]) {
      const sentence = source.sentences[s];
      if (sentence === undefined) continue;
      const { from, to } = sentence;
      for (let i = from; i < to; i++) {
        const { key } = source.tokens[i]!;
        if (seen.has(key)) continue;
        seen.add(key);
        gain += (wanted.get(key) ?? 0) * (s === home ? 1 : 0.4);
      }
    }
    if (gain > most) [best, most] = [place, gain];
  }
  return best;
}

/** A quote may leave something out: "The grant ... is paid in May". */
const pieces = (quote: string): string[] =>
  quote
    .split(/\s*(?:\[\s*(?:\.{3}|…)\s*\]|\.{3,}|…)\s*/)
    .map((piece) => piece.trim())
    .filter((piece) => /[\p{L}\p{N}]/u.test(piece));

interface Evidence {
  readonly spans: readonly Span[];
  /** The given quotes that do not stand in the source. */
  readonly missing: readonly string[];
}

/** The places of each given quote, or of its pieces; those that stand nowhere. */
function placesOf(
  haystack: Haystack,
  quotes: readonly string[],
): { found: (readonly Range[])[]; missing: string[] } {
  const all: (readonly Range[])[] = [];
  const missing: string[] = [];
  for (const quote of quotes.slice(0, 20)) {
    if (quote.trim() === '') continue;
    const whole = quotePlaces(haystack, quote);
    const found = whole.length > 0 ? [whole] : pieces(quote).map((piece) => quotePlaces(haystack, piece));
    if (found.length === 0 || found.some((places) => places.length === 0)) missing.push(quote);
    else all.push(...found);
  }
  return { found: all, missing };
}

/** The spans of quotes: none within another, at most three, in order. */
function spansOf(source: string, ranges: readonly Range[]): Span[] {
  return ranges
    .filter(
      ([a, b], i) => !ranges.some(([c, d], j) => j !== i && c <= a && b <= d && (d - c > b - a || j < i)),
    )
    .slice(0, mostSpans)
    .sort((a, b) => a[0] - b[0])
    .map((range) => spanOf(source, range));
}

/** Evidence for an answer: the given quotes where they stand, else the sentences that support it best. */
export function evidenceFor(
  source: Text,
  haystack: Haystack,
  answer: Text,
  question: Text | undefined,
  quotes: readonly string[],
): Evidence {
  const { found, missing } = placesOf(haystack, quotes);
  if (found.every((places) => places.length === 1) && found.length > 0)
    return { spans: spansOf(source.text, found.flat()), missing };
  const wanted = wantedWords(source, answer, question);
  if (found.length === 0) return { spans: bestSentences(source, wanted), missing };
  const ranges = found.map((places) => bestPlace(source, places, wanted));
  return { spans: spansOf(source.text, ranges), missing };
}

/**
 * Evidence for an answer that stands in the source at `place`: the given quotes, else that place. Undefined where a
 * quote is missing or stands in several places.
 */
export function evidenceAt(
  haystack: Haystack,
  place: Range,
  quotes: readonly string[],
): readonly Span[] | undefined {
  const { found, missing } = placesOf(haystack, quotes);
  if (missing.length > 0 || found.some((places) => places.length > 1)) return undefined;
  return spansOf(haystack.text, found.length > 0 ? found.flat() : [place]);
}
