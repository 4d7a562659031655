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
  return dataset.results().filter(({ outcome, failureCode }) => outcome === 'failed' && wanted(failureCode));
}
