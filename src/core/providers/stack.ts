import type { Clock, Random } from '../ports.js';
import { Gate } from './limits/gate.js';
import type { Limiter } from './limits/limiter.js';
import { noTraffic, type Traffic } from './limits/traffic.js';
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
  /** What the attempts of this run pass. */
  readonly gate?: Gate | undefined;
  /** Where they are counted. */
  readonly traffic?: Traffic | undefined;
  /** What is put around each try, before it waits for leave to start: a budget. */
  readonly eachTry?: ((provider: Provider) => Provider) | undefined;
}

const attemptsDefault = 5;

/** A provider as a run uses it: timeouts and leave to start for each try, and tries as often as makes sense. */
export function stack(provider: Provider, options: StackOptions): Provider {
  const { limiter, clock, random, attempts = attemptsDefault } = options;
  const { gate = new Gate(), traffic = noTraffic() } = options;
  const timed = withTimeouts(provider, { ...usualTimeouts, ...options.timeouts }, clock);
  const limited = withLimits(timed, { limiter, clock, gate, traffic });
  return withRetry(options.eachTry?.(limited) ?? limited, {
    attempts,
    clock,
    random,
    noMore: gate.shutSignal,
    onRetry: ({ code }, waitMs) => {
      traffic.retries[code] = (traffic.retries[code] ?? 0) + 1;
      traffic.waitedMs += waitMs;
    },
  });
}
