import { adjectiveSuffix, isGivenName, isPerson, isPlural } from './language/nouns.js';
import { isFunctionWord, isNumber, wordsOf, type Token } from './language/tokens.js';
import { isNounish, looksParticiple, verbAs } from './language/verbs.js';
import { PLACED } from './wording.js';
import { isAdverb, modals, prepositions, wordSet } from './language/words.js';

/** Words that send the reader elsewhere in the document. */
const ELSEWHERE =
  /\b(?:(?:the|as|was|were|is|are|been|\p{L}+s) (?:mentioned|aforementioned)\b|(?:mentioned|described|discussed|explained|shown|listed|defined|noted|covered|seen|outlined|detailed) (?:above|below|earlier|later|before|previously|here|in (?:this|the (?:next|previous|last)))|see (?:the |also |section|chapter|figure|table|appendix|below|above)|(?:sections?|figures?|fig\.|tables?|chapters?|appendix|steps?|equation|listing) \d|this (?:section|chapter|page|document)|similarly|likewise|as before|\bpart [a-e] (?:shows?|illustrates?|depicts?|is|of the (?:figure|diagram))|the (?:previous|preceding|next) (?:section|chapter|step|example|paragraph|figure)|such (?!as\b)|for example,? (?:see|the above)|(?:a |the )?(?:later|next|previous|separate|following|earlier|preceding) (?:section|chapter|article|page|post|paragraph|step)s?|(?:to|on) your (?:left|right)(?! (?:hand|arm|foot|leg|eye|ear|knee|shoulder)\b)|(?:in|on) the (?:left|right|picture|image|screenshot|figure)\b)/iu;
/** Words that join a sentence to the one before, in its midst or at its end. */
const JOINED =
  /(?:,? (?:as well|too|either|instead|though|however|again|in turn|in addition|for (?:example|instance)|by contrast|on the other hand)[.?]$|, (?:however|therefore|though|too|then|instead|for example|for instance|on the other hand|in contrast|in turn),|\bnot (?:only|just)\b|\bthe (?:two|three|four|five|latter|former|others?|rest)(?= (?:is|are|was|were|have|has|can|will|may|of them)\b)|\b(?:only|even) then\b|\bapply as well\b)/i;

/**
 * Does a sentence say all that is needed to understand it? No pointer elsewhere, no pronoun without its noun;
 * "I" only where it is `narrated`: then the question says whose words they are. `known` are words of people's names.
 */
export function standsAlone(text: string, narrated = false, known: ReadonlySet<string> = new Set()): boolean {
  if (/^(?:How|What|Which|Whether|Why)\b[^?]*\.$/.test(text)) return false;
  return (
    !ELSEWHERE.test(text) &&
    !JOINED.test(text.replace(/\bnot (?:only|just)\b(?=.*\bbut\b)/, '')) &&
    pronounsHaveNouns(wordsOf(text), narrated, known)
  );
}

/** Words that stand for another, without which all nouns are there. */
const POINTING = wordSet(
  "they them their theirs themselves its itself it he she his her him hers himself herself i i'm i've my mine me myself",
);

function pronounsHaveNouns(tokens: readonly Token[], narrated: boolean, known: ReadonlySet<string>): boolean {
  if (!tokens.some((token) => POINTING.has(token.low))) return true;
  let things = 0;
  let single = 0;
  let many = 0;
  let people = 0;
  let spoken = 0;
  for (const [i, token] of tokens.entries()) {
    if (/^(?:they|them|their|theirs|themselves)$/.test(token.low) && many === 0) return false;
    if (/^(?:its|itself)$/.test(token.low) && things + many === 0) return false;
    if (token.low === 'it' && token.text !== 'IT' && single === 0 && !emptyIt(tokens, i)) return false;
    if (/^(?:he|she|his|her|him|hers|himself|herself)$/.test(token.low) && people === 0) return false;
    // "I" and "my" are somebody's: nobody who reads the pair knows whose
    if (token.text === 'I' || /^(?:i'm|i've|my|mine|me|myself)$/.test(token.low)) spoken++;
    if (/^(?:and|or|each|every|any|anyone|everyone|someone|people|who|whoever|no)$/.test(token.low)) many++;
    if (/^(?:each|every|any|anyone|everyone|someone|who|whoever|no|one)$/.test(token.low)) people++;
    if (isFunctionWord(token.low) || isNumber(token.low)) continue;
    if (isPlural(token.low) || (token.capital && i > 0)) many++;
    if (isPerson(token.low)) many++;
    const before = tokens[i - 1];
    if (isPerson(token.low) || (token.capital && mayBePerson(tokens, i, known))) people++;
    things++;
    const somebody = isGivenName(token.low) || TITLE.test(token.low) || TITLE.test(before?.low ?? '');
    if (token.capital ? !somebody && (i > 0 || isSingle(token, undefined)) : isSingle(token, tokens[i - 1]))
      single++;
  }
  return narrated || spoken === 0;
}

const TITLE = /^(?:mr|mrs|ms|miss|dr|sir|lady|professor|prof|councillor|captain)\.?$/;

/** A name that is somebody's, as far as is seen: not "the crater Aske", nor what is only acted on ("Ibuprofen is given"). */
function mayBePerson(tokens: readonly Token[], at: number, known: ReadonlySet<string>): boolean {
  const token = tokens[at] as Token;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (isGivenName(token.low) || known.has(token.low) || before?.capital || next?.capital) return true;
  // "Rundqvist drew her map", but "Ibuprofen is", "Vaccination against"
  return before === undefined
    ? next !== undefined && verbAs(next.low, 'third', 'past', 'past-or-participle') !== undefined
    : !isThing(before);
}

/** A noun, and no word that may stand before somebody's name. */
const isThing = ({ low }: Token): boolean =>
  /^\p{Ll}{3,}$/u.test(low) &&
  !isFunctionWord(low) &&
  !isPerson(low) &&
  !isAdverb(low) &&
  !isNumber(low) &&
  !adjectiveSuffix.test(low) &&
  verbAs(low, 'base', 'third', 'past', 'participle', 'past-or-participle', 'gerund') === undefined;

/** Can "it" stand for this word: a noun, not plural, not a person, and neither verb nor adverb where it stands? */
const isSingle = (token: Token, before: Token | undefined): boolean =>
  !isPlural(token.low) &&
  !isPerson(token.low) &&
  !isAdverb(token.low) &&
  !(
    before &&
    (modals.has(before.low) ||
      before.low === 'to' ||
      (/^(?:that|which|who)$/.test(before.low) && verbAs(token.low, 'base', 'past') !== undefined) ||
      /^(?:not|don't|doesn't|didn't|cannot|can't|you|we|they)$/.test(before.low))
  ) &&
  (verbAs(token.low, 'base', 'third', 'past', 'participle', 'past-or-participle') === undefined ||
    isNounish(token.low));

/** "It is possible to", "when it comes to": stands for nothing. */
const emptyIt = (tokens: readonly Token[], at: number): boolean =>
  /^(?:is|was|may|might|can|will|would|comes|takes|has|seems|helps|makes)$/.test(tokens[at + 1]?.low ?? '') ||
  (tokens[at - 1]?.low === 'is' && tokens.slice(at + 1, at + 4).some((token) => token.low === 'to'));

const opened =
  /^(?:which|what|who|when|where|why|how|can|may|should|is|are|was|were|do|does|did|has|have|had)$/;

/** Adjectives that only say "the one that belongs to what was said". */
const UNTOLD =
  /\b(?:of the \d+(?= )|accompanying|itself|themselves|either|(?:were|did|have) you|corresponding|respective|aforementioned|resulting|exact parameters|provided above|in question|anything you want|anything else|the (?:linked|attached|enclosed|original) (?:file|document|form|instructions|image|list|table|sheet|page|link|post|article|guide|transactions?|text)s?|the (?:first|last|initial|remaining) (?:two|three|four|five|few)|you want|do you have)\b/i;

/** Two clauses in one, a participle or an order taken for a noun: "Which tailored was", "Which ripens called", "When does use". */
const BROKEN =
  /\band then\b|^Which \S+ (?:called|named)\b|^Which (?!(?:variable|table|cable|vegetable|deliverable|executable|timetable|consumable|wearable|module|schedule)\b)\p{Ll}{3,}(?:able|ible|ful|ous)\b|^Which \S+ed (?:is|was|are|were|has|have|may|can|will)\b|^Which \S+ (?:can|could|may|might|must|shall|should|will|would) \S+ (?:is|are|was|were)\b|^\S+ (?:do|does|did) (?:use|set|make|keep|add|run) (?!of\b|for\b)/iu;

/** "Why will the project want?", "When can you use branches to manage?": what the last verb is done to is missing. */
const OPEN_VERB =
  /^(?:Why|When|Where|How)\b.*\b(?:want|need|use|require|provide|make|give|put|have|let|get|include|contain|manage|specify|recommend|ensure|allow|enable|set|add|take|keep|create|preserve|charge|discuss|determine|decide|ask|tell|evaluate|debate|assess|verify|describe|mention|ensure)\?$|\b(?:at least|at most|as soon|at any|in order|so that)\?$|^\w+ (?:is|are|was|were) (?:and|or)\b/i;

/** "Which class do the first should have?": a modal after "do". */
const TWO_VERBS =
  /^(?:\S+ ){1,3}(?:do|does|did) (?:(?!\b(?:that|which|who|if|when|what|how|where|because|as)\b)[^?])*\b(?:should|must|would|might|shall|(?<!\b(?:the|a|an|his|her|their|its) )(?:may|can|could|will))\b/;

/** What can end a question with its preposition: "lead to", "subject to", "known as". */
const TAKES =
  /^(?:(?:subject|similar|limited|equal|equivalent|related|lead|apply|refer|belong|contribute|respond|adhere|correspond|attributed|devoted|dedicated|exposed|linked|connected|relate|attached|compared|converted|available|open|prone|sensitive|vulnerable|resistant|immune|accessible|visible|native|adjacent|applicable|specific|unique|analogous|identical|inferior|superior|proportional|relevant|central|key|essential|important|critical|crucial|vital|necessary|assigned|tied|committed|entitled|limit|restricted|given|sent|granted|offered|awarded|transferred|moved|presented|sold|reduced|raised|renamed|changed|extended|lowered|translated|signed|object|react|adapt|adapted|listen|add|added|map|mapped|close|loyal|opposed|accustomed|report|reported|submitted|delivered|shown|confined|reserved|bound|fixed|mounted|glued|come|amount) to|(?:used|known|serve|served|act|acted|function|classified|treated|regarded|viewed|seen|represented|stored|elected|appointed|employed|described|referred to|defined|displayed|expressed|encoded|written|formatted) as)$/;

/** Is a made question a plain sentence of English, as far as its words tell? */
export function isWellFormed(question: string, within = false): boolean {
  const asked = wordsOf(question.replace(PLACED, '?'));
  const [first, second, third, fourth] = asked;
  if (!first || !second || !third) return false;
  const last = asked.at(-1) as Token;
  // "When has it proven accurate over?"
  if (
    /^(?:when|where|why|how)$/.test(first.low) &&
    prepositions.has(last.low) &&
    !/^(?:up|down|out|off|on|in|over|through|around)$/.test(last.low)
  )
    return false;
  if (/^(?:when|why|how)$/.test(first.low) && /^(?:over|through|around)$/.test(last.low)) return false;
  if (/^(?:and|or|but|so|than|not|using|including|during)$/.test(last.low)) return false;
  if (
    /^(?:to|as)$/.test(last.low) &&
    !TAKES.test(`${asked.at(-2)?.low ?? ''} ${last.low}`) &&
    !(
      last.low === 'to' &&
      looksParticiple(asked.at(-2)?.low ?? '') &&
      !/^(?:used|supposed|required|needed|allowed|expected|asked|told|encouraged|intended|designed|meant|going)$/.test(
        asked.at(-2)?.low ?? '',
      )
    )
  )
    return false;
  if (third.low.endsWith('ing') && last.low === 'described') return false;
  const plain = question.replace(PLACED, '?');
  if (
    BROKEN.test(plain) ||
    TWO_VERBS.test(plain) ||
    (OPEN_VERB.test(plain) &&
      !/\b(?:be|been|being|is|are|was|were)\b/.test(plain) &&
      !/^How (?:long|often|many|much)/.test(plain))
  )
    return false;
  if (
    UNTOLD.test(question) ||
    /\bdo you be\b|^Where\b.* (?:built|based|modell?ed|focused|centered|centred)\?/.test(question) ||
    /^When\b.*\b(?:at any time|anytime)\b/.test(question)
  )
    return false;
  // "Where will a copy be saved?", "How do you request access?": of what, only the text says
  if (
    !within &&
    asked.length <= 6 &&
    /^(?:when|where|how|why)$/.test(first.low) &&
    /^an?$/.test(third.low) &&
    fourth &&
    !fourth.capital &&
    isFunctionWord(asked[4]?.low ?? 'be')
  )
    return false;
  if (
    !within &&
    asked.length <= 5 &&
    /^how do you\b/i.test(question) &&
    !asked.slice(3).some((token) => token.capital)
  )
    return false;
  // "Which content has high engagement will be rewarded?"
  if (
    first.low === 'which' &&
    /^(?:has|have|is|are|was|were)$/.test(third.low) &&
    asked
      .slice(4)
      .some(
        (token, i) =>
          modals.has(token.low) &&
          !/^(?:that|which|who|and|or|you|they|it|what|how)$/.test(asked[i + 3]?.low ?? '') &&
          !asked
            .slice(4, i + 4)
            .some((each) => /^(?:that|which|who|if|when|because|what|how|where)$/.test(each.low)),
      )
  )
    return false;
  // "What do users use?"
  if (
    !within &&
    asked.length <= 4 &&
    /^(?:do|does|did|will|can|should|must)$/.test(second.low) &&
    !third.capital &&
    // "What do birds build?"
    !(second.low === 'do' && isPlural(third.low) && !isPerson(third.low) && last.low.length > 4)
  )
    return false;
  // "What is performing a task?"
  if (
    /^(?:what|how)$/.test(first.low) &&
    /^(?:is|are|was|were)$/.test(second.low) &&
    fourth &&
    verbAs(third.low, 'gerund') &&
    !third.capital
  )
    return false;
  // "Which stored may be read", "Which score committed leads to"
  if (first.low === 'which') {
    if (verbAs(second.low, 'past-or-participle', 'participle') && !verbAs(second.low, 'base')) return false;
    if (
      verbAs(third.low, 'past-or-participle', 'participle') &&
      fourth &&
      (verbAs(fourth.low, 'third') !== undefined || modals.has(fourth.low) || prepositions.has(fourth.low)) &&
      !verbAs(third.low, 'base')
    )
      return !prepositions.has(fourth.low) || verbAs(third.low, 'past') !== undefined;
  }
  // A modal with no verb after its subject: "What can members more about ..."
  if (
    asked.slice(1).some((token, i) => token.low === 'more' && asked[i + 2]?.low === 'about') &&
    !asked.some((token) =>
      /^(?:learn|know|read|find|hear|talk|say|tell|write|information|see)$/.test(token.low),
    )
  )
    return false;
  return !asked.some(
    (token, i) =>
      (token.low === 'so' && i > 0) ||
      (i > 1 &&
        opened.test(token.low) &&
        opened.test(asked[i - 1]?.low ?? '') &&
        asked[i - 1]?.low !== 'do' &&
        !/^(?:do|is|are|has|have|who|what|how)$/.test(token.low)),
  );
}
