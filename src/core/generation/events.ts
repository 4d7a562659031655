import type { ResultLine } from '../dataset/lines.js';
import type { ResultOutcome, Usage } from '../dataset/model.js';
import type { Problem } from '../outcome.js';
import type { Traffic } from '../providers/limits/traffic.js';

/** How a run stands: planned = done + partial + empty + failed + notReached, once it has ended. */
export interface RunSummary {
  readonly run: string;
  readonly planned: number;
  readonly done: number;
  readonly partial: number;
  readonly empty: number;
  readonly failed: number;
  readonly notReached: number;
  /** How many of those that ended were done by another run of the same dataset meanwhile. */
  readonly elsewhere: number;
  readonly pairs: number;
  /** Pairs by verdict. */
  readonly grounding: Readonly<Record<'supported' | 'partly' | 'unsupported' | 'unchecked', number>>;
  /** Failed results by the code of their reason. */
  readonly failures: Readonly<Record<string, number>>;
  readonly usage: Usage;
  /** US dollars of the results whose cost is known; undefined where none is. */
  readonly cost?: number | undefined;
  /** Answered results whose tokens, and whose cost, are not known: they are in neither sum. */
  readonly uncounted: number;
  readonly unpriced: number;
  /** Results that took nothing, as their replies were kept from before. */
  readonly kept: number;
  /** Requests sent, retries and waits. Undefined where the provider does not count them. */
  readonly traffic?: Traffic | undefined;
  /** Milliseconds from the first request to the last result. */
  readonly ms: number;
}

/** What a run tells while it goes on. A `result` is told once it is on the disk. */
export type RunEvent =
  | { readonly type: 'start'; readonly run: string; readonly planned: number; readonly dataset: string }
  | {
      readonly type: 'result';
      readonly result: ResultLine;
      readonly document: string;
      /** The chunk's place in its document, from 0. */
      readonly chunk: number;
      readonly outcome: ResultOutcome;
      readonly ended: number;
      readonly planned: number;
    }
  | { readonly type: 'problem'; readonly problem: Problem; readonly document?: string | undefined }
  /** No further request is sent until the run is resumed: for this problem, or as somebody wanted it. */
  | { readonly type: 'paused'; readonly problem?: Problem | undefined; readonly notReached: number }
  | { readonly type: 'resumed' }
  | {
      readonly type: 'end';
      readonly summary: RunSummary;
      /** all: nothing is left. cancelled: by the signal. stopped: by the problem told before. */
      readonly how: 'all' | 'cancelled' | 'stopped';
    };
