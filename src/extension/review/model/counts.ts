import { statuses, verdicts } from '../../../core/dataset/model.js';
import type { Counts } from '../../../protocol.js';
import { documentsOf } from './entries.js';
import type { Entries } from './entries.js';

export interface DocumentCount {
  readonly path: string;
  readonly pairs: number;
}

export interface Tally {
  readonly counts: Counts;
  /** By path; documents without pairs are left out. */
  readonly documents: readonly DocumentCount[];
}

/**
 * Counts what a dataset holds, whatever the filter.
 * @param within paths of the documents that `counts` is about; none: of the whole
 */
export function tallyOf(
  entries: Entries,
  isStale: (pair: string) => boolean,
  within: readonly string[] = [],
): Tally {
  const status: Record<string, number> = Object.fromEntries(statuses.map((name) => [name, 0]));
  const verdict: Record<string, number> = Object.fromEntries(verdicts.map((name) => [name, 0]));
  const documents = new Map<string, number>();
  let [pairs, stale, failed, edited] = [0, 0, 0, 0];
  for (const entry of entries.all()) {
    const own = documentsOf(entry);
    if (entry.kind === 'pair') for (const path of own) documents.set(path, (documents.get(path) ?? 0) + 1);
    if (within.length > 0 && !own.some((path) => within.includes(path))) continue;
    if (entry.kind === 'failure') {
      failed++;
      continue;
    }
    const { info } = entry;
    pairs++;
    status[info.status] = (status[info.status] ?? 0) + 1;
    verdict[info.verdict] = (verdict[info.verdict] ?? 0) + 1;
    if (info.edited) edited++;
    if (isStale(entry.id)) stale++;
  }
  return {
    counts: { pairs, status, verdict, stale, failed, edited },
    documents: [...documents]
      .map(([path, count]) => ({ path, pairs: count }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
