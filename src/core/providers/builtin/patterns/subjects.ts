import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { bodies, commonSuffix, isGivenName, isPerson, isPlural, timeUnits } from '../language/nouns.js';
import { askSubject, setting } from '../language/question.js';
import { allNames, isFunctionWord, isNumber, isPlainNoun, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import {
  demonstratives,
  determiners,
  isAdverb,
  personalPronouns,
  vagueHeads,
  wordSet,
} from '../language/words.js';

/** What people do, and other things hardly. */
const human =
  wordSet(`write say tell believe argue marry die bear suggest explain compose sing star propose mention ask think invent paint direct
 describe comment note thank volunteer agree disagree report present summarize raise discover play teach study graduate coach captain portray
 resign retire apologise confirm clarify follow add review lead join`);
const titles =
  /^(?:mr|mrs|ms|dr|sir|lady|president|king|queen|prof|professor|captain|general|admiral|lieutenant|colonel|lord|father|prince|princess)\.?$/;
const vagueQuantities =
  /^(?:no|all|every|each|any|some|many|most|both|few|several|more|other|another|one|certain|various|none|anyone|everyone|someone|everything|anything|nobody|nothing|anybody|everybody|somebody|something|neither|there|whatever|whoever)$/;
/** Adjectives that say too little for "which" to be asked. */
const plainModifiers =
  /^(?:new|next|first|last|main|final|same|whole|entire|own|good|other|above|following|current|second|third|more|different|possible|specific|individual|additional|various|successful|interested|related|relevant|existing|proper|appropriate|modern|typical|common|general|normal|regular|basic|simple|large|small|big|popular|important|major|minor|early|late|old|young|future|past|present|real|bad|best|better|multiple|numerous|many|further|several|similar|certain|single|respective|actual|original|old|grown|initial|previous|subsequent|full|partial|half|complete|older|younger|newer|larger|smaller|longer|shorter|higher|lower|later|earlier|bigger|stronger|weaker|better|worse|the|a|an|your|our|their|its|his|her|my)$/;
const FRACTION = /^(?:thirds|quarters|halves|fifths|tenths)$/;
/** What a person can be, that tells who is meant. */
const rights =
  /^(?:eligible|responsible|entitled|required|able|exempt|liable|accountable|available|unable|subject|welcome|free|home|unmanaged)$/;

/** Who does it, or which of its kind: the subject is asked for. */
export const subjects: Rule = (reading, page): Candidate[] => {
  const { clause } = reading;
  if (!clause || clause.negated || reading.spoken) return [];
  const { subject } = clause;
  const content = words(subject);
  const first = content[0];
  const at = headOf(subject);
  const where = setting(clause);
  if (!first || !at || where === undefined) return [];
  // "Deducting rent would ...": an act, of which no "which rent" can be asked
  if ((verbAs(first.low, 'gerund') && content.length >= 2) || isAdverb(first.low)) return [];
  const everyone = /^(?:all|any|every|each|only)$/.test(first.low) && isPerson(at.head.low);
  if (
    demonstratives.has(first.low) ||
    (!everyone && vagueQuantities.test(first.low)) ||
    personalPronouns.has(first.low)
  )
    return [];
  if (subject.some((token) => /^(?:called|named|titled)$/.test(token.low))) return [];
  const said = firstAct(clause.rest);
  if (!isWhole(said, 20) || (said.length < clause.rest.length && where.length > 0)) return [];
  // "more than someone who is not paid": what narrows the last noun would be lost
  if (/^(?:who|whom|whose|that|where|which)$/.test(clause.rest[said.length]?.low ?? '')) return [];
  const told = words(said).filter((token) => !isFunctionWord(token.low)).length;
  if (told + (clause.copula ? 0 : 1) < 2) return [];
  const ask = (opener: string, frame: string, worth: number): Candidate[] => [
    answered(
      reading,
      askSubject(opener, clause, [...said, ...where]),
      frame,
      'factual',
      told < 2 ? worth - 0.1 : worth,
    ),
  ];
  const { head } = at;
  if (allNames(subject)) {
    if (
      first.low === 'the' ||
      subject.some((token) => token.low === 'and') ||
      isPlural(first.low) ||
      clause.copula
    )
      return [];
    // "Sickness stood at 5 %"
    if (content.length === 1 && commonSuffix.test(first.low) && !page.casing.names.has(first.text)) return [];
    const person = titles.test(first.low) || isGivenName(first.low);
    if (page.people.has((content.at(-1) as Token).low)) return ask('Who', 'who name', told < 3 ? 0.7 : 0.8);
    return human.has(clause.base) &&
      !clause.passive &&
      (person || (content.length >= 2 && !bodies.has(head.low)))
      ? ask('Who', 'who name', 0.8)
      : [];
  }
  const after = subject[at.index + 1];
  const simple = after === undefined;
  // "The artifacts produced are": by what, is missing
  const modified = after !== undefined && isModifier(after) && subject[at.index + 2] !== undefined;
  if (!simple && !modified) return [];
  // "Designs ready for feedback"
  if (/^(?:ready|able|free|full|available|due|open|likely|present|responsible)$/.test(head.low)) return [];
  if (head.capital || !isPlainNoun(head) || vagueHeads.has(head.low) || FRACTION.test(head.low)) return [];
  if (clause.copula && !rights.test(said[0]?.low ?? '')) return [];
  if (isPerson(head.low)) {
    // "51 contributors helped": how many
    if (content.some((token) => isNumber(token.low))) return [];
    // "A member asked for a couch": who it was, the answer does not say either
    if (/^an?$/.test(first.low) && clause.tense === 'past' && at.index < 2 && simple) return [];
    if (/^(?:people|person|anyone|those|everyone|someone)$/.test(head.low) && simple) return [];
    const agrees = !clause.plural || clause.auxiliary !== undefined || clause.tense === 'past';
    const alone = content.length <= 2 && simple;
    if (agrees && !(clause.plural && clause.auxiliary && /^(?:are|were|have)$/.test(clause.auxiliary.low)))
      return ask('Who', 'who role', alone ? 0.7 : 0.75);
    return alone && first.low !== 'the'
      ? []
      : ask(/^(?:people)$/.test(head.low) ? 'Which people' : `Which ${head.low}`, 'which people', 0.6);
  }
  const before = subject
    .slice(0, at.index)
    .filter((token) => !token.mark && !plainModifiers.test(token.low) && !isAdverb(token.low));
  if (
    timeUnits.has(head.low) ||
    before.some(
      (token) =>
        token.low === 'and' ||
        token.low === 'or' ||
        /'s?$/.test(token.low) ||
        (/\d/.test(token.text) && !token.text.includes('-')),
    )
  )
    return [];
  if (before.length === 0 && !modified) return [];
  // "Two alarm thresholds can be set": how many, and not which; "H. sibthorpioides": of a name
  if (isNumber(first.low) || /^\p{Lu}$/u.test(first.text)) return [];
  // "Leaf fall", "local history": not one of a kind
  if (
    !clause.plural &&
    !modified &&
    !isPlural(head.low) &&
    !/^(?:the|a|an|your|our|each|every|any|only|all)$/.test(first.low) &&
    !first.text.includes("'") &&
    !/^(?:mode|state|method|type|version|option|plan|class|level|policy|format|layout|view|tool|setting|section|phase|stage|team|group|board|committee|law|act|rule|moss)$/.test(
      head.low,
    )
  )
    return [];
  // "Message-based token passing": an act, not one of a kind
  if (
    head.low.endsWith('ing') &&
    !/^(?:setting|building|meeting|training|warning|rating|heading|string|ring|thing|painting|drawing|recording|filing|hearing|ceiling)s?$/.test(
      head.low,
    )
  )
    return [];
  // "The entered tag": which tag, only its place in the text says
  if (
    !modified &&
    before.every(
      (token) =>
        /^(?:multiple|numerous|various|additional|many|further|external|internal|certain|single|several|similar|related|common)$/.test(
          token.low,
        ) || verbAs(token.low, 'participle', 'past-or-participle', 'gerund') !== undefined,
    )
  )
    return [];
  // "Which products may include services": asks for nothing
  if (/^(?:include|contain|comprise)$/.test(clause.base)) return [];
  const worth = bodies.has(head.low) ? 0.8 : before.some((token) => token.capital) ? 0.75 : 0.55;
  return ask(`Which ${head.text}`, 'which subject', worth);
};

/** "makes two cuts and passes a camera, ..., into the joint": of a second act that is cut off, nothing. */
function firstAct(rest: readonly Token[]): readonly Token[] {
  const said = firstStretch(rest);
  if (said.length === rest.length) return said;
  const and = said.findIndex(
    (token, i) =>
      token.low === 'and' &&
      i > 1 &&
      verbAs(said[i + 1]?.low ?? '', 'third', 'past', 'past-or-participle', 'base') !== undefined &&
      determiners.has(said[i + 2]?.low ?? ''),
  );
  return and > 0 ? said.slice(0, and) : said;
}

/** "Files in the archive", "devices running Linux": what narrows the noun and can be asked for. */
const isModifier = (token: Token): boolean =>
  /^(?:who|that|which|in|on|from|with|without|at|for|outside|inside|under|over|between|within)$/.test(
    token.low,
  ) ||
  verbAs(token.low, 'gerund') !== undefined ||
  (verbAs(token.low, 'participle', 'past-or-participle') !== undefined && !isPlural(token.low));
