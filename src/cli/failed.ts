import type { Dataset } from '../core/dataset/dataset.js';
import type { ResultInfo } from '../core/dataset/view.js';
import type { FlagRow, Flags } from './command.js';

/** The flag that chooses failures by their reason. */
export const codeFlag: FlagRow = {
  type: 'string',
  value: 'CODE',
  multiple: true,
  about: 'Only failures of this reason, such as bad-reply. May be given more than once.',
};

/** The results that failed, for the reasons that the flags name, if they name any. */
export function failedResults(dataset: Dataset, flags: Flags): ResultInfo[] {
  const codes = new Set(flags.texts('code'));
  const wanted = (code = 'unknown') => codes.size === 0 || codes.has(code);
  return failures(dataset).filter(({ failureCode }) => wanted(failureCode));
}

/** What to say where there is none: a reason that is misspelt is no good news. */
export function noneFailed(dataset: Dataset, flags: Flags): string {
  const codes = [...new Set(failures(dataset).map(({ failureCode = 'unknown' }) => failureCode))];
  if (codes.length === 0) return 'No chunk has failed.';
  const asked = flags.texts('code').join(' or ');
  // A line that a dataset brings along must not look like one of ours.
  const there = codes.sort().join(', ').replace(/\s+/g, ' ');
  return `No chunk has failed for ${asked}. There are failures for: ${there}.`;
}

const failures = (dataset: Dataset): ResultInfo[] =>
  dataset.results().filter(({ outcome }) => outcome === 'failed');
