/** A stretch of a reply that looks like one JSON value. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** Its last bracket was found. */
  readonly closed: boolean;
  /**
   * Where it is not closed: the part up to the last whole object in a list, with the brackets closed that are open
   * there. Undefined if there is no whole object.
   */
  readonly whole?: string | undefined;
}

/** A bracket as JSON begins with one, not as prose has them. Sticky, so each look is short. */
const opening = /\{\s*(?:["'`“‘}]|[A-Za-z_]\w{0,40}\s{0,8}:)|\[\s*["'`“‘{[\]]/y;
const brackets = /[{[]/g;

/** No reply of ours nests deeper; what does is not worth reading. */
const deepest = 64;
const mostRegions = 1000;

/** The stretches of JSON in a text, one after the other, outermost brackets only. Linear. */
export function jsonRegions(text: string): Region[] {
  const regions: Region[] = [];
  let at = 0;
  while (regions.length < mostRegions) {
    brackets.lastIndex = at;
    const found = brackets.exec(text);
    if (found === null) break;
    opening.lastIndex = found.index;
    if (!opening.test(text)) {
      at = found.index + 1;
      continue;
    }
    const region = scan(text, found.index);
    if (region === undefined) break;
    regions.push(region);
    at = region.end;
  }
  return regions;
}

/** Follows brackets and strings from an opening bracket; undefined if it nests too deep. */
function scan(text: string, start: number): Region | undefined {
  const closers: string[] = [];
  let whole: { at: number; closers: string } | undefined;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x22) {
      i = stringEnd(text, i);
    } else if (code === 0x7b || code === 0x5b) {
      if (closers.push(code === 0x7b ? '}' : ']') > deepest) return undefined;
    } else if (code === 0x7d || code === 0x5d) {
      closers.pop();
      if (closers.length === 0) return { start, end: i + 1, closed: true };
      if (code === 0x7d && closers.at(-1) === ']')
        whole = { at: i + 1, closers: closers.toReversed().join('') };
    }
  }
  return {
    start,
    end: text.length,
    closed: false,
    whole: whole && text.slice(start, whole.at) + whole.closers,
  };
}

/** The place of the quote that ends the string which begins at `start`, or the text's length. */
function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x5c) i++;
    else if (code === 0x22) return i;
  }
  return text.length;
}
