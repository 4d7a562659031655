import { parseCore, type Clause } from './language/clause.js';
import { isPerson, isPlural } from './language/nouns.js';
import { words, type Token } from './language/tokens.js';
import { verbAs } from './language/verbs.js';
import { prepositions } from './language/words.js';

/**
 * "When an employee leaves, they hand over the key" as what an employee does when they leave: a question can then
 * name who is meant. Undefined where the pronoun may stand for something else.
 */
export function withAntecedent(clause: Clause): Clause | undefined {
  const [opener, ...rest] = clause.front;
  const [pronoun] = clause.subject;
  if (!opener || !pronoun || clause.subject.length !== 1) return undefined;
  if (!/^(?:as|when|whenever|if|after|before|once|while|because|until|since|although)$/.test(opener.low))
    return undefined;
  if (!/^(?:he|she|it|they)$/.test(pronoun.low) || rest.length > 12) return undefined;
  const core = parseCore(rest);
  if (!core) return undefined;
  const named = core.subject;
  const head = words(named).at(-1);
  if (!head || named.length > 4 || named.some((token) => token.mark || prepositions.has(token.low)))
    return undefined;
  if (!/^(?:the|an?|any|each|every)$/.test(named[0]?.low ?? '') && !named.every((token) => token.capital))
    return undefined;
  const person = isPerson(head.low);
  const many = isPlural(head.low);
  const others = core.rest.filter((token) => !prepositions.has(token.low));
  const fits =
    pronoun.low === 'they'
      ? many || person
      : pronoun.low === 'it'
        ? !person && !many && named[0]?.capital !== true
        : person && !many;
  if (!fits || others.some((token) => (pronoun.low === 'it' ? false : isPerson(token.low)))) return undefined;
  // "An employee ... they have": the verb would not agree
  const agrees =
    pronoun.low !== 'they' ||
    many ||
    clause.tense === 'past' ||
    /^(?:can|could|may|might|must|shall|should|will|would)$/.test(clause.auxiliary?.low ?? '');
  if (!agrees) return undefined;
  const verb = core.verb;
  const base =
    pronoun.low === 'they' &&
    !many &&
    core.auxiliary === undefined &&
    verbAs(verb.low, 'third')?.base === core.base
      ? core.base
      : undefined;
  if (pronoun.low === 'they' && !many && base === undefined && core.tense === 'present' && !core.auxiliary)
    return undefined;
  if (core.auxiliary && pronoun.low === 'they' && !many && /^(?:is|has|was|does)$/.test(core.auxiliary.low))
    return undefined;
  const after = rest
    .slice(named.length)
    .map((token) => (token === verb && base !== undefined ? { ...token, text: base, low: base } : token));
  return {
    ...clause,
    subject: lowered(named),
    plural: many,
    front: [
      opener,
      { ...pronoun, text: pronoun.low, start: opener.end + 1, end: opener.end + 1 + pronoun.low.length },
      ...after,
    ],
  };
}

/** With "an employee" for "An employee". */
const lowered = (named: readonly Token[]): readonly Token[] =>
  named.map((token, i) =>
    i === 0 && /^(?:The|An?|Any|Each|Every)$/.test(token.text)
      ? { ...token, text: token.low, capital: false }
      : token,
  );
