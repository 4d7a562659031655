import type { ProviderErrorCode } from '../provider.js';

/** What a run asked of its providers, and what came in its way. */
export interface Traffic {
  /** Requests sent, each try one. */
  requests: number;
  /** Requests sent again, by what went wrong before. */
  retries: Partial<Record<ProviderErrorCode, number>>;
  /** Milliseconds that requests waited between tries and for limits, added up over all of them. */
  waitedMs: number;
  /** How often fewer at once were sent, as the server refused. */
  cuts: number;
}

export const noTraffic = (): Traffic => ({ requests: 0, retries: {}, waitedMs: 0, cuts: 0 });
