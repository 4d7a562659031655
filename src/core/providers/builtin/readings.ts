import type { Reading } from './candidate.js';
import { withAntecedent } from './antecedents.js';
import { parseClause, parseCore, type Clause } from './language/clause.js';
import { isImperative } from './language/imperative.js';
import { conjunctsOf, jointVerbs } from './language/conjuncts.js';
import { likelyClause } from './language/likely.js';
import { withoutWe } from './language/passive.js';
import { capitalize, tokenize, type Token } from './language/tokens.js';
import { type Casing } from './language/casing.js';
import { timeLength } from './language/times.js';
import { verbAs } from './language/verbs.js';
import { determiners, modals, personalPronouns, prepositions, QUIZ } from './language/words.js';
import { opened } from './openings.js';
import { named } from './pointed.js';
import { protagonistOf, withProtagonist } from './protagonist.js';
import { SPEECH, spokenBy, toldBy } from './speakers.js';
import { resolve, topicOf, type Topic } from './resolve.js';
import type { Block } from './text/blocks.js';
import { MAX_SENTENCE, type Sentence } from './text/sentences.js';

/** Most tokens of a sentence that is read; longer ones are no answers. */
const MAX_TOKENS = 90;

/**
 * The readings of all usable sentences: without the words that only join them to others, with pronouns at their
 * start put right where it is certain what they mean, and with each of two clauses by itself too.
 */
export function readAll(
  sentences: readonly Sentence[],
  blocks: readonly Block[],
  casing: Casing,
  headings: (block: number) => readonly string[],
): Reading[] {
  const readings: Reading[] = [];
  const narrated = !blocks.some((block) => SPEECH.test(block.plain.text));
  const hero = protagonistOf(headings(-1)[0], blocks.map((each) => each.plain.text).join('\n'));
  let before: readonly string[] = [];
  let toldIn = -1;
  let topic: Topic | undefined;
  let block = -1;
  let last: Sentence | undefined;
  for (const sentence of sentences) {
    if (sentence.block !== block) topic = undefined;
    const earlier: Sentence | undefined =
      last !== undefined && last.block === sentence.block ? last : undefined;
    last = sentence;
    const previous = earlier?.text;
    block = sentence.block;
    const example =
      EXAMPLES.test(headings(sentence.block).at(-1) ?? '') ||
      headings(sentence.block).some((heading) => QUIZ.test(heading)) ||
      isCase(blocks[sentence.block]?.lead) ||
      isChoice(blocks, sentence.block);
    const bare = !sentence.complete && blocks[sentence.block]?.kind === 'item';
    const full = bare ? withStop(sentence, blocks[sentence.block]) : sentence;
    const stated = isProse(full) && !example ? opened(full.text, casing) : undefined;
    if (stated === undefined) {
      topic = undefined;
      continue;
    }
    const pointed = named(stated, previous);
    const told = sentence.block === toldIn ? before : [];
    const resolved = pointed ?? resolve(stated, topic) ?? withProtagonist(stated, hero, told);
    before = [...told, stated];
    toldIn = sentence.block;
    const nominal = resolved ?? byHeading(stated, headings(sentence.block));
    // "This policy", and no heading that is the policy's name
    if (nominal === stated && POINTED.test(stated) && !isVerbAfterThis(stated)) {
      topic = undefined;
      continue;
    }
    const contained = selfContained(withTitle(nominal, headings(sentence.block)));
    const text = firstClause(contained);
    const support =
      pointed !== undefined && earlier
        ? [earlier.quote]
        : resolved !== undefined && topic
          ? [topic.quote]
          : [];
    const item = blocks[sentence.block]?.kind === 'item';
    const readText = (each: string): Reading => {
      const tokens = tokenize(each);
      const parsed =
        tokens.length <= MAX_TOKENS
          ? (parseClause(tokens) ??
            (isImperative(tokens) ? undefined : (jointVerbs(tokens) ?? likelyClause(tokens))))
          : undefined;
      const clause = parsed && (isMisread(parsed) || isHardly(parsed, each)) ? undefined : parsed;
      return {
        sentence,
        text: each,
        tokens,
        clause,
        casing,
        item,
        support,
      };
    };
    const whole = readText(text);
    // A line without a full stop may be anything: only one with subject and verb is a sentence
    if (bare && (!whole.clause?.auxiliary || whole.clause.subject[0]?.low === 'you')) {
      topic = undefined;
      continue;
    }
    const impersonal = whole.clause && withoutWe(whole.clause);
    if (impersonal) readings.push({ ...whole, clause: impersonal });
    const spoken =
      whole.clause &&
      (spokenBy(whole.clause, headings(sentence.block)) ??
        (narrated ? toldBy(whole.clause, headings(sentence.block)) : undefined));
    if (spoken) readings.push({ ...whole, clause: spoken, spoken: true });
    const meant = whole.clause && withAntecedent(whole.clause);
    if (meant) readings.push({ ...whole, clause: meant });
    const verbs = whole.clause ? conjunctsOf(whole.clause) : [];
    readings.push(...verbs.map((clause): Reading => ({ ...whole, clause, part: true })));
    readings.push(
      // What follows the first of several verbs is not all its own
      ...[
        verbs.length > 1 ? { ...whole, clause: undefined } : whole,
        ...clausesOf(whole.tokens, text).map(readText),
      ].filter(({ tokens }) => tokens.length >= 4 && tokens.length <= MAX_TOKENS),
    );
    if (resolved === undefined) {
      const { clause } = whole;
      topic =
        // "Drying goes well; the analyser does not. It ...": which of the two?
        clause && text === contained && (meant ?? (clause.front.length === 0 ? clause : undefined))
          ? topicOf(meant ?? clause, sentence.quote, casing)
          : undefined;
    }
  }
  return readings;
}

/** What is said to be an act, and does none. */
const AIMS =
  /^(?:hurdle|goal|aim|step|purpose|problem|challenge|way|task|job|idea|key|option|solution|focus|role|mistake|advantage|benefit|exception|alternative|method|approach|strategy|practice|habit)s?$/;

/** "Phones rarely work more than ten miles from land": how many miles, the question would not say. */
const isHardly = ({ auxiliary, verb }: Clause, text: string): boolean =>
  auxiliary === undefined && /\b(?:rarely|seldom|hardly|scarcely|barely) *$/i.test(text.slice(0, verb.start));

const COMPARED =
  /^(?:\p{L}{3,}th|larger|smaller|older|younger|bigger|higher|lower|upper|taller|shorter|longer|newer|better|worse|elder|latter|former|first|second|third|fourth|last|next|other|largest|smallest|oldest|youngest|highest|lowest|best|worst|newest)$/u;

/** Is the verb none? "The client built for browsers, but also used in others": a participle, that only describes. */
const isMisread = ({ subject, auxiliary, verb, tense, copula, base, rest }: Clause): boolean =>
  // "The goal is selecting": what it is, and nothing that it does
  (verb.low.endsWith('ing') &&
    /^(?:is|are|was|were)$/.test(auxiliary?.low ?? '') &&
    subject.some((token) => AIMS.test(token.low))) ||
  /^(?:whoever|whatever|whichever)$/.test(subject[0]?.low ?? '') ||
  // "The larger stayed in Greenwich": the larger of what
  (subject.length === 2 && subject[0]?.low === 'the' && COMPARED.test(subject[1]?.low ?? '')) ||
  // "Low down on each side is a pocket": a place, and the subject comes last
  /^(?:down|up|out|off|away|inside|outside|behind)$/.test(subject[1]?.low ?? '') ||
  // "The minister said rates were bad": two clauses
  subject.some(
    (token, i) => i > 0 && /^(?:said|says|insisted|added|told|argued|warned|admitted)$/.test(token.low),
  ) ||
  // "Federation offers benefits, but requires trust": two verbs, and the first taken for a noun
  subject.some((token, i) => token.text === ',' && /^(?:but|yet|so)$/.test(subject[i + 1]?.low ?? '')) ||
  // "A group called the Majority faulted him"
  (auxiliary === undefined &&
    tense === 'past' &&
    /^(?:call|name|dub|title)$/.test(base) &&
    rest.some(
      (token, i) => i > 0 && !token.capital && verbAs(token.low, 'past', 'past-or-participle') !== undefined,
    )) ||
  // "The enrollment processes shall be": a noun taken for the verb
  (auxiliary === undefined && modals.has(rest[0]?.low ?? '')) ||
  (auxiliary === undefined &&
    tense === 'past' &&
    !copula &&
    /^(?:build|make|design|create|use|develop|base|write|produce|provide|give|require|define|describe|publish|include|intend|need|know|call|name|own|find|take|show|hold|keep|offer|mention|associate|relate|dedicate|entitle|connect|attach|store|install|deploy|generate|post|send|collect|locate|load|fill|cover|equip|pack|surround|mark|label|title|obtain|gather|acquire|derive|extract|select|specify|identify|perform|conduct|issue|submit)$/.test(
      base,
    ) &&
    (rest.length === 0 ||
      /^(?:by|for|in|on|at|as|with|from|to|during|via|under|within)$/.test(rest[0]?.low ?? '')) &&
    // "Ada showed in 1840 that ..."
    rest[1 + timeLength(rest, 1)]?.low !== 'that');

/** "This law suggests" under "Goodhart's Law" as "Goodhart's Law suggests": the heading is its name. */
function byHeading(text: string, headings: readonly string[]): string {
  const found = /^(?:This|The) (\p{Ll}[\p{L}-]{2,20})(?= \p{Ll})/u.exec(text.slice(0, 60));
  if (!found) return text;
  const name = headings
    .map((heading) => heading.replace(/^\d+(?:\.\d+)*\.?\s+|[:.]$/g, '').trim())
    .findLast((heading) => heading.split(/\s+/).at(-1)?.toLowerCase() === found[1]);
  if (name === undefined || !/^[\p{L}\p{N}'’ -]{1,60}$/u.test(name)) return text;
  const words = name.split(/\s+/);
  // "Conclusion of the contract" is no contract
  if (words.some((word) => prepositions.has(word))) return text;
  // "Second floor": what its floor is made of is no matter of the storey
  if (/^(?:first|second|third|fourth|fifth|next|last|ground|top|upper|lower)$/i.test(words[0] as string))
    return text;
  if (words.length < 2 || words.length > 6 || verbAs((words[0] as string).toLowerCase(), 'gerund'))
    return text;
  if (!words.every((word) => /^(?:\p{Lu}|of$|the$|and$|for$)/u.test(word))) {
    const first = (words[0] as string).toLowerCase();
    return verbAs(first, 'base', 'gerund') || /^(?:the|a|an|how|what|why|when|who)$/.test(first)
      ? text
      : `The ${first} ${words.slice(1).join(' ')}${text.slice(found[0].length)}`;
  }
  return `${/^(?:The|\S+['’]s?)\s/u.test(name) ? '' : 'The '}${name}${text.slice(found[0].length)}`;
}

/** "Questions about this policy" under "Travel Policy" as "Questions about the Travel Policy". */
function withTitle(text: string, headings: readonly string[]): string {
  const found =
    /(?<=\p{L} )this (policy|notice|agreement|handbook|guide|procedure|programme|program|scheme|standard|act|regulation|charter|code|statement|licen[cs]e|contract|leaflet|form|award|grant|course|service)\b(?!['’-])/iu.exec(
      text,
    );
  if (!found) return text;
  const noun = (found[1] as string).toLowerCase();
  const name = headings
    .map((heading) => heading.replace(/^\d+(?:\.\d+)*\.?\s+|[:.]$/g, '').trim())
    .find((heading) => heading.split(/\s+/).at(-1)?.toLowerCase() === noun);
  if (name === undefined || !/^[\p{L}\p{N}'’& -]{4,60}$/u.test(name) || !/^\S+(?: \S+){1,5}$/.test(name))
    return text;
  return text.replace(
    found[0],
    /^(?:The|Our)\s|['’]s?\s/u.test(name) ? name.replace(/^(?:The|Our)/, 'the') : `the ${name}`,
  );
}

const unreferring =
  /^(?:he|she|it|they|this|that|these|those|we|i|you|there|its|their|his|her|some|one|both|each|all|others?|if|to)$/;

/** Without a second main clause after a semicolon, or after "and" with a subject of its own. */
function firstClause(text: string): string {
  if (!/;|, (?:and|but|so|then)\b/.test(text)) return text;
  const tokens = tokenize(text);
  if (tokens.length > MAX_TOKENS) return text;
  let depth = 0;
  let tries = 0;
  for (let i = 5; i < tokens.length - 3 && tries < 4; i++) {
    const token = tokens[i] as Token;
    if (/^[(“]$/.test(token.text)) depth++;
    if (/^[)”]$/.test(token.text)) depth--;
    const joint = tokens[i + 1] as Token;
    const from =
      token.text === ';' ? i + 1 : token.text === ',' && /^(?:and|but|so|then)$/.test(joint.low) ? i + 2 : -1;
    const start = tokens[from];
    if (depth !== 0 || !start) continue;
    tries++;
    if (token.text === ',' && !determiners.has(start.low) && !personalPronouns.has(start.low)) continue;
    if (isApposition(text.slice(0, token.start))) continue;
    if (!parseClause(tokens.slice(0, i))) continue;
    if (!parseCore(tokens.slice(from)) && !(token.text === ';' && /^(?:although|but|when)$/.test(start.low)))
      continue;
    return `${text.slice(0, token.start)}.`;
  }
  return text;
}

/** "... and Mrs Lee, the chair of governors": what comes next belongs to the same subject. */
const isApposition = (before: string): boolean =>
  /\band (?:\p{Lu}[\p{L}.’'-]{0,30} ){0,4}\p{Lu}[\p{L}.’'-]{0,30}, (?:the|our|its|an?|his|her|their) [^,]{3,60}$/u.test(
    before.slice(-180),
  );

/** "The fee is $20, and members pay nothing" as its two clauses, where each can stand alone. */
function clausesOf(tokens: readonly Token[], text: string): string[] {
  if (tokens.length < 14 || tokens.length > MAX_TOKENS) return [];
  let depth = 0;
  let tries = 0;
  for (let i = 5; i < tokens.length - 4 && tries < 3; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(' || token.text === '“') depth++;
    if (token.text === ')' || token.text === '”') depth--;
    if (depth !== 0 || (token.text !== ';' && token.text !== ',')) continue;
    const joint = tokens[i + 1] as Token;
    const from = token.text === ';' ? i + 1 : /^(?:and|but|while|whereas)$/.test(joint.low) ? i + 2 : -1;
    const start = tokens[from];
    if (!start || unreferring.test(start.low)) continue;
    tries++;
    const left = parseClause(tokens.slice(0, i));
    const right = parseCore(tokens.slice(from));
    // Lists with "and" look like two clauses: the second needs a determiner, a name or an auxiliary
    if (!left || !right || left.negated) continue;
    if (!determiners.has(start.low) && !start.capital && !right.auxiliary) continue;
    if (/^(?:if|when|while|although|though|because|since|to)$/.test(left.front[0]?.low ?? '')) continue;
    return [`${text.slice(0, token.start)}.`, capitalize(text.slice(start.start))];
  }
  return [];
}

const ASIDE = /\s*\([^()]{0,120}\b(?:this|these|above|below|see|following|here)\b[^()]{0,120}\)/gi;
const POINTING_TAIL = /;[^;.]{0,300}\b(?:this|these|above|below|here)\b[^;.]{0,300}\.$/i;

/** ", however, " in the midst: joins the sentence to one before. */
const INSERTED =
  /, (?:however|therefore|thus|moreover|nevertheless|of course|in fact|in turn|for (?:example|instance)|on the other hand|by contrast|meanwhile|furthermore|then|too), /g;

/** "Routes will therefore run later": joins the sentence to one before. */
const CONCLUDING = /(?<=\b(?:will|can|must|should|may|is|are|was|were|has|have)) therefore(?=\s\p{L})/gu;

/** "([link])": the place of a reference to a figure. */
const FIGURE = /\s*\(\[*link\]*\)/g;

/** Without asides that point elsewhere: "(see below)", "; these are put in by the script". */
const selfContained = (text: string): string =>
  withoutAlso(
    text
      .replace(text.includes(' therefore ') ? CONCLUDING : '', '')
      .replace(INSERTED, ' ')
      .replace(FIGURE, '')
      .replace(ASIDE, '')
      .replace(POINTING_TAIL, '.'),
  );

/** Without the "also" that joins a sentence to one before it and changes nothing of what it says. */
const withoutAlso = (text: string): string =>
  /\bbut also\b/i.test(text)
    ? text
    : text
        .replace(/(?<=\p{L})\s+also(?=\s\p{L})/gu, '')
        .replace(/(?<=\b(?:is|are|was|were|will be|can be)) instead(?=\s\p{Ll}+(?:ed|n|t)\b)/gu, '');

/** "This policy", "these limits": with "the" instead, where a noun follows and a title can say which. */
const POINTED =
  /^(?:This|These)(?= (?!(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|does|do|did|also|in|to|of|one|all|two|three|means|includes|kind|sort|way|time|year|month|week|day|case|point|latter|approach|thing|things|same|and|or)\b)\p{Ll}[\p{L}-]+ (?!of\b))/u;

/** "This helps users": no noun follows, but the verb. */
const isVerbAfterThis = (text: string): boolean => {
  const next = /^This (\p{Ll}+)/u.exec(text.slice(0, 60))?.[1];
  return next !== undefined && verbAs(next, 'third') !== undefined;
};

/** Headings over what only illustrates. */
const EXAMPLES = /^(?:(?:an? )?examples?|sample|illustration|demo)\b/i;

/** "**The red light stays on.** The filter is full": true only in the case that the bold words tell. */
function isCase(lead: string | undefined): boolean {
  const tokens = lead === undefined ? [] : tokenize(lead);
  return (
    tokens.length >= 6 || (tokens.length >= 3 && (parseClause(tokens) !== undefined || isImperative(tokens)))
  );
}

/** One of the choices under a question. */
function isChoice(blocks: readonly Block[], at: number): boolean {
  if (blocks[at]?.kind !== 'item') return false;
  let from = at;
  while (blocks[from]?.kind === 'item') from--;
  const asked = blocks[from];
  return (
    asked?.kind === 'paragraph' &&
    /_{3,}|\?\W{0,3}$/.test(asked.plain.text.slice(-200)) &&
    blocks[from + 1]?.kind === 'item' &&
    blocks[from + 2]?.kind === 'item'
  );
}

/** What is asked of an applicant: no sentence. */
const ABLE =
  /^(?:Able|Unable|Ready|Willing|Responsible|Capable|Comfortable|Familiar|Experienced|Confident|Skilled|Proficient|Accountable) (?:to|for|of|in|with|at)\b/;
/** What stands under a picture. */
const CAPTIONED = /^(?:fig(?:ure|\.)|image|photo|picture|source|credit)s?\s*[\d:(.]/i;

/** A list's line that is one sentence but for its full stop. */
function withStop(sentence: Sentence, block: Block | undefined): Sentence {
  const { text } = sentence;
  return block?.plain.text === text && /[\p{L}\p{N})]$/u.test(text) && text.split(' ').length >= 6
    ? { ...sentence, text: `${text}.`, complete: true }
    : sentence;
}

/** A whole sentence of words that can be quoted as an answer. */
function isProse(sentence: Sentence): boolean {
  const { text } = sentence;
  if (!sentence.complete || sentence.hole || text.length > MAX_SENTENCE || text.length < 20) return false;
  if (CAPTIONED.test(text) || ABLE.test(text)) return false;
  if (
    text.includes('()') ||
    /^The (?:more|less|\w{3,12}er)\b[^.]{0,200}\bthe (?:more|less|\w{3,12}er)\b/.test(text)
  )
    return false;
  // "Demonstrates some skill", "Helps build a team": what is said of a person whom no word names
  const [, verb = '', next = ''] = /^(\p{Lu}\p{Ll}+s) (\p{Ll}+)/u.exec(text) ?? [];
  if (
    verbAs(verb.toLowerCase(), 'third') !== undefined &&
    (determiners.has(next) || (verb === 'Helps' && verbAs(next, 'base') !== undefined))
  )
    return false;
  return !/[?]["'”’)]*$/.test(text) && (/^['‘]?[\p{Lu}\p{N}$£€]/u.test(text) || sentence.code);
}
