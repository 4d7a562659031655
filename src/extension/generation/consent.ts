import { l10n, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { Plan } from '../../core/generate.js';
import type { Forecast } from '../../core/spend/forecast.js';
import type { PreparedRun } from '../settings/prepareRun.js';
import { chunksText } from '../words.js';
import { forecastText } from './foresee.js';
import { sameText } from './sameProfiles.js';

/** More requests than this to a server are not sent without a question. */
const manyRequests = 200;
/** Nor are requests that may cost more than this, in US dollars. */
const muchMoney = 1;

export type Existing = 'keep' | 'add' | 'replace';

/** How many chunks of a plan are done by another model or with other settings. */
export const doneOtherwise = ({ counts }: Plan): number => counts.otherModel + counts.otherSettings;

/** Asks what to do with chunks that are done otherwise. Undefined: nothing at all. */
export async function askAboutExisting(plan: Plan, model: string): Promise<Existing | undefined> {
  const { counts } = plan;
  const others = chunksText(doneOtherwise(plan));
  const all = chunksText(doneOtherwise(plan) + counts.jobs);
  const keep: QuickPickItem & { existing: Existing } = {
    existing: 'keep',
    label: counts.jobs > 0 ? l10n.t('Keep Them, and Do the Rest') : l10n.t('Keep Them'),
    detail:
      counts.jobs > 0
        ? l10n.t('Asks {0} about {1}; what is done stays as it is.', model, chunksText(counts.jobs))
        : l10n.t('There is nothing else to do.'),
  };
  const items = [
    keep,
    {
      existing: 'add' as const,
      label: l10n.t('Add to Them'),
      detail: l10n.t('Asks {0} about {1}; the old pairs stay beside the new ones.', model, all),
    },
    {
      existing: 'replace' as const,
      label: l10n.t('Replace Them'),
      detail: l10n.t('Asks {0} about {1}; reviewed and edited pairs stay.', model, all),
    },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('{0} done before with another model or other settings', others),
    placeHolder: l10n.t('What should become of those pairs?'),
    ignoreFocusOut: true,
  });
  return picked?.existing;
}

/** Asks before many requests go to a server, or some that cost more than little. */
export async function mayAsk(
  plan: Plan,
  prepared: PreparedRun,
  foreseen: Forecast | undefined,
): Promise<boolean> {
  const { request } = prepared;
  const { jobs } = plan.counts;
  const dear = (foreseen?.cost?.high ?? 0) > muchMoney;
  const asked = [request, ...(request.others ?? [])].filter(({ provider }) => provider !== 'builtin');
  if (asked.length === 0 || (jobs <= manyRequests && !dear)) return true;
  const go = l10n.t('Generate');
  const told = [countsText(plan), sameText(prepared), foreseen ? forecastText(foreseen) : ''];
  const detail = told.filter((text) => text !== '').join('\n');
  const chosen = await window.showWarningMessage(
    l10n.t('Send {0} requests to {1}?', jobs.toLocaleString(), asked.map(({ model }) => model).join(', ')),
    { modal: true, detail },
    go,
  );
  return chosen === go;
}

/** What a plan comes to, a line each. */
function countsText({ counts }: Plan): string {
  const lines = [
    l10n.t('{0} to ask', chunksText(counts.jobs)),
    counts.present > 0 ? l10n.t('{0} done already', chunksText(counts.present)) : '',
    counts.otherModel + counts.otherSettings > 0
      ? l10n.t(
          '{0} kept as another model or other settings did them',
          counts.otherModel + counts.otherSettings,
        )
      : '',
    counts.failedBefore > 0 ? l10n.t('{0} failed before and left', chunksText(counts.failedBefore)) : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}
