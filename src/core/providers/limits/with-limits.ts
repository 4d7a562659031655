import type { Outcome } from '../../outcome.js';
import type { Clock } from '../../ports.js';
import { cancelled } from '../abort.js';
import { oneMore } from '../again.js';
import type { Completion, Provider, ProviderError, ReplyWatch } from '../provider.js';
import type { Limiter, Ticket } from './limiter.js';
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
        let held: Ticket | undefined = ticket;
        let ended = false;
        let headersAt: number | undefined;
        const own: ReplyWatch = {
          started() {
            headersAt ??= clock.now();
            watch?.started();
          },
          piece: () => watch?.piece(),
          async again() {
            // First, as whoever has what is waited for next (a budget's share) may wait for this slot.
            if (held) limiter.give(held, undefined, headersAt);
            held = undefined;
            const leave = await oneMore(watch);
            if (!leave.ok) return leave;
            const next = await limiter.take(request, signal);
            if (next === undefined) return cancelled();
            if (ended) {
              limiter.putBack(next);
              return cancelled();
            }
            held = next;
            traffic.requests++;
            return leave;
          },
        };
        let result: Outcome<Completion, ProviderError> | undefined;
        try {
          return (result = await provider.complete(request, signal, own));
        } finally {
          ended = true;
          if (held && limiter.give(held, result, headersAt)) traffic.cuts++;
        }
      }
    },
  };
}
