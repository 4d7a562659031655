import type { Clock, Random } from '../ports.js';
import type { Provider } from './provider.js';
import { withRetry, type RetryOptions } from './retry.js';
import { Slots, withSlots } from './slots.js';
import { usualTimeouts, withTimeouts, type Timeouts } from './timeout.js';

export interface StackOptions {
  /** Requests in flight at once. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly random: Random;
  /** Tries of a request in all; 5 if undefined. */
  readonly attempts?: number | undefined;
  /** For each try; what is left out is as usual. */
  readonly timeouts?: Partial<Timeouts> | undefined;
  readonly onRetry?: RetryOptions['onRetry'];
}

const attemptsDefault = 5;

/** A provider as a run uses it: timeouts and a slot for each try, and tries as often as makes sense. */
export function stack(provider: Provider, options: StackOptions): Provider {
  const timed = withTimeouts(provider, { ...usualTimeouts, ...options.timeouts }, options.clock);
  return withRetry(withSlots(timed, new Slots(options.concurrency)), {
    attempts: options.attempts ?? attemptsDefault,
    clock: options.clock,
    random: options.random,
    onRetry: options.onRetry,
  });
}
