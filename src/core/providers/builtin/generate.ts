import type { QuestionType } from '../../dataset/model.js';
import { canAnswer } from './answers.js';
import type { Candidate, Page, PageRule, Reading, Rule } from './candidate.js';
import { faultOf } from './checks.js';
import { casingOf, hasDoubtfulCapital } from './language/casing.js';
import { acronyms } from './patterns/acronyms.js';
import { agents } from './patterns/agents.js';
import { cases } from './patterns/cases.js';
import { causes } from './patterns/causes.js';
import { circumstances } from './patterns/circumstances.js';
import { complements, contents, fates } from './patterns/complements.js';
import { consequences } from './patterns/consequences.js';
import { attributes, definitions } from './patterns/definitions.js';
import { ability, fronted } from './patterns/conditions.js';
import { guidance, needs, recommendations } from './patterns/guidance.js';
import { advice, duties } from './patterns/duties.js';
import { instructions } from './patterns/instructions.js';
import { lists } from './patterns/lists.js';
import { objects } from './patterns/objects.js';
import { permissions } from './patterns/permissions.js';
import { ownQuestions } from './patterns/own.js';
import { relations } from './patterns/relations.js';
import { measures } from './patterns/measures.js';
import { placing } from './patterns/placing.js';
import { powers } from './patterns/powers.js';
import { reports } from './patterns/reports.js';
import { limits } from './patterns/limits.js';
import { meanings } from './patterns/meanings.js';
import { nevers } from './patterns/nevers.js';
import { recipients } from './patterns/recipients.js';
import { scopes } from './patterns/scopes.js';
import { until } from './patterns/until.js';
import { quantities } from './patterns/quantities.js';
import { subjects } from './patterns/subjects.js';
import { PLACED } from './wording.js';
import { isWellFormed, standsAlone } from './standing.js';
import { leavesUntold } from './untold.js';
import { mentions } from './patterns/mentions.js';
import { denials } from './patterns/denials.js';
import { practices, settings } from './patterns/settings.js';
import { keyValues, tables } from './patterns/records.js';
import { headingsOver, withContext } from './context.js';
import { select } from './rank.js';
import { readAll } from './readings.js';
import { isEnglish } from './english.js';
import { peopleOf } from './people.js';
import { parseBlocks, type Block } from './text/blocks.js';
import { splitSentences, type Sentence } from './text/sentences.js';
import { stripMarkup } from './text/markup.js';

/** Most of a text that is looked at, in UTF-16 units. Chunks are far shorter; this bounds the time for any input. */
export const MAX_TEXT = 16_000;
/** Most sentences of a text that are read: many times those of a chunk. */
const MAX_SENTENCES = 200;

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
  subjects,
  circumstances,
  quantities,
  instructions,
  fronted,
  ability,
  objects,
  permissions,
  acronyms,
  relations,
  settings,
  practices,
  duties,
  advice,
  causes,
  guidance,
  complements,
  contents,
  fates,
  denials,
  needs,
  recommendations,
  reports,
  powers,
  measures,
  placing,
  until,
  limits,
  meanings,
  nevers,
  recipients,
];
/** The rules that read no more of a sentence than its clause. */
const clauseRules = rules.filter(
  (rule) =>
    ![instructions, fronted, acronyms, guidance, reports, until, meanings, settings, practices].includes(
      rule,
    ),
);
const pageRules: readonly PageRule[] = [ownQuestions, cases, consequences, lists, tables, keyValues, scopes];

/**
 * Up to `want` question-answer pairs from a text's own sentences, by rules (over-generate, check, rank). `heading`
 * holds the headings above the text, outermost first. The same arguments give the same pairs. Never throws;
 * linear in the text, of which at most `MAX_TEXT` units are looked at.
 */
export function generatePairs(text: string, heading: readonly string[], want: number, seed = 0): Generated {
  const page = read(text.slice(0, MAX_TEXT), heading);
  const none = nothingToAsk(page);
  if (none !== undefined) return { pairs: [], reason: none };
  const usable = page.readings.filter(({ text, spoken }) => canAnswer(text, spoken === true, page.people));
  const isAlone = standsByItself(page.people, new Set(usable.map(({ text }) => text)));
  const titles = [
    ...heading,
    ...page.blocks.flatMap((block) => (block.kind === 'heading' ? [block.plain.text] : [])),
  ].join('\n');
  const isSound = (candidate: Candidate): boolean =>
    faultOf(candidate) === undefined &&
    (candidate.own === true ||
      (!hasDoubtfulCapital(candidate.question, candidate.answer, page.casing, titles) &&
        !leavesUntold(candidate, headingsOver(candidate, page)))) &&
    isAlone(candidate);
  const ready = (proposed: readonly Candidate[]): Candidate[] =>
    proposed
      .map(impersonal)
      .flatMap((candidate) => withContext(candidate, page) ?? [])
      .map((candidate) => withOverlap(candidate, page));
  const most = Math.max(0, want);
  const placed = ready(propose(page, usable));
  let chosen = select(placed, most, seed, isSound);
  // What a section says of a thing is only asked where nothing better is, and then only is it worth looking for
  if (chosen[0] === undefined || chosen[0].last === true) {
    const said = usable.flatMap((reading) => mentions(reading, page));
    chosen = select([...placed, ...ready(said)], most, seed, isSound);
  }
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

const AUTHOR = /\bthe authors? of “[^”]*”/;

/** A document's own question and its answer are as they are; what the rules make has to be understood alone. */
function standsByItself(
  people: ReadonlySet<string>,
  known: ReadonlySet<string>,
): (candidate: Candidate) => boolean {
  return ({ own, chained, within, question, answer }) =>
    own === true ||
    ((chained === true ||
      ((known.has(answer) || standsAlone(answer, false, people)) &&
        (!/^Our\b/.test(answer) || question.includes('“')))) &&
      isWellFormed(question, within === true) &&
      standsAlone(question.replace(PLACED, '?').replace(AUTHOR, 'the author'), false, people));
}

/** "Our policy" is somebody's; a question asks for the policy. */
const impersonal = (candidate: Candidate): Candidate =>
  candidate.own === true
    ? candidate
    : {
        ...candidate,
        question: candidate.question
          // A title keeps its words
          .replace(/“[^”]*”|\b[oO]ur\b/g, (found) => (found.startsWith('“') ? found : 'the'))
          .replace(
            /^Who are (?=(?:responsible|eligible|entitled|required|able|exempt|liable|accountable|expected|subject)\b)/,
            'Who is ',
          ),
      };

/** As much of a chunk's start as may repeat the end of the one before, in UTF-16 units: the splitter's default. */
const OVERLAP = 200;

/** Two chunks that share a passage should not both ask about it: the second of them rather asks about the rest. */
function withOverlap(candidate: Candidate, page: Page): Candidate {
  const [first] = candidate.evidence;
  if (first === undefined || page.blocks[0]?.kind === 'heading' || page.source.length < 1.5 * OVERLAP)
    return candidate;
  const start = page.source.slice(0, OVERLAP + first.length).indexOf(first);
  return start >= 0 && start + first.length <= OVERLAP
    ? { ...candidate, worth: candidate.worth - 0.1, last: true }
    : candidate;
}

/** All that the rules propose of these readings and of the page, unchecked. */
export function propose(page: Page, readings: readonly Reading[]): Candidate[] {
  return [
    ...readings.flatMap((reading) =>
      (reading.part === true ? clauseRules : rules).flatMap((rule) => rule(reading, page)),
    ),
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
    // Words in bold before a paragraph are its heading
    paths.push(block.lead === undefined ? path : [...path, block.lead]);
    if ((block.kind === 'paragraph' || block.kind === 'item') && sentences.length < MAX_SENTENCES)
      sentences.push(...splitSentences(source, block, index));
  }
  sentences.length = Math.min(sentences.length, MAX_SENTENCES);
  const plain = blocks.map((block) => block.plain.text).join('\n');
  const casing = casingOf(plain);
  const headings = (block: number): readonly string[] => (block < 0 ? top : (paths[block] ?? top));
  const readings = sentences.length === 0 ? [] : readAll(sentences, blocks, casing, headings);
  return { source, blocks, sentences, readings, casing, people: peopleOf(plain), headings };
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
