import type { Candidate, Page } from './candidate.js';
import { bareDefinites } from './definites.js';
import { occasionOf } from './occasions.js';
import { bodies, isGivenName, isPerson, isPlural, months, places, weekdays } from './language/nouns.js';
import { isFunctionWord, isNumber, wordsOf, type Token } from './language/tokens.js';
import { verbAs } from './language/verbs.js';
import { genericHeadings } from './language/words.js';

const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** "THE GREEKS AND ROMANS" as "The Greeks and Romans". */
const titleCase = (text: string): string =>
  text
    .toLowerCase()
    .replace(/(?<![\p{L}'’])(?!(?:and|of|in|the|for|to|a|an|on|at|by|or)\b)\p{L}|^\p{L}/gu, (letter) =>
      letter.toUpperCase(),
    );

/** A long title without what stands after its last colons: "Arda Ltd: Policy Summary: Form 3" as "Arda Ltd: Policy Summary". */
function withoutTail(title: string): string {
  let short = title;
  while (short.includes(': ') && (wordCount(short) > 12 || contentOf(short).length > 8))
    short = short.slice(0, short.lastIndexOf(': '));
  return short;
}

const contentOf = (text: string): Token[] => wordsOf(text).filter((token) => !isFunctionWord(token.low));

/** What was found for the headings of a block: each of its sentences asks again. */
const foundTitles = new WeakMap<readonly string[], readonly string[]>();

/** The headings that say what a block is about, innermost first: none that every document has. */
export function titlesOf(headings: readonly string[]): readonly string[] {
  let titles = foundTitles.get(headings);
  if (!titles) foundTitles.set(headings, (titles = tellingHeadings(headings)));
  return titles;
}

function tellingHeadings(headings: readonly string[]): string[] {
  return headings
    .map((heading) =>
      heading
        .replace(/^(?:title|subject|topic):\s+/i, '')
        .replace(/^[^\p{L}\p{N}"'“‘(]+/u, '')
        .replace(/\(https?:[^()]*\)|\(https?:.*$/, '')
        .replace(/^(?:\d{1,3}(?:\.\d+)*[.)]?|\p{Lu}[.)])\s+(?=\p{Lu})/u, '')
        .trim()
        .replace(/[\s:.]+$/, '')
        .replace(/^((?:what|why|how|when|where|who|which)\b[^?]*)\?$/i, '$1')
        .replace(/^(?:RFC|ADR|BIP|EIP|PEP)[\s\d-]*:\s*/, '')
        .replace(/["“]([^"“”]*)["”]/g, '‘$1’')
        // "HTTPS API" is as it is written, "THE GREEKS" is not
        .replace(/^[^\p{Ll}]+(?=$|: |\s\()/u, (part) =>
          /\p{Lu}{6}|\p{Lu}{4}.*\s\S+\s/u.test(part) ? titleCase(part) : part,
        )
        .replace(/^[^:]{12,}: .*$/, withoutTail)
        .trim(),
    )
    .filter(
      (heading) =>
        /\p{L}{3}/u.test(heading) &&
        wordCount(heading) <=
          (/^(?:what|why|when|where|who|which|how (?!to\b)|can|may|do|does|is|are)\b/i.test(heading)
            ? 9
            : // A headline is longer than the title of a section
              15) &&
        !genericHeadings.test(heading) &&
        !/^By (?:our|the|\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$)/u.test(heading) &&
        (!/(?<!‘)\b(?:it|them|him|her)\b(?!’)/i.test(heading) || /^\S+ \p{Lu}\p{Ll}+ /u.test(heading)) &&
        !/[?!"“”<>{}|[\]]/.test(heading),
    )
    .toReversed();
}

/** The headings over the sentence of a candidate, outermost first. */
export function headingsOver(candidate: Candidate, page: Page): readonly string[] {
  const block = Number(candidate.place.split('.')[0]);
  return page.headings(Number.isFinite(block) ? block : -1);
}

/**
 * Says where "the museum" is to be looked for, by the nearest heading that can tell: the question must be
 * understood without its chunk. Questions that name their thing stay as they are; where no heading tells which
 * thing is meant, there is no question.
 */
export function withContext(candidate: Candidate, page: Page): Candidate | undefined {
  if (candidate.last === true) return candidate;
  if (candidate.own === true) return anchored(candidate, page);
  const asked = wordsOf(candidate.question);
  const open = bareDefinites(asked);
  const [noun] = open;
  const within =
    candidate.within === true ||
    (isThin(asked) && !isGeneric(asked)) ||
    isOccasion(asked) ||
    isGeneralYou(asked) ||
    /^Our\b/.test(candidate.answer) ||
    hidesWhich(candidate);
  const soft = noun === undefined && !within;
  // Every text has one board and one hall of its own, and many reports
  const isOwn = open.every(({ low }) => isPerson(low) || bodies.has(low) || places.has(low));
  const headings = headingsOver(candidate, page);
  // A text without headings is a text by itself
  const bare = open.some(({ low }) => asked[asked.findIndex((each) => each.low === low) - 1]?.low === 'the');
  if (headings.length === 0 || (isOwn && noun !== undefined && page.headings(-1).length === 0))
    return soft
      ? isPlainAct(asked) && page.sentences.length > 2
        ? undefined
        : anchored(candidate, page)
      : candidate.within === true ||
          (noun === undefined && (!/ you\b/.test(candidate.question) || page.sentences.length > 2)) ||
          (bare && !isOwn && page.sentences.length > 2)
        ? undefined
        : { ...candidate, worth: candidate.worth - 0.2 };
  if (open.length > 2 || (!soft && asked.length > 20)) return undefined;
  const titles = titlesOf(headings);
  const you = / you\b/.test(candidate.question);
  const title =
    (soft ? undefined : leadOver(candidate, page)) ??
    (you && (!soft || isLooseYou(asked))
      ? titles.find((each) => occasionOf(each, page) !== undefined)
      : undefined) ??
    (soft
      ? undefined
      : noun === undefined
        ? (titles.find(isTelling) ?? titles.findLast(isWordy))
        : titleFor(noun, titles));
  if (title === undefined) return soft ? anchored(candidate, page) : undefined;
  const known = new Set(asked.map((token) => token.low));
  const names = wordsOf(title).filter((token) => !isFunctionWord(token.low) && token.low !== noun?.low);
  if (names.length > 0 && names.every((token) => known.has(token.low))) return anchored(candidate, page);
  // "How do you run the site?" under "Running the site"
  if (
    names.length > 1 &&
    names.slice(1).every((token) => known.has(token.low)) &&
    verbAs(names[0]?.low ?? '', 'gerund')
  )
    return anchored(candidate, page);
  const again = names.some((token) => {
    const gerund = verbAs(token.low, 'gerund');
    return gerund !== undefined && known.has(gerund.base);
  });
  const occasion =
    you && !again && !/^When\b|\b(?:when|while|if)\b/.test(candidate.question)
      ? occasionOf(title, page)
      : undefined;
  // "What should you provide?": of a page that says so many times, only its occasion tells
  const order = candidate.frame === 'what order' && occasion === undefined;
  if (order && (wordCount(candidate.answer) < 8 || wordCount(candidate.answer) > 30)) return undefined;
  return {
    ...candidate,
    ...(order ? { last: true } : {}),
    within: true,
    question: candidate.question.replace(
      /\?$/,
      occasion === undefined ? `, according to ${placeName(title, titles)}?` : ` when ${occasion}?`,
    ),
    worth:
      candidate.worth -
      (soft || order ? 0 : isOwn || (noun && hasWord(title, noun.low.replace(/s$/, ''))) ? 0.1 : 0.17),
  };
}

/** Most letters of the two headings that a question names. */
const LONGEST_PLACE = 90;

/** A heading, with the title of its document where both are short enough. */
export function placeName(title: string, titles: readonly string[]): string {
  const outer = titles.at(-1);
  return outer === undefined || outer === title || title.length + outer.length > LONGEST_PLACE
    ? `“${title}”`
    : `“${title}” in “${outer}”`;
}

/** The words in bold that the block of a candidate opens with, where they can be named. */
function leadOver(candidate: Candidate, page: Page): string | undefined {
  const lead = page.blocks[Number(candidate.place.split('.')[0])]?.lead;
  return lead === undefined ? undefined : titlesOf([lead]).find((each) => isTelling(each) || isWordy(each));
}

/** A question that names nothing by which its document would be known is told the document's title. */
function anchored(candidate: Candidate, page: Page): Candidate {
  const asked = wordsOf(candidate.question);
  const known = new Set(asked.map((token) => token.low));
  const all = titlesOf(headingsOver(candidate, page).filter((heading) => !heading.trim().endsWith('?')));
  const titles = all.filter((title) => {
    const named = contentOf(title);
    return !named.every((token) => known.has(token.low));
  });
  const outer = titles.at(-1);
  if (outer === undefined || outer !== all.at(-1) || isEvident(candidate, asked, all)) return candidate;
  const lead = leadOver(candidate, page);
  const inner = titles.find((each) => each === lead || isTelling(each) || isWordy(each));
  const thin = asked.filter((token) => !isFunctionWord(token.low)).length < 4;
  // A document's title names it even in one word
  const tells = isTelling(outer) || (isWordy(outer) && titlesOf(page.headings(-1)).at(-1) === outer);
  const isLed = lead !== undefined && inner === lead;
  const title = isLed || (thin && tells) ? (inner ?? outer) : tells ? outer : titles.find(isTelling);
  if (title === undefined) return candidate;
  return {
    ...candidate,
    within: true,
    question: candidate.question.replace(/\?$/, `, according to ${placeName(title, titles)}?`),
  };
}

/** A full name, a name that the titles hold too, or things of a kind: understood anywhere. */
function isEvident({ question }: Candidate, asked: readonly Token[], titles: readonly string[]): boolean {
  if (titles.some((title) => question.includes(title)) || isGeneric(asked)) return true;
  // "What is ledgerline?" under "ledgerline: a guide"
  if (asked.length < 5 && titles.some((title) => hasWord(title, asked.at(-1)?.low ?? ''))) return true;
  const names = asked.filter(
    (token, i) =>
      i > 0 &&
      token.capital &&
      token.text !== 'I' &&
      !months.has(token.low) &&
      !weekdays.has(token.low) &&
      !PARTY.test(token.low),
  );
  return (
    // "Robert" alone may be anybody
    names.some(
      (token) =>
        !isGivenName(token.low) && titles.some((title) => hasWord(title, token.low.replace(/s$/, ''))),
    ) ||
    names.some((token, i) => {
      const before = names[i - 1];
      if (before === undefined || token.start !== before.end + 1) return false;
      // "The Corn Exchange": every town has one
      const article = asked[asked.indexOf(before) - 1]?.low === 'the';
      return !(
        article &&
        (places.has(token.low) ||
          bodies.has(token.low) ||
          /^(?:Exchange|Room|Club|Trust|Fund|Line|Project|Team|Manager|Director|Secretary)$/.test(token.text))
      );
    })
  );
}

/** Those of whom each contract has its own. */
const PARTY =
  /^(?:company|services?|project|board|council|committee|agreement|terms|policy|user|users|customer|client|contractor|licensee|licensor|party|organization|organisation|department|agency|software|website|site|team|program|programme)$/;

/** "What do birds build?": of all of a kind, which needs no heading. */
const isGeneric = (asked: readonly Token[]): boolean =>
  /^(?:what|how|why|where)$/.test(asked[0]?.low ?? '') &&
  /^(?:do|are|have)$/.test(asked[1]?.low ?? '') &&
  isPlural(asked[2]?.low ?? '') &&
  !/^(?:the|you|your|we|they|these|those|some|many|most|all|any|both)$/.test(asked[2]?.low ?? '') &&
  !isFunctionWord(asked[2]?.low ?? '') &&
  !asked.some((token) => token.low === 'the') &&
  (!/^(?:have|do|use|need|get|make|take|give|be)$/.test(asked.at(-1)?.low ?? '') ||
    asked.at(-2)?.low === 'to') &&
  asked.filter((token) => !isFunctionWord(token.low)).length >= (asked[0]?.low === 'what' ? 2 : 3);

/** "What dominates technology?", "When can you calibrate?": asks too little to be told where it belongs. */
const isThin = (asked: readonly Token[]): boolean =>
  !/^(?:what|who)$/.test(asked[0]?.low ?? '') || !/^(?:is|are|was|were)$/.test(asked[1]?.low ?? '')
    ? !asked.some(
        (token, i) =>
          i > 0 &&
          token.capital &&
          !((PARTY.test(token.low) || /^\p{Lu}{2,6}s?$/u.test(token.text)) && asked[i - 1]?.low === 'the'),
      ) && asked.filter((token) => !isFunctionWord(token.low)).length < 3
    : false;

/** "Why was a bill passed?", "What will a window be created with?": one of many, on one occasion. */
const isOccasion = (asked: readonly Token[]): boolean =>
  /^an?$/.test(asked[2]?.low ?? '') &&
  (/^(?:was|were|did|had)$/.test(asked[1]?.low ?? '') ||
    (/^(?:will|can|should|must)$/.test(asked[1]?.low ?? '') &&
      asked.filter((token) => !isFunctionWord(token.low)).length < 4)) &&
  !asked.some((token, i) => i > 0 && (token.capital || isNumber(token.low)));

/** "How many levels can you use?": of what, only the heading says. */
const isGeneralYou = (asked: readonly Token[]): boolean =>
  asked.some((token) => token.low === 'you') &&
  asked.length <= 10 &&
  !asked.some((token, i) => i > 0 && token.capital) &&
  asked.filter((token) => !isFunctionWord(token.low)).length < 5;

/** "When might you see people quietly working?": its heading helps, where it has one. */
const isLooseYou = (asked: readonly Token[]): boolean =>
  asked.some((token) => token.low === 'you') &&
  asked.length <= 12 &&
  !asked.some((token, i) => i > 0 && token.capital);

/** "What happens when a server goes down?", "How many men lost their lives?": said of much else too. */
const isPlainAct = (asked: readonly Token[]): boolean =>
  !/^(?:what|who)$/.test(asked[0]?.low ?? '') &&
  !isGeneric(asked) &&
  !asked.some((token, i) => i > 0 && (token.capital || isNumber(token.low))) &&
  asked.filter((token) => !isFunctionWord(token.low)).length <= 3;

/** "Which code remains free?" of "The source code remains free": which one is meant, the answer does not say. */
const hidesWhich = ({ question, answer, frame }: Candidate): boolean =>
  /^(?:which subject|who role|which people)$/.test(frame) &&
  /^The \p{Ll}/u.test(answer) &&
  !wordsOf(question).some((token, i) => i > 0 && token.capital) &&
  bareDefinites(wordsOf(`t${answer.slice(1, 60)}`)).length > 0;

/** The heading that says which one "the museum" is. */
function titleFor(noun: Token, titles: readonly string[]): string | undefined {
  const stem = noun.low.replace(/s$/, '');
  const named = titles.find((each) => hasWord(each, stem));
  if (named !== undefined) return named;
  // A town has one museum; a page has many devices
  if (bodies.has(noun.low) || places.has(noun.low)) return titles.at(-1);
  return UNTELLING.test(noun.low) ? undefined : titles.find(isTelling);
}

/** Nouns of which a page has many: its heading does not say which. */
const UNTELLING =
  /^(?:value|number|file|item|thing|unexpected|section|page|part|example|following|line|step|text|word|sentence|question|answer|change|point|case|list|table|figure|command|option|days?|next|other|same|rest|article|person|people|way|output|input|code|message)$/;

const hasWord = (title: string, stem: string): boolean =>
  wordsOf(title).some((token) => token.low.replace(/s$/, '') === stem);

/** One word that is no common one, or letters with a noun: "Accessibility", "KJ method". */
const isWordy = (title: string): boolean => /^(?:\p{Lu}\p{L}{3,}|\p{Lu}{2,6} \p{L}{4,})$/u.test(title);

/** Names something: "Single-Factor OTP Device" does, "Usability Considerations" does not. */
export const isTelling = (title: string): boolean => {
  const named = contentOf(title);
  return (
    named.length <= 10 &&
    (named.length >= 3 ||
      (/^(?:What|How|Why|When|Where|Who|Which) /.test(title) &&
        named.some((token) => token.low.length >= 5)) ||
      (named.length === 2 && named.every((token) => token.capital || token.low.length > 6)) ||
      (named.length === 1 && /^\p{Lu}[^ ]*\p{Lu}/u.test(title)))
  );
};

/** Headings that only number or sort what stands under them. */
const SORTING =
  /^(?:required|general|additional|other|more|further|key|main|basic|common|important|quick|final|free|supplemental|related)\s\S+(?:\s\S+)?$/i;

/** The heading to name when it is asked what a section says of `topic`: the nearest that tells more than the topic. */
export function placeTitle(headings: readonly string[], topic: readonly Token[]): string | undefined {
  const known = new Set(topic.map((token) => token.low.replace(/s$/, '')));
  const titles = titlesOf(headings).filter((title) => {
    const named = contentOf(title);
    return named.some((token) => !known.has(token.low.replace(/s$/, '')));
  });
  return (
    titles.find((each) => isTelling(each) && !SORTING.test(each)) ??
    titles.findLast((each) => isWordy(each) || (isTelling(each) && !SORTING.test(each)))
  );
}
