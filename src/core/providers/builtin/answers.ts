import type { Candidate } from './candidate.js';
import { isPerson, isPlural } from './language/nouns.js';
import { isFunctionWord, isNumber, wordsOf, type Token } from './language/tokens.js';
import { isNounish, verbAs } from './language/verbs.js';
import { determiners, finiteAuxiliaries, prepositions, thirdPersonPronouns } from './language/words.js';
import { standsAlone } from './standing.js';

const ANSWER_POINTING =
  /\b(?:this|these|above|below|aforementioned|the (?:former|latter)(?=[?,.]|\s(?:is|are|was|were|has|have)\b)|following|beforehand|thereafter|as follows|as such|here|from there|tonight|(?:all|the same) (?:two|three|four|five|six)(?=[,.;]| (?:and|or|are|were|have|had|can|will|may|must)\b)|(?:both|all|each|one) of (?:those|them)(?= (?:\w+ )?(?:is|are|was|were|has|have|can|will)\b)|those (?:two|three|four|answers?|cases?|changes?|steps?|reasons?|terms?|values?|files?|rules?|features?|items?|things?))\b/i;

/** Without "these components" where the answer itself has named components before. */
const withoutInner = (answer: string): string =>
  answer.replace(/\b(?:this|these) (\p{L}{4,})/giu, (found, noun: string, at: number) =>
    answer.slice(0, at).toLowerCase().includes(noun.toLowerCase().replace(/s$/, '')) ? noun : found,
  );

/** What is wrong with an answer, whatever is asked. */
export const answerFaults = {
  'marks in the answer': ({ answer, frame }) =>
    /[{}<>|\\]|&#?\w{1,8};|\.{3}|\?\)?$/.test(answer) && !frame.startsWith('own'),
  'ends in an abbreviation': ({ answer }) =>
    /\s(?:incl|approx|resp|esp|viz|cf|ca|vs|no|fig|dr|mr|mrs|ms|st|e\.g|i\.e)\.$/i.test(answer),
  'points outside the answer': ({ answer, frame, chained }) =>
    chained !== true && ANSWER_POINTING.test(withoutInner(answer)) && !frame.includes('following'),
  'a loose "that"': ({ answer, chained }) =>
    chained !== true && (LOOSE_THAT.test(answer) || pointsAtObject(wordsOf(answer))),
  // "The marsh, the largest of them, covers ..."
  'of whom': ({ answer }) => {
    const told = wordsOf(answer);
    const at = told.findIndex((token, i) => token.low === 'them' && told[i - 1]?.low === 'of');
    return (
      at > 0 &&
      (!told.slice(0, at).some((token) => isPlural(token.low) || token.low === 'and') ||
        // "The dish accounts for a third of them"
        !/[,;:–—] [^,;:]* of them\b/.test(answer))
    );
  },
  // "Mario could produce a small one"
  'one of what': ({ answer }) => {
    const at = answer.search(
      /\b(?:an?|the|another) (?:\p{L}+ ){0,2}ones?(?:[.,]| (?!of|who|that|which|in|on|from|with|hand|day|side)\p{L})/iu,
    );
    return (
      at >= 0 &&
      !/\b(?:an?|the) (?:\p{L}+ )?\p{L}+/u.test(
        answer.slice(0, at).replace(/^\p{Lu}\p{Ll}+ /u, (word) => word.toLowerCase()),
      )
    );
  },
  'a noun without its article': ({ answer }) => lacksArticle(wordsOf(answer).slice(0, 7)),
  'words of a picture': ({ answer }) =>
    /\b(?:[Ii]n the|[Tt]he) (?:\w+ )?(?:image|picture|photograph|diagram|illustration|screenshot)\b/.test(
      answer,
    ),
  'an answer that opens in the midst': ({ answer }) => !startsWhole(answer),
} satisfies Readonly<Record<string, (candidate: Said) => boolean>>;

type Said = Pick<Candidate, 'answer' | 'frame' | 'chained'>;

const inOrder = Object.values(answerFaults);

/** Most words of an answer. */
const LONGEST = 60;

/** Can a sentence be an answer at all? If it cannot, nothing has to be asked of it. `known` are words of people's names. */
export function canAnswer(answer: string, narrated: boolean, known: ReadonlySet<string>): boolean {
  const said: Said = { answer, frame: '' };
  return (
    wordsOf(answer).length <= 1.2 * LONGEST &&
    !inOrder.some((isFault) => isFault(said)) &&
    standsAlone(answer, narrated, known)
  );
}

/** "If that is not possible": what that is stands in an earlier sentence. */
const LOOSE_THAT =
  /\b(?:if|when|because|since|although|while|once|unless|after|before|where|as|for|of|in|to|with|from|than|like|by|on|about|at)\s+(?:that|this|those)(?:['’]s|\s+(?:is|was|are|were|has|does|do|did|will|would|can|may|might)\b|[,.])/i;

/** What notes leave the article out of: "second printer needs parts". */
const COUNTED =
  /^(?:lead|manager|owner|printer|club|meeting|committee|member|deadline|link|issue|proposal|motion|repository|file|project|room|event|website|document|group|program|programme|button|page|folder|server|tool|script|machine|computer|laptop|door|window|card|box|building|house|car|bridge|road|book|letter|report|survey|election|grant|contract|newsletter|speaker|webinar|workshop|team|sign|roof|kitchen|lab|purchase|vendor)$/;

const lacksArticle = (told: readonly Token[]): boolean => {
  const at = told.findIndex((token) => COUNTED.test(token.low));
  const after = told[at + 1];
  return (
    at > 0 &&
    after !== undefined &&
    (finiteAuxiliaries.has(after.low) ||
      (verbAs(after.low, 'third', 'past') !== undefined && !isNounish(after.low)) ||
      /^(?:needs|requests|works)$/.test(after.low)) &&
    told
      .slice(0, at + 1)
      .every(
        (token, i) =>
          !determiners.has(token.low) &&
          !prepositions.has(token.low) &&
          !isNumber(token.low) &&
          !/['’]s?$/.test(token.text) &&
          !(i === at && token.capital),
      )
  );
};

/** "Leaves keep that information": what it is stands in an earlier sentence. */
const pointsAtObject = (told: readonly Token[]): boolean =>
  told.some((token, i) => {
    const before = told[i - 1];
    const noun = told[i + 1];
    const after = told[i + 2];
    return (
      token.low === 'that' &&
      before !== undefined &&
      noun !== undefined &&
      /^\p{Ll}+$/u.test(noun.text) &&
      !isFunctionWord(noun.low) &&
      !/(?:ly|s)$/.test(noun.low) &&
      (verbAs(noun.low, 'base', 'third', 'past', 'past-or-participle') === undefined ||
        isNounish(noun.low)) &&
      (after === undefined || prepositions.has(after.low) || /^(?:and|or|is|was|to)$/.test(after.low)) &&
      (prepositions.has(before.low) || verbAs(before.low, 'base', 'third', 'past', 'gerund') !== undefined) &&
      !told.slice(0, i).some((each) => each.low.replace(/s$/, '') === noun.low)
    );
  });

/** What stands on the page beside the text. */
const OF_THE_PAGE =
  /^(?:The|Each|Our|Your) (?:\p{Ll}+ )?(?:table|figure|diagram|chart|graph|picture|image|screenshot|photo|list|examples?|sections?|chapters?|video|exercise|excerpt|passage|snippet|columns?|rows?|article|text|lesson|page|document|post|code) (?:is|are|was|were|has|have|can|will|may|shows?|lists?|summari[sz]es?|highlights?|describes?|describing|gives?|provides?|contains?|explains?|covers?|illustrates?|introduces?|outlines?|discusses?|presents?|uses?|suggests?|allows?|assumes?|demonstrates?|of|in|on|from|with|at|\d)\b/u;

/** "It is important to": an "it" that stands for nothing. */
const ADVISING =
  /^It(?: is|['’]s) (?:\w+ ){1,2}(?:idea )?to\b|^It (?:is|was|has been) (?:(?:not|only) (?:until|in|on|after|when)|\w+(?:ed|nt|wn) (?:that|to)|the \w+ of .{3,80} to)\b/;

/** The answer opens with what it is about, not with a pronoun or the middle of a thought. */
function startsWhole(answer: string): boolean {
  const tokens = wordsOf(answer);
  const first = tokens[0];
  if (!first) return false;
  if (
    !ADVISING.test(answer) &&
    /^(?:he|she|it|they|this|that|these|those|him|his|her|their|its|such|both|here|which|who|whose|another|others|and|but|or|so)$/.test(
      first.low,
    )
  )
    return false;
  if (first.low === 'one' && tokens[1]?.low !== 'of') return false;
  if (first.low === 'some' && isFunctionWord(tokens[1]?.low ?? '')) return false;
  if (/^(?:Doing (?:so|this|that)|If (?:so|not)),?\s/.test(answer) || OF_THE_PAGE.test(answer)) return false;
  if (ADVISING.test(answer)) return true;
  if (!tokens.some((token) => thirdPersonPronouns.has(token.low))) return true;
  let nouns = 0;
  let people = 0;
  for (const token of tokens) {
    if (/^(?:he|she|him|his|her|hers)$/.test(token.low) && people === 0) return false;
    if (isPerson(token.low) || (token.capital && !isFunctionWord(token.low))) people++;
  }
  for (const token of tokens.slice(0, 12)) {
    if (/^(?:he|she|they|him|them|it|his|their|its)$/.test(token.low) && token.text !== 'IT' && nouns < 1)
      return false;
    if (!token.mark && !isFunctionWord(token.low) && token !== first) nouns++;
    if (token === first && token.capital && !isFunctionWord(token.low)) nouns++;
  }
  return true;
}
