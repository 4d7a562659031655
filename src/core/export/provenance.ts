import type { DatasetReader, PairView } from '../dataset/view.js';
import type { Row } from './format.js';

/** `train.jsonl` has its sidecar in `train.provenance.jsonl`. */
export const provenanceFile = (path: string): string => `${path.replace(/\.[^.]*$/, '')}.provenance.jsonl`;

/** Where a row comes from: its pair, the documents and quotes that support it, how it was made and judged. */
export function provenance(reader: DatasetReader, view: PairView): Row {
  return {
    pair: view.id,
    status: view.status,
    rating: view.rating ?? null,
    tags: view.tags,
    grounding: view.verdict,
    sources: view.sources.map(({ chunk, spans }) => {
      const info = reader.chunk(chunk);
      const document = info && reader.document(info.document);
      return {
        document: document?.path ?? null,
        chunk,
        heading: info?.heading ?? [],
        quotes: spans.map((span) => span.quote),
      };
    }),
    edited: view.edited,
    parent: view.parent ?? null,
    recipe: view.recipe,
    provider: view.provider ?? null,
    model: view.model ?? null,
    run: view.run,
  };
}
