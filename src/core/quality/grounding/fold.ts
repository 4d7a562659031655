/** A text with what does not matter for finding a quote taken out, and the way back to its offsets. */
export interface Folded {
  readonly text: string;
  /** The offset in the original of each UTF-16 unit of `text`; one more at the end. */
  readonly starts: Int32Array;
  /** Where each unit's original ends. */
  readonly ends: Int32Array;
}

const quotes = /[‘’‚‛′ʼ`´]/;
const doubleQuotes = /[“”„‟″«»]/;
const dashes = /[‐‑‒–—―−]/;
const dropped = /[\u00AD\u200B-\u200D\u2060\uFEFF]/;

const ascii = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return ' ';
  if (character === '`') return "'";
  return /[*_~]/.test(character) ? '' : character.toLowerCase();
});

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 128) return ascii[code]!;
  if (/\s/.test(character)) return ' ';
  if (quotes.test(character)) return "'";
  if (doubleQuotes.test(character)) return '"';
  if (dashes.test(character)) return '-';
  if (dropped.test(character)) return '';
  if (character === '…') return '...';
  return character.normalize('NFKC').toLowerCase();
}

/**
 * Folds case, white space (runs to one space), quotes, dashes, ligatures, soft hyphens, zero-width characters and
 * Markdown's emphasis. Linear.
 */
export function fold(text: string): Folded {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let blank = true;
  for (let i = 0; i < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(i)!);
    const size = character.length;
    let folded = foldCharacter(character);
    // A mark that combines belongs to the character before it: "e" + acute is "é".
    if (character.charCodeAt(0) > 127 && /^\p{M}$/u.test(character) && out.length > 0 && !blank) {
      const joined = (out.at(-1)! + character).normalize('NFKC');
      if (joined.length === 1) {
        out[out.length - 1] = joined;
        ends[ends.length - 1] = i + size;
        i += size;
        continue;
      }
    }
    if (folded === ' ' && blank) folded = '';
    for (const unit of folded.split('')) {
      out.push(unit);
      starts.push(i);
      ends.push(i + size);
    }
    if (folded !== '') blank = folded.endsWith(' ');
    i += size;
  }
  if (out.at(-1) === ' ') {
    out.pop();
    starts.pop();
    ends.pop();
  }
  return { text: out.join(''), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
