import { l10n } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import { pairId } from '../../core/dataset/fold.js';
import type { PairId, ResultId } from '../../core/dataset/model.js';
import type { WantedChunk } from '../../core/generate.js';
import { action, reviewAction, tell, tellProblem } from '../messages.js';
import type { Services } from '../services.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { chunksText, joined, pairsText } from '../words.js';
import { placesText, twinsText } from './places.js';
import { notRetriedText } from './notRetried.js';
import type { Planned } from './plans.js';
import { sameText } from './sameProfiles.js';
import type { Work } from './work.js';

/** Tells why there was nothing to run. */
export function tellNothing(
  services: Services,
  work: Work,
  prepared: PreparedRun,
  { plan, skipped }: Planned,
  dataset: Dataset,
): undefined {
  const { counts, documents, wanted } = plan;
  const [unreadable] = [...plan.unreadable.map(({ problem }) => problem), ...skipped];
  if (documents.length === 0 && unreadable) {
    return tellProblem({ code: 'unreadable', message: unreadable.message });
  }
  const notRetried = notRetriedText(work, prepared, { plan, skipped });
  if (notRetried !== '') {
    const failures = action(l10n.t('Show Failures'), 'pairsmith.showFailures', work.dataset);
    return tell(notRetried, failures);
  }
  if (wanted.length === 0) {
    return tell(l10n.t('{0}: there is no text to make pairs of.', work.title));
  }
  if (counts.failedBefore > 0) {
    const text = l10n.t(
      '{0} failed before and would again; the rest is done.',
      chunksText(counts.failedBefore),
    );
    return tell(text, action(l10n.t('Show Failures'), 'pairsmith.showFailures', work.dataset));
  }
  const made = pairsOf(wanted, dataset);
  const done = work.selection
    ? l10n.t('The selection is in {0}, done already: {1}.', placesText(wanted), pairsText(made.length))
    : l10n.t('{0}: all is done already.', work.title);
  const again = {
    title: l10n.t('Ask Again'),
    run: async () => (await services.runs()).start({ ...work, again: true }),
  };
  const review = made.length > 0 || !work.selection ? [reviewAction(work.dataset, made[0])] : [];
  return tell(
    joined([done, twinsText(wanted), sameText(prepared)]),
    ...review,
    ...(work.selection ? [again] : []),
  );
}

/** The pairs that are there of some chunks. */
function pairsOf(wanted: Iterable<WantedChunk>, { fold }: Dataset): PairId[] {
  const results = new Set<ResultId>();
  for (const { result } of wanted) if (result !== undefined) results.add(result);
  return [...results].flatMap((id) =>
    Array.from(fold.results.get(id)?.verdicts.keys() ?? [], (i) => pairId(id, i)),
  );
}
