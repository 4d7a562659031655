import type { Candidate } from './candidate.js';
import { isFunctionWord, isNumber, type Token } from './language/tokens.js';
import { isPlural, timeUnits } from './language/nouns.js';
import { isNounish, verbAs } from './language/verbs.js';
import { determiners, isAdverb, prepositions } from './language/words.js';

/** The heading that a question names at its end, alone or in its document. */
export const PLACED = /, according to “[^”]*”(?: in “[^”]*”)?\?$/;

/** Is it a fault of this pair? `asked` are the words of its question, without the heading named at its end. */
export type Fault = (candidate: Candidate, asked: readonly Token[]) => boolean;

/** What is wrong with the wording of a question: cut short, made of a clause misread, or too open to be answered. */
export const wordingFaults: Readonly<Record<string, Fault>> = {
  'a sum without its figure': ({ question }) =>
    /^How much\b.* (?:million|billion|thousand)(?:\?|, according)/.test(question),
  // "Your best bet is to install it"
  'when, of what is advised': ({ question }) =>
    /^(?:When|Where|Why) (?:is|are|was|were) (?:\S+ ){1,2}(?:bet|option|choice|way|idea|solution|plan|step)s? to\b/.test(
      question,
    ),
  'several, and of what': ({ question }) =>
    /\b(?:there|these) (?:is|are|was|were) (?:multiple|several|many|more|none|enough)(?:\?|, according)/.test(
      question,
    ),
  // "The six-point plan covers six points"
  'how many, with the number': ({ question }) => {
    const counted = /^How many (\p{L}+?)s? /u.exec(question)?.[1]?.toLowerCase();
    return counted !== undefined && question.toLowerCase().includes(`-${counted} `);
  },
  'only a guess': ({ question }) => /\b(?:most likely|probably|perhaps|presumably)\b/.test(question),
  'the name of a file': ({ question }) => /\w\.(?:jpe?g|png|svg|gif|webp)\b/i.test(question),
  'a number without its unit': ({ question }) =>
    /\b(?:to|than|about|over|under|least|most) (?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:\?|, according)/.test(
      question,
    ),
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
    /\bthe (?:extent|degree|way|manner|fact|ability|right|need|details|number|amount|kinds?|types?|order|rest|idea|lack|difference|increase|decrease|reason|cause|result|remainder|sum|likelihood|risk|possibility)(?:\?|, according)/.test(
      question,
    ) ||
    /\b(?:includes?|contains?|provides?|has|have|gives?) (?:details|information|examples|instructions|links|more|guidance)\?/.test(
      question,
    ),
  'examples of something': ({ question }) =>
    /^\S+ (?:is|are|does|do|can) (?:an? |the |some )?examples?\b/i.test(question),
  'a word of order at the subject': ({ question }) =>
    /^\S+ (?:\S+ )?(?:do|does|did|is|are|was|were|can|could|will|would|may|might|must|should|has|have) (?:generally|typically|usually|often|normally|sometimes|the more|the less|no longer) (?:\p{Ll}+s|\p{Ll}+ \p{Ll}+s|data)\b/u.test(
      question,
    ),
  'too open a noun': ({ question }) =>
    /^Which (?:ability|opportunity|right|extent|fact|need|lot|series|purpose|chance|sense|absence|presence|lack|combination|idea|thing|way|same|one|others?)s? /.test(
      question,
    ),
  'says where it asks where': ({ question }) =>
    /^Where\b.* (?:returned|sent|moved|brought|taken|delivered|submitted|posted|handed|copied|invited) to (?:the|any|a|an|each|every|your)\b/.test(
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
    /^How long\b.*\b(?:hourly|daily|weekly|monthly|yearly)(?:\?|, according)/.test(question) ||
    /^How often\b.*\b(?:once|twice|hourly|daily|weekly|monthly|yearly|annually|quarterly|times)\b/.test(
      question,
    ),
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
    /\ba first come\?$/.test(question) ||
    (/\b(?:factors|things|reasons|ways|areas|aspects|elements|items|steps|opportunit(?:y|ies)|abilit(?:y|ies))(?:\?|, according)/.test(
      question,
    ) &&
      !/^(?:How many|What are|Which)\b.* (?:factors|reasons|ways|areas|aspects|elements|items|steps)\b.* /.test(
        question,
      )),
  'an adverb for the subject': ({ question }) =>
    /^\S+ (?:\S+ )?(?:do|does|did) (?:generally|typically|usually|often|normally|sometimes|always|currently|now|then|also|just)\b/i.test(
      question,
    ) || /^How many \S+ (?:is|was|has) /.test(question),
  'a feeling for the subject': ({ question }) =>
    /^\S+ (?:\S+ )?(?:do|does|did|is|are|was|were|can|will|has|have) (?:un)?(?:fortunately|luckily|sadly|hopefully|obviously|clearly)\b/i.test(
      question,
    ),
  'why it is what it is': ({ question }) =>
    /^Why (?:is|are|was|were) (?:(?:your|the|their|its) (?:role|job|goal|aim|task|purpose)\b|.* (?:meant|intended|supposed) to\b)|^How\b.* (?:want|like) to make sure\b/.test(
      question,
    ),
  'asks which of a name': ({ question, answer }) => {
    const noun = /^Which (\S+) /.exec(question)?.[1];
    return (
      noun !== undefined &&
      /\b(?:called|named)\b/.test(answer) &&
      (answer.includes(`called ${noun}`) || answer.includes(`named ${noun}`))
    );
  },
  'whose it is that does it': ({ question }) => /^Who\b.*\bits\b/.test(question),
  // "How soon do the authors of “X” reply?": to whom
  'what its authors do, without its object': ({ question }) =>
    /^(?:What|When|Where|Why|How(?: \w+)?) (?:do|did|will|can) the authors of “[^”]*” \w+\?$/.test(question),
  'a loose participle': (_, asked) => looseEnd(asked),
  'an act without its object': ({ question }, asked) => vague(question, asked),
  'a verb after "do" that takes another': (_, asked) => doublyFinite(asked),
  'a number of the text': ({ question }) => /\b\d+[a-z]\b(?![-\w])/.test(question),
  'both of what': ({ question }) => /\bboth\b/i.test(question) && !/\bboth\b[^?]*\band\b/i.test(question),
  'a part of what': ({ question }) =>
    /^\S+ (?:is|are|was|were|do|does|did|can|could|will|would|has|have) (?:about |only |almost |nearly )?(?:an?|one|two|three|four) (?:third|quarter|fifth|tenth|hal)(?:s|f|ves)? (?!of\b)/.test(
      question,
    ),
  'when, of what is no more': ({ question }) => /^When (?:do|does|did)\b.*\bno longer\b/.test(question),
  'a length of time cut off': ({ answer }, asked) => {
    const last = asked.at(-1)?.low ?? '';
    const before = asked.at(-2)?.low ?? '';
    return (
      timeUnits.has(last) &&
      new RegExp(`\\b${before} ${last} (?:before|after|later|earlier|ago|in advance|prior)\\b`, 'i').test(
        answer,
      )
    );
  },
  // "How long did a society collect money for its repair?": of what else?
  'of whose': ({ question }) =>
    /\b(?:society|committee|council|board|company|club|team|group|government|parliament|association|trust)\b.* (?:for|of|from|to) its\b/.test(
      question,
    ),
  'goes on': ({ question }) => /\bthen\b/i.test(question) && !/\b(?:if|when|once)\b/i.test(question),
  'a word twice': ({ question }) =>
    /\b(\p{L}+) \1\b/iu.test(question) && !/\b(?:that that|had had|is is)\b/i.test(question),
  'asks when and says the date': ({ question }) =>
    TIMED.test(question) || /^When\b.*\bas soon as\b/.test(question),
  'says twice what it asks for': (_, asked) => saysTwice(asked),
  'a second verb': (_, asked) => secondFinite(asked),
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
  /^(?:have|use|do|provide|discuss|make|get|take|need|give|include|show|add|contain|want|see|know|find|create|bring|mean|say|offer|require|consider|assess|allow|put|keep|set|join|propose|mention|report|continue|begin|start|reply|state|note|answer|explain|suggest|ask|observe|fill|avoid|query|ensure|support|release|publish|receive|try|play|assist|agree|suspect|describe|award|think|believe|claim|argue|expect|fear|hope|conclude|warn|recognize|recognise|acknowledge|represent|warrant|reach|face|hit|gain|win|lose|lodge|file|sign|hold|issue)$/;

/** "What did the council discuss?", "What was Ada?": one of many things, on an occasion that nobody knows. */
function vague(question: string, asked: readonly Token[]): boolean {
  // Of a person, the document tells what it was
  const placed =
    PLACED.test(question) &&
    (!/^What (?:did|was|were)\b/.test(question) ||
      (/^What did\b/.test(question) && asked[2]?.capital === true));
  const [first, second] = asked;
  if (first?.low !== 'what' && first?.low !== 'which') return false;
  const last = asked.at(-1)?.low ?? '';
  if (/^What (?:was|were) /.test(question)) return asked.length <= 3;
  const which = first.low === 'which' ? 1 : 0;
  const support = asked[1 + which]?.low ?? second?.low ?? '';
  if (!/^(?:do|does|did|will|would|can|could|may|must|shall|should|has|have)$/.test(support)) return false;
  if (!LIGHT.test(last.replace(/(?:ed|d)$/, '')) && !LIGHT.test(last) && last !== 'do') return false;
  const told = asked.slice(2 + which).filter((token) => !isFunctionWord(token.low)).length;
  if (placed) return told <= (last === 'do' ? 0 : 1);
  return /^(?:did|will|would|has|have|shall)$/.test(support)
    ? told <= (last === 'do' ? 3 : 4 - which)
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
  /^When\b.*\b(?:in (?:\p{Lu}\p{Ll}+ )?(?:1[5-9]|20)\d\d|on \d{1,2} \p{Lu}\p{Ll}+|on \p{Lu}\p{Ll}+ \d{1,2}|at \d{1,2}:\d\d)\b/u;

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

/** A verb with its object, and no participle: "leave the kitchen". */
const actsOn = ({ low }: Token, next: Token | undefined): boolean =>
  next !== undefined &&
  /^(?:the|an?|its|their|his|her|your)$/.test(next.low) &&
  verbAs(low, 'base', 'third', 'past') !== undefined &&
  verbAs(low, 'participle', 'past-or-participle') === undefined;

/** Do a single noun and a verb that fits it begin here: "server answers with"? */
function opensClause(asked: readonly Token[], from: number): boolean {
  const verb = [from + 1, from + 2].find((at) => {
    const before = asked[at - 1];
    return (
      before !== undefined &&
      !isPlural(before.low) &&
      verbAs(asked[at]?.low ?? '', 'third', 'past') !== undefined
    );
  });
  const after = verb === undefined ? undefined : asked[verb + 1];
  return (
    verb !== undefined &&
    !asked.slice(from, verb).some((each) => isFunctionWord(each.low)) &&
    (after === undefined || prepositions.has(after.low) || determiners.has(after.low)) &&
    after?.low !== 'of'
  );
}

/** "When does it last 30 days and is reviewed": what "do" began, another finite verb goes on. */
function secondFinite(asked: readonly Token[]): boolean {
  const support = asked.findIndex((token) =>
    /^(?:do|does|did|can|may|must|will|would|should|could)$/.test(token.low),
  );
  return asked.some((token, i) => {
    if (i === 0 || !/^(?:and|or|but|then)$/.test(asked[i - 1]?.low ?? '')) return false;
    // "possible and the server answers with 409"
    if (/^(?:the|an?|its|their|your)$/.test(token.low) && opensClause(asked, i + 1)) return true;
    if (/^(?:is|are|was|were|has|have|had|can|will|may|must|should|does|do|did)$/.test(token.low))
      return true;
    const be = asked.findIndex(({ low }) => /^(?:is|are|was|were)$/.test(low));
    // "are prepared before all others and leave the kitchen"
    if (support < 0 && be > 0 && be < 3 && i > be + 2 && actsOn(token, asked[i + 1])) return true;
    if (support < 0 || support > 5 || i < support) return false;
    const joins = asked[i - 2]?.low ?? '';
    if (
      (asked[support]?.low ?? '').startsWith('d') &&
      verbAs(token.low, 'third') &&
      // "floats at first and turns upright": no noun before it that it could be listed with
      (!isNounish(token.low) ||
        isAdverb(joins) ||
        /^(?:first|last|once|twice|again|up|down|out|off)$/.test(joins))
    )
      return true;
    const next = asked[i + 1];
    const opens =
      next === undefined ||
      next.capital ||
      isNumber(next.low) ||
      /^\p{L}+-\p{L}+$/u.test(next.text) ||
      isAdverb(next.low) ||
      /^(?:the|a|an|to|by|with|in|on|at|from|for|its|their|his|her|up|down|out|off|away|back|over|it|them|itself|themselves|everything|something|anything|all|each|every|any|\d+)$/.test(
        next.low,
      );
    const doing = (asked[support]?.low ?? '').startsWith('d');
    const finite = doing
      ? verbAs(token.low, 'third', 'past', 'past-or-participle')
      : verbAs(token.low, 'third', 'past');
    return opens && finite !== undefined && verbAs(token.low, 'base') === undefined;
  });
}
