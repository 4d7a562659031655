import type { ChunkId, DocumentId } from '../dataset/model.js';
import type { DatasetReader, DocumentInfo, PairView } from '../dataset/view.js';

/** Where a pair stands: the chunk, of those its document has now. */
export interface Place {
  readonly document: DocumentInfo;
  readonly index: number;
}

/**
 * Finds out where pairs stand in their documents as they are now. A pair is stale when the quote of its evidence (or
 * without one the text of its chunk) is no longer found there; white space does not count.
 */
export class Places {
  readonly #indices = new Map<DocumentId, Map<ChunkId, number>>();
  #text: { document: DocumentId; text: Promise<PlacedText> } | undefined;

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
    const { text, positions } = await this.#textOf(document);
    const wanted = quotes.length > 0 ? quotes : [await this.reader.chunkText(chunk)];
    let at: number | undefined;
    for (const quote of wanted) {
      const found = text.indexOf(squeeze(quote));
      if (found < 0) return undefined;
      at ??= positions[found] ?? 0;
    }
    return { document, index: lastChunkFrom(document, at ?? 0) };
  }

  #index(document: DocumentInfo): Map<ChunkId, number> {
    const known = this.#indices.get(document.id);
    if (known !== undefined) return known;
    const indices = new Map(document.chunks.map(({ id }, i) => [id, i]));
    this.#indices.set(document.id, indices);
    return indices;
  }

  /** The text of a document, kept until another is asked for: pairs come document by document. */
  #textOf(document: DocumentInfo): Promise<PlacedText> {
    if (this.#text?.document !== document.id)
      this.#text = { document: document.id, text: assemble(this.reader, document) };
    return this.#text.text;
  }
}

/** A document's text without white space, and where in the document each code unit of it stands. */
interface PlacedText {
  readonly text: string;
  readonly positions: readonly number[];
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Chunks cover all that is not blank, so their texts, each from where the last one ended, are the document's. */
async function assemble(reader: DatasetReader, document: DocumentInfo): Promise<PlacedText> {
  const parts: string[] = [];
  const positions: number[] = [];
  let end = 0;
  for (const { id, start } of document.chunks) {
    const text = await reader.chunkText(id);
    for (let i = Math.max(0, end - start); i < text.length; i++) {
      const letter = text[i] as string;
      if (/\s/.test(letter)) continue;
      parts.push(letter);
      positions.push(start + i);
    }
    end = Math.max(end, start + text.length);
  }
  return { text: parts.join(''), positions };
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
