import type { QuestionType } from '../../dataset/model.js';
import type { Block } from './text/blocks.js';
import type { Sentence } from './text/sentences.js';
import type { Token } from './language/tokens.js';
import type { Casing } from './language/casing.js';
import type { Clause } from './language/clause.js';

/** A pair as the rules propose it, before it is checked and ranked. */
export interface Candidate {
  readonly question: string;
  readonly answer: string;
  readonly type: QuestionType;
  /** Quotes as they stand in the source. */
  readonly evidence: readonly string[];
  /** The rule that made it, for variety. */
  readonly frame: string;
  /** How much the rule is trusted and its answer tells: 0 to 1. */
  readonly worth: number;
  /** Where in the text: pairs of the same place compete. */
  readonly place: string;
  /** The document's own question: its words are not judged by the rules for made ones. */
  readonly own?: boolean;
  /** Two sentences of the text, of which the second points back to the first. */
  readonly chained?: boolean;
  /** Only understood where its heading is named. */
  readonly within?: boolean;
  /** Only where nothing better can be asked of the chunk. */
  readonly last?: boolean;
}

/** A sentence ready for the rules: joined words at its start are gone, its parts are found. */
export interface Reading {
  readonly sentence: Sentence;
  /** The sentence as an answer. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly clause: Clause | undefined;
  readonly casing: Casing;
  readonly item: boolean;
  /** Quotes of earlier sentences that name what a pronoun stood for. */
  readonly support: readonly string[];
  /** Only one of the verbs of its sentence, which is read as a whole too. */
  readonly part?: boolean;
  /** Its subject stands for the "we" of the text: who that is cannot be asked. */
  readonly spoken?: boolean;
}

/** What the rules see of a chunk. */
export interface Page {
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
  readonly readings: readonly Reading[];
  readonly casing: Casing;
  /** Words of names that are people's, in lower case. */
  readonly people: ReadonlySet<string>;
  /** The headings over each block, outermost first. */
  readonly headings: (block: number) => readonly string[];
}

/** One family of rules. */
export type Rule = (reading: Reading, page: Page) => Candidate[];
export type PageRule = (page: Page) => Candidate[];

/** A candidate that is answered by the whole sentence. */
export function answered(
  reading: Reading,
  question: string,
  frame: string,
  type: QuestionType,
  worth: number,
): Candidate {
  return {
    question,
    answer: reading.text,
    type,
    evidence: [reading.sentence.quote, ...reading.support],
    frame,
    worth,
    place: `${reading.sentence.block}.${reading.sentence.place}`,
  };
}
