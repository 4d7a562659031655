import { l10n, window } from 'vscode';
import type { ActiveRun, ActiveRunState } from '../generation/activeRun.js';
import { tell } from '../messages.js';
import type { Services } from '../services.js';
import { settingRows } from '../../core/settings/index.js';
import { RunDetailNode, RunNode } from '../views/nodes.js';
import { standingText } from '../views/runWords.js';
import { urisOf } from './arguments.js';

/** Lets no further request of a run begin, until it is resumed. */
export async function pauseRun(services: Services, ...args: unknown[]): Promise<void> {
  const run = await chooseRun(services, args, l10n.t('Pause Which Run?'), ['running']);
  run?.pause();
}

/** Asks how many requests of a run may be under way at once, from now on. */
export async function changeConcurrency(services: Services, ...args: unknown[]): Promise<void> {
  const title = l10n.t('Requests at Once of Which Run?');
  const run = await chooseRun(services, args, title, ['running', 'paused']);
  if (!run) return;
  const { max } = settingRows.concurrency;
  const answer = await window.showInputBox({
    title: l10n.t('Requests at Once'),
    prompt: l10n.t('For this run alone, from now on. A server that refuses so many gets fewer.'),
    value: String(run.concurrency ?? 1),
    validateInput: (text) =>
      isFrom1(text, max) ? undefined : l10n.t('A whole number from 1 to {0}.', max.toLocaleString()),
  });
  if (answer !== undefined) run.setConcurrency(Number(answer));
}

/** Stops a run, those on a dataset; where nothing is named, every one, or as the user picks. */
export async function stop(services: Services, ...args: unknown[]): Promise<void> {
  const runs = await services.runs();
  const [row] = args;
  const [dataset] = urisOf(args);
  if (row instanceof RunNode) return runs.stop(row.run);
  if (runs.active.length === 0) return tell(l10n.t('Nothing is being generated now.'));
  if (dataset || runs.active.length < 2) return runs.stop(dataset);
  const items = [
    { label: l10n.t('All of Them'), run: undefined },
    ...runs.active.map((run) => ({ label: run.work.title, description: standingText(run), run })),
  ];
  const picked = await window.showQuickPick(items, { title: l10n.t('Stop Which Run?') });
  if (picked) runs.stop(picked.run);
}

/** The run of the row that was clicked, else the only one that is in such a state, else one to be chosen. */
async function chooseRun(
  services: Services,
  [row]: readonly unknown[],
  title: string,
  states: readonly ActiveRunState[],
): Promise<ActiveRun | undefined> {
  if (row instanceof RunNode || row instanceof RunDetailNode) return row.run;
  const runs = (await services.runs()).active.filter(({ state }) => states.includes(state));
  if (runs.length < 2) return runs[0] ?? tell(l10n.t('Nothing is being generated now.'));
  const items = runs.map((run) => ({ label: run.work.title, description: standingText(run), run }));
  return (await window.showQuickPick(items, { title }))?.run;
}

/** Whether a text is a whole number from 1 to some other. */
export const isFrom1 = (text: string, max = Number.MAX_SAFE_INTEGER): boolean =>
  /^\s*\d{1,15}\s*$/.test(text) && Number(text) >= 1 && Number(text) <= max;
