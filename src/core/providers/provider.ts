import type { Answerer, Message, Price, Usage } from '../dataset/model.js';
import type { Outcome, Problem } from '../outcome.js';

/** How a model draws its words. Undefined leaves the server's own default. */
export interface Sampling {
  readonly temperature?: number | undefined;
  readonly topP?: number | undefined;
  readonly topK?: number | undefined;
  /** Most tokens of the reply. */
  readonly maxTokens?: number | undefined;
  readonly repeatPenalty?: number | undefined;
  /** Ollama's name for the most tokens of the reply; over `maxTokens` there. */
  readonly numPredict?: number | undefined;
  readonly stop?: readonly string[] | undefined;
  readonly seed?: number | undefined;
}

export type JsonSchema = { readonly [key: string]: unknown };

/** What a request is about, for providers that work from the text itself (`builtin`). Others ignore it. */
export interface Task {
  readonly recipe: string;
  readonly text: string;
  readonly heading: readonly string[];
  /** How many pairs are wanted. */
  readonly want: number;
}

export interface CompletionRequest {
  readonly model: string;
  readonly messages: readonly Message[];
  readonly sampling: Sampling;
  /** The shape that the reply must have; each provider passes it on the strictest way it has. */
  readonly schema?: { readonly name: string; readonly schema: JsonSchema } | undefined;
  readonly task?: Task | undefined;
  /** 0 for the first answer to this request; a fresh one gets the next number. Part of any cache's key. */
  readonly sample: number;
  /** An earlier answer was of no use: a cache is not to give it again. */
  readonly fresh?: boolean | undefined;
}

/** What a server says of its limits beside a reply. Undefined where it says nothing. */
export interface RateState {
  readonly requestsLeft?: number | undefined;
  readonly tokensLeft?: number | undefined;
  /** Until the count of requests is full again, in milliseconds. */
  readonly requestsResetMs?: number | undefined;
  readonly tokensResetMs?: number | undefined;
}

/** Told while a reply comes. Wrappers pass it on. */
export interface ReplyWatch {
  /** The server has taken the request: the headers of its reply are there. */
  started(): void;
  /** A piece of the reply came, of its thinking or of its text. */
  piece(): void;
  /**
   * Asked before one request more is sent for the same try, as the server has refused the form of the last one. Resolves
   * once it may be, or with what is in the way.
   */
  again?(): Promise<Outcome<undefined, ProviderError>>;
}

export interface Completion {
  readonly text: string;
  /** Thinking, kept apart from the answer. */
  readonly reasoning?: string | undefined;
  /** As the server names it. */
  readonly model: string;
  /** `length`: cut off at the token limit. `repeat`: stopped by the server, as the model said the same without an end. */
  readonly finish: 'stop' | 'length' | 'repeat' | 'refused' | 'other';
  readonly usage?: Usage | undefined;
  readonly rate?: RateState | undefined;
  /** Who has answered, where it is another than the one that was asked, and what its tokens cost if that is known. */
  readonly fallback?: (Answerer & { readonly price: Price | undefined }) | undefined;
  /** Kept from an earlier request: nothing was sent. */
  readonly cached?: boolean | undefined;
}

/**
 * auth: key missing or refused. quota: no credit. rate: too many requests. not-found: no such model or address.
 * context: the prompt is too long. refused: the content was refused. bad-request: the server does not take this
 * request. bad-reply: the reply is not what the protocol promises. network: no connection, or it broke.
 * timeout. server: 5xx. budget: the request could cost more than is left. cancelled: by the signal.
 */
export type ProviderErrorCode =
  | 'auth'
  | 'quota'
  | 'rate'
  | 'not-found'
  | 'context'
  | 'refused'
  | 'bad-request'
  | 'bad-reply'
  | 'network'
  | 'timeout'
  | 'server'
  | 'budget'
  | 'cancelled';

export interface ProviderError extends Problem<ProviderErrorCode> {
  /** HTTP status, where there was one. */
  readonly status?: number | undefined;
  /** How long the server asked to wait before the next try, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly rate?: RateState | undefined;
  /** What the server sent, cut to 2,000 characters. */
  readonly reply?: string | undefined;
}

/** One way to get a completion. Wrappers (slots, retry, cache) have the same interface. */
export interface Provider {
  readonly id: string;
  /** Resolves with the completion or an expected error; once `signal` is aborted, with `cancelled` at once. */
  complete(
    request: CompletionRequest,
    signal: AbortSignal,
    watch?: ReplyWatch,
  ): Promise<Outcome<Completion, ProviderError>>;
}
