import type { Candidate, Page } from './candidate.js';
import { bareDefinites } from './checks.js';
import { bodies, isPlural, places } from './language/nouns.js';
import { isFunctionWord, tokenize, words } from './language/tokens.js';
import { genericHeadings } from './language/words.js';

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** The headings that say what a block is about, innermost first: none that every document has. */
function titlesOf(headings: readonly string[]): string[] {
  return headings
    .map((heading) =>
      heading
        .replace(/^\d+(?:\.\d+)*\.?\s+(?=\p{Lu})/u, '')
        .replace(/[:.]$/, '')
        .trim(),
    )
    .filter(
      (heading) =>
        /\p{L}{3}/u.test(heading) &&
        wordCount(heading) <= 9 &&
        !genericHeadings.test(heading) &&
        !/[?!"“”<>{}|]/.test(heading),
    )
    .toReversed();
}

/**
 * Says where "the museum" is to be looked for, by the nearest heading that can tell: the question must be
 * understood without its chunk. Questions that name their thing stay as they are; where no heading tells which
 * thing is meant, there is no question.
 */
export function withContext(candidate: Candidate, page: Page): Candidate | undefined {
  if (candidate.own === true) return candidate;
  const asked = words(tokenize(candidate.question));
  const open = bareDefinites(asked);
  const [noun] = open;
  if (noun === undefined) return candidate;
  const block = Number(candidate.place.split('.')[0]);
  const headings = page.headings(Number.isFinite(block) ? block : -1);
  // A text without headings is a text by itself
  if (headings.length === 0) return { ...candidate, worth: candidate.worth - 0.15 };
  if (open.length > 1 || asked.length > 20) return undefined;
  const titles = titlesOf(headings);
  const stem = noun.low.replace(/s$/, '');
  const title =
    titles.find((each) => hasWord(each, stem)) ??
    // A town has one museum; a page has many devices
    (bodies.has(noun.low) || places.has(noun.low)
      ? titles.at(-1)
      : UNTELLING.test(noun.low)
        ? undefined
        : titles.find(isTelling));
  if (title === undefined || isPlural(noun.low)) return undefined;
  const known = new Set(asked.map((token) => token.low));
  const names = words(tokenize(title)).filter(
    (token) => !isFunctionWord(token.low) && token.low !== noun.low,
  );
  if (names.length > 0 && names.every((token) => known.has(token.low))) return candidate;
  return {
    ...candidate,
    question: candidate.question.replace(/\?$/, `, according to “${title}”?`),
    worth: candidate.worth - 0.1,
  };
}

/** Nouns of which a page has many: its heading does not say which. */
const UNTELLING =
  /^(?:name|names|value|number|file|item|thing|unexpected|section|page|part|example|following|line|step|text|word|sentence|question|answer|problem|issue|change|result|reason|point|case|list|table|figure|command|option|days?|process|method|next|other|same|rest|article|author|person|people|group|idea|work|way|output|input|data|code|message)$/;

const hasWord = (title: string, stem: string): boolean =>
  words(tokenize(title)).some((token) => token.low.replace(/s$/, '') === stem);

/** Names something: "Single-Factor OTP Device" does, "Usability Considerations" does not. */
const isTelling = (title: string): boolean => {
  const named = words(tokenize(title)).filter((token) => !isFunctionWord(token.low));
  return named.length >= 3 && named.length <= 7;
};
