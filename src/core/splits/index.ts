export { assignSplits, type Assignment } from './assign.js';
export {
  defaultRatios,
  ratiosOf,
  promptKey,
  type Ratios,
  type SplitChunk,
  type SplitInput,
  type SplitPair,
} from './input.js';
export type { StraddleReason } from './straddling.js';
