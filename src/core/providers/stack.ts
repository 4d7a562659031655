import type { Clock, Random } from '../ports.js';
import type { Limiter } from './limits/limiter.js';
import { steeringOf, type Steering } from './limits/steering.js';
import { withLimits } from './limits/with-limits.js';
import type { Provider } from './provider.js';
import { withRetry } from './retry.js';
import { usualTimeouts, withTimeouts, type Timeouts } from './timeout.js';

export interface StackOptions {
  /** When attempts are started; shared by all runs that ask the same model. */
  readonly limiter: Limiter;
  readonly clock: Clock;
  readonly random: Random;
  /** Tries of a request in all; 5 if undefined. */
  readonly attempts?: number | undefined;
  /** For each try; what is left out is as usual. */
  readonly timeouts?: Partial<Timeouts> | undefined;
  /** What is put around each try, before it waits for leave to start: a budget. */
  readonly eachTry?: ((provider: Provider) => Provider) | undefined;
  /** What the run steers its attempts by. */
  readonly steering?: Steering | undefined;
}

const attemptsDefault = 5;

/** A provider as a run uses it: timeouts and leave to start for each try, and tries as often as makes sense. */
export function stack(provider: Provider, options: StackOptions): Provider {
  const { limiter, clock, random, attempts = attemptsDefault, steering = steeringOf() } = options;
  const { gate, traffic } = steering;
  const timed = withTimeouts(provider, { ...usualTimeouts, ...options.timeouts }, clock);
  const limited = withLimits(timed, limiter, steering, clock);
  return withRetry(options.eachTry?.(limited) ?? limited, {
    attempts,
    clock,
    random,
    gate,
    onRetry: ({ code }, waitMs) => {
      traffic.retries[code] = (traffic.retries[code] ?? 0) + 1;
      traffic.waitedMs += waitMs;
    },
  });
}
