import { answered, type Candidate, type Reading, type Rule } from '../candidate.js';
import { placeName, placeTitle, titlesOf } from '../context.js';
import type { Clause } from '../language/clause.js';
import { isImperative } from '../language/imperative.js';
import { inside, type Casing } from '../language/casing.js';
import { commonSuffix, isGivenName, isPerson, isPlural } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { finish, subjectText } from '../language/question.js';
import { isFunctionWord, isNumber, tokenize, words, wordsOf, type Token } from '../language/tokens.js';
import { isNounish, looksParticiple, verbAs } from '../language/verbs.js';
import { isAdverb, personalPronouns, prepositions } from '../language/words.js';
import { fraction } from '../rank.js';
import { isNamed } from './complements.js';

/** Nouns and openers that tell nobody what is meant. */
const COMMON =
  /^(?:the|a|an|your|our|any|every|each|all|most|many) (?:\p{L}+ )?(?:problem|information|motion|individual|person|outcome|leadership|idea|thing|way|reason|goal|aim|point|answer|question|result|example|case|fact|difference|purpose|rest|following|list|table|figure|section|chapter|author|article|page|document|text|step|option|next|first|second|third|last|user|reader|people|one|time|day|year|change|value|item|man|woman|men|women|crowd|look|team|plan|line|part|number|kind|type|set|lot|bit)s?$/iu;
/** "A lot of improvements": how many of them is said, and not which. */
const COUNTED = /^(?:an? )?(?:lot|number|couple|variety|range|series|bit|few|handful|bunch|total)s? of\b/i;
/** A story: what somebody does in it is no point that it makes. */
const STORY =
  /\b(?:said|asked|replied|cried|answered|remarked|murmured) (?:he|she|I|the|my|\p{Lu}\p{Ll}+)\b|\b(?:he|she|I) (?:said|asked|replied|cried|answered|muttered)\b/u;
/** "The main door stays locked": a verb taken for the noun. */
const VERBAL = / (?:stays|remains|becomes|keeps|gets|seems|lies|stands|goes|turns|falls)$/i;
/** Of somebody whom only a pronoun names. */
const SPOKEN = /\b(?:he|she|him|her|his|we|our|us|it|they|them)\b/i;
const POINTING =
  /\b(?:it|its|their|this|these|those|that|his|her|such|same|similar|obvious|other|another|following|my|me|us)\b/i;

/**
 * What a named section says about a thing of one of its sentences: for chunks of which nothing better can be asked.
 * The thing is the subject, or what is acted on where the subject is "you" or the sentence is an order.
 */
export const mentions: Rule = (reading, page): Candidate[] => {
  const length = reading.text.split(' ').length;
  if (reading.spoken || length < 7 || length > 45) return [];
  const told = tellingOf(reading);
  if (!told) return [];
  const { name, topic, ask, frame } = told;
  if (
    !isTopic(topic) ||
    (topic.length === 1 && !isTopic(tokenize(name))) ||
    COMMON.test(name) ||
    COUNTED.test(name) ||
    POINTING.test(name) ||
    VERBAL.test(name) ||
    !/\p{L}{3}/u.test(name)
  )
    return [];
  const headings = page.headings(reading.sentence.block);
  const title = placeTitle(headings, topic);
  if (
    title === undefined ||
    isCentral(topic, title, page.source) ||
    isBroad(topic) ||
    SPOKEN.test(reading.text) ||
    !tells(reading.tokens, topic, title) ||
    STORY.test(page.source)
  )
    return [];
  return [
    {
      ...answered(
        reading,
        finish(ask(placeName(title, titlesOf(headings)))),
        frame,
        'analytical',
        told.worth,
      ),
      within: true,
      last: true,
    },
  ];
};

/** What the whole text is about: it says more than one thing of that. */
function isCentral(topic: readonly Token[], title: string, source: string): boolean {
  const named = topic.filter((token) => !token.mark && !isFunctionWord(token.low));
  const stems = named.map((token) => token.low.replace(/['’]s$|s$/, ''));
  if (stems.every((stem) => title.toLowerCase().includes(stem))) return true;
  const last = stems.at(-1) ?? '';
  return named.length === 1 && source.toLowerCase().split(last).length > 5;
}

/** "Students", "riders", "Ruth": of whom much is said. */
const isBroad = (topic: readonly Token[]): boolean =>
  topic.filter((token) => !isFunctionWord(token.low)).length === 1 &&
  topic.some(
    (token) =>
      isPerson(token.low) ||
      isGivenName(token.low) ||
      /^(?:adults|juveniles|males|females|individuals|children|others|everyone)$/.test(token.low),
  );

/** Says more of the topic than it and the heading do. */
function tells(said: readonly Token[], topic: readonly Token[], title: string): boolean {
  const known = new Set([...topic, ...wordsOf(title)].map((token) => token.low));
  const fresh = said.filter(
    (token) => !token.mark && !isFunctionWord(token.low) && !isAdverb(token.low) && !known.has(token.low),
  );
  return new Set(fresh.map((token) => token.low)).size >= 3;
}

interface Telling {
  readonly topic: readonly Token[];
  readonly name: string;
  readonly ask: (place: string) => string;
  readonly frame: string;
  readonly worth: number;
}

function tellingOf({ clause, casing, tokens }: Reading): Telling | undefined {
  if (clause) {
    if (clause.front.some((token) => POINTING.test(token.text))) return undefined;
    return clause.subject.length === 1 && /^(?:you|we)$/.test(clause.subject[0]?.low ?? '')
      ? ofObject(clause, casing)
      : ofSubject(clause, casing);
  }
  if (!isImperative(tokens)) return undefined;
  const [verb, ...rest] = tokens;
  if (
    /^(?:see|let|note|think|be|thank|take|have|give|support|read|go|click|visit|remember|imagine|welcome|look|get)$/.test(
      verb?.low ?? '',
    )
  )
    return undefined;
  const topic = objectOf(rest);
  // "Choose Return early": the name of a button
  if (!topic || /^an?$/.test(topic[0]?.low ?? '') || verbAs(topic[0]?.low ?? '', 'base')) return undefined;
  const name = inside(topic, casing);
  return {
    topic,
    name,
    ask: (place) => `Which advice does ${place} give about ${name}`,
    frame: 'advice mention',
    worth: 0.66,
  };
}

function ofSubject(clause: Clause, casing: Casing): Telling | undefined {
  const topic = unquantified(clause.subject);
  if (!isNamed(topic)) return undefined;
  const told = words(clause.rest).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 3) return undefined;
  if (
    clause.copula &&
    /^(?:that|what|how|why|when|where|because|here|there)$/.test(clause.rest[0]?.low ?? '')
  )
    return undefined;
  // "A set is about 20 USD": no description
  if (clause.copula && clause.rest.slice(0, 3).some((token) => /^[$£€]?\d/.test(token.text)))
    return undefined;
  const name = topic === clause.subject ? subjectText(clause, casing) : inside(topic, casing);
  // "Historians have since found": no "have" of their own
  if (clause.base === 'have' && prepositions.has(clause.rest[0]?.low ?? '')) return undefined;
  const rule = /^(?:must|shall)$/.test(clause.auxiliary?.low ?? '');
  const stative =
    clause.copula &&
    topic === clause.subject &&
    !clause.passive &&
    !/^(?:born|due|available|open|closed|ready|able|likely|free|over|gone|less|more|better|worse|part|in|on|at|under)$/.test(
      clause.rest[0]?.low ?? '',
    );
  const ask = stative
    ? (place: string) => `How does ${place} describe ${name}`
    : rule
      ? (place: string) => `Which rule does ${place} set for ${name}`
      : (place: string) => sayingOf(place, name);
  const named = topic.some((token, i) => i > 0 && token.capital) || words(topic).length > 2;
  // "The individual": one of many
  if (/^an?$/.test(topic[0]?.low ?? '') || (topic[0]?.low === 'the' && !named)) return undefined;
  return {
    topic,
    name,
    ask,
    frame: stative ? 'how mention' : rule ? 'rule mention' : 'which mention',
    worth: named ? 0.72 : 0.68,
  };
}

/** The same in three ways, so that none is heard too often; of one section in one way, so that no choice prefers it. */
function sayingOf(place: string, name: string): string {
  const way = fraction(place, 0);
  if (way < 0.33) return `What does ${place} say about ${name}`;
  return way < 0.6
    ? `What is said about ${name} in ${place}`
    : `Which detail does ${place} give about ${name}`;
}

/** "Some hydrocarbons" as "hydrocarbons". */
const unquantified = (subject: readonly Token[]): readonly Token[] =>
  subject.length > 1 &&
  /^(?:some|many|most|all|several)$/.test(subject[0]?.low ?? '') &&
  !prepositions.has(subject[1]?.low ?? '') &&
  !/^(?:the|a|an|these|those|other|more)$/.test(subject[1]?.low ?? '')
    ? subject.slice(1)
    : subject;

function ofObject(clause: Clause, casing: Casing): Telling | undefined {
  if (clause.copula || clause.passive) return undefined;
  const topic = objectOf(clause.rest);
  if (
    !topic ||
    /^an?$/.test(topic[0]?.low ?? '') ||
    (/^(?:the|our)$/.test(topic[0]?.low ?? '') && topic.length < 3)
  )
    return undefined;
  const name = inside(topic, casing);
  return {
    topic,
    name,
    ask: (place) => sayingOf(place, name),
    frame: 'which mention',
    worth: 0.66,
  };
}

/** The noun phrase that a verb acts on, where it is plainly one: "legal language", "the key that you chose" is not. */
function objectOf(rest: readonly Token[]): readonly Token[] | undefined {
  const said = firstStretch(rest);
  const [first] = said;
  if (!first || first.mark || prepositions.has(first.low) || isAdverb(first.low)) return undefined;
  if (/^(?:and|or|to|that|how|what|why|when|where|if|whether|not|up|out|one|sure|please)$/.test(first.low))
    return undefined;
  const end = said.findIndex(
    (token, i) =>
      i > 0 &&
      (token.mark ||
        isAdverb(token.low) ||
        (prepositions.has(token.low) &&
          (!/^(?:of|for|about)$/.test(token.low) || isPerson(rest[i - 1]?.low ?? ''))) ||
        /^(?:and|or|to|as|so|when|if|that|who|which|using)$/.test(token.low) ||
        verbAs(token.low, 'gerund') !== undefined),
  );
  const topic = end < 0 ? said : said.slice(0, end);
  if (/^(?:and|or)$/.test(said[topic.length]?.low ?? '')) return undefined;
  const named = topic.filter((token) => !isFunctionWord(token.low));
  // "a look", "an issue": one of many
  if (named.length < 2 && !named.some((token) => token.capital || token.low.length >= 6)) return undefined;
  return headOf(topic) && !/^(?:of|for|about)$/.test(topic.at(-1)?.low ?? '') ? topic : undefined;
}

/** A noun phrase that can be spoken of: whole, short, with nothing in it that could be a verb or points elsewhere. */
function isTopic(topic: readonly Token[]): boolean {
  const spoken = words(topic);
  const [first] = spoken;
  if (!first || spoken.length > 8 || topic.some((token) => token.mark) || !isWhole(topic, 9)) return false;
  if (personalPronouns.has(first.low) || isNumber(first.low)) return false;
  if (
    /^(?:please|others?|whoever|whatever|any|every|each|all|many|most|more|much|some|several|few|no|both|one|you|who|being|only|what|how|there|anything|everything|something|nothing|anyone|everyone|someone)$/.test(
      first.low,
    ) ||
    verbAs(first.low, 'gerund')
  )
    return false;
  if (
    verbAs(spoken.at(-1)?.low ?? '', 'gerund') !== undefined &&
    spoken.length > 1 &&
    !isNounish(spoken.at(-1)?.low ?? '')
  )
    return false;
  if (looksParticiple(spoken.at(-1)?.low ?? '') && spoken.length > 1 && !isNounish(spoken.at(-1)?.low ?? ''))
    return false;
  if (
    spoken.some(
      (token, i) =>
        // "your team a notice": two things
        (i > 0 &&
          /^(?:the|a|an|your|our)$/.test(token.low) &&
          !prepositions.has(spoken[i - 1]?.low ?? '') &&
          spoken[i - 1]?.low !== 'and') ||
        isAdverb(token.low) ||
        /^(?:being|able|better|next|first|last|only|not|more|less|no|longer|ones?|away|later|again|back|there|here)$/.test(
          token.low,
        ) ||
        (!token.capital && !isNounish(token.low) && verbAs(token.low, 'third', 'base') !== undefined),
    )
  )
    return false;
  const named = spoken.filter((token) => !isFunctionWord(token.low));
  // "Focus is on", "example is": a note's word without its article
  const [only] = named;
  if (
    spoken.length === 1 &&
    only &&
    !only.capital &&
    !isPlural(only.low) &&
    !commonSuffix.test(only.low) &&
    !/(?:dom|ics)$/.test(only.low)
  )
    return false;
  // One plain word tells too little, unless it is long or a name
  return (
    named.length >= 2 ||
    named.some((token) => token.capital || token.low.length >= (/^(?:an?|the)$/.test(first.low) ? 3 : 6))
  );
}
