import { answered, type Rule } from '../candidate.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { durationLength, timeLength } from '../language/times.js';
import type { Clause } from '../language/clause.js';
import { isPerson } from '../language/nouns.js';
import { invert, setting } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { personalPronouns, wordSet } from '../language/words.js';

/** Verbs with the preposition that belongs to them, so that it can end a question. */
const bound =
  wordSet(`depend:on rely:on consist:of belong:to apply:to lead:to refer:to focus:on base:on result:in derive:from relate:to connect:to limit:to fund:by cause:by
 govern:by define:by drive:by divide:into split:into convert:into convert:to link:to map:to comply:with deal:with correspond:to contribute:to adhere:to respond:to replace:by replace:with
 associate:with combine:with compare:to compare:with specialize:in specialise:in start:with begin:with end:with suffer:from benefit:from differ:from stem:from originate:from result:from come:from
 inspire:by influence:by control:by determine:by provide:by support:by surround:by cover:by protect:by measure:in measure:by express:in write:in run:on report:to serve:as act:as function:as
 design:for intend:for require:for need:for suit:for prepare:for account:for aim:at interact:with communicate:with integrate:with compete:with collaborate:with group:into organize:into
 organise:into identify:by trigger:by limit:by restrict:to reserve:for make:of compose:of build:on build:from form:by name:after dedicate:to devote:to expose:to attribute:to assign:to direct:by
 tie:to bind:by vary:with depend:upon evolve:into turn:into grow:into translate:into transform:into move:through pass:through include:in involve:in store:as treat:as describe:as classify:as regard:as
 consider:as view:as represent:as represent:by encode:as distinguish:from separate:from exclude:from exempt:from accompany:by follow:by precede:by serve:by sign:to subject:to arrange:by power:by commit:to set:to increase:to reduce:to raise:to change:to rename:to amend:to extend:to restore:to lower:to compare:with encourage:by accomplish:by achieve:by produce:by use:as know:as employ:as elect:as appoint:as adapt:from drive:out infect:with fill:with equip:with line:with trade:with ally:with charge:with afflict:by threaten:by dominate:by occupy:by settle:by strike:by damage:by destroy:by hit:by affect:by run:by operate:by head:by feed:on live:on thrive:on border:on center:on centre:on hinge:on insist:on embark:on operate:under excrete:in dissolve:in contain:in find:in`);

/** "What does X depend on?", "what is X funded by?": the preposition stays, its object is asked for. */
export const relations: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || clause.copula) return [];
  const where = setting(clause);
  if (where === undefined) return [];
  const subject = words(clause.subject);
  if (personalPronouns.has(subject[0]?.low ?? '') || subject.at(-1)?.low === 'there' || subject.length > 9)
    return [];
  const preposition = clause.rest[0];
  // "approved with one correction"
  if (clause.base === 'approve' && preposition?.low === 'with') return [];
  // "referred to by their name"
  if (clause.rest[1]?.low === 'by') return [];
  const said = firstStretch(clause.rest.slice(1));
  // "vary from case to case"
  if (preposition?.low === 'from' && said[1]?.low === 'to' && said[2]?.low === said[0]?.low) return [];
  const forWhom =
    clause.passive &&
    preposition?.low === 'for' &&
    isPerson(headOf(said)?.head.low ?? '') &&
    !/^(?:ask|look|search|call|wait|responsible)$/.test(clause.base);
  const known = preposition !== undefined && (forWhom || bound.has(`${clause.base}:${preposition.low}`));
  if (!preposition || (!known && !strands(clause, preposition, said))) return [];
  const told = words(said).filter((token) => !isFunctionWord(token.low)).length;
  if (
    told < 1 ||
    words(said).length > 30 ||
    (preposition.low !== 'to' && verbAs(said[0]?.low ?? '', 'gerund')) ||
    (/^(?:the)$/.test(said[0]?.low ?? '') && words(said).length < 2)
  )
    return [];
  const head = headOf(said)?.head;
  const person = head !== undefined && isPerson(head.low);
  if (preposition.low === 'by' && person) return [];
  const opener = person && /^(?:to|with|for)$/.test(preposition.low) ? 'Who' : 'What';
  return [
    answered(
      reading,
      invert(opener, clause, [preposition, ...where], casing),
      `${opener.toLowerCase()} preposition`,
      'factual',
      known ? (told > 1 ? 0.7 : 0.55) : 0.5,
    ),
  ];
};

/** "Internal candidates go through an adjusted plan": a preposition that can stay where it is, its noun asked for. */
function strands(clause: Clause, preposition: Token, said: readonly Token[]): boolean {
  const [first] = said;
  if (
    !first ||
    first.mark ||
    /^(?:go|come|be|take|get|say|look|live|stay|travel|move|return|walk|die|bear)$/.test(clause.base)
  )
    return false;
  if (
    clause.passive &&
    /^(?:in|on|under|by)$/.test(preposition.low) &&
    (!/^(?:the|an?|its|their|your)$/.test(first.low) || IDIOM.test(said[1]?.low ?? ''))
  )
    return false;
  return (
    (clause.passive
      ? /^(?:with|to|from|into|over|against|through|of|in|on|under|by)$/
      : /^(?:with|from|into|over|against|through|on|about)$/
    ).test(preposition.low) &&
    isWhole(said, 30) &&
    !verbAs(first.low, 'base', 'gerund') &&
    timeLength(said, 0) === 0 &&
    durationLength(said, 0) === 0 &&
    words(said).filter((token) => !isFunctionWord(token.low)).length >= 2 &&
    !/^(?:life|being|effect|force|account|action|question|time|average|top|purpose|behalf|hand|board|course|demand|ease|care|regard|respect|place|scratch|default|fact|it|them|each|all|both)$/.test(
      first.low,
    )
  );
}

/** "In the same way", "on a regular basis": set phrases, whose noun is no answer. */
const IDIOM =
  /^(?:same|hour|spot|way|ways|basis|regular|event|case|form|order|time|times|first|last|end|meantime|future|past|context|interest|name|course|process|manner|fashion|absence|presence|hope|middle|beginning|wake|light|condition|assumption|circumstances|terms|fact|rest|latter|former|following|number|variety|few|long|short|lot|day|night|week|month|year|years|decade|century|\d.*)$/;
