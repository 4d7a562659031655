import { type Candidate, type Rule, answered } from '../candidate.js';
import { firstStretch, isWhole } from '../language/phrases.js';
import { parseCore } from '../language/clause.js';
import { durationLength } from '../language/times.js';
import { finish, invert, phrase } from '../language/question.js';
import { type Token, textOf, words } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { finiteAuxiliaries, isAdverb } from '../language/words.js';
import { followsCondition, isImperative } from '../language/imperative.js';

/** A fronted purpose or condition before an order or a clause. */
export const fronted: Rule = (reading): Candidate[] => {
  const { tokens, clause, casing } = reading;
  const first = tokens[0];
  if (!first || !/^(?:to|if|when|before|after|once|unless|in|whenever)$/.test(first.low)) return [];
  const comma = frontEnd(tokens);
  if (comma < 2) return [];
  // "If you want proof, perhaps because you sell it, ...": the aside is no part of the condition
  const aside = tokens.findIndex(
    (token, i) =>
      token.text === ',' && i < comma && /^(?:perhaps|possibly|maybe|say)$/.test(tokens[i + 1]?.low ?? ''),
  );
  const front = tokens.slice(0, aside > 2 ? aside : comma);
  const main = tokens.slice(tokens[comma + 1]?.low === 'then' ? comma + 2 : comma + 1);
  const order =
    followsCondition(main) ||
    isImperative(main) ||
    (isAdverb(main[0]?.low ?? '') && isImperative(main.slice(1))) ||
    main[0]?.low === 'please';
  // "If you ask, then log in, you will be removed": the order belongs to the condition
  if (
    order &&
    main.some(
      (token, i) =>
        token.text === ',' &&
        /^(?:you|it|they|we|the)$/.test(main[i + 1]?.low ?? '') &&
        finiteAuxiliaries.has(main[i + 2]?.low ?? ''),
    )
  )
    return [];
  const made: Candidate[] = [];
  const purpose =
    first.low === 'to'
      ? front.slice(1)
      : first.low === 'in' && front[1]?.low === 'order' && front[2]?.low === 'to'
        ? front.slice(3)
        : undefined;
  if (purpose) {
    if (!verbAs(purpose[0]?.low ?? '', 'base') || words(purpose).length < 2 || !isWhole(purpose, 14))
      return [];
    const you = main[0]?.low === 'you';
    const needed =
      you &&
      /^(?:need|require|have)$/.test(clause?.base ?? '') &&
      clause?.rest[0]?.low !== 'to' &&
      !clause?.negated;
    if (needed)
      made.push(
        answered(reading, finish(`What do you need to ${phrase(purpose)}`), 'what need to', 'factual', 0.7),
      );
    else if (order || you)
      made.push(
        answered(reading, finish(`How do you ${phrase(purpose)}`), 'how do you', 'explanatory', 0.95),
      );
    else if (main[0]?.low === 'we') return [];
    else if (clause && clause.front.length > 0 && !clause.negated) {
      const rest = isWhole(clause.rest, 12) ? clause.rest : firstStretch(clause.rest);
      if (isWhole(rest, 12) && !/^(?:have|need)$/.test(clause.base))
        made.push(answered(reading, invert('Why', clause, rest, casing), 'why to', 'explanatory', 0.75));
    }
    return made;
  }
  const wish = wishOf(front);
  if (
    wish &&
    (order || (main[0]?.low === 'you' && /^(?:can|may|should|must|will|need|have)$/.test(main[1]?.low ?? '')))
  )
    return [answered(reading, finish(`How can you ${phrase(wish)}`), 'how can you', 'explanatory', 0.85)];
  if (first.low === 'in' || words(front).length < 4 || !isWhole(withoutThat(front.slice(1)), 18)) return [];
  if (first.low === 'unless' || (/^(?:if|when|whenever|once)$/.test(first.low) && !isClause(front.slice(1))))
    return [];
  const condition = textOf(front).replace(/^\S+\s/, '');
  if (order) {
    const polite = main[0]?.low === 'please' || isAdverb(main[0]?.low ?? '') ? main.slice(1) : main;
    if (/^(?:thank|welcome|note)$/.test(polite[0]?.low ?? '')) return made;
    if (/^(?:do|be|see|let|remember)$/.test(polite[0]?.low ?? '')) {
      if (first.low === 'if')
        made.push(
          answered(reading, finish(`What should you do if ${condition}`), 'what do if', 'inferential', 0.8),
        );
      return made;
    }
    const act = firstStretch(polite.slice(1, polite.findLastIndex((token) => !token.mark) + 1));
    if (isWhole(act, 12) && words(act).length >= 2 && !(act[0]?.low === 'to' && act[1]?.low === 'see'))
      made.push(
        answered(
          reading,
          finish(`When should you ${(polite[0] as Token).low} ${phrase(act)}`),
          'when should you',
          'inferential',
          0.8,
        ),
      );
    made.push(
      answered(
        reading,
        finish(`What should you do ${first.low} ${condition}`),
        `what do ${first.low}`,
        'inferential',
        0.85,
      ),
      answered(
        reading,
        finish(`How should you proceed ${first.low} ${condition}`),
        'how proceed',
        'inferential',
        0.58,
      ),
    );
    return made;
  }
  if (!clause || clause.front.length === 0 || !/^(?:if|when|whenever|once|after)$/.test(first.low))
    return made;
  const you = clause.subject.length === 1 && clause.subject[0]?.low === 'you';
  const we = clause.subject.length === 1 && /^(?:we|i)$/.test(clause.subject[0]?.low ?? '');
  if (you && clause.auxiliary && /^(?:should|must)$/.test(clause.auxiliary.low) && !clause.negated)
    made.push(
      answered(
        reading,
        finish(`What ${clause.auxiliary.low} you do ${first.low} ${condition}`),
        `what do ${first.low}`,
        'inferential',
        0.85,
      ),
    );
  else if (
    !you &&
    !we &&
    !clause.copula &&
    !verbAs(front[1]?.low ?? '', 'gerund') &&
    // "After three years of work, the zoo has opened a house"
    !/^(?:has|have|had)$/.test(clause.auxiliary?.low ?? '') &&
    durationLength(front, 1) === 0
  )
    made.push(
      answered(
        reading,
        finish(
          `What ${clause.tense === 'past' && !clause.auxiliary ? 'happened' : clause.tense === 'past' && /^(?:was|were|had)$/.test(clause.auxiliary?.low ?? '') ? 'happened' : 'happens'} ${first.low} ${condition}`,
        ),
        'what happens',
        'inferential',
        0.8,
      ),
    );
  if (
    you &&
    !clause.negated &&
    /^(?:may|might|will|would|could|can)$/.test(clause.auxiliary?.low ?? '') &&
    !(clause.base === 'need' || clause.base === 'have')
  )
    made.push(
      answered(
        reading,
        finish(
          /^(?:may|can)$/.test(clause.auxiliary?.low ?? '') && !SUFFERED.test(clause.base)
            ? `What ${clause.auxiliary?.low ?? 'may'} you do ${first.low} ${condition}`
            : `What ${clause.auxiliary?.low ?? 'may'} happen ${first.low} ${condition}`,
        ),
        'what may happen',
        'inferential',
        0.75,
      ),
    );
  if (first.low === 'if' && !clause.negated && !we && clause.subject.at(-1)?.low !== 'there') {
    const rest = isWhole(clause.rest, 12) ? clause.rest : firstStretch(clause.rest);
    if (
      isWhole(rest, 12) &&
      words(rest).length >= 2 &&
      (clause.auxiliary || !clause.copula) &&
      // "When ... for about an hour?"
      !rest.some((_, i) => durationLength(rest, i) > 0)
    )
      made.push(answered(reading, invert('When', clause, rest, casing), 'when if', 'inferential', 0.7));
  }
  return made;
};

/** What happens to "you", and is not done. */
const SUFFERED =
  /^(?:be|feel|get|lose|suffer|notice|see|hear|find|experience|develop|fall|die|become|receive|have|need|miss|damage|hurt|injure|cause|fail|encounter|wake|forget)$/;

/** "If you want to edit it": what you want to do. */
function wishOf(front: readonly Token[]): readonly Token[] | undefined {
  if (front[0]?.low !== 'if' || front[1]?.low !== 'you') return undefined;
  const to = front.slice(0, 6).findIndex((token) => token.low === 'to');
  const wish = front.slice(to + 1);
  return to > 2 &&
    /^(?:want|wish|need|like)$/.test(front[to - 1]?.low ?? '') &&
    verbAs(wish[0]?.low ?? '', 'base') &&
    words(wish).length >= 3 &&
    isWhole(wish, 14)
    ? wish
    : undefined;
}

/** "You believe that you saw it": the "that" joins what is believed, and opens nothing more. */
export const withoutThat = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter(
    (token, i) =>
      !(
        /^(?:that|who)$/.test(token.low) &&
        /^(?:(?:believe|think|know|find|see|notice|suspect|feel|say|discover|realize|realise|learn|sure|aware|likely|agree)s?|proof|evidence|something|anything|someone|somebody|anyone|anybody)$/.test(
          tokens[i - 1]?.low ?? '',
        )
      ),
  );

/** Has a subject and a verb, which may be its last word: "the display flashes". */
function isClause(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return (
    parseCore(tokens) !== undefined ||
    (tokens.length >= 2 && last !== undefined && verbAs(last.low, 'third', 'base') !== undefined)
  );
}

function frontEnd(tokens: readonly Token[]): number {
  let depth = 0;
  for (let i = 1; i < Math.min(tokens.length, 30); i++) {
    const token = tokens[i] as Token;
    if (token.text === '(') depth++;
    if (token.text === ')') depth--;
    if (depth !== 0 || token.text !== ',') continue;
    const main = tokens.slice(i + 1);
    // "If your goal is to earn, be seen, or have fun, ..." goes on
    const or = main.findIndex((each, k) => each.text === ',' && /^(?:and|or)$/.test(main[k + 1]?.low ?? ''));
    if (or > 0 && main.slice(or + 1).some((each) => each.text === ',')) continue;
    if (
      followsCondition(main) ||
      isImperative(main) ||
      main[0]?.low === 'please' ||
      (isAdverb(main[0]?.low ?? '') && isImperative(main.slice(1))) ||
      parseCore(main)
    )
      return i;
  }
  return -1;
}

/** "You can reset it by ...", "You must apply before ...": what "you" do, by way of the circumstances rule; here the means. */
export const ability: Rule = (reading): Candidate[] => {
  const { clause } = reading;
  if (!clause || clause.negated || clause.front.length > 0 || clause.passive) return [];
  const you = clause.subject.length === 1 && clause.subject[0]?.low === 'you';
  if (!you || !/^(?:can|may|should)$/.test(clause.auxiliary?.low ?? '') || clause.base !== 'use') return [];
  const to = clause.rest.findIndex(
    (token, i) => token.low === 'to' && verbAs(clause.rest[i + 1]?.low ?? '', 'base') !== undefined,
  );
  if (to < 1) return [];
  const purpose = firstStretch(clause.rest.slice(to + 1));
  if (!isWhole(purpose, 14) || words(purpose).length < 3) return [];
  return [answered(reading, finish(`How can you ${phrase(purpose)}`), 'how can you', 'explanatory', 0.85)];
};
