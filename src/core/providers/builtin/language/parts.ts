import type { Token } from './tokens.js';

export type Tense = 'past' | 'present';

/** A finite clause with its parts found: "[Since 2019,] [the board] [has] [met] [every month]". */
export interface Clause {
  /** What stands before the subject, without its comma. */
  readonly front: readonly Token[];
  readonly subject: readonly Token[];
  /** The verb that stands before the subject in a question; undefined where "do" is needed. */
  readonly auxiliary: Token | undefined;
  readonly negated: boolean;
  /** Between the auxiliary and the main verb, main verb included: "been carefully [checked]". */
  readonly group: readonly Token[];
  /** The main verb; for "is" alone, that. */
  readonly verb: Token;
  readonly base: string;
  readonly passive: boolean;
  readonly copula: boolean;
  readonly tense: Tense;
  readonly plural: boolean;
  /** What follows the main verb, without the final mark. */
  readonly rest: readonly Token[];
}

/** A clause from its subject on. */
export type Core = Omit<Clause, 'front'>;

/** What follows the subject. */
export type Predicate = Omit<Core, 'subject'>;
