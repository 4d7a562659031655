/**
 * The one shape of all training data, and what stands beside it. Every recipe makes pairs, every check reads
 * them, every exporter writes from them.
 */

export type DocumentId = string;
/** Document id, hash of the text, occurrence number: `<document>:<hash>:<n>`. */
export type ChunkId = string;
export type RunId = string;
export type ResultId = string;
/** The result's id and the pair's place in it: `<result>.<n>`. */
export type PairId = string;

export interface ToolCall {
  readonly id: string;
  readonly name: string;
  /** The arguments as JSON text. */
  readonly arguments: string;
}

export interface Message {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  /** On assistant turns: 0 keeps the turn out of the loss, 1 trains on it. */
  readonly weight?: 0 | 1 | undefined;
  readonly name?: string | undefined;
  readonly toolCalls?: readonly ToolCall[] | undefined;
}

/** Half-open, in UTF-16 code units. */
export type Range = readonly [start: number, end: number];

/** A piece of evidence: `chunk.text.slice(start, end) === quote`. UTF-16, relative to the chunk's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

export interface Source {
  readonly chunk: ChunkId;
  readonly spans: readonly Span[];
}

export const questionTypes = ['factual', 'analytical', 'explanatory', 'inferential'] as const;
export type QuestionType = (typeof questionTypes)[number];

export const verdicts = ['supported', 'partly', 'unsupported', 'unchecked'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a completion is not wholly supported. */
export interface Reason {
  /**
   * What kind of thing is wrong: `number`, `date`, `unit`, `name` (the source does not have it), `misplaced` (the
   * source has it, but not with what the completion says of it), `role` (who did what to whom is swapped),
   * `negation`, `content` (too few of its words are supported), `quote` (a given quote is not in the source),
   * `empty`, `language`.
   */
  readonly code: string;
  /** A sentence for people, with both values: "says March 2024, the source says May 2023". */
  readonly message: string;
  /** Where in the completion. */
  readonly at?: Range | undefined;
}

export interface Grounding {
  readonly verdict: Verdict;
  /** 0 (nothing of it stands in the source) to 1 (all of it does). For sorting; the reasons are for people. */
  readonly score: number;
  readonly reasons: readonly Reason[];
  /** Which parts of the completion the source does not support. */
  readonly unsupported: readonly Range[];
}

export interface Checks {
  readonly grounding?: Grounding | undefined;
}

export const statuses = ['new', 'accepted', 'rejected'] as const;
export type Status = (typeof statuses)[number];

/** A pair as a recipe or an import makes it. */
export interface Pair {
  /** Question and answer: one user message. A conversation: its earlier turns. Plain text: empty. */
  readonly prompt: readonly Message[];
  readonly completion: string;
  /** Preference data: the completion that is worse. */
  readonly rejected?: string | undefined;
  /** Chain of thought. */
  readonly reasoning?: string | undefined;
  readonly questionType?: QuestionType | undefined;
  /** None (by hand, imported), one (qa), or several (multi-hop, summary). */
  readonly sources: readonly Source[];
  readonly parent?: PairId | undefined;
  readonly derives?: 'variation' | 'regeneration' | 'split' | undefined;
  /** Where it was imported; an unedited record goes out as it came in. */
  readonly origin?: { readonly format: string; readonly record: unknown } | undefined;
  readonly checks?: Checks | undefined;
}

/** What a person or a check may change about a pair. `null` takes a field back to what it was generated as. */
export interface PairFields {
  readonly prompt?: readonly Message[] | null | undefined;
  readonly completion?: string | null | undefined;
  readonly rejected?: string | null | undefined;
  readonly reasoning?: string | null | undefined;
  readonly sources?: readonly Source[] | null | undefined;
  readonly status?: Status | null | undefined;
  /** 1 to 5. */
  readonly rating?: number | null | undefined;
  readonly tags?: readonly string[] | null | undefined;
  readonly note?: string | null | undefined;
  readonly grounding?: Grounding | null | undefined;
}

export const splitNames = ['train', 'validation', 'test'] as const;
export type SplitName = (typeof splitNames)[number];

/** Tokens of a request, as its server counted them. Unknown stays undefined, never zero. */
export interface Usage {
  readonly input?: number | undefined;
  readonly output?: number | undefined;
  readonly cachedInput?: number | undefined;
  readonly reasoning?: number | undefined;
}

/** Who answers: a provider's id, and its model as the settings name it. */
export interface Answerer {
  readonly provider: string;
  readonly model: string;
}

/** What a model's tokens cost, in US dollars a million. */
export interface Price {
  readonly input: number;
  readonly output: number;
  /** For input that the server had in its cache; undefined: as other input. */
  readonly cachedInput?: number | undefined;
}

export const outcomes = ['done', 'partial', 'empty', 'failed'] as const;
/** done; partial: fewer pairs than wanted; empty: nothing to ask here; failed. */
export type ResultOutcome = (typeof outcomes)[number];

export interface Failure {
  /** `bad-reply`, `cut`, `refused`, `auth`, `rate`, `server`, ...: see providers/provider.ts. */
  readonly code: string;
  readonly message: string;
  /** The reply as it came, where there was one. */
  readonly reply?: string | undefined;
}
