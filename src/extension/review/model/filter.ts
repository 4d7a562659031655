import type { Filter } from '../../../protocol.js';
import { documentsOf } from './entries.js';
import type { Entry } from './entries.js';

/** Whether a row is in, apart from its text. Failures are left out where something is asked that only pairs have. */
export function matcher(filter: Filter, isStale: (pair: string) => boolean): (entry: Entry) => boolean {
  const { status, verdict, only, documents } = filter;
  const statuses = new Set<string>(status);
  const verdicts = new Set<string>(verdict);
  const paths = new Set(documents);
  const pairsOnly = statuses.size > 0 || verdicts.size > 0 || only === 'stale' || only === 'edited';
  return (entry) => {
    if (paths.size > 0 && !documentsOf(entry).some((path) => paths.has(path))) return false;
    if (entry.kind === 'failure') return !pairsOnly;
    if (only === 'failed') return false;
    const { info } = entry;
    if (statuses.size > 0 && !statuses.has(info.status)) return false;
    if (verdicts.size > 0 && !verdicts.has(info.verdict)) return false;
    if (only === 'edited' && !info.edited) return false;
    return only !== 'stale' || isStale(entry.id);
  };
}

/** A text as it is searched: small letters, without accents. */
export function foldForSearch(text: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is most of all texts, and ten times as quick
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** The words that a text must hold, each. */
export const wordsOf = (search: string): string[] =>
  foldForSearch(search)
    .split(/\s+/)
    .filter((word) => word !== '');
