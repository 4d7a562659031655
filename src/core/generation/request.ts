import type { ChunkOptions } from '../chunks/index.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Price, ResultId } from '../dataset/model.js';
import type { Hash } from '../ports.js';
import type { Sampling } from '../providers/provider.js';
import type { Recipe } from '../recipes/recipe.js';
import type { InputDocument } from './documents.js';
import type { Limits } from './limits.js';

/** Who is asked. */
export interface Target {
  /** Provider id and model name as they are recorded. */
  readonly provider: string;
  readonly model: string;
  readonly sampling: Sampling;
  /** Where it is asked, without credentials; undefined at its provider's own address. */
  readonly server?: string | undefined;
  /** What its tokens cost, as recorded; undefined where that is not known. */
  readonly price?: Price | undefined;
}

/** What a run is to be. */
export interface PlanRequest<Settings> extends Target {
  readonly dataset: Dataset;
  readonly documents: AsyncIterable<InputDocument> | Iterable<InputDocument>;
  readonly recipe: Recipe<Settings>;
  /** The recipe's settings: they shape the request, and so are part of each result's key. */
  readonly settings: Settings;
  /** Who else is asked about every chunk. */
  readonly others?: readonly Target[] | undefined;
  readonly chunking: ChunkOptions;
  readonly limits?: Limits | undefined;
  /** Seeds the sample. Default 0. */
  readonly seed?: number | undefined;
  /** What to do with chunks that another model or other settings have done: leave them (default), ask all the same. */
  readonly existing?: 'keep' | 'add' | 'replace' | undefined;
  /** Which failed and cut results to ask again: those that may well go through now (default), all, none. */
  readonly retry?: 'transient' | 'all' | 'none' | undefined;
  /**
   * Failed results to make good, whatever they failed for, whoever is asked now, and whatever others have done of their
   * chunks: that stays beside.
   */
  readonly makeGood?: ReadonlySet<ResultId> | undefined;
  /** 0 (default) for the first result of a chunk; another number asks afresh. */
  readonly sample?: number | undefined;
  readonly hash: Hash;
  /** Whether a document that the dataset knows is no longer at its path. */
  isGone(path: string): Promise<boolean>;
}

/** Who is asked about every chunk, the request's own first. */
export const targetsOf = <Settings>(request: PlanRequest<Settings>): readonly [Target, ...Target[]] => [
  request,
  ...(request.others ?? []),
];
