import type { Range, Span } from '../../dataset/model.js';
import { analyse, type Text } from './text.js';
import { fold, type Folded } from './fold.js';
import { fuzzyFind, wordPlaces, type WordPlaces } from './fuzzy.js';
import { once } from './once.js';

/** Longer quotes are not looked for. */
const longestQuote = 20_000;
/** The most places of one quote that are told apart. */
const mostPlaces = 200;

/** A text to find quotes in, and what is worked out of it when a quote does not stand in it as it is. */
export interface Haystack {
  readonly text: string;
  readonly folded: () => Folded;
  readonly parsed: () => Text;
  readonly places: () => WordPlaces;
}

/** Makes a text ready for finding quotes in it. */
export const haystackOf = (text: string, parsed = once(() => analyse(text))): Haystack => ({
  text,
  folded: once(() => fold(text)),
  parsed,
  places: once(() => wordPlaces(parsed())),
});

const spanOf = (text: string, start: number, end: number): Span => ({
  start,
  end,
  quote: text.slice(start, end),
});

function exactPlaces(text: string, quote: string): Range[] {
  const places: Range[] = [];
  for (
    let at = text.indexOf(quote);
    at >= 0 && places.length < mostPlaces;
    at = text.indexOf(quote, at + quote.length)
  ) {
    places.push([at, at + quote.length]);
  }
  return places;
}

const isLow = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 && /[\uD800-\uDBFF]/.test(text[at - 1]!);
};

const wordy = /[\p{L}\p{N}]/u;

/** Whether a quote begins and ends at borders of words: "in" is not in "main". */
function atWords(text: string, [start, end]: Range): boolean {
  if (isLow(text, start) || isLow(text, end)) return false;
  const before = start > 0 && wordy.test(text[start - 1]!) && wordy.test(text[start]!);
  const after = end < text.length && wordy.test(text[end - 1]!) && wordy.test(text[end]!);
  return !before && !after;
}

/** Chinese, Japanese and Thai put nothing between words. */
const segmented = (text: string): boolean =>
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(
    text.slice(0, 200),
  );

const inWords = (text: string, quote: string, places: readonly Range[]): Range[] =>
  segmented(quote)
    ? places.filter((place) => atWords(text, place))
    : places.filter(([a, b]) => !isLow(text, a) && !isLow(text, b));

/**
 * Every place where a quote stands: as it is; else with white space, quotes, dashes, case, ligatures, soft hyphens
 * and Markdown's emphasis folded; else nearly (a few words differ, but no number and no negation). Empty where it
 * does not stand.
 */
export function quotePlaces(haystack: Haystack, quote: string): readonly Range[] {
  const trimmed = quote.trim();
  if (trimmed === '' || trimmed.length > longestQuote || !/[\p{L}\p{N}]/u.test(trimmed)) return [];
  const exact = inWords(haystack.text, trimmed, exactPlaces(haystack.text, trimmed));
  if (exact.length > 0) return exact;
  const needle = fold(trimmed).text.replace(/^["' ]+|["' ]+$/g, '');
  if (needle === '') return [];
  const { text, starts, ends } = haystack.folded();
  const found: Range[] = [];
  for (const want of [needle, needle.replace(/[.,;:!?]+$/, '')]) {
    if (want === '') break;
    const places = inWords(text, want, exactPlaces(text, want));
    for (const [a, b] of places) found.push([starts[a]!, ends[b - 1]!]);
    if (found.length > 0) return found;
  }
  const near = fuzzyFind(haystack.parsed(), haystack.places(), analyse(trimmed));
  return near === undefined ? [] : [near];
}

/**
 * Finds where quotes stand in a text: the first place where there are several, undefined where there is none. UTF-16
 * offsets into `source`, which is made ready once for all quotes.
 */
export function quoteFinder(source: string): (quote: string) => Span | undefined {
  const haystack = haystackOf(source);
  return (quote) => {
    const [place] = quotePlaces(haystack, quote);
    return place === undefined ? undefined : spanOf(source, place[0], place[1]);
  };
}
