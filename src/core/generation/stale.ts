import type { Dataset } from '../dataset/dataset.js';
import { pairId } from '../dataset/fold.js';
import type { FoldedResult } from '../dataset/result-table.js';
import type { ChunkId, DocumentId, PairId } from '../dataset/model.js';
import type { PairView } from '../dataset/view.js';
import { quoteFinder, sameWords } from '../quality/index.js';
import type { PlannedDocument } from './documents.js';

/** A pair whose words are no longer in its document. */
export interface StalePair {
  readonly pair: PairId;
  readonly path: string;
  /** The evidence that is gone; the chunk's own text where the pair has no evidence. */
  readonly quote: string;
}

/**
 * Finds the pairs whose evidence quote (or, without one, whose chunk's text) is not in their document as it is now.
 * Only pairs of chunks that the document no longer has are read: where a chunk stands, its quotes do.
 */
export function staleFinder(
  dataset: Dataset,
): (document: PlannedDocument, text: string) => Promise<StalePair[]> {
  let byDocument: ReturnType<typeof resultsByDocument> | undefined; // of no use where all documents are new
  return async (document, text) => {
    const here = new Set(document.chunks.ids);
    const find = quoteFinder(text);
    const stands = (quote: string) => {
      const span = text.includes(quote) ? { quote } : find(quote);
      return span !== undefined && sameWords(span.quote, quote);
    };
    const stale: StalePair[] = [];
    byDocument ??= resultsByDocument(dataset);
    for (const result of byDocument.get(document.id) ?? []) {
      if (result.inputs.every((chunk) => here.has(chunk))) continue;
      for (const index of result.verdicts.keys()) {
        const pair = await dataset.pair(pairId(result.id, index));
        const quote = await missingQuote(dataset, pair, document.id, here, stands);
        if (quote !== undefined) stale.push({ pair: pair.id, path: document.input.path, quote });
      }
    }
    return stale;
  };
}

async function missingQuote(
  dataset: Dataset,
  pair: PairView,
  document: DocumentId,
  here: ReadonlySet<ChunkId>,
  stands: (quote: string) => boolean,
): Promise<string | undefined> {
  for (const { chunk, spans } of pair.sources) {
    if (here.has(chunk) || dataset.chunk(chunk)?.document !== document) continue;
    const quotes = spans.length > 0 ? spans.map((span) => span.quote) : [await dataset.chunkText(chunk)];
    const missing = quotes.find((quote) => !stands(quote));
    if (missing !== undefined) return missing;
  }
  return undefined;
}

function resultsByDocument(dataset: Dataset): Map<DocumentId, FoldedResult[]> {
  const byDocument = new Map<DocumentId, FoldedResult[]>();
  for (const result of dataset.fold.results.values()) {
    if (result.verdicts.length === 0 || !dataset.fold.counts(result)) continue;
    const documents = new Set(result.inputs.map((chunk) => dataset.fold.chunks.get(chunk)?.document));
    for (const document of documents) {
      if (document === undefined) continue;
      const known = byDocument.get(document);
      if (known) known.push(result);
      else byDocument.set(document, [result]);
    }
  }
  return byDocument;
}
