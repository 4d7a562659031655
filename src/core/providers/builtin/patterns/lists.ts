import type { Candidate, Page, PageRule } from '../candidate.js';
import type { Block } from '../text/blocks.js';
import { quoteOf } from '../text/sentences.js';
import { headOf, isWhole } from '../language/phrases.js';
import { parseClause, type Clause } from '../language/clause.js';
import { isPlural } from '../language/nouns.js';
import { finish, invert, phrase, subjectText } from '../language/question.js';
import { capitalize, isNumber, tokenize, words, type Token } from '../language/tokens.js';
import { inside, type Casing } from '../language/casing.js';
import { verbAs } from '../language/verbs.js';
import { determiners, prepositions, vagueHeads } from '../language/words.js';

/** The items that follow block `at`, those of its first level. */
function itemsAfter(blocks: readonly Block[], at: number): number[] {
  const found: number[] = [];
  let level: number | undefined;
  for (let i = at + 1; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind !== 'item') {
      if (block.kind === 'other' && found.length > 0) continue;
      break;
    }
    level ??= block.level;
    if (block.level === level) found.push(i);
    else if (block.level < level) break;
  }
  return found;
}

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Lists with the line that introduces them, and steps under a heading that says what they do. */
export const lists: PageRule = (page) => {
  const made: Candidate[] = [];
  const { blocks } = page;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i] as Block;
    if (block.kind === 'paragraph' && block.plain.text.endsWith(':')) made.push(...introduced(page, i));
    if (block.kind === 'heading') made.push(...steps(page, i, block.plain.text));
  }
  return made;
};

interface Joined {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** "A; B; and C" from items that are short; undefined where they are not, or hold colons or markup holes. */
function join(page: Page, items: readonly number[], most: number): Joined | undefined {
  const parts: string[] = [];
  const evidence: string[] = [];
  for (const index of items) {
    const { plain } = page.blocks[index] as Block;
    const text = plain.text.replace(/[.;,]+$/, '').replace(/[;,]?\s+(?:and|or)$/, '');
    if (text.length < 2 || /[:?!]|\. /.test(text) || plain.holes.length > 0) return undefined;
    parts.push(text);
    evidence.push(quoteOf(page.source, plain, 0, plain.text.length));
  }
  if (parts.length < 2) return undefined;
  const commas = parts.some((part) => part.includes(','));
  const last = parts.pop() as string;
  const text =
    commas || parts.some((part) => wordCount(part) > 5)
      ? `${parts.join('; ')}; and ${last}`
      : `${parts.join(', ')} and ${last}`;
  return wordCount(text) <= most ? { text, evidence } : undefined;
}

function introduced(page: Page, at: number): Candidate[] {
  const items = itemsAfter(page.blocks, at);
  if (items.length < 2) return [];
  const { plain } = page.blocks[at] as Block;
  const intro = page.sentences.filter((sentence) => sentence.block === at).at(-1);
  if (!intro || intro.hole) return [];
  const line = intro.text.replace(/\s*:$/, '');
  const tokens = tokenize(line);
  const joined = join(page, items, 60 - wordCount(line));
  if (!joined) return [];
  const { casing } = page;
  const pair = (question: string, answer: string, frame: string, worth: number): Candidate => ({
    question,
    answer,
    type: 'factual',
    evidence: [intro.quote, ...joined.evidence.slice(0, 6)],
    frame,
    worth,
    place: `${at}.list`,
  });
  const whole = `${capitalize(line)}: ${joined.text}.`;
  void plain;
  const first = tokens[0];
  if (first?.low === 'to' && verbAs(tokens[1]?.low ?? '', 'base')) {
    const comma = tokens.findIndex((token) => token.text === ',');
    const act = tokens.slice(1, comma < 0 ? undefined : comma);
    return isWhole(act, 14) && words(act).length >= 2
      ? [{ ...pair(finish(`How do you ${phrase(act)}`), whole, 'how do you', 0.95), type: 'explanatory' }]
      : [];
  }
  const clause = parseClause(tokens);
  if (!clause || clause.negated || clause.front.length > 0) return [];
  const subject = words(clause.subject);
  if (/^(?:list|following|examples?|table|section|page)$/.test(headOf(clause.subject)?.head.low ?? ''))
    return [];
  const following = clause.rest.findIndex(
    (token, i) => token.low === 'following' && clause.rest[i - 1]?.low === 'the',
  );
  if (
    (clause.copula && following < 0 && clause.rest.length === 0) ||
    (clause.rest[0]?.low === 'as' && clause.rest.length === 2)
  ) {
    const head = headOf(clause.subject)?.head.low ?? '';
    return isPlural(head) && !vagueHeads.has(head) && subject.length >= 2
      ? [
          pair(
            finish(`What ${clause.auxiliary?.low ?? 'are'} ${subjectText(clause, casing)}`),
            whole,
            'what are',
            0.75,
          ),
        ]
      : [];
  }
  if (/^(?:include|be|cover|contain)$/.test(clause.base) && following < 0 && clause.rest.length === 0) {
    const head = headOf(clause.subject)?.head.low ?? '';
    if (isPlural(head) && !vagueHeads.has(head) && subject.length >= 2)
      return [pair(finish(`What do ${subjectText(clause, casing)} include`), whole, 'what include', 0.75)];
    return subject.length >= 2 && !vagueHeads.has(head)
      ? [pair(invert('What', clause, [], casing), whole, 'what include', 0.75)]
      : [];
  }
  if (following > 0 && following === clause.rest.length - 1 && following === 1 && !clause.copula)
    return [pair(invert('What', clause, [], casing), whole, 'what following', 0.7)];
  return ofKind(clause, casing).map((question) => pair(question, whole, 'which following', 0.85));
}

/** "The plan has three parts:", "engagements move through the same phases:", "there are two ways to pay:". */
function ofKind(clause: Clause, casing: Casing): string[] {
  const rest = clause.rest.filter((token) => !/^(?:following|same|these)$/.test(token.low));
  if (rest.some((token) => token.mark)) return [];
  const there = clause.subject.length === 1 && clause.subject[0]?.low === 'there';
  let at = 0;
  while (at < rest.length && (prepositions.has((rest[at] as Token).low) || rest[at]?.low === 'to')) at++;
  if (at > 1 || (at > 0 && there)) return [];
  const stranded = rest.slice(0, at);
  let from = at;
  while (
    from < rest.length &&
    (determiners.has((rest[from] as Token).low) ||
      isNumber((rest[from] as Token).low) ||
      /^(?:main|different|basic|following|possible)$/.test((rest[from] as Token).low))
  )
    from++;
  const noun = rest.slice(from);
  const head = headOf(noun);
  if (
    !head ||
    !isPlural(head.head.low) ||
    head.head.capital ||
    (vagueHeads.has(head.head.low) &&
      !/^(?:kinds|types|ways|steps|reasons|parts|goals|options)$/.test(head.head.low)) ||
    words(noun).length > 7
  )
    return [];
  const tail = noun.slice(head.index + 1);
  if (!isWhole(noun, 8)) return [];
  // "numbers get commas:" has no kinds of commas to ask for
  if (!there && from === at && head.index === 0) return [];
  const asked = phrase(noun.slice(0, head.index + 1));
  if (there)
    return clause.auxiliary ? [finish(`Which ${asked} ${clause.auxiliary.low} there ${phrase(tail)}`)] : [];
  if (clause.copula) return [];
  return [invert(`Which ${asked} ${phrase(tail)}`.trim(), clause, stranded, casing)];
}

/** "## How to reset the alarm" or "## Resetting the alarm" over numbered steps. */
function steps(page: Page, at: number, heading: string): Candidate[] {
  const tokens = tokenize(heading.replace(/^[\d.]+\s+/, '').replace(/[:.]$/, ''));
  const first = tokens[0];
  if (!first) return [];
  const gerund = verbAs(first.low, 'gerund');
  const how =
    first.low === 'how' && tokens[1]?.low === 'to' && verbAs(tokens[2]?.low ?? '', 'base')
      ? tokens.slice(2)
      : undefined;
  const act = how
    ? inside(how, page.casing)
    : gerund && tokens.length >= 2
      ? `${gerund.base} ${phrase(tokens.slice(1))}`
      : undefined;
  if (act === undefined || !isWhole(how ?? tokens.slice(1), 12)) return [];
  const lines: number[] = [];
  for (const index of itemsAfter(page.blocks, at)) {
    const block = page.blocks[index] as Block;
    if (block.ordinal === undefined || block.plain.holes.length > 0 || /[:?]$/.test(block.plain.text))
      return [];
    lines.push(index);
  }
  if (lines.length < 2) return [];
  const texts = lines.map((index) => {
    const text = (page.blocks[index] as Block).plain.text;
    return /[.!]$/.test(text) ? text : `${text}.`;
  });
  const answer = texts.join(' ');
  if (wordCount(answer) > 60) return [];
  const evidence = lines.map((index) => {
    const { plain } = page.blocks[index] as Block;
    return quoteOf(page.source, plain, 0, plain.text.length);
  });
  return [
    {
      question: finish(`How do you ${act}`),
      answer,
      type: 'explanatory',
      evidence,
      frame: 'how do you',
      worth: 0.95,
      place: `${at}.steps`,
    },
  ];
}
