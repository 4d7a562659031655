import type { Clause } from './clause.js';
import { isPlural } from './nouns.js';
import { isFunctionWord, type Token } from './tokens.js';
import { participleOf, verbAs } from './verbs.js';
import { isAdverb, personalPronouns, prepositions, relatives } from './words.js';

/** Verbs that make no sense, or another, without the one who does it. */
const unfit =
  /^(?:be|have|want|need|like|love|appreciate|know|believe|think|hope|get|let|feel|wish|mean|become|try|start|begin|stop|leave|help|go|come|care|own|lack|enjoy|prefer|consider|see|take|give|tell|show|thank|welcome|strive|tend|aim|plan|continue|do|say|find|make|hit|run|look|ask|offer|recommend|suggest|advise|assume|reserve|encourage|expect|agree|allow|promise|refuse|decide|understand|respect|value|realize|realise|remember)$/;

/**
 * "We keep the records for six years" as "the records are kept for six years": a question can then do without
 * a "we" that nobody knows. Undefined for verbs and objects where that is not plain.
 */
export function withoutWe(clause: Clause): Clause | undefined {
  const [subject] = clause.subject;
  if (
    clause.subject.length !== 1 ||
    subject?.low !== 'we' ||
    clause.passive ||
    clause.copula ||
    clause.negated
  )
    return undefined;
  const participle = participleOf(clause.base);
  if (participle === undefined || unfit.test(clause.base)) return undefined;
  if (clause.group.some((token) => /^(?:be|been|being|have)$/.test(token.low) || token.low.endsWith('ing')))
    return undefined;
  const end = objectEnd(clause.rest);
  if (end === 0) return undefined;
  const object = clause.rest
    .slice(0, end)
    .map((token) => (token.low === 'our' ? { ...token, text: 'the', low: 'the' } : token));
  if (
    object.some(
      (token, i) =>
        object[i - 1]?.low === 'and' && verbAs(token.low, 'base') !== undefined && !isPlural(token.low),
    )
  )
    return undefined;
  const head = headBeforeOf(object);
  if (!head) return undefined;
  const plural = (isPlural(head.low) && head.low !== 'data') || joinedBeforeOf(object);
  const verb: Token = { ...clause.verb, text: participle, low: participle };
  const auxiliary = clause.auxiliary;
  const word =
    auxiliary === undefined
      ? clause.tense === 'past'
        ? plural
          ? 'were'
          : 'was'
        : plural
          ? 'are'
          : 'is'
      : /^(?:have|has|had)$/.test(auxiliary.low)
        ? plural
          ? 'have'
          : 'has'
        : auxiliary.low;
  if (/^(?:is|are|was|were|do|does|did)$/.test(word) && auxiliary) return undefined;
  const be =
    auxiliary === undefined
      ? []
      : [
          {
            ...clause.verb,
            text: word.startsWith('ha') ? 'been' : 'be',
            low: word.startsWith('ha') ? 'been' : 'be',
            start: clause.verb.start - 1,
            end: clause.verb.start - 1,
          },
        ];
  return {
    ...clause,
    subject: object,
    auxiliary: { ...clause.verb, text: word, low: word },
    group: [...be, verb],
    verb,
    passive: true,
    plural,
    rest: clause.rest.slice(end),
  };
}

/** Where the object ends: before the first preposition but "of", or the end of a plain noun phrase. */
function objectEnd(rest: readonly Token[]): number {
  const first = rest[0];
  if (
    !first ||
    first.mark ||
    prepositions.has(first.low) ||
    personalPronouns.has(first.low) ||
    relatives.has(first.low) ||
    /^(?:to|not|no|how|what|why|when|this|these|those|each|it|up|out|back|off|away|down|over|so|if|because|as|you)$/.test(
      first.low,
    )
  )
    return 0;
  // "crash cool the wort": a verb
  if (verbAs(first.low, 'base') && /^(?:the|an?|your|its|our)$/.test(rest[1]?.low ?? '')) return 0;
  for (let i = 0; i < rest.length; i++) {
    const token = rest[i] as Token;
    if (token.mark) return /^[(]$/.test(token.text) || i === 0 ? 0 : i;
    if (personalPronouns.has(token.low) || /^(?:that|which|who|included|based)$/.test(token.low)) return 0;
    // "the bugs reported to us"
    if (
      i > 0 &&
      verbAs(token.low, 'participle', 'past-or-participle') &&
      prepositions.has(rest[i + 1]?.low ?? '')
    )
      return 0;
    if (
      (prepositions.has(token.low) && !/^(?:of|about|regarding|concerning|between)$/.test(token.low)) ||
      (isAdverb(token.low) && token.low.endsWith('ly')) ||
      /^(?:to|so|because|when|if|before|after|until|while|unless|once|whenever|every|daily|weekly|monthly|annually|quarterly|regularly|only|automatically|carefully|where|as)$/.test(
        token.low,
      )
    )
      return i > 0 && i <= 9 ? i : 0;
  }
  return rest.length <= 9 ? rest.length : 0;
}

/** "The rules and fees of", but not "a community of designers and researchers". */
function joinedBeforeOf(object: readonly Token[]): boolean {
  const of = object.findIndex((token) => /^(?:of|about|regarding|concerning|between)$/.test(token.low));
  return object.slice(0, of < 0 ? object.length : of).some((token) => token.low === 'and');
}

function headBeforeOf(object: readonly Token[]): Token | undefined {
  const of = object.findIndex((token) => /^(?:of|about|regarding|concerning|between)$/.test(token.low));
  const head = object[(of < 0 ? object.length : of) - 1];
  return head && !isFunctionWord(head.low) && /\p{L}/u.test(head.text) ? head : undefined;
}
