import { answered, type Candidate, type Reading, type Rule } from '../candidate.js';
import { adjunctsOf } from '../language/adjuncts.js';
import { withoutThat } from './conditions.js';
import { parseCore, type Clause } from '../language/clause.js';
import { bodies, isPerson } from '../language/nouns.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { finish, phrase, subjectText } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { personalPronouns } from '../language/words.js';

/** What people must, should or can do, with the case in which they do it where the sentence names one. */
export const duties: Rule = (reading): Candidate[] => {
  const { clause } = reading;
  if (!clause || clause.negated || clause.copula || clause.passive) return [];
  const duty = dutyOf(clause);
  if (duty === undefined || !acts(clause)) return [];
  // "What can the drug do?": one of many things
  const subject = headOf(clause.subject)?.head.low ?? '';
  if (duty.modal === 'can' && subject !== 'you' && !isPerson(subject) && !bodies.has(subject)) return [];
  const who = subjectText(clause, reading.casing);
  const you = clause.subject[0]?.low === 'you';
  const ask = (occasion: string): string =>
    finish(
      duty.support === undefined
        ? `What ${duty.modal} ${who} do ${occasion}`
        : `What ${duty.support} ${who} ${duty.modal} to do ${occasion}`,
    );
  if (clause.front.length > 0) {
    const front = occasionOf(clause.front);
    return front === undefined ? [] : [answered(reading, ask(front), 'what do front', 'inferential', 0.75)];
  }
  const told = words(duty.act).filter((token) => !isFunctionWord(token.low)).length;
  if (told < 2) return [];
  const made: Candidate[] = [];
  for (const adjunct of adjunctsOf(duty.act, false)) {
    if (adjunct.kind !== 'if' && adjunct.kind !== 'when') continue;
    // "may join the list, but will get a plot only after all others": a time of the second act
    if (duty.act.slice(0, adjunct.at).some((token) => /^(?:but|only)$/.test(token.low))) continue;
    const occasion = occasionOf(duty.act.slice(adjunct.at, adjunct.end));
    if (occasion !== undefined && words(duty.act.slice(0, adjunct.at)).length >= 2)
      made.push(answered(reading, ask(occasion), 'what do case', 'inferential', 0.8));
  }
  if (you && duty.modal === 'can') return made;
  if (made.length === 0 && isWhole(firstStretch(duty.act), 24) && told >= 3)
    made.push({ ...answered(reading, ask(''), 'what do', 'factual', 0.5), within: true });
  return made;
};

interface Duty {
  /** "must", or "need" with its "do" as support. */
  readonly modal: string;
  readonly support: string | undefined;
  readonly act: readonly Token[];
}

function dutyOf(clause: Clause): Duty | undefined {
  const word = clause.auxiliary?.low;
  if (
    word === 'will' &&
    /^(?:need|have)$/.test(clause.base) &&
    clause.rest[0]?.low === 'to' &&
    verbAs(clause.rest[1]?.low ?? '', 'base')
  )
    return { modal: clause.base, support: 'will', act: clause.rest.slice(1) };
  if (word !== undefined && /^(?:must|should|shall|can)$/.test(word))
    return { modal: word, support: undefined, act: [clause.verb, ...clause.rest] };
  if (
    word === undefined &&
    clause.tense === 'present' &&
    /^(?:need|have)$/.test(clause.base) &&
    clause.rest[0]?.low === 'to' &&
    verbAs(clause.rest[1]?.low ?? '', 'base')
  )
    return { modal: clause.base, support: clause.plural ? 'do' : 'does', act: clause.rest.slice(1) };
  return undefined;
}

/** People, bodies and those who have a name can be asked what they do; so can "you". */
function acts(clause: Clause): boolean {
  const subject = words(clause.subject);
  const [first] = subject;
  if (!first || subject.length > 8) return false;
  if (subject.length === 1 && first.low === 'you') return true;
  if (
    personalPronouns.has(first.low) ||
    /^(?:no|one|each|every|some|any|many|most|all|both)$/.test(first.low)
  )
    return false;
  const head = headOf(clause.subject)?.head;
  return (
    head !== undefined &&
    (isPerson(head.low) ||
      bodies.has(head.low) ||
      (head.capital && subject.every((token) => token.capital || isFunctionWord(token.low))))
  );
}

/** "When the light is red", "before leaving": the case as it can stand at a question's end. */
function occasionOf(tokens: readonly Token[]): string | undefined {
  const [first, ...rest] = tokens;
  if (!first || !/^(?:if|when|whenever|before|after|once|while)$/.test(first.low)) return undefined;
  if (words(rest).length < 3 || !isWhole(withoutThat(rest), 18)) return undefined;
  const gerund = verbAs(rest[0]?.low ?? '', 'gerund') !== undefined;
  if (!gerund && !/^(?:before|after)$/.test(first.low) && !parseCore(rest) && rest[0]?.low !== 'you')
    return undefined;
  return `${first.low} ${phrase(rest)}`;
}

/** "It is important to ...": what is, or why. */
export const advice: Rule = (reading): Candidate[] => {
  const { tokens } = reading;
  const to = tokens.slice(0, 8).findIndex((token) => token.low === 'to');
  if (!isAdvice(tokens, to)) return [];
  const end = tokens.findLastIndex((token) => !token.mark) + 1;
  const act = tokens.slice(to + 1, end);
  if (!verbAs(act[0]?.low ?? '', 'base') || /^(?:note|remember|be|say)$/.test(act[0]?.low ?? '')) return [];
  const opening = `is it ${tokens
    .slice(2, to)
    .filter((token) => token.low !== 'also')
    .map((token) => token.text)
    .join(' ')} to`;
  const made: Candidate[] = [];
  for (const adjunct of adjunctsOf(act, false)) {
    const before = act.slice(0, adjunct.at);
    if (adjunct.kind === 'why' && isWhole(before, 14) && words(before).length >= 2)
      made.push(
        answered(reading, finish(`Why ${opening} ${phrase(before)}`), 'why is it', 'explanatory', 0.95),
      );
    if (adjunct.kind !== 'if' && adjunct.kind !== 'when') continue;
    const occasion = occasionOf(act.slice(adjunct.at, adjunct.end));
    if (occasion !== undefined)
      made.push(
        answered(reading, finish(`What ${opening} do ${occasion}`), 'what is it', 'analytical', 0.75),
      );
  }
  if (made.length === 0 && words(act).length >= 4)
    made.push({
      ...answered(reading, finish(`What ${opening} do`), 'what is it', 'analytical', 0.6),
      within: true,
    });
  return made;
};

/** "It is (very) important to", "It's best to". */
const isAdvice = (tokens: Reading['tokens'], to: number): boolean =>
  tokens[0]?.low === 'it' &&
  tokens[1]?.low === 'is' &&
  ((to >= 3 && to <= 4 && ADVISED.test(tokens[to - 1]?.low ?? '')) ||
    (to <= 6 && /^(?:idea|practice)$/.test(tokens[to - 1]?.low ?? '') && tokens[to - 2]?.low === 'good'));

const ADVISED =
  /^(?:important|essential|advisable|best|necessary|crucial|helpful|useful|recommended|vital|critical|better|possible|required|mandatory|customary|illegal|unlawful|forbidden|safe|unsafe)$/;
