/**
 * Whether two texts say the same, letter by letter: white space, breaks of lines and words, marks of emphasis,
 * punctuation and capitals aside. What has another word, or one more, is something else.
 */
export const sameWords = (a: string, b: string): boolean => lettersOf(a) === lettersOf(b);

/** Letters, digits, and the signs that change what a figure says. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}%‰°]+/gu, '');
