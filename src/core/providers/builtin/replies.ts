import { bareDefinites } from './definites.js';
import { isGivenName, isPerson, months, weekdays } from './language/nouns.js';
import { isFunctionWord, isNumber, tokenize, wordsOf, type Token } from './language/tokens.js';
import { isNounish, verbAs } from './language/verbs.js';
import { finiteAuxiliaries, personalPronouns, vagueHeads } from './language/words.js';
import { PLACED, type Fault } from './wording.js';

/** Whether an answer replies to the question word: a reason to "why", a time to "when", a name to "which". */
export const replyFaults: Readonly<Record<string, Fault>> = {
  'why without a reason': ({ question, answer }) =>
    /^Why\b/.test(question) && (!givesReason(question, answer) || OTHER_REASON.test(answer)),
  'when without a time': ({ question, answer }) =>
    /^When\b/.test(question) && !TIME.test(answer) && !namesDay(answer),
  'when, of what is done already': ({ question, answer }) =>
    /^When (?:has|have) (?!to\b)/.test(question) ||
    (/^When (?:was|were|did|had|(?:is|are) .*\b\p{L}+ing\b)/u.test(question) && LATER.test(answer)),
  'asks when and says when': ({ question }) => SAYS_WHEN.test(question),
  // "When will it stay closed until September?"
  'asks when and says until when': ({ question }) =>
    /^When\b(?!.*\b(?:not|n['’]t)\b).*\buntil\b/.test(question),
  'asks when and says how long': ({ question }) => SAYS_HOW_LONG.test(question),
  'which, and only the noun': ({ question, answer }) => repeatsNoun(question, answer),
  'a thing without its name': ({ question, answer }) =>
    /^What\b/.test(question) && isUnnamed(question, answer),
  // "Sprays are better than tablets": no definition
  'what it is, by comparing': ({ question, answer }) =>
    /^(?:What|Who) (?:is|are|was|were) [^,]*(?:\?|, according)/.test(question) &&
    /^[^,]{1,80}? (?:is|are|was|were) (?:(?:much|far|often|usually|even|slightly) )?(?:better|worse|more|less|most|least|\p{L}+er) (?:\p{L}+ )?(?:than|of the)\b/u.test(
      answer,
    ),
  'what day it is on': ({ question, answer }) =>
    /^What\b.* on(?:\?|, according)/.test(question) && /\bon (?:\p{L}+ )?\p{L}+days\b/u.test(answer),
  // "Two years after the crash, there is hope": counts to a time
  'how many years after': ({ question }) =>
    /^How many \p{L}+ (?:after|before|ago|later|since|earlier|and (?:at least|at most|about|\d+|one|two|three|four|five|six|ten))\b/u.test(
      question,
    ),
  'when one likes': ({ question, answer }) =>
    question.startsWith('When ') &&
    (/\b(?:[Ww]hen|[Oo]nce) you(?:['’]re| are) (?:ready|done|finished|comfortable)\b/.test(answer) ||
      /\bto do(?:\?|, according)/.test(question)),
  'what happened if': ({ question }) => question.startsWith('What happened if '),
  'a number of what is done': ({ question }) =>
    /^How many \p{L}+ (?:allowed|required|needed|given|used|left|available)\b/u.test(question),
  'when of another act': ({ question }) =>
    /^When\b.*\b(?:failure|decision|plan|promise|attempt|offer|refusal|threat|bid|ability|proposal) to\b/.test(
      question,
    ),
  'when it was said, not what': ({ question, answer }) =>
    /^(?:When|Where) (?:did|does|has|had|was)\b.*\b(?:tell|told|say|said|report|reported|warn|warned|announce|announced|inform|informed|show|find|argue|note|discover|conclude|suggest|propose|reveal|explain|prove)\b/.test(
      question,
    ) &&
    answer.includes(' that ') &&
    !question.includes(' that '),
  'an adjective without its noun': ({ question }) =>
    /\b(?:on|in|of|with|for|by|to|an?|the|and) (?:small|large|big|new|old|young|good|bad|long|short|high|low|strong|weak|heavy|light|deep|wide|simple|clear|free|full|great|main|early|late|rich|poor|hot|cold|warm|dry|wet|dark|bright|soft|hard|fresh|clean|public|local|national|social|political|economic)(?:\?|, according)/.test(
      question,
    ),
  'about how many': ({ question, answer }) =>
    /\babout(?:\?|, according)/.test(question) &&
    /\babout (?:\d|one|two|three|four|five|six|half|a (?:third|quarter|dozen))\b/.test(answer),
  'how often, at how many times': ({ question }) =>
    /^How often\b.* at \p{L}+ (?:points|times|stages|intervals)\b/u.test(question),
  'who, of what is done': ({ question, answer }) =>
    /^Who\b.* responsible for(?:\?|, according)/.test(question) &&
    /\bresponsible for \p{L}+ing\b/u.test(answer),
  'a question word at the end': ({ question }) =>
    /\b(?:how|how (?:long|much|many|often|far)|what|which|whether|why|when|where|who)(?:\?|, according)/.test(
      question.slice(4),
    ),
  'an order for the subject of "which"': ({ question }, asked) =>
    /^Which \p{Ll}+ does \p{Ll}/u.test(question) &&
    asked.length <= 5 &&
    verbAs(asked[3]?.low ?? '', 'base') !== undefined,
  'a person that is asked for as a thing': ({ question, answer }) => {
    const name = /\bby (\p{Lu}\p{Ll}+)(?! \p{L}*(?:Inc|Ltd|Group|Company))/u.exec(answer)?.[1];
    return (
      question.startsWith('What ') &&
      name !== undefined &&
      isGivenName(name.toLowerCase()) &&
      !question.includes(' by')
    );
  },
  // "It can cause several side effects": which, it does not say
  'several of what': ({ question, answer }) =>
    /^What (?:does|do|did|can|could|may|might|will|would|should|must|has|have)\b/.test(question) &&
    /\b(?:several|many|various|different|numerous|certain|multiple) (?:\p{L}+ ){0,2}\p{L}+s\.$/u.test(answer),
  // "They argue about something real"
  'something, and not what': ({ question, answer }) =>
    /^(?:What|Which|Who|Why)\b/.test(question) &&
    /\b(?:some|any|every)(?:thing|one|body)(?: \p{L}+){0,2}\.$/u.test(answer),
  'how many, and which': ({ question }) => /^How many\b[^?]*, (?!according|when\b|if\b)/.test(question),
  'which, without a verb': (_, asked) =>
    asked[0]?.low === 'which' &&
    /^(?:back|to|from|into|through|of|in|on|at|with|and|or|for)$/.test(asked[2]?.low ?? ''),
  'a condition without a verb': (_, asked) => {
    const from = asked.findIndex((token, i) => i > 2 && /^(?:if|when|once)$/.test(token.low)) + 1;
    const condition = asked.slice(from);
    return (
      from > 0 &&
      !condition.some(
        ({ low }) =>
          finiteAuxiliaries.has(low) ||
          personalPronouns.has(low) ||
          low.endsWith('ing') ||
          (verbAs(low, 'third', 'past', 'base', 'past-or-participle') !== undefined && !isNounish(low)),
      ) &&
      condition.some(({ low }) => /^(?:the|any|an?|all)$/.test(low)) &&
      condition.length < 12
    );
  },
  'vary on': ({ question }) => /\bvary on\?|\bvary on,/.test(question),
  'a body that is asked for as a thing': ({ question, answer }) =>
    question.startsWith('What ') && BODY.test(answer) && asksSubject(question, answer),
  'an activity for an aim': ({ question }) => /^Which activity (?:is|was) to\b/.test(question),
  'the same as what': ({ answer }) => /\bthe same \p{L}+[.,;]/u.test(answer),
  'a letter of a list': ({ answer }) =>
    /\b(?:in|under|by|of|to|with|and|or|paragraph|clause|rule) \([a-z\d]{1,3}\)/.test(answer),
  'a conclusion without its ground': ({ answer }) => /(?<!\band |[;:] )\btherefore\b/.test(answer),
  'somebody who is not known': ({ question }) =>
    /\b(?:until|if|when|once|after|before|as) (?:somebody|someone|anybody|anyone|something) (?:is|was|has|can|will)\b/.test(
      question,
    ),
  'more than what': ({ question }) =>
    /\b(?:longer|shorter|higher|lower|better|worse|larger|smaller|faster|slower|cheaper|earlier|later|greater|fewer|older|younger|stronger|weaker|heavier|lighter|closer|further)(?:\?|, according)/.test(
      question,
    ),
};

export const REASON =
  /\b(?:[Bb]ecause|since|so|due|owing|thanks|thus|hence|otherwise|reasons?|lest|purpose|avoids?|prevents?|ensures?|helps?|means?|(?<!\bas \p{L}+ )as (?!\p{L}+ as\b))\b|;|, which\b|, or\b|\bor (?:you|it|the|they)\b/u;
const count = (text: string, word: string): number =>
  wordsOf(text).filter((token) => token.low === word).length;
/** A reason, or an aim that the question does not name. */
const givesReason = (question: string, answer: string): boolean =>
  REASON.test(answer) || ['to', 'for'].some((word) => count(answer, word) > count(question, word));
/** "and, because the seats are loose, people walk": the reason for what follows. */
const OTHER_REASON = /\b(?:and|but),? (?:because|since|as) [^,]{3,120}, \p{L}/u;

const TIME =
  /\b(?:when|whenever|if|unless|after|afterwards|before|until|till|once|while|during|since|by|within|as soon|as long|upon|at|on request|in (?:the|early|late|mid|case|response|spring|summer|autumn|winter|advance|future|\d)|from|between|every|each|daily|weekly|monthly|annually|yearly|year|month|week|day|night|morning|afternoon|evening|weekend|spring|summer|autumn|winter|midnight|noon|o'clock|century|\d{4}s?|a\.m|p\.m|am|pm|immediately|first|last|next|only|earlier|later|provided|in)\b/i;
const namesDay = (answer: string): boolean =>
  wordsOf(answer).some((token) => months.has(token.low) || weekdays.has(token.low));

export const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|several|some|a few|many)';
export const UNIT =
  '(?:minutes|hours|days|weeks|months|years|decades|minute|hour|day|week|month|year|decade)';
/** "After eight years": when that was, nobody can tell. */
const LATER = new RegExp(
  `\\bafter (?:about |only |more than |almost |nearly )?${NUMBER} ${UNIT}\\b(?! (?:of|from|after))`,
  'i',
);
/** "When will it open next winter?", "When should you write by 7 March?", "When should you wait 15 minutes?" */
const SAYS_WHEN = new RegExp(
  `^When\\b.*\\b(?:(?:next|last) (?:spring|summer|autumn|winter|fall|week|month|year|term)|by (?:\\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)|waits? (?:for )?(?:about )?${NUMBER} ${UNIT}|in the (?:morning|afternoon|evening)|within (?:about )?${NUMBER} ${UNIT}|on (?:an? |every |the )?(?:weekdays?|weekends?|\\p{L}+day) ?(?:mornings?|afternoons?|evenings?|nights?)?|between \\d{1,2}(?:[:.]\\d\\d)? ?(?:a\\.m\\.|p\\.m\\.)? ?and \\d|daily|every (?:day|week|month|year|morning|afternoon|evening|night)|every \\p{Lu}\\p{Ll}+day|from \\d{1,2}(?::\\d\\d)? to \\d|except \\p{Lu}\\p{Ll}+days)\\b`,
  'u',
);

/** "When had she worked for ten years?" */
const SAYS_HOW_LONG = new RegExp(
  `^When\\b.*\\bfor (?:about |at least |up to |more than )?${NUMBER} ${UNIT}\\b`,
);

/** A body of people is asked for by "who". */
const BODY =
  /^(?:The )?(?:\p{Lu}[\p{L}’'-]{0,30} (?:(?:of|for|the|and|on) ){0,2}){0,5}(?:Committee|Board|Council|Team|Court|Ministry|Department|Association|Panel|Commission|Club|Society|Union|Government|Forum)\b/u;

/** Words before a noun that do not say which it is. */
const NO_NAME =
  /^(?:same|two|three|four|five|six|seven|eight|nine|ten|several|many|some|few|both|all|most|more|new|other|further|various|different|certain|only|own|such|another|following|longer|shorter|larger|smaller|later|earlier|higher|lower|bigger|newer|greater|better|the|an?|these|those)$/;

/** "Which posts fall vacant?" of "Two posts fall vacant": says only how many. */
function repeatsNoun(question: string, answer: string): boolean {
  const noun = /^Which (\p{L}[\p{L}-]*) /u.exec(question)?.[1]?.toLowerCase();
  if (noun === undefined || answer.includes(':')) return false;
  const told = wordsOf(answer);
  const places = told.flatMap((token, i) => (token.low === noun ? [i] : []));
  return (
    places.length > 0 &&
    places.every((at) => {
      const before = told[at - 1];
      const after = told[at + 1];
      const bare =
        before === undefined ||
        isFunctionWord(before.low) ||
        isNumber(before.low) ||
        NO_NAME.test(before.low);
      return bare && !(after && NAMING.test(after.low));
    })
  );
}

/** After a noun: what says which one is meant. */
const NAMING =
  /^(?:of|in|on|from|with|without|for|that|which|who|whose|called|named|about|at|under|over|between|to|against|by|are|is|were|was|\p{L}+(?:ed|ing))$/u;

/** "What reveals four droughts?" of "The record reveals": which record, the answer does not say either. */
function isUnnamed(question: string, answer: string): boolean {
  if (
    /^What (?:is|are|was|were|do|does|did|can|could|will|would|may|might|must|shall|should|has|have|had|happens?|happened)\b/.test(
      question,
    ) &&
    !asksSubject(question, answer)
  )
    return false;
  const opening = /^(?:The|These|Those|An?) /.test(answer) ? tokenize(`t${answer.slice(1, 90)}`) : [];
  const [noun] = bareDefinites(opening.filter((token) => !token.mark).map(lowFirst));
  const subject = opening.filter((token) => !token.mark).slice(1, 3);
  return (
    answer.startsWith('The ') &&
    noun !== undefined &&
    (subject[0]?.low === noun.low || (subject[1]?.low === noun.low && NO_NAME.test(subject[0]?.low ?? ''))) &&
    !isPerson(noun.low) &&
    !vagueHeads.has(noun.low) &&
    !new RegExp(`\\b${noun.low.replace(/[^\p{L}\p{N}]/gu, '.')}`, 'u').test(question.toLowerCase())
  );
}

const lowFirst = (token: Token, i: number): Token =>
  i === 0 ? { ...token, low: 'the', text: 'the', capital: false } : token;

/** Is the rest of "What has revealed it?" the rest of its answer: is the subject asked for? */
function asksSubject(question: string, answer: string): boolean {
  const tail = question
    .replace(PLACED, '?')
    .replace(/^What |\?$/g, '')
    .split(' ');
  return tail.length > 1 && answer.includes(tail.slice(0, 3).join(' '));
}
