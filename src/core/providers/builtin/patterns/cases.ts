import type { Candidate, Page, PageRule } from '../candidate.js';
import { inside } from '../language/casing.js';
import { parseClause } from '../language/clause.js';
import { isImperative } from '../language/imperative.js';
import { finish } from '../language/question.js';
import { tokenize, type Token } from '../language/tokens.js';
import { personalPronouns } from '../language/words.js';
import { answerFrom } from './own.js';

const TROUBLE =
  /\b(?:troubleshooting|trouble|problems?|faults?|wrong|errors?|(?:does|do|will) not work|doesn['’]t work|issues|symptoms?)\b/i;

/** "**The coffee is not hot.** Warm the cups ...": what to do in that case, and what may be wrong. */
export const cases: PageRule = (page) => {
  const made: Candidate[] = [];
  for (const [i, block] of page.blocks.entries()) {
    if (block.kind !== 'paragraph' && block.kind !== 'item') continue;
    if (!page.headings(i).some((heading) => TROUBLE.test(heading))) continue;
    const lead = caseOver(page, i);
    const tokens = lead === undefined ? [] : tokenize(lead);
    if (lead === undefined || tokens.length < 3 || tokens.length > 14 || !isClause(tokens)) continue;
    if (isImperative(tokens) || personalPronouns.has(tokens[0]?.low ?? '') || /^(?:if|when)\b/i.test(lead))
      continue;
    const lines = page.sentences.filter(
      (sentence) => sentence.block === i && !lead.startsWith(sentence.text.replace(/[.!:]+$/, '')),
    );
    const found = answerFrom(lines);
    const [first] = lines;
    if (!found || !first || first.text.startsWith(lead)) continue;
    const ask = isImperative(tokenize(first.text)) ? 'What should you do' : 'What may be wrong';
    made.push({
      ...found,
      question: finish(`${ask} if ${inside(tokens, page.casing)}`),
      type: 'inferential',
      frame: 'what in case',
      worth: 0.85,
      place: `${i}.0`,
      chained: true,
      within: true,
    });
  }
  return made;
};

/** "The pump is loud", "The pump is loud and nothing flows". */
function isClause(tokens: readonly Token[]): boolean {
  const and = tokens.findIndex((token) => token.low === 'and');
  return parseClause(tokens) !== undefined || (and > 2 && parseClause(tokens.slice(0, and)) !== undefined);
}

/** The clause over a block: its own words in bold, or the heading right above it. */
function caseOver(page: Page, at: number): string | undefined {
  const block = page.blocks[at];
  const above = page.blocks[at - 1];
  const text = block?.lead ?? (above?.kind === 'heading' ? above.plain.text : undefined);
  return text?.replace(/[.!:\s]+$/, '');
}
