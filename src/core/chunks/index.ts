export {
  checkChunkOptions,
  chunkerVersion,
  defaultChunkOptions,
  type ChunkOptions,
  type ChunkSpan,
  type Measure,
} from './options.js';
export { split, type TextFormat } from './split.js';
