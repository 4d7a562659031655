import { ofSentences, type Block, type Section } from './blocks.js';
import { cutBlock, type PieceBorder } from './pieces.js';
import { gapLength, type Ruler } from './ruler.js';

/** What a cut falls on, from good to bad. */
export type Border = 'section' | 'block' | 'nested' | PieceBorder;

/** A stretch of text that is never cut: a block that fits, or a piece of one that does not. */
export interface Unit {
  readonly start: number;
  end: number;
  /** Lengths from the start of the text to `start` and to `end`; their difference is never too small. */
  readonly before: number;
  after: number;
  /** What a cut before it falls on. */
  readonly border: Border;
  readonly section: Section;
  readonly heading: boolean;
  /** Made of sentences, so that an overlap may start at one of them. */
  readonly prose: boolean;
  /** Ends with a colon: it announces what follows. */
  announces: boolean;
}

/** Neighbours that are this small a part of a chunk are one unit, which bounds the work for each chunk. */
const smallest = 1 / 48;

const colon = 0x3a;

/** The units of blocks that stand in the order of the text. */
export function toUnits(text: string, blocks: readonly Block[], ruler: Ruler): Unit[] {
  const units: Unit[] = [];
  const small = ruler.size * smallest;
  /** Where the run of headings right before the current block starts, as a length. */
  let headings: number | undefined;
  let at = blocks[0]?.start ?? 0;
  let length = 0;

  const lengthBefore = (start: number) => (ruler.exact ? start : length + gapLength(ruler, at, start));

  const add = (block: Block, start: number, end: number, border: Border, measured: number): void => {
    const before = lengthBefore(start);
    const after = before + measured;
    at = end;
    length = after;
    // The rest of a heading that is too long is text.
    const heading = block.kind === 'heading' && start === block.start;
    const announces = text.charCodeAt(end - 1) === colon;
    const last = units.at(-1);
    if (
      last !== undefined &&
      after - last.before < small &&
      !heading &&
      !last.heading &&
      last.section === block.section
    ) {
      last.end = end;
      last.after = after;
      last.announces = announces;
      return;
    }
    const prose = ofSentences(block.kind);
    units.push({ start, end, before, after, border, section: block.section, heading, prose, announces });
  };

  for (const block of blocks) {
    const { kind, start, end } = block;
    const border: Border =
      kind === 'heading' ? 'section' : block.nesting > 1 || kind === 'rest' ? 'nested' : 'block';
    const before = lengthBefore(start);
    // A heading must stay with what follows it, so that has less room.
    const room = headings === undefined ? ruler.size : ruler.size - (before - headings);
    const limit = room * 2 >= ruler.size ? room : ruler.size;
    const measured = boundedLength(ruler, start, end, limit);
    if (measured <= limit) add(block, start, end, border, measured);
    else {
      const fits = (from: number, to: number) => boundedLength(ruler, from, to, limit) <= limit;
      const few = Math.max(1, Math.min(ruler.most, limit));
      cutBlock(text, block, { fits, few, many: limit }, (from, to, inner) =>
        add(block, from, to, inner ?? border, ruler.length(from, to)),
      );
    }
    headings = kind === 'heading' ? (headings ?? before) : undefined;
  }
  return units;
}

/** No token of the vocabularies in use is longer than this, in UTF-16 code units. */
const longestToken = 128;

/** The length, or one that is over `limit` for a text that is sure to be: no need to count a megabyte for that. */
function boundedLength(ruler: Ruler, start: number, end: number, limit: number): number {
  if (!ruler.exact && end - start > limit * longestToken) return Infinity;
  return ruler.length(start, end);
}
