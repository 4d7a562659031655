import { answered, type Candidate, type Rule } from '../candidate.js';
import { firstStretch, headOf, isWhole } from '../language/phrases.js';
import { isGivenName, isPerson, isPlural } from '../language/nouns.js';
import { finish, invert, phrase, subjectText } from '../language/question.js';
import { isNumber, words, type Token } from '../language/tokens.js';
import type { Casing } from '../language/casing.js';
import { isTimeWord } from '../language/times.js';
import { looksParticiple } from '../language/verbs.js';
import { determiners, isAdverb, vagueHeads } from '../language/words.js';

const ranked =
  /^(?:first|second|third|last|only|main|primary|default|most|least|largest|biggest|smallest|oldest|youngest|newest|highest|lowest|longest|best|largest|fastest|earliest|latest|strongest|current|next|sole|official|preferred|recommended|\w+th|\w{3,}est)$/;

/** "X is a Y that ...": what X is, who X is, or which Y is the first of its kind. */
export const definitions: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || clause.front.length > 8) return [];
  const subject = words(clause.subject);
  if (subject.length > 8 || clause.subject.some((token) => token.text === ',')) return [];
  if (
    /^(?:each|every|all|many|some|most|any|no|both|several|few|other|another|there)$/.test(
      subject[0]?.low ?? '',
    )
  )
    return [];
  if (/^(?:there|you|we|i|they|it)$/.test(subject.at(-1)?.low ?? '')) return [];
  if (subject.every((token) => token.low.length < 2 || isTimeWord(token.low))) return [];
  if (clause.copula && clause.group.every((token) => isAdverb(token.low)))
    return copula(reading, clause.rest, subject);
  if (
    !clause.auxiliary &&
    /^(?:mean|denote)$/.test(clause.base) &&
    clause.rest.length > 2 &&
    subject.length <= 5 &&
    // "Breakfast means a twist from any bakery": no meaning of the word
    clause.subject.some((token) => token.mark || /[\p{Lu}\d]/u.test(token.text.slice(1)))
  )
    return [answered(reading, invert('What', clause, [], casing), 'what mean', 'factual', 0.75)];
  if (!clause.auxiliary && clause.base === 'refer' && clause.rest[0]?.low === 'to')
    return [
      answered(
        reading,
        invert('What', clause, clause.rest.slice(0, 1), casing),
        'what refer',
        'factual',
        0.8,
      ),
    ];
  const called = clause.rest[0];
  if (
    clause.passive &&
    /^(?:call|name|term|dub|label|title)$/.test(clause.base) &&
    called !== undefined &&
    !called.mark &&
    !/^(?:by|after|in|on|at|for|to|from|with|as|when|because|so|out|up|upon|back)$/.test(called.low) &&
    /^(?:is|are|was|were)$/.test(clause.auxiliary?.low ?? '') &&
    subject.length >= 2
  )
    return [answered(reading, invert('What', clause, [], casing), 'what called', 'factual', 0.85)];
  if (clause.passive && /^(?:define|know)$/.test(clause.base) && clause.rest[0]?.low === 'as')
    return [
      answered(
        reading,
        clause.base === 'define'
          ? invert('How', clause, [], casing)
          : invert('What', clause, clause.rest.slice(0, 1), casing),
        `${clause.base} as`,
        'factual',
        0.8,
      ),
    ];
  return [];
};

/** "Isotopes are atoms of one element": what things of a kind are. */
function kinds(reading: Parameters<Rule>[0], rest: readonly Token[], subject: readonly Token[]): Candidate[] {
  const [first] = subject;
  const told = rest.findIndex((token) => isPlural(token.low));
  if (
    !first ||
    reading.clause?.auxiliary?.low !== 'are' ||
    subject.length > 3 ||
    reading.clause.front.length > 0
  )
    return [];
  if (
    !isPlural(subject.at(-1)?.low ?? '') ||
    isDetermined(first) ||
    subject.slice(1).some((token) => token.capital)
  )
    return [];
  if (
    told < 0 ||
    told > 2 ||
    rest.slice(0, told + 1).some((token) => token.mark || vagueHeads.has(token.low))
  )
    return [];
  if (
    !/^(?:that|which|who|whose|of|with|used|made|formed|for|in|designed|found)$/.test(
      rest[told + 1]?.low ?? '',
    )
  )
    return [];
  if (
    rest
      .slice(0, told)
      .some((token) => isAdverb(token.low) || isDetermined(token) || looksParticiple(token.low))
  )
    return [];
  // A people has its capital anywhere
  const common = /^\p{Lu}\p{Ll}+$/u.test(first.text) && !/(?:an|ese|ish|ist)s$/.test(first.low);
  const name = common ? `${first.low} ${phrase(subject.slice(1))}` : phrase(subject);
  return [answered(reading, finish(`What are ${name}`), 'what are', 'factual', 0.8)];
}

const isDetermined = (token: Token): boolean => determiners.has(token.low) || token.low === 'you';

function copula(
  reading: Parameters<Rule>[0],
  rest: readonly Token[],
  subject: readonly Token[],
): Candidate[] {
  const clause = reading.clause;
  const first = rest[0];
  if (!clause || !first) return [];
  const is = clause.auxiliary?.low ?? 'is';
  const name = subjectText(clause, reading.casing);
  const said = firstStretch(rest);
  if (first.low === 'responsible' && /^(?:for|to)$/.test(rest[1]?.low ?? '')) {
    const duty = isWhole(said, 16) ? said : undefined;
    const head = headOf(clause.subject)?.head.low ?? '';
    if (
      duty &&
      (isPerson(head) ||
        clause.subject.some((token) => token.capital) ||
        /team|committee|board|group/.test(head))
    )
      return [answered(reading, finish(`Who ${is} ${phrase(duty)}`), 'who responsible', 'factual', 0.95)];
  }
  if (!/^(?:a|an|the|one)$/.test(first.low)) return kinds(reading, rest, subject);
  // "Meetings are a good place": said of them, and not what they are
  if (is === 'are' && /^(?:an?|one)$/.test(first.low) && subject.length <= 3)
    return subject.length === 1 &&
      isPlural(subject[0]?.low ?? '') &&
      rest.length >= 6 &&
      rest.slice(2, 5).some((token) => /^(?:of|that|who|which|used|made)$/.test(token.low)) &&
      !vagueHeads.has(headOf(said)?.head.low ?? '') &&
      !/^(?:lot|number|great|good|bit|source|cause|reason|matter|must|sign|way|result)$/.test(
        rest[1]?.low ?? '',
      )
      ? [answered(reading, finish(`What are ${name}`), 'what are', 'factual', 0.8)]
      : [];
  const headAt = headOf(said);
  if (!headAt || headAt.index === 0) return [];
  const head = headAt.head;
  if (vagueHeads.has(head.low) || subject.length === 0) return [];
  const made: Candidate[] = [];
  if (clause.group.some((token) => token.low === 'also')) return [];
  if (
    subject[0]?.low === 'the' &&
    subject.length === 2 &&
    (is === 'was' || is === 'were' || words(rest).length < 8)
  )
    return [];
  const inner = said.slice(1, headAt.index);
  if (
    first.low === 'the' &&
    inner.some((token) => ranked.test(token.low)) &&
    !head.capital &&
    !ranked.test(head.low) &&
    isWhole(said, 14) &&
    words(said).length >= 4
  )
    made.push(
      answered(
        reading,
        finish(
          said[headAt.index + 1]?.low === 'of'
            ? `What ${is} ${phrase(said)}`
            : `Which ${head.text} ${is} ${phrase(said.filter((token) => token !== head))}`,
        ),
        'which ranked',
        'analytical',
        0.85,
      ),
    );
  if (
    first.low === 'the' &&
    /^(?:purpose|goal|aim|role|objective|name|title|capital|author|creator|founder|leader)$/.test(head.low)
  )
    return made;
  const proper = clause.subject.every(
    (token) => token.mark || token.capital || /^(?:of|the|and|de|van|von|for)$/.test(token.low),
  );
  // "An app manager" is nobody
  const program = said.some((token) =>
    /^(?:app|software|package|password|file|task|window|device|memory|version|tag|system|program|tool|application|browser|key)$/.test(
      token.low,
    ),
  );
  const person =
    (isPerson(head.low) &&
      !program &&
      (!proper ||
        subject.length >= 2 ||
        isGivenName(subject[0]?.low ?? '') ||
        /\b(?:his|her|he|she)\b/.test(reading.text))) ||
    (proper && (/\b(?:his|her|he|she)\b/.test(reading.text) || isGivenName(subject[0]?.low ?? '')));
  if (person && !isPlural(head.low)) {
    if (proper && subject.length <= 4)
      made.push(answered(reading, finish(`Who ${is} ${name}`), 'who is', 'factual', 0.9));
    return made;
  }
  if (
    clause.group.some((token) => isAdverb(token.low)) ||
    /^(?:choice|try|alternative|bit|must|pleasure|joy|mess|challenge)$/.test(head.low) ||
    (/^(?:place|time|thing|way)$/.test(head.low) && said[headAt.index + 1]?.low === 'to')
  )
    return made;
  if (rest[1]?.low === 'very' || first.low === 'one' || (words(said).length < 3 && words(rest).length < 5))
    return made;
  if ((first.low === 'the' || /^(?:was|were)$/.test(is)) && !proper) return made;
  // "Economy is the rule for short flights": no name, as far as the text shows
  if (first.low === 'the' && subject.length === 1 && !isShownName(subject[0] as Token, reading.casing))
    return made;
  made.push(
    answered(
      reading,
      finish(`What ${is} ${name}`),
      'what is',
      'factual',
      proper || subject[0]?.low !== 'the'
        ? 0.8
        : first.low !== 'the' && words(rest).length >= 8
          ? 0.75
          : 0.55,
    ),
  );
  return made;
}

/** Has capitals where no sentence begins, or inside. */
const isShownName = ({ text }: Token, casing: Casing): boolean =>
  casing.names.has(text) || /[\p{Lu}\d]/u.test(text.slice(1));

/** Nouns whose value is a plain fact. */
const VALUED =
  /^(?:deadline|frame|date|price|cost|fee|size|height|length|width|depth|weight|speed|limit|maximum|minimum|average|address|source|cause|capital|language|currency|population|temperature|dose|dosage|rate|age|duration|term|location|symbol|unit|formula|format|origin|motto|colou?r|climate|diet|habitat|range|focus|theme|penalty|topic)$/;

const timeOrLength =
  /^(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|m|cm|mm|kg|years?|days?|hours?|minutes?|degrees?)$/;

/** "The purpose of X is to ...", "the default port is 8080". */
export const attributes: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause?.copula || clause.negated || clause.group.length > 0 || clause.front.length > 0) return [];
  const subject = words(clause.subject);
  const first = clause.rest[0];
  if (!first || !/^(?:the|our)$/.test(subject[0]?.low ?? '') || subject.length < 2 || subject.length > 10)
    return [];
  const head = headOf(clause.subject)?.head.low ?? '';
  const best =
    /^(?:way|reason|option|approach|step|part|goal|method)$/.test(head) &&
    subject.some((token) => ranked.test(token.low)) &&
    subject.length >= 5;
  if (best && clause.rest.length >= 2 && head !== 'reason')
    return [
      answered(
        reading,
        finish(`What ${clause.auxiliary?.low ?? 'is'} ${subjectText(clause, casing)}`),
        'what is the',
        'factual',
        0.75,
      ),
    ];
  if (vagueHeads.has(head) && !/^(?:purpose|goal|reason|difference|aim)$/.test(head)) return [];
  const open = clause.subject[0]?.low === 'the' && subject.length === 2;
  const name = subjectText(clause, casing);
  const is = clause.auxiliary?.low ?? 'is';
  if (head === 'reason' || subject.some((token) => token.low === 'reason')) return [];
  const purpose = /^(?:purpose|goal|aim|objective|role|mission|function|intent)$/.test(head);
  // "33 km from the centre": where it is
  if (isNumber(first.low) && timeOrLength.test(clause.rest[1]?.low ?? '') && !VALUED.test(head)) return [];
  const value =
    first.low === 'to' ||
    (first.low === 'that' && words(clause.rest).length >= 5) ||
    /^[\d"“/$£€`]/.test(first.text) ||
    first.capital ||
    purpose ||
    (VALUED.test(head) && subject.length >= 4) ||
    (/^(?:the|a|an)$/.test(first.low) &&
      subject.length >= 4 &&
      subject.some((token) => ranked.test(token.low) || token.capital));
  if (!value || clause.rest.length < 1) return [];
  if (isPerson(head) && first.capital && !isPlural(head))
    return [answered(reading, finish(`Who ${is} ${name}`), 'who is the', 'factual', 0.85)];
  return [answered(reading, finish(`What ${is} ${name}`), 'what is the', 'factual', open ? 0.5 : 0.7)];
};
