import { abbreviations } from './lexicon.js';
import type { Token } from './tokens.js';

/** A run of tokens that says one thing: a sentence, a heading, a list item, a row of a table. */
export interface Sentence {
  /** Tokens `from` (with) to `to` (without). */
  readonly from: number;
  readonly to: number;
  readonly kind: 'sentence' | 'heading' | 'row';
}

const closing = new Set(['"', "'", '”', '’', ')', ']', '»', '*', '_']);
const opening = new Set(['"', "'", '“', '‘', '(', '[', '«', '*', '_']);

function endsSentence(tokens: readonly Token[], i: number, atSemicolons: boolean): boolean {
  const token = tokens[i]!;
  if (token.text === '。' || token.text === '！' || token.text === '？' || token.text === '।') return true;
  if (token.text === ';') return atSemicolons && tokens[i + 1]?.glued === false;
  if (token.text !== '.' && token.text !== '!' && token.text !== '?' && token.text !== '…') return false;
  let next = tokens[i + 1];
  if (next === undefined) return true;
  if (next.glued && !closing.has(next.text)) return false;
  const before = tokens[i - 1];
  // "65 °C.", "the 21st.": glued to a value, no abbreviation.
  const ofValue = before?.glued === true && /^\d|^°$/.test(tokens[i - 2]?.text ?? '');
  if (token.text === '.' && before !== undefined && token.glued && !ofValue) {
    const short = abbreviations.has(before.word.low) || abbreviations.has(before.text);
    if (short && before.word.low !== 'no' && before.word.low !== 'art') return false;
    if (before.text.length === 1 && before.capital) return false;
  }
  for (
    let j = i + 1;
    next !== undefined && (closing.has(next.text) || opening.has(next.text)) && j < i + 4;
  ) {
    next = tokens[++j];
  }
  if (next === undefined) return true;
  return next.capital || next.kind !== 'word' || next.text.toLowerCase() === next.text.toUpperCase();
}

/** Whether a token that begins a line also begins something new, rather than going on with a wrapped sentence. */
function beginsBlock(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i]!;
  if (token.breaks === 2) return true;
  const text = token.text;
  if (text === '|' || text === '#' || text === '•' || text === '>' || text === '–') return true;
  const next = tokens[i + 1];
  if ((text === '-' || text === '*' || text === '+') && next !== undefined && !next.glued) return true;
  const numbered = token.kind === 'number' || (token.kind === 'word' && text.length === 1);
  if (
    numbered &&
    next?.glued === true &&
    (next.text === '.' || next.text === ')') &&
    tokens[i + 2]?.glued === false
  ) {
    return true;
  }
  const first = tokens[from]!.text;
  if (first === '#' || first === '|') return true;
  // A short line before a capital is a title or a line of its own, not a wrapped sentence.
  const last = tokens[i - 1]!;
  return token.capital && last.end - tokens[from]!.start < 60 && last.text !== ',';
}

/** Cuts tokens into sentences, with `atSemicolons` there, too. Every token is in exactly one. */
export function sentencesOf(tokens: readonly Token[], atSemicolons = false): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number): void => {
    if (to <= from) return;
    const first = tokens[from]!.text;
    sentences.push({ from, to, kind: first === '#' ? 'heading' : first === '|' ? 'row' : 'sentence' });
    from = to;
  };
  for (let i = 0; i < tokens.length; i++) {
    if (i > from && tokens[i]!.breaks > 0 && beginsBlock(tokens, i, from)) close(i);
    if (endsSentence(tokens, i, atSemicolons)) {
      let to = i + 1;
      while (to < tokens.length && closing.has(tokens[to]!.text) && tokens[to]!.glued) to++;
      close(to);
      i = to - 1;
    }
  }
  close(tokens.length);
  return sentences;
}
