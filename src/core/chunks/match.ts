import { trimBlankEnd } from './blank.js';
import { findOccurrences } from './occurrences.js';

/** A chunk of an earlier revision of the document. */
export interface EarlierChunk {
  readonly id: string;
  readonly text: string;
  /** Where it stood then, in UTF-16 code units. */
  readonly start: number;
}

/** An earlier chunk, and where its text stands now. */
export interface Standing {
  readonly chunk: EarlierChunk;
  readonly start: number;
}

/**
 * Which earlier chunks still stand in `text`, and where: in their old order, each at another place, as many as
 * possible. What is before the first edit and after the last is found where it must be; what is between, wherever it
 * is. `earlier` is sorted by start.
 */
export function findStanding(text: string, earlier: readonly EarlierChunk[]): Standing[] {
  const head: Standing[] = [];
  let first = 0;
  for (; first < earlier.length; first++) {
    const chunk = earlier[first] as EarlierChunk;
    if (!text.startsWith(chunk.text, chunk.start)) break;
    head.push({ chunk, start: chunk.start });
  }

  const tail: Standing[] = [];
  let last = earlier.length;
  const final = earlier.at(-1);
  if (final !== undefined && last > first) {
    // Chunks hold all of a text, so the last one ends where the text does, unless that was edited.
    const shift = trimBlankEnd(text, 0, text.length) - final.text.length - final.start;
    const bound = head.at(-1)?.start ?? -1;
    for (; last > first; last--) {
      const chunk = earlier[last - 1] as EarlierChunk;
      const start = chunk.start + shift;
      if (start <= bound || !text.startsWith(chunk.text, start)) break;
      tail.push({ chunk, start });
    }
    tail.reverse();
  }

  const from = (head.at(-1)?.start ?? -1) + 1;
  const to = tail[0] === undefined ? text.length : endOf(tail[0]);
  const chain = longestChain(text, from, to, earlier.slice(first, last));
  const before = tail[0]?.start ?? text.length;
  const middle = fillIn(
    text,
    earlier,
    first,
    last,
    chain.filter(({ start }) => start < before),
  ).filter(({ start }) => start < before);
  return rising([...head, ...middle, ...tail]);
}

const endOf = ({ chunk, start }: Standing) => start + chunk.text.length;

/** Pairs of a text's old and new places beyond which each old one is held against only two of the new. */
const mostPairs = 64;

/** The longest list of chunks that occur in `[from, to)` in their old order. */
function longestChain(text: string, from: number, to: number, chunks: readonly EarlierChunk[]): Standing[] {
  const kinds = new Map<string, { index: number; count: number; seen: number }>();
  for (const { text: own } of chunks) {
    const kind = kinds.get(own);
    if (kind === undefined) kinds.set(own, { index: kinds.size, count: 1, seen: 0 });
    else kind.count++;
  }
  const found = findOccurrences(text, from, to, [...kinds.keys()]);

  // By patience sorting: `ends[k]` is the link with the smallest start that ends a chain of k + 1.
  interface Link extends Standing {
    readonly before: Link | undefined;
  }
  const ends: Link[] = [];
  for (const chunk of chunks) {
    const kind = kinds.get(chunk.text);
    if (kind === undefined) continue;
    let starts = found[kind.index] ?? [];
    const number = kind.seen++;
    if (starts.length * kind.count > mostPairs) {
      const picked = new Set([starts[number], starts[starts.length - kind.count + number]]);
      starts = [...picked].filter((start) => start !== undefined);
    }
    // From the last to the first, so that a chunk never follows itself.
    for (const start of starts.toSorted((a, b) => b - a)) {
      let low = 0;
      let high = ends.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((ends[middle] as Link).start < start) low = middle + 1;
        else high = middle;
      }
      ends[low] = { chunk, start, before: ends[low - 1] };
    }
  }
  const chain: Standing[] = [];
  for (let link = ends.at(-1); link !== undefined; link = link.before) chain.push(link);
  return chain.toReversed();
}

/**
 * Adds to `found` those of `earlier[first, last)` that stand where a found neighbour says: short ones, and ones of
 * texts that occur too often to be told apart.
 */
function fillIn(
  text: string,
  earlier: readonly EarlierChunk[],
  first: number,
  last: number,
  found: readonly Standing[],
): Standing[] {
  const all: Standing[] = [];
  let shift: number | undefined;
  let next = 0;
  for (let i = first; i < last; i++) {
    const chunk = earlier[i] as EarlierChunk;
    const known = found[next];
    if (known?.chunk === chunk) {
      next++;
      shift = known.start - chunk.start;
      all.push(known);
      continue;
    }
    const after = known && known.start - known.chunk.start;
    for (const by of [shift, after]) {
      const start = by === undefined ? -1 : chunk.start + by;
      if (start < 0 || !text.startsWith(chunk.text, start)) continue;
      if (start <= (all.at(-1)?.start ?? -1) || (known !== undefined && start >= known.start)) continue;
      all.push({ chunk, start });
      break;
    }
  }
  return all;
}

/** Without those that do not start and end after the one before. */
function rising(standings: readonly Standing[]): Standing[] {
  const kept: Standing[] = [];
  for (const standing of standings) {
    const before = kept.at(-1);
    if (before === undefined || (standing.start > before.start && endOf(standing) > endOf(before))) {
      kept.push(standing);
    }
  }
  return kept;
}
