import type { Text } from './text.js';

/** "Corrie Falls": what a name says of itself is no statement. */
const inName = (text: Text, at: number): boolean => {
  const { from } = text.sentences[text.sentenceOf[at]!]!;
  const beside = text.tokens[at - 1];
  return text.tokens[at]!.capital && at > from && beside?.capital === true && at - 1 > from;
};

/** "cut up", "set up", "down the road": belongs to its verb or leads to a place, and says nothing of more or less. */
export function isParticle(text: Text, at: number): boolean {
  const { low } = text.tokens[at]!.word;
  if (low !== 'up' && low !== 'down') return false;
  const next = text.tokens[at + 1];
  return !(
    (next !== undefined && /^(?:by|from|to|on)$/.test(next.word.low)) ||
    text.factAt[at + 1]! >= 0 ||
    /^(?:go|goes|went|gone|going|is|are|was|were|move|moved|moves)$/.test(text.tokens[at - 1]?.word.low ?? '')
  );
}

/** "19 years old", "as long as", "no longer": measures or joins, and says nothing of old or young. */
function measures(text: Text, at: number): boolean {
  if (at === 0 || !/^(?:old|long|high|deep|wide|thick|tall|longer)$/.test(text.tokens[at]!.word.low))
    return false;
  // "17-year-old"
  if (text.tokens[at - 1]!.text === '-' && text.tokens[at - 2]?.word.period !== undefined) return true;
  return text.factAt[at - 1]! >= 0 || /^(?:as|how|so|no|any)$/.test(text.tokens[at - 1]!.word.low);
}

/** "keeps the tank from freezing", "stopped her from singing": they say the same of what follows. */
const holdsFrom = (text: Text, at: number): boolean =>
  /^(?:keep|keeps|kept|keeping|stop|stops|stopped|stopping|prevent|prevents|prevented)$/.test(
    text.tokens[at]!.word.low,
  ) && text.tokens.slice(at + 1, at + 6).some(({ word }) => word.low === 'from');

/** Whether a word has an opposite only as it is written, not by what it says where it stands. */
export const neutral = (text: Text, at: number): boolean =>
  isParticle(text, at) || inName(text, at) || measures(text, at) || holdsFrom(text, at);

/** "No one starts before the course" says what "only after the course" says: the denial turns the time. */
export function turnsTime(text: Text, at: number): boolean {
  if (!/^(?:before|after)$/.test(text.tokens[at]?.word.low ?? '')) return false;
  return text.cues[text.sentenceOf[at]!]!.some(
    (cue) => cue.at < at && text.clauses[cue.at + 1] === text.clauses[at],
  );
}
