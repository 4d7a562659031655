import type { RunSummary } from '../../../src/core/generate.js';

/** What a run of `child.ts` came to. */
export interface RunReport {
  readonly summary: RunSummary;
  /** What was told beside the results. */
  readonly problems: readonly string[];
  /** Results told. */
  readonly ended: number;
  /** Partial and failed results without a word why. */
  readonly partialUnsaid: number;
  readonly failedUnsaid: number;
  /** Results in the file afterwards, and how many chunks they are of. */
  readonly recorded: number;
  readonly recordedKeys: number;
  /** Milliseconds from the first request to the last result. */
  readonly makespan: number;
  readonly cpuMs: number;
  /** Peak memory of the process until the run has ended; and what it holds shortly before, garbage collected. */
  readonly peakMb: number;
  readonly heapMb: number;
}
