import { stripMarkup, type Plain } from './markup.js';
import { plainHeading } from './plain-headings.js';

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'other';

/** One block of a Markdown or plain text, its markup taken out. */
export interface Block {
  readonly kind: BlockKind;
  readonly plain: Plain;
  /** Headings: 1 to 6. Items: indentation in characters. Else 0. */
  readonly level: number;
  /** The item's number in an ordered list. */
  readonly ordinal?: number | undefined;
  /** The cells of a table's row, each with its own way back. */
  readonly cells?: readonly Plain[] | undefined;
  /** Starts with bold text that ends in a colon or dash, or is bold as a whole. */
  readonly boldLead: boolean;
  /** The bold words that a block opens with as with a heading of its own: "**Surgery.** The gland is removed." */
  readonly lead?: string | undefined;
  /** Lines of white space between the block before and this one. */
  readonly gap: number;
}

const ITEM = /^(\s{0,12})(?:[-*+•●▪◦–]|(\d{1,3})[.)]|[a-z][.)])\s+/;
const HEADING = /^(#{1,6})\s+/;
const WIKI_HEADING = /^(={2,6})\s*[^=]{1,120}\s*={2,6}\s*$/;
/** "2.1 The rent is payable": a clause of a contract, numbered within its section. */
const CLAUSE = /^\s{0,3}\d{1,2}(?:\.\d{1,2}){1,3}\.?\s{1,4}(?=\p{Lu}\p{Ll}*\s)/u;
const FENCE = /^\s{0,8}(```|~~~)/;

/** Splits `source` into blocks. Code, quotes' marks, front matter, rules and raw HTML lines hold no prose. */
export function parseBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let fence: string | undefined;
  let open:
    { start: number; end: number; kind: BlockKind; level: number; ordinal: number | undefined } | undefined;
  let gap = 0;
  let openGap = 0;
  const close = (): void => {
    if (!open) return;
    const raw = source.slice(open.start, open.start + 120);
    blocks.push({
      kind: open.kind,
      plain: stripMarkup(source, open.start, open.end),
      level: open.level,
      ordinal: open.ordinal,
      boldLead: /^(\*\*|__|''')/.test(raw),
      lead: leadOf(raw, open.end - open.start),
      gap: openGap,
    });
    open = undefined;
  };
  let at = pastPicture(source);
  let first = at === 0;
  let frontMatter = false;
  while (at <= source.length) {
    const newline = source.indexOf('\n', at);
    const lineEnd = newline < 0 ? source.length : newline;
    const line = source.slice(at, Math.min(lineEnd, at + 400));
    const start = at;
    at = lineEnd + 1;
    if (first && /^---\s*$/.test(line)) {
      frontMatter = true;
      first = false;
      continue;
    }
    if (line.trim() !== '') first = false;
    if (frontMatter) {
      if (/^(---|\.\.\.)\s*$/.test(line)) frontMatter = false;
      continue;
    }
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark === fence) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      close();
      fence = mark;
      blocks.push(other());
      continue;
    }
    if (line.trim() === '') {
      close();
      gap++;
      continue;
    }
    const isNew = (kind: BlockKind, from: number, level: number, ordinal?: number): void => {
      close();
      open = { start: from, end: lineEnd, kind, level, ordinal };
      openGap = gap;
      gap = 0;
    };
    const heading = HEADING.exec(line);
    if (heading) {
      isNew('heading', start + heading[0].length, (heading[1] as string).length);
      close();
      continue;
    }
    if (WIKI_HEADING.test(line)) {
      const marks = (/^=+/.exec(line) as RegExpExecArray)[0].length;
      close();
      open = {
        start: start + marks,
        end: start + line.trimEnd().length - marks,
        kind: 'heading',
        level: marks,
        ordinal: undefined,
      };
      openGap = gap;
      gap = 0;
      close();
      continue;
    }
    if (/^\s{0,3}(=+|-{3,}|\*{3,}|_{3,}|(\* ){3,}|(- ){3,})\s*$/.test(line)) {
      if (open?.kind === 'paragraph' && /^\s{0,3}[=-]/.test(line) && open.end - open.start < 120) {
        open.kind = 'heading';
        open.level = line.includes('=') ? 1 : 2;
      }
      close();
      continue;
    }
    if (
      /^\s{0,3}\|/.test(line) ||
      (line.includes('|') &&
        ((blocks.at(-1)?.kind === 'row' && open === undefined && gap === 0) ||
          /^\s*:?-+:?\s*\|[\s:|-]*$/.test(line) ||
          /^\s*:?-+:?\s*\|[\s:|-]*$/.test(source.slice(at, at + 80).split('\n', 1)[0] ?? ''))) ||
      /^[^|]{1,80}(\|[^|]{1,80}){2,}$/.test(line)
    ) {
      close();
      blocks.push({ ...other(), kind: 'row', cells: splitRow(source, start, lineEnd), gap });
      gap = 0;
      continue;
    }
    if (open === undefined && /^\s{0,3}[\p{Lu}\d§"“‘]/u.test(line) && line.length <= 90) {
      const [next, later] = linesAfter(source, at);
      const number = plainHeading(line, next, later);
      if (number !== undefined) {
        isNew('heading', start + number, 6);
        close();
        continue;
      }
    }
    const clause = CLAUSE.exec(line);
    if (clause) {
      isNew('paragraph', start + clause[0].length, 0);
      continue;
    }
    const item = ITEM.exec(line);
    if (item) {
      isNew(
        'item',
        start + item[0].length,
        (item[1] as string).length,
        item[2] === undefined ? undefined : Number(item[2]),
      );
      continue;
    }
    if (/^(\t| {4,})\S/.test(line) && open === undefined) {
      const last = blocks[blocks.length - 1];
      if (last?.kind !== 'item') {
        blocks.push(other());
        continue;
      }
    }
    if (
      /^\s{0,3}(<\/?[a-zA-Z!]|\{%|:::|\[[^\]]{1,80}\]:\s|\{:)/.test(line) &&
      !/<\/(p|b|i|em|strong|a)>/.test(line)
    ) {
      close();
      if (!/[a-z] [a-z]+ [a-z]/.test(line.replace(/<[^>]{0,200}>/g, ''))) {
        blocks.push(other());
        continue;
      }
    }
    const quote = /^\s{0,3}(>\s?)+/.exec(line);
    if (quote) {
      isNew('paragraph', start + quote[0].length, 0);
      continue;
    }
    if (open) open.end = lineEnd;
    else isNew('paragraph', start, 0);
  }
  close();
  return blocks;
}

const LEAD = /^(\*\*|__)([^*_\n]{2,70}?)(?:([.!:])\1|\1\s?([:–—]|-(?=\s)))\s/;

/** The bold words before the text of a block of `length` units, which they do not fill. */
function leadOf(raw: string, length: number): string | undefined {
  const found = LEAD.exec(raw);
  return found && found[0].length + 20 < length ? found[2]?.trim() : undefined;
}

/** The line at `at` and, where it is blank, the first with words among the two after it. */
function linesAfter(source: string, at: number): readonly [next: string, later: string] {
  const [next = '', second = '', third = ''] = source.slice(at, at + 400).split('\n', 3);
  return [next, next.trim() !== '' ? '' : second.trim() !== '' ? second : third];
}

/** Where a text begins that was cut within the words for a picture, "... of the heart](heart.png)". */
function pastPicture(source: string): number {
  const found = /^[^[\]]{1,3000}\]\((?=[^()\s]{1,300}\.(?:png|jpe?g|gif|svg|webp)\b)[^)]{0,600}\)/i.exec(
    source,
  );
  return found ? found[0].length : 0;
}

const nothing: Plain = { text: '', map: [], holes: [] };
const other = (): Block => ({ kind: 'other', plain: nothing, level: 0, boldLead: false, gap: 0 });

/** The cells of a table's row `| a | b |`. */
function splitRow(source: string, start: number, end: number): Plain[] {
  const cells: Plain[] = [];
  let from = start;
  const stop = Math.min(end, start + 4000);
  for (let i = start; i <= stop; i++) {
    if (i < stop && (source[i] !== '|' || source[i - 1] === '\\')) continue;
    cells.push(stripMarkup(source, from, i));
    from = i + 1;
  }
  if (cells[0]?.text === '') cells.shift();
  if (cells[cells.length - 1]?.text === '') cells.pop();
  return cells;
}
