import { isBlank, skipBlank, trimBlankEnd } from './blank.js';
import { Outline, type TakeBlock } from './blocks.js';
import { titleBlockEnd } from './title-block.js';

/**
 * The blocks of a plain text in one pass: paragraphs between blank lines, items of lists, lines drawn as tables,
 * and headings where they are unmistakable (underlined, numbered, in capitals, "Chapter 4", the title on the first
 * line, each on a line of its own; or the lines of a title over the first paragraph).
 */
export function plainBlocks(text: string, take: TakeBlock): void {
  new PlainScanner(text, take).scan();
}

/** A line longer than this is not wrapped by hand: it is a paragraph by itself. */
const longestWrapped = 130;
const longestHeading = 90;

const division =
  /^(?:(part|book|volume)|chapter|appendix|article|section)\s+(?:\d{1,4}|[IVXLC]{1,8}|[A-Z])\b/i;
const numbered = /^(\d{1,3}(?:\.\d{1,3}){0,5})(\.?)\s+(?=[\p{Lu}\p{Lo}"'“‘(])/u;
/** Three to fifteen words, no greeting: the title of a text where they stand on its first line, by themselves. */
const titled = /^(?!(?:dear|hello|hi)\b)["'“‘]?\p{Lu}\S*(?:\s\S+){2,14}$/iu;
const small = /\p{Ll}/u;
const fourLetters = /(?:\p{L}[^\p{L}]*){4}/u;
const endsSentence = new Set(Array.from('.,;:!?。，；：！？', (sign) => sign.charCodeAt(0)));

class PlainScanner {
  private readonly outline: Outline;
  private open: 'prose' | 'item' | 'table' | undefined;
  private openStart = 0;
  private lines = 0;
  private lastLineStart = 0;
  private lastLineEnd = 0;
  /** The characters that headings were underlined with, in the order of their first use. */
  private readonly rails: string[] = [];
  /** The number of the last heading that is numbered with one number. */
  private lastNumber = 0;

  constructor(
    private readonly text: string,
    take: TakeBlock,
  ) {
    this.outline = new Outline(
      (start, end) =>
        text
          .slice(start, end)
          .replace(/:?\s*\n\s*/g, ': ')
          .replace(/\s+/g, ' '),
      take,
    );
  }

  scan(): void {
    const { text } = this;
    let at = 0;
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      this.line(at, end);
      at = end + 1;
    }
    this.close();
  }

  private line(start: number, end: number): void {
    const { text } = this;
    const at = skipBlank(text, start, end);
    if (at === end) {
      this.close();
      return;
    }
    const code = text.charCodeAt(at);
    const letter = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code > 0x2100;
    if (this.open !== undefined) {
      const broken = this.lastLineEnd - this.lastLineStart > longestWrapped;
      if (!letter && this.underline(at, end, code)) return;
      if (broken && this.open !== 'table') this.close();
    }
    if (!letter && this.startsItem(at, end, code)) {
      this.close();
      this.begin('item', at, start, end);
    } else if (this.open === undefined) {
      const drawn = (code === 0x2b && text.charCodeAt(at + 1) === 0x2d) || code === 0x7c;
      this.begin(drawn ? 'table' : 'prose', at, start, end);
    } else {
      this.lines++;
      this.lastLineStart = start;
      this.lastLineEnd = end;
    }
  }

  private begin(kind: 'prose' | 'item' | 'table', at: number, start: number, end: number): void {
    this.open = kind;
    this.openStart = at;
    this.lines = 1;
    this.lastLineStart = start;
    this.lastLineEnd = end;
  }

  private close(): void {
    const { open, text, openStart } = this;
    if (open === undefined) return;
    this.open = undefined;
    const end = trimBlankEnd(text, openStart, this.lastLineEnd);
    const short = this.lines === 1 && end - openStart <= longestHeading;
    if (short && open !== 'table' && !endsSentence.has(text.charCodeAt(end - 1))) {
      const line = text.slice(openStart, end);
      const title = open === 'prose' && openStart === skipBlank(text, 0, end) && titled.test(line);
      const level = this.headingLevel(line, end) || (title ? 1 : 0);
      if (level > 0) {
        this.outline.addHeading(level, openStart, end, openStart, end);
        return;
      }
    }
    const titleEnd =
      open === 'prose' && this.lines > 1 && openStart === skipBlank(text, 0, end)
        ? titleBlockEnd(text, openStart, end)
        : -1;
    if (titleEnd > 0) {
      this.outline.addTitle(openStart, titleEnd);
      this.outline.add('heading', openStart, end, 0);
      return;
    }
    this.outline.add(open, openStart, end, open === 'item' ? 1 : 0);
  }

  /** The level of a line that stands between blank lines, or 0 where it is no heading. */
  private headingLevel(line: string, end: number): number {
    const part = division.exec(line);
    if (part !== null) return part[1] === undefined ? 2 : 1;
    const number = numbered.exec(line);
    if (number?.[1] !== undefined) {
      const depth = number[1].split('.').length;
      if (depth > 1) return 3 + depth;
      // One number: an item of a list, unless they count up with text between.
      const value = Number(number[1]);
      if (value !== 1 && value !== this.lastNumber + 1) return 0;
      const next = skipBlank(this.text, end, this.text.length);
      if (numbered.test(this.text.slice(next, next + 60))) return 0;
      this.lastNumber = value;
      return 4;
    }
    return !small.test(line) && line !== line.toLowerCase() && fourLetters.test(line) ? 3 : 0;
  }

  /** A line of one repeated sign under a line of text makes that a heading. */
  private underline(at: number, end: number, code: number): boolean {
    const { text } = this;
    if (this.open !== 'prose') return false;
    if (text.charCodeAt(at + 1) !== code || text.charCodeAt(at + 2) !== code) return false;
    const railEnd = trimBlankEnd(text, at, end);
    const over = this.lines === 2 && this.isRail(this.openStart);
    if (this.lines > 2 || (this.lines === 2 && !over)) return false;
    const titleStart = skipBlank(text, this.lastLineStart, this.lastLineEnd);
    const titleEnd = trimBlankEnd(text, titleStart, this.lastLineEnd);
    const width = titleEnd - titleStart;
    if (width === 0 || width > longestHeading || railEnd - at < width - 2) return false;
    if (this.isRail(titleStart)) return false;
    for (let i = at; i < railEnd; i++) if (text.charCodeAt(i) !== code) return false;
    const rail = text.charAt(at) + (over ? '^' : '');
    let level = this.rails.indexOf(rail) + 1;
    if (level === 0) level = this.rails.push(rail);
    this.open = undefined;
    this.outline.addHeading(level, titleStart, titleEnd, this.openStart, railEnd);
    return true;
  }

  /** Whether the line at `at` starts as a drawn line does. */
  private isRail(at: number): boolean {
    const code = this.text.charCodeAt(at);
    const sign = code > 0x20 && code < 0x7f && !/[a-z0-9]/i.test(String.fromCharCode(code));
    return sign && this.text.charCodeAt(at + 1) === code && this.text.charCodeAt(at + 2) === code;
  }

  private startsItem(at: number, end: number, code: number): boolean {
    const { text } = this;
    let after = at + 1;
    if (code >= 0x30 && code <= 0x39) {
      while (
        after < end &&
        after < at + 3 &&
        text.charCodeAt(after) >= 0x30 &&
        text.charCodeAt(after) <= 0x39
      ) {
        after++;
      }
      const stop = text.charCodeAt(after);
      // A number at the start of a wrapped line is a number.
      if ((stop !== 0x2e && stop !== 0x29) || this.open === 'prose') return false;
      after++;
    } else if (code !== 0x2d && code !== 0x2a && code !== 0x2022 && code !== 0x2023 && code !== 0x25aa) {
      return false;
    }
    return after < end && isBlank(text.charCodeAt(after));
  }
}
