import { answered, type Candidate, type Rule } from '../candidate.js';
import { headOf, isWhole, firstStretch } from '../language/adjuncts.js';
import { isPlural } from '../language/nouns.js';
import { invert, subjectText, finish } from '../language/question.js';
import { isFunctionWord, words, type Token } from '../language/tokens.js';
import { verbAs } from '../language/verbs.js';
import { determiners, vagueHeads, wordSet } from '../language/words.js';

/** Verbs whose object is worth asking for. */
const telling =
  wordSet(`provide offer include contain cover require support describe define specify need recommend produce generate consist comprise create
 use receive protect measure represent replace store handle manage control introduce publish release develop establish adopt reach win carry
 prohibit ban promote collect monitor maintain accept reject ensure prevent cause affect determine indicate return provide hold own operate teach show
 believe argue suggest propose announce state warn claim conclude find discover note discuss explain`);

/** What, or which kind of it, the subject provides, needs, covers: the object is asked for. */
export const objects: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause || clause.negated || clause.front.length > 0 || clause.copula) return [];
  const subject = words(clause.subject);
  if (subject[0]?.low === 'you' || subject[0]?.low === 'there' || subject.length > 9) return [];
  const made: Candidate[] = [];
  const rest = clause.rest;
  const first = rest[0];
  if (!first || first.mark) return [];
  const told = words(rest).filter((token) => !isFunctionWord(token.low)).length;
  if (clause.passive) {
    if (clause.base === 'use' && (first.low === 'to' || first.low === 'for') && told >= 2) {
      const what =
        first.low === 'to'
          ? invert('What', clause, [], casing).replace(/\?$/, ' to do?').replace('used to do', 'used for')
          : invert('What', clause, rest.slice(0, 1), casing);
      made.push(answered(reading, what, 'what used for', 'explanatory', 0.85));
    }
    if (/^(?:design|intend)$/.test(clause.base) && first.low === 'to' && told >= 2)
      made.push(
        answered(
          reading,
          invert('What', clause, rest.slice(0, 1), casing).replace(/\?$/, ' do?'),
          'what designed',
          'explanatory',
          0.8,
        ),
      );
    return made;
  }
  if (/^(?:allow|enable|help|let|permit|require|encourage)$/.test(clause.base)) {
    const to = rest.findIndex(
      (token, i) => i > 0 && token.low === 'to' && verbAs(rest[i + 1]?.low ?? '', 'base') !== undefined,
    );
    if (to > 0 && to <= 5 && isWhole(rest.slice(0, to), 5)) {
      made.push(
        answered(
          reading,
          invert('What', clause, rest.slice(0, to + 1), casing).replace(/\?$/, ' do?'),
          'what allow',
          'explanatory',
          0.75,
        ),
      );
      return made;
    }
  }
  if (!telling.has(clause.base) || told < 3 || /^(?:and|or)$/.test(first.low)) return made;
  if (/^(?:many|most|some|several|all|each|every|any|few|no|both|other|another)$/.test(subject[0]?.low ?? ''))
    return made;
  if (first.low === 'that') {
    if (
      /^(?:believe|argue|suggest|propose|announce|state|warn|claim|conclude|find|discover|note|explain|recommend|require|ensure)$/.test(
        clause.base,
      )
    )
      made.push(answered(reading, invert('What', clause, [], casing), 'what that', 'analytical', 0.6));
    return made;
  }
  if (
    /^(?:to|for|from|with|by|in|on|at|as|if|when|it|them|up|out)$/.test(first.low) &&
    !(clause.base === 'consist')
  )
    return made;
  const list = firstStretch(rest);
  const head = headOf(rest);
  if (
    head &&
    head.index > 0 &&
    isPlural(head.head.low) &&
    !head.head.capital &&
    !vagueHeads.has(head.head.low) &&
    /^[a-z-]{3,}$/.test(head.head.low) &&
    (!determiners.has(first.low) || /^(?:several|many|both|some)$/.test(first.low))
  ) {
    const modifiers = rest.slice(0, head.index).filter((token) => !determiners.has(token.low));
    if (modifiers.length > 0 && isWhole(list, 20) && list.some((token) => /^(?:and|or)$/.test(token.low)))
      made.push(
        answered(
          reading,
          invert(`Which ${head.head.low}`, clause, [], casing),
          'which object',
          'factual',
          0.6,
        ),
      );
  }
  if (clause.base === 'consist' && first.low === 'of')
    made.push(
      answered(reading, invert('What', clause, rest.slice(0, 1), casing), 'what consist', 'factual', 0.75),
    );
  else
    made.push(
      answered(
        reading,
        invert('What', clause, [], casing),
        `what ${/^(?:include|contain|cover|comprise)$/.test(clause.base) ? 'include' : 'object'}`,
        'factual',
        0.6,
      ),
    );
  return made;
};

/** "Employees may not ...", "the key must be ...": whether it is allowed, or needed. */
export const permissions: Rule = (reading) => {
  const { clause, casing } = reading;
  if (!clause?.auxiliary || clause.front.length > 0) return [];
  const rule =
    /^(?:can|may)$/.test(clause.auxiliary.low) ||
    (clause.negated && /^(?:can|may|cannot|can't|should|must)$/.test(clause.auxiliary.low));
  if (!rule || !isWhole(clause.rest, 14) || words(clause.rest).length < 2) return [];
  const asked: Token[] = clause.group.filter((token) => token.low !== 'not' && token.low !== 'never');
  const auxiliary = /^(?:cannot|can't|may|must)$/.test(clause.auxiliary.low)
    ? clause.auxiliary.low === 'may'
      ? 'may'
      : 'can'
    : clause.auxiliary.low;
  const question = finish(
    `${auxiliary} ${subjectText(clause, casing)} ${asked.map((token) => token.text).join(' ')} ${clause.rest.map((token) => token.text).join(' ')}`,
  );
  return [answered(reading, question, 'can', 'analytical', clause.negated ? 0.6 : 0.4)];
};
