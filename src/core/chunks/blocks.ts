/**
 * What a block is. `rest` is a paragraph that continues a list item after a blank line. Only `prose`, `item`,
 * `rest` and `quote` are made of sentences; `code`, `table` and `markup` are made of lines.
 */
export type BlockKind =
  'heading' | 'prose' | 'item' | 'rest' | 'quote' | 'code' | 'table' | 'markup' | 'rule';

const longestTitle = 200;

/** A heading with all that stands under it. The text before the first heading belongs to the root. */
export class Section {
  /** 0 for the root, 1 for what stands right under it, whatever the level of its heading. */
  readonly depth: number;
  private known: string | undefined;

  /** `parent` is unset for the root. `level` is as the document counts: 1 for `#`, 0 for the root. */
  constructor(
    readonly parent: Section | undefined,
    readonly level: number,
    private readonly readTitle: TitleReader,
    private readonly start: number,
    private readonly end: number,
  ) {
    this.depth = parent === undefined ? 0 : parent.depth + 1;
  }

  /** In plain words. Read when it is first asked for, as most sections share their chunks. */
  get title(): string {
    return (this.known ??= this.readTitle(this.start, this.end).slice(0, longestTitle));
  }
}

/** The plain words of a heading that stands in `[start, end)`. */
type TitleReader = (start: number, end: number) => string;

/** A piece of a document's structure: `text.slice(start, end)`, no blank space at either end. */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** The innermost section. A heading stands in its own section. */
  readonly section: Section;
  /** How many lists deep. 0 outside a list. */
  readonly nesting: number;
}

/** Takes blocks one by one, in the order of the text. */
export type TakeBlock = (block: Block) => void;

/** Hands on blocks in the order of the text, and keeps the section that new ones belong to. */
export class Outline {
  private section: Section;

  constructor(
    private readonly readTitle: TitleReader,
    private readonly take: TakeBlock,
  ) {
    this.section = new Section(undefined, 0, readTitle, 0, 0);
  }

  add(kind: BlockKind, start: number, end: number, nesting: number): void {
    if (end > start) this.take({ kind, start, end, section: this.section, nesting });
  }

  /** Starts a section that holds all that follows, whatever the level of its headings. */
  addTitle(titleStart: number, titleEnd: number): void {
    this.section = new Section(this.section, 0, this.readTitle, titleStart, titleEnd);
  }

  /**
   * Ends the sections of this level and deeper ones, and starts a new one with its heading `[start, end)`, whose
   * words stand in `[titleStart, titleEnd)`.
   */
  addHeading(level: number, titleStart: number, titleEnd: number, start: number, end: number): void {
    let parent = this.section;
    while (parent.parent !== undefined && parent.level >= level) parent = parent.parent;
    this.section = new Section(parent, level, this.readTitle, titleStart, titleEnd);
    this.add('heading', start, end, 0);
  }
}

/** The titles from the outermost section down to this one. A title that repeats the one above it is left out. */
export function headingPath(section: Section): string[] {
  const path: string[] = [];
  for (let at: Section | undefined = section; at?.parent !== undefined; at = at.parent) {
    if (at.title !== '' && at.title !== path.at(-1)) path.push(at.title);
  }
  return path.toReversed();
}

/** What a chunk is made of, as far as its section goes. */
export interface Parts {
  section(part: number): Section;
  isHeading(part: number): boolean;
}

/** The innermost section that holds parts [from, to) whole, but for headings right above its own. */
export function sharedSection(parts: Parts, from: number, to: number): Section {
  let first = from;
  while (first + 1 < to && parts.isHeading(first) && isRightAbove(parts, first)) first++;
  let shared = parts.section(first);
  for (let part = first + 1; part < to; part++) {
    if (!parts.isHeading(part)) continue;
    const { depth } = parts.section(part);
    while (shared.parent !== undefined && shared.depth >= depth) shared = shared.parent;
  }
  return shared;
}

const isRightAbove = (parts: Parts, part: number) =>
  parts.isHeading(part + 1) && parts.section(part + 1).parent === parts.section(part);

/** Whether blocks of this kind are made of sentences; the others are made of lines. */
export function ofSentences(kind: BlockKind): boolean {
  return kind === 'prose' || kind === 'item' || kind === 'rest' || kind === 'quote' || kind === 'heading';
}
