import { l10n } from 'vscode';
import type { RunEvent } from '../../core/generate.js';
import type { OpenDataset } from '../datasets.js';
import { chunksText, pairsText, timeText } from '../words.js';
import type { ActiveRun } from './activeRun.js';
import type { Standing } from './pace.js';
import type { ShownRun } from './shownRun.js';

/** People are told at most so often, in milliseconds. */
const tellEvery = 100;

/** Shows how a run goes on: in its notification, in the status bar once that has gone, and on the review pages. */
export class ShownProgress {
  #toldAt = -Infinity;
  #shown = 0; // percent

  constructor(
    private readonly shown: Pick<ShownRun, 'report' | 'toStatusBar'>,
    private readonly dataset: Pick<OpenDataset, 'setRun'>,
    private readonly run: Pick<ActiveRun, 'standing' | 'state' | 'problem'>,
  ) {}

  show(event: RunEvent): void {
    if (event.type === 'end') return this.dataset.setRun(undefined);
    const { standing, state, problem } = this.run;
    const now = performance.now();
    const soon = event.type === 'result' && now - this.#toldAt < tellEvery;
    if (soon && standing.ended < standing.planned) return;
    this.#toldAt = now;
    const percent = standing.planned === 0 ? 100 : (100 * standing.ended) / standing.planned;
    const increment = percent - this.#shown;
    this.#shown = percent;
    // What was in flight still comes in after a pause.
    if (state === 'paused') {
      const { ended, planned, pairs, failed } = standing;
      const reason = problem?.message;
      this.dataset.setRun({ ended, planned, pairs, failed, paused: { reason } });
      const left = l10n.t('paused, with {0} to go', chunksText(planned - ended));
      this.shown.report({ message: left, increment, paused: { reason } });
      this.shown.toStatusBar(); // a notification would go on turning
      return;
    }
    this.dataset.setRun({ ...standing });
    this.shown.report({ message: standingText(standing), increment });
  }
}

function standingText({ ended, planned, pairs, failed, rate, secondsLeft }: Standing): string {
  const parts = [l10n.t('{0} of {1} chunks', ended, planned), pairsText(pairs)];
  if (failed > 0) parts.push(l10n.t('{0} failed', failed));
  if (rate !== undefined) parts.push(l10n.t('{0} a second', rate.toFixed(1)));
  if (secondsLeft !== undefined && ended < planned) parts.push(l10n.t('{0} left', timeText(secondsLeft)));
  return parts.join(', ');
}
