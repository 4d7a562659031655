/** What both contestants do. */
export const chunks = 1_000;
export const concurrency = 32;

/** Milliseconds of the requests, and CPU time and peak memory of the whole process. */
export interface Measured {
  readonly makespan: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}
