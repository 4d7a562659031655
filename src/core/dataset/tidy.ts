import { resultOf } from './fold.js';
import type { Fold } from './fold.js';
import type { DatasetLine, Draft, Line } from './lines.js';
import { formatVersion } from './lines.js';
import type { ChunkId } from './model.js';
import type { Place } from './table.js';

/** What of a dataset goes into its next generation. */
interface Source {
  readonly fold: Fold;
  readonly name: string;
  pairs(): readonly { readonly chunks: readonly ChunkId[] }[];
  lineAt(at: Place): Promise<Line>;
}

/**
 * The lines of a dataset's next generation: what it folds to, without what no longer counts (results that were
 * replaced or hidden, edits that were overtaken, old revisions of documents). Pairs keep the words that they were
 * generated with. Edits and splits keep the author and id of the newest line that they are made from, so that a branch
 * which still has the old lines merges without a change.
 */
export async function* tidyLines(dataset: Source): AsyncGenerator<Line | Draft<DatasetLine>> {
  const { fold } = dataset;
  const generation = (fold.header?.generation ?? 0) + 1;
  yield { type: 'dataset', version: formatVersion, generation, name: dataset.name };
  const results = [...fold.results.values()].filter((result) => fold.counts(result));
  for (const document of fold.documents.values()) yield { ...document, ...document.chunks.forLine() };
  const runs = new Set(results.map((result) => result.run));
  for (const run of fold.runs.values()) if (runs.has(run.id)) yield run;
  yield* chunksOf(dataset, results);
  for (const { at } of results.sort((a, b) => a.at - b.at)) yield dataset.lineAt(at);
  const kept = new Set(results.map((result) => result.id));
  for (const edit of fold.editLines()) {
    if (kept.has(resultOf(edit.pair)) || !fold.results.has(resultOf(edit.pair))) yield edit;
  }
  yield* fold.splits.values();
}

/** The chunks of the documents as they are, and those that a kept pair still draws on. */
async function* chunksOf(dataset: Source, results: readonly { readonly inputs: readonly ChunkId[] }[]) {
  const { fold } = dataset;
  const wanted = new Set<ChunkId>();
  for (const document of fold.documents.values()) for (const chunk of document.chunks.ids) wanted.add(chunk);
  for (const result of results) for (const chunk of result.inputs) wanted.add(chunk);
  for (const pair of dataset.pairs()) for (const chunk of pair.chunks) wanted.add(chunk);
  for (const id of wanted) {
    const chunk = fold.chunks.get(id);
    if (chunk) yield dataset.lineAt(chunk.at);
  }
}
