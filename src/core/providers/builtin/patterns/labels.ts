import type { Candidate, PageRule } from '../candidate.js';
import { placeTitle } from '../context.js';
import { tokenize } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import type { Sentence } from '../text/sentences.js';

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** "Contact data. Your name, address and phone number.": what a section lists under its label. */
export const labels: PageRule = (page) => {
  const told = new Set(page.readings.filter(({ clause }) => clause).map(({ sentence }) => sentence));
  const byBlock = new Map<number, Sentence[]>();
  for (const sentence of page.sentences)
    byBlock.set(sentence.block, [...(byBlock.get(sentence.block) ?? []), sentence]);
  const made: Candidate[] = [];
  for (const [block, [label, listed]] of byBlock) {
    if (!label || !listed || told.has(label) || told.has(listed) || !isLabel(label) || !isListing(listed))
      continue;
    const name = label.text.replace(/[.:]$/, '');
    const title = placeTitle(page.headings(block), tokenize(name));
    if (title === undefined) continue;
    made.push({
      question: `Which details does “${title}” list under “${name}”?`,
      answer: `${name}: ${listed.text}`,
      type: 'factual',
      evidence: [label.quote, listed.quote],
      frame: 'which label',
      worth: 0.72,
      place: `${block}.0`,
      within: true,
      last: true,
    });
  }
  return made;
};

/** A short noun phrase that ends as a sentence does. */
const isLabel = ({ text, complete, hole }: Sentence): boolean =>
  complete &&
  !hole &&
  /^\p{Lu}[^.!?“”"()]{3,50}[.:]$/u.test(text) &&
  wordCount(text) <= 6 &&
  !/^(?:yes|no|note|example|source|thanks?|always|never|once|then|now|see|also)\b/i.test(text) &&
  (verbAs(text.split(' ', 1)[0]?.toLowerCase() ?? '', 'base') === undefined || wordCount(text) === 1);

/** Things in a row, and no sentence. */
const isListing = ({ text, complete, hole }: Sentence): boolean =>
  complete &&
  !hole &&
  wordCount(text) >= 8 &&
  wordCount(text) <= 52 &&
  /[,;]/.test(text) &&
  /^(?:Your|Any|All|The|An?|\p{Lu}\p{Ll}+)\b/u.test(text) &&
  !/^(?:If|When|We|You|It|They|This|These|That|For|To|In|On|At|By|As|From|With|Our|See|Do|Not|Please)\b/.test(
    text,
  ) &&
  verbAs(text.split(' ', 1)[0]?.toLowerCase() ?? '', 'base') === undefined;
