import type { Range } from '../../dataset/model.js';
import { abbreviations } from './lexicon.js';
import { tokenise, type Token } from './tokens.js';
import { wordOf } from './words.js';

/** Shorter completions lean on what stands around them, or on the question. */
const leastContent = 3;

/** The last word of `text` before `end`; looks back as far as an abbreviation may reach. */
const wordBefore = (text: string, end: number): string =>
  /[\p{L}\p{N}.]+$/u.exec(text.slice(Math.max(0, end - 12), end))?.[0] ?? '';

const marks = '.!?';

/** Whether a sentence ends before `end`, so that nothing of it is cut off: not after "Dr.", "e.g." or "...". */
function ended(text: string, end: number): boolean {
  const mark = text[end - 1];
  if (mark === undefined || !marks.includes(mark)) return false;
  if (mark !== '.') return true;
  const before = wordBefore(text, end - 1);
  return (
    before.length > 1 &&
    !before.includes('.') &&
    !abbreviations.has(before.toLowerCase()) &&
    !abbreviations.has(before)
  );
}

/** Whether a sentence begins at `start`: after one that has ended, or after an empty line that no colon leads into. */
function begins(text: string, start: number): boolean {
  const before = text.slice(0, start).trimEnd();
  if (before === '') return true;
  if (before.length === start) return false;
  if (ended(text, before.length)) return true;
  return /\n[ \t\r]*\n/.test(text.slice(before.length, start)) && !/[:;,–—-]$/.test(before);
}

/**
 * Where a text stands in the source as it is, in whole sentences, so that no "not" and no "if" is cut off. Undefined
 * where it does not, and where it stands in several places.
 */
function wholeSentences(source: string, text: string): Range | undefined {
  const start = source.indexOf(text);
  if (start < 0 || source.includes(text, start + 1)) return undefined;
  const end = start + text.length;
  const whole =
    ended(source, end) && (end === source.length || /\s/.test(source[end]!)) && begins(source, start);
  return whole ? [start, end] : undefined;
}

/** Whether a token points at something outside its sentence, or answers in one word. */
const leans = ({ word }: Token): boolean => word.pronoun || word.low === 'yes' || word.low === 'no';

/** Whether a question names something by its code that the completion does not speak of: the answer may be another's. */
function asksOfOther(question: string, completion: string): boolean {
  const codes = question.match(/[\p{L}\p{N}_]*(?:\p{L}\p{N}|\p{L}\p{Lu}|_)[\p{L}\p{N}_]*/gu) ?? [];
  return codes.some((code) => wordOf(code).written && !completion.includes(code));
}

/**
 * The place of a completion that repeats the source sentence by sentence and leans on nothing else: it follows from
 * the source by itself. Near-linear; takes no source apart.
 */
export function verbatimPlace(source: string, completion: string, question: string): Range | undefined {
  const text = completion.trim();
  const place = wholeSentences(source, text);
  if (place === undefined || asksOfOther(question, text)) return undefined;
  const tokens = tokenise(text);
  if (tokens.length === 0 || leans(tokens[0]!)) return undefined;
  const content = tokens.filter(({ kind, word }) => kind === 'word' && !word.stop && !word.free).length;
  return content < leastContent ? undefined : place;
}
