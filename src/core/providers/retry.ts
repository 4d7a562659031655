import type { Clock, Random } from '../ports.js';
import { cancelled, childOf, onAbort } from './abort.js';
import type { Gate } from './limits/gate.js';
import type { Provider, ProviderError, ProviderErrorCode } from './provider.js';

export interface RetryOptions {
  /** Tries in all, the first one included. */
  readonly attempts: number;
  readonly clock: Clock;
  readonly random: Random;
  /** Told before each wait. */
  readonly onRetry?: ((error: ProviderError, waitMs: number) => void) | undefined;
  /** Once it is shut, no further try is wanted. */
  readonly gate?: Pick<Gate, 'shutSignal'> | undefined;
}

/** So often a request may meet an error of this kind before it goes back; kinds not named go back at once. */
const mostOfAKind: Partial<Record<ProviderErrorCode, number>> = {
  rate: Infinity,
  server: Infinity,
  network: Infinity,
  // Each costs minutes; what was cut off three times will be a fourth time.
  timeout: 3,
  // A proxy's page, a torn protocol: it may pass. A server that speaks something else will not.
  'bad-reply': 2,
};

const firstWaitMs = 500;
/** Limits are counted by the minute, so coming back soon only uses them up. */
const firstRateWaitMs = 2000;
const longestWaitMs = 60_000;
/** A server that asks for more than this is not waited for: the error goes back, and the run can be resumed. */
export const longestRetryAfterMs = 5 * 60_000;
/** Those told the same time to come back should not all come at once: they spread over this part of it. */
const spread = 0.25;

/**
 * The provider with transient errors tried again: after what the server asks for, else after a random part of an
 * exponentially growing time ("full jitter", AWS Architecture Blog, Exponential Backoff And Jitter, 2015).
 */
export function withRetry(provider: Provider, options: RetryOptions): Provider {
  const { attempts, clock, random, onRetry, gate } = options;
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      const met = new Map<ProviderErrorCode, number>();
      for (let attempt = 1; ; attempt++) {
        const result = await provider.complete(request, signal, watch);
        if (result.ok || attempt >= attempts) return result;
        const { code } = result.error;
        met.set(code, (met.get(code) ?? 0) + 1);
        if ((met.get(code) ?? 0) >= (mostOfAKind[code] ?? 0)) return result;
        const wait = waitMs(result.error, attempt, random);
        if (wait === undefined) return result;
        onRetry?.(result.error, wait);
        await sleep(wait, clock, signal, gate?.shutSignal);
        if (signal.aborted || gate?.shutSignal.aborted === true) return cancelled();
      }
    },
  };
}

/** Resolves after so long, or as soon as one of the signals is aborted. */
async function sleep(
  ms: number,
  clock: Clock,
  signal: AbortSignal,
  other: AbortSignal | undefined,
): Promise<void> {
  if (signal.aborted || other?.aborted === true) return;
  const { controller, release } = childOf(signal);
  const forget = other && onAbort(other, () => controller.abort());
  await clock.sleep(ms, controller.signal);
  forget?.();
  release();
}

function waitMs(error: ProviderError, attempt: number, random: Random): number | undefined {
  const asked = error.retryAfterMs;
  // At once, or a date that has gone by, says nothing: tries would be used up before anything has changed.
  if (asked === undefined || asked === 0) {
    const first = error.code === 'rate' ? firstRateWaitMs : firstWaitMs;
    return random() * Math.min(longestWaitMs, first * 2 ** (attempt - 1));
  }
  return asked > longestRetryAfterMs ? undefined : asked * (1 + random() * spread);
}
