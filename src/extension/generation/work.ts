import type { Uri } from 'vscode';
import type { ResultId } from '../../core/dataset/model.js';
import type { Limits } from '../../core/generate.js';
import type { Settings } from '../../core/settings/index.js';

/** What a command wants to have pairs of. */
export interface Work {
  readonly dataset: Uri;
  /** Files, folders and new documents. */
  readonly sources: readonly Uri[];
  /** For people: what it is done to. */
  readonly title: string;
  /** The same in a word or two, where there is little room. */
  readonly name?: string | undefined;
  readonly limits?: Limits | undefined;
  /** It is for what is selected in one document: `limits` has the ranges. */
  readonly selection?: boolean | undefined;
  /** Chunks that are done are asked once more, and what is there of them stays. */
  readonly again?: boolean | undefined;
  /** It is to make these failed results good, whatever they failed for: `limits` has their chunks. */
  readonly failed?: ReadonlySet<ResultId> | undefined;
  /** What to do with chunks that are done by another model or with other settings; undefined: the user is asked. */
  readonly existing?: 'keep' | 'add' | 'replace' | undefined;
  /** Settings for this once, over those that hold; one that is undefined counts as not set. */
  readonly once?: Partial<Settings> | undefined;
  /** Whoever starts it tells how it ended, where all is well. */
  readonly quiet?: boolean | undefined;
  /** The document that the review opens beside. */
  readonly beside?: Uri | undefined;
}

/** Settings and relative paths are those of the first source. */
export const scopeOf = (work: Work): Uri => work.sources[0] ?? work.dataset;
