import * as z from 'zod/mini';
import { outcomes, questionTypes, splitNames, statuses, verdicts } from './model.js';
import type {
  Answerer,
  ChunkId,
  DocumentId,
  Failure,
  Pair,
  PairFields,
  PairId,
  Price,
  ResultId,
  ResultOutcome,
  RunId,
  SplitName,
  Usage,
} from './model.js';

/** The format of the file. A reader refuses to write to a file with a larger number. */
export const formatVersion = 1;

/** What every line has: who wrote it, and a ULID, unique and sorted by time. */
interface LineBase {
  readonly id: string;
  readonly by: string;
}

export interface DatasetLine extends LineBase {
  readonly type: 'dataset';
  readonly version: number;
  /** Raised by each tidy. */
  readonly generation: number;
  readonly name: string;
}

export interface DocumentLine extends LineBase {
  readonly type: 'document';
  readonly document: DocumentId;
  /** With `/`, relative to the dataset file's folder; or a URI. */
  readonly path: string;
  readonly mediaType: string;
  /** Hash of the document's text. */
  readonly hash: string;
  readonly bytes?: number | undefined;
  /** Hash of the chunker's version and options, so that a document chunked alike is not chunked again. */
  readonly chunking: string;
  /** All of them, asked or not, so that a resume finds the same ones. `heading` is a place in `headings`. */
  readonly chunks: readonly PlacedChunk[];
  /** The heading paths that the chunks stand under. */
  readonly headings: readonly (readonly string[])[];
}

/** Offsets in the document's text, in UTF-16 code units. */
export type PlacedChunk = readonly [chunk: ChunkId, start: number, end: number, heading: number];

export interface ChunkLine extends LineBase {
  readonly type: 'chunk';
  readonly chunk: ChunkId;
  readonly document: DocumentId;
  readonly text: string;
  readonly heading: readonly string[];
  readonly page?: number | undefined;
}

export interface RunLine extends LineBase {
  readonly type: 'run';
  readonly recipe: string;
  readonly recipeVersion: number;
  /** The recipe's settings as resolved. Never a key. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly template?: string | undefined;
  readonly templateHash?: string | undefined;
  readonly chunking: Readonly<Record<string, unknown>>;
  readonly provider: string;
  readonly model: string;
  /** Scheme, host and port where it was asked; undefined at the provider's own address. */
  readonly server?: string | undefined;
  readonly sampling: Readonly<Record<string, unknown>>;
  /** What the model's tokens cost then, where that was known. */
  readonly price?: Price | undefined;
  readonly app: string;
}

export interface ResultLine extends LineBase {
  readonly type: 'result';
  readonly key: string;
  readonly run: RunId;
  readonly recipe: string;
  readonly inputs: readonly ChunkId[];
  readonly outcome: ResultOutcome;
  readonly pairs: readonly Pair[];
  /** Why it is `partial` or `empty`. */
  readonly reason?: string | undefined;
  /** The reply was cut at its token limit: a resume asks again. */
  readonly cut?: boolean | undefined;
  readonly failure?: Failure | undefined;
  readonly supersedes?: readonly ResultId[] | undefined;
  /** As the server names it. */
  readonly model?: string | undefined;
  /** Who has answered where the run's own provider has not. */
  readonly fallback?: Answerer | undefined;
  /** Of all the requests together. */
  readonly usage?: Usage | undefined;
  /** US dollars, at the prices of those who answered; undefined where a price or a count is not known. */
  readonly cost?: number | undefined;
  /** How many requests it took, where that is more than one: an unusable reply, a cut one, a chunk asked in parts. */
  readonly requests?: number | undefined;
  /** What the model thought before it answered, cut to 20,000 characters. */
  readonly reasoning?: string | undefined;
  /** From asking to the reply, in milliseconds: waits for a slot and tries that failed are in it. */
  readonly ms?: number | undefined;
}

export interface EditLine extends LineBase {
  readonly type: 'edit';
  readonly pair: PairId;
  readonly set: PairFields;
}

export interface SplitLine extends LineBase {
  readonly type: 'split';
  readonly group: string;
  readonly split: SplitName;
}

export type Line = DatasetLine | DocumentLine | ChunkLine | RunLine | ResultLine | EditLine | SplitLine;

/** What a caller says of a new line: its id and author are added here. */
export type Draft<L extends Line = Line> = L extends Line ? Omit<L, 'id' | 'by'> & { id?: string } : never;

/** 26 characters of Crockford base32. A first 0 means a time before the year 3084: later ones are not believed. */
export const ulidPattern = /^0[0-9A-HJKMNP-TV-Z]{25}$/;

const ulid = z.string().check(z.regex(ulidPattern));
const id = z.string().check(z.minLength(1), z.maxLength(400));
const whole = z.int().check(z.nonnegative());
const record = z.record(z.string(), z.unknown());
const base = { id: ulid, by: z.string().check(z.maxLength(400)) };

const message = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
  weight: z.optional(z.union([z.literal(0), z.literal(1)])),
  name: z.optional(z.string()),
  toolCalls: z.optional(z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() }))),
});
const range = z.tuple([whole, whole]);
const source = z.object({
  chunk: id,
  spans: z.array(z.object({ start: whole, end: whole, quote: z.string() })),
});
const grounding = z.object({
  verdict: z.enum(verdicts),
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), at: z.optional(range) })),
  unsupported: z.array(range),
});
const pair = z.object({
  prompt: z.array(message),
  completion: z.string(),
  rejected: z.optional(z.string()),
  reasoning: z.optional(z.string()),
  questionType: z.optional(z.enum(questionTypes)),
  sources: z.array(source),
  parent: z.optional(id),
  derives: z.optional(z.enum(['variation', 'regeneration', 'split'])),
  origin: z.optional(z.object({ format: z.string(), record: z.unknown() })),
  checks: z.optional(z.object({ grounding: z.optional(grounding) })),
});
const fields = z.object({
  prompt: z.nullish(z.array(message)),
  completion: z.nullish(z.string()),
  rejected: z.nullish(z.string()),
  reasoning: z.nullish(z.string()),
  sources: z.nullish(z.array(source)),
  status: z.nullish(z.enum(statuses)),
  rating: z.nullish(z.int().check(z.minimum(1), z.maximum(5))),
  tags: z.nullish(z.array(z.string())),
  note: z.nullish(z.string()),
  grounding: z.nullish(grounding),
});

/** One schema a kind of line, by its `type`. They say what is wrong with a line; `guards.ts` is the quick test. */
export const lineSchemas = {
  dataset: z.object({
    type: z.literal('dataset'),
    ...base,
    version: whole,
    generation: whole,
    name: z.string(),
  }),
  document: z.object({
    type: z.literal('document'),
    ...base,
    document: id,
    path: z.string().check(z.minLength(1)),
    mediaType: z.string(),
    hash: z.string(),
    bytes: z.optional(whole),
    chunking: z.string(),
    chunks: z.array(z.tuple([id, whole, whole, whole])),
    headings: z.array(z.array(z.string())),
  }),
  chunk: z.object({
    type: z.literal('chunk'),
    ...base,
    chunk: id,
    document: id,
    text: z.string(),
    heading: z.array(z.string()),
    page: z.optional(whole),
  }),
  run: z.object({
    type: z.literal('run'),
    ...base,
    recipe: z.string(),
    recipeVersion: whole,
    settings: record,
    template: z.optional(z.string()),
    templateHash: z.optional(z.string()),
    chunking: record,
    provider: z.string(),
    model: z.string(),
    server: z.optional(z.string()),
    sampling: record,
    price: z.optional(
      z.object({ input: z.number(), output: z.number(), cachedInput: z.optional(z.number()) }),
    ),
    app: z.string(),
  }),
  result: z.object({
    type: z.literal('result'),
    ...base,
    key: id,
    run: id,
    recipe: z.string(),
    inputs: z.array(id),
    outcome: z.enum(outcomes),
    pairs: z.array(pair),
    reason: z.optional(z.string()),
    cut: z.optional(z.boolean()),
    failure: z.optional(z.object({ code: z.string(), message: z.string(), reply: z.optional(z.string()) })),
    supersedes: z.optional(z.array(id)),
    model: z.optional(z.string()),
    fallback: z.optional(z.object({ provider: z.string(), model: z.string() })),
    usage: z.optional(
      z.object({
        input: z.optional(z.number()),
        output: z.optional(z.number()),
        cachedInput: z.optional(z.number()),
        reasoning: z.optional(z.number()),
      }),
    ),
    cost: z.optional(z.number()),
    requests: z.optional(whole),
    reasoning: z.optional(z.string()),
    ms: z.optional(z.number()),
  }),
  edit: z.object({ type: z.literal('edit'), ...base, pair: id, set: fields }),
  split: z.object({ type: z.literal('split'), ...base, group: id, split: z.enum(splitNames) }),
} satisfies { [K in Line['type']]: z.ZodMiniType<Extract<Line, { type: K }>> };
