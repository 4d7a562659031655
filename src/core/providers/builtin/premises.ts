import { REASON, NUMBER, UNIT } from './replies.js';
import { isFunctionWord, isNumber, wordsOf } from './language/tokens.js';
import { PLACED, type Fault } from './wording.js';

/** Whether a question takes for true, or for a place, a person or a reason, what its answer says to be otherwise. */
export const premiseFaults: Readonly<Record<string, Fault>> = {
  // "When a fatty acid has no double bonds, it is known as saturated": not so of every fatty acid
  'a condition that the question leaves out': ({ question, answer }) => leavesOutCondition(question, answer),
  // "Do not fail over merely because consumers are slow"
  'why, by what is no reason': ({ question, answer }) =>
    /^Why\b/.test(question) &&
    /\b(?:merely|simply|solely|just|not) because\b|\b(?:not|never|n['’]t)\b[^,]*\bonly because\b/i.test(
      answer,
    ),
  'why, by what comes of it': ({ question, answer }) =>
    /^Why (?!should you\b)/.test(question) && isConsequence(question, answer),
  // "The char nearly vanished": it did not vanish
  'what only nearly was': ({ question, answer }) => leavesOutNearly(question, answer),
  // "Nearly all decisions are made by officers"
  'all, of nearly all': ({ question, answer }) =>
    /\b(?:nearly|almost|not|virtually) (?:all|every|each|everyone|everything)\b/i.test(answer) &&
    !/\b(?:nearly|almost|not|virtually) (?:all|every|each|everyone|everything)\b/i.test(question),
  // "The first administrator is created"
  'who, of what is made': ({ question }) =>
    /^Who (?:is|are|was|were) (?:created|installed|generated|configured|stored|added|built|printed)\b/.test(
      question,
    ),
  // "The coordinator tells the agents when to start"
  'when, of what is told': ({ question, answer }) =>
    question.startsWith('When ') &&
    /\b(?:when|where|how) to \p{Ll}/u.test(answer) &&
    !TIME_OF_DAY.test(answer),
  // "Each application is checked when it arrives": says nothing
  'when it comes': ({ question, answer }) =>
    question.startsWith('When ') &&
    /\b(?:when|once|after|as) (?:it|they) (?:arrives?|comes?|happens?|occurs?|starts?|begins?|appears?)(?: in| up)?\.$/.test(
      answer,
    ),
  'how long, of the highest for so long': ({ question, answer }) =>
    question.startsWith('How long ') &&
    /\b(?:\p{L}+est|worst|best|most \p{L}+|first|last) (?:\p{L}+ ){0,3}(?:for|in) (?:\p{L}+ |\d+ ){1,3}(?:years|months|weeks|days|decades)\b/u.test(
      answer,
    ),
  'where, of how many at a time': ({ question, answer }) =>
    question.startsWith('Where ') &&
    /\bin (?:pages|batches|groups|sets|parts|pairs|units|steps|stages|chunks|rows|packs|boxes|lots|blocks) of (?:\d|two|three|four|five|six|ten|twelve|up to|about)/.test(
      answer,
    ),
  // "A hedge is a slow animal": a figure of speech, or too little
  'what it is, in two words': ({ question, answer }) =>
    /^What (?:is|are) an? \p{Ll}/u.test(question) && /^\S+ \S+ is an? \p{L}+(?: \p{L}+)?\.$/u.test(answer),
  // "The prize money is to be spent on a trailer"
  'what it is, of what it is to be': ({ question, answer }) =>
    /^What (?:is|are|was|were) /.test(question) &&
    /^.{1,80}? (?:is|are|was|were) to (?:be )?\p{Ll}+/u.test(answer) &&
    !/ to\b/.test(question),
  // "We are closed on Mondays": a museum is, and not who wrote its page
  'what no author is or does': ({ question }) => /^\S+ (?:are|were|is|was) the authors? of “/.test(question),
  'who it is, by "himself"': ({ question }) =>
    /^\S+ (?:\S+ )?(?:do|does|did|is|was|are|were|has|have|will|can) (?:\S+ ){1,3}(?:himself|herself|itself|themselves) \p{L}/u.test(
      question,
    ),
  'where, of how warm': ({ question, answer }) =>
    question.startsWith('Where ') &&
    /\bunder \p{Lu}\p{Ll}+ \p{Lu}|\bunder an? (?:\p{Ll}+ ){0,2}(?:licen[cs]e|name|title|law|contract|condition|pseudonym|agreement)\b|\bat (?:(?:room|body|high|low|constant|an? \p{Ll}+) (?:temperatures?|pressure)|full|half|low|high|your own|all|least|most)\b/u.test(
      answer,
    ) &&
    !/\b(?:in|on|behind|beside|inside|near) (?:the|an?)\b/.test(answer.split(/, | and /, 1)[0] ?? ''),
  // "It rose from 40 in 2010 to 900 in 2022"
  'when, from one number to another': ({ question }) =>
    /^When\b.* (?:from|to) (?:about |over )?[\d£$€][\d.,]*(?: %| per cent)?(?:\?|, according)/.test(question),
  // "They called the closure a blow"
  'what it was called, without its name': ({ question }) =>
    /^What (?:do|does|did|can|could|will|would|may|must|should) [^?]*\b(?:call|name|dub|label|deem|consider|declare|appoint|elect|render|term)(?:\?|, according)/.test(
      question,
    ),
  'when, of how long it waits': ({ question, answer }) =>
    /^When (?:do|does|did)\b.*\b(?:wait|last|pause|rest)(?:\?|, according)/.test(question) &&
    new RegExp(`\\b${NUMBER} ${UNIT} (?:before|after|until)\\b`).test(answer),
  // "A cautious man": who he was, it does not say
  'who, of some man': ({ question, answer }) =>
    /^Who (?:is|was)\b/.test(question) &&
    /^[^,.]{1,60} (?:is|was) an? (?:\p{Ll}+ ){0,3}(?:man|woman|person|boy|girl|fellow|figure|character)\b(?! (?:who|of|from|with|in)\b)/u.test(
      answer,
    ),
  'who, of a program': ({ question, answer }) => question.startsWith('Who ') && PROGRAM.test(answer),
  'a noun cut from what says which': ({ question, answer }) => cutBeforeRelative(question, answer),
  'a preposition before the verb': ({ question }) =>
    /^(?:How many|How much|Which) (?:\p{L}+ ){1,5}(?:of|at|in|on|for|with|by|from) (?:can|may|do|does|did|will|must|should|is|are|was|were|has|have) /u.test(
      question,
    ),
};

/** A clock, a date or a season. */
const TIME_OF_DAY = /\b(?:\d{1,2}[:.]\d\d|(?:in|on|by|at|before|after) (?:\d|\p{Lu}))/u;

/** Names of programs that end as those of people do. */
const PROGRAM =
  /^(?:The |An? )?(?:\p{L}+ )?(?:alert|package|file|task|window|memory|boot|session|download|password|process|device|queue|cluster|event|job|transaction|connection|content|display|resource|state|cache|certificate|secret|plugin|extension|layout|network|power|web|mail|proxy|load|log|build|metrics) (?:manager|monitor|controller|driver|handler|agent|worker|client|host|server|reader|player|router|recorder|collector|guard|scheduler|runner|provider|balancer)s?\b/iu;

const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((token) => !isFunctionWord(token.low))
      .map((token) => token.low.slice(0, 5)),
  );

/** "Water stays for years, so pollution would be slow to go" does not say why water stays. */
function isConsequence(question: string, answer: string): boolean {
  const at = answer.search(/, so (?!that\b|as\b)/);
  if (at < 0 || REASON.test(answer.slice(0, at))) return false;
  const asked = [...stemsOf(question)];
  const cause = stemsOf(answer.slice(0, at));
  const effect = stemsOf(answer.slice(at + 5));
  return asked.filter((each) => cause.has(each)).length > asked.filter((each) => effect.has(each)).length;
}

const NEARLY = /\b(nearly|almost|virtually|practically|hardly|scarcely|barely|narrowly) (\p{L}+)/giu;

function leavesOutNearly(question: string, answer: string): boolean {
  const asked = question.toLowerCase();
  return [...answer.toLowerCase().matchAll(NEARLY)].some(
    ([, adverb = '', word = '']) =>
      !isFunctionWord(word) &&
      !isNumber(word) &&
      !asked.includes(adverb) &&
      stemsOf(asked).has(word.slice(0, 5)),
  );
}

/** "... with effect from the day" of "from the day on which the new fee would apply". */
function cutBeforeRelative(question: string, answer: string): boolean {
  const asked = question.replace(PLACED, '').replace(/\?$/, '').split(' ');
  const end = asked.slice(-2).join(' ');
  const at = end.length < 5 ? -1 : answer.indexOf(`${end} `);
  return (
    at >= 0 &&
    // "announced in August that"
    !/^(?:in|on) (?:\d{4}|\p{Lu}\p{Ll}+)$/u.test(end) &&
    /^(?:(?:on|in|at|for|to|of|by|from|under|with|through|during) which|which|whose|whom|who|that|where)\b/.test(
      answer.slice(at + end.length + 1),
    )
  );
}

/** What a sentence opens with that is true only then. */
const CONDITION = /^(?:If|When|Whenever|Once|Unless|In case|Provided that|As long as|Where) ([^,]{6,160}), /;

function leavesOutCondition(question: string, answer: string): boolean {
  const condition = CONDITION.exec(answer)?.[1];
  if (
    condition === undefined ||
    /^(?:When|Since when|By when|Until when|In which|Under which)\b/.test(question)
  )
    return false;
  const rest = new Set(
    wordsOf(answer.slice(answer.indexOf(condition) + condition.length)).map((token) => token.low),
  );
  const asked = stemsOf(question.toLowerCase());
  const only = wordsOf(condition).filter((token) => !isFunctionWord(token.low) && !rest.has(token.low));
  return only.length > 0 && !only.some((token) => asked.has(token.low.slice(0, 5)));
}
