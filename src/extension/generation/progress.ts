import { l10n } from 'vscode';
import type { Progress } from 'vscode';
import type { RunEvent } from '../../core/generate.js';
import type { OpenDataset } from '../datasets.js';
import { chunksText, pairsText, timeText } from '../words.js';
import type { ActiveRun } from './activeRun.js';
import type { Standing } from './pace.js';

/** Notification and pages are told at most so often, in milliseconds. */
const tellEvery = 100;

/** Shows how a run goes on: in its notification (in the status bar once that is hidden) and on the review pages. */
export class ShownProgress {
  #toldAt = 0;
  #shown = 0; // percent

  constructor(
    private readonly notification: Progress<{ message?: string; increment?: number }>,
    private readonly dataset: OpenDataset,
    private readonly run: Pick<ActiveRun, 'standing'>,
  ) {}

  show(event: RunEvent): void {
    if (event.type === 'end') return this.dataset.setRun(undefined);
    if (event.type === 'paused') {
      const message = l10n.t('paused, with {0} to go', chunksText(event.notReached));
      return this.notification.report({ message });
    }
    const { standing } = this.run;
    const now = Date.now();
    const soon = event.type === 'result' && now - this.#toldAt < tellEvery;
    if (soon && standing.ended < standing.planned) return;
    this.#toldAt = now;
    this.dataset.setRun({ ...standing });
    const percent = standing.planned === 0 ? 100 : (100 * standing.ended) / standing.planned;
    this.notification.report({ message: standingText(standing), increment: percent - this.#shown });
    this.#shown = percent;
  }
}

function standingText({ ended, planned, pairs, failed, rate, secondsLeft }: Standing): string {
  const parts = [l10n.t('{0} of {1} chunks', ended, planned), pairsText(pairs)];
  if (failed > 0) parts.push(l10n.t('{0} failed', failed));
  if (rate !== undefined) parts.push(l10n.t('{0} a second', rate.toFixed(1)));
  if (secondsLeft !== undefined && ended < planned) parts.push(l10n.t('{0} left', timeText(secondsLeft)));
  return parts.join(', ');
}
