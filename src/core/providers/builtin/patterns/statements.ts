import { answered, type Candidate, type Rule } from '../candidate.js';
import { titleOf } from '../context.js';
import { finish, subjectText } from '../language/question.js';
import { isFunctionWord, words } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { personalPronouns } from '../language/words.js';
import { fraction } from '../rank.js';

/** In how many of the chunks with nothing better. */
const SHARE = 0.65;

const vague =
  /^(?:many|most|some|several|all|each|every|any|few|no|both|other|others|another|people|things|this|that|these|those|such|your|one|there|here|who|what|anyone|everyone|someone|everything|nothing|none|more|not)$/;

/**
 * "What does “Water safety” say about the north pier?": for a chunk of which nothing better can be asked. Worth so
 * little that it is only ever the one pair of its chunk.
 */
export const statements: Rule = (reading, page): Candidate[] => {
  const { clause } = reading;
  if (!clause || words(reading.tokens).length < 8) return [];
  const subject = words(clause.subject);
  const first = subject[0];
  if (!first || subject.length > 7 || personalPronouns.has(first.low) || vague.test(first.low)) return [];
  if (
    subject.some(
      (token) => personalPronouns.has(token.low) || /^(?:its|their|his|her|my|there)$/.test(token.low),
    )
  )
    return [];
  if (clause.subject.some((token) => token.mark) || verbAs(first.low, 'gerund')) return [];
  if (subject.length < 2 && !first.capital) return [];
  if (subject.filter((token) => !isFunctionWord(token.low)).length < 1) return [];
  const title = titleOf(page.headings(reading.sentence.block));
  if (title === undefined) return [];
  // Not in every such chunk: a reviewer tires of one frame
  if (fraction(page.source, 7) >= SHARE) return [];
  const about = subjectText(clause, reading.casing);
  if (title.toLowerCase().includes(about.toLowerCase()) && words(clause.subject).length < 2) return [];
  if (title.toLowerCase() === about.toLowerCase()) return [];
  const turn = fraction(reading.text, 3);
  const question =
    turn < 0.12
      ? `What does “${title}” say about ${about}`
      : turn < 0.56
        ? `How does “${title}” describe ${about}`
        : `Which statement does “${title}” make about ${about}`;
  return [answered(reading, finish(question), 'statement', 'analytical', 0.36)];
};
