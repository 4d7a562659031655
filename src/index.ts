/**
 * Pairsmith for programs: plan and generate pairs, check them, export them. See the README for an example.
 * @packageDocumentation
 */
export { generate, plan } from './core/generate.js';
export type {
  GenerateOptions,
  InputDocument,
  Job,
  Limits,
  Plan,
  PlanCounts,
  PlanRequest,
  RunEvent,
  RunSummary,
  StalePair,
} from './core/generate.js';
export { resolveSettings } from './core/settings/index.js';
export type { Settings, SettingsLayer } from './core/settings/index.js';
export { Dataset } from './core/dataset/dataset.js';
export type * from './core/dataset/model.js';
export type { DatasetReader, PairInfo, PairView, ResultInfo } from './core/dataset/view.js';
export { exportDataset } from './core/export/index.js';
export type { ExportOptions, ExportReport } from './core/export/index.js';
export { ground } from './core/quality/index.js';
export { split } from './core/chunks/index.js';
export type { Outcome, Problem } from './core/outcome.js';
export type { Provider, CompletionRequest, Completion, ProviderError } from './core/providers/provider.js';
export { openDataset } from './node/dataset.js';
export { documentsIn } from './node/inputs.js';
export { isGoneFrom } from './node/paths.js';
export { prepare } from './node/prepare.js';
export { environmentSecrets, nodeClock, nodeHash, steadyClock } from './node/ports.js';
export { openSink } from './node/sink.js';
