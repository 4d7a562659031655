import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { durationLength } from '../language/times.js';
import { isGivenName, countable, timeUnits } from '../language/nouns.js';
import { askSubject, finish, invert, phrase, setting, subjectText } from '../language/question.js';
import { isFunctionWord, isNumber, words, type Token } from '../language/tokens.js';
import { coordinators, isAdverb, prepositions } from '../language/words.js';

const counted = (token: Token | undefined): boolean =>
  token !== undefined &&
  isNumber(token.low) &&
  !/[$£€%]/.test(token.text) &&
  !/^(?:1[5-9]|20)\d\d$/.test(token.text) &&
  !/^\d+(?:st|nd|rd|th|x|k|m)$/.test(token.low);

/** The nouns after a number: "12 elected members"; undefined where that is not plain. */
function countedNoun(
  tokens: readonly Token[],
  at: number,
): { readonly noun: Token[]; readonly end: number } | undefined {
  const noun: Token[] = [];
  // "Two thirds": how many, of what?
  if (/^(?:thirds|quarters|halves|fifths|tenths)$/.test(tokens[at]?.low ?? '')) return undefined;
  for (let i = at; i < Math.min(tokens.length, at + 4); i++) {
    const token = tokens[i] as Token;
    if (
      token.mark ||
      isNumber(token.low) ||
      prepositions.has(token.low) ||
      isAdverb(token.low) ||
      /^(?:and|or|the|a|of|to|more|per)$/.test(token.low)
    )
      return undefined;
    noun.push(token);
    if (countable(token.low)) {
      const next = tokens[i + 1];
      if (next && countable(next.low)) continue;
      return { noun, end: i + 1 };
    }
  }
  return undefined;
}

/** Where the noun phrase after "of" ends: "of license information". */
function nounEnd(tail: readonly Token[]): number {
  const end = tail.findIndex(
    (token, i) => i > 1 && (token.mark || isFunctionWord(token.low) || isAdverb(token.low)),
  );
  return end < 0 ? tail.length : end;
}

const CURRENCY = /^(?:euros?|pounds?|dollars?|pence|cents?|kroner|kronor|francs?|yen|rupees?|GBP|EUR|USD)$/i;

/** Where a sum of money ends: "€4.80", "between 30 and 60 euros"; or -1. */
const moneyIn = (rest: readonly Token[]): number =>
  rest.findIndex(
    (token, i) =>
      /^[$£€]\d/.test(token.text) ||
      (CURRENCY.test(token.text) && i > 0 && isNumber((rest[i - 1] as Token).low)),
  );

/** What stands before a sum and belongs to it. */
const HEDGE =
  /^(?:up|to|about|around|approximately|over|nearly|almost|roughly|some|at|least|most|between|only|just|a|an|total|of|maximum|minimum|more|less|than|[\d,.]+)$/;

/** What is measured in a straight line. */
const LENGTH = /^(?:kilometres?|kilometers?|miles?|met(?:re|er)s?|km|yards)$/;

/** "Repairs take a month and cost a lot": what follows is another act. */
const isJoined = ([first]: readonly Token[]): boolean =>
  first !== undefined && (coordinators.has(first.low) || /^(?:rather|instead|than)$/.test(first.low));

/** How many, how much, how long it takes. */
export const quantities: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause || clause.negated) return [];
  const made: Candidate[] = [];
  const add = (question: string, frame: string, worth: number): void => {
    made.push(answered(reading, question, frame, 'factual', worth));
  };
  const subject = words(clause.subject);
  // What "you" have is so where the sentence stands
  if (subject[0]?.low === 'you' && clause.base === 'have') return [];
  // "Erin ordered 3 kinds of donuts" illustrates something else
  if (subject.length === 1 && isGivenName(subject[0]?.low ?? '')) return [];
  const number = /^(?:some|about|around|nearly|almost|over|roughly)$/.test(subject[0]?.low ?? '') ? 1 : 0;
  if (counted(subject[number]) && clause.subject.length === subject.length && !clause.front.length) {
    const noun = countedNoun(clause.subject, number + 1);
    const said = firstStretch(clause.rest);
    if (noun && isWhole(said, 14) && words(said).length >= 2)
      add(
        askSubject(`How many ${phrase(clause.subject.slice(number + 1))}`, clause, said),
        'how many subject',
        0.85,
      );
    return made;
  }
  if (subject.length === 1 && subject[0]?.low === 'there') {
    const at = clause.rest.findIndex((token) => counted(token));
    const noun = at >= 0 && at < 3 ? countedNoun(clause.rest, at + 1) : undefined;
    if (noun && clause.auxiliary && /^(?:is|are|was|were)$/.test(clause.auxiliary.low)) {
      const after = firstStretch(clause.rest.slice(noun.end));
      if (isWhole(after, 10))
        add(
          finish(`How many ${phrase(noun.noun)} ${clause.auxiliary.low} there ${phrase(after)}`),
          'how many there',
          0.85,
        );
    }
    return made;
  }
  const rest = clause.rest;
  const money = moneyIn(rest);
  const active = !clause.passive && !clause.copula;
  let at = 0;
  while (
    (rest[at]?.low === 'to' && rest[at - 1]?.low === 'up') ||
    (/^(?:about|around|approximately|over|nearly|almost|up|at|least|most|exactly|a|total|maximum|minimum|more|less|than)$/.test(
      rest[at]?.low ?? '',
    ) &&
      at < 5)
  )
    at++;
  if (
    active &&
    clause.base === 'take' &&
    /^(?:years|months|weeks|days|hours|minutes|decades)$/.test(rest[0]?.low ?? '')
  ) {
    const after = firstStretch(rest.slice(1));
    if (isWhole(after, 12) && !isJoined(after) && words(after).length >= 2)
      add(invert('How long', clause, after, casing), 'how long take', 0.85);
  }
  if (active && /^(?:lie|stand|run|extend|stretch|reach|walk|drive|travel)$/.test(clause.base)) {
    const far =
      counted(rest[at]) && LENGTH.test(rest[at + 1]?.low ?? '') ? firstStretch(rest.slice(at + 2)) : [];
    if (far.length > 1 && isWhole(far, 10)) add(invert('How far', clause, far, casing), 'how far', 0.85);
    return made;
  }
  if (active && counted(rest[at])) {
    const duration = durationLength(rest, 0);
    const noun = countedNoun(rest, at + 1);
    if (duration > 0 && /^(?:take|last)$/.test(clause.base)) {
      const after = firstStretch(rest.slice(duration));
      if (isJoined(after)) return made;
      if (isWhole(after, 10) && clause.base === 'last')
        add(invert('How long', clause, after, casing), 'how long last', 0.9);
      else if (isWhole(after, 10)) add(invert('How long', clause, after, casing), 'how long take', 0.9);
    } else if (
      noun &&
      !timeUnits.has(noun.noun.at(-1)?.low ?? '') &&
      !(clause.base === 'cost' && money >= 0) &&
      !/^(?:and|or|later|earlier|ago)$/.test(rest[noun.end]?.low ?? '')
    ) {
      const tail = firstStretch(rest.slice(noun.end));
      // "Ten attachments of at most 20 MB each"
      const bounded =
        tail[0]?.low === 'of' && /^(?:at|up|about|around|over|under|between)$/.test(tail[1]?.low ?? '');
      const of = bounded ? tail.length : tail[0]?.low === 'of' ? nounEnd(tail) : 0;
      const after = tail.slice(of);
      if (isWhole(after, 8) && !isJoined(after) && !(of > 0 && /^(?:the|a|an)$/.test(tail[1]?.low ?? '')))
        add(
          invert(`How many ${phrase([...noun.noun, ...tail.slice(0, of)])}`, clause, after, casing),
          'how many object',
          0.85,
        );
    }
  }
  // "Adults measure 14 to 22 mm from the head to the tail"
  const from = rest.findIndex((token) => token.low === 'from');
  const mark = rest.findIndex((token, i) => i > from && token.mark);
  const stretch = from > 1 && from < 6 ? rest.slice(from, mark < 0 ? undefined : mark) : [];
  if (
    active &&
    clause.base === 'measure' &&
    isNumber(rest[0]?.low ?? '') &&
    /^(?:mm|cm|m|metres?|meters?|millimetres?|centimetres?|inches|feet)$/.test(rest[from - 1]?.low ?? '') &&
    stretch.some((token) => token.low === 'to') &&
    isWhole(stretch, 14)
  )
    add(
      finish(
        `How long ${clause.plural ? (clause.tense === 'past' ? 'were' : 'are') : clause.tense === 'past' ? 'was' : 'is'} ${subjectText(clause, casing)} ${phrase(stretch)}`,
      ),
      'how long measure',
      0.85,
    );
  const after = firstStretch(rest.slice(money + 1));
  if (active && money >= 0 && money <= 5 && clause.base === 'cost')
    add(
      invert('How much', clause, after.length < 6 && isWhole(after) && !isJoined(after) ? after : [], casing),
      'how much',
      0.95,
    );
  else if (
    active &&
    money >= 0 &&
    money <= 2 &&
    // "has paid each passenger £150": whom, the question would not say
    rest.slice(0, money).every(({ low }) => HEDGE.test(low)) &&
    /^(?:pay|charge|receive|spend|earn|contribute|reimburse|cover|gross|raise|award|expense|claim|withdraw|borrow|save|deduct|donate|invest)$/.test(
      clause.base,
    )
  ) {
    const said = after.filter((token) => !/^(?:million|billion|thousand)$/.test(token.low));
    if (isWhole(said, 10) && !isJoined(said) && (said.length > 0 || reading.spoken !== true))
      // "During the first year, ..." belongs to the sum
      add(invert('How much', clause, [...said, ...(setting(clause) ?? [])], casing), 'how much', 0.85);
  }
  if (
    clause.copula &&
    isNumber(rest[0]?.low ?? '') &&
    LENGTH.test(rest[1]?.low ?? '') &&
    /^(?:from|north|south|east|west|above|below)/.test(rest[2]?.low ?? '') &&
    isWhole(rest.slice(2), 8)
  )
    add(
      finish(
        `How far ${clause.auxiliary?.low ?? 'is'} ${subjectText(clause, casing)} ${phrase(rest.slice(2))}`,
      ),
      'how far',
      0.9,
    );
  if (clause.copula && /^[$£€]\d/.test(rest[0]?.text ?? '') && subject.length >= 2)
    add(
      finish(
        `How much ${clause.auxiliary?.low ?? 'is'} ${subjectText(clause, casing)} ${phrase(clause.group.filter((token) => /^(?:have|be|been)$/.test(token.low)))}`,
      ),
      'how much is',
      0.8,
    );
  return made;
};
