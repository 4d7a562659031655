import type { Candidate, Page } from './candidate.js';
import { bareDefinites } from './checks.js';
import { isFunctionWord, tokenize, words, type Token } from './language/tokens.js';
import { genericHeadings } from './language/words.js';

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** The heading that best says what a block is about: the outermost that is no generic one. */
export function titleOf(headings: readonly string[]): string | undefined {
  return headings
    .map((heading) =>
      heading
        .replace(/^\d+(?:\.\d+)*\.?\s+(?=\p{Lu})/u, '')
        .replace(/[:.]$/, '')
        .trim(),
    )
    .find(
      (heading) =>
        /\p{L}{3}/u.test(heading) &&
        wordCount(heading) <= 9 &&
        !genericHeadings.test(heading) &&
        !/[?!"“”<>{}|]/.test(heading),
    );
}

/**
 * Says where "the museum" or "the policy" is to be looked for, by the document's heading: the question must be
 * understood without its chunk. Questions that name their thing stay as they are.
 */
export function withContext(candidate: Candidate, page: Page): Candidate {
  if (candidate.own === true) return candidate;
  const asked = words(tokenize(candidate.question));
  const needed = candidate.needsTitle === true;
  if (!needed && (!isOpen(asked) || asked.length > 18)) return candidate;
  const block = Number(candidate.place.split('.')[0]);
  const title = titleOf(page.headings(Number.isFinite(block) ? block : -1));
  if (title === undefined || asked.length > 22)
    return { ...candidate, worth: candidate.worth - (needed ? 1 : 0.15) };
  const known = new Set(asked.map((token) => token.low));
  const names = words(tokenize(title)).filter((token) => !isFunctionWord(token.low));
  if (names.some((token) => known.has(token.low))) return candidate;
  return {
    ...candidate,
    question: candidate.question.replace(/\?$/, `, according to “${title}”?`),
    worth: candidate.worth - 0.03,
  };
}

/** Says "the museum" and no name that tells which. */
const isOpen = (asked: readonly Token[]): boolean =>
  bareDefinites(asked) > 0 &&
  !asked.some(
    (token, i) =>
      token.low === 'you' || token.low === 'your' || (i >= 2 && token.capital && token.text !== 'I'),
  );
