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

/** A way to cut: where the next piece starts, and what that start falls on. */
interface Level {
  readonly border: PieceBorder;
  next(text: string, from: number, to: number): number;
}

const bySentence: Level = { border: 'sentence', next: nextSentence };
const byLine: Level = { border: 'line', next: nextLine };

/**
 * Cuts a block that does not fit into pieces that do, as large as its structure allows: sentences, then lines (lines
 * first for tables and code), then words, then characters. The first piece has no border of its own: it starts where
 * the block does.
 */
export function cutBlock(text: string, block: Block, room: Room, take: TakePiece): void {
  const levels = ofSentences(block.kind) ? [bySentence, byLine] : [byLine, bySentence];
  cutBy(levels, text, block.start, block.end, undefined, room, take);
}

function cutBy(
  [level, ...finer]: readonly Level[],
  text: string,
  start: number,
  end: number,
  first: PieceBorder | undefined,
  room: Room,
  take: TakePiece,
): void {
  if (level === undefined) {
    cutWords(text, start, end, first, room, take);
    return;
  }
  let border = first;
  for (let at = start; at < end;) {
    const after = level.next(text, at, end);
    const pieceEnd = trimBlankEnd(text, at, after);
    if (room.fits(at, pieceEnd)) take(at, pieceEnd, border);
    else cutBy(finer, text, at, pieceEnd, border, room, take);
    border = level.border;
    at = after;
  }
}

/** The start of the next line with something on it, or `to`. */
function nextLine(text: string, from: number, to: number): number {
  // In a slice, so that the search never runs on through the rest of a long text.
  const feed = text.slice(from, to).indexOf('\n');
  return feed < 0 ? to : skipBlank(text, from + feed, to);
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
