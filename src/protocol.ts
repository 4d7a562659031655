/**
 * The messages between the review page and the extension, with the guards that both sides check them by. The page
 * holds what it shows; all else is asked for: rows by their place in a view, texts by their id. Every request that
 * changes something carries a number and is answered by `done` with that number.
 */
import * as z from 'zod/mini';
import { statuses, verdicts, questionTypes } from './core/dataset/model.js';

/** What a person can do to the selected row, by key, button or command. One name each, everywhere. */
export const actions = [
  'next',
  'previous',
  'nextPage',
  'previousPage',
  'first',
  'last',
  'accept',
  'reject',
  'reset',
  'edit',
  'editQuestion',
  'rate1',
  'rate2',
  'rate3',
  'rate4',
  'rate5',
  'unrate',
  'tag',
  'note',
  'undo',
  'redo',
  'evidence',
  'goToEvidence',
  'chunk',
  'original',
  'copy',
  'retry',
  'retryAll',
  'keepStale',
  'refreshStale',
  'search',
  'filter',
  'doubtful',
  'focus',
  'buttons',
  'acceptShown',
  'rejectShown',
  'help',
] as const;
export type Action = (typeof actions)[number];

const id = z.string().check(z.minLength(1), z.maxLength(500));
const count = z.int().check(z.nonnegative());
const range = z.tuple([count, count]);
const status = z.enum(statuses);
const verdict = z.enum(verdicts);

const message = z.object({
  role: z.enum(['system', 'user', 'assistant', 'tool']),
  content: z.string(),
  weight: z.optional(z.union([z.literal(0), z.literal(1)])),
  name: z.optional(z.string()),
  toolCalls: z.optional(z.array(z.object({ id: z.string(), name: z.string(), arguments: z.string() }))),
});
export type PageMessage = z.infer<typeof message>;

/** What a view leaves in, and in which order. An empty list leaves all in. */
export const filterSchema = z.object({
  status: z.array(status),
  verdict: z.array(verdict),
  /** `stale`: its words are gone. `failed`: chunks that gave no pair because something failed. */
  only: z.optional(z.enum(['stale', 'failed', 'edited'])),
  /** Paths of documents, as the dataset records them. */
  documents: z.array(z.string()),
  /** Words that must all stand in question, completion, note or tags; case and accents aside. */
  text: z.string().check(z.maxLength(1000)),
  /** `doubtful`: what the source bears out least comes first. Without it, as the documents have it. */
  order: z.optional(z.literal('doubtful')),
});
export type Filter = z.infer<typeof filterSchema>;
export const noFilter: Filter = { status: [], verdict: [], documents: [], text: '' };
/** All rows, in the order of a filter. */
export const withoutFilter = ({ order }: Filter): Filter => ({ ...noFilter, ...(order && { order }) });

const rowCommon = {
  id,
  /** Of the dataset: path of the document; empty where the pair has none. */
  document: z.string(),
  /** Headings above the chunk, joined; cut to 200 characters. */
  heading: z.string(),
  /** Cut to 300 characters. */
  title: z.string(),
};
/** A row of the list: a pair, or a chunk that failed. */
export const rowSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pair'),
    ...rowCommon,
    status,
    rating: z.optional(z.int()),
    questionType: z.optional(z.enum(questionTypes)),
    verdict,
    stale: z.boolean(),
    edited: z.boolean(),
    tags: z.array(z.string()),
  }),
  z.object({ kind: z.literal('failure'), ...rowCommon, code: z.string() }),
]);
export type Row = z.infer<typeof rowSchema>;

/** How well a completion stands on its source; ranges in UTF-16 code units of the completion. */
export const groundingSchema = z.object({
  verdict,
  score: z.number(),
  reasons: z.array(z.object({ code: z.string(), message: z.string(), at: z.optional(range) })),
  unsupported: z.array(range),
});
export type PageGrounding = z.infer<typeof groundingSchema>;

/** One source of a pair: its chunk with the evidence in it, as it was made from, and how that stands now. */
const sourceSchema = z.object({
  chunk: id,
  document: z.string(),
  heading: z.array(z.string()),
  /**
   * Line of the first quote that is found in the document as it is now, from 1: of the chunk's start where it has no
   * quotes, of the passage in `now` where all are lost.
   */
  line: z.optional(count),
  text: z.string(),
  /** Of `text`; `found`: the quote is in the document as it is now, or that can't be told. */
  spans: z.array(z.object({ at: range, quote: z.string(), found: z.boolean() })),
  /** The passage in the document as it is now that is most like the lost quote, where something is stale. */
  now: z.optional(z.string()),
  /** Why the document can't be read now. Nothing is found in one that is gone; of another nothing is said. */
  problem: z.optional(z.string()),
});
export type PageSource = z.infer<typeof sourceSchema>;

export const detailSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pair'),
    id,
    row: rowSchema,
    prompt: z.array(message),
    completion: z.string(),
    rejected: z.optional(z.string()),
    reasoning: z.optional(z.string()),
    /** As it was generated or imported; undefined where nothing is changed. */
    original: z.optional(z.object({ prompt: z.array(message), completion: z.string() })),
    note: z.optional(z.string()),
    grounding: z.optional(groundingSchema),
    sources: z.array(sourceSchema),
    recipe: z.string(),
    provider: z.optional(z.string()),
    model: z.optional(z.string()),
    /** Number of the run, from 1, and when it began, in milliseconds since the epoch. */
    run: z.optional(z.object({ number: count, at: z.number() })),
    ms: z.optional(z.number()),
  }),
  z.object({
    kind: z.literal('failure'),
    id,
    row: rowSchema,
    code: z.string(),
    message: z.string(),
    /** What the model sent, where it sent something. */
    reply: z.optional(z.string()),
    source: z.optional(sourceSchema),
  }),
]);
export type Detail = z.infer<typeof detailSchema>;
export type PairDetail = Extract<Detail, { kind: 'pair' }>;
export type FailureDetail = Extract<Detail, { kind: 'failure' }>;

/** What a person may set; null takes a field back to what it was generated as. */
const setSchema = z.object({
  status: z.optional(status),
  rating: z.optional(z.nullable(z.int().check(z.minimum(1), z.maximum(5)))),
  tags: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(200))).check(z.maxLength(100))),
  note: z.optional(z.nullable(z.string())),
  prompt: z.optional(z.nullable(z.array(message))),
  completion: z.optional(z.nullable(z.string())),
});
export type PairSet = z.infer<typeof setSchema>;

const tally = z.record(z.string(), count);
export const countsSchema = z.object({
  pairs: count,
  status: tally,
  verdict: tally,
  stale: count,
  failed: count,
  edited: count,
});
export type Counts = z.infer<typeof countsSchema>;

/** Commands of the extension that the page has buttons for. */
export const pageCommands = [
  'generate',
  'stop',
  'resume',
  'export',
  'openText',
  'openSource',
  'refreshDocument',
  'keepStale',
  'showLog',
  'manageTrust',
  'keySettings',
  'reload',
  'tidy',
  'dismissSummary',
  'chooseModel',
] as const;
export type PageCommand = (typeof pageCommands)[number];

/** What the end of a run offers: to look at its pairs or its failures in the page, or a command of the extension. */
export const summaryActions = ['review', 'failures', 'export', 'resume', 'showLog', 'chooseModel'] as const;
export type SummaryAction = (typeof summaryActions)[number];

/** From the page. */
export const fromPageSchema = z.discriminatedUnion('type', [
  /** Sent when the page has loaded, and again when it wants everything anew. Answered by `init`, then `view`. */
  z.object({ type: z.literal('ready') }),
  /** Answered by `pong` at once: a page whose extension host has died gets none. */
  z.object({ type: z.literal('ping'), request: count }),
  /** Which rows to show. Answered by a `view` with a new number. */
  z.object({ type: z.literal('filter'), filter: filterSchema }),
  z.object({ type: z.literal('rows'), view: count, from: count, to: count }),
  /** A pair's or a failure's texts. Answered by `detail`; and it is the selected one from now on. */
  z.object({ type: z.literal('select'), id }),
  /** Texts that are likely to be looked at next. Answered by a `detail` each; selects nothing. */
  z.object({ type: z.literal('peek'), ids: z.array(id).check(z.maxLength(10)) }),
  z.object({ type: z.literal('edit'), request: count, pair: id, set: setSchema }),
  /** Sets the status of those pairs of the view that its filter takes now, as one undo step. */
  z.object({ type: z.literal('editShown'), request: count, view: count, status }),
  z.object({ type: z.literal('undo'), request: count }),
  z.object({ type: z.literal('redo'), request: count }),
  /** Asks again for failed chunks, by their results; none named: for all. Answered by `done` when the run has begun. */
  z.object({ type: z.literal('retry'), request: count, results: z.array(id) }),
  /** How an edit that is being typed would stand. Answered by `checked`; nothing is written. */
  z.object({
    type: z.literal('check'),
    request: count,
    pair: id,
    question: z.string(),
    completion: z.string(),
  }),
  /** Reveals the evidence in the source editor. `focus`: and goes there. */
  z.object({ type: z.literal('show'), pair: id, source: count, span: z.optional(count), focus: z.boolean() }),
  z.object({ type: z.literal('command'), command: z.enum(pageCommands), id: z.optional(id) }),
  /** What the page wants back when it is made anew without its state, as after a crash; in a form of its own. */
  z.object({ type: z.literal('keep'), memory: z.string().check(z.maxLength(2_000_000)) }),
  /** An error of the page, for the log. */
  z.object({ type: z.literal('error'), message: z.string() }),
]);
export type FromPage = z.infer<typeof fromPageSchema>;

/** To the page. */
export const toPageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('init'),
    name: z.string(),
    /** For people; relative to the workspace where it is in one. */
    path: z.string(),
    /** `panel`: narrow, follows the active document. */
    place: z.enum(['editor', 'panel']),
    trusted: z.boolean(),
    /** Translated texts by their English one. Empty: English. */
    texts: z.record(z.string(), z.string()),
    /** Keys by action, where they are not the default ones, as `event.key` with modifiers before: `a`, `Ctrl+z`. */
    keys: z.partialRecord(z.enum(actions), z.array(z.string())),
    /** Go on to the next pair after a decision; send `show` for each pair that gets selected. */
    options: z.object({ advance: z.boolean(), autoReveal: z.boolean() }),
    filter: filterSchema,
    select: z.optional(id),
    /** What an earlier page on this dataset gave by `keep`. */
    kept: z.optional(z.string()),
  }),
  z.object({ type: z.literal('pong'), request: count }),
  /**
   * A view is a fixed order of rows: what no longer matches after a decision keeps its place until the filter is set
   * again, and new rows come at the end, under the same number with a larger total.
   */
  z.object({
    type: z.literal('view'),
    view: count,
    filter: filterSchema,
    total: count,
    /** How many of them are pairs that the filter takes now: so many `editShown` is about. Undefined: all. */
    pairs: z.optional(count),
    /** In a page that follows a document, of the documents that the filter names. */
    counts: countsSchema,
    /** Of the whole dataset, where `counts` is not. */
    whole: z.optional(countsSchema),
    documents: z.array(z.object({ path: z.string(), pairs: count })),
    undo: z.optional(z.string()),
    redo: z.optional(z.string()),
  }),
  z.object({ type: z.literal('rows'), view: count, from: count, rows: z.array(rowSchema) }),
  /** `at`: its place in that view, from 0; undefined where the view leaves it out. */
  z.object({
    type: z.literal('detail'),
    detail: detailSchema,
    view: z.optional(count),
    at: z.optional(count),
  }),
  /** These ids look different now; the page asks again for those that it shows. Undefined: any may. */
  z.object({ type: z.literal('changed'), ids: z.optional(z.array(id)) }),
  /** Comes before the `view` and the `changed` that tell of the same change. */
  z.object({
    type: z.literal('done'),
    request: count,
    problem: z.optional(z.object({ code: z.string(), message: z.string() })),
    /** The pairs that it changed: at most 10, the first ones, in the order of the view. */
    ids: z.optional(z.array(id)),
    /** What an undo or redo did, for the status line. */
    what: z.optional(z.string()),
  }),
  z.object({ type: z.literal('checked'), request: count, grounding: z.optional(groundingSchema) }),
  /** Select this one: it was asked for from outside (a command, the followed document). */
  z.object({ type: z.literal('reveal'), id }),
  /** Do as if its key was pressed: from the command palette or a contributed chord. */
  z.object({ type: z.literal('act'), action: z.enum(actions) }),
  /** The run that writes to this dataset; undefined when none does. */
  z.object({
    type: z.literal('run'),
    run: z.optional(
      z.object({
        ended: count,
        planned: count,
        pairs: count,
        failed: count,
        /** Chunks a second. */
        rate: z.optional(z.number()),
        secondsLeft: z.optional(z.number()),
        /** It asks nothing further until it is resumed; `reason`: what it met, where nobody wanted that. */
        paused: z.optional(z.object({ reason: z.optional(z.string()) })),
      }),
    ),
  }),
  /** How the last run ended; undefined when that was dismissed, or another run has begun. */
  z.object({
    type: z.literal('summary'),
    summary: z.optional(
      z.object({
        /** Whether all went well: with some failures, or cut short, it did not. */
        well: z.boolean(),
        text: z.string(),
        actions: z.array(z.enum(summaryActions)),
      }),
    ),
  }),
  /** What is wrong with the file: gone, replaced, damaged lines, read-only. Undefined when all is well. */
  z.object({
    type: z.literal('file'),
    problem: z.optional(
      z.object({
        code: z.string(),
        message: z.string(),
        /** Nothing can be written now. */
        blocks: z.boolean(),
        actions: z.array(z.enum(pageCommands)),
      }),
    ),
  }),
]);
export type ToPage = z.infer<typeof toPageSchema>;

/** A message as its guard takes it, or undefined: what is not in the protocol is dropped and logged. */
export const parseFromPage = (data: unknown): FromPage | undefined => fromPageSchema.safeParse(data).data;
export const parseToPage = (data: unknown): ToPage | undefined => toPageSchema.safeParse(data).data;
