import type { ChunkId, DocumentId, Message, PairId, SplitName } from '../dataset/model.js';
import type { Hash } from '../ports.js';

/** A chunk that a pair draws on, and where it stands. */
export interface SplitChunk {
  readonly id: ChunkId;
  readonly document: DocumentId;
  /** UTF-16 offset in its document; undefined where the document, as it is now, no longer has the chunk. */
  readonly start?: number | undefined;
  /** In UTF-16 code units. */
  readonly length: number;
  readonly heading: readonly string[];
}

export interface SplitPair {
  readonly id: PairId;
  /** Equal for prompts that must not straddle (see `promptKey`); undefined where there is no prompt. */
  readonly prompt?: string | undefined;
  /** The first ancestor: variations and regenerations of one pair stay together. */
  readonly family: PairId;
  readonly chunks: readonly SplitChunk[];
}

/** What part of the pairs each split should have. They need not sum to 1: only their proportions count. */
export type Ratios = Readonly<Record<SplitName, number>>;

export const defaultRatios: Ratios = { train: 0.8, validation: 0.1, test: 0.1 };

export interface SplitInput {
  readonly pairs: readonly SplitPair[];
  /** Groups that have a split already; they keep it. */
  readonly recorded: ReadonlyMap<string, SplitName>;
  readonly ratios: Ratios;
  readonly seed: string | number;
  readonly hash: Hash;
}

/** Shares of train, validation and test, in this order; those that are missing are 0. */
export const ratiosOf = ([train = 0, validation = 0, test = 0]: readonly number[]): Ratios => ({
  train,
  validation,
  test,
});

/**
 * What makes two prompts the same: what the user says in them, without regard to case, white space, the form of
 * letters (NFKC) or closing punctuation. Undefined for a prompt without a user turn.
 */
export function promptKey(prompt: readonly Message[], hash: Hash): string | undefined {
  const said = prompt.filter((m) => m.role === 'user').map((m) => normal(m.content));
  return said.length === 0 ? undefined : hash(said.join('\0'));
}

function normal(text: string): string {
  const even = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  let end = even.length;
  while (end > 0 && '?!.… '.includes(even[end - 1] as string)) end--;
  return end === 0 ? even : even.slice(0, end);
}
