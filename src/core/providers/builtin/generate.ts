import type { QuestionType } from '../../dataset/model.js';
import type { Candidate, Page, PageRule, Reading, Rule } from './candidate.js';
import { isSound } from './checks.js';
import { parseClause } from './language/clause.js';
import { capitalize, casingOf, tokenize } from './language/tokens.js';
import { CONNECTOR, HARD_CONNECTOR } from './language/words.js';
import { acronyms } from './patterns/acronyms.js';
import { agents } from './patterns/agents.js';
import { circumstances } from './patterns/circumstances.js';
import { attributes, definitions } from './patterns/definitions.js';
import { instructions } from './patterns/instructions.js';
import { lists } from './patterns/lists.js';
import { objects, permissions } from './patterns/objects.js';
import { ownQuestions } from './patterns/own.js';
import { quantities } from './patterns/quantities.js';
import { keyValues, tables } from './patterns/records.js';
import { select } from './rank.js';
import { isEnglish } from './english.js';
import { parseBlocks, type Block } from './text/blocks.js';
import { MAX_SENTENCE, splitSentences, type Sentence } from './text/sentences.js';
import { stripMarkup } from './text/markup.js';

/** Most of a text that is looked at, in UTF-16 units. Chunks are far shorter; this bounds the time for any input. */
export const MAX_TEXT = 16_000;

export interface GeneratedPair {
  readonly question: string;
  readonly answer: string;
  readonly type: QuestionType;
  /** Verbatim: each is a substring of the text. */
  readonly evidence: readonly string[];
}

export type Generated =
  | { readonly pairs: readonly GeneratedPair[]; readonly reason?: undefined }
  | { readonly pairs: readonly []; readonly reason: string };

const rules: readonly Rule[] = [
  definitions,
  attributes,
  agents,
  circumstances,
  quantities,
  instructions,
  objects,
  permissions,
  acronyms,
];
const pageRules: readonly PageRule[] = [ownQuestions, lists, tables, keyValues];

/**
 * Up to `want` question-answer pairs from a text's own sentences, by rules (over-generate, check, rank). `heading`
 * holds the headings above the text, outermost first. The same arguments give the same pairs. Never throws;
 * linear in the text, of which at most `MAX_TEXT` units are looked at.
 */
export function generatePairs(text: string, heading: readonly string[], want: number, seed = 0): Generated {
  const page = read(text.slice(0, MAX_TEXT), heading);
  const none = nothingToAsk(page);
  if (none !== undefined) return { pairs: [], reason: none };
  const candidates = propose(page).filter(isSound);
  const chosen = select(candidates, Math.max(0, want), seed);
  if (chosen.length === 0)
    return {
      pairs: [],
      reason:
        'The built-in generator found no sentence here that makes a good question by itself. A language model may find more.',
    };
  return {
    pairs: chosen.map(({ question, answer, type, evidence }) => ({
      question,
      answer,
      type,
      evidence: evidence.slice(0, 6),
    })),
  };
}

/** All that the rules propose, unchecked. */
export function propose(page: Page): Candidate[] {
  return [
    ...page.readings.flatMap((reading) => rules.flatMap((rule) => rule(reading, page))),
    ...pageRules.flatMap((rule) => rule(page)),
  ];
}

/** Cuts a text into blocks and sentences and finds the parts of each sentence. */
export function read(source: string, heading: readonly string[]): Page {
  const blocks = parseBlocks(source);
  const sentences: Sentence[] = [];
  const paths: (readonly string[])[] = [];
  let path: readonly string[] = heading.map((each) => stripMarkup(each, 0, each.length).text);
  const top = path;
  let levels: { readonly level: number; readonly text: string }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      levels = [
        ...levels.filter((each) => each.level < block.level),
        { level: block.level, text: block.plain.text },
      ];
      const local = levels.map((each) => each.text);
      path = [...top.filter((each) => !local.includes(each)), ...local];
    }
    paths.push(path);
    if (block.kind === 'paragraph' || block.kind === 'item')
      sentences.push(...splitSentences(source, block, index));
  }
  const casing = casingOf(blocks.map((block) => block.plain.text).join('\n'));
  const readings: Reading[] = [];
  for (const sentence of sentences) {
    if (!isProse(sentence)) continue;
    const text = opened(sentence.text);
    if (text === undefined) continue;
    const tokens = tokenize(text);
    if (tokens.length < 4 || tokens.length > 90) continue;
    readings.push({
      sentence,
      text,
      tokens,
      clause: parseClause(tokens),
      casing,
      item: blocks[sentence.block]?.kind === 'item',
    });
  }
  return {
    source,
    blocks,
    sentences,
    readings,
    casing,
    headings: (block) => (block < 0 ? top : (paths[block] ?? top)),
  };
}

/** A whole sentence of words that can be quoted as an answer. */
function isProse(sentence: Sentence): boolean {
  const { text } = sentence;
  if (!sentence.complete || sentence.hole || text.length > MAX_SENTENCE || text.length < 20) return false;
  if (/[?]["'”’)]*$/.test(text) || !/^["'“‘(]?[\p{Lu}\p{N}$£€]/u.test(text)) return false;
  return !/^["“(]/.test(text);
}

/** The sentence without the words that only join it to the one before; undefined where those carry its sense. */
function opened(text: string): string | undefined {
  if (HARD_CONNECTOR.test(text)) return undefined;
  let rest = text;
  for (let i = 0; i < 2; i++) {
    const match = CONNECTOR.exec(rest);
    if (!match) break;
    rest = capitalize(rest.slice(match[0].length));
  }
  return rest;
}

function nothingToAsk(page: Page): string | undefined {
  const prose = page.sentences.map((sentence) => sentence.text).join(' ');
  const all = page.blocks
    .map((block: Block) => block.plain.text + (block.cells ?? []).map((cell) => cell.text).join(' '))
    .join(' ');
  if (!/\p{L}/u.test(all)) return 'There is no text here to ask about.';
  if (!isEnglish(prose === '' ? all : prose))
    return 'This does not look like English, and the built-in generator only reads English. Use a language model for this document.';
  return undefined;
}
