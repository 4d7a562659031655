/** Longest heading of a plain text, in UTF-16 units. */
const LONGEST = 70;
/** Shortest line of prose that a heading can stand over: a heading over a list or an address tells nothing. */
const PROSE = 60;

const NUMBERED =
  /^\s{0,3}(?:(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{2,5})[.)]?|[A-Z][.)]|§ ?\d{1,3}\.?)\s{1,4}(?=\p{Lu})/u;

/**
 * The length of the number before a plain text's heading, or 0 without one; undefined where `line` is none. A heading is a short
 * line that ends no sentence, with `next` (the line after it) or `later` (that after white space) as its prose.
 */
export function plainHeading(line: string, next: string, later: string): number | undefined {
  const number = NUMBERED.exec(line)?.[0].length ?? 0;
  const title = line.slice(number).trim();
  if (title.length < 3 || title.length > LONGEST || !/^[\p{Lu}"“‘']/u.test(title)) return undefined;
  if (/[.!?,;:…|]["”’)]?$|[.!?] |[<>{}=|[\]@`]|https?:|\t| {3}/.test(title)) return undefined;
  if (
    title.split(/\s+/).length > 10 ||
    /\s(?:the|a|an|of|and|or|to|in|for|with|by|is|are|was|were)$/.test(title)
  )
    return undefined;
  const prose = next.trim() === '' ? later : next;
  if (
    !/^\s{0,3}(?:\d{1,2}(?:\.\d{1,2}){1,3}\.?\s{1,4})?[\p{Lu}"“‘'(]/u.test(prose) ||
    !/\p{Ll} \p{Ll}/u.test(prose)
  )
    return undefined;
  // Wrapped by hand, the first line of a paragraph is as long as its second
  if (next.trim() !== '' && number === 0 && title.length * 1.5 > prose.trim().length) return undefined;
  return prose.trim().length >= PROSE || /[.!?]["”’)]?$/.test(prose.trim()) ? number : undefined;
}
