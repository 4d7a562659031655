import type { Outcome } from '../../outcome.js';
import type { Clock } from '../../ports.js';
import { cancelled } from '../abort.js';
import type { Completion, Provider, ProviderError, ReplyWatch } from '../provider.js';
import type { Limiter } from './limiter.js';
import type { Steering } from './steering.js';

/** The provider with each attempt started when its limiter and its run's gate let it: what waits in between holds no slot. */
export function withLimits(
  provider: Provider,
  limiter: Limiter,
  { gate, traffic }: Steering,
  clock: Clock,
): Provider {
  return {
    id: provider.id,
    async complete(request, signal, watch) {
      for (;;) {
        if (!gate.isOpen && !(await gate.pass(signal))) return cancelled();
        const ticket = await limiter.take(request, signal);
        if (ticket === undefined) return cancelled();
        if (!gate.isOpen) {
          limiter.putBack(ticket);
          continue;
        }
        traffic.requests++;
        traffic.waitedMs += ticket.heldMs;
        let headersAt: number | undefined;
        const own: ReplyWatch = {
          started() {
            headersAt ??= clock.now();
            watch?.started();
          },
          piece: () => watch?.piece(),
        };
        let result: Outcome<Completion, ProviderError> | undefined;
        try {
          return (result = await provider.complete(request, signal, own));
        } finally {
          if (limiter.give(ticket, result, headersAt)) traffic.cuts++;
        }
      }
    },
  };
}
