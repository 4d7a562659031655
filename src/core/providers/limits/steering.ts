import { Gate } from './gate.js';
import type { Limiter } from './limiter.js';
import { noTraffic, type Traffic } from './traffic.js';

/** What a run steers and measures the attempts of its provider by. */
export interface Steering {
  readonly gate: Gate;
  readonly traffic: Traffic;
  readonly limiter?: Limiter | undefined;
}

export const steeringOf = (limiter?: Limiter): Steering => ({
  gate: new Gate(),
  traffic: noTraffic(),
  limiter,
});

/** Begins anew, for another run. */
export function restart({ gate, traffic }: Steering): void {
  gate.reset();
  Object.assign(traffic, noTraffic());
}
