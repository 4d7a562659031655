import type { Range, Span } from '../../../core/dataset/model.js';
import type { DocumentText } from '../../../core/documents/index.js';
import { haystackOf, quotePlaces, sameWords } from '../../../core/quality/index.js';
import type { Haystack } from '../../../core/quality/index.js';

/** A chunk as it was, and where it stood in its document. */
export interface OldChunk {
  readonly text: string;
  /** Undefined: the document's last revision does not have it. */
  readonly start: number | undefined;
}

/** In a longer text, a quote that does not stand word for word is looked for only in a part around its old place. */
const wholeUpTo = 60_000;
const blockLength = 16_000;
/** Lines of a chunk that are at least so long tell where it is now. */
const tellingLine = 4;
const linesTried = 20;

/** A document's text as it is now, made ready to find evidence in. */
export interface NowText {
  readonly text: string;
  readonly haystack: Haystack;
  /** Parts of a long text, by number, each with half of its neighbours: the quotes of a part share what is worked out. */
  readonly blocks: Map<number, Haystack>;
}

export const nowText = (text: string): NowText => ({ text, haystack: haystackOf(text), blocks: new Map() });

const prepared = new WeakMap<DocumentText, NowText>();

/** A document made ready, once for all that look for something in it. */
export function nowTextOf(document: DocumentText): NowText {
  let now = prepared.get(document);
  if (!now) prepared.set(document, (now = nowText(document.text)));
  return now;
}

/**
 * Where a piece of evidence stands in its document as it is now: in its chunk where that still stands, else the place
 * of its quote that is nearest to where the chunk was. Undefined: its words are gone. UTF-16 offsets.
 */
export function placeOf(now: NowText, chunk: OldChunk, span: Span): Range | undefined {
  const start = standingAt(now.text, chunk);
  if (start !== undefined) return [start + span.start, start + span.end];
  const near = () => estimate(now.text, chunk) + span.start;
  const first = now.text.indexOf(span.quote);
  if (first < 0 || span.quote === '') return nearly(now, span.quote, near);
  const only = now.text.indexOf(span.quote, first + 1) < 0;
  const at = only ? first : (nearest(now.text, span.quote, near()) ?? first);
  return [at, at + span.quote.length];
}

/** Where a chunk's whole text stands now: at its old place, else the nearest to it. */
export function standingAt(text: string, chunk: OldChunk): number | undefined {
  if (chunk.text === '') return undefined;
  return nearest(text, chunk.text, chunk.start ?? 0);
}

/** Where the same words stand, set or marked in another way; around the old place where the text is long. */
function nearly(now: NowText, quote: string, near: () => number): Range | undefined {
  if (now.text.length <= wholeUpTo) {
    const places = quotePlaces(now.haystack, quote).filter((at) => sameWords(now.text.slice(...at), quote));
    if (places.length < 2) return places[0];
    const at = near();
    return places.toSorted((a, b) => Math.abs(a[0] - at) - Math.abs(b[0] - at))[0];
  }
  const block = Math.floor(near() / blockLength);
  const from = lineStart(now.text, Math.max(0, block * blockLength - blockLength / 2));
  let haystack = now.blocks.get(block);
  if (!haystack) {
    haystack = haystackOf(now.text.slice(from, (block + 1) * blockLength + blockLength / 2));
    now.blocks.set(block, haystack);
  }
  const places = quotePlaces(haystack, quote).map(([start, end]): Range => [start + from, end + from]);
  return places.find((at) => sameWords(now.text.slice(...at), quote));
}

/** Where a chunk that has changed begins now, by the lines of it that still stand: best one that stands only once. */
export function estimate(text: string, { text: old, start = 0 }: OldChunk): number {
  let likely: number | undefined;
  let tried = 0;
  for (let at = 0; at < old.length && tried < linesTried;) {
    const next = old.indexOf('\n', at);
    const end = next < 0 ? old.length : next;
    const line = old.slice(at, end);
    if (line.trim().length >= tellingLine) {
      tried++;
      const found = text.indexOf(line);
      if (found >= 0 && text.indexOf(line, found + 1) < 0) return Math.max(0, found - at);
      if (found >= 0) likely ??= Math.max(0, (nearest(text, line, start + at) ?? found) - at);
    }
    at = end + 1;
  }
  return likely ?? Math.min(start, Math.max(0, text.length - old.length));
}

/** The place of `part` in `text` that is nearest to `near`. Looks ever further around, as edits move texts by little. */
export function nearest(text: string, part: string, near: number): number | undefined {
  if (part === '') return undefined;
  for (let reach = 256; ; reach *= 16) {
    const from = Math.max(0, near - reach);
    const piece = text.slice(from, near + part.length + reach);
    let best: number | undefined;
    for (let at = piece.indexOf(part); at >= 0; at = piece.indexOf(part, at + 1)) {
      if (best !== undefined && Math.abs(from + at - near) >= Math.abs(best - near)) break;
      best = from + at;
    }
    if (best !== undefined) return best;
    if (from === 0 && near + part.length + reach >= text.length) return undefined;
  }
}

/** Where the line of `at` begins. */
export const lineStart = (text: string, at: number): number =>
  text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;

/** A chunk as the evidence that it is where there is no other. */
export const wholeOf = ({ text }: OldChunk): Span => ({ start: 0, end: text.length, quote: text });
