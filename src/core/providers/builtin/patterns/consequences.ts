import type { Candidate, PageRule, Reading } from '../candidate.js';
import { finish, invert, phrase } from '../language/question.js';
import { isImperative } from '../language/imperative.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { words, type Token } from '../language/tokens.js';
import { isAdverb } from '../language/words.js';
import type { Sentence } from '../text/sentences.js';

/** "This helps ...", "Doing so prevents ...": says what the sentence before is good for. */
const GOOD_FOR =
  /^(?:(?:this|that|doing so|doing this|doing that)(?: way)?,? (?:(?:also|can|will|may|should|often|usually|greatly) ){0,2}(?:helps?|prevents?|ensures?|allows?|makes? it|makes? sure|reduces?|avoids?|enables?|lets?|keeps?|protects?|saves?|improves?|minimi[sz]es?|gives? (?:you|us|them|users|people)|increases?|guarantees?|simplifies|eliminates?)|this is (?:because|to)|that is because|(?:the|one) (?:main )?reason is)\b/i;
/** "As a result, ...": says what follows from the sentence before. */
const FOLLOWS =
  /^(?:therefore|as a result|consequently|for this reason|for that reason|hence|because of this|accordingly|as a consequence)\b,?\s+(?!of\b)/i;

/** Two sentences of which the second gives the first's reason or what follows from it: why. */
export const consequences: PageRule = (page) => {
  const made: Candidate[] = [];
  const { sentences } = page;
  const read = new Map<Sentence, Reading>();
  for (const reading of page.readings) if (!read.has(reading.sentence)) read.set(reading.sentence, reading);
  for (let i = 0; i + 1 < sentences.length; i++) {
    const sentence = sentences[i];
    const next = sentences[i + 1];
    if (!sentence || !next || sentence.block !== next.block || sentence.hole || next.hole) continue;
    if (!sentence.complete || !next.complete || next.text.length > 260) continue;
    const reading = read.get(sentence);
    if (!reading) continue;
    if (GOOD_FOR.test(next.text)) {
      const question = whyOf(reading);
      if (question !== undefined) made.push(joined(reading, next.text, next.quote, question));
      continue;
    }
    if (!FOLLOWS.test(next.text)) continue;
    const after = read.get(next);
    const question = after && whyOf(after);
    if (after && question !== undefined) made.push(joined(reading, next.text, next.quote, question));
  }
  return made;
};

function joined(reading: Reading, text: string, quote: string, question: string): Candidate {
  return {
    question,
    answer: `${reading.text} ${text}`,
    type: 'explanatory',
    evidence: [reading.sentence.quote, quote, ...reading.support],
    frame: 'why chained',
    worth: 0.95,
    place: `${reading.sentence.block}.${reading.sentence.place}`,
    chained: true,
  };
}

/** Up to a clause of its own, one that tells more of a noun too: the answer has it. */
function plain(tokens: readonly Token[]): Token[] {
  const said = firstStretch(tokens);
  const at = said.findIndex((token, i) => i > 1 && /^(?:that|which|who)$/.test(token.low));
  return at < 0 ? said : said.slice(0, at);
}

/** Why what the sentence says is so, or should be done. */
function whyOf({ tokens, clause, casing }: Reading): string | undefined {
  const [first] = tokens;
  if (!first) return undefined;
  if (isImperative(tokens)) {
    const act = plain(tokens.slice(1, tokens.findLastIndex((token) => !token.mark) + 1));
    return isWhole(act, 14) &&
      words(act).length >= 2 &&
      !/^(?:note|see|remember|let|consider)$/.test(first.low)
      ? finish(`Why should you ${first.low} ${phrase(act)}`)
      : undefined;
  }
  if (!clause || clause.negated || clause.front.length > 0 || clause.tense === 'past') return undefined;
  if (/^(?:it|there|this|that|these|those|they|we|i|he|she)$/.test(clause.subject.at(-1)?.low ?? ''))
    return undefined;
  if (/^(?:may|might|can|could)$/.test(clause.auxiliary?.low ?? '')) return undefined;
  // "X is a Y": nobody asks why
  if (
    clause.copula &&
    (clause.group.some((each) => !isAdverb(each.low)) || /^(?:an?|the|one)$/.test(clause.rest[0]?.low ?? ''))
  )
    return undefined;
  const said = plain(clause.rest);
  if (!isWhole(said, 14) || words(said).length < 2) return undefined;
  return invert('Why', clause, said, casing);
}
