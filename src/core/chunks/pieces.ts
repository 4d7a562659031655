import { isBlank, skipBlank, trimBlankEnd } from './blank.js';
import { ofSentences, type Block } from './blocks.js';
import { characterStart, codePointStart } from './characters.js';
import { nextSentence } from './sentences.js';

/** What a cut before a piece of a block falls on, from good to bad. */
export type PieceBorder = 'line' | 'sentence' | 'word' | 'character';

/** Takes a piece of a block: `[start, end)` without outer blank space, and what its start falls on. */
export type TakePiece = (start: number, end: number, border: PieceBorder | undefined) => void;

/** The room that a piece has. Lengths are in UTF-16 code units. */
export interface Room {
  fits(start: number, end: number): boolean;
  /** Sure to fit several times. At least 1. */
  readonly few: number;
  /** What is longer hardly fits, so there is no need to look. */
  readonly many: number;
}

/**
 * Cuts a block that does not fit into pieces that do, as large as its structure allows: sentences or lines, then
 * words, then characters. The first piece has no border of its own: it starts where the block does.
 */
export function cutBlock(text: string, block: Block, room: Room, take: TakePiece): void {
  if (!ofSentences(block.kind)) {
    cutLines(text, block.start, block.end, undefined, room, take);
    return;
  }
  let border: PieceBorder | undefined;
  for (let at = block.start; at < block.end;) {
    const after = nextSentence(text, at, block.end);
    const end = trimBlankEnd(text, at, after);
    if (room.fits(at, end)) take(at, end, border);
    else cutLines(text, at, end, border, room, take);
    border = 'sentence';
    at = after;
  }
}

function cutLines(
  text: string,
  start: number,
  end: number,
  first: PieceBorder | undefined,
  room: Room,
  take: TakePiece,
): void {
  let border = first;
  for (let at = start; at < end;) {
    // In a slice, so that the search never runs on through the rest of a long text.
    const feed = text.slice(at, end).indexOf('\n');
    const after = feed < 0 ? end : skipBlank(text, at + feed, end);
    const lineEnd = trimBlankEnd(text, at, after);
    if (room.fits(at, lineEnd)) take(at, lineEnd, border);
    else cutWords(text, at, lineEnd, border, room, take);
    border = 'line';
    at = after;
  }
}

function cutWords(
  text: string,
  start: number,
  end: number,
  first: PieceBorder | undefined,
  room: Room,
  take: TakePiece,
): void {
  let border = first;
  for (let at = start; at < end;) {
    let after = wordsEnd(text, at, end, room);
    const words = after > at;
    if (!words) after = charactersEnd(text, at, end, room);
    take(at, trimBlankEnd(text, at, after), border);
    border = words ? 'word' : 'character';
    at = skipBlank(text, after, end);
  }
}

/** The end of the last word of a few, or of one long word that fits, or `from` for a word that is too long. */
function wordsEnd(text: string, from: number, to: number, room: Room): number {
  if (to - from <= room.few) return to;
  let end = from + room.few;
  while (end > from && !isBlank(text.charCodeAt(end))) end--;
  if (end > from) return end;
  end = from + room.few;
  const most = Math.min(to, from + room.many);
  while (end < most && !isBlank(text.charCodeAt(end))) end++;
  return (end === to || isBlank(text.charCodeAt(end))) && room.fits(from, end) ? end : from;
}

function charactersEnd(text: string, from: number, to: number, room: Room): number {
  const end = characterStart(text, from, from + room.few, to);
  return end - from <= room.few || room.fits(from, end) ? end : codePointStart(text, from, from + room.few);
}
