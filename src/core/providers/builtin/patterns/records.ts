import { stripMarkup } from '../text/markup.js';
import type { Candidate, Page, PageRule } from '../candidate.js';
import type { Block } from '../text/blocks.js';
import { isTimeWord } from '../language/times.js';
import { quoteOf } from '../text/sentences.js';
import { isPlural } from '../language/nouns.js';
import { finish } from '../language/question.js';
import { textOf, tokenize, words, type Token } from '../language/tokens.js';
import { inside, type Casing } from '../language/casing.js';
import { gerundOf, verbAs } from '../language/verbs.js';
import { genericHeadings } from '../language/words.js';

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** The rows of tables: "Which price is listed for the annual plan?" */
export const tables: PageRule = (page) => {
  const made: Candidate[] = [];
  const { blocks } = page;
  for (let i = 0; i + 2 < blocks.length; i++) {
    const header = blocks[i] as Block;
    const rule = blocks[i + 1] as Block;
    if (header.kind !== 'row' || blocks[i - 1]?.kind === 'row') continue;
    if (
      rule.kind !== 'row' ||
      !rule.cells?.every((cell) => /^:?-{1,}:?$/.test(cell.text.trim()) || cell.text === '')
    )
      continue;
    for (let k = i + 2; k < Math.min(blocks.length, i + 40) && blocks[k]?.kind === 'row'; k++)
      made.push(...row(page, header, blocks[k] as Block, k));
  }
  return made;
};

function row(page: Page, header: Block, block: Block, index: number): Candidate[] {
  const names = header.cells ?? [];
  const cells = block.cells ?? [];
  const key = cells[0]?.text ?? '';
  if (names.length !== cells.length || names.length < 2 || names.length > 6) return [];
  if (key.length < 2 || key.length > 60 || wordCount(key) > 6 || /^\d/.test(key) || /,|[?:]$/.test(key))
    return [];
  const made: Candidate[] = [];
  for (let column = 1; column < cells.length; column++) {
    const value = cells[column]?.text ?? '';
    const name = names[column]?.text ?? '';
    if (!/\p{L}{3}/u.test(name) || wordCount(name) > 4 || /[?:()/]/.test(name)) continue;
    if (
      value.length < 1 ||
      value === '-' ||
      value === '—' ||
      /^(?:n\/a|tbd|none|\?|x|✓|✔|✗|yes|no)$/i.test(value)
    )
      continue;
    if (cells[column]?.holes.length || wordCount(value) > 40 || /[|]/.test(value)) continue;
    if (/^(?:look|see|as|per|like|from|check|use|click|run|go|find|ask|select|set|read)\b/i.test(value))
      continue;
    const said = inCell(value.replace(/[.;]$|\s*[*†‡]+$/g, ''), page.casing);
    const about = named(tokenize(key), page.casing);
    const pair = (question: string, answer: string, frame: string, worth: number): void => {
      made.push({
        ...base(page, header, block, column, index),
        question: finish(question),
        answer,
        frame,
        worth,
      });
    };
    const label = lowerLabel(name);
    if (/^(?:description|notes?|comments?|meaning|definition|purpose|details)$/i.test(name)) {
      // "bat survey": a noun without its article
      if (
        wordCount(said) >= 3 &&
        (!/^\p{Ll}/u.test(about) || isPlural(words(tokenize(key)).at(-1)?.low ?? ''))
      )
        pair(
          `How is ${about} described`,
          `The description of ${about} is: ${value.replace(/[.;]$/, '')}.`,
          'table described',
          0.4,
        );
    } else if (/^(?:who|responsible|responsibility)$/i.test(name)) {
      pair(`Who is listed for ${about}`, `Listed for ${about}: ${said}.`, 'table who', 0.7);
    } else if (labels.test(label)) {
      const many = isPlural(words(tokenize(label)).at(-1)?.low ?? '') ? 'are' : 'is';
      // "Team", over numbers: a plan of that name
      if (
        /^\d/.test(said) &&
        /(?:^|\s)(?:team|department|author|owner|group|branch|office|plan)$/.test(label)
      )
        continue;
      // "Teams: 25" says how many
      if (many === 'are' && (/^\d/.test(said) || wordCount(said) === 1)) continue;
      pair(
        `Which ${label} ${many} listed for ${about}`,
        `The ${label} listed for ${about} ${many}${wordCount(said) > 3 ? ':' : ''} ${said}.`,
        'table which',
        0.7,
      );
    }
  }
  return made;
}

/** A cell inside a sentence: "January 1st" keeps its capital. */
const inCell = (value: string, casing: Casing): string => {
  const tokens = tokenize(value);
  return isTimeWord(tokens[0]?.low ?? '') ? value : inside(tokens, casing);
};

/** What a row is about, inside a sentence; a task as a noun: "clean the filter" as "cleaning the filter". */
function named(key: readonly Token[], casing: Casing): string {
  const [first, second] = key;
  const task =
    first && second && /^(?:the|a|an|all|your|any|each|every)$/.test(second.low) && verbAs(first.low, 'base');
  if (task) return `${gerundOf(first.low)} ${textOf(key.slice(1))}`;
  // "Cotton Eco": a name of two words
  const text = first?.capital && second?.capital ? textOf(key) : inside(key, casing);
  // "Leather", "Loud pump": names, or capitals by their place?
  const doubtful =
    first && /^\p{Lu}\p{Ll}+$/u.test(first.text) && !second?.capital && !casing.names.has(first.text);
  const kept = doubtful && text.startsWith(first.text);
  return kept || key.some(({ low }) => /^(?:no|not|if|when|cannot|too|is|are|does|do)$/.test(low))
    ? `“${textOf(key)}”`
    : text;
}

/** Names of columns that "which" can be asked of. */
const labels =
  /(?:^|\s)(?:owner|price|cost|fee|limit|interval|rate|period|date|deadline|office|role|remedy|action|status|version|type|name|size|number|value|default|unit|capacity|length|width|height|weight|power|temperature|frequency|duration|time|location|branch|phone|email|contact|department|team|model|code|port|method|format|colou?r|level|grade|score|cycle|cause|setting|range|amount|total|percentage|share|population|area|capital|language|author|year|month|day|result|outcome|requirement|priority|command|option|parameter|field|file|protocol|address|salary|discount|benefit|threshold|target|measure|risk|impact|category|group|plan|product|service|material|tool)s?$/;

/** A column's name inside a sentence: "Burst Capacity" as "burst capacity", "API key" as it is. */
const lowerLabel = (name: string): string =>
  name.replace(/(?<![\p{L}\d])\p{Lu}(?=\p{Ll})/gu, (letter) => letter.toLowerCase());

function base(
  page: Page,
  header: Block,
  block: Block,
  column: number,
  index: number,
): Pick<Candidate, 'evidence' | 'type' | 'place'> {
  const cells = block.cells ?? [];
  const quote = (plain: Block['plain'] | undefined): string =>
    plain ? quoteOf(page.source, plain, 0, plain.text.length) : '';
  return {
    evidence: [quote(header.cells?.[column]), quote(cells[0]), quote(cells[column])].filter(
      (text) => text !== '',
    ),
    type: 'factual',
    place: `${index}.row`,
  };
}

const KEY = /^([\p{L}][\p{L}\p{N} '’/-]{1,38}?)\s*(?::|\s[–—-])\s+(\S.*)$/u;

/** "Owner: Edge team" of it and the line "Duration: 40 minutes" under it; all of a text that only wraps. */
function firstField(text: string, quote: string): string {
  const [line, ...more] = quote.split('\n');
  if (line === undefined || !more.some((each) => /^[*_\s]*\p{Lu}[^:\n]{1,38}:/u.test(each))) return text;
  return stripMarkup(line, 0, line.length).text.trim();
}

/** Lines of the form "Venue: Town Hall", and glossaries. */
export const keyValues: PageRule = (page) => {
  const made: Candidate[] = [];
  for (let i = 0; i < page.blocks.length; i++) {
    const block = page.blocks[i] as Block;
    if (block.kind !== 'item' && block.kind !== 'paragraph') continue;
    if (block.plain.text.length > 500 || block.plain.holes.length > 0) continue;
    const quote = quoteOf(page.source, block.plain, 0, block.plain.text.length);
    const match = KEY.exec(firstField(block.plain.text, quote));
    if (!match) continue;
    const key = (match[1] as string).trim();
    const value = (match[2] as string).trim();
    if (wordCount(key) > 5 || wordCount(value) > 45 || /[:?]$/.test(value)) continue;
    const heading = page.headings(i).filter((each) => each !== block.lead);
    const about = heading.findLast(
      (each) => !genericHeadings.test(each) && wordCount(each) <= 9 && !/[?!]|:$/.test(each),
    );
    const pair = (question: string, answer: string, frame: string, worth: number): void => {
      made.push({ question, answer, type: 'factual', evidence: [quote], frame, worth, place: `${i}.0` });
    };
    const said = (value.split(/(?<=\p{Ll}{2}[.])\s+(?=\p{Lu})/u, 1)[0] ?? value).replace(/[.;,]$/, '');
    const field = fields.find(([names]) => names.test(key));
    if (field && about !== undefined) {
      const [, question, answer] = field;
      if (wordCount(said) <= 15)
        pair(
          finish(question(key.toLowerCase(), about)),
          answer(key.toLowerCase(), about, said),
          `field ${key.toLowerCase()}`,
          0.75,
        );
    } else if (
      block.boldLead &&
      block.kind === 'item' &&
      /^(?:a|an|the)\s/i.test(value) &&
      wordCount(value) >= 6 &&
      value.endsWith('.') &&
      isTerm(key)
    ) {
      const first = value.split(/(?<=[.!?])\s+/)[0] ?? value;
      if (wordCount(first) >= 5)
        pair(finish(`What is meant by “${key}”`), `${key}: ${first}`, 'what term', 0.7);
    }
  }
  return made;
};

const isTerm = (key: string): boolean =>
  wordCount(key) <= 4 &&
  !/^(?:note|tip|warning|example|important|caution|update|todo|pros?|cons?|goal|why|how|what|when)s?$/i.test(
    key,
  );

type Ask = (key: string, about: string) => string;
type Say = (key: string, about: string, value: string) => string;
const be = (key: string): string => (isPlural(key) ? 'are' : 'is');

/** Fields with a question of their own. */
const fields: readonly (readonly [RegExp, Ask, Say])[] = [
  [
    /^(?:venue|location|address|place)$/i,
    (key, about) => `Which ${key} is given for “${about}”`,
    (key, about, value) => `The ${key} given for “${about}” is ${value}.`,
  ],
  [
    /^(?:owner|author|authors|chair|editor|facilitator|organiser|organizer|lead|maintainer|champion|note taker|notetaker|scribe|manager|contact|moderator)$/i,
    (key, about) => `Who ${be(key)} the ${key} of “${about}”`,
    (key, about, value) => `The ${key} of “${about}” ${be(key)} ${value}.`,
  ],
  [
    /^(?:price|cost|fee|salary|budget)$/i,
    (key, about) => `How much is the ${key} for “${about}”`,
    (key, about, value) => `The ${key} for “${about}” is ${value}.`,
  ],
  [
    /^(?:expected |estimated |total )?(?:duration|running time|prep(?:aration)? time|cooking time|baking time)$/i,
    (key, about) => `How long is the ${key} of “${about}”`,
    (key, about, value) => `The ${key} of “${about}” is ${value}.`,
  ],
];
