import { chunkerVersion, defaultChunkOptions } from '../../../core/chunks/index.js';
import type { ChunkOptions } from '../../../core/chunks/index.js';
import type { Dataset } from '../../../core/dataset/dataset.js';
import type { Draft } from '../../../core/dataset/lines.js';
import type { Range, Source } from '../../../core/dataset/model.js';
import type { PairView } from '../../../core/dataset/view.js';
import type { DocumentText } from '../../../core/documents/index.js';
import { documentLine, knownDocuments, planDocument } from '../../../core/generation/documents.js';
import type { PlannedChunk, PlannedDocument } from '../../../core/generation/documents.js';
import type { Outcome, Problem } from '../../../core/outcome.js';
import { fail, ok } from '../../../core/outcome.js';
import type { Hash } from '../../../core/ports.js';
import { passageNow, sourceNow, spansNow } from './evidence.js';
import type { SourceNow } from './evidence.js';
import { nowTextOf } from './places.js';

/** A pair's sources on the documents as they are now, and the lines that these stand on. */
export interface Anchored {
  readonly sources: readonly Source[];
  readonly along: readonly Draft[];
}

/**
 * Puts a stale pair's evidence on its documents as they are now: where its words still stand there, else on the passage
 * that is most like them. Fails where nothing is like them any more.
 */
export async function anchor(
  dataset: Dataset,
  pair: PairView,
  read: (path: string) => Promise<Outcome<DocumentText, Problem>>,
  hash: Hash,
): Promise<Outcome<Anchored, Problem>> {
  const sources: Source[] = [];
  const along: Draft[] = [];
  const planned = new Map<string, Present>();
  for (const source of pair.sources) {
    const now = await sourceNow(dataset, source, async (path) => {
      const document = await read(path);
      return document.ok ? ok(nowTextOf(document.value)) : document;
    });
    if (!now.now.ok) return now.now;
    const ranges = rangesNow(now);
    if (!ranges) return fail(nothingLike(now.path));
    if (ranges === 'standing') {
      sources.push(source);
      continue;
    }
    let present = planned.get(now.path);
    if (!present) {
      const made = await presentOf(dataset, now.path, read, hash);
      if (!made.ok) return made;
      planned.set(now.path, (present = made.value));
      if (present.document.state !== 'same') along.push(documentLine(present.document));
    }
    const { text, document } = present;
    for (const chunk of chunksAt([...document.chunks], ranges)) {
      const { id, start, end, heading } = chunk.chunk;
      const isNew =
        !dataset.fold.chunks.has(id) && !along.some((line) => line.type === 'chunk' && line.chunk === id);
      if (isNew) {
        along.push({
          type: 'chunk',
          chunk: id,
          document: document.id,
          text: text.slice(start, end),
          heading,
        });
      }
      sources.push({
        chunk: id,
        spans: chunk.ranges.map(([a, b]) => ({ start: a - start, end: b - start, quote: text.slice(a, b) })),
      });
    }
  }
  return ok({ sources, along });
}

/** Where a source's evidence is to stand; `standing`: it is where it was. Undefined: nowhere. */
function rangesNow(source: SourceNow): readonly Range[] | 'standing' | undefined {
  const spans = spansNow(source);
  if (spans.every(({ at }) => at !== undefined)) return 'standing';
  const passage = passageNow(source, spans);
  const found = spans.flatMap(({ at }) => (at ? [at] : []));
  return passage ? [...found, passage].sort((a, b) => a[0] - b[0]) : undefined;
}

const nothingLike = (path: string): Problem => ({
  code: 'no-passage',
  message: `Nothing in ${path} is like the lost passage any more. Reject the pair, or generate anew from the document.`,
});

/** A document as it is now, cut into chunks as it was before. */
interface Present {
  readonly text: string;
  readonly document: PlannedDocument;
}

async function presentOf(
  dataset: Dataset,
  path: string,
  read: (path: string) => Promise<Outcome<DocumentText, Problem>>,
  hash: Hash,
): Promise<Outcome<Present, Problem>> {
  const known = knownDocuments(dataset);
  const now = await read(path);
  if (!now.ok) return now;
  const recorded = dataset.fold.documents.get(known.byPath.get(path)?.id ?? '')?.chunking;
  const chunking = await chunkingOf(dataset, now.value.format, recorded, hash);
  const planned = await planDocument(
    { path, read: () => Promise.resolve(now) },
    { dataset, known, chunking, hash, isGone: () => Promise.resolve(false) },
  );
  return planned.ok ? ok(planned.value) : planned;
}

/** How the document's last revision was cut, as far as a run says it; else as the newest run cuts. */
async function chunkingOf(
  dataset: Dataset,
  format: string,
  recorded: string | undefined,
  hash: Hash,
): Promise<ChunkOptions> {
  const options = dataset
    .runs()
    .toReversed()
    .flatMap(({ chunking }) => optionsFrom(chunking) ?? []);
  const same = options.find(
    ({ size, overlap, unit }) =>
      hash(JSON.stringify([chunkerVersion, format, size, overlap, unit])) === recorded,
  );
  const chosen = same ?? options[0] ?? defaultChunkOptions;
  if (chosen.unit !== 'tokens') return chosen;
  const { loadMeasure } = await import('../../../core/tokens.js');
  return { ...chosen, measure: await loadMeasure() };
}

function optionsFrom({ size, overlap, unit }: Readonly<Record<string, unknown>>): ChunkOptions | undefined {
  if (typeof size !== 'number' || typeof overlap !== 'number') return undefined;
  return unit === 'characters' || unit === 'tokens' ? { size, overlap, unit } : undefined;
}

/** Each range in the chunk that holds most of it, and cut to it. */
function chunksAt(
  chunks: readonly PlannedChunk[],
  ranges: readonly Range[],
): { chunk: PlannedChunk; ranges: Range[] }[] {
  const at = new Map<PlannedChunk, Range[]>();
  for (const [start, end] of ranges) {
    let best: PlannedChunk | undefined;
    let most = 0;
    for (const chunk of chunks) {
      const shared = Math.min(end, chunk.end) - Math.max(start, chunk.start);
      if (shared > most) [best, most] = [chunk, shared];
    }
    if (!best) continue;
    const range: Range = [Math.max(start, best.start), Math.min(end, best.end)];
    at.set(best, [...(at.get(best) ?? []), range]);
  }
  return [...at].map(([chunk, own]) => ({ chunk, ranges: own }));
}
