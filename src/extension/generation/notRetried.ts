import { l10n } from 'vscode';
import type { PreparedRun } from '../settings/prepareRun.js';
import { chunksText, joined } from '../words.js';
import type { Planned } from './plans.js';
import type { Work } from './work.js';

/** Which failed chunks were to be asked again and are not, and why; empty where there is none. */
export function notRetriedText(
  { failed, limits }: Work,
  { request }: PreparedRun,
  { plan }: Planned,
): string {
  if (!failed) return '';
  const { counts, wanted } = plan;
  const lost = (limits?.chunks?.size ?? 0) - wanted.length;
  return joined([
    counts.present > 0
      ? l10n.t(
          '{0} not asked again: done by {1} already; the failures of another model stay listed.',
          chunksText(counts.present),
          request.model,
        )
      : '',
    lost > 0
      ? l10n.t('{0} not asked again: no longer in their documents, which have changed.', chunksText(lost))
      : '',
  ]);
}
