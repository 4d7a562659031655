import { isBlank, skipBlank, trimBlankEnd } from './blank.js';
import { Outline, type BlockKind, type TakeBlock } from './blocks.js';
import { frontMatter } from './frontMatter.js';
import { plainTitle } from './title.js';

/**
 * The blocks of a Markdown document, by lines, in one pass: CommonMark's block structure as far as cutting needs
 * it, with GitHub's tables and with front matter. What it does not tell apart: blocks inside a quote, and headings
 * inside list items, which are no sections.
 */
export function markdownBlocks(text: string, take: TakeBlock): void {
  new MarkdownScanner(text, take).scan();
}

const tab = 0x09;
const space = 0x20;
const hash = 0x23;
const pipe = 0x7c;
const dash = 0x2d;
const equals = 0x3d;
const backtick = 0x60;
const tilde = 0x7e;
const less = 0x3c;

/** A setext heading longer than this is a paragraph with a rule under it, whatever CommonMark says. */
const longestSetext = 300;

const literal = /^<(script|pre|style|textarea)(?=[\s>]|$)/i;
const tagName = /^<\/?[a-z][a-z0-9-]{0,30}(?=[\s/>]|$)/i;

class MarkdownScanner {
  private readonly outline: Outline;
  /** The block that grows: its kind, or undefined between blocks. */
  private open: BlockKind | undefined;
  private openStart = 0;
  private openNesting = 0;
  private lastLineStart = 0;
  /** The end of the last line of the open block, line feed and blank space at its end included. */
  private lastLineEnd = 0;
  /** For each list that the current line may belong to: the column where its items' text starts. */
  private readonly lists: number[] = [];
  private afterBlank = true;
  /** Endings that were looked for and not found in the rest of the text. */
  private readonly missing = new Set<string>();

  constructor(
    private readonly text: string,
    take: TakeBlock,
  ) {
    this.outline = new Outline((start, end) => plainTitle(text, start, end), take);
  }

  scan(): void {
    const { text } = this;
    const length = text.length;
    let at = this.takeFrontMatter();
    while (at < length) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = length;
      at = this.line(at, end);
    }
    this.close();
  }

  /** Takes one line (or a fence, a comment: many), and gives the start of the next. */
  private line(start: number, end: number): number {
    const { text } = this;
    let at = start;
    let column = 0;
    let code = space;
    for (; at < end; at++) {
      code = text.charCodeAt(at);
      if (code === space) column++;
      else if (code === tab) column += 4 - (column % 4);
      else break;
    }
    if (at < end && isBlank(code)) at = skipBlank(text, at, end);
    if (at >= end) {
      this.close();
      this.afterBlank = true;
      return end + 1;
    }
    const blankBefore = this.afterBlank;
    this.afterBlank = false;
    // Prose and most continuation lines start with a letter: nothing more to look at.
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) {
      this.textLine(start, at, end, column, blankBefore);
      return end + 1;
    }
    return this.markedLine(start, at, end, column, code, blankBefore);
  }

  private textLine(start: number, at: number, end: number, column: number, blankBefore: boolean): void {
    if (this.open !== undefined) {
      if (this.open !== 'code') {
        this.extend(start, end);
        return;
      }
      if (column >= 4) {
        this.extend(start, end);
        return;
      }
      this.close();
    }
    this.leaveLists(column, blankBefore);
    const nesting = this.lists.length;
    if (nesting > 0) this.begin('rest', at, start, end, nesting);
    else this.begin(column >= 4 && blankBefore ? 'code' : 'prose', at, start, end, 0);
  }

  private markedLine(
    start: number,
    at: number,
    end: number,
    column: number,
    code: number,
    blankBefore: boolean,
  ): number {
    const { text } = this;
    if (code === backtick || code === tilde) {
      const fence = this.fence(at, end, column, code, blankBefore);
      if (fence > 0) return fence;
    }
    const container = this.lists.at(-1) ?? 0;
    const inCode = column - container >= 4 && (this.open === undefined || this.open === 'code');
    if (!inCode) {
      const inItem = container > 0 && column >= container;
      if (code === hash && column < 4 && !inItem && this.atx(at, end)) return end + 1;
      if (code === less) {
        const after = this.markup(start, at, end);
        if (after > 0) return after;
      }
      if (this.open === 'prose' && this.underline(start, at, end, code)) return end + 1;
      if (this.isRule(at, end, code)) {
        this.close();
        this.leaveLists(column, true);
        this.outline.add('rule', at, trimBlankEnd(text, at, end), this.lists.length);
        return end + 1;
      }
      const marker = this.marker(at, end, code);
      if (marker > 0) {
        return this.item(start, at, end, column, marker);
      }
      if (code === 0x3e && this.open !== 'quote' && this.open !== 'item' && this.open !== 'rest') {
        this.close();
        this.leaveLists(column, blankBefore);
        this.begin('quote', at, start, end, this.lists.length);
        return end + 1;
      }
      if (code === pipe && this.open === undefined) {
        this.leaveLists(column, blankBefore);
        this.begin('prose', at, start, end, this.lists.length);
        return end + 1;
      }
    }
    this.textLine(start, at, end, column, blankBefore);
    return end + 1;
  }

  private begin(kind: BlockKind, at: number, lineStart: number, end: number, nesting: number): void {
    this.open = kind;
    this.openStart = at;
    this.openNesting = nesting;
    this.lastLineStart = lineStart;
    this.lastLineEnd = end;
  }

  private extend(lineStart: number, end: number): void {
    this.lastLineStart = lineStart;
    this.lastLineEnd = end;
  }

  private close(): void {
    if (this.open === undefined) return;
    const end = trimBlankEnd(this.text, this.openStart, this.lastLineEnd);
    this.outline.add(this.open, this.openStart, end, this.openNesting);
    this.open = undefined;
  }

  /** Ends the lists that a line at this column does not belong to. */
  private leaveLists(column: number, blankBefore: boolean): void {
    const { lists } = this;
    while (lists.length > 0 && column < (lists.at(-1) ?? 0)) {
      if (!blankBefore && this.open !== undefined) return;
      lists.pop();
    }
  }

  private atx(at: number, end: number): boolean {
    const { text } = this;
    let after = at + 1;
    while (after < end && after < at + 7 && text.charCodeAt(after) === hash) after++;
    const level = after - at;
    if (level > 6 || (after < end && !isBlank(text.charCodeAt(after)))) return false;
    this.close();
    this.lists.length = 0;
    const blockEnd = trimBlankEnd(text, at, end);
    let titleEnd = blockEnd;
    while (titleEnd > after && text.charCodeAt(titleEnd - 1) === hash) titleEnd--;
    if (titleEnd > after && !isBlank(text.charCodeAt(titleEnd - 1))) titleEnd = blockEnd;
    this.outline.addHeading(level, after, titleEnd, at, blockEnd);
    return true;
  }

  /** A line under a paragraph that makes it a heading or, for a table, its first line the header. */
  private underline(start: number, at: number, end: number, code: number): boolean {
    const { text } = this;
    if (code !== dash && code !== equals && code !== pipe && code !== 0x3a) return false;
    let pipes = 0;
    let dashes = 0;
    for (let i = at; i < end; i++) {
      const c = text.charCodeAt(i);
      if (c === pipe) pipes++;
      else if (c === dash) dashes++;
      else if (c !== 0x3a && c !== equals && !isBlank(c)) return false;
    }
    const lineEnd = trimBlankEnd(text, at, end);
    if (pipes > 0 && dashes > 0 && code !== equals) {
      const header = this.lastLineStart;
      if (text.slice(header, start).includes('|')) {
        if (header > this.openStart) {
          this.lastLineEnd = header;
          this.close();
          this.begin('table', skipBlank(text, header, start), header, end, 0);
        }
        this.open = 'table';
        this.extend(start, end);
        return true;
      }
    }
    if ((code !== dash && code !== equals) || at + longestSetext < this.openStart) return false;
    for (let i = at; i < lineEnd; i++) if (text.charCodeAt(i) !== code) return false;
    if (start - this.openStart > longestSetext) return false;
    this.open = undefined;
    this.outline.addHeading(code === equals ? 1 : 2, this.openStart, start, this.openStart, lineEnd);
    return true;
  }

  /** `---`, `* * *`, `___`. */
  private isRule(at: number, end: number, code: number): boolean {
    if (code !== dash && code !== 0x2a && code !== 0x5f) return false;
    let count = 0;
    for (let i = at; i < end; i++) {
      const c = this.text.charCodeAt(i);
      if (c === code) count++;
      else if (!isBlank(c)) return false;
    }
    return count >= 3;
  }

  /** The offset after a list marker, or 0. */
  private marker(at: number, end: number, code: number): number {
    const { text } = this;
    let after = at + 1;
    if (code >= 0x30 && code <= 0x39) {
      while (
        after < end &&
        after < at + 9 &&
        text.charCodeAt(after) >= 0x30 &&
        text.charCodeAt(after) <= 0x39
      ) {
        after++;
      }
      const stop = text.charCodeAt(after);
      if (stop !== 0x2e && stop !== 0x29) return 0;
      // Only "1." may break into a paragraph; else a year at the start of a line would.
      if ((this.open === 'prose' || this.open === 'rest') && !(after === at + 1 && code === 0x31)) return 0;
      after++;
    } else if (code !== dash && code !== 0x2a && code !== 0x2b) {
      return 0;
    }
    if (after >= end) return this.open === 'prose' ? 0 : after;
    return isBlank(text.charCodeAt(after)) ? after : 0;
  }

  /** Starts an item. Gives the start of the next line, after the fence where the item's text is one. */
  private item(start: number, at: number, end: number, column: number, marker: number): number {
    this.close();
    const { lists, text } = this;
    while (lists.length > 0 && column < (lists.at(-1) ?? 0)) lists.pop();
    // "-   text": the column of the text; "-     code": one after the marker.
    const textAt = skipBlank(text, marker, end);
    const near = textAt < end && textAt - marker <= 4;
    const content = column + (near ? textAt : marker + 1) - at;
    lists.push(content);
    this.begin('item', at, start, end, lists.length);
    const code = text.charCodeAt(textAt);
    const length =
      textAt < end && (code === backtick || code === tilde) ? this.fenceLength(textAt, end, code) : 0;
    if (length === 0) return end + 1;
    const next = this.fenceEnd(end + 1, code, length, content);
    this.extend(start, Math.min(next, text.length));
    this.close();
    return next;
  }

  /** The length of a fence's first line's run, or 0 where there is none. */
  private fenceLength(at: number, end: number, code: number): number {
    let after = at;
    while (after < end && this.text.charCodeAt(after) === code) after++;
    if (after - at < 3) return 0;
    if (code === backtick) {
      // Text between backticks, not a fence. The search ends at the next fence at the latest, so it is linear.
      const next = this.text.indexOf('`', after);
      if (next >= 0 && next < end) return 0;
    }
    return after - at;
  }

  /** Takes a fence whole. Gives the start of the line after it, or 0 where none starts here. */
  private fence(at: number, end: number, column: number, code: number, blankBefore: boolean): number {
    const length = this.fenceLength(at, end, code);
    const container = this.lists.at(-1) ?? 0;
    if (length === 0 || (column - container >= 4 && blankBefore)) return 0;
    this.close();
    this.leaveLists(column, true);
    const inside = this.lists.at(-1) ?? 0;
    const close = this.fenceEnd(end + 1, code, length, inside);
    this.outline.add('code', at, trimBlankEnd(this.text, at, close), this.lists.length);
    return close;
  }

  /** The start of the line after the fence's end: its closing line, its list item's end, or the text's end. */
  private fenceEnd(from: number, code: number, length: number, container: number): number {
    const { text } = this;
    let at = from;
    while (at < text.length) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      let first = at;
      while (first < end && (text.charCodeAt(first) === space || text.charCodeAt(first) === tab)) first++;
      if (first < end) {
        if (text.charCodeAt(first) === code) {
          let after = first;
          while (after < end && text.charCodeAt(after) === code) after++;
          if (after - first >= length && skipBlank(text, after, end) === end) return end + 1;
        }
        if (container > 0 && first - at < Math.min(container, 2)) return at;
      }
      at = end + 1;
    }
    return text.length;
  }

  /** Comments and literal elements to their end; other tags to the next blank line. 0 where none starts here. */
  private markup(start: number, at: number, end: number): number {
    const { text } = this;
    if (text.startsWith('<!--', at)) {
      const close = this.find('-->', at + 4);
      if (close < 0) return 0;
      return this.wholeMarkup(at, close + 3);
    }
    if (this.open !== undefined) return 0;
    const opening = text.slice(at, Math.min(end, at + 40));
    const name = literal.exec(opening)?.[1]?.toLowerCase();
    if (name !== undefined) {
      const close = this.find(`</${name}>`, at);
      if (close >= 0) return this.wholeMarkup(at, close + name.length + 3);
    }
    if (!tagName.test(opening)) return 0;
    this.leaveLists(at - start, true);
    this.begin('markup', at, start, end, this.lists.length);
    return end + 1;
  }

  private wholeMarkup(at: number, close: number): number {
    if (this.open === undefined) {
      this.begin('markup', at, at, close, this.lists.length);
    }
    const end = this.text.indexOf('\n', close);
    this.extend(at, end < 0 ? this.text.length : end);
    return end < 0 ? this.text.length : end + 1;
  }

  /** `indexOf` that does not search for the same ending twice in vain. */
  private find(ending: string, from: number): number {
    if (this.missing.has(ending)) return -1;
    const at = this.text.indexOf(ending, from);
    if (at < 0) this.missing.add(ending);
    return at;
  }

  /** Gives the start of what follows the front matter. */
  private takeFrontMatter(): number {
    const found = frontMatter(this.text);
    if (found === undefined) return 0;
    const { end, title } = found;
    if (title !== undefined) this.outline.addTitle(title.start, title.end);
    this.outline.add('markup', 0, trimBlankEnd(this.text, 0, end), 0);
    return end;
  }
}
