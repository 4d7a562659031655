import type { RunSummary } from '../core/generate.js';
import { dollars } from '../core/spend/cost.js';
import { forecastError, type Forecast, type Range } from '../core/spend/forecast.js';
import { duration } from './progress.js';

/** A forecast in a sentence or two. */
export function forecastLines({ requests, input, output, cost, ms, earlier }: Forecast): string[] {
  const parts = [
    `${range(requests)} requests`,
    `${range(input)} tokens in`,
    `${range(output)} out`,
    cost ? `${dollars(cost.low)} to ${dollars(cost.high)}` : 'cost not known (see the setting prices)',
    ...(ms ? [`${duration(ms.low / 1000)} to ${duration(ms.high / 1000)}`] : []),
  ];
  const basis =
    earlier > 0
      ? `from ${earlier} earlier results of this model`
      : 'from the requests of some chunks; how long the replies get is a guess until there are some';
  return [`forecast: ${parts.join(', ')}`, `  ${basis}`];
}

/** How a finished run compares with what was foreseen; undefined where that can't be said. */
export function forecastCheck(
  foreseen: Forecast,
  { usage, uncounted, kept, notReached }: RunSummary,
): string | undefined {
  const error = notReached + uncounted + kept > 0 ? undefined : forecastError(foreseen, usage);
  if (error === undefined) return undefined;
  const percent = Math.round(Math.abs(error) * 100);
  return `it took ${percent} % ${error < 0 ? 'fewer' : 'more'} tokens than foreseen`;
}

const range = ({ low, high }: Range): string =>
  low === high ? number(low) : `${number(low)} to ${number(high)}`;

const number = (value: number): string => value.toLocaleString('en-US');
