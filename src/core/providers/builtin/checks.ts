import type { Candidate } from './candidate.js';
import { bareDefinites } from './definites.js';
import { isFunctionWord, isNumber, wordsOf, type Token } from './language/tokens.js';
import { isPerson } from './language/nouns.js';
import { isNounish, verbAs } from './language/verbs.js';
import { firstPerson, thirdPersonPronouns } from './language/words.js';

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** Words that point outside the pair. */
const POINTING =
  /\b(?:this|these|those|here|above|below|aforementioned|the (?:former|latter)(?=[?,.]|\s(?:is|are|was|were|has|have)\b)|respectively|following|previously|such|aforesaid|herein|thereof|the same|another|the other|the others|as follows|last (?:week|month|year|meeting)|next (?:week|month|year|meeting)|today|tomorrow|yesterday|ago|(?:until|since|by) then|there(?=[?,]))\b/i;
const ANSWER_POINTING =
  /\b(?:this|these|above|below|aforementioned|the (?:former|latter)(?=[?,.]|\s(?:is|are|was|were|has|have)\b)|following|as follows|as such|here|(?:both|all|each|one) of (?:those|them)(?= (?:\w+ )?(?:is|are|was|were|has|have|can|will)\b)|those (?:two|three|four|answers?|cases?|changes?|steps?|reasons?|terms?|values?|files?|rules?|features?|items?|things?))\b/i;

/** Without "these components" where the answer itself has named components before. */
const withoutInner = (answer: string): string =>
  answer.replace(/\b(?:this|these) (\p{L}{4,})/giu, (found, noun: string, at: number) =>
    answer.slice(0, at).toLowerCase().includes(noun.toLowerCase().replace(/s$/, '')) ? noun : found,
  );

/** The heading that a question names at its end. */
const PLACED = /, according to “[^”]*”\?$/;

type Fault = (candidate: Candidate, asked: readonly Token[]) => boolean;

/** What is wrong with pairs, in the order of what it costs to find out. */
const faults: Readonly<Record<string, Fault>> = {
  'too long or too short a question': ({ question }, asked) =>
    asked.length > 26 ||
    ((asked.length < 4 || question.length > 200) &&
      (!/^(?:What|Who) (?:is|are|was|were) /.test(question) || asked.length < 3)),
  'marks in the question': ({ question }) =>
    /[:;…{}<>|=\\]|\(s\)|\bis\/are\b|\.{2,}|https?:|\?\S|\?.*\?|--/.test(
      question.replace(/“[^”:]*: [^”]*”/g, '“”'),
    ),
  'a blank to fill in': ({ question, answer }) => /_{3,}/.test(question) || /_{3,}/.test(answer),
  'marks in the answer': ({ answer, frame }) =>
    /[{}<>|\\]|&#?\w{1,8};|\.{3}|\?\)?$/.test(answer) && !frame.startsWith('own'),
  'says too little of what': ({ question }) =>
    /^(?:Where|How|When) \w+ (?:the |more )?(?:instructions|information|details|examples|resources|links|things|people|files|data) be \w+[,?]/.test(
      question,
    ),
  'asks for more than the text has': ({ question }) =>
    /^(?:Where|How|When|What|Which)\b.*\b(?:additional|more|further) (?:information|details?|guidance|documentation|examples|resources|help)\b/.test(
      question,
    ),
  'only one of them': ({ question }) =>
    /^\S+ (?:\S+ )?(?:do|does|did|is|are|was|were|can|will|has|have) only\b/i.test(question),
  'a noun without what belongs to it': ({ question }) =>
    /\bthe (?:extent|degree|way|manner|fact|ability|right|need|details|number|amount|kinds?|types?|order|rest|idea|likelihood|risk|possibility)(?:\?|, according)/.test(
      question,
    ) ||
    /\b(?:includes?|contains?|provides?|has|have|gives?) (?:details|information|examples|instructions|links|more|guidance)\?/.test(
      question,
    ),
  'examples of something': ({ question }) =>
    /^\S+ (?:is|are|does|do|can) (?:an? |the |some )?examples?\b/i.test(question),
  'an act taken for what goes on': ({ question }) =>
    /^\S+ (?:is|are|was|were) [^?]*\b(?:hurdle|goal|aim|step|purpose|problem|challenge|way|task|job|idea|key|option|solution|point|focus|role|mistake|advantage|benefit|exception|alternative)s? \w+ing\b/.test(
      question,
    ),
  'a word of order at the subject': ({ question }) =>
    /^\S+ (?:\S+ )?(?:do|does|did|is|are|was|were|can|could|will|would|may|might|must|should|has|have) (?:generally|typically|usually|often|normally|sometimes|the more|the less|no longer) (?:\p{Ll}+s|\p{Ll}+ \p{Ll}+s|data)\b/u.test(
      question,
    ),
  'too open a noun': ({ question }) =>
    /^Which (?:ability|opportunity|right|extent|fact|need|lot|series|purpose|chance|sense|idea|thing|way|same|one|others?)s? /.test(
      question,
    ),
  'says where it asks where': ({ question }) =>
    /^Where\b.* (?:returned|sent|moved|brought|taken|delivered|submitted|posted|handed|copied) to (?:the|any|a|an|each|every|your)\b/.test(
      question,
    ),
  'an act that is the answer': ({ question }, asked) =>
    /^What (?:is|are|was|were) /.test(question) &&
    verbAs(asked.at(-1)?.low ?? '', 'gerund') !== undefined &&
    !isNounish(asked.at(-1)?.low ?? '') &&
    asked.length > 3 &&
    /^(?:an?|the|its|their|one)$/.test(asked[2]?.low ?? ''),
  'an order taken for a noun': ({ question }, asked) =>
    /^(?:Why|When|How|Where|What) does \p{Ll}/u.test(question) &&
    verbAs(asked[2]?.low ?? '', 'base') !== undefined &&
    asked[3] !== undefined &&
    verbAs(asked[3].low, 'base') === undefined &&
    !isFunctionWord(asked[3].low),
  'how often and how often': ({ question }) =>
    /^How often\b.*\b(?:once|twice|daily|weekly|monthly|yearly|annually|quarterly|times)\b/.test(question),
  'an act without its manner': ({ answer }, asked) => {
    const at = asked.findIndex((token) =>
      /^(?:do|does|did|can|could|will|would|may|might|must|should)$/.test(token.low),
    );
    return (
      at > 0 &&
      at < 3 &&
      verbAs(asked[at + 1]?.low ?? '', 'gerund') !== undefined &&
      verbAs(asked[at + 2]?.low ?? '', 'base') !== undefined &&
      /^\p{L}+ing \p{L}+ly\b/u.test(answer)
    );
  },
  'where and what for': ({ question }) =>
    /^Where\b.* to (?:ensure|make sure|help|avoid|prevent)\b/.test(question),
  'cut short': ({ question }) =>
    /\b(?:factors|things|reasons|ways|areas|aspects|elements|items|steps|opportunit(?:y|ies)|abilit(?:y|ies))(?:\?|, according)/.test(
      question,
    ) &&
    !/^(?:How many|What are|Which)\b.* (?:factors|reasons|ways|areas|aspects|elements|items|steps)\b.* /.test(
      question,
    ),
  'what its authors say': ({ question }) => /^What do the authors of “[^”]*” \w+\?$/.test(question),
  'a loose participle': (_, asked) => looseEnd(asked),
  'an act without its object': ({ question }, asked) => vague(question, asked),
  'a verb after "do" that takes another': (_, asked) => doublyFinite(asked),
  'a number of the text': ({ question }) => /\b\d+[a-z]\b(?![-\w])/.test(question),
  'ends in an abbreviation': ({ answer }) =>
    /\s(?:incl|approx|resp|esp|viz|cf|ca|vs|no|fig|dr|mr|mrs|ms|st|e\.g|i\.e)\.$/i.test(answer),
  'both of what': ({ question }) => /\bboth\b/i.test(question) && !/\bboth\b[^?]*\band\b/i.test(question),
  'goes on': ({ question }) => /\bthen\b/i.test(question) && !/\b(?:if|when|once)\b/i.test(question),
  'points outside the question': ({ question }) =>
    POINTING.test(question) && !/\bthose (?:who|with)\b/.test(question),
  'points outside the answer': ({ answer, frame, chained }) =>
    chained !== true && ANSWER_POINTING.test(withoutInner(answer)) && !frame.includes('following'),
  'says that there is more': ({ question }) =>
    /\bother (?!than\b)|\b(?:further|certain things|however|too\?|either\?)|\b(?:as well|also)\?/i.test(
      question,
    ),
  'does "so"': ({ question, answer }) =>
    /^What (?:can|should|must|may|do|does) /.test(question) && /\bdo so\b/.test(answer),
  'an open bracket or quote': ({ question, answer }) => unbalanced(question) || unbalanced(answer),
  'a word twice': ({ question }) =>
    /\b(\p{L}+) \1\b/iu.test(question) && !/\b(?:that that|had had|is is)\b/i.test(question),
  'asks when and says when': ({ question }) => TIMED.test(question),
  'a pronoun without its noun': ({ question, frame }, asked) =>
    pointsBack(
      frame !== 'why to' && EXPLETIVE.test(question)
        ? asked.filter((token, i) => token.low !== 'it' || i > 2)
        : asked,
    ),
  'says twice what it asks for': (_, asked) => saysTwice(asked),
  'a loose "that"': ({ answer, chained }) => chained !== true && LOOSE_THAT.test(answer),
  'a second verb': (_, asked) => secondFinite(asked),
  'an answer that opens in the midst': ({ answer }) => !startsWhole(answer),
  'holds its answer': ({ question, answer }, asked) =>
    !(
      /^(?:can|may|should|is|are|does|do)$/.test(asked[0]?.low ?? '') &&
      /\b(?:not|no|never|cannot|avoid)\b|n't\b|n’t\b/i.test(answer)
    ) && holdsAnswer(question, answer),
};

const inOrder = Object.entries(faults);

/** What speaks against showing a pair at all: its form, or that it is not understood by itself. */
export function faultOf(candidate: Candidate): string | undefined {
  const length = countWords(candidate.answer);
  if (length < 3 || length > 60) return 'too long or too short an answer';
  if (candidate.own) return candidate.question.length > 220 ? 'too long a question' : undefined;
  const asked = wordsOf(candidate.question.replace(PLACED, '?'));
  return inOrder.find(([, isFault]) => isFault(candidate, asked))?.[0];
}

const unbalanced = (text: string): boolean => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    count(/\(/g) !== count(/\)/g) ||
    count(/"/g) % 2 !== 0 ||
    count(/“/g) !== count(/”/g) ||
    count(/\[/g) !== count(/\]/g)
  );
};

/** "When should you put a calendar event indicating?" */
function looseEnd(asked: readonly Token[]): boolean {
  const last = asked.at(-1);
  const before = asked.at(-2);
  if (!last || !before || asked.length < 7) return false;
  return (
    verbAs(last.low, 'gerund') !== undefined &&
    !isNounish(last.low) &&
    !isFunctionWord(before.low) &&
    verbAs(before.low, 'base') === undefined &&
    /^(?:indicating|showing|stating|including|saying|describing|explaining|containing|listing|providing|giving|using|causing|making|allowing|ensuring|requiring)$/.test(
      last.low,
    )
  );
}

/** Verbs that tell too little of what is done, by themselves. */
const LIGHT =
  /^(?:have|use|do|provide|discuss|make|get|take|need|give|include|show|add|contain|want|see|know|find|create|bring|mean|say|offer|require|consider|assess|allow|put|keep|set|join|propose|mention|report|continue|begin|start|reply|state|note|answer|explain|suggest|ask|observe|fill|avoid|query|ensure|support|release|publish|receive|try)$/;

/** "What did the council discuss?", "What was Ada?": one of many things, on an occasion that nobody knows. */
function vague(question: string, asked: readonly Token[]): boolean {
  const placed = PLACED.test(question) && !/^What (?:did|was|were)\b/.test(question);
  const [first, second] = asked;
  if (first?.low !== 'what' && first?.low !== 'which') return false;
  const last = asked.at(-1)?.low ?? '';
  if (/^What (?:was|were) /.test(question)) return asked.length <= 3;
  const which = first.low === 'which' ? 1 : 0;
  const support = asked[1 + which]?.low ?? second?.low ?? '';
  if (!/^(?:do|does|did|will|would|can|could|may|must|shall|should|has|have)$/.test(support)) return false;
  if (!LIGHT.test(last.replace(/(?:ed|d)$/, '')) && !LIGHT.test(last) && last !== 'do') return false;
  const told = asked.slice(2 + which).filter((token) => !isFunctionWord(token.low)).length;
  if (placed) return told <= 1 && last !== 'do';
  return /^(?:did|will|would|has|have|shall)$/.test(support)
    ? told <= 4 - which
    : told <= 2 && which === 0 && last !== 'do';
}

/** "When did the shape have fluttered": an auxiliary taken for the verb. */
const doublyFinite = (asked: readonly Token[]): boolean =>
  /^(?:do|does|did)$/.test(asked[1]?.low ?? '') &&
  asked.some((token, i) => {
    if (i < 3 || !/^(?:have|be)$/.test(token.low)) return false;
    const next = asked[i + 1]?.low ?? '';
    return (
      verbAs(next, 'participle', 'past-or-participle') !== undefined &&
      !isNounish(next) &&
      !/^(?:that|which|who|to|can|will|would|should|must|may|might|could|and|or)$/.test(
        asked[i - 1]?.low ?? '',
      )
    );
  });

/** Asks when, and says when. */
const TIMED =
  /^When\b.*\b(?:in (?:1[5-9]|20)\d\d|on \d{1,2} \p{Lu}\p{Ll}+|on \p{Lu}\p{Ll}+ \d{1,2}|at \d{1,2}:\d\d)\b/u;

/** "If that is not possible": what that is stands in an earlier sentence. */
const LOOSE_THAT =
  /\b(?:if|when|because|since|although|while|once|unless|after|before|where|as|for|of|in|to|with|from|than|like|by|on|about|at)\s+(?:that|this|those)(?:['’]s|\s+(?:is|was|are|were|has|does|do|did|will|would|can|may|might)\b|[,.])/i;

/** "Which lengths have variable lengths", and "that work" where a noun is pointed at. */
function saysTwice(asked: readonly Token[]): boolean {
  const which = asked[0]?.low === 'which' ? asked[1]?.low : undefined;
  if (which !== undefined && asked.slice(2).some((token) => token.low === which))
    return asked[2] !== undefined && !/^(?:is|was|are|were)$/.test(asked[2].low);
  return asked.some(
    (token, i) =>
      token.low === 'that' &&
      i > 0 &&
      /^(?:is|are|was|were|do|does|did|can|could|will|would|should|must|may|might|has|have|of|in|on|for|with|to|from|by|at|if|when)$/.test(
        asked[i - 1]?.low ?? '',
      ),
  );
}

/** "When does it last 30 days and is reviewed": what "do" began, another finite verb goes on. */
function secondFinite(asked: readonly Token[]): boolean {
  const support = asked.findIndex((token) =>
    /^(?:do|does|did|can|may|must|will|would|should|could)$/.test(token.low),
  );
  return asked.some((token, i) => {
    if (i === 0 || !/^(?:and|or|but|then)$/.test(asked[i - 1]?.low ?? '')) return false;
    if (/^(?:is|are|was|were|has|have|had|can|will|may|must|should|does|do|did)$/.test(token.low))
      return true;
    if (support < 0 || support > 5 || i < support) return false;
    if ((asked[support]?.low ?? '').startsWith('d') && verbAs(token.low, 'third') && !isNounish(token.low))
      return true;
    const next = asked[i + 1];
    const opens =
      next === undefined ||
      /^(?:the|a|an|to|by|with|in|on|at|from|for|its|their|his|her|\d+)$/.test(next.low);
    const doing = (asked[support]?.low ?? '').startsWith('d');
    const finite = doing
      ? verbAs(token.low, 'third', 'past', 'past-or-participle')
      : verbAs(token.low, 'third', 'past');
    return opens && finite !== undefined && verbAs(token.low, 'base') === undefined;
  });
}

/** "Why is it important to": an "it" that stands for nothing. */
const EXPLETIVE =
  /\bis it (?:\w+ )?(?:possible|impossible|necessary|important|essential|useful|helpful|advisable|recommended|required|safe|unsafe|best|better|mandatory|customary|illegal|unlawful|forbidden|crucial|vital|critical|a good idea|good practice) to\b/i;

/** A pronoun in the question without a noun of the question before it. */
function pointsBack(asked: readonly Token[]): boolean {
  let nouns = 0;
  for (let i = 0; i < asked.length; i++) {
    const token = asked[i] as Token;
    if (firstPerson.has(token.low) && !(token.low === 'us' && token.text === 'US')) return true;
    if (/^(?:it|he|she|they|him|them|one|ones|it's|its|there's)$/.test(token.low) && token.low !== 'its')
      return true;
    if (thirdPersonPronouns.has(token.low) && token.text !== 'IT' && nouns < 1) return true;
    if (/^(?:its|their|his|her)$/.test(token.low) && i < 4) return true;
    if (i > 0 && !isFunctionWord(token.low) && !isNumber(token.low)) nouns++;
  }
  return false;
}

/** What stands on the page beside the text. */
const OF_THE_PAGE =
  /^(?:The|Each|Our|Your) (?:\p{Ll}+ )?(?:table|figure|diagram|chart|graph|picture|image|screenshot|photo|list|examples?|sections?|chapters?|video|exercise|excerpt|passage|snippet|columns?|rows?|article|text|lesson|page|document|post|code) (?:is|are|was|were|has|have|can|will|may|shows?|lists?|summari[sz]es?|highlights?|describes?|describing|gives?|provides?|contains?|explains?|covers?|illustrates?|introduces?|outlines?|discusses?|presents?|uses?|suggests?|allows?|assumes?|demonstrates?|of|in|on|from|with|at|\d)\b/u;

/** "It is important to": an "it" that stands for nothing. */
const ADVISING = /^It(?: is|['’]s) (?:\w+ ){1,2}(?:idea )?to\b/;

/** The answer opens with what it is about, not with a pronoun or the middle of a thought. */
function startsWhole(answer: string): boolean {
  const tokens = wordsOf(answer);
  const first = tokens[0];
  if (!first) return false;
  if (
    !ADVISING.test(answer) &&
    /^(?:he|she|it|they|this|that|these|those|him|his|her|their|its|such|both|here|which|who|whose|another|others|some|and|but|or|so)$/.test(
      first.low,
    )
  )
    return false;
  if (first.low === 'one' && tokens[1]?.low !== 'of') return false;
  if (/^(?:Doing (?:so|this|that)|If (?:so|not)),?\s/.test(answer) || OF_THE_PAGE.test(answer)) return false;
  if (ADVISING.test(answer)) return true;
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

/** The question says all that the answer says. */
function holdsAnswer(question: string, answer: string): boolean {
  const asked = new Set(wordsOf(question).map((token) => token.low.replace(/(?:s|es|ed|ing|d)$/, '')));
  const fresh = wordsOf(answer).filter(
    (token) => !isFunctionWord(token.low) && !asked.has(token.low.replace(/(?:s|es|ed|ing|d)$/, '')),
  );
  return (
    new Set(fresh.map((token) => token.low)).size < 1 ||
    question.toLowerCase().includes(answer.toLowerCase().replace(/\.$/, ''))
  );
}

/** How well a pair stands by itself and how much it tells: to be added to its rule's worth. */
export function quality(candidate: Candidate): number {
  if (candidate.own) return 0.5;
  const { question, answer } = candidate;
  const asked = wordsOf(question);
  const told = wordsOf(answer);
  let score = 0;
  const content = asked.filter((token) => !isFunctionWord(token.low)).length;
  const defines = /^(?:what is|who is|what are|what mean|what refer|what stands|what term)$/.test(
    candidate.frame,
  );
  if (defines) score += 0;
  else if (candidate.within) score -= 0.05;
  else if (content < 2) score -= 0.35;
  else if (content < 3) score -= 0.14;
  if (asked.length > 18) score -= 0.15;
  if (told.length < 6) score -= 0.1;
  if (told.length > 40) score -= 0.2;
  else if (told.length > 30) score -= 0.08;
  if (/\b(?:its|their|his|her)\b/i.test(question)) score -= 0.12;
  if (/\b(?:we|our|us|I|my)\b/.test(answer)) score -= 0.13;
  if (question.includes(' the authors of “')) score -= 0.12;
  if (/https?:|www\.|[_/]{1}\w+[_/]|\(e\.g/.test(question)) score -= 0.1;
  if (/["“”]/.test(question)) score -= 0.08;
  if (asked.some((token) => token.capital && asked.indexOf(token) > 1)) score += 0.08;
  score -= 0.06 * bareDefinites(asked).length;
  return score;
}
