import { answered, type Candidate, type Rule } from '../candidate.js';
import { isPerson } from '../language/nouns.js';
import { firstStretch, headOf } from '../language/phrases.js';
import { finish, invert, phrase, setting, subjectText } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { durationLength, timeLength } from '../language/times.js';
import { verbAs } from '../language/verbs.js';
import { isAdverb, personalPronouns, wordSet } from '../language/words.js';

/** Adjectives with the preposition that can end a question with them. */
const bound = wordSet(
  `similar:to different:from limited:to subject:to compatible:with dependent:on equal:to equivalent:to related:to important:for important:to
   critical:to critical:for crucial:for crucial:to essential:to essential:for vital:to vital:for necessary:for useful:for helpful:for ideal:for
   suitable:for responsible:for aware:of capable:of good:for good:at bad:for known:for famous:for part:of made:of composed:of consistent:with
   familiar:with relevant:to central:to key:to eligible:for valid:for appropriate:for available:to open:to free:of full:of rich:in
   sensitive:to vulnerable:to prone:to resistant:to immune:to accessible:to visible:to prohibited:from exempt:from liable:for entitled:to
   analogous:to identical:to inferior:to superior:to native:to common:in common:to proportional:to adjacent:to applicable:to specific:to unique:to
   examples:of types:of kinds:of forms:of members:of parts:of based:on interested:in committed:to proud:of short:for independent:of`,
);

/** "X is similar to Y", "X is part of Y": what X is that to. */
export const complements: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (!clause?.copula || clause.negated) return [];
  const be = clause.group.some((token) => token.low === 'be') ? 'be ' : '';
  if (clause.group.some((token) => token.low !== 'be' && !isAdverb(token.low))) return [];
  const where = setting(clause);
  if (where === undefined || where.length > 0) return [];
  if (!isNamed(clause.subject)) return [];
  const at = clause.rest.findIndex((token) => !isAdverb(token.low) && token.low !== 'an');
  const said = clause.rest[at];
  const preposition = clause.rest[at + 1];
  if (!said || !preposition || at > 1 || said.mark) return [];
  const is = clause.auxiliary?.low ?? 'is';
  if (!(be === '' ? /^(?:is|are|was|were)$/ : /^(?:will|shall|must|may|can|should)$/).test(is)) return [];
  const name = subjectText(clause, casing);
  const after = firstStretch(clause.rest.slice(at + 2));
  // "Permits are valid for one day": how long
  if (durationLength(after, 0) > 0) return [];
  const told = words(after).filter((token) => !isFunctionWord(token.low)).length;
  if (preposition.low === 'to' && WILLING.test(said.low) && verbAs(after[0]?.low ?? '', 'base'))
    return told >= 3
      ? [
          answered(
            reading,
            finish(`What ${is} ${name} ${be}${said.low} to do`),
            'what is to do',
            'explanatory',
            0.65,
          ),
        ]
      : [];
  if (!bound.has(`${said.low}:${preposition.low}`) || told < 1) return [];
  const head = headOf(after)?.head;
  const person = head !== undefined && isPerson(head.low) && /^(?:to|for)$/.test(preposition.low);
  // "is important to Acme": to whom, and not to what
  if (!person && head?.capital === true && /^(?:important|critical|crucial|essential|vital)$/.test(said.low))
    return [];
  return [
    answered(
      reading,
      finish(`${person ? 'Who' : 'What'} ${is} ${name} ${be}${said.low} ${preposition.low}`),
      person ? 'who complement' : 'what complement',
      'analytical',
      0.7,
    ),
  ];
};

const WILLING =
  /^(?:likely|unlikely|able|unable|free|expected|supposed|ready|willing|allowed|required|obliged|bound|eager|quick|slow)$/;

/** Verbs that take "to do something", so that it can be asked for. */
const AIMING =
  /^(?:aim|seek|attempt|try|tend|help|serve|continue|begin|start|agree|promise|refuse|plan|want|wish|need|hope|fail|choose|decide|learn|intend|strive|propose|threaten|manage|offer|struggle|expect|prefer)$/;

/** "The law aims to reduce ...": what it aims to do; "the law predicts that ...": what it predicts. */
export const contents: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || clause.copula || clause.passive || !isNamed(clause.subject)) return [];
  const where = setting(clause);
  if (where === undefined) return [];
  // "Ada showed in 1840 that ...": when she did belongs into the question
  const timed = /^(?:in|on)$/.test(clause.rest[0]?.low ?? '') ? timeLength(clause.rest, 1) : 0;
  const aside = timed > 0 && timed <= 4 ? clause.rest.slice(0, 1 + timed) : [];
  const [first, second] = clause.rest.slice(aside.length);
  if (!first || !second) return [];
  const told = words(clause.rest).filter((token) => !isFunctionWord(token.low)).length;
  if (
    aside.length === 0 &&
    first.low === 'to' &&
    AIMING.test(clause.base) &&
    verbAs(second.low, 'base') &&
    told >= 3
  )
    return [
      answered(
        reading,
        invert('What', clause, [first], casing).replace(/\?$/, ` do ${phrase(where)}`.trimEnd() + '?'),
        'what to do',
        'explanatory',
        0.65,
      ),
    ];
  if (
    (first.low === 'that' || /^(?:how|why|whether)$/.test(first.low)) &&
    told >= 3 &&
    !/^(?:be|have|say|think|feel|know|hope|see|so|such|make|do|ask|wonder|depend)$/.test(clause.base) &&
    // "features that": a relative clause
    (second.low !== 'is' || first.low === 'how') &&
    (!personalPronouns.has(second.low) || (/^(?:he|she|it)$/.test(second.low) && isNames(clause.subject)))
  )
    return [
      answered(
        reading,
        invert('What', clause, [...aside, ...where], casing),
        'what that',
        'analytical',
        0.65,
      ),
    ];
  return [];
};

const isNames = (subject: readonly Token[]): boolean => subject.every((token) => token.capital);

/** "Judah became a tributary": what it became; "the city was sacked": what happened to it. */
export const fates: Rule = (reading): Candidate[] => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || clause.copula || !isNamed(clause.subject)) return [];
  const where = setting(clause);
  if (where === undefined) return [];
  const [first] = clause.rest;
  const told = words(clause.rest).filter((token) => !isFunctionWord(token.low)).length;
  if (clause.base === 'become' && first && /^(?:an?|the|one)$/.test(first.low) && told >= 1)
    return [answered(reading, invert('What', clause, where, casing), 'what become', 'factual', 0.7)];
  const name = subjectText(clause, casing);
  if (
    clause.passive &&
    STRUCK.test(clause.base) &&
    clause.tense === 'past' &&
    clause.group.length === 1 &&
    /^(?:was|were)$/.test(clause.auxiliary?.low ?? '') &&
    clause.subject.some((token) => token.capital)
  )
    return [
      answered(reading, finish(`What happened to ${name} ${phrase(where)}`), 'what happened', 'factual', 0.7),
    ];
  return [];
};

/** What a person, a town or a body suffers or gains. */
const STRUCK =
  /^(?:sack|burn|destroy|defeat|capture|conquer|kill|murder|execute|exile|imprison|arrest|abolish|dissolve|demolish|divide|occupy|invade|crown|elect|appoint|promote|dismiss|fire|wound|banish|merge|sell|buy|acquire|close|rename|rebuild|annex|overthrow|slay|assassinate|convict|sentence|release|rescue|carry|sweep|take)$/;

/** What a text speaks of, as far as its words tell: a name, or a noun with more than an article. */
export function isNamed(subject: readonly Token[]): boolean {
  const content = words(subject);
  const [first] = content;
  if (!first || content.length > 9 || personalPronouns.has(first.low)) return false;
  if (
    /^(?:this|that|these|those|there|here|both|some|several|few|no|none|one|other|others|another|such|what|how|why|which|who|its|their|his|her|my|nothing|everything|something|anyone|everyone|someone|people|things?)$/.test(
      first.low,
    )
  )
    return false;
  return verbAs(first.low, 'gerund') === undefined || content.length >= 2;
}
