import { fail } from '../outcome.js';
import type { Clock } from '../ports.js';
import { childOf } from './abort.js';
import type { Provider } from './provider.js';

/** The provider with each attempt ended after `ms` milliseconds, as a `timeout`. */
export function withTimeout(provider: Provider, ms: number, clock: Clock): Provider {
  return {
    id: provider.id,
    async complete(request, signal) {
      const { controller: attempt, release } = childOf(signal);
      let late = false;
      // Not a sleep to be aborted: an abort makes an exception with its stack, for every request.
      const stop = clock.after(ms, () => {
        late = true;
        attempt.abort();
      });
      try {
        const result = await provider.complete(request, attempt.signal);
        if (result.ok || result.error.code !== 'cancelled' || !late || signal.aborted) return result;
        return fail({
          code: 'timeout',
          message: `No reply within ${Math.round(ms / 1000)} s. Try fewer requests at once, fewer tokens a reply, or a longer timeout.`,
        });
      } finally {
        stop();
        release();
      }
    },
  };
}
