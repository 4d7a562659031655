import { skipBlank, trimBlankEnd } from './blank.js';
import { headingPath, sharedSection, type Block, type Section } from './blocks.js';
import { idMaker, type Naming } from './ids.js';
import { findStanding, type EarlierChunk, type Standing } from './match.js';
import type { ChunkOptions, ChunkSpan } from './options.js';
import type { Ruler } from './ruler.js';
import { nextSentence } from './sentences.js';
import { checkedRuler, cutUnits, eachBlock, type TextFormat } from './split.js';
import { Units } from './units.js';

/** A chunk with its id. */
export interface Chunk extends ChunkSpan {
  readonly id: string;
}

/**
 * Cuts a document that may have been cut before. Chunks of `earlier` whose text still stands in the document keep
 * their ids, and only the gaps between them are cut anew; so whatever an edit did not touch stays. Without `earlier`
 * it is `split` with ids. What `split` promises of its chunks holds here too, with two exceptions: a heading that was
 * put right before a chunk that stands makes a short chunk of its own, with the first sentences of that chunk where
 * there is room; and chunks that stand and overlap go on doing so, should an edit elsewhere have changed the sections
 * that they belong to.
 *
 * Earlier chunks that are longer than `options.size` are not kept. A document whose chunking options have changed
 * is best cut without `earlier`.
 */
export function rechunk(
  text: string,
  format: TextFormat,
  options: ChunkOptions,
  earlier: readonly EarlierChunk[],
  naming: Naming,
): Chunk[] {
  const ruler = checkedRuler(text, options);
  const blocks: Block[] = [];
  eachBlock(text, format, (block) => blocks.push(block));
  const usable = earlier.filter((chunk) => isUsable(chunk, options)).toSorted((a, b) => a.start - b.start);
  const kept = withSections(blocks, findStanding(text, usable));

  const spans: (ChunkSpan & { id?: string })[] = [];
  let block = 0;
  let before: Kept | undefined;
  for (const next of [...kept, undefined]) {
    const from = before?.end ?? 0;
    const to = next?.start ?? text.length;
    if (skipBlank(text, from, to) < to) {
      while (block < blocks.length && (blocks[block] as Block).end <= from) block++;
      const gap = clip(text, blocks, block, from, to);
      spans.push(...cutGap(text, gap, before, next, ruler));
    }
    if (next !== undefined) {
      const { start, end, id } = next;
      spans.push({ start, end, id, heading: headingPath(next.section) });
      before = next;
    }
  }
  const makeId = idMaker(naming, new Set(kept.map(({ id }) => id)));
  return spans.map(({ start, end, heading, id }) => ({
    id: id ?? makeId(text.slice(start, end)),
    start,
    end,
    heading,
  }));
}

function isUsable({ text }: EarlierChunk, { unit, size, measure }: ChunkOptions): boolean {
  if (text === '' || text !== text.trim()) return false;
  return (unit === 'tokens' && measure !== undefined ? measure(text) : text.length) <= size;
}

/** An earlier chunk that stays. */
interface Kept {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly section: Section;
  /** What of the document's blocks lies in it. */
  readonly blocks: readonly Block[];
}

/** The chunks that stand, with what they hold. */
function withSections(blocks: readonly Block[], standings: readonly Standing[]): Kept[] {
  const kept: Kept[] = [];
  let block = 0;
  for (const { chunk, start } of standings) {
    const end = start + chunk.text.length;
    while (block < blocks.length && (blocks[block] as Block).end <= start) block++;
    const inside: Block[] = [];
    for (let i = block; i < blocks.length && (blocks[i] as Block).start < end; i++)
      inside.push(blocks[i] as Block);
    if (inside.length === 0) continue;
    const parts = {
      section: (part: number) => (inside[part] as Block).section,
      // The rest of a heading that is too long is text.
      isHeading: (part: number) => inside[part]?.kind === 'heading' && (inside[part]?.start ?? 0) >= start,
    };
    const section = sharedSection(parts, 0, inside.length);
    kept.push({ id: chunk.id, start, end, section, blocks: inside });
  }
  return kept;
}

/** The parts of blocks from number `first` on that lie in `[from, to)`. */
function clip(text: string, blocks: readonly Block[], first: number, from: number, to: number): Block[] {
  const clipped: Block[] = [];
  for (let i = first; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.start >= to) break;
    if (block.start >= from && block.end <= to) clipped.push(block);
    else {
      const start = skipBlank(text, Math.max(block.start, from), Math.min(block.end, to));
      const end = trimBlankEnd(text, start, Math.min(block.end, to));
      if (start < end) clipped.push({ ...block, start, end });
    }
  }
  return clipped;
}

/** The chunks of the blocks between two that stay. */
function cutGap(
  text: string,
  gap: readonly Block[],
  before: Kept | undefined,
  next: Kept | undefined,
  ruler: Ruler,
): ChunkSpan[] {
  // Headings at the end belong to the chunk that stays, so they are no part of the text before them.
  const body = next === undefined ? gap.length : gap.findLastIndex(({ kind }) => kind !== 'heading') + 1;
  const units = new Units(text, ruler, gap.length);
  const earlier = before === undefined ? [] : clip(text, before.blocks, 0, before.start, before.end);
  for (const block of earlier) units.add(block);
  units.part();
  const lead = before && { units: units.count, section: before.section, start: before.start };
  for (const block of gap.slice(0, body)) units.add(block);
  const chunks = cutUnits(text, units, ruler, lead);
  if (next === undefined || body === gap.length) return chunks;
  const tail = new Units(text, ruler, 1);
  for (const block of gap.slice(body)) tail.add(block);
  const headings = cutUnits(text, tail, ruler);
  const last = headings.pop();
  if (last === undefined) return chunks;
  const own = gap.findLast(({ start }) => start >= last.start)?.section;
  const alone = gap.every(({ start, section }) => start < last.start || section === own);
  const end =
    alone && own === next.section ? firstSentences(text, last.start, last.end, next, ruler) : last.end;
  return [...chunks, ...headings, { ...last, end }];
}

/** Where a chunk of headings ends that takes in the first sentences of the chunk that follows. */
function firstSentences(text: string, start: number, headingEnd: number, next: Kept, ruler: Ruler): number {
  const block = clip(text, next.blocks, 0, next.start, next.end)[0];
  let end = headingEnd;
  if (block === undefined) return end;
  for (let at = block.start; at < block.end;) {
    at = nextSentence(text, at, block.end);
    const sentenceEnd = trimBlankEnd(text, block.start, at);
    if (sentenceEnd >= next.end || ruler.length(start, sentenceEnd) > ruler.size) break;
    end = sentenceEnd;
    if (ruler.length(next.start, end) >= ruler.overlap) break;
  }
  return end;
}
