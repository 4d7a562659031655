import { hasContent, type Stretch, type Text } from './text.js';

/** How many words two clauses must share at least to be the same. */
const fewest = 2;

const said = ({ tokens }: Text, at: number): boolean =>
  hasContent(tokens[at]!) && !tokens[at]!.word.denial && tokens[at]!.word.sign === 0;

/**
 * Whether a clause of the answer has the words of a clause of the source's sentence and no others, but for those that may
 * turn it: denials and words that have an opposite.
 */
export function follows(source: Text, answer: Text, mine: Stretch, theirs: Stretch): boolean {
  const clauseOf = new Map<string, number>();
  for (let j = theirs.from; j < theirs.to; j++) clauseOf.set(source.tokens[j]!.word.root, source.clauses[j]!);
  const clauses = new Set<number>();
  let found = 0;
  for (let i = mine.from; i < mine.to; i++) {
    if (!said(answer, i)) continue;
    const clause = clauseOf.get(answer.tokens[i]!.word.root);
    if (clause === undefined) return false;
    found++;
    clauses.add(clause);
  }
  if (found < fewest) return false;
  const home = answer.sentences[answer.sentenceOf[mine.from]!]!;
  const own = new Set(answer.tokens.slice(home.from, home.to).map(({ word }) => word.root));
  for (let j = theirs.from; j < theirs.to; j++)
    if (clauses.has(source.clauses[j]!) && said(source, j) && !own.has(source.tokens[j]!.word.root))
      return false;
  return true;
}
