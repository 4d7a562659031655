/** The one place that joins the stages: first `plan`, which spends nothing, then `generate`, which does it. */
export { plan } from './generation/plan.js';
export type { Job } from './generation/jobs.js';
export type { Plan, PlanCounts } from './generation/plan.js';
export type { PlanRequest, Target } from './generation/request.js';
export { generate } from './generation/run.js';
export type { GenerateOptions, LaneSetup } from './generation/run.js';
export { together } from './generation/together.js';
export { RunControl } from './generation/control.js';
export type { RunState } from './generation/control.js';
export type { RunEvent, RunSummary } from './generation/events.js';
export type { InputDocument } from './generation/documents.js';
export type { WantedChunk } from './generation/wanted.js';
export type { Limits } from './generation/limits.js';
export type { StalePair } from './generation/stale.js';
