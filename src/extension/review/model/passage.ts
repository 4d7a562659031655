import type { Range, Span } from '../../../core/dataset/model.js';
import { ground } from '../../../core/quality/index.js';
import { estimate, lineStart, nearest } from './places.js';
import type { OldChunk } from './places.js';

/** So much of what stood right before and after a quote is looked for, the longest first. */
const besides = [80, 30, 12];
/** What is between is taken for the quote's successor if it is not much longer. */
const mostGrowth = 3;
const growthFree = 200;
/** What is like a lost quote is looked for so far around its old place, then further. */
const around = 3_000;
const further = 45_000;
/** A passage that has fewer of the quote's words is another one. 0: none in common; 1: the same words. */
const leastLike = 0.35;

/**
 * The passage of a text that has taken the place of a lost quote: what stands between what stood around the quote, else
 * the sentences near its old place that are most like it. Undefined where nothing is like it.
 */
export function passageFor(text: string, chunk: OldChunk, span: Span): Range | undefined {
  const near = estimate(text, chunk) + span.start;
  return (
    between(text, chunk, span, near) ??
    likest(text, span.quote, near, around) ??
    likest(text, span.quote, near, further)
  );
}

function between(
  text: string,
  { text: old }: OldChunk,
  { start, end, quote }: Span,
  near: number,
): Range | undefined {
  for (const length of besides) {
    const before = old.slice(Math.max(0, start - length), start).trim();
    const after = old.slice(end, end + length).trim();
    if (before === '' || after === '') continue;
    const at = nearest(text, before, near - before.length);
    if (at === undefined) continue;
    const from = at + before.length;
    const to = text.slice(from, from + quote.length * mostGrowth + growthFree + after.length).indexOf(after);
    if (to < 0) continue;
    const range = trimmed(text, from, from + to);
    // With nothing between, the quote was taken out; its words may stand elsewhere.
    return range[0] < range[1] && likeness(quote, text.slice(...range)) > 0 ? range : undefined;
  }
  return undefined;
}

function likest(text: string, quote: string, near: number, reach: number): Range | undefined {
  const start = lineStart(text, Math.max(0, near - reach));
  const part = text.slice(start, near + quote.length + reach);
  const { evidence } = ground({ source: part, completion: quote });
  let best: { readonly passage: string; readonly at: number; readonly like: number } | undefined;
  const take = (from: number, to: number) => {
    const passage = part.slice(from, to);
    const like = likeness(quote, passage);
    if (like >= leastLike && like > (best?.like ?? 0)) best = { passage, at: start + from, like };
  };
  let open: Range | undefined;
  for (const { start: from, end: to } of evidence) {
    take(from, to);
    // Sentences that follow each other can be one passage.
    open = open && from - open[1] <= 3 ? [open[0], to] : [from, to];
    take(...open);
  }
  if (!best) return undefined;
  // The same words can stand in several places.
  const at = nearest(text, best.passage, near) ?? best.at;
  return [at, at + best.passage.length];
}

/** Dice's coefficient of the sets of words. */
function likeness(a: string, b: string): number {
  const [mine, other] = [wordsIn(a), wordsIn(b)];
  let shared = 0;
  for (const word of mine) if (other.has(word)) shared++;
  return (2 * shared) / Math.max(1, mine.size + other.size);
}

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

function trimmed(text: string, from: number, to: number): Range {
  const piece = text.slice(from, to);
  const start = from + piece.length - piece.trimStart().length;
  return [start, start + piece.trim().length];
}
