export {
  chunkerVersion,
  defaultChunkOptions,
  type ChunkOptions,
  type ChunkSpan,
  type Measure,
} from './options.js';
export { split, type TextFormat } from './split.js';
export { rechunk, type Chunk } from './rechunk.js';
export type { EarlierChunk } from './match.js';
export type { Naming } from './ids.js';
