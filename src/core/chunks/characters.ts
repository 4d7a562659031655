import { insidePair } from './blank.js';

/** What a reader sees as one character is seldom longer than this. Longer ones are cut between code points. */
const longestCharacter = 32;

const joins = /^(?:\p{M}|\p{Emoji_Modifier}|\u200c|\u200d|[\u{e0020}-\u{e007f}])/u;

/**
 * The place nearest to `at` where what a reader sees as a character starts, in `(from, to]`; a place between code
 * points where there is none near. A character must start at `from`.
 */
export function characterStart(text: string, from: number, at: number, to: number): number {
  const least = Math.max(from, at - longestCharacter);
  for (let cut = at; cut > least; cut--) if (startsCharacter(text, cut, from)) return cut;
  const most = Math.min(to, at + longestCharacter);
  for (let cut = at + 1; cut <= most; cut++) if (startsCharacter(text, cut, from)) return cut;
  return codePointStart(text, from, at);
}

/** `at`, moved out of a surrogate pair, but not to `from`. */
export function codePointStart(text: string, from: number, at: number): number {
  if (!insidePair(text, at)) return at;
  return at - 1 > from ? at - 1 : at + 1;
}

/** Whether a character starts at `at`, given that one starts at `from`. */
function startsCharacter(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x300) return true;
  if (insidePair(text, at) || text.charCodeAt(at - 1) === 0x200d) return false;
  if (isFlagHalf(text, at)) {
    let halves = 0;
    for (let half = at - 2; half >= from && isFlagHalf(text, half); half -= 2) halves++;
    return halves % 2 === 0;
  }
  return !joins.test(text.slice(at, at + 2));
}

/** A regional indicator; two make a flag. */
function isFlagHalf(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}
