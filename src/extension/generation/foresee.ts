import { l10n } from 'vscode';
import type { Plan, RunSummary } from '../../core/generate.js';
import { dollars } from '../../core/spend/cost.js';
import {
  forecast,
  forecastError,
  isForeseeable,
  type Forecast,
  type Range,
} from '../../core/spend/forecast.js';
import { loadMeasure } from '../../core/tokens.js';
import { chunksText, joined, timeText } from '../words.js';

/** What fewer requests take is not worth loading a tokenizer for. */
const fewest = 20;

/** What a run will probably take; undefined where that is little. */
export async function foresee(plan: Plan): Promise<Forecast | undefined> {
  if (plan.jobs.length <= fewest || !isForeseeable(plan)) return undefined;
  return forecast(plan, await loadMeasure());
}

/** A forecast in a few lines. */
export function forecastText({ input, output, cost, ms, earlier }: Forecast): string {
  const lines = [
    l10n.t('Probably {0} tokens in, {1} out', range(input), range(output)),
    cost
      ? l10n.t('Cost: {0} to {1}', dollars(cost.low), dollars(cost.high))
      : l10n.t('The cost is not known: see the setting {0}', 'pairsmith.prices'),
    ms ? l10n.t('Time: {0} to {1}', timeText(ms.low / 1000), timeText(ms.high / 1000)) : '',
    earlier > 0
      ? l10n.t('Judged by {0} earlier results of this model', earlier)
      : l10n.t('How long its replies get is a guess until there are some'),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** What a run took, and how far that was from its forecast; empty where neither is known. */
export function spentText(
  { usage, cost, uncounted, kept, unpriced, notReached }: RunSummary,
  foreseen: Forecast | undefined,
): string {
  const error = foreseen && notReached + uncounted + kept === 0 ? forecastError(foreseen, usage) : undefined;
  const percent = Math.round(Math.abs(error ?? 0) * 100);
  return joined([
    kept > 0 ? l10n.t('{0} came from replies that were kept, and took nothing.', chunksText(kept)) : '',
    cost === undefined
      ? ''
      : unpriced > 0
        ? l10n.t('It cost {0}, and what is not known of {1} results.', dollars(cost), unpriced)
        : l10n.t('It cost {0}.', dollars(cost)),
    error === undefined
      ? ''
      : error < 0
        ? l10n.t('It took {0} % fewer tokens than foreseen.', percent)
        : l10n.t('It took {0} % more tokens than foreseen.', percent),
  ]);
}

const range = ({ low, high }: Range): string =>
  l10n.t('{0} to {1}', low.toLocaleString(), high.toLocaleString());
