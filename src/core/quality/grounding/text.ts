import { factsOf, type Fact } from './facts.js';
import { languageOf, type Language } from './language.js';
import { certainParts, namesOf, type Name } from './names.js';
import { cuesOf, markExclusions, type Cue } from './polarity.js';
import { sentencesOf, type Sentence } from './sentences.js';
import { tokenise, type Token } from './tokens.js';
import { wordOf } from './words.js';

/** A text taken apart: what every check reads, of the source as well as of the answer. */
export interface Text {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  /** The sentence of each token. */
  readonly sentenceOf: readonly number[];
  /** For each sentence the last heading above it, or -1. */
  readonly headingOf: readonly number[];
  /** How much the borders of clauses before each token amount to: a comma 1, others 2. */
  readonly clauses: readonly number[];
  readonly facts: readonly Fact[];
  /** The fact that each token belongs to, or -1. */
  readonly factAt: readonly number[];
  readonly names: readonly Name[];
  /** The words that are names for certain. */
  readonly sureNames: ReadonlySet<string>;
  /** By sentence. */
  readonly cues: readonly (readonly Cue[])[];
  /** 1 for each token that a negation turns. */
  readonly negated: readonly number[];
  /** 1 for each token that is set apart: "outside London", "but not in Iceland". */
  readonly excluded: readonly number[];
  /** Pronouns for persons and things, ascending. */
  readonly pronouns: readonly number[];
  /** Tokens with content by key, ascending. */
  readonly index: ReadonlyMap<string, readonly number[]>;
  readonly language: Language;
}

const compound = /_|\p{Ll}\p{Lu}/u;

/** The words in an identifier: QUEUE_RETRIES, maxRetries. */
const partsOf = (identifier: string): string[] =>
  identifier
    .slice(0, 100)
    .split(/_+|(?<=\p{Ll})(?=\p{Lu})/u)
    .filter((part) => part.length > 2);

/** A stretch of tokens, `from` (with) to `to` (without). */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Whether a word is a part of one with a hyphen: "ball-point". */
export const inCompound = ({ tokens }: Text, at: number): boolean =>
  (tokens[at + 1]?.text === '-' && tokens[at + 1]!.glued && tokens[at + 2]?.glued === true) ||
  (tokens[at]!.glued && tokens[at - 1]?.text === '-' && tokens[at - 1]!.glued);

/** Whether a token has content to compare. */
export const hasContent = (token: Token): boolean =>
  token.kind === 'number' || (token.kind === 'word' && !token.word.stop);

/** What tokens `from` (with) to `to` (without) are in the text. */
export const textOf = (text: Text, from: number, to: number): string =>
  text.text.slice(text.tokens[from]!.start, text.tokens[to - 1]!.end);

/** Notes the fact of each token, and makes its numbers compare by their values. */
function markFact(tokens: readonly Token[], fact: Fact, n: number, factAt: number[]): void {
  for (let i = fact.from; i < fact.to; i++) factAt[i] = n;
  if (fact.kind === 'literal') return;
  const at = tokens[fact.from]!.kind === 'mark' && fact.to > fact.from + 1 ? fact.from + 1 : fact.from;
  if (fact.kind === 'number') tokens[at]!.key = `#${fact.value}`;
  for (let i = fact.from; i < fact.to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'number' && (i !== at || fact.kind !== 'number'))
      token.key = `#${token.text.replace(/^0+(?=\d)/, '')}`;
  }
}

function filled(count: number, value: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < count; i++) list.push(value);
  return list;
}

/**
 * Takes a text apart. Linear. A source is cut at semicolons, so that its statements are told apart; an answer is
 * not, since its parts lean on each other.
 */
export function analyse(text: string, isSource = false): Text {
  const tokens = tokenise(text);
  const sentences = sentencesOf(tokens, isSource);
  const count = tokens.length;
  const sentenceOf = filled(count, 0);
  const headingOf = filled(sentences.length, -1);
  const clauses = filled(count + 1, 0);
  const negated = filled(count, 0);
  const excluded = filled(count, 0);
  const pronouns: number[] = [];
  const factAt = filled(count, -1);
  const facts = factsOf(tokens);
  for (let n = 0; n < facts.length; n++) markFact(tokens, facts[n]!, n, factAt);
  const cues: Cue[][] = [];
  let heading = -1;
  sentences.forEach((sentence, n) => {
    headingOf[n] = heading;
    if (sentence.kind === 'heading') heading = n;
    for (let i = sentence.from; i < sentence.to; i++) sentenceOf[i] = n;
    markExclusions(tokens, sentence, excluded);
    cues.push(cuesOf(tokens, sentence, negated));
  });
  const index = new Map<string, number[]>();
  for (let i = 0; i < count; i++) {
    const token = tokens[i]!;
    if (token.word.pronoun) pronouns.push(i);
    clauses[i + 1] = clauses[i]! + token.word.border;
    if (!hasContent(token) && !token.key.startsWith('#')) continue;
    const places = index.get(token.key);
    if (places === undefined) index.set(token.key, [i]);
    else places.push(i);
    if (
      token.kind === 'word' &&
      (token.word.written || token.text.length > 60) &&
      compound.test(token.text)
    ) {
      for (const part of partsOf(token.text)) {
        const { key } = wordOf(part);
        const list = index.get(key);
        if (list === undefined) index.set(key, [i]);
        else if (list.at(-1) !== i) list.push(i);
      }
    }
  }
  // A month is part of a date.
  const names = namesOf(tokens, sentences).filter((name) => name.kind === 'actor' || factAt[name.from]! < 0);
  return {
    text,
    tokens,
    sentences,
    sentenceOf,
    headingOf,
    clauses,
    facts,
    factAt,
    names,
    sureNames: certainParts(names),
    cues,
    negated,
    excluded,
    pronouns,
    index,
    language: languageOf(tokens),
  };
}
