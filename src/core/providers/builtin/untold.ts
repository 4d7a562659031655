import type { Candidate } from './candidate.js';
import { bareDefinites } from './definites.js';
import { bodies, isPerson, places } from './language/nouns.js';
import { isFunctionWord, wordsOf, type Token } from './language/tokens.js';
import { isNounish, verbAs } from './language/verbs.js';
import { PLACED, type Fault } from './wording.js';

/** What a pair leaves to the text around it: by what one is affected, where one goes back to, until when. */
export const untoldFaults: Readonly<Record<string, Fault>> = {
  // "What should you do if you are affected?"
  'affected by what': ({ question, answer }) => AFFECTED.test(question) || AFFECTED.test(answer),
  // "Fourteen people met": which ones
  'some number of people': ({ question }) =>
    /^(?:When|Where|Why|How) (?:did|do|does|was|were|will|are|is) (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|twenty|several|some|many) (?:people|men|women|members|persons|friends|students|children|others)\b(?! (?:of|from|with|who|in|on)\b)/.test(
      question,
    ),
  // "When did Arne Holm leave?", "When was Olive Marchant elected?": where, and as what
  'left what, elected as what': ({ question }) =>
    /^(?:When|Why|How)\b.*\b(?:leave|lose|win|pass|return)(?:\?|, according)/.test(question) ||
    /^(?:When|Why|How) (?:was|were) (?:\p{Lu}\S+ ){1,3}(?:elected|appointed|promoted|chosen|nominated)(?:\?|, according)/u.test(
      question,
    ),
  // "When should you go back on a weekday morning?"
  'an act of going, without where': ({ question }) =>
    GOES.test(question) ||
    // "When should you ask at the desk?": for what
    /^When should you (?:ask|look|check|call|ring|write|enquire)(?: (?:at|in|on) the \p{L}+)?(?:\?|, according)/u.test(
      question,
    ) ||
    /\b(?:get|come|go|let|put) (?:in|out|up|off|on|back|through|away)(?:\?|, according)/.test(question),
  'there, and nowhere': ({ question, answer }) =>
    LOOSE_THERE.test(question) ||
    /\b(?:left|kept|stored|found|placed|put|sent|taken|held|parked|sold|made|born) there\b/.test(question) ||
    LOOSE_THERE.test(answer) ||
    /^There (?!is\b|are\b|was\b|were\b|will\b|can\b|may\b|must\b|should\b|has\b|have\b|had\b|might\b|could\b|would\b|shall\b|remains?\b|exists?\b|seems?\b|appears?\b)/.test(
      answer,
    ),
  // "If no answer has come by then", "for the next six years"
  'a time that an earlier sentence tells': ({ answer, question }) =>
    EARLIER_TIME.test(answer) || EARLIER_TIME.test(question),
  'more of what': ({ question }) =>
    /\b(?:is|are|was|were|get|gets|have|has) more(?: to \p{L}+)?(?:[?,]|$)/u.test(question),
  // "A second case leads to the withdrawal of the card"
  'the second of what': ({ question }) =>
    /^\S+ (?:is|are|was|were|do|does|did|can|could|will|would|may|must|should|shall|has|have) an? (?:second|third|fourth|further|repeated?|similar|new) \p{Ll}+\b(?! (?:of|for|in)\b)/u.test(
      question,
    ),
  // "Call the service line instead of making a third", "who will reply within ten"
  'an ordinal without its noun': ({ question, answer }) =>
    /\ban? (?:second|third|fourth|fifth)(?:\?|, according)/.test(question) ||
    /\b(?:an? (?:second|third|fourth|fifth)|(?:within|after|for) (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve))\.$/.test(
      answer,
    ),
  // "A replacement costs 45 euros"
  'a replacement of what': ({ question }) =>
    /^(?:\S+ ){1,2}(?:is|are|was|were|do|does|did|can|could|will|would|may|must|should|shall|has|have) an? (?:replacement|request|complaint|petition|extension|exception|reply|response|copy|reminder|refund|supplement|surcharge|successor|substitute|spare|decision|answer|renewal|cancellation|breach|repetition|repeat)\b(?! (?:of|for|to|from|in)\b)/.test(
      question,
    ),
  // "Colleagues remember a courteous man"
  'whose colleagues': ({ question }) =>
    !PLACED.test(question) &&
    /\b(?:do|did|does|have|has|are|were|was|will|can|may|must|should) (?:colleagues|relatives|friends|critics|opponents|supporters|rivals|successors|descendants|heirs|followers|admirers|contemporaries|classmates|siblings|brothers|sisters|subordinates|superiors|predecessors)\b(?! (?:of|in|at|from|who)\b)/.test(
      question,
    ),
  // "Steel sheets have taken their place"
  'whose place': ({ question }) =>
    /\b(?:take|taken|took|takes|taking) (?:its|their|his|her) place\b|\b(?:in|on) (?:its|their|his|her) (?:place|stead|behalf)\b/.test(
      question,
    ),
  // "A cautious man offered the post to her father"
  'her, where only a man is named': ({ answer }) => speaksOfAnother(answer),
};

const AFFECTED =
  /\b(?:am|is|are|was|were|be|been|get|gets|got|['’]re) (?:\w+ly |still |also )?(?:affected|involved|concerned|in doubt|unsure|interested)(?=[,.;?]| (?:and|or|but)\b)/i;

/** Verbs of motion and of beginning or ending, with nothing after them but a time. */
const GOES =
  /\byou (?:go|come|get|turn|move|head|switch|be) (?:back|out|in|up|down|on|over|away)(?=[?,]| (?:on|at|when|before|after|until|during|for|within|if|in the (?:morning|evening|afternoon))\b)|\byou (?:leave|start|stop|begin|finish|continue|proceed|return|arrive|retry|wait|pass|reply|respond)(?=[?,]| (?:when|after|before|until|during|if)\b)/;

const LOOSE_THERE =
  /(?<!\b(?:is|are|was|were|be|been|will|would|can|may|might|must|should|shall|could|has|have|had|do|does|did|if|when|where|that|because|since|once|while|until|unless|and|but|as|so|out|though|although|says|said|think|know)|[,;:“"(]) there(?= [a-z]|[,.;?])(?! (?:is|are|was|were|be|will|would|can|may|might|must|should|shall|could|has|have|had|remains?|seems?|exists?)\b)/i;

const EARLIER_TIME =
  /\b(?:by|until|till|since|before|from) then\b|\b(?:for|over|in|during|within|of) the next (?:few |several |\p{L}+ |\d+ )?(?:years?|months?|weeks?|days?|hours?|decades?|minutes?)\b|\b(?:at|by|in) (?:that|this) (?:time|point|case|moment)\b|\b(?:the|that) (?:same )?(?:night|day|evening|morning|year) before\b/iu;

const MALE = /\b(?:[Mm]an|Mr|gentleman|boy|king|prince|monk|duke)\b/;
const FEMALE =
  /\b(?:[Ww]oman|Mrs|Ms|Miss|lady|girl|queen|princess|nun|mother|daughter|sister|wife|widow|duchess)\b/;
function speaksOfAnother(answer: string): boolean {
  const names = (answer.slice(1).match(/\p{Lu}\p{Ll}+/gu) ?? []).length;
  if (names > 2) return false;
  return (
    (MALE.test(answer) && !FEMALE.test(answer) && /\b(?:she|her|hers)\b/.test(answer)) ||
    (FEMALE.test(answer) && !MALE.test(answer) && /\b(?:he|his|him)\b/.test(answer))
  );
}

/** Things said, done or decided: each is one of many, and "the reply" is the one of which the text spoke before. */
const SPOKEN_OF =
  /^(?:answer|reply|right|post|list|photo|photograph|command|case|event|incident|situation|problem|idea|plan|proposal|request|reason|result|task|issue|question|decision|error|message|note|letter|report|change|finding|figure|offer|bid|deal|vote|measure|step|rule|condition|difference|effect|trick|method|share|sum|price|increase|drop|rise|fall|burst|lift|attempt|effort|discovery|theory|claim|story|account|version|period|place|thing|object|device|item|word|name|title|subject|topic|point|option|choice|call|talk|speech|draft|copy|form|project|scheme|work|job|move|break|pause|delay|warning|sign|alert|complaint|dispute|accident|attack|fire|crash|death|birth|marriage|fine|loan|gift|award|prize|motion|petition|inquiry|survey|study|experiment|test|trial|sample|process|procedure|operation|action|exercise|practice|one|other|pair|former|latter|rest|ban|recipe|mixture|offence|act|notice|storm|war|battle)$/;
/** Nouns that are verbs too and name a thing that is seen and touched, or stand for anything. */
const SEEN =
  /^(?:water|oil|salt|sugar|flour|butter|dust|plant|house|paper|ship|boat|lock|filter|pump|drain|button|screw|bolt|nail|tape|rope|bell|clock|lamp|film|garden|park|bridge|ferry|train|land|farm|fish|egg|seed|bed|face|hand|head|eye|shop|market|guard|guide|cook|lead|dough|tray|pan|pot|bowl|bottle|box|bag|can|cup|dish|tin|towel|brush|saw|hammer|drill|cable|wire|plug|switch|key|card|ticket|dog|bird|duck|skin|bone|stone|rock|sand|snow|ice|rain|wind|light|heat|air|steam|smoke|mirror|screen|fence|gate|wall|floor|roof|door|window|stove|iron|glue|paint|cover|lid|seal|hose|pipe|valve|tube|belt|brake|wheel|motor|engine|tank|battery|book|map|index|flag|mask|shell|nest|bark|root|branch|leaf|flower|fruit|nut|milk|cream|bread|cake|mouth|finger|shoulder|back|stomach|heel|foot|mast|anchor|sail|harbour|harbor|dock|bank|ground|mine|mill|forest|network|schedule|group|party|host|coach|pilot|doctor|nurse|judge|chair|staff|crew|stack|server|cluster|node|port|store|queue|cache|buffer|record|cursor|token|signal|frame|panel|handle|bar|balance|budget|rent|fee|trench|ditch|patch|sauce|soup|tablet|string|matter|names?|law|time|day|way)$/;

/** Of many such things, is one meant that only the text knows? Not where a heading names it. */
function isSpokenOf({ low }: Token): boolean {
  const single = low.replace(/(?<=[^s])s$/, '');
  if (SPOKEN_OF.test(single) || SPOKEN_OF.test(low.replace(/ies$/, 'y').replace(/es$/, ''))) return true;
  return (
    !(isPerson(low) || bodies.has(low) || places.has(low) || SEEN.test(single)) &&
    verbAs(single, 'base') !== undefined &&
    isNounish(single)
  );
}

/** What a whole document is about: its title, where the question names it, says which. */
const UNDERTAKING = /^(?:project|study|trial|survey|accident|experiment|incident|scheme)$/;

/**
 * Does the question or the answer speak of "the reply" or "the bursts", which neither a heading nor, for the answer,
 * the question tells?
 */
export function leavesUntold({ question, answer }: Candidate, headings: readonly string[]): boolean {
  const plain = question.replace(PLACED, '?');
  const placed = plain !== question;
  const open = (text: string, known: readonly string[]): boolean =>
    bareDefinites(wordsOf(text)).some(
      (noun) =>
        // "The last snapshot": says which
        text.slice(0, noun.start).toLowerCase().endsWith('the ') &&
        isSpokenOf(noun) &&
        !(placed && UNDERTAKING.test(noun.low)) &&
        !isNamedIn(noun, known),
    );
  return open(plain, headings) || open(answer.replace(/^The /, 'the '), [...headings, plain]);
}

/** Is the noun told by one of these texts: a question or a heading? */
function isNamedIn({ low }: Token, texts: readonly string[]): boolean {
  const stem = low.replace(/(?:ies|y|e?s)$/, '');
  return texts.some((text) =>
    wordsOf(text).some(
      (token) => !isFunctionWord(token.low) && token.low.replace(/(?:ies|y|e?s)$/, '') === stem,
    ),
  );
}
