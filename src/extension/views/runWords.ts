import { l10n, workspace } from 'vscode';
import { providerRow } from '../../core/providers/index.js';
import { dollars } from '../../core/spend/cost.js';
import type { ActiveRun } from '../generation/activeRun.js';
import { chunksText, pairsText, timeText } from '../words.js';
import type { RunDetail } from './runDetails.js';

/** How a run stands, in a few words beside its title. */
export function standingText({ state, standing, end }: ActiveRun): string {
  const { ended, planned, secondsLeft } = standing;
  const so = l10n.t('{0} of {1} chunks', ended, planned);
  switch (state) {
    case 'waiting':
      return l10n.t('waits until the run before it has ended');
    case 'preparing':
      return l10n.t('reads and chunks');
    case 'running':
      return secondsLeft === undefined || ended === planned
        ? so
        : l10n.t('{0}, {1} left', so, timeText(secondsLeft));
    case 'paused':
      return l10n.t('paused at {0}', so);
    case 'ended':
      return end ? endText(end) : '';
  }
}

function endText({ how, summary }: NonNullable<ActiveRun['end']>): string {
  const { planned, notReached, failed, pairs } = summary;
  if (how !== 'all')
    return l10n.t('stopped after {0}', l10n.t('{0} of {1} chunks', planned - notReached, planned));
  return failed > 0 ? l10n.t('{0}, {1} failed', pairsText(pairs), failed) : pairsText(pairs);
}

/** One thing to know of a run: what it is, and how that stands. */
export function detailText(run: ActiveRun, detail: RunDetail): { label: string; description: string } {
  const { standing, end, cost } = run;
  const { failed, pairs, notReached } = end?.summary ?? { ...standing, notReached: 0 };
  const planned = end?.summary.planned ?? standing.planned;
  switch (detail) {
    case 'reason':
      return { label: run.problem?.message ?? '', description: '' };
    case 'chunks':
      return {
        label: l10n.t('Chunks'),
        description: l10n.t('{0} of {1}', end ? planned - notReached : standing.ended, planned),
      };
    case 'model':
      return { label: l10n.t('Made by'), description: modelText(run) };
    case 'pairs':
      return { label: l10n.t('Pairs'), description: pairs.toLocaleString() };
    case 'failed':
      return { label: l10n.t('Failed'), description: chunksText(failed) };
    case 'notReached':
      return { label: l10n.t('Not reached'), description: chunksText(notReached) };
    case 'rate':
      return { label: l10n.t('Rate'), description: l10n.t('{0} a second', (standing.rate ?? 0).toFixed(1)) };
    case 'timeLeft':
      return { label: l10n.t('Time left'), description: timeText(standing.secondsLeft ?? 0) };
    case 'cost':
      return { label: end ? l10n.t('Cost') : l10n.t('Cost so far'), description: costText(cost) };
    case 'concurrency':
      return { label: l10n.t('Requests at once'), description: concurrencyText(run) };
  }
}

function costText({ known, unknown }: ActiveRun['cost']): string {
  if (known === undefined) return l10n.t('not known: see the setting {0}', 'pairsmith.prices');
  return unknown === 0 ? dollars(known) : l10n.t('at least {0}', dollars(known));
}

function concurrencyText({ concurrency = 1, borne = concurrency }: ActiveRun): string {
  return borne < concurrency
    ? l10n.t('{0} now, as the server refuses more; at most {1}', borne, concurrency)
    : l10n.t('at most {0}', concurrency);
}

function modelText({ models }: ActiveRun): string {
  const names = models.map(({ provider, model }) => {
    const title = providerRow(provider)?.title ?? provider;
    return provider === 'builtin' ? title : `${model} (${title})`;
  });
  return names.join(', ');
}

/** All that is known of a run, a line each, as plain text. */
export function runTooltip(run: ActiveRun, details: readonly RunDetail[]): string {
  const { work, end, endedAt } = run;
  const lines = [
    work.title,
    workspace.asRelativePath(work.dataset),
    standingText(run),
    ...details.map((detail) => {
      const { label, description } = detailText(run, detail);
      return description === '' ? label : `${label}: ${description}`;
    }),
  ];
  if (end) {
    const { done, partial, empty, usage, ms } = end.summary;
    lines.push(
      l10n.t('{0} done, {1} with fewer pairs than wanted, {2} with nothing to ask', done, partial, empty),
    );
    if (usage.input !== undefined && usage.output !== undefined) {
      lines.push(
        l10n.t('{0} tokens in, {1} out', usage.input.toLocaleString(), usage.output.toLocaleString()),
      );
    }
    const at = endedAt?.toLocaleTimeString(undefined, { timeStyle: 'short' }) ?? '';
    lines.push(l10n.t('Took {0}, ended at {1}', timeText(ms / 1000), at));
  }
  return lines.filter((line) => line !== '').join('\n');
}
