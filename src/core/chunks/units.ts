import { ofSentences, type Block, type Parts, type Section } from './blocks.js';
import { cutBlock, type PieceBorder } from './pieces.js';
import { gapLength, type Ruler } from './ruler.js';

/** What a cut costs by what it falls on. The unit is that of the costs in pack.ts. */
const sectionCost = 0;
const blockCost = 0.12;
const nestedCost = 0.3;
const pieceCosts: Record<PieceBorder, number> = {
  sentence: 0.4,
  line: 0.6,
  word: 3,
  character: 6,
};
/** A cut that leaves a heading at the end of a chunk. */
const danglingCost = 40;
/** A cut after "as follows:". */
const announcedCost = 0.3;

/** Neighbours that are this small a part of a chunk are one unit, which bounds the work for each chunk. */
const smallest = 1 / 16;

const proseFlag = 1;
const announcesFlag = 2;
const colon = 0x3a;

/** No token of the vocabularies in use is longer than this, in UTF-16 code units. */
const longestToken = 128;

/**
 * Stretches of text that are never cut: blocks that fit, and pieces of those that do not. In columns, as there are
 * many and all work on them is in long loops.
 */
export class Units implements Parts {
  count = 0;
  starts: Int32Array;
  ends: Int32Array;
  /** Lengths from the start of the text to each unit's start and end; their differences are never too small. */
  before: Int32Array;
  after: Int32Array;
  /** What a cut right before the unit costs. */
  cuts: Float64Array;
  depths: Int32Array;
  /** 1 for the headings. */
  headings: Uint8Array;
  private flags: Uint8Array;
  private readonly sections: Section[] = [];

  /** The offset and the length up to which the text is measured. */
  private at = 0;
  private length = 0;
  /** The length up to the run of headings right before the next block, or -1. */
  private headingRun = -1;
  private mergeable = false;
  private readonly small: number;

  constructor(
    private readonly text: string,
    private readonly ruler: Ruler,
    capacity: number,
  ) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.before = ruler.exact ? this.starts : new Int32Array(capacity);
    this.after = ruler.exact ? this.ends : new Int32Array(capacity);
    this.cuts = new Float64Array(capacity);
    this.depths = new Int32Array(capacity);
    this.headings = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.small = ruler.size * smallest;
  }

  section(unit: number): Section {
    return this.sections[unit] as Section;
  }

  /** Made of sentences, so that an overlap may start at one of them. */
  isProse(unit: number): boolean {
    return ((this.flags[unit] as number) & proseFlag) !== 0;
  }

  isHeading(unit: number): boolean {
    return this.headings[unit] === 1;
  }

  /** What is added from now on shares no unit with what was added before. */
  part(): void {
    this.mergeable = false;
  }

  /** Adds a block that stands after those that were added before. */
  add(block: Block): void {
    const { ruler, headingRun } = this;
    const { kind, start, end } = block;
    const before = this.lengthTo(start);
    const isHeading = kind === 'heading';
    const nested = block.nesting > 1 || kind === 'rest';
    const cost = isHeading ? sectionCost : nested ? nestedCost : blockCost;
    // A heading must stay with what follows it, so that has less room.
    const room = headingRun < 0 ? ruler.size : ruler.size - (before - headingRun);
    const limit = room * 2 >= ruler.size ? room : ruler.size;
    const measured = this.measure(start, end, limit);
    if (measured <= limit) this.addUnit(block, start, end, before, measured, cost);
    else this.addPieces(block, cost, limit);
    if (!isHeading) this.headingRun = -1;
    else if (headingRun < 0) this.headingRun = before;
  }

  private addPieces(block: Block, cost: number, limit: number): void {
    const { text, ruler } = this;
    const room = {
      fits: (start: number, end: number) => this.measure(start, end, limit) <= limit,
      few: Math.max(1, Math.min(ruler.most, limit)),
      many: limit,
    };
    cutBlock(text, block, room, (start, end, border) => {
      const own = border === undefined ? cost : pieceCosts[border];
      this.addUnit(block, start, end, this.lengthTo(start), ruler.length(start, end), own);
    });
  }

  private addUnit(
    block: Block,
    start: number,
    end: number,
    before: number,
    measured: number,
    cost: number,
  ): void {
    const after = before + measured;
    this.at = end;
    this.length = after;
    const { kind, section } = block;
    // The rest of a heading that is too long is text.
    const heading = kind === 'heading' && start === block.start;
    let flags = ofSentences(kind) ? proseFlag : 0;
    if (this.text.charCodeAt(end - 1) === colon) flags |= announcesFlag;

    const last = this.count - 1;
    let cut = cost;
    if (this.mergeable && !heading) {
      const lastHeading = this.headings[last] === 1;
      const length = after - (this.before[last] as number);
      if (!lastHeading && length < this.small && this.sections[last] === section) {
        this.ends[last] = end;
        this.after[last] = after;
        this.flags[last] = flags;
        return;
      }
      if (!lastHeading && ((this.flags[last] as number) & announcesFlag) !== 0) cut += announcedCost;
    }
    if (last >= 0 && this.headings[last] === 1) cut += danglingCost;

    const unit = this.count++;
    if (unit === this.starts.length) this.grow();
    this.starts[unit] = start;
    this.ends[unit] = end;
    this.before[unit] = before;
    this.after[unit] = after;
    this.cuts[unit] = cut;
    this.depths[unit] = section.depth;
    this.headings[unit] = heading ? 1 : 0;
    this.flags[unit] = flags;
    this.sections.push(section);
    this.mergeable = true;
  }

  private lengthTo(start: number): number {
    return this.ruler.exact ? start : this.length + gapLength(this.ruler, this.at, start);
  }

  /** The length, or a larger one than `limit` where it is sure to be: no need to count a megabyte for that. */
  private measure(start: number, end: number, limit: number): number {
    if (!this.ruler.exact && end - start > limit * longestToken) return Infinity;
    return this.ruler.length(start, end);
  }

  private grow(): void {
    const capacity = this.starts.length * 2 + 16;
    const { exact } = this.ruler;
    this.starts = wider(new Int32Array(capacity), this.starts);
    this.ends = wider(new Int32Array(capacity), this.ends);
    this.before = exact ? this.starts : wider(new Int32Array(capacity), this.before);
    this.after = exact ? this.ends : wider(new Int32Array(capacity), this.after);
    this.cuts = wider(new Float64Array(capacity), this.cuts);
    this.depths = wider(new Int32Array(capacity), this.depths);
    this.headings = wider(new Uint8Array(capacity), this.headings);
    this.flags = wider(new Uint8Array(capacity), this.flags);
  }
}

function wider<T extends Int32Array | Float64Array | Uint8Array>(to: T, from: T): T {
  to.set(from);
  return to;
}
