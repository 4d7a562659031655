/** Words of a text with their places, and which of a quote's words an answer uses. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const pattern = /[\p{L}\p{M}\p{N}]+/gu;

export function words(text: string): Word[] {
  return Array.from(text.matchAll(pattern), ({ 0: word, index }) => ({
    text: word.toLocaleLowerCase('en').normalize('NFKC'),
    start: index,
    end: index + word.length,
  }));
}

/** Too short to tell anything, unless they are figures. */
const tells = ({ text }: Word): boolean =>
  text.length > 3 || /\p{N}/u.test(text) || /[\u0250-\uffff]/.test(text);

/** Where in the quote stand words of the answer; neighbours join into one range. UTF-16, in order. */
export function sharedWords(quote: string, answer: string): [start: number, end: number][] {
  const known = new Set(words(answer).map(({ text }) => text));
  const ranges: [number, number][] = [];
  let last: [number, number] | undefined;
  let open = false;
  for (const word of words(quote)) {
    const shared = known.has(word.text);
    if (shared && last && open) last[1] = word.end;
    else if (shared && tells(word)) ranges.push((last = [word.start, word.end]));
    // A short word goes on with a range, but begins none.
    open = shared && (open || tells(word));
  }
  return ranges;
}
