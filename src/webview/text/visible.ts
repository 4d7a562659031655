/**
 * Characters that nobody sees but that change what is read: bidi controls, zero-width ones, control codes, lone
 * surrogates. They are shown by their number instead of taking effect. Joiners stay: emoji and many scripts need them.
 */
// oxlint-disable no-control-regex -- these are what is looked for
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
// oxlint-enable no-control-regex

export interface Piece {
  readonly text: string;
  /** What stands for it where it can't be seen: `U+202E`. */
  readonly code?: string;
}

const codeOf = (char: string): string =>
  `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text in pieces: plain ones, and single characters to be shown by their number. */
export function pieces(text: string): readonly Piece[] {
  if (text.search(unseen) < 0) return [{ text }];
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: char, index } of text.matchAll(unseen)) {
    if (index > end) found.push({ text: text.slice(end, index) });
    found.push({ text: char, code: codeOf(char) });
    end = index + char.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/** The text for places that hold no elements (labels, tooltips, menus): such characters by their number. */
export const plain = (text: string): string => text.replace(unseen, (char) => `[${codeOf(char)}]`);
