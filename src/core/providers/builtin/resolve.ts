import type { Clause } from './language/clause.js';
import { bodies, isGivenName, isPerson, isPlural } from './language/nouns.js';
import { tokenize, withoutBrackets, words, type Token } from './language/tokens.js';
import { inside, type Casing } from './language/casing.js';
import { demonstratives, firstPerson, personalPronouns } from './language/words.js';

/** What a sentence is about, for a pronoun that opens the next one. */
export interface Topic {
  /** As it stands inside a sentence: "the bridge", "Ada Lovelace". */
  readonly text: string;
  readonly kind: 'person' | 'thing' | 'plural';
  /** The sentence that names it. */
  readonly quote: string;
  /** Nothing else in that sentence could be meant. */
  readonly certain: { readonly thing: boolean; readonly person: boolean; readonly plural: boolean };
}

const isName = (token: Token): boolean => token.capital && !/\d/.test(token.text);

/** The topic that a clause sets: its subject, where that is a short noun phrase of its own. */
export function topicOf(clause: Clause, quote: string, casing: Casing): Topic | undefined {
  const subject = withoutBrackets(clause.subject);
  const content = words(subject);
  const first = content[0];
  if (!first || content.length > 7 || subject.some((token) => token.mark && token.text !== "'"))
    return undefined;
  if (
    personalPronouns.has(first.low) ||
    demonstratives.has(first.low) ||
    content.some(
      (token) =>
        firstPerson.has(token.low) ||
        /^(?:his|her|its|their|another|other|each|every|no|you|there|and|or)$/.test(token.low),
    )
  )
    return undefined;
  const text = inside(subject, casing);
  const head = content.findLast((token) => !/^(?:of|the|in|for)$/.test(token.low));
  if (!head) return undefined;
  const names =
    content.length <= 4 && content.every((token) => isName(token) || /^(?:de|van|von|der)$/.test(token.low));
  const plural =
    clause.plural &&
    (isPlural(
      content.find((_, i) => /^(?:of|in|for|on)$/.test(content[i + 1]?.low ?? ''))?.low ?? head.low,
    ) ||
      head.capital);
  const rest = words(clause.rest);
  const others = {
    names: rest.some((token, i) => isName(token) && i > 0 && isName(rest[i - 1] as Token)),
    plurals: rest.some((token) => isPlural(token.low) && !token.capital),
    people: rest.some((token) => isPerson(token.low)),
  };
  const told = clause.copula && /^(?:a|an|the|one)$/.test(rest[0]?.low ?? '');
  // "Sunil showed a draft. It ...": what somebody acts on may be meant
  const acts =
    !clause.copula &&
    !clause.passive &&
    (names || bodies.has(head.low)) &&
    rest.some((token, i) => i < 3 && /^(?:the|an?|his|her|its)$/.test(token.low));
  return {
    text,
    kind: plural ? 'plural' : 'thing',
    quote,
    certain: {
      thing:
        !plural &&
        !acts &&
        (names || !isPerson(head.low)) &&
        !content.some((token) => isGivenName(token.low)) &&
        (told ||
          ((!names || content.length === 1) && rest.length <= 14 && (first.low === 'the' || first.capital))),
      person:
        !plural && (isPerson(head.low) || names) && !(others.names && !told) && !(others.people && !told),
      plural: plural && (told || !others.plurals),
    },
  };
}

/** `text` with its opening pronoun put right by `topic`; undefined where it is not certain or not needed. */
export function resolve(text: string, topic: Topic | undefined): string | undefined {
  const tokens = tokenize(text.slice(0, 80));
  const first = tokens[0];
  const next = tokens[1];
  if (!first || !next || !topic) return undefined;
  const kind =
    first.low === 'it'
      ? 'thing'
      : first.low === 'he' || first.low === 'she'
        ? 'person'
        : first.low === 'they'
          ? 'plural'
          : undefined;
  if (kind === undefined || !topic.certain[kind]) return undefined;
  // "It is important to": stands for nothing
  if (
    first.low === 'it' &&
    /^(?:seems?|appears?|turns?|follows|takes?|helps|makes|matters|depends|looks)$/.test(next.low)
  )
    return undefined;
  if (
    first.low === 'it' &&
    /^(?:is|was|will|would|may|might|can|has|should|became|remains)$/.test(next.low) &&
    /\b(?:that|to|whether|if|how|when|why)\b/.test(text.slice(0, 110)) &&
    !/^It (?:is|was|can be|may be|has been|will be|should be) \w+(?:ed|n|t) (?:to|in|by|on|for|with|from)\b/.test(
      text,
    )
  )
    return undefined;
  const contracted = next.start === first.end + 1 && text[first.end] !== ' ';
  const after = contracted ? ` ${next.text}${text.slice(next.end)}` : text.slice(first.end);
  return capitalized(topic.text) + after;
}

const capitalized = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);
