import type { Fold } from '../dataset/fold.js';
import type { ResultId } from '../dataset/model.js';
import type { FoldedResult } from '../dataset/result-table.js';
import type { PlannedDocument } from './documents.js';

/** A chunk that a plan's limits leave, done or to be done. */
export interface WantedChunk {
  readonly document: PlannedDocument;
  /** The chunk's place in its document, from 0. */
  readonly place: number;
  /** The result that is kept for it; undefined where it is to be asked. */
  readonly result: ResultId | undefined;
  /** Path of the document under which its pairs stand, or will: another one's, where that says the same. */
  readonly under: string;
  /** It says the same, under the same headings, as one before it: both are asked once. */
  readonly repeats: boolean;
}

/** Path of the document that a result's pairs are under. */
export function pathUnder(result: FoldedResult, own: PlannedDocument, fold: Fold): string {
  const [input = ''] = result.inputs;
  const id = fold.chunks.get(input)?.document ?? own.id;
  return id === own.id ? own.input.path : (fold.documents.get(id)?.path ?? own.input.path);
}
