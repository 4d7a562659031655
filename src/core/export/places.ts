import type { ChunkId, DocumentId } from '../dataset/model.js';
import type { DatasetReader, DocumentInfo, PairView } from '../dataset/view.js';
import { quoteFinder } from '../quality/index.js';

/** Where a pair stands: the chunk, of those its document has now. */
export interface Place {
  readonly document: DocumentInfo;
  readonly index: number;
}

/**
 * Finds out where pairs stand in their documents as they are now. A pair is stale when the quote of its evidence (or
 * without one the text of its chunk) is no longer found there.
 */
export class Places {
  readonly #indices = new Map<DocumentId, Map<ChunkId, number>>();
  #text: { document: DocumentId; find: Promise<FindPlace> } | undefined;

  constructor(private readonly reader: DatasetReader) {}

  /** The place of a pair's first source; `none` where it has no source. */
  async find(view: PairView): Promise<Place | 'stale' | 'none'> {
    let first: Place | undefined;
    for (const source of view.sources) {
      const place = await this.#place(
        source.chunk,
        source.spans.map((span) => span.quote),
      );
      if (place === undefined) return 'stale';
      first ??= place;
    }
    return first ?? 'none';
  }

  async #place(chunk: ChunkId, quotes: readonly string[]): Promise<Place | undefined> {
    const info = this.reader.chunk(chunk);
    const document = info && this.reader.document(info.document);
    if (document === undefined) return undefined;
    const index = this.#index(document).get(chunk);
    if (index !== undefined) return { document, index };
    const find = await this.#finderOf(document);
    const wanted = quotes.length > 0 ? quotes : [await this.reader.chunkText(chunk)];
    const found = wanted.map(find);
    if (found.includes(undefined)) return undefined;
    return { document, index: lastChunkFrom(document, found[0] ?? 0) };
  }

  #index(document: DocumentInfo): Map<ChunkId, number> {
    const known = this.#indices.get(document.id);
    if (known !== undefined) return known;
    const indices = new Map(document.chunks.map(({ id }, i) => [id, i]));
    this.#indices.set(document.id, indices);
    return indices;
  }

  /** Made once for a document, and kept until another is asked for: pairs come document by document. */
  #finderOf(document: DocumentInfo): Promise<FindPlace> {
    if (this.#text?.document !== document.id)
      this.#text = { document: document.id, find: assemble(this.reader, document).then(placeFinder) };
    return this.#text.find;
  }
}

/** Where in its document a quote begins; undefined where it is not found. */
type FindPlace = (quote: string) => number | undefined;

function placeFinder(text: string): FindPlace {
  const find = quoteFinder(text);
  return (quote) => {
    const exact = text.indexOf(quote);
    return exact >= 0 ? exact : find(quote)?.start;
  };
}

/** Chunks cover all that is not blank, so their texts, each from where the last one ended, are the document's. */
async function assemble(reader: DatasetReader, document: DocumentInfo): Promise<string> {
  const parts: string[] = [];
  let end = 0;
  for (const { id, start } of document.chunks) {
    const text = await reader.chunkText(id);
    parts.push('\n'.repeat(Math.max(0, start - end)), text.slice(Math.max(0, end - start)));
    end = Math.max(end, start + text.length);
  }
  return parts.join('');
}

/** The last chunk that begins at `position` or before. */
function lastChunkFrom({ chunks }: DocumentInfo, position: number): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
