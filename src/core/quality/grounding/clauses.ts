import { candidatesFor, type Candidate } from './align.js';
import { hasContent, type Stretch, type Text } from './text.js';

/** A clause of an answer's sentence, with the sentences of the source that it may come from, best first. */
export interface Clause extends Stretch {
  readonly candidates: readonly Candidate[];
}

const clauseBorder = /^(?:[,;:—–()]|and|but|while|whereas|because|although|though)$/;
/** A clause needs this many words with content to be looked up on its own. */
const leastWords = 2;

/** A sentence cut into clauses, each with enough words to be found elsewhere. */
export function stretchesOf({ tokens }: Text, sentence: Stretch): Stretch[] {
  const clauses: Stretch[] = [];
  let from = sentence.from;
  let words = 0;
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]!;
    if (words >= leastWords && clauseBorder.test(token.word.low)) {
      clauses.push({ from, to: i });
      from = i;
      words = 0;
    }
    if (hasContent(token)) words++;
  }
  const last = clauses.at(-1);
  if (words < leastWords && last !== undefined)
    clauses[clauses.length - 1] = { from: last.from, to: sentence.to };
  else clauses.push({ from, to: sentence.to });
  return clauses;
}

/** The clauses of a sentence. `whole`: the candidates of the sentence, which are those of an only clause. */
export function clausesOf(
  source: Text,
  answer: Text,
  sentence: Stretch,
  question: Text | undefined,
  whole: readonly Candidate[],
): Clause[] {
  const stretches = stretchesOf(answer, sentence);
  return stretches.map(({ from, to }) => ({
    from,
    to,
    candidates: stretches.length === 1 ? whole : candidatesFor(source, answer, { from, to }, question),
  }));
}
