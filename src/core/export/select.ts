import type { DocumentId, PairId } from '../dataset/model.js';
import type { DatasetReader, PairInfo, PairView } from '../dataset/view.js';
import type { Hash } from '../ports.js';
import { promptKey } from '../splits/index.js';
import type { LeaveOut, Loss } from './format.js';
import type { Ledger } from './leftOut.js';
import type { Checked, ExportOptions } from './options.js';
import { Places } from './places.js';
import { rowPair, type RowMaker } from './row.js';
import { pairTokens, type CountTokens } from './tokens.js';

/** A pair that goes out. Its texts are not kept: they are read again when they are written. */
export interface Chosen {
  readonly info: PairInfo;
  /** Hash of its rows, which have to be the same when they are written. */
  readonly rows: string;
  readonly prompt: string | undefined;
  readonly document: DocumentId | undefined;
  readonly stale: boolean;
}

/** How many pairs are read at a time. */
const batch = 64;

/** The pairs with their texts, in order, read some at a time. */
export async function* views(
  reader: DatasetReader,
  ids: readonly PairId[],
  signal?: AbortSignal,
): AsyncGenerator<PairView> {
  for (let i = 0; i < ids.length; i += batch) {
    if (signal?.aborted === true) return;
    yield* await Promise.all(ids.slice(i, i + batch).map((id) => reader.pair(id)));
  }
}

/** Why the filters leave a pair out; undefined where they do not. */
export function filtered(
  info: PairInfo,
  reader: DatasetReader,
  options: ExportOptions,
  matches: Checked['matches'],
): LeaveOut | undefined {
  if (options.statuses === undefined ? info.status === 'rejected' : !options.statuses.includes(info.status))
    return info.status === 'rejected' ? 'rejected' : 'status';
  if (options.minRating !== undefined && !((info.rating ?? 0) >= options.minRating)) return 'rating';
  const { grounding, verdict } = { grounding: options.grounding, verdict: info.verdict };
  if (grounding === undefined ? verdict === 'unsupported' : !grounding.includes(verdict))
    return verdict === 'unsupported' ? 'unsupported' : 'grounding';
  if (matches !== undefined && !paths(info, reader).some(matches)) return 'document';
  return undefined;
}

function paths(info: PairInfo, reader: DatasetReader): string[] {
  return info.chunks.flatMap((id) => {
    const chunk = reader.chunk(id);
    return (chunk && reader.document(chunk.document)?.path) ?? [];
  });
}

/** The pairs that go out as rows, in the dataset's order. Whatever does not is entered in `leftOut`. */
export async function choose(
  reader: DatasetReader,
  maker: RowMaker,
  options: ExportOptions,
  matches: Checked['matches'],
  tools: { readonly hash: Hash; readonly countTokens: CountTokens | undefined },
  leftOut: Ledger<LeaveOut>,
  losses: Ledger<Loss>,
): Promise<Chosen[]> {
  const passed = new Map<PairId, PairInfo>();
  for (const info of reader.pairs()) {
    const reason = filtered(info, reader, options, matches);
    if (reason === undefined) passed.set(info.id, info);
    else leftOut.add(reason, info.id);
  }
  const places = new Places(reader);
  const seen = new Set<string>();
  const chosen: Chosen[] = [];
  for await (const view of views(reader, [...passed.keys()], options.signal)) {
    const place = await places.find(view);
    const made =
      place === 'stale' && options.leaveOutStale === true
        ? { out: 'stale' as const }
        : maker.make(rowPair(view));
    if ('out' in made) {
      leftOut.add(made.out, view.id);
      continue;
    }
    const { maxTokens } = options;
    if (
      maxTokens !== undefined &&
      tools.countTokens &&
      pairTokens(made.pair, tools.countTokens) > maxTokens
    ) {
      leftOut.add('too-long', view.id);
      continue;
    }
    const key = tools.hash(JSON.stringify(made.rows));
    if (seen.has(key)) {
      leftOut.add('double', view.id);
      continue;
    }
    seen.add(key);
    for (const loss of made.lost) losses.add(loss, view.id);
    chosen.push({
      info: passed.get(view.id) as PairInfo,
      rows: key,
      prompt: promptKey(made.pair.prompt, tools.hash),
      document: view.chunks[0] === undefined ? undefined : reader.chunk(view.chunks[0])?.document,
      stale: place === 'stale',
    });
  }
  return chosen;
}

/** The pairs by their document, in the order in which the documents come. */
export function byDocument(chosen: readonly Chosen[]): Map<DocumentId | undefined, Chosen[]> {
  const groups = new Map<DocumentId | undefined, Chosen[]>();
  for (const one of chosen) {
    const group = groups.get(one.document);
    if (group === undefined) groups.set(one.document, [one]);
    else group.push(one);
  }
  return groups;
}
